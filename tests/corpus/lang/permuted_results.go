// Functions that return their parameters in other orders and more than once: the results take more room than all
// else in the frame, and their moves go in circles.
package main

import "fmt"

type six struct{ a, b, c, d, e, f int }

//go:noinline
func swap(a, b int) (int, int) { return b, a }

//go:noinline
func more(a, b int) (int, int, int, int, int, int) { return b, a, a, b, b, a }

//go:noinline
func rotate(a, b, c int) (_, _, _, _, _, _, _, _ int) { return c, a, b, b, c, a, 7, c }

//go:noinline
func twoCircles(a, b, c, d, e int) (_, _, _, _, _, _, _, _, _ int) {
	return b, a, d, e, c, c, a, b, d
}

//go:noinline
func mixed(s string, x float64, n int8) (int8, float64, string, float64, string, int8, int8) {
	return n, x, s, x, s, n, -1
}

//go:noinline
func structs(x, y six) (int16, six, six, six) { return -1, y, x, six{x.f, y.e, x.d, y.c, x.b, y.a} }

//go:noinline
func ten(a, b, c, d, e, f, g, h, i, j int) (_, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _ int) {
	return j, i, h, g, f, e, d, c, b, a, b, a, d, c, f, e, h, g, j, i
}

//go:noinline
func slices(a, b []int) (x, y, z []int, n int, e error) { return b, a, b[1:], len(a), nil }

func deep(n int) (int, int, int, int, int, int) {
	if n == 0 {
		return more(1, 2)
	}
	a, b, c, d, e, f := deep(n - 1)
	return f, e, d, c, b, a
}

func main() {
	fmt.Println(swap(1, 2))
	fmt.Println(more(1, 2))
	fmt.Println(rotate(1, 2, 3))
	fmt.Println(twoCircles(1, 2, 3, 4, 5))
	fmt.Println(mixed("s", 1.5, -8))
	fmt.Println(structs(six{1, 2, 3, 4, 5, 6}, six{-1, -2, -3, -4, -5, -6}))
	fmt.Println(ten(1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
	fmt.Println(slices([]int{1}, []int{2, 3}))
	fmt.Println(deep(101))
	f := twoCircles
	fmt.Println(f(6, 7, 8, 9, 10))
}
