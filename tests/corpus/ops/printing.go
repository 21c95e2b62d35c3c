package main

// The predeclared print and println, which write to standard error.

type point struct{ x, y int }

func main() {
	var p *point
	var m map[string]int
	var f func()
	var e error
	var s []int
	print("a", 1, true, "\n")
	println(-1, uint8(200), int64(-1<<63), uint64(1<<64-1), 'x', false)
	println(1.5, float32(0.1), -2e100, 1e-7, 0.0)
	println(complex(1, -2.5), complex64(3i))
	println("text", "", "ünï")
	println(p, m, f, e, s)
	println(&point{} != p, len(make([]int, 3)))
	println(make([]int, 2, 5), any(1), new(int))
	println()
	print()
	println(uintptr(7))
}
