// recover works in the deferred function itself, however it is called, and nowhere else.
package main

import (
	"fmt"
	"runtime"
)

type T struct{ n int }

func show(where string) { fmt.Print(where, " ", recover(), "; ") }

func calls(where string)        { show(where) }
func calls2(where string) int   { show(where); return 1 }
func deeper(where string)       { calls(where) }
func (t T) value(where string)  { show(where) }
func (t T) direct()             { fmt.Print("direct ", recover(), "; ") }
func (t *T) pointer()           { fmt.Print("pointer ", recover(), "; ") }
func (t *T) calls()             { show("pointer calls") }
func generic[P any](p P)        { fmt.Print("generic ", recover(), "; ") }
func genericCalls[P any](p P)   { show("generic calls") }
func variadic(xs ...string)     { show(xs[0]) }
func (t T) self(f func())       { f() }

type iface interface {
	value(string)
	direct()
}
type outer struct{ T }
type pointing struct{ *T }

func run(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Print("left ", r)
		}
		fmt.Println(" |", name)
	}()
	f()
}

func names() {
	var pcs [6]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs[:])])
	for {
		f, more := frames.Next()
		fmt.Print(f.Function, " ")
		if !more {
			return
		}
	}
}

func small() { names() }

func main() {
	t := T{1}
	var i iface = t
	var o iface = outer{t}
	var p iface = pointing{&t}
	run("function", func() { defer show("function"); panic(1) })
	run("calls", func() { defer calls("calls"); panic(1) })
	run("calls2", func() { defer calls2("calls2"); panic(1) })
	run("deeper", func() { defer deeper("deeper"); panic(1) })
	run("method that calls", func() { defer t.value("method"); panic(1) })
	run("method", func() { defer t.direct(); panic(1) })
	run("pointer method", func() { defer t.pointer(); panic(1) })
	run("pointer method that calls", func() { defer t.calls(); panic(1) })
	run("interface", func() { defer i.direct(); panic(1) })
	run("interface that calls", func() { defer i.value("interface"); panic(1) })
	run("promoted", func() { defer o.direct(); panic(1) })
	run("promoted that calls", func() { defer o.value("promoted"); panic(1) })
	run("promoted by pointer", func() { defer p.direct(); panic(1) })
	run("promoted by pointer that calls", func() { defer p.value("promoted"); panic(1) })
	run("method value", func() { f := t.direct; defer f(); panic(1) })
	run("method value that calls", func() { f := t.value; defer f("value"); panic(1) })
	run("method expression", func() { defer T.direct(t); panic(1) })
	run("method expression that calls", func() { defer (*T).value(&t, "expression"); panic(1) })
	run("generic", func() { defer generic(1); panic(1) })
	run("generic that calls", func() { defer genericCalls("x"); panic(1) })
	run("variadic", func() { defer variadic("variadic", "b"); panic(1) })
	run("literal", func() { defer func() { show("literal") }(); panic(1) })
	run("literal of arguments", func() { defer func(s string) { fmt.Print(s, recover(), "; ") }("literal "); panic(1) })
	run("passed", func() { defer t.self(func() { fmt.Print("passed ", recover(), "; ") }); panic(1) })
	run("recover", func() { defer recover(); panic(1) })
	run("recover in arguments", func() { defer fmt.Print(recover(), "; "); panic(1) })
	run("twice", func() { defer show("outer"); defer show("inner"); panic(1) })
	run("no panic", func() { defer show("none") })
	run("names", func() { defer small(); defer t.self(small); _ = i })
}
