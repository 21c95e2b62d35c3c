module embedding

go 1.27
