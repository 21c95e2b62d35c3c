// Names of function literals: in functions and methods whose own names look like those of literals, in each other,
// in generic functions, in variables and in the bodies of ranges.
package main

import (
	"fmt"
	"runtime"
)

//go:noinline
func name() string {
	pc, _, _, _ := runtime.Caller(1)
	return runtime.FuncForPC(pc).Name()
}

//go:noinline
func run(f func()) { f() }

type funcs struct{}

func functional() {
	run(func() { fmt.Println(name()); run(func() { fmt.Println(name()) }) })
	run(func() {
		run(func() { fmt.Println(name()); run(func() { fmt.Println(name()) }) })
		run(func() { fmt.Println(name()) })
	})
}
func (funcs) func1()   { run(func() { fmt.Println(name()); run(func() { fmt.Println(name()) }) }) }
func (*funcs) func2()  { run(func() { fmt.Println(name()) }) }
func func1()           { run(func() { fmt.Println(name()) }); run(func() { fmt.Println(name()) }) }
func funcfunc1()       { run(func() { run(func() { fmt.Println(name()) }) }) }
func funcg[T any]()    { run(func() { fmt.Println(name()) }) }
func plain[T any]()    { run(func() { run(func() { fmt.Println(name()) }) }) }

var v = keep(func() string { run(func() { fmt.Println(name()) }); return name() })

//go:noinline
func keep(f func() string) string { return f() }

func main() {
	functional()
	funcs{}.func1()
	new(funcs).func2()
	func1()
	funcfunc1()
	funcg[int]()
	plain[string]()
	fmt.Println(v)
	defer run(func() { fmt.Println(name()) })
	done := make(chan bool)
	go func() {
		run(func() { fmt.Println(name()) })
		fmt.Println(name())
		done <- true
	}()
	<-done
}
