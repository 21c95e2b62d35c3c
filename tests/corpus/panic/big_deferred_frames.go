// Deferred functions with frames of many sizes, called by panics and by returns from stacks of many sizes.
package main

import "fmt"

type eight struct{ a, b, c, d, e, f, g, h int }

//go:noinline
func mk(n int) eight { return eight{n, n + 1, n + 2, n + 3, n + 4, n + 5, n + 6, n + 7} }

func (x eight) sum() int { return x.a + x.b + x.c + x.d + x.e + x.f + x.g + x.h }

var total int
var never chan bool

func small(n int, fails bool) {
	defer func() { recover() }()
	defer func() {
		a, b := mk(n), mk(n+1)
		total += mk(a.sum()).sum() + b.sum()
	}()
	defer func() {
		n++
		a, b := mk(n), mk(n+1)
		total += mk(a.sum()).sum() + b.sum()
	}()
	if fails {
		panic(n)
	}
}

func medium(n int, fails bool) {
	defer func() { recover() }()
	defer func() {
		a, b, c, d, e, f, g, h := mk(n), mk(n+1), mk(n+2), mk(n+3), mk(n+4), mk(n+5), mk(n+6), mk(n+7)
		total += a.sum() - b.sum() + c.sum() - d.sum() + e.sum() - f.sum() + g.sum() - h.sum()
		total += a.a*h.h - b.b*g.g + c.c*f.f - d.d*e.e
	}()
	defer func() {
		n++
		a, b, c, d, e, f, g, h := mk(n), mk(n+1), mk(n+2), mk(n+3), mk(n+4), mk(n+5), mk(n+6), mk(n+7)
		total += a.sum() - b.sum() + c.sum() - d.sum() + e.sum() - f.sum() + g.sum() - h.sum()
		total += a.a*h.h - b.b*g.g + c.c*f.f - d.d*e.e
	}()
	if fails {
		panic(n)
	}
}

func large(n int, fails bool) {
	defer func() { recover() }()
	defer func() {
		a, b, c, d, e, f, g, h := mk(n), mk(n+1), mk(n+2), mk(n+3), mk(n+4), mk(n+5), mk(n+6), mk(n+7)
		i, j, k, l, m, o, p, q := mk(n), mk(n+1), mk(n+2), mk(n+3), mk(n+4), mk(n+5), mk(n+6), mk(n+7)
		r, s, t, u, v, w, x, y := mk(n), mk(n+1), mk(n+2), mk(n+3), mk(n+4), mk(n+5), mk(n+6), mk(n+7)
		total += a.sum() - b.sum() + c.sum() - d.sum() + e.sum() - f.sum() + g.sum() - h.sum()
		total += i.sum() - j.sum() + k.sum() - l.sum() + m.sum() - o.sum() + p.sum() - q.sum()
		total += r.sum() - s.sum() + t.sum() - u.sum() + v.sum() - w.sum() + x.sum() - y.sum()
		total += a.a*y.h - b.b*x.g + c.c*w.f - d.d*v.e + i.a*u.a - j.b*t.b + k.c*s.c - l.d*r.d
	}()
	defer func() {
		n++
		a, b, c, d, e, f, g, h := mk(n), mk(n+1), mk(n+2), mk(n+3), mk(n+4), mk(n+5), mk(n+6), mk(n+7)
		i, j, k, l, m, o, p, q := mk(n), mk(n+1), mk(n+2), mk(n+3), mk(n+4), mk(n+5), mk(n+6), mk(n+7)
		r, s, t, u, v, w, x, y := mk(n), mk(n+1), mk(n+2), mk(n+3), mk(n+4), mk(n+5), mk(n+6), mk(n+7)
		total += a.sum() - b.sum() + c.sum() - d.sum() + e.sum() - f.sum() + g.sum() - h.sum()
		total += i.sum() - j.sum() + k.sum() - l.sum() + m.sum() - o.sum() + p.sum() - q.sum()
		total += r.sum() - s.sum() + t.sum() - u.sum() + v.sum() - w.sum() + x.sum() - y.sum()
		total += a.a*y.h - b.b*x.g + c.c*w.f - d.d*v.e + i.a*u.a - j.b*t.b + k.c*s.c - l.d*r.d
	}()
	if fails {
		panic(n)
	}
}

// run calls f with depth frames below it, on a stack that begins small.
func run(f func(int, bool), depth int, fails bool) {
	done := make(chan bool)
	go func() {
		// It stays, so that the next one gets a new stack.
		defer func() { done <- true; <-never }()
		var down func(n int)
		down = func(n int) {
			if n > 0 {
				down(n - 1)
			} else {
				f(depth, fails)
			}
		}
		down(depth)
	}()
	<-done
}

func main() {
	for _, fails := range []bool{false, true} {
		for _, f := range []func(int, bool){small, medium, large} {
			for depth := range 40 {
				run(f, depth, fails)
			}
			fmt.Println(fails, total)
		}
	}
}
