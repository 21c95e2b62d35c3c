// Inference of type arguments: from arguments, constraints, untyped constants, targets, results of calls.
package main

import (
	"errors"
	"fmt"
	"sort"
	"strings"
)

func Map[S ~[]E, E, R any](s S, f func(E) R) []R {
	out := make([]R, 0, len(s))
	for _, e := range s {
		out = append(out, f(e))
	}
	return out
}

func Filter[S ~[]E, E any](s S, f func(E) bool) S {
	var out S
	for _, e := range s {
		if f(e) {
			out = append(out, e)
		}
	}
	return out
}

func Fold[E, A any](s []E, a A, f func(A, E) A) A {
	for _, e := range s {
		a = f(a, e)
	}
	return a
}

type Names []string

func (n Names) Joined() string { return strings.Join(n, "+") }

func Pair[A, B any](a A, b B) struct {
	First  A
	Second B
} {
	return struct {
		First  A
		Second B
	}{a, b}
}

func Typed[T any](x T) string { return fmt.Sprintf("%T", x) }

func Both[T any](a, b T) string { return fmt.Sprintf("%T %v %v", a, a, b) }

func Ptr[T any](x T) *T { return &x }

func Compose[A, B, C any](f func(A) B, g func(B) C) func(A) C { return func(a A) C { return g(f(a)) } }

func Apply[T any](x T, fs ...func(T) T) T {
	for _, f := range fs {
		x = f(x)
	}
	return x
}

func Identity[T any](x T) T { return x }

func Double[T ~int | ~float64 | ~string](x T) T { return x + x }

func Two[T any](x T) (T, error) { return x, errors.New("two") }

func Must[T any](x T, err error) string { return fmt.Sprint(x, err) }

func Chan[T any](c chan<- T, x T) { c <- x }

func Of[K comparable, V any, M ~map[K]V](m M) (ks []K) {
	for k := range m {
		ks = append(ks, k)
	}
	return
}

func Nested[T any](x map[string][]*T) (n int) {
	for _, v := range x {
		n += len(v)
	}
	return
}

func Arr[T any, A [2]T | [3]T](a A) int { return len(a) }

type List[T any] struct {
	head T
	tail *List[T]
}

func FromList[T any](l *List[T]) (out []T) {
	for ; l != nil; l = l.tail {
		out = append(out, l.head)
	}
	return
}

type Handler[E any] func(E) string

func Handle[E any](h Handler[E], e E) string { return h(e) }

type Source[T any] interface{ Next() (T, bool) }

type count struct{ n int }

func (c *count) Next() (int, bool) { c.n++; return c.n, c.n < 4 }

func All[T any](s Source[T]) (out []T) {
	for {
		x, ok := s.Next()
		if !ok {
			return
		}
		out = append(out, x)
	}
}

func main() {
	n := Names{"ab", "c", "def"}
	fmt.Println(Map(n, func(s string) int { return len(s) }), Filter(n, func(s string) bool { return len(s) > 1 }).Joined())
	fmt.Println(Map(n, strings.ToUpper), Map([]int{1, 2}, Typed[int]), Map([]float64{1}, Typed))
	fmt.Println(Fold([]int{1, 2, 3}, "", func(a string, e int) string { return a + fmt.Sprint(e) }))
	fmt.Printf("%+v %T\n", Pair(1, "x"), Pair('r', 1i))
	fmt.Println(Typed(1), Typed(1.0), Typed('a'), Typed("s"), Typed(1i), Typed(nil == any(nil)), Typed(1<<3), Typed([]any{}))
	fmt.Println(Both(1, 2.5), Both(1, 'a'), Both(2, 1i), Both[any](1, "a"), Both('a', 2.0))
	fmt.Println(*Ptr(3), *Ptr("a"), **Ptr(Ptr(2.5)))
	fmt.Println(Compose(strings.TrimSpace, func(s string) int { return len(s) })("  ab "))
	fmt.Println(Compose(Identity[int], Typed)(1))
	fmt.Println(Apply(2, Double, Identity, func(x int) int { return x * 10 }), Apply("x", Double, Double))
	var f func(string) string = Double
	var g func(float64) float64
	g = Double
	fs := []func(int) int{Double, Identity}
	m := map[string]func(rune) rune{"id": Identity}
	fmt.Println(f("q"), g(1.25), fs[0](4), fs[1](4), string(m["id"]('z')))
	fmt.Println(Must(Two(1)), Must(Two("a")))
	c := make(chan error, 1)
	Chan(c, error(errors.New("e")))
	fmt.Println(<-c)
	ks := Of(map[string]bool{"b": true, "a": false})
	sort.Strings(ks)
	fmt.Println(ks)
	fmt.Println(Nested(map[string][]*int{"a": {nil, nil}}), Arr[string]([2]string{}), Arr[any]([3]any{}))
	fmt.Println(FromList(&List[string]{"a", &List[string]{"b", nil}}))
	fmt.Println(Handle(func(e error) string { return "got " + e.Error() }, errors.New("x")))
	fmt.Println(All(&count{}))
	fmt.Println(All[int](&count{1}))
	ret := func() func(bool) bool { return Identity }
	fmt.Println(ret()(true))
	type pt struct{ f func(int) string }
	fmt.Println(pt{Typed}.f(1), pt{f: Typed}.f(2))
	h := Handler[int](func(i int) string { return fmt.Sprint("h", i) })
	fmt.Println(Handle(h, 3))
}
