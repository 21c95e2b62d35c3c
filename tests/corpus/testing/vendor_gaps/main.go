package main

import (
	"example.com/a/p"
	"example.com/b"
	"example.com/c"
)

func main() { println(p.F() + b.F() + c.F()) }
