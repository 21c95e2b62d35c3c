// Declarations: names given twice, members that collide, receivers, embedding, parameters.
package main

import (
	"fmt"
	_ "os"
	str "strings"
	str "strconv"
	"strings"
)

var dup int
const dup = 1
func dup() {}
type dup int
func init() {}
func init() {}
func init(int) {}
func init() int { return 1 }
var init = 1
type main int
func _() {}
func _() {}
var _ = 1
type _ int
const _ = 1
var fmt = 1

type s struct {
	a int
	a string
	b, b int
	_ int
	_ int
	*s1
	s1
	s2
	s2 int
	int
	*int
	string
	str.Builder
	any
	*any
	error
	*error
	pt
	gs[int]
	*gs[string]
	tp
}
type s1 struct{}
type s2 struct{}
type pt *int
type gs[T any] struct{ T }
type gs2[T any] struct{ *T }
type tp = *int
type ifc interface {
	m()
	m()
	m(int)
	n()
	other
	any
	comparable
	int
	*int
	s1
	~s1
	~int | string
	error | int
	undefined
	_()
	ifc2
}
type ifc2 interface{ n() int }
type other interface{ o() }

func (s1) m()            {}
func (s1) m(int)         {}
func (*s1) m()           {}
func (s2) s2()           {}
func (s) a()             {}
func (s) q()             {}
func (*s) q()            {}
func (int) m()           {}
func (*int) m()          {}
func (pt) m()            {}
func (*pt) m()           {}
func ([]int) m()         {}
func (**s1) n()          {}
func (undefined) m()     {}
func (fmt.Stringer) m()  {}
func (str.Builder) m()   {}
func (s1) _()            {}
func (s1) _()            {}
func (gs) m()            {}
func (gs[int]) n()       {}
func (gs[A, B]) o()      {}
func (g gs[T]) p() T     { return g.T }
func (s1[T]) g()         {}
func (x s1) x(x int)     {}
func (x s1) y() (x int)  { return }
func (s1) gen[T any]()   {}
func (tp) m()            {}
func (al) z()            {}
func (*al) z2()          {}
func (al) m()            {}

type al = s1

func f1(a int, a string)             {}
func f2(a int) (a string)            { return }
func f5(...int)                      {}
func f8[T, T any]()                  {}
func f9[T any](T int)                {}
func g1[T any, U T]()                {}
func g2[T *int]()                    {}
func g3[T interface{ *int }]()       {}
func g4[T int](x T)                  {}
func g5[T undefined]()               {}
func g6[T s1]()                      {}
func g7[T ~s1]()                     {}
func g8[_ any, _ any]()              {}
func g9[T any]() { var T int; _ = T }
func h1(_ int, _ string)             {}
func h2(int, string) (int, error)    { return 1 }
func h4(x int) { x := 1 }
func h5(x int) { var x string; _ = x }
func h6(x int) { { x := "a"; _ = x } }
func h7() (x int, err error) { { x := 1; return } }
func h8() (x int) { func() { x := 1; _ = x }(); return }
func h9() (x int) { if x := 1; x > 0 { return }; return }

func body() {
	var a int
	var a string
	a, b := 1, 2
	a, b := 3, 4
	a, a := 1, 2
	_, _ := 1, 2
	a := 5
	c, a.x := 1, 2
	const a = 1
	type a int
	func() { a := 1 }()
	var _, _ = 1, 2
	var d, e, f int
	var g = 1
	g = 2
	var ( h int; h int )
	const ( k = iota; k; l )
	const n int
	const o, q = 1
	const r = 1, 2
	const u, v = iota, iota + 1
	const t = a
	const w = len("abc")
	const x = len([3]int{})
	const y = len([]int{})
	const z = body
	var aa, bb = 1
	var cc = 1, 2
	var dd, ee int = 1, 2, 3
	var gg = nil
	var hh = body()
	var ii = body
	var jj = two()
	var kk, ll, mm = two()
	nn := nil
	oo := body()
	pp := body
	var qq, rr = two(), 1
	var ss int = "a"
	var tt []int = [3]int{}
	var uu = [...]int{1, 2}
	var vv [...]int
	var ww [-1]int
	var xx [1.5]int
	var yy ["a"]int
	var zz [1 << 62]int
	var ab [a]int
	var ac [2.0]int
	L:
	L:
	for {
	}
M:
	goto N
}
func two() (int, int) { return 1, 2 }
