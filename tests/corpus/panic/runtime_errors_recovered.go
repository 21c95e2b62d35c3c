package main

import (
	"errors"
	"fmt"
	"runtime"
)

type T struct{ a, b int }
type I interface{ M() }
type J interface{ N() }
type impl struct{}

func (impl) M() {}

func try(name string, f func()) {
	defer func() {
		r := recover()
		err, isErr := r.(error)
		var re runtime.Error
		fmt.Println(name, "|", r, "|", isErr, isErr && errors.As(err, &re))
	}()
	f()
	fmt.Println(name, "no panic")
}

var sink any

func main() {
	s := []int{1, 2, 3}
	var m map[string]int
	var p *T
	var e any = "str"
	var i I
	n, z := 5, 0
	neg := -1
	str := "hello"
	arr := [4]int{}
	try("index", func() { _ = s[n] })
	try("indexneg", func() { _ = s[neg] })
	try("string", func() { _ = str[n] })
	try("array", func() { _ = arr[n] })
	try("slice hi", func() { _ = s[1:n] })
	try("slice lo", func() { _ = s[n-1 : 2] })
	try("slice lohi", func() { lo, hi := 3, 2; _ = s[lo:hi] })
	try("slice3", func() { _ = s[0:2:n] })
	try("slice3b", func() { a, b := 3, 2; _ = s[0:a:b] })
	try("slice3c", func() { a, b := 2, 1; _ = s[a:b:3] })
	try("str slice", func() { _ = str[n+1:] })
	try("str slice2", func() { lo, hi := 3, 1; _ = str[lo:hi] })
	try("array slice", func() { _ = arr[:n] })
	try("to array", func() { _ = [4]int(s) })
	try("div", func() { sink = n / z })
	try("mod", func() { sink = n % z })
	try("nil map", func() { m["a"] = 1 })
	try("nil ptr", func() { sink = p.b })
	try("nil ptr write", func() { p.a = 1 })
	try("nil iface", func() { i.M() })
	try("assert concrete", func() { _ = e.(int) })
	try("assert iface", func() { _ = e.(I) })
	try("assert nil", func() { _ = i.(impl) })
	try("assert nil any", func() { var x any; _ = x.(string) })
	try("assert I to J", func() { i = impl{}; _ = i.(J) })
	try("unhashable", func() { mm := map[any]int{}; mm[[]int{1}] = 2 })
	try("uncomparable", func() { var a, b any = []int{1}, []int{1}; sink = a == b })
	try("uncomparable struct", func() { type S struct{ f func() }; var a, b any = S{}, S{}; sink = a == b })
	try("makeslice", func() { _ = make([]int, neg) })
	try("makeslice cap", func() { _ = make([]int, 2, n-4) })
	try("shift", func() { sink = 1 << neg })
	try("nil func", func() { var f func(); f() })
	try("custom error", func() { panic(fmt.Errorf("wrapped: %w", errors.New("cause"))) })
	try("int", func() { panic(42) })
	try("nil", func() { panic(nil) })
	try("goexit like", func() { panic(errors.New("plain")) })
	try("nil deref elem", func() { var q *[3]int; sink = q[1] })
	try("nil slice ptr", func() { var q *[]int; sink = (*q)[0] })
	try("conv", func() { var a any = T{1, 2}; _ = a.(*T) })
}
