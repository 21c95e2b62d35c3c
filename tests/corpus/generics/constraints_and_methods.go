package main

import (
	"errors"
	"fmt"
	"sort"
	"strings"
)

type Stringish interface{ ~string | ~[]byte }

func Len[S Stringish](s S) int { return len(s) }

type Set[T comparable] map[T]struct{}

func SetOf[T comparable](vs ...T) Set[T] {
	s := Set[T]{}
	for _, v := range vs {
		s.Add(v)
	}
	return s
}
func (s Set[T]) Add(v T)           { s[v] = struct{}{} }
func (s Set[T]) Has(v T) bool      { _, ok := s[v]; return ok }
func (s Set[T]) Union(o Set[T]) Set[T] {
	r := SetOf[T]()
	for k := range s {
		r.Add(k)
	}
	for k := range o {
		r.Add(k)
	}
	return r
}

type List[T any] struct {
	head *elem[T]
	size int
}
type elem[T any] struct {
	v    T
	next *elem[T]
}

func (l *List[T]) Push(v T) *List[T] { l.head = &elem[T]{v, l.head}; l.size++; return l }
func (l *List[T]) Each(f func(T)) {
	for e := l.head; e != nil; e = e.next {
		f(e.v)
	}
}

type Pair[A, B any] struct {
	First  A
	Second B
}

func MakePair[A, B any](a A, b B) Pair[A, B] { return Pair[A, B]{a, b} }
func (p Pair[A, B]) Swap() Pair[B, A]        { return Pair[B, A]{p.Second, p.First} }
func (p Pair[A, B]) String() string          { return fmt.Sprintf("<%v|%v>", p.First, p.Second) }

type Shape interface {
	Area() float64
	comparable
}
type Sq struct{ s float64 }

func (s Sq) Area() float64 { return s.s * s.s }

func Largest[S Shape](shapes []S) (best S, same int) {
	for _, s := range shapes {
		if s.Area() > best.Area() {
			best = s
		}
	}
	for _, s := range shapes {
		if s == best {
			same++
		}
	}
	return
}

type PtrTo[T any] interface {
	*T
	Set(string)
}
type Conf struct{ v string }

func (c *Conf) Set(s string) { c.v = s }

func Build[T any, P PtrTo[T]](s string) T {
	var t T
	P(&t).Set(s)
	return t
}

func Keys[M ~map[K]V, K comparable, V any](m M) []K {
	r := make([]K, 0, len(m))
	for k := range m {
		r = append(r, k)
	}
	return r
}

func Ptr[T any](v T) *T { return &v }

type Tree[T interface{ Less(T) bool }] struct {
	l, r *Tree[T]
	v    T
}

func (t *Tree[T]) Insert(v T) *Tree[T] {
	if t == nil {
		return &Tree[T]{v: v}
	}
	if v.Less(t.v) {
		t.l = t.l.Insert(v)
	} else {
		t.r = t.r.Insert(v)
	}
	return t
}
func (t *Tree[T]) Walk(f func(T)) {
	if t != nil {
		t.l.Walk(f)
		f(t.v)
		t.r.Walk(f)
	}
}

type Age int

func (a Age) Less(b Age) bool { return a < b }

func kind[T any](v T) string {
	switch any(v).(type) {
	case int:
		return "int"
	case string:
		return "string"
	case []T:
		return "slice of T"
	case fmt.Stringer:
		return "stringer"
	}
	return "other"
}

func zero[T any]() T { var z T; return z }

func apply[T any](x T, fs ...func(T) T) T {
	for _, f := range fs {
		x = f(x)
	}
	return x
}

func main() {
	fmt.Println(Len("héllo"), Len([]byte("abc")))
	u := SetOf(1, 2).Union(SetOf(2, 3))
	fmt.Println(len(u), u.Has(3), u.Has(4))
	var l List[string]
	l.Push("a").Push("b").Push("c")
	var sb strings.Builder
	l.Each(func(s string) { sb.WriteString(s) })
	fmt.Println(sb.String(), l.size)
	p := MakePair("x", 3.5)
	fmt.Println(p, p.Swap(), MakePair(p, 1))
	fmt.Printf("%T %T\n", p, p.Swap())
	fmt.Println(Largest([]Sq{{1}, {3}, {2}, {3}}))
	fmt.Println(Build[Conf]("hello").v)
	k := Keys(map[string]int{"b": 1, "a": 2})
	sort.Strings(k)
	fmt.Println(k, *Ptr(5), *Ptr("s"))
	var t *Tree[Age]
	for _, a := range []Age{5, 2, 8, 1} {
		t = t.Insert(a)
	}
	t.Walk(func(a Age) { fmt.Print(a, " ") })
	fmt.Println()
	fmt.Println(kind(1), kind("s"), kind(2.5), kind(p))
	fmt.Println(zero[int](), zero[string]() == "", zero[*int]() == nil, zero[error]() == nil, zero[[2]int]())
	fmt.Println(apply(3, func(i int) int { return i + 1 }, func(i int) int { return i * i }))
	f := MakePair[int, error]
	fmt.Println(f(1, errors.New("e")))
	swap := Pair[int, string].Swap
	fmt.Println(swap(Pair[int, string]{1, "q"}))
}
