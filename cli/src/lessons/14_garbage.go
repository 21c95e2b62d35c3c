package main

import (
	"fmt"
	"runtime"
)

type node struct {
	next *node
	data [1000]byte
}

func waste(n int) *node {
	var keep *node
	for i := range n {
		x := &node{}
		if i%100 == 0 {
			x.next = keep
			keep = x
		}
	}
	return keep
}

func main() {
	list := waste(500)
	runtime.GC()
	length := 0
	for ; list != nil; list = list.next {
		length++
	}
	fmt.Println("still there:", length)
}
