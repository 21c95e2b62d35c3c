// Slices without elements, of types with pointers, kept while the collector runs and others like
// them are freed.
package main

import (
	"fmt"
	"runtime"
)

type node struct {
	next *node
	name string
}

func nodes(n int) []*node { return make([]*node, n) }

func texts(n int) []string { return append([]string{}, make([]string, n)...) }

func main() {
	var keep [][]*node
	var names [][]string
	for i := range 200 {
		keep = append(keep, nodes(0), []*node{{name: fmt.Sprint("n", i)}})
		names = append(names, texts(0), make([]string, i%2), make([]string, 1)[1:])
		_, _, _ = nodes(0), texts(0), nodes(i%3)
	}
	runtime.GC()
	for i := range 200 {
		if i%2 == 0 {
			keep[2*i] = nil
		}
		_ = fmt.Sprint(nodes(0), texts(0))
	}
	runtime.GC()
	sum, empty := 0, 0
	for _, list := range keep {
		for _, n := range list {
			sum += len(n.name)
		}
		if list != nil && len(list) == 0 {
			empty++
		}
	}
	fmt.Println(sum, empty, len(keep), len(names))
}
