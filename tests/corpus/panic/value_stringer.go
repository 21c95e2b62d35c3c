package main

import "fmt"

type t struct{ n int }

func (x t) String() string { return fmt.Sprint("t number ", x.n) }

type e struct{ t }

func (x e) Error() string { return "e with " + x.String() }

func main() {
	defer func() { panic(e{t{2}}) }()
	panic(t{1})
}
