package main

func main() {
	x := 1
	var y, z int
	z = 2
}
