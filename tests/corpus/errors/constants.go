package main

const big = 1 << 100

func main() {
	var x int = big
	var y int8 = 200
	z := 10 / 0
	var f float32 = 1e100
	const c = len("abc")
	c = 4
	var a [c - 5]int
	b := "abc"[5]
	d := [3]int{}[4]
	_, _, _, _, _, _, _ = x, y, z, f, a, b, d
}
