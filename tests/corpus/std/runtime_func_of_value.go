package main

import (
	"fmt"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
)

// The function behind a func value, by its program counter; one function has one *Func.

type T struct{}

func (T) Method() {}

func plain(x int) int { return x }

func name(f any) string {
	return runtime.FuncForPC(reflect.ValueOf(f).Pointer()).Name()
}

func main() {
	n := 1
	closure := func() int { n++; return n }
	fmt.Println(name(plain), name(closure), name(T.Method), name(strings.ToUpper), name(fmt.Println))
	pc := reflect.ValueOf(plain).Pointer()
	f := runtime.FuncForPC(pc)
	fmt.Println(f == runtime.FuncForPC(pc), f.Entry() == pc, f == runtime.FuncForPC(reflect.ValueOf(closure).Pointer()))
	file, line := f.FileLine(pc)
	fmt.Println(filepath.Base(file), line)
	fmt.Println(reflect.ValueOf(plain).Pointer() == reflect.ValueOf(plain).Pointer())
	var none func()
	fmt.Println(reflect.ValueOf(none).Pointer(), runtime.FuncForPC(0) == nil)
	here, _, _, _ := runtime.Caller(0)
	fmt.Println(runtime.FuncForPC(here) == runtime.FuncForPC(reflect.ValueOf(main).Pointer()))
}
