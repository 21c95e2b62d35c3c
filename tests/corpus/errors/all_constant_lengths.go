// Whether the length of an array is a constant: not when a call or a receive would be evaluated, wherever it stands.
package main

type A [3]int
type S struct {
	a A
	p *A
	s []A
	m map[string]A
}

func f() int    { return 1 }
func arr() A    { return A{} }
func ptr() *A   { return nil }
func g[T any]() {}

var (
	v A
	s S
	p = &v
	c chan A
	d chan *A
	x any
)

const (
	l1  = len(v)
	l2  = len(p)
	l3  = cap(s.a)
	l4  = len(s.p)
	l5  = len(*p)
	l6  = len(s.s[0])
	l7  = len(s.m["a"])
	l8  = len(arr())
	l9  = len(ptr())
	l10 = len(<-c)
	l11 = cap(<-d)
	l12 = len([3]int{})
	l13 = len([3]int{1, f()})
	l14 = len([...]int{5: 1})
	l15 = len([...]int{f(), 5: 1})
	l16 = len(A{1: f()})
	l17 = len(s.s[f()])
	l18 = len(s.s[len(x.(string))])
	l19 = len(x.(A))
	l20 = len([1]A{arr()})
	l21 = len([1]A{v}[0])
	l22 = len([1]A{arr()}[0])
	l23 = len(map[int]A{f(): v}[0])
	l24 = len(map[int]A{0: arr()}[0])
	l25 = len([2]int{int(1.0)})
	l26 = len([2]float64{float64(f())})
	l27 = len([2]int{len("abc"), cap(v)})
	l28 = len([2]int{len(arr())})
	l29 = len([2]func(){func() { f() }})
	l30 = len([2]int{func() int { return 1 }()})
	l31 = len([2]*A{&v})
	l32 = len([2]*A{&A{f()}})
	l33 = len([2]bool{f() == 1})
	l34 = len([2]int{-f()})
	l35 = len([2]int{(f())})
	l36 = len([2]A{<-c})
	l37 = len([2]any{x.(func() int)})
	l38 = len([2]any{x.(func() int)()})
	l39 = len([2][]int{v[f():]})
	l40 = len([2][]int{v[1:f()]})
	l41 = len([2][]int{v[1:2:f()]})
	l42 = len([2][]int{v[:]})
	l43 = len([2]S{{a: arr()}})
	l44 = len([2]S{{a: v}})
	l45 = len([2]func(){g[int]})
	l46 = len([2]int{f: 1})
	l47 = len([2]string{string(rune(f()))})
	l48 = len([2]complex128{complex(1, 2), complex(1, float64(f()))})
	l49 = len([2]*int{new(int)})
	l50 = len([2][]int{make([]int, 1)})
	l51 = len([2]int{min(1, 2)})
	l52 = len([2]int{max(1, f())})
	l53 = len([]int{1})
	l54 = len("abc" + "d")
	l55 = len(string(rune(l1)))
	l56 = len(x)
)

var a1 [len(v)]int = [3]int{}
var a2 [len(arr())]int
var a3 [len(s.a)][len(p)]int

func main() {
	switch 3 {
	case len(v), len(p):
	case len(arr()), len(<-c), len(ptr()):
	}
}
