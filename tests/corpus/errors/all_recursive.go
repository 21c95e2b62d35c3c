// Types, constants, variables and functions that need themselves.
package main

import "unsafe"

type A1 A1
type A2 A3
type A3 A2
type A4 [2]A4
type A5 struct{ a A5 }
type A6 struct{ a [2]A7 }
type A7 struct{ b A6 }
type A8 struct{ a *A8; b []A8; c map[string]A8; d chan A8; e func(A8) A8; f interface{ m(A8) } }
type A9 interface{ A9 }
type B1 interface{ B2 }
type B2 interface{ B1 }
type B3 interface{ m() B3 }
type B4 [len(B4{})]int
type B5 [unsafe.Sizeof(B5{})]int
type B6 struct{ a [unsafe.Sizeof(B6{})]int }
type B7 struct{ a [len(B7{}.a)]int }
type B8 = B8
type B9 = *B9
type C1 = []C2
type C2 = map[string]C1
type C3 = struct{ c C3 }
type C4[T any] struct{ a C4[T] }
type C5[T any] struct{ a *C5[T] }
type C6[T any] struct{ a *C6[*T] }
type C7[T C7[T]] struct{}
type C8[T interface{ m(C8[T]) }] struct{}
type C9[T any] struct{ a C10[T] }
type C10[T any] struct{ b [1]C9[T] }
type D1[T any] struct{ a T }
type D2 struct{ a D1[D2] }
type D3 struct{ a D1[*D3] }
type D4 D1[D4]
type D6 []D6
type D7 func(D7) D7
type D8 map[D8]int
type D9 map[string]D9
type E1 struct{ E1 }
type E2 struct{ *E2 }
type E3 struct{ E4 }
type E4 struct{ *E3 }
type E5 interface{ m(interface{ E5 }) }
type E6 interface{ ~[]E6 }
type E7 interface{ int | E7 }
type E8[T E9[T]] interface{ m() T }
type E9[T E8[T]] interface{ n() T }

const k1 = k1
const k2, k3 = k3, k2
const k4 = len([k4]int{})

var v1 = v1
var v2, v3 = v3, v2
var v4 int = v4
var v6 = f1()
var v7 = func() int { return v7() }()
var v8 = func() int { return v8 }
var v9 = &v9
var w1 *int = &w2
var w2 = *w1
var w3 = f4()
var w4, w5 = f5()
var w6 = T{}.m()
var w7 = T.n(T{})
var w8 = (*T).o
var w9 = any(T{}).(interface{ m() int })
var x1 [len(x1)]int
var x2 = len(x2)
var x3 = [...]int{len(x3)}
var x4 = unsafe.Sizeof(x4)
var x5 int = int(unsafe.Sizeof(x5))

type T struct{}

func (T) m() int  { return w6 }
func (T) n() int  { return w7 }
func (*T) o() int { _ = w8; return 1 }

func f1() int        { return f2() }
func f2() int        { return f3() }
func f3() int        { return v6 }
func f4() int        { return 1 }
func f5() (int, int) { return w4, 1 }

func main() {
	type L1 L1
	type L2 struct{ a L2 }
	type L3 struct{ a *L3 }
	type L4 = L4
	type L5 [len(L5{})]int
	const l1 = l1
	var l2 = l2
	type L6 interface{ L6 }
	type L7[T any] struct{ a *L7[T] }
	f := func() { f() }
	type L8 func() L8
	_ = f
}
