package main

import "fmt"

func counter() (func() int, func()) {
	n := 0
	return func() int { n++; return n }, func() { n = 100 }
}

func fib() func() int {
	a, b := 0, 1
	return func() int {
		defer func() { a, b = b, a+b }()
		return a
	}
}

type op func(float64, float64) float64

func main() {
	inc, reset := counter()
	fmt.Println(inc(), inc())
	reset()
	fmt.Println(inc())
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i *= 2; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	for i := 0; i < 6; i++ {
		defer func() { fmt.Print("d", i, " ") }()
		if i == 3 {
			i++
		}
	}
	f := fib()
	for range 10 {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	ops := map[string]op{
		"+": func(a, b float64) float64 { return a + b },
		"/": func(a, b float64) float64 { return a / b },
	}
	fmt.Println(ops["+"](1, 2), ops["/"](1, 4))
	x := 1
	func() {
		x := 2
		x++
		_ = x
	}()
	fmt.Println(x)
	var rec func(int) int
	rec = func(n int) int {
		if n < 2 {
			return 1
		}
		return n * rec(n-1)
	}
	fmt.Println(rec(10))
	a, b := 1, 2
	a, b = b, a
	s := []int{0, 1, 2}
	i := 0
	i, s[i] = 2, 9
	fmt.Println(a, b, i, s)
	func(args ...any) { fmt.Println(len(args), args) }(1, "two", nil)
	var grid [3][4]int
	for y := range grid {
		for x := range grid[y] {
			grid[y][x] = y * x
		}
	}
	fmt.Println(grid)
outer:
	for y := range 5 {
		for x := range 5 {
			if x == 3 {
				continue outer
			}
			if y == 2 {
				break outer
			}
			fmt.Print(y, x, " ")
		}
	}
	fmt.Println()
	n := 0
top:
	n++
	if n < 3 {
		goto top
	}
	fmt.Println(n)
	switch {
	case n > 2:
		fmt.Println("big")
		fallthrough
	case n > 100:
		fmt.Println("fell")
	default:
		fmt.Println("no")
	}
	switch y := n * 2; y {
	case 1, 2, 3:
		fmt.Println("small")
	case 6:
		fmt.Println("six")
	}
}
