package main

type Pair[A, B any] struct {
	A A
	B B
}

type Alias[A, B any] = map[string]Pair[A, B]

func g[X, Y any](p Pair[X, Y]) { var q int = p; _ = q }

func (p Pair[A, B]) With(b B) Pair[B, A] { return p }

func main() {
	var _ int = Pair[int, string]{}
	var _ int = Pair[Pair[int, bool], string]{}
	var _ int = func(Pair[int, bool]) {}
	var _ Alias[int, int8] = 1
	Pair[int, string]{}.Without()
}
