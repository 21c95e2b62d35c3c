// What came after go1.8.
package main

import "unsafe"

type A = int

type P[T any] struct{ x T }

type C interface{ ~int | string }

type U interface{ int }

type E interface {
	M()
}

type F interface {
	E
	G
}

type G interface{ M() }

func id[T any](x T) T { return x }

func apply(f func(int) int) int { return f(1) }

func (p P[T]) m() {}

var (
	a1 = 0b1
	a2 = 0o7
	a3 = 1_000
	a4 = 0x1p3
	a5 = 0x1i
	a6 = 0b1i
	a7 = 'a'
	a8 = 07i
)

var shift int = 2

var (
	b1 = 1 << shift
	b2 = id[int]
	b3 = id(1)
	b4 = P[int]{}
	b5 func(int) int = id
	b6 = apply(id)
)

func main() {
	s := []int{1}
	_ = (*[1]int)(s)
	_ = [1]int(s)
	clear(s)
	_ = min(1, 2)
	_ = max(1, 2)
	_ = unsafe.Slice(&s[0], 1)
	_ = unsafe.Add(nil, 1)
	_ = unsafe.String(nil, 0)
	_ = unsafe.StringData("")
	_ = unsafe.SliceData(s)
	for range 3 {
	}
	for range f {
	}
	var x any
	_ = x
	var y comparable
	shift <<= shift
	_ = new(1)
}

func f(yield func() bool) {}
