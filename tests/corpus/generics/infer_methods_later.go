package main

import "fmt"

// Type arguments come from the methods of an argument, wherever those are declared, for a parameter that
// is itself an interface.

type M[T any] interface{ m() T }

func literal[T any](x interface{ m() T }) T { return x.m() }
func named[T any](x M[T]) T                 { return x.m() }
func embedded[T any](x interface {
	M[T]
	fmt.Stringer
}) T {
	return x.m()
}

type S struct{}

var (
	a = literal(S{})
	b = named(&P{})
	c = embedded(S{})
)

func (S) m() int         { return 1 }
func (S) String() string { return "S" }

type P struct{ S }

func (*P) m() string { return "p" }

var d = literal(P{}.S)

func main() {
	fmt.Printf("%T %T %T %T\n", a, b, c, d)
	fmt.Println(a, b, c, d, named(S{}), literal(&P{}))
}
