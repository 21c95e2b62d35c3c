module example.com/mm

go 1.27
