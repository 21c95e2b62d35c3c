// byte and rune keep their names below aliases and defined types.
package main

type X byte
type Y rune
type Z = X
type I interface{ m() }

func f[T ~byte](t T) {
	t.x()
	_ = t + 300
}
func main() {
	var x X
	var y Y
	var z Z
	var _ I = x
	_ = x + "a"
	_ = y + 1.5
	_ = z + 256
	x.f()
	y()
	_ = x == nil
	_ = X(300)
	_ = Y(1.5)
	_ = byte(300)
	var _ X = 300
	var _ byte = 300
	var _ rune = 1.5
	switch x {
	case nil:
	case 300:
	}
	var b byte
	switch b {
	case nil, 300:
	}
	_ = -x
	_ = !x
	*x = 1
	x[0] = 1
	for range x {
	}
	f("a")
	f[int](1)
}
