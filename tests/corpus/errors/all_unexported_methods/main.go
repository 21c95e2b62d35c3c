// Methods that are not exported are others in every package, also when type arguments are inferred from them.
package main

import "example.com/m/p"

type S struct{}

func (S) get() int { return 2 }

type Mine[T any] interface{ get() T }

type Holds struct{ p.Impl }

type Hides struct{ p.Impl }

func (Hides) get() bool { return true }

func mine[T any](x Mine[T])                        {}
func mine2[P interface{ get() T }, T any](x P) (t T) { return t }

func main() {
	p.F(S{})
	p.F(p.Impl{})
	p.F(Holds{})
	p.F(Hides{})
	p.F(&p.Ptr{})
	p.F(p.Ptr{})
	p.G(S{})
	p.G(p.Impl{})
	p.G(Holds{})
	p.G(&p.Ptr{})
	var s string = p.H(&p.Ptr{})
	var n string = p.H(Hides{})
	_ = p.H[S]()
	p.F[int](S{})
	p.G[S, int](S{})
	p.Both(p.Impl{}, &p.Ptr{})
	p.Both(p.Impl{}, Holds{})
	p.Both[int](p.Impl{}, S{})
	mine(S{})
	mine(p.Impl{})
	mine(Hides{})
	mine(Holds{})
	var b bool = mine2(Hides{})
	var c int = mine2(p.Impl{})
	var _ p.E = S{}
	var _ p.E = Holds{}
	var _ p.E = Hides{}
	var _ Mine[int] = p.Impl{}
	var _ p.I[int] = Mine[int](nil)
	var e p.E
	_, _ = e.(S)
	_, _ = e.(Hides)
	_, _ = e.(interface{ get() int })
	e.get()
	_, _, _, _ = s, n, b, c
}
