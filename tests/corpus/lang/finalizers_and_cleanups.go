// Finalizers and cleanups run after the last reference is gone.
package main

import (
	"fmt"
	"runtime"
	"sync/atomic"
	"time"
)

type node struct {
	id   int
	next *node
	pad  [4]int
}

type named interface{ name() string }

func (n *node) name() string { return fmt.Sprint("node ", n.id) }

var resurrected *node

// wait collects until the condition holds.
func wait(what string, cond func() bool) {
	for range 1000 {
		runtime.GC()
		if cond() {
			fmt.Println(what)
			return
		}
		time.Sleep(time.Millisecond)
	}
	fmt.Println("never:", what)
}

//go:noinline
func makeOne(id int, ran *atomic.Int32) *node {
	n := &node{id: id}
	runtime.SetFinalizer(n, func(n *node) { ran.Add(int32(n.id)) })
	return n
}

//go:noinline
func chain(order chan int) {
	a := &node{id: 1}
	b := &node{id: 2, next: a}
	c := &node{id: 3, next: b}
	for _, n := range []*node{a, b, c} {
		runtime.SetFinalizer(n, func(n *node) { order <- n.id })
	}
}

//go:noinline
func others(ran *atomic.Int32) {
	n := &node{id: 5}
	runtime.SetFinalizer(n, func(v named) { fmt.Println("interface", v.name()); ran.Add(1) })
	m := &node{id: 6}
	runtime.SetFinalizer(m, func(v any) int { resurrected = v.(*node); ran.Add(1); return 7 })
	gone := &node{id: 7}
	runtime.SetFinalizer(gone, func(*node) { fmt.Println("must not run") })
	runtime.SetFinalizer(gone, nil)
}

//go:noinline
func cleanups(log chan string) {
	n := &node{id: 8}
	runtime.AddCleanup(n, func(s string) { log <- s }, "cleanup one")
	runtime.AddCleanup(&n.pad[2], func(v int) { log <- fmt.Sprint("cleanup ", v) }, 2)
	c := runtime.AddCleanup(n, func(int) { log <- "must not run" }, 3)
	c.Stop()
}

func main() {
	var ran atomic.Int32
	n := makeOne(4, &ran)
	runtime.GC()
	fmt.Println("still used", n.id, ran.Load())
	runtime.KeepAlive(n)
	n = nil
	wait("finalized", func() bool { return ran.Load() == 4 })

	order := make(chan int, 3)
	chain(order)
	wait("chain", func() bool { return len(order) == 3 })
	fmt.Println(<-order, <-order, <-order)

	ran.Store(0)
	others(&ran)
	wait("others", func() bool { return ran.Load() == 2 })
	fmt.Println(resurrected.id)

	log := make(chan string, 4)
	cleanups(log)
	wait("cleanups", func() bool { return len(log) == 2 })
	a, b := <-log, <-log
	fmt.Println(min(a, b), max(a, b))
	fmt.Println(runtime.NumGoroutine())
}
