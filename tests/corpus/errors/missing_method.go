package main

import "fmt"

type I interface {
	M()
	N(int) string
}
type T struct{}

func (t *T) M() {}
func (t T) N(x int) string { return "" }

type U struct{}

func (u U) M()         {}
func (u U) N(s string) {}

func main() {
	var i I = T{}
	i = U{}
	i = 5
	var s fmt.Stringer = &T{}
	_ = i.(U)
	_, _ = i, s
	var e error = "x"
	_ = e
}
