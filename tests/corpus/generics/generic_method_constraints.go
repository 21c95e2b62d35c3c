// Generic methods of generic types whose own constraints mention the receiver's parameters.
package main

import (
	"fmt"
	"strings"
)

type list[T any] struct{ items []T }

func (l list[T]) into[S ~[]T](s S) S { return append(s, l.items...) }

func (l *list[T]) each[F ~func(T) bool](f F) (n int) {
	for _, x := range l.items {
		if f(x) {
			n++
		}
	}
	return n
}

type holds[T any] interface{ get() T }

func (l list[T]) first[H holds[T]](h H) T {
	if len(l.items) > 0 {
		return l.items[0]
	}
	return h.get()
}

type fallback string

func (f fallback) get() string { return strings.ToUpper(string(f)) }

type zero[N ~int | ~float64] struct{}

func (zero[N]) get() (n N) { return n }

type pair[K comparable, V any] struct {
	k K
	v V
}

func (p pair[K, V]) index[M ~map[K]S, S ~[]V](m M) M {
	m[p.k] = append(m[p.k], p.v)
	return m
}

type ints []int
type test func(int) bool

func main() {
	l := list[int]{[]int{1, 2, 3}}
	fmt.Printf("%T %v\n", l.into(ints{9}), l.into(ints{9}))
	fmt.Printf("%T %v\n", l.into[[]int](nil), l.into[[]int](nil))
	fmt.Println(l.each(test(func(n int) bool { return n > 1 })))
	fmt.Println(l.each(func(n int) bool { return n > 2 }))
	fmt.Println(list[string]{}.first(fallback("none")), list[string]{[]string{"one"}}.first(fallback("none")))
	fmt.Println(list[float64]{}.first(zero[float64]{}), l.first(zero[int]{}))
	m := pair[string, int]{"a", 1}.index(map[string]ints{})
	m = pair[string, int]{"a", 2}.index(m)
	fmt.Printf("%T %v\n", m, m)
	f := list[rune].into[[]rune]
	fmt.Println(string(f(list[rune]{[]rune("bc")}, []rune("a"))))
}
