package main

import "fmt"

// In an assignment of several values a division or shift that panics comes after the assignments
// before it, unless it reads what they may change; and calls come before all of them.

var (
	a, b int
	u    uint
)

func id[T any](x T) T { return x }

func say(x int) int {
	fmt.Println("call", x, "with", a, b)
	return x
}

func try(name string, f func()) {
	a, b, u = 1, 2, 3
	defer func() { fmt.Println(name, recover(), a, b, u) }()
	f()
}

func plain(name string, d int, f func(d int)) {
	a, b, u = 1, 2, 3
	defer func() { fmt.Println(name, recover(), a, b, u) }()
	f(d)
}

func result(d int) (x, y int) {
	defer func() { recover() }()
	x, y = 7, 8/d
	return
}

func main() {
	zero, minus := id(0), id(-1)
	try("division", func() { a, b = 10, 5/zero })
	try("rest", func() { a, b = 10, 5%zero })
	try("shift", func() { a, u = 10, uint(1)<<minus })
	try("shift right", func() { a, u = 10, id(uint(8))>>id(int8(-128)) })
	try("first", func() { a, b = 5/zero, 10 })
	try("calls", func() { a, b = say(10), say(5)/zero })
	try("global divisor", func() { a, b = 10, 5/(b-2) })
	try("what is assigned", func() { a, b = 0, 5/(a-1) })
	try("three", func() { a, b, u = 10, 20, uint(5/zero) })
	try("middle", func() { a, b, u = 10, 20/zero, 30 })
	try("element", func() {
		list := []int{1, 2, 3}
		defer func() { fmt.Println(list) }()
		list[0], list[1] = 9, 5/zero
	})
	try("field", func() {
		p := &struct{ x, y int }{1, 2}
		defer func() { fmt.Println(*p) }()
		p.x, p.y = 9, 5/zero
	})
	try("call in divisor", func() { a, b = 10, 5/say(zero) })
	try("no panic", func() { a, b = b, a/(zero+2) })
	// A parameter, unlike what a function literal captures, is not memory.
	plain("division", 0, func(d int) { a, b = 10, 5/d })
	plain("rest", 0, func(d int) { a, b = 10, 5%d+1 })
	plain("shift", -1, func(d int) { a, u = 10, 5<<d })
	plain("calls", 0, func(d int) { a, b = say(10), say(5)/d })
	plain("local", 0, func(d int) { e := id(d); a, b = 10, e/(e-d) })
	plain("three", 0, func(d int) { a, b, u = 10, 20, uint(5/d) })
	plain("middle", 0, func(d int) { a, b, u = 10, 20/d, 30 })
	plain("global too", 0, func(d int) { a, b = 10, b/d })
	plain("assigned", 0, func(d int) { a, b = 1, 5/(d+a-1) })
	plain("element", 0, func(d int) {
		list := []int{1, 2, 3}
		defer func() { fmt.Println(list) }()
		list[0], list[1] = 9, 5/d
	})
	plain("local swap", 3, func(d int) {
		e := 12
		d, e = e, e/d
		fmt.Println(d, e)
	})
	fmt.Println(result(0))
	fmt.Println(result(2))
	local, other := 1, 2
	try("locals", func() { local, other = 10, 5/zero })
	fmt.Println(local, other)
}
