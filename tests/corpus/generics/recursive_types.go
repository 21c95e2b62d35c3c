// Generic types that refer to themselves, directly and through each other; aliases with parameters;
// F-bounded constraints; embedding of instances and interfaces of instances.
package main

import (
	"fmt"
	"strings"
)

type Ordered[T any] interface{ Less(T) bool }

type Num int

func (a Num) Less(b Num) bool { return a < b }

type Word string

func (a Word) Less(b Word) bool { return strings.ToLower(string(a)) < strings.ToLower(string(b)) }

func Smallest[T Ordered[T]](xs ...T) T {
	best := xs[0]
	for _, x := range xs[1:] {
		if x.Less(best) {
			best = x
		}
	}
	return best
}

type Node[T any, E Edge[T]] struct {
	value T
	edges []E
}

type Edge[T any] interface{ Weight(T) int }

type road struct {
	to   *Node[string, road]
	base int
}

func (r road) Weight(from string) int { return r.base + len(from) }

func (n *Node[T, E]) Total() (sum int) {
	for _, e := range n.edges {
		sum += e.Weight(n.value)
	}
	return
}

type Expr[T any] interface{ Eval() T }

type Lit[T any] struct{ v T }

func (l Lit[T]) Eval() T { return l.v }

type Bin[T any] struct {
	x, y Expr[T]
	op   func(T, T) T
}

func (b Bin[T]) Eval() T { return b.op(b.x.Eval(), b.y.Eval()) }

type Cond[T any] struct {
	test      Expr[bool]
	then, els Expr[T]
}

func (c Cond[T]) Eval() T {
	if c.test.Eval() {
		return c.then.Eval()
	}
	return c.els.Eval()
}

type Tree[T any] struct {
	Leaf T
	Kids []Tree[T]
}

func (t Tree[T]) Depth() int {
	d := 0
	for _, k := range t.Kids {
		d = max(d, k.Depth())
	}
	return d + 1
}

func MapTree[T, U any](t Tree[T], f func(T) U) Tree[U] {
	u := Tree[U]{Leaf: f(t.Leaf)}
	for _, k := range t.Kids {
		u.Kids = append(u.Kids, MapTree(k, f))
	}
	return u
}

type Vec[T any] = []T

type StringMap[V any] = map[string]V

type Grid[T any] = Vec[Vec[T]]

type Fn[A, R any] = func(A) R

type TreeOf[T any] = Tree[T]

func Transpose[T any](g Grid[T]) Grid[T] {
	out := make(Grid[T], len(g[0]))
	for _, row := range g {
		for j, x := range row {
			out[j] = append(out[j], x)
		}
	}
	return out
}

func Call[A, R any](f Fn[A, R], a A) R { return f(a) }

type Base[T any] struct {
	id T
}

func (b Base[T]) ID() T         { return b.id }
func (b *Base[T]) SetID(id T)   { b.id = id }
func (b Base[T]) Same(o T) bool { return any(b.id) == any(o) }

type User struct {
	Base[int]
	name string
}

type Device struct {
	*Base[string]
}

type Box[T any] struct {
	Base[T]
	inner T
}

type Identified[T any] interface {
	ID() T
	SetID(T)
}

func Renumber[T any](x Identified[T], id T) T {
	old := x.ID()
	x.SetID(id)
	return old
}

type Option[T any] struct {
	v  *T
	ok bool
}

func Some[T any](v T) Option[T] { return Option[T]{&v, true} }
func None[T any]() Option[T]    { return Option[T]{} }

func (o Option[T]) Or(d T) T {
	if o.ok {
		return *o.v
	}
	return d
}

func Chain[T, U any](o Option[T], f func(T) Option[U]) Option[U] {
	if !o.ok {
		return None[U]()
	}
	return f(*o.v)
}

type Self[S any] interface {
	Clone() S
}

type sheep struct{ n int }

func (s sheep) Clone() sheep { return sheep{s.n + 1} }

func Herd[S Self[S]](s S, n int) (out []S) {
	for range n {
		out = append(out, s)
		s = s.Clone()
	}
	return
}

func main() {
	fmt.Println(Smallest[Num](3, 1, 2), Smallest(Word("b"), "A", "c"))
	a := &Node[string, road]{value: "abc"}
	b := &Node[string, road]{value: "z", edges: []road{{a, 1}, {nil, 10}}}
	a.edges = append(a.edges, road{b, 5})
	fmt.Println(a.Total(), b.Total(), b.edges[0].to.value)

	plus := func(x, y int) int { return x + y }
	e := Cond[int]{Lit[bool]{true}, Bin[int]{Lit[int]{1}, Bin[int]{Lit[int]{2}, Lit[int]{3}, plus}, plus}, nil}
	fmt.Println(e.Eval(), Bin[string]{Lit[string]{"a"}, Lit[string]{"b"}, func(a, b string) string { return a + b }}.Eval())
	fmt.Printf("%T %T\n", e, e.then)

	t := TreeOf[int]{1, []Tree[int]{{2, nil}, {3, []Tree[int]{{4, nil}}}}}
	fmt.Println(t.Depth(), MapTree(t, func(i int) string { return strings.Repeat("*", i) }))

	fmt.Println(Transpose(Grid[int]{{1, 2, 3}, {4, 5, 6}}), Call(func(s string) int { return len(s) }, "four"))
	var sm StringMap[Vec[bool]] = map[string][]bool{"a": {true}}
	fmt.Printf("%v %T %T\n", sm, sm, t)

	u := &User{Base[int]{1}, "ann"}
	d := Device{&Base[string]{"d1"}}
	bx := &Box[float64]{Base[float64]{0.5}, 2}
	fmt.Println(Renumber(u, 7), Renumber[string](d, "d2"), Renumber(bx, 1.5))
	fmt.Println(u.ID(), d.ID(), bx.ID(), u.Same(7), d.Same("d1"), bx.id+bx.inner)
	fmt.Printf("%+v %+v %T\n", *u, *bx, bx)

	half := func(i int) Option[float64] {
		if i%2 != 0 {
			return None[float64]()
		}
		return Some(float64(i) / 2)
	}
	fmt.Println(Chain(Some(6), half).Or(-1), Chain(Some(5), half).Or(-1), Chain(None[int](), half).Or(-2))
	fmt.Println(Herd(sheep{}, 3))
}
