//go:build go1.25

package main

func f() {}

func main() {
	_ = new(nil)
	_ = new(f())
	_ = new(5)
	x := 1
	_ = new(x)
	_ = new(undefined)
	_ = new(int)
}
