// A type declared in a generic function, generic itself or not, is another one in each instance of the
// function, and its name says which.
package main

import (
	"errors"
	"fmt"
)

type box[T any] struct{ v T }

func (box[T]) key() any {
	type key struct{ n int }
	return key{1}
}

func list[P, Q any]() any {
	type list[T, U any] struct {
		p P
		t T
		u U
	}
	return list[bool, string]{}
}

func node[P any](x P) any {
	type node struct {
		p    P
		next *node
	}
	n := node{p: x}
	n.next = &node{}
	return *n.next
}

func inner[P, Q any]() any {
	type pair struct{ n int }
	f := func() any {
		type inner [2]pair
		return inner{}
	}
	return f()
}

func is[T any](x any) bool {
	type local int
	if x == nil {
		return is[T](local(1))
	}
	_, ok := x.(local)
	return ok
}

func main() {
	fmt.Println(list[int, bool]() == list[int, bool](), list[string, bool]() == list[int, bool]())
	fmt.Println(inner[int, bool]() == inner[int, bool](), inner[int, bool]() == inner[bool, int]())
	fmt.Println(is[int](nil), is[string](nil), is[int](3))
	m := map[any]string{box[int]{}.key(): "int", box[string]{}.key(): "string"}
	m[list[int, bool]()], m[list[int, string]()] = "list", "another"
	fmt.Println(len(m), m[box[int]{2}.key()], m[list[int, bool]()], m[box[bool]{}.key()] == "")

	fmt.Printf("%T %T %T\n", node(1), node([]fmt.Stringer{}), node(map[string]box[error]{}))
	fmt.Printf("%T %T\n", inner[bool, *int](), box[func(int) string]{}.key())
	fmt.Printf("%T %+v\n", list[int, error](), list[error, int]())
	defer func() {
		err := recover().(error)
		fmt.Println(err, errors.Unwrap(err) == nil)
	}()
	fmt.Println(node(1.5).(fmt.Stringer))
}
