package main

func f()

func g(x int) (int, string)

type T struct{}

func (t *T) m() int

func (T) _()

func _()

type U[A, B any] struct{}

func (U[A, B]) n()

func main() {}
