// Functions with many arguments and results, called at every depth: none is lost when the stack grows.
package main

import "fmt"

type wide struct{ a, b, c, d, e, f, g, h int }

func (w wide) sum(x, y, z string, more ...int) (int, string, wide) {
	n := w.a + w.b + w.c + w.d + w.e + w.f + w.g + w.h
	for _, m := range more {
		n += m
	}
	return n, x + y + z, wide{w.h, w.g, w.f, w.e, w.d, w.c, w.b, w.a}
}

func down(depth int, a, b, c, d, e, f, g, h, i, j, k, l string) (int, string) {
	if depth == 0 {
		n, s, w := wide{1, 2, 3, 4, 5, 6, 7, 8}.sum(a, l, k, len(b), len(c))
		return n + w.a, s + d + e + f + g + h + i + j
	}
	n, s := down(depth-1, l, a, b, c, d, e, f, g, h, i, j, k)
	return n + 1, s
}

func main() {
	for depth := range 60 {
		done := make(chan string)
		go func() {
			n, s := down(depth, "a", "bb", "ccc", "d", "e", "f", "g", "h", "i", "j", "k", "l")
			done <- fmt.Sprint(n, s)
		}()
		fmt.Println(<-done)
	}
}
