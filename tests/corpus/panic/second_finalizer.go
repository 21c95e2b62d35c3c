// An object has one finalizer at a time.
package main

import (
	"fmt"
	"runtime"
)

type node struct{ next *node }

func main() {
	n := &node{}
	runtime.SetFinalizer(n, func(*node) {})
	runtime.SetFinalizer(n, nil)
	runtime.SetFinalizer(n, nil)
	runtime.SetFinalizer(n, func(*node) {})
	runtime.AddCleanup(n, func(int) {}, 1)
	runtime.AddCleanup(n, func(int) {}, 2)
	fmt.Println("one at a time")
	runtime.SetFinalizer(n, func(n *node) { n.next = n })
	fmt.Println("two")
}
