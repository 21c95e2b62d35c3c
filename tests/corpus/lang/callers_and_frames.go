// Where the program is: Caller, Callers, FuncForPC and frames.
package main

import (
	"fmt"
	"runtime"
	"strings"
)

func here() string {
	_, file, line, ok := runtime.Caller(1)
	return fmt.Sprint(file[strings.LastIndex(file, "/")+1:], ":", line, " ", ok)
}

type T struct{}

func (T) value() string    { return name(1) }
func (*T) pointer() string { return name(1) }

func name(skip int) string {
	pc, _, _, _ := runtime.Caller(skip)
	return runtime.FuncForPC(pc).Name()
}

func generic[X any](x X) string { return name(1) }

func stack() []string {
	pcs := make([]uintptr, 20)
	n := runtime.Callers(1, pcs)
	var out []string
	frames := runtime.CallersFrames(pcs[:n])
	for {
		f, more := frames.Next()
		if strings.HasPrefix(f.Function, "main.") {
			out = append(out, fmt.Sprint(f.Function, ":", f.Line))
		} else {
			out = append(out, f.Function)
		}
		if !more {
			return out
		}
	}
}

func outer() []string { return inner() }

func inner() (s []string) {
	func() {
		s = stack()
	}()
	return
}

func main() {
	fmt.Println(here())
	fmt.Println(
		here(),
		here())
	fmt.Println(name(0), name(1))
	t := &T{}
	fmt.Println(t.value(), t.pointer(), T.value(*t), (*T).pointer(t))
	fmt.Println(generic(1), func() string { return name(1) }())
	for _, f := range outer() {
		fmt.Println(" ", f)
	}
	_, _, _, ok := runtime.Caller(100)
	fmt.Println(ok, runtime.FuncForPC(0) == nil, runtime.Callers(50, make([]uintptr, 3)))
	done := make(chan []string)
	go func() { done <- stack() }()
	fmt.Println(<-done)
	defer func() {
		recover()
		_, _, line, _ := runtime.Caller(0)
		fmt.Println("deferred at", line)
	}()
	buf := make([]byte, 1000)
	text := string(buf[:runtime.Stack(buf, false)])
	fmt.Println(strings.HasPrefix(text, "goroutine 1 [running]:\nmain.main()\n\t"))
	panic("end")
}
