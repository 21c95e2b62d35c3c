// Methods with value receivers called through nil pointers, in every way.
package main

import "fmt"

type T struct{ a, b int }
type named int
type outer struct{ *T }
type generic[P any] struct{ v P }

func (t T) M() int           { return t.a }
func (n named) M() int       { return int(n) }
func (g generic[P]) M() int  { return 1 }
func (t *T) P() string       { return fmt.Sprint(t == nil) }

type iface interface{ M() int }

//go:noinline
func call(i iface) int { return i.M() }

func try(name string, f func()) {
	defer func() {
		r := recover()
		_, isError := r.(error)
		fmt.Println(name, r, isError)
	}()
	f()
}

func main() {
	var t *T
	var n *named
	var g *generic[string]
	var o outer
	var op *outer
	try("direct", func() { t.M() })
	try("embedded", func() { iface(o).M() })
	try("embedded pointer", func() { iface(&o).M() })
	try("nil outer", func() { iface(op).M() })
	try("called", func() { call(t) })
	try("called named", func() { call(n) })
	try("called generic", func() { call(g) })
	try("called outer", func() { call(&o) })
	try("called nil outer", func() { call(op) })
	try("expressions", func() { f := []func(*generic[string]) int{(*generic[string]).M}; f[0](g) })
	try("value", func() { _ = t.M })
	try("value of interface", func() { _ = iface(t).M; fmt.Println("made") })
	try("value of interface called", func() { f := iface(t).M; f() })
	try("expression", func() { (*T).M(t) })
	try("expression of named", func() { (*named).M(n) })
	try("interface expression", func() { iface.M(t) })
	try("deferred", func() { defer t.M() })
	try("pointer method", func() { fmt.Println(t.P(), o.P()) })
	try("pointer method of nil outer", func() { op.P() })
	var none iface
	try("nil interface", func() { none.M() })
	try("nil interface value", func() { _ = none.M })
	try("nil interface deferred", func() { defer none.M() })
}
