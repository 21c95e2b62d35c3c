// Type parameters: constraints, instantiation, inference, cycles.
package main

import "fmt"

type Num interface{ ~int | ~float64 }
type List[T any] struct{ v []T }
type Pair[K comparable, V any] struct {
	k K
	v V
}
type Alias[T any] = []T
type Rec[T any] struct{ r Rec[T] }
type Self[T any] = T

func (l List[T]) Len() int           { return len(l.v) }
func (l List[T, U]) Two()            {}
func (l List) None()                 {}
func (l List[int]) Shadow() int      { return 1 }
func (p Pair[K, V]) Get(k K) V       { return k }
func (a Alias[T]) m()                {}
func (l List[T]) Map[U any](f func(T) U) []U { return f(1) }

type C1 interface{ int | string | int }
type C2 interface{ ~MyInt | int }
type MyInt int
type C3 interface {
	int
	fmt.Stringer | string
}
type C4 interface{ comparable | int }
type C5[T any] interface{ T | int }
type C6[T any] interface{ ~T }
type C7[T any] interface{ T }
type C8 interface{ ~error }
type C9[T any] T
type Bad[T Bad[T]] struct{}
type NoC[T nope] int
type NoC2[T T] int
type Dup[T, T any] int

var v1 Num
var v2 comparable
var v3 List
var v4 List[int, int]
var v5 Pair[[]int, int]
var v6 Pair[int]
var v7 List[nope]
var v8 int[string]
var v9 Alias
var v10 map[Num]int

func Sum[T Num](xs ...T) T               { return 0 }
func Conv[T, U any](t T) (u U)           { return }
func Keys[M ~map[K]V, K comparable, V any](m M) []K { return nil }
func Ptr[T any, P interface{ *T; Set(string) }]() {}
func Both[T any](a, b T)                 {}
func Fn[T any](f func(T) T)              {}
func Id[T any](t T) T                    { return t }
func Ch[T any](c chan T)                 {}
func Meth[T interface{ M() }](t T)       {}
func Cyc[T any](n int)                   { Cyc[*T](n) }

type hasM struct{}

func (hasM) M(int) {}

func use(s []string, m map[string]int, i int) {
	Sum("a")
	Sum[string]()
	Sum[int, int](1)
	Sum()
	Conv(1)
	Conv[int](1)
	Conv[int, string]("a")
	Keys(s)
	Both(1, "a")
	Both(i, "a")
	Both(s, m)
	Fn(i)
	Fn(Id)
	Ch(i)
	Meth(hasM{})
	Meth(i)
	Meth[int](1)
	Ptr[int]()
	_ = Id
	var g func(int) int = Id
	_ = g
	f = Conv
	_ = Sum[int]
	_ = List{}
	_ = List[int]{v: s}
	_ = Id[int]("a")
	_ = Both[int](1, "a")
	i.(int)
	Sum[nope](1)
	Both(nil, nil)
	Both(1, nil)
}

func body[T any, N Num, S []int | string, F func(int) | func(string), C chan int | chan string, P *int | *string](t T, n N, s S, f F, c C, p P, e interface{ ~int }) {
	_ = t + t
	_ = t == t
	_ = n % n
	_ = n + "a"
	_ = t.x
	t.m()
	t()
	f(1)
	_ = s[0]
	_ = s[:]
	_ = *p
	_ = <-c
	c <- 1
	close(c)
	for range f {
	}
	for range t {
	}
	_ = len(t)
	_ = t.(int)
	switch t.(type) {
	}
	_ = T(1)
	_ = N("a")
	_ = N(1.5)
	_ = int(t)
	_ = string(n)
	var x T = 1
	x = nil
	_ = make(T)
	_ = make(C)
	_ = T{}
	_ = n << 1
	_ = !n
	_ = append(s, 1)
	copy(s, s)
	delete(t, 1)
	clear(t)
	_ = max(t)
	_ = real(n)
	_ = complex(n, n)
	const k N = 1
	type L[U any] struct{ t T }
	var _ L[int] = L[string]{}
	_ = &t == &n
	_ = *t
	_ = t[0]
	_ = t[1:2]
	if t {
	}
	t++
	var i interface{ ~int } = 1
	_ = any(t).(Num)
}

func main() {}
