package main

type S struct{ f func() }

func main() {
	var a []int
	var m map[string]int
	var f func()
	var s S
	_ = a == a
	_ = m == m
	_ = f == f
	_ = s == s
	_ = !1
	_ = -"x"
	_ = "a" - "b"
	_ = 1 << 1.5
	_ = &1
	_ = *a
}
