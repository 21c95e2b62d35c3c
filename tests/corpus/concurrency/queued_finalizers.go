// Objects whose finalizers wait for their turn stay as they were through collections.
package main

import (
	"fmt"
	"runtime"
	"sort"
)

type node struct {
	name string
	data []int
	next *node
}

func make_(n int, hold, out chan string) {
	for i := range n {
		x := &node{name: fmt.Sprint("node ", i), data: []int{i, i * i}, next: &node{name: fmt.Sprint("tail ", i)}}
		runtime.SetFinalizer(x, func(x *node) {
			<-hold
			out <- fmt.Sprint(x.name, x.data, x.next.name)
		})
	}
}

func garbage() (kept [][]byte) {
	for i := range 400 {
		b := make([]byte, 16+i%64)
		for j := range b {
			b[j] = 0xee
		}
		kept = append(kept, b)
	}
	return kept
}

func main() {
	const n = 8
	hold, out := make(chan string), make(chan string, n)
	go func() { make_(n, hold, out) }()
	for range 5 {
		runtime.Gosched()
		runtime.GC()
		garbage()
	}
	var lines []string
	for len(lines) < n {
		select {
		case hold <- "":
		case s := <-out:
			lines = append(lines, s)
		default:
			runtime.GC()
			garbage()
			runtime.Gosched()
		}
	}
	sort.Strings(lines)
	for _, l := range lines {
		fmt.Println(l)
	}
}
