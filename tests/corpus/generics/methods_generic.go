// Methods with type parameters of their own: on plain and generic types, as values and expressions,
// through embedding, beside methods of interfaces.
package main

import (
	"fmt"
	"strings"
)

type Stream[T any] struct{ xs []T }

func From[T any](xs ...T) Stream[T] { return Stream[T]{xs} }

func (s Stream[T]) Map[R any](f func(T) R) Stream[R] {
	out := make([]R, len(s.xs))
	for i, x := range s.xs {
		out[i] = f(x)
	}
	return Stream[R]{out}
}

func (s Stream[T]) Filter(f func(T) bool) Stream[T] {
	var out []T
	for _, x := range s.xs {
		if f(x) {
			out = append(out, x)
		}
	}
	return Stream[T]{out}
}

func (s Stream[T]) Fold[A any](a A, f func(A, T) A) A {
	for _, x := range s.xs {
		a = f(a, x)
	}
	return a
}

func (s *Stream[T]) Append[U interface{ ~[]T }](us ...U) *Stream[T] {
	for _, u := range us {
		s.xs = append(s.xs, u...)
	}
	return s
}

func (s Stream[T]) Zip[U any](o Stream[U]) []Pair[T, U] {
	var out []Pair[T, U]
	for i := range min(len(s.xs), len(o.xs)) {
		out = append(out, Pair[T, U]{s.xs[i], o.xs[i]})
	}
	return out
}

type Pair[A, B any] struct {
	A A
	B B
}

func (p Pair[A, B]) Swap() Pair[B, A] { return Pair[B, A]{p.B, p.A} }

func (p Pair[A, B]) With[C any](c C) [2]any { return [2]any{p, Triple[A, B, C]{p, c}} }

type Triple[A, B, C any] struct {
	Pair[A, B]
	C C
}

type Logger struct{ out strings.Builder }

func (l *Logger) Log[T any](what string, x T) T {
	fmt.Fprintf(&l.out, "%s=%v(%T);", what, x, x)
	return x
}

func (l Logger) Count() int { return strings.Count(l.out.String(), ";") }

type Service struct {
	*Logger
	name string
}

type Counter interface{ Count() int }

type Int int

func (i Int) As[T ~int | ~float64]() T { return T(i) }

func (i Int) Times[T any](f func(Int) T) (out []T) {
	for j := range i {
		out = append(out, f(j))
	}
	return
}

type Set[K comparable] map[K]struct{}

func (s Set[K]) Collect[V any](f func(K) (V, bool)) map[K]V {
	out := map[K]V{}
	for k := range s {
		if v, ok := f(k); ok {
			out[k] = v
		}
	}
	return out
}

func main() {
	s := From(1, 2, 3, 4)
	words := s.Map(func(i int) string { return strings.Repeat("x", i) })
	fmt.Println(words, words.Filter(func(s string) bool { return len(s)%2 == 0 }))
	fmt.Println(s.Fold("", func(a string, i int) string { return a + fmt.Sprint(i) }), s.Fold(0.5, func(a float64, i int) float64 { return a + float64(i) }))
	type ints []int
	fmt.Println(s.Append(ints{9}, ints{8, 7}).xs)
	fmt.Printf("%+v\n", From(s.Zip(words)...).Map(Pair[int, string].Swap))
	fmt.Printf("%+v\n", Pair[int, bool]{1, true}.With("c"))

	l := &Logger{}
	sv := Service{l, "svc"}
	fmt.Println(sv.Log("a", 1)+1, sv.Log("b", "x")+"y", sv.Log[any]("c", nil))
	fmt.Println(l.out.String(), sv.Count(), Counter(sv).Count())

	f := s.Map[bool]
	fmt.Println(f(func(i int) bool { return i > 2 }))
	g := (*Logger).Log[float64]
	fmt.Println(g(l, "e", 1.5))
	h := Stream[string].Fold[int]
	fmt.Println(h(words, 0, func(a int, s string) int { return a + len(s) }))
	k := sv.Log[rune]
	fmt.Println(k("r", 'q'), l.Count())

	i := Int(3)
	fmt.Println(i.As[float64]()/2, i.As[int]()/2, i.Times(func(j Int) Int { return j * j }), Int.As[Int](7))
	var e interface{ Count() int } = l
	fmt.Println(e.Count())
	set := Set[string]{"ab": {}, "c": {}}
	fmt.Println(set.Collect(func(k string) (int, bool) { return len(k), len(k) > 1 }))
	defer l.Log("deferred", func() string { return "now" }())
	defer func() { fmt.Println(recover(), l.Count()) }()
	var none *Logger
	none.Log("nil", 1)
}
