// Goroutines with first frames of every size on stacks that ended goroutines left, small and big ones by turns.
package main

import "fmt"

type eight struct{ a, b, c, d, e, f, g, h int }

//go:noinline
func mk(n int) eight { return eight{n, n + 1, n + 2, n + 3, n + 4, n + 5, n + 6, n + 7} }

func (x eight) sum() int { return x.a + x.b + x.c + x.d + x.e + x.f + x.g + x.h }


var results = make(chan int)

func small(n int) { go func() { results <- n }() }

func medium(n int) {
	go func() {
		a, b, c, d, e, f, g, h := mk(n), mk(n+1), mk(n+2), mk(n+3), mk(n+4), mk(n+5), mk(n+6), mk(n+7)
		x := a.sum() - b.sum() + c.sum() - d.sum() + e.sum() - f.sum() + g.sum() - h.sum()
		results <- x + a.a*h.h - b.b*g.g + c.c*f.f - d.d*e.e
	}()
}

func large(n int) {
	go func() {
		a, b, c, d, e, f, g, h := mk(n), mk(n+1), mk(n+2), mk(n+3), mk(n+4), mk(n+5), mk(n+6), mk(n+7)
		i, j, k, l, m, o, p, q := mk(n), mk(n+1), mk(n+2), mk(n+3), mk(n+4), mk(n+5), mk(n+6), mk(n+7)
		r, s, t, u, v, w, x, y := mk(n), mk(n+1), mk(n+2), mk(n+3), mk(n+4), mk(n+5), mk(n+6), mk(n+7)
		z := a.sum() - b.sum() + c.sum() - d.sum() + e.sum() - f.sum() + g.sum() - h.sum()
		z += i.sum() - j.sum() + k.sum() - l.sum() + m.sum() - o.sum() + p.sum() - q.sum()
		z += r.sum() - s.sum() + t.sum() - u.sum() + v.sum() - w.sum() + x.sum() - y.sum()
		results <- z + a.a*y.h - b.b*x.g + c.c*w.f - d.d*v.e + i.a*u.a - j.b*t.b + k.c*s.c - l.d*r.d
	}()
}

func deep(n int) {
	var down func(n int) int
	down = func(n int) int {
		if n == 0 {
			return 1
		}
		return down(n-1) + 1
	}
	go func() { results <- down(n * 3) }()
}

func main() {
	kinds := []func(int){small, medium, large, deep}
	sum := 0
	for first := range kinds {
		for second := range kinds {
			for n := range 12 {
				kinds[first](n)
				sum += <-results
				kinds[second](n)
				sum += <-results
			}
			for n := range 8 {
				kinds[first](n)
				kinds[second](n)
			}
			for range 16 {
				sum += <-results
			}
		}
		fmt.Println(first, sum)
	}
}
