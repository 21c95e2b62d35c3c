// Failed assertions with names of types and methods of more than one byte a letter, one after the other.
package main

import (
	"fmt"
	"runtime"
)

type Größe struct{ x int }

type Überall interface{ Öffnen(λ int) }

type 世界 interface{ Größe() int }

func (Größe) ähnlich() {}

func try(name string, f func()) {
	defer func() {
		e := recover()
		_, ok := e.(*runtime.TypeAssertionError)
		fmt.Println(name, ok, e, "|", len(fmt.Sprint(e)))
	}()
	f()
}

func main() {
	var any_ any = Größe{1}
	var none any
	var w 世界
	try("concrete", func() { _ = any_.(*Größe) })
	try("local", func() {
		type Ключ int
		_ = any_.(Ключ)
	})
	try("missing", func() { _ = any_.(Überall) })
	try("method", func() { _ = any_.(世界) })
	try("nil", func() { _ = none.(Größe) })
	try("nil to interface", func() { _ = none.(Überall) })
	try("nil of a named interface", func() { _ = w.(interface{ Ende() }) })
	try("ends", func() { fmt.Println(any_.(Größe).x) })
}
