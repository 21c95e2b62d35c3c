// What other packages call something: dot-imports that collide, names that are not exported.
package main

import "example.com/m/p"
import . "example.com/m/q"

func Q() {}

var V int

type (
	T  int
	TT int
)

const C = 1

func main() {
	p.f()
	p.g()
	_ = p.v
	_ = p.c
	var t p.t
	var s p.s
	_ = p.w
	p.bodyless.x()
	_ = p.big
	_ = p.Other
	_ = p.X.f
	p.X.m()
	_ = p.sinit
	_ = p.usedByF
	_ = p.f1
	_ = p.F(1)
	_ = TT(1)
	var fn func(int, string) = p.Two[int]
	fn = p.Two
}
