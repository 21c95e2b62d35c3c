package main

import "fmt"

type big struct{ a, b, c, d, e, f, g, h int }

func rec(n int, x, y, z big, tail int) int {
	if n == 0 {
		return x.a + x.h + y.a + y.h + z.a + z.h + tail
	}
	return rec(n-1, z, x, y, tail+1) + y.h
}

func main() {
	for depth := 1; depth < 400; depth += 37 {
		done := make(chan int)
		go func() {
			x := big{1, 2, 3, 4, 5, 6, 7, 8}
			y := big{11, 12, 13, 14, 15, 16, 17, 18}
			z := big{21, 22, 23, 24, 25, 26, 27, 28}
			done <- rec(depth, x, y, z, 5)
		}()
		fmt.Println(depth, <-done)
	}
}
