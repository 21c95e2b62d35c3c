// Generic code of another package, used by a module of an older language version.
package main

import "example.com/m/p"

func main() {
	p.F[int](1)
	p.F(1)
	_ = p.F[int]
	var x p.G[int]
	_ = x
	var z func(int) = p.F
	_ = z
	g := p.F2[int]
	_ = g
}
