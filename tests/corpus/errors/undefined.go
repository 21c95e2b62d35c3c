package main

import "fmt"

func main() {
	fmt.Println(a)
	b()
	var c T
	fmt.Printl("x")
	c.foo()
	var s struct{ X int }
	s.Y = 1
	s.x = 2
	p := &s
	p.Z()
}
