// Allocations are counted one by one: runtime.MemStats and what package testing makes of it.
package main

import (
	"fmt"
	"runtime"
	"testing"
)

type node struct {
	left, right *node
	value       int
}

var (
	tree  *node
	bytes []byte
	words []string
	table map[int]int
	list  []*node
)

func main() {
	fmt.Println(testing.AllocsPerRun(100, func() { tree = &node{} }))
	fmt.Println(testing.AllocsPerRun(100, func() { tree = &node{left: &node{}, right: &node{}} }))
	fmt.Println(testing.AllocsPerRun(100, func() { bytes = make([]byte, 100000) }))
	fmt.Println(testing.AllocsPerRun(100, func() { words = make([]string, 10) }))
	fmt.Println(testing.AllocsPerRun(100, func() { table[1]++ }))
	fmt.Println(testing.AllocsPerRun(100, func() {}))

	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	list = make([]*node, 1000)
	for i := range list {
		list[i] = &node{value: i}
	}
	runtime.ReadMemStats(&after)
	bytes := after.TotalAlloc - before.TotalAlloc
	fmt.Println(after.Mallocs-before.Mallocs >= 1001, bytes >= 32000 && bytes < 200000)
	tree = list[500]
	list = nil
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&after)
	fmt.Println(after.Frees > before.Frees, after.HeapObjects == after.Mallocs-after.Frees, tree.value)
}

func init() { table = map[int]int{1: 0} }
