// Errors that the other files of this kind leave out.
package main

import (
	"fmt"
	"strings"
	. "strings"
	"unsafe"
)

var fmt int

type (
	I1 interface{ comparable }
	I2 interface{ int | string }
	S  struct{ a, b int }
	D  struct{ S }
	L[T any] []T
	LI = L[int]
)

var (
	cycle    = cycleF()
	self     = func() int { return self }()
	noType   main.X
	exportd  = strings.nope()
	shiftF   = 1.5 << 3
	shiftU   = 1 << -1
	un       unsafe.Nope
)

func cycleF() int { return cycle }

func noBody()

func init() int { return 1 }

func init()

var init = 1

func (l LI) m()     {}
func (l L[int]) m() {}
func (l L[S.a]) n() {}

type Emb struct {
	unsafe.Pointer
	*unsafe.Pointer
	*I1
}

type EmbT[T any] struct {
	T
	*T
}

func lits() {
	k := 1
	_ = [3]int{k: 1}
	_ = D{S: S{}, a: 1}
	_ = D{a: 1, S: S{}}
	_ = [...]int{1 << 70: 2}
	_ = []int{"a": 1}
	_ = [2]int{-1: 1}
	_ = []int{1.5: 1}
	_ = "abc"[1<<70]
	_ = make([]int, 1<<70)
	_ = []int{}[1<<70:]
}

func stmts(x int, p *int, ch chan int) {
	for a.b := range []int{} {
	}
	for 1 := range []int{} {
	}
	for a, b, c := range []int{} {
	}
	x += two()
	len(1) = 2
	two() = 1
	S{}.a = 1
	"a"[0] = 1
	map[string]S{}["a"].a = 1
	main = nil
	int = 1
	nil = 1
	true = false
	*x = 1
	**p = 1
	_ = *nil
	_ = *main
	var f float64
	_ = 1 << f
	_ = f << 1
	_ = 1.0 << x
	var u = 1.0 << x
	var w float64 = 1 << x
	_ = x << -1
	_ = x << 1.5
	_ = "a" << 1
	_ = x << "a"
	const c = 1 << 1000
	_ = c
	_ = 1 << 100000
	_ = 1e1000000
	_ = -1 >> 1 << 600
	select {
	case x:
	case x = 1:
	case y := x:
	}
outer:
	if x > 0 {
		for {
			continue outer
		}
	}
	_, _ = x.(type), 1
	_ = int
	_ = fmt
	_ = fmt.nope
	_ = fmt.Nope
	_ = strings.builder{}
	var z notType
	var zz x
	var z3 *x.y
	var z4 fmt.Println
	var z5 [x]int
	var z6 [-1]int
	var z7 [1.5]int
	var z8 ["a"]int
	var z9 map[[]int]int
	_ = two[int]
	_ = LI[int]{}
	_ = S[int]{}
	_ = L{}
	L(nil)
	_ = L(nil)
	_ = I2(x)
	_ = []I2{}
}

func two() (int, int) { return 1, 2 }

func main() {}
