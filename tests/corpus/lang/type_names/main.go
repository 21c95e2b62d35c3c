// Names of types at run time: type arguments with whole package paths, types declared in functions with
// their numbers, unexported fields and methods.
package main

import (
	"fmt"
	"reflect"
	"time"

	"example.com/mm/deep/p"
)

type H[A, B any] struct {
	a A
	b B
}

type loc int

func f[T any]() any {
	type in struct{ x T }
	return in{}
}

func main() {
	type inner struct{ z int }
	for _, x := range []any{p.G[p.T]{}, p.New(), H[p.T, time.Duration]{}, H[loc, inner]{}, H[p.G[loc], *H[int, []p.T]]{}, H[struct{ p.T }, func(p.T, loc) error]{}, f[int](), f[p.T](), p.F[loc](), H[interface{ M(p.T) }, any]{}, H[map[p.T]loc, chan<- loc]{}, inner{}, H[[2]struct{ A, b int }, interface{}]{}, p.G[struct {
		X int `json:"x"`
	}]{}} {
		t := reflect.TypeOf(x)
		fmt.Printf("%T | %s | %s | %s\n", x, t.Name(), t.String(), t.PkgPath())
	}
	defer func() { fmt.Println(recover()) }()
	var a any = H[p.T, loc]{}
	_ = a.(H[loc, p.T])
}

type K[T any] struct{}

func (K[T]) m() any {
	type A = int
	type meth struct{ x T }
	type meth2 struct{ x T }
	return H[meth, []meth2]{}
}

func g[T, U any]() any {
	if true {
		type deep struct{ x T }
		return func() any {
			type deeper struct{ x T }
			type deeper2 int
			return H[deeper, H[*deep, deeper2]]{}
		}()
	}
	return nil
}

func init() {
	type last struct{}
	var e any = struct{ last }{}
	fmt.Printf("%T %T %T %T %T\n", K[int]{}.m(), g[int, loc](), e, p.G[last]{}, H[any, error]{})
	type S struct{ x, Y int }
	fmt.Printf("%T\n", H[struct{ x, Y int }, interface {
		m()
		N()
	}]{})
}

func init() {
	fmt.Printf("%T %T %T\n", p.I(), p.I2(), H[interface {
		z()
		Y()
		a()
	}, loc]{})
	var x any = 1
	defer func() { fmt.Println(recover()) }()
	_ = x.(interface {
		z()
		Y()
		a()
	})
}
