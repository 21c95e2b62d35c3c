package main

import (
	"fmt"
	"runtime"
	"strings"
)

// A failed bounds check is at the line of the bracket, whatever else is on other lines.

var i = 9

var (
	number int
	slice  []int
	text   string
)

type T struct {
	a []int
	p *[]int
}

func line(name string, f func()) {
	defer func() {
		err := recover()
		var pcs [20]uintptr
		frames := runtime.CallersFrames(pcs[:runtime.Callers(1, pcs[:])])
		for {
			frame, more := frames.Next()
			if strings.HasPrefix(frame.Function, "main.main.") {
				fmt.Println(name, frame.Line, err)
				return
			}
			if !more {
				return
			}
		}
	}()
	f()
}

func main() {
	t := &T{}
	line("index", func() {
		number = t.
			a[i]
	})
	line("index below", func() {
		number = t.
			a[
			i]
	})
	line("store", func() {
		t.
			a[
			i] =
			1
	})
	line("low", func() {
		slice = t.
			a[
			i:]
	})
	line("high", func() {
		slice = t.
			a[
			0:
			i]
	})
	line("array", func() {
		var a [3]int
		number =
			a[
			i]
	})
	line("array element", func() {
		var a [3]int
		a[
			i] =
			number
	})
	line("single", func() {
		var a [1]int
		number =
			a[
			i]
	})
	line("text", func() {
		s := "abc"
		text =
			s[
			i:]
	})
	line("byte", func() {
		s := "abc"
		_ =
			s[
			i]
	})
	line("matrix", func() {
		var a [3][3]int
		number =
			a[1][
			i]
	})
	line("nil pointer", func() {
		number =
			(*t.
			p)[
			i]
	})
	line("increment", func() {
		t.
			a[
			i]++
	})
	line("add", func() {
		t.
			a[
			i] +=
			number
	})
	line("address", func() {
		q := &t.
			a[
			i]
		_ = q
	})
	line("range", func() {
		for range t.
			a[
			i:] {
		}
	})
}
