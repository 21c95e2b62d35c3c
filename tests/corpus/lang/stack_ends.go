// Stacks that end anywhere in a frame: frames of every size at every depth, each filled to its end and checked
// when what it called has come back.
package main

import "fmt"

//go:noinline
func f1(n, a int) int {
	if n == 0 {
		return a
	}
	return next(n, a) - a
}

//go:noinline
func f2(n, a, b int) int {
	c := a ^ b
	r := next(n, c)
	return r - a + b - (a ^ c ^ b)
}

//go:noinline
func f3(n, a, b, c int) (int, int, int) {
	d, e := a*b, b*c
	r := next(n, d-e)
	return r + a, e - d + b*(a-c), c
}

//go:noinline
func f4(n int, s string, x []int, i any) (string, int) {
	t := s + "."
	y := append(x, n)
	r := next(n, len(t))
	return t[:len(s)], r + len(y) - len(x) + i.(int)
}

//go:noinline
func f5(n, a, b, c, d, e, f, g int) int {
	h, i, j := a-b, c-d, e-f
	r := next(n, g)
	return r + h*i*j - (a-b)*(c-d)*(e-f)
}

//go:noinline
func next(n, a int) int {
	n--
	switch {
	case n < 0:
		return a
	case n%5 == 0:
		return f1(n, a)
	case n%5 == 1:
		return f2(n, a, a+1)
	case n%5 == 2:
		x, y, z := f3(n, a, 2, 3)
		return x + y + z
	case n%5 == 3:
		s, r := f4(n, "ab", []int{a}, a)
		return len(s) + r
	}
	return f5(n, 1, 2, 3, 4, 5, 6, a)
}

func main() {
	const shapes = 6
	start := []func(n int) int{
		func(n int) int { return f1(n, n) },
		func(n int) int { return f2(n, n, 1) },
		func(n int) int { x, y, z := f3(n, n, 1, 2); return x - y + z },
		func(n int) int { s, r := f4(n, "xyz", nil, n); return len(s) - r },
		func(n int) int { return f5(n, n, 1, 2, 3, 4, 5, 6) },
		func(n int) int { return next(n, n) },
	}
	results := make(chan int)
	for shape := range shapes {
		sum := 0
		for depth := range 90 {
			// Each on a stack of its own, that begins small.
			go func() { results <- start[shape](depth) }()
			sum += <-results
		}
		fmt.Println(shape, sum)
	}
	for depth := 100; depth < 3000; depth += 97 {
		go func() { results <- start[depth%shapes](depth) }()
		fmt.Print(<-results, " ")
	}
	fmt.Println()
}
