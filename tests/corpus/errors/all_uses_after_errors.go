// What stands in an expression or statement that is refused counts as used, and is checked.
package main

import (
	"fmt"
	"math"
	"os"
	"sort"
	"strings"
)

type T struct{ a int }

func generic[A, B any](A, B)       {}
func two() (int, int)              { return 1, 2 }
func apply[P any](f func(P) P, p P) {}
func same[P any](p P) P            { return p }

func main() {
	a1, a2, a3, a4, a5, a6, a7, a8, a9 := 1, 2, 3, 4, 5, 6, 7, 8, 9
	f := 1
	f(a1, undefined1)
	undefined2(a2, undefined3)
	generic[int, int, int](a3, undefined4)
	_ = T{a: 1, b: a4}
	_ = T{a5, a6}
	_ = int{a7, undefined5}
	_ = nothing{a8, undefined6}
	undefined7 = a9
	b1, b2, b3, b4, b5, b6, b7, b8, b9 := 1, 2, 3, 4, 5, 6, 7, 8, 9
	undefined8, f = b1, b2
	1, f = b3, undefined9
	f, f = b4
	f, f, f = two(), b5
	var c1, c2 int = b6, b7, undefined10
	var c3 nothing = b8
	var c4, c5 = two(), b9
	_, _ = c1, c2
	d1, d2, d3, d4, d5, d6, d7, d8, d9 := 1, 2, 3, 4, 5, 6, 7, 8, 9
	_ = make(nothing, d1, undefined11)
	_ = make(int, d2)
	_ = make([]int, 1, 2, d3)
	_ = new(d4)
	_ = len(d5, undefined12)
	_ = append(d6, d7)
	_ = copy(d8, d9)
	e1, e2, e3, e4, e5, e6, e7, e8, e9 := 1, 2, 3, 4, 5, 6, 7, 8, 9
	_ = nothing(e1)
	_ = string(e2, e3)
	_ = e4.x
	_ = e5[undefined13]
	_ = e6[undefined14:e7]
	_ = e8.(int)
	var _ [e9]int
	var _ e10
	g1, g2, g3, g4, g5, g6, g7, g8 := 1, 2, 3, 4, 5, 6, 7, 8
	var _ g1
	var _ []g2
	var _ map[g3]g4
	var _ func(g5) g6
	var _ interface{ m(g7) }
	var _ T[g8]
	var _ fmt
	var _ []math
	_ = os
	_ = sort[0]
	strings++
	h1, h2, h3, h4, h5, h6, h7, h8, h9 := 1, 2, 3, 4, 5, 6, 7, 8, 9
	for range undefined15 {
		_ = h1
	}
	for x := range h2.y {
		_ = x
	}
	for undefined16 = range h3 {
	}
	for h4, undefined17 = range []int{} {
	}
	switch undefined18 {
	case h5, undefined19:
		_ = undefined20
	}
	switch h6.z {
	case undefined21:
	}
	switch y := undefined22.(type) {
	case int:
		_ = y
	}
	switch z := h7.(type) {
	case int, undefined23:
		_ = z
	}
	if undefined24 {
		_ = h8
	} else if h9 {
	}
	i1, i2, i3, i4, i5, i6 := 1, 2, 3, 4, 5, 6
	go undefined25(i1)
	defer i2(undefined26)
	return i3, undefined27
	undefined28 <- i4
	i5 <- undefined29
	i6++
	var j1 int
	j1 = 1
	j2 := 2
	j2 = 3
	var j3, j4 = 1, undefined30
	j5, j6 := undefined31, 1
	j7, j8 := two(), 1
	var j9 undefined32
	func() { k := undefined33 }()
	func(p undefined34) undefined35 { return p }(1)
	apply(same, undefined36)
	apply(generic, 1)
	apply(same[string], 1)
	apply(two, undefined37)
	_ = same(two())
	_ = same(undefined38...)
	_ = generic
	fmt.undefined39(j1)
	fmt.println()
	fmt.Printl()
	panic(undefined40)
	panic()
	panic(1, undefined41)
	panic(nil)
	panic(1 << 100)
	panic(generic)
	print(two())
	print(1 << 100)
	recover(1)
}
