package main

type Pair[A, B any] struct {
	A A
	B B
}

func (p Pair[A, B]) With[C any](c C) Pair[Pair[A, B], C] { return Pair[Pair[A, B], C]{p, c} }

func main() {}
