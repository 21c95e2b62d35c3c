package main

type B struct{}

type A struct {
	a int 5
	b int "x"
	B 'x'
	c int 5.5i
	d, e int ``
}

func main() {}
