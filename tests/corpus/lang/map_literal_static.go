// Which entries of a map literal count as made ahead: seen by which of two with equal keys is left.
package main

import (
	"fmt"
	"unsafe"
)

func f(n int) int { return n }
func h() int      { return 1 }

type S struct{ a, b int }
type K [1]int
type MyInt int

func (m MyInt) M() int { return int(m) }

var g = 7
var pm = map[K]int{{1}: f(1), {1}: 2}
var pm2 = map[K]int{{1}: g, {1}: 2}

type T struct {
	p *int
	s []int
	e error
	i any
}

func main() {
	x := 1
	var nilp *int
	fmt.Println("pm", pm, pm2)
	m1 := map[K]func() int{{1}: h, {1}: nil}
	fmt.Println("1 h dynamic?", m1[K{1}] != nil)
	m1 = map[K]func() int{{1}: func() int { return x }, {1}: h, {1}: nil}
	fmt.Println("1b", m1[K{1}] == nil)
	m1 = map[K]func() int{{1}: func() int { return x }, {1}: func() int { return 2 }, {1}: nil}
	fmt.Println("1c", m1[K{1}] == nil)
	m1 = map[K]func() int{{1}: func() int { return 2 }, {1}: nil}
	fmt.Println("1d func literal w/o capture dynamic?", m1[K{1}] != nil)
	m1 = map[K]func() int{{1}: MyInt(3).M, {1}: nil}
	fmt.Println("1e method value dynamic?", m1[K{1}] != nil)
	m1b := map[K]func(MyInt) int{{1}: MyInt.M, {1}: nil}
	fmt.Println("1f method expr dynamic?", m1b[K{1}] != nil)
	m2 := map[K]any{{1}: x, {1}: nil}
	fmt.Println("2", m2)
	m2 = map[K]any{{1}: x, {1}: (*int)(nil)}
	fmt.Println("2b", m2)
	m2 = map[K]any{{1}: x, {1}: 5}
	fmt.Println("2c", m2)
	m2 = map[K]any{{1}: x, {1}: any(nil)}
	fmt.Println("2d", m2)
	m2 = map[K]any{{1}: x, {1}: error(nil)}
	fmt.Println("2e", m2)
	m2 = map[K]any{{1}: x, {1}: struct{}{}}
	fmt.Println("2f", m2)
	m2 = map[K]any{{1}: x, {1}: (map[int]int)(nil)}
	fmt.Println("2g", m2)
	m2 = map[K]any{{1}: x, {1}: (func())(nil) == nil}
	fmt.Println("2h", m2)
	m3 := map[K]T{{1}: {p: &x}, {1}: {}}
	fmt.Println("3", m3[K{1}].p == nil)
	m3 = map[K]T{{1}: {p: nilp, s: make([]int, 1)}, {1}: {e: nil, i: nil, p: nil}}
	fmt.Println("3b", m3[K{1}].s)
	m3 = map[K]T{{1}: {s: make([]int, 1)}, {1}: {i: 5}}
	fmt.Println("3c", m3[K{1}].s)
	m3 = map[K]T{{1}: {s: make([]int, 1)}, {1}: {s: []int{}}}
	fmt.Println("3d", m3[K{1}].s)
	m3 = map[K]T{{1}: {s: make([]int, 1)}, {1}: {i: (*int)(nil)}}
	fmt.Println("3e", m3[K{1}].s)
	m4 := map[K]MyInt{{1}: MyInt(x), {1}: MyInt(5)}
	fmt.Println("4", m4)
	m5 := map[K]unsafe.Pointer{{1}: unsafe.Pointer(&x), {1}: unsafe.Pointer(nil)}
	fmt.Println("5", m5[K{1}] == nil)
	m5b := map[K]uintptr{{1}: uintptr(x), {1}: unsafe.Sizeof(x)}
	fmt.Println("5b", m5b)
	m6 := map[K][3]int{{1}: {x}, {1}: {2: 5}}
	fmt.Println("6", m6)
	m6 = map[K][3]int{{1}: {x}, {1}: [...]int{1, 2, 3}}
	fmt.Println("6b", m6)
	m7 := map[K]*S{{1}: {x, 2}, {1}: nil}
	fmt.Println("7", m7[K{1}] == nil)
	m7 = map[K]*S{{1}: (&S{x, 2}), {1}: (*S)(nil)}
	fmt.Println("7b", m7[K{1}] == nil)
	m8 := map[K]complex128{{1}: complex(1, float64(x)), {1}: 5i}
	fmt.Println("8", m8)
	m8 = map[K]complex128{{1}: complex(1, float64(x)), {1}: complex(1, 2)}
	fmt.Println("8b", m8)
	m9 := map[any]int{nil: x, nil: 2}
	fmt.Println("9", m9)
	var nl any
	m9 = map[any]int{nl: x, nil: 2}
	fmt.Println("9b", m9)
	m9 = map[any]int{(*int)(nil): x, (*int)(nil): 2}
	fmt.Println("9c", m9)
	m9 = map[any]int{nilp: x, (*int)(nil): 2}
	fmt.Println("9d", m9)
	type St struct {
		a any
		n int
	}
	m10 := map[St]int{{nil, 1}: x, {nil, 1}: 2}
	fmt.Println("10", m10)
	m10 = map[St]int{{1, 1}: x, {1, 1}: 2}
	fmt.Println("10b", m10)
	m11 := map[K][]int{{1}: []int{1}, {1}: nil}
	fmt.Println("11", m11)
	m11 = map[K][]int{{1}: []int{1}, {1}: []int(nil)}
	fmt.Println("11b", m11)
	m12 := map[K]string{{1}: fmt.Sprint(1), {1}: string(rune(65))}
	fmt.Println("12", m12)
	m12 = map[K]string{{1}: fmt.Sprint(1), {1}: "abc"[1:2]}
	fmt.Println("12b", m12)
	m13 := map[K]int{{1}: x, {1}: len([3]int{1})}
	fmt.Println("13", m13)
	m13 = map[K]int{{1}: x, {1}: min(1, 3)}
	fmt.Println("13b", m13)
	m13 = map[K]int{{1}: x, {1}: -5, {1}: x + 1, {1}: ^6}
	fmt.Println("13c", m13)
	m13 = map[K]int{{1}: x, {1}: [2]int{3, 4}[1]}
	fmt.Println("13d", m13)
	m13 = map[K]int{{1}: x, {1}: S{3, 4}.b}
	fmt.Println("13e", m13)
	m14 := map[K]S{{1}: S{x, 1}, {1}: S(struct{ a, b int }{3, 4})}
	fmt.Println("14", m14)
	m15 := map[K]bool{{1}: x == 1, {1}: false}
	fmt.Println("15", m15)
	m15 = map[K]bool{{1}: x == 1, {1}: nil == any(nil)}
	fmt.Println("15b", m15)
	m16 := map[K]struct{ _ int }{{1}: {}}
	fmt.Println("16", len(m16))
	type B struct {
		_ int
		n int
	}
	m17 := map[K]B{{1}: B{n: x}, {1}: B{n: 4}}
	fmt.Println("17", m17)
	m18 := map[[1]float64]int{{0}: x, {0}: 2, {1 / (float64(x) - 2) * 0}: 4}
	fmt.Println("18", m18)
	m19 := map[K]chan int{{1}: make(chan int), {1}: (chan int)(nil)}
	fmt.Println("19", m19[K{1}] == nil)
	m20 := map[K][2]S{{1}: {{x, 1}, {2, 3}}, {1}: {1: {3, 4}}}
	fmt.Println("20", m20)
	gen[int](x)
	gen2[int](1, 2, "a")
}

func gen[V ~int | ~string](v V) {
	m := map[K]V{{1}: v, {1}: *new(V)}
	fmt.Println("gen", m)
	var z V
	m = map[K]V{{1}: v, {1}: z}
	fmt.Println("gen", m)
	m3 := map[K][1]V{{1}: {v}, {1}: {}}
	fmt.Println("gen", m3)
}
func gen2[V int](v, w V, a any) {
	m := map[K]V{{1}: v, {1}: 5}
	fmt.Println("gen", m)
	m2 := map[K]any{{1}: a, {1}: V(5)}
	fmt.Println("gen2", m2)
	m2 = map[K]any{{1}: a, {1}: (*V)(nil)}
	fmt.Println("gen3", m2)
	m2 = map[K]any{{1}: a, {1}: nil}
	fmt.Println("gen4", m2)
}
