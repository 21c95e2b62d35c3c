// Types defined by others that are defined later, in chains that come back to where they began through a pointer, a
// function, a slice and a map; nothing else in the program has types.
package main

func main() {
	var a first
	a.back = &first{value: 7}
	println(a.back.value, third(a).back.value)
	var f fn = func(x *fn3) *fn { return nil }
	println(f(nil) == nil, fn3(f)(nil) == nil)
	var s slice = slice{nil, {}}
	s = append(s, slice{nil})
	println(len(s), len(s[2]), cap(slice3(s)[1]))
	var m mapped = mapped{"a": {}}
	m["b"] = mapped{"c": nil}
	println(len(m), len(m["b"]), len(mapped3(m)["a"]))
	var i iface = impl(3)
	println(i.self() == i, iface3(i).self().(impl))
	var c ch = make(ch, 1)
	c <- c2(c)
	println(len(c), cap(<-c))
	var p *last = new(last)
	p.n = 4
	println(p.n+1, last3(*p).n, p.p == nil)
}

type third struct {
	back  *first
	value int
}
type first second
type second third

type fn3 func(*fn3) *fn
type fn fn2
type fn2 fn3

type slice3 []slice
type slice slice2
type slice2 slice3

type mapped3 map[string]mapped
type mapped mapped2
type mapped2 mapped3

type iface3 interface{ self() iface }
type iface iface2
type iface2 iface3
type impl int

func (x impl) self() iface { return x }

type c3 chan c2
type ch c2
type c2 c3

type last3 struct {
	p *last
	n int
}
type last last2
type last2 last3
