//go:debug panicnil=1

package main

import (
	"errors"
	"fmt"
	"runtime"
)

// With this setting panic(nil) panics with nil, as before Go 1.21: recover gives nil, and still recovers.

func try(name string, f func()) {
	done := false
	defer func() {
		r := recover()
		_, isError := r.(runtime.Error)
		fmt.Println(name, r, r == nil, isError, done)
	}()
	f()
	done = true
}

func main() {
	try("nil", func() { panic(nil) })
	try("any", func() { var e any; panic(e) })
	try("error", func() { var e error; panic(e) })
	try("none", func() {})
	try("again", func() {
		defer func() {
			recover()
			panic(nil)
		}()
		panic("first")
	})
	try("goexit", func() {
		done := make(chan any)
		go func() {
			defer func() { done <- recover() }()
			panic(nil)
		}()
		fmt.Println(<-done)
	})
	try("type", func() { panic(new(runtime.PanicNilError)) })
	try("is", func() {
		defer func() {
			var p *runtime.PanicNilError
			e, _ := recover().(error)
			fmt.Println(errors.As(e, &p))
		}()
		panic(nil)
	})
	defer fmt.Println("deferred")
	panic(nil)
}
