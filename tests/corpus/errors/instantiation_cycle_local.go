package main

type T[P any] struct{ p P }

func (t T[Q]) m() {
	type L struct{ q Q }
	T[L]{}.m()
}

func main() { T[int]{}.m() }
