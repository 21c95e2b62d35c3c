package main

import "fmt"

type T struct {
	a int
	b string
}
type St string
type Name string

func (s St) String() string { return "St:" + string(s) }

type E string

func (e E) Error() string { return "E:" + string(e) }

func f() {
	panic(E("error"))
}

func main() {
	fmt.Println("before")
	f()
}
