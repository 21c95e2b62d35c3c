// Weak pointers: equal when made of equal pointers, nil when the rest of the program has let go.
package main

import (
	"fmt"
	"runtime"
	"weak"
)

type node struct {
	name string
	next *node
	more [4]int
}

var global node

//go:noinline
func made() (weak.Pointer[node], weak.Pointer[int], weak.Pointer[node]) {
	n := &node{name: "n"}
	p, q := weak.Make(n), weak.Make(&n.more[2])
	fmt.Println(p == weak.Make(n), q == weak.Make(&n.more[2]), weak.Make(&n.more[1]) == q)
	fmt.Println(p.Value() == n, q.Value() == &n.more[2], p.Value().name)
	held := &node{name: "held", next: &node{name: "inner"}}
	inner := weak.Make(held.next)
	runtime.SetFinalizer(held, func(h *node) { fmt.Println("finalizer of", h.name, h.next.name); close(done) })
	return p, q, inner
}

var done = make(chan bool)

func main() {
	var none weak.Pointer[node]
	fmt.Println(none.Value() == nil, none == weak.Make[node](nil))
	g := weak.Make(&global)
	keep := &node{name: "keep", next: &node{name: "next"}}
	k, l := weak.Make(keep), weak.Make(keep.next)
	p, q, inner := made()
	for range 3 {
		runtime.GC()
	}
	<-done
	runtime.GC()
	fmt.Println(p.Value(), q.Value(), inner.Value())
	fmt.Println(g.Value() == &global, k.Value() == keep, l.Value().name)
	keep.next = nil
	runtime.GC()
	fmt.Println(l.Value(), k.Value().name, k == weak.Make(keep))
	m := map[weak.Pointer[node]]string{k: "kept", p: "gone", none: "none"}
	fmt.Println(m[weak.Make(keep)], m[p], m[weak.Make[node](nil)], len(m))
	fmt.Println(weak.Make(&node{name: "p"}) == p)

	// A cache whose entries go with what they describe.
	cache := map[string]weak.Pointer[node]{}
	get := func(name string) *node {
		if n := cache[name].Value(); n != nil {
			return n
		}
		n := &node{name: name}
		cache[name] = weak.Make(n)
		return n
	}
	a := get("a")
	fmt.Println(get("a") == a)
	for i := range 200 {
		get(fmt.Sprint(i))
	}
	runtime.GC()
	live := 0
	for _, w := range cache {
		if w.Value() != nil {
			live++
		}
	}
	fmt.Println(live < 100, get("a") == a, keep.name)
}
