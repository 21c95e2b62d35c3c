// Lines that a deferred call sees below it: of the statement that panicked, and of the calls that led there.
package main

import (
	"fmt"
	"path/filepath"
	"runtime"
)

func show() {
	recover()
	pcs := make([]uintptr, 20)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(1, pcs)])
	for {
		f, more := frames.Next()
		if f.Function == "" {
			break
		}
		if filepath.Base(f.File) == "callers_of_panics.go" {
			fmt.Print(" ", f.Function, ":", f.Line)
		}
		if !more {
			break
		}
	}
	fmt.Println()
	for i := 1; i < 20; i++ {
		if _, file, line, ok := runtime.Caller(i); ok && filepath.Base(file) == "callers_of_panics.go" {
			fmt.Print(" ", line)
		}
	}
	fmt.Println()
}

func index(xs []int, i int) (n int) {
	defer show()
	n = 1
	n = xs[i]
	return n + 1
}

func deref(p *[4]int) (n int) {
	defer show()
	n++

	n += p[2]
	return
}

func divide(a, b int) (n int) {
	defer show()
	n = a + 1
	n += n *
		a / b
	return
}

func convert(x any) (s string) {
	defer show()
	s = "a"
	s += x.(string)
	return
}

func inner(xs []int) int {
	n := len(xs)
	return xs[n]
}

func called(xs []int) (n int) {
	defer show()
	n = 3
	n = inner(xs)
	return
}

func explicit() {
	defer show()
	if true {
		panic(1)
	}
}

func main() {
	index(nil, 3)
	index([]int{1}, -1)
	deref(nil)
	divide(1, 0)
	convert(3)
	called(nil)
	explicit()
}
