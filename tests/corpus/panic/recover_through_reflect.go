package main

import (
	"fmt"
	"reflect"
)

// A deferred function may recover when reflection stands in between: as a method value, as the function
// of a method, or as a function that MakeFunc made.

type Pointer struct{ name string }

func (p *Pointer) M() { fmt.Println(p.name, "recovers", recover()) }

type Word uintptr

func (w Word) M() { fmt.Println("word", uintptr(w), "recovers", recover()) }

type Wide struct{ a, b, c string }

func (w Wide) M(n int, s string) { fmt.Println(w, n, s, "recovers", recover()) }

type Huge [40]int

func (h Huge) M(more ...int) { fmt.Println(h[39], more, "recovers", recover()) }

type Outer struct {
	*Pointer
	n int
}

func value[F any](v any) F { return reflect.ValueOf(v).Method(0).Interface().(F) }

func function[F any](v any) F { return reflect.TypeOf(v).Method(0).Func.Interface().(F) }

func try(f func()) {
	f()
	fmt.Println("on")
}

func main() {
	p, wide, huge := &Pointer{"pointer"}, Wide{"x", "y", "z"}, Huge{39: 7}
	try(func() { defer value[func()](p)(); panic(1) })
	try(func() { defer function[func(*Pointer)](p)(p); panic(2) })
	try(func() { defer value[func()](Word(3))(); panic(3) })
	try(func() { defer function[func(Word)](Word(0))(4); panic(4) })
	try(func() { defer value[func(int, string)](wide)(5, "v"); panic(5) })
	try(func() { defer function[func(Wide, int, string)](wide)(wide, 6, "f"); panic(6) })
	try(func() { defer value[func(...int)](huge)(1, 2); panic(7) })
	try(func() { defer function[func(Huge, ...int)](huge)(huge, 3, 4); panic(8) })
	try(func() { defer function[func(Outer)](Outer{})(Outer{p, 1}); panic(9) })
	made := reflect.MakeFunc(reflect.TypeOf(func(int) {}), func(args []reflect.Value) []reflect.Value {
		fmt.Println("made", args[0].Int(), "recovers", recover())
		return nil
	}).Interface().(func(int))
	try(func() { defer made(10); panic(10) })

	// One call further in is too far.
	try(func() {
		defer func() { fmt.Println("outside", recover()) }()
		defer func() {
			p.M()
			value[func()](p)()
			made(11)
		}()
		panic(11)
	})
	reflect.TypeOf(wide).Method(0).Func.Call([]reflect.Value{
		reflect.ValueOf(wide), reflect.ValueOf(12), reflect.ValueOf("called"),
	})
}
