// What instances are at run time: types in interfaces, type switches, zero values, method values, static
// differences between instances, local types, closures, reflection names, maps keyed by type.
package main

import (
	"errors"
	"fmt"
	"reflect"
)

type G[T any] struct{ x T }

func (g G[T]) Name() string   { return fmt.Sprintf("G of %T", g.x) }
func (g *G[T]) Set(x T)       { g.x = x }
func (G[T]) Zero() (zero T)   { return }
func (g G[T]) String() string { return fmt.Sprintf("<%v>", g.x) }

type Namer interface{ Name() string }

func Kind[T any](x T) string {
	switch any(x).(type) {
	case int, int8:
		return "small"
	case string:
		return "string"
	case []T:
		return "slice of itself"
	case G[int]:
		return "G[int]"
	case G[T]:
		return "G of T"
	case error:
		return "error"
	case nil:
		return "nil"
	case func() T:
		return "func"
	}
	return "other"
}

func Is[T any](x any) bool { _, ok := x.(T); return ok }

func As[T any](x any) (t T, err error) {
	defer func() {
		if e := recover(); e != nil {
			err = fmt.Errorf("%v", e)
		}
	}()
	return x.(T), nil
}

func Which[T any](x any) string {
	switch y := x.(type) {
	case T:
		return fmt.Sprintf("T %v", y)
	case *T:
		return fmt.Sprintf("*T %v", *y)
	case []T:
		return fmt.Sprintf("[]T %v", len(y))
	case map[string]T:
		return fmt.Sprintf("map %v", y)
	case chan T:
		return fmt.Sprintf("chan %v", cap(y))
	case func(T) T:
		return "func"
	default:
		return fmt.Sprintf("%T", y)
	}
}

func Counter[T any]() func(T) int {
	n := 0
	seen := []T{}
	return func(x T) int { n++; seen = append(seen, x); return n*100 + len(seen) }
}

func Local[T any](x T) any {
	type local struct{ v T }
	return local{x}
}

func Zero[T any]() T { return *new(T) }

func Eq[T comparable](a, b T) bool { return a == b }

func IsZero[T comparable](x T) bool { var z T; return x == z }

type Registry struct{ m map[reflect.Type]any }

func Register[T any](r *Registry, x T) {
	if r.m == nil {
		r.m = map[reflect.Type]any{}
	}
	r.m[reflect.TypeFor[T]()] = x
}

func Get[T any](r *Registry) (T, bool) {
	x, ok := r.m[reflect.TypeFor[T]()].(T)
	return x, ok
}

type M map[string]int

func main() {
	for _, n := range []Namer{G[int]{1}, G[string]{"a"}, &G[[]int]{}, G[G[bool]]{}, G[error]{}} {
		fmt.Printf("%s %T %v\n", n.Name(), n, n)
	}
	fmt.Println(Kind(1), Kind(int8(1)), Kind("a"), Kind(2.5), Kind(errors.New("e")), Kind[error](nil), Kind[any]([]any{}), Kind(G[int]{}), Kind(G[bool]{}))
	fmt.Println(Kind[any](G[any]{}), Kind[any](G[int]{}), Kind[any](func() any { return 1 }))
	fmt.Println(Is[int](1), Is[int](int8(1)), Is[any](nil), Is[error](errors.New("x")), Is[fmt.Stringer](G[int]{}), Is[G[int]](G[int]{}), Is[G[int]](G[int8]{}))
	fmt.Println(As[int]("x"))
	fmt.Println(As[fmt.Stringer](3))
	fmt.Println(As[G[string]](G[int]{}))
	fmt.Println(As[error](nil))
	fmt.Println(As[[2]int]([2]int{1, 2}))
	i := 5
	fmt.Println(Which[int](1), Which[int](&i), Which[int]([]int{1}), Which[int](map[string]int{"a": 1}), Which[int](make(chan int, 3)), Which[int](func(int) int { return 1 }), Which[int](M{}), Which[string](1))
	c, d := Counter[int](), Counter[string]()
	c(1)
	c(2)
	fmt.Println(c(3), d("a"))
	a, b := Local(1), Local("x")
	fmt.Printf("%v %v %v %v\n", a, b, a == Local(1), a == b)
	fmt.Printf("%v %q %v %v %v %v\n", Zero[int](), Zero[string](), Zero[*int]() == nil, Zero[[2]bool](), Zero[struct{ a any }](), Zero[error]() == nil)
	fmt.Println(Eq(1.5, 1.5), Eq[any](1, 1.0), Eq(&i, &i), Eq([1]string{"a"}, [1]string{"a"}), Eq(struct{}{}, struct{}{}))
	fmt.Println(IsZero(0), IsZero(""), IsZero(G[int]{}), IsZero(G[string]{"q"}), IsZero[any](nil), IsZero[any](0))
	var r Registry
	Register(&r, 42)
	Register(&r, "text")
	Register[error](&r, errors.New("err"))
	Register(&r, G[int]{7})
	n, ok := Get[int](&r)
	s, ok2 := Get[string](&r)
	e, ok3 := Get[error](&r)
	_, ok4 := Get[float64](&r)
	g, _ := Get[G[int]](&r)
	fmt.Println(n, ok, s, ok2, e, ok3, ok4, g)
	set := (*G[string]).Set
	gs := &G[string]{}
	set(gs, "via expression")
	gs2 := gs.Set
	fmt.Println(gs)
	gs2("via value")
	fmt.Println(gs, G[int8].Zero(G[int8]{3}))
	fmt.Println(reflect.TypeOf(G[map[string][]G[int]]{}), reflect.TypeOf(G[struct{ A int }]{}).Name(), reflect.TypeFor[G[Namer]]().String())
	fmt.Println(reflect.TypeFor[G[int]]() == reflect.TypeOf(G[int]{}), reflect.TypeFor[G[int]]() == reflect.TypeFor[G[int64]]())
	defer func() { fmt.Println(recover()) }()
	Eq[any]([]int{}, []int{})
}
