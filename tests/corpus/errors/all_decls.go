// Declarations: names, counts, constants, receivers, imports.
package main

import (
	"fmt"
	. "errors"
	format "fmt"
	str "strings"
	init "os"
)

import "math"
import "math"

const (
	c1, c2 = 1
	c3     = 1, 2
	c4     = fmt.Sprint("x")
	c5 []int = nil
	c6 int8  = 1000
	c7
	c8 = iota + "x"
)

const (
	d1, d2 = 1, 2
	d3
	d4, d5, d6
)

const c9

var (
	v1, v2 = 1
	v3     = 1, 2
	v4, v5 = pair(), 1
	v6     = iota
	v7 int = "s"
	v8     = nil
	v9     = nothing()
	v10    = fmt
	v11    = fmt.println
	v12    = fmt.Printl
	v13    = _
	v14 struct{} = struct{}{1}
	v15, v16, v17 = pair()
)

type main int

var init = 1

func pair() (int, int) { return 1, 2 }
func nothing()         {}

func main(x int) {}
func main[T any]() {}
func init() int { return 1 }
func init()
func v1() {}

type T struct {
	a int
	a string
	*I
	*P
	E
	U
	fmt.Stringer
}
type I interface {
	m()
	m()
	_()
	fmt.Stringer
	String() int
}
type P *int
type E = *int
type U struct{ x.y }

func (T) a()         {}
func (t T) b()       {}
func (t *T) b()      {}
func (P) p()         {}
func (I) i()         {}
func (int) n()       {}
func (fmt.State) s() {}
func ([]int) sl()    {}
func (**T) pp()      {}
func (missing) mm()  {}
func (c1) cc()       {}
func (T[int]) g()    {}
func (_) blank()     {}

type R1 R1
type R2 struct{ r R2 }
type R3 [2]R4
type R4 struct{ r R3 }
type R5 = []R5
type R6 [len(R6{})]int
type R7 interface{ R7 }
type A1 [v1]int
type A2 [1.5]int
type A3 [-1]int
type A4 [nope]int
type A5 ["x"]int
type A6 [...]int
type A7 [pair]int
type A8 [len(fmt.Sprint())]int
type M1 map[[]int]int
type M2 map[func()]int
type N1 nope
type N2 fmt.Nope
type N3 v1
type N4 fmt
type N5 T.a

var cyc1 = cyc2
var cyc2 = cycf()

func cycf() int { return cyc1 }

var cyc3 [len(cycg())]int

func cycg() [len(cyc3)]int

func variadic(a ...int, b int)    {}
func grouped(a, b ...int)         {}
func results() (a ...int)         { return nil }
func dup(a, a int) (b, a string)  { panic(0) }
func noReturn() int               {}
func shadow() (r int) {
	{
		r := 1
		return
	}
}
