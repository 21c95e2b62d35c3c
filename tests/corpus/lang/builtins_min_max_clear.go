// The built-in functions at their edges: append, copy, clear, min, max, len, cap, make, new, delete, complex,
// real, imag, close, and new with a value.
package main

import (
	"fmt"
	"math"
)

type ints []int

func caught(what string, f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println(what, "->", e)
		}
	}()
	f()
}

func variadic(xs ...any) int { return len(xs) }

func main() {
	a := make([]int, 2, 5)
	b := append(a, 1)
	c := append(a, 2)
	fmt.Println(a, b, c, len(b), cap(b), &b[0] == &c[0])
	d := append(a[:1:1], 9)
	fmt.Println(a, d, &a[0] == &d[0])
	fmt.Println(append([]int(nil)) == nil, append([]int{}) == nil, append([]int(nil), []int{}...) == nil, append(ints{1}, ints{2}...), append([]byte("a"), "bc"...), append([]any{}, 1, "a", nil))
	a = append(a, a...)
	a = append(a, a[1:3]...)
	fmt.Println(a, len(a))
	e := []int{1, 2, 3, 4, 5}
	var nil2 []int
	fmt.Println(copy(e[1:], e), e, copy(e, e[2:]), e, copy(e, nil2), copy([]byte{1}, "xy"), copy(e[:2], []int{7, 8, 9}), e)
	clear(e[1:3])
	m := map[float64]string{1: "a", math.NaN(): "b"}
	clear(m)
	var nm map[int]int
	var ns []int
	clear(nm)
	clear(ns)
	fmt.Println(e, len(m), nm, ns)
	delete(nm, 1)
	arr := [3]struct{ x, y int }{{1, 2}, {3, 4}}
	clear(arr[:2])
	fmt.Println(arr, len(arr), cap(arr[1:]), len(&arr), cap(&arr))

	x, y, z := 3, -1, 7
	fmt.Println(min(x, y, z), max(x, y, z), min(x), max(2.5, float64(x)), min("b", "a"), max('a', 'b'), min(1, 2.5, 'a'))
	nan, zero, neg := math.NaN(), 0.0, math.Copysign(0, -1)
	fmt.Println(min(nan, 1), max(1, nan), min(zero, neg), max(neg, zero), 1/min(zero, neg), 1/max(neg, zero), min(math.Inf(-1), nan), max(float32(1), 2))
	const k = min(5, 3) + max(1.5, 2)
	var s8 int8 = -128
	fmt.Println(k, min(s8, 5), max(uint8(200), 100), min(int64(math.MinInt64), -1))

	n := -1
	big := int64(1) << 50
	caught("make negative", func() { _ = make([]int, n) })
	caught("make cap", func() { _ = make([]int, 2, 1+n) })
	caught("make huge", func() { _ = make([]int64, big<<10) })
	caught("make chan", func() { _ = make(chan int, n) })
	fmt.Println(len(make(map[int]int, n)), cap(make(chan int, 3)), len(make([]struct{}, 1<<20)), cap(make([]int, 0)), make([]int, 0) == nil)
	caught("index of made", func() { _ = make([]int, 3)[x] })
	caught("three-index", func() { _ = e[1 : 3 : n+2] })
	caught("beyond cap", func() { _ = e[: cap(e)+x : cap(e)+x] })

	p := new(int)
	*p += 5
	q := new(42)
	r := new("text")
	t := new([]int{1, 2})
	*q++
	(*t)[0] = 9
	fmt.Println(*p, *q, *r, *t, *new(struct{ a int }), new(int) == new(int), *new(x * 2), *new(any(nil)))
	fmt.Printf("%T %T %T %T\n", q, r, t, new('x'))

	w := complex(1, float64(y))
	var f32 float32 = 2
	fmt.Println(w, real(w), imag(w), complex(f32, 1), real(complex64(w))+f32, imag(3i), w*w, w/complex(0, 1), w == 1-1i, -w)
	fmt.Println(complex(math.Inf(1), 0)/0, complex(1, 1)/complex(zero, 0), complex(nan, 1) == complex(nan, 1))

	ch := make(chan int, 2)
	ch <- 1
	fmt.Println(len(ch), cap(ch), len((chan int)(nil)), cap((chan int)(nil)), len(map[string]int(nil)), len([]int(nil)), len(""))
	close(ch)
	v, ok := <-ch
	v2, ok2 := <-ch
	fmt.Println(v, ok, v2, ok2, len(ch))
	caught("close nil", func() { close((chan int)(nil)) })
	caught("close closed", func() { close(ch) })
	caught("send closed", func() { ch <- 1 })
	fmt.Println(variadic(), variadic(nil), variadic(nil, nil), variadic([]any{1, 2}...), variadic([]any{1, 2}), variadic([]any(nil)...))
	grow := []int{}
	caps := 0
	last := -1
	for i := range 2000 {
		grow = append(grow, i)
		if cap(grow) != last {
			caps++
			last = cap(grow)
		}
	}
	fmt.Println(len(grow), grow[1999], caps < 20)
	var two [2][]int
	two[0] = append(two[0], 1)
	two[1] = append(two[0], 2)
	two[0] = append(two[0][:0], 5)
	fmt.Println(two)
	func() {
		defer func() { recover(); fmt.Println("len of call evaluated once") }()
		_ = len([1]int{func() int { panic("evaluated") }()})
	}()
	println()
	print("")
}
