package main

x := 1

func main() {
	println("a" "b")
	a = = 2
}
