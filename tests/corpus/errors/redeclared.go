package main

import "fmt"

var a int
var a string

func f() {}
func f() {}

type T struct {
	x int
	x string
}

func (T) m() {}
func (T) m() {}

func main() {
	x := 1
	x := 2
	fmt.Println(x)
	switch x {
	case 1:
	case 1:
	}
	_ = map[string]int{"a": 1, "a": 2}
	_ = []int{0: 1, 0: 2}
	_ = T{x: 1, x: 2}
}
