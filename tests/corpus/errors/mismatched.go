package main

func f(a int, b string) (int, error) { return 1, nil }

func main() {
	var x int = "hello"
	var s string = 1
	x = s + 1
	y := x + s
	f(1)
	f(1, 2)
	f(1, "a", 3)
	a, b, c := f(1, "x")
	var u uint8 = 256
	_, _, _, _, _ = y, a, b, c, u
}
