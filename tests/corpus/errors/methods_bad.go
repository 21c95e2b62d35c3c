package main

type T struct{ a int }

func (t T) a() {}
func (x int) m() {}
func (p **T) n() {}
func (t U) q() {}

type I interface{ m() }

func (i I) r() {}

func main() {
	T{}.b()
	var t T
	t.a()
}
