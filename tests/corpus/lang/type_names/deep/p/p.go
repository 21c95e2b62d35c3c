package p

type T struct{ A int }
type G[X any] struct{ V X }
type t int

func New() any            { return G[t]{} }
func (G[X]) Name() string { return "x" }
func F[A any]() any       { type local struct{ a A }; return local{} }

func I() any {
	return []interface {
		m()
		N()
		A(T)
	}{}
}
func I2() any {
	return struct {
		x int
		y interface{ q() }
	}{}
}
