// Indices and sizes that no int can hold, and too many of them.
package main

import "unsafe"

func main() {
	var p *int
	var b *byte
	var a []int
	i, j := 1, 2
	_ = unsafe.Slice(p, 1<<63)
	_ = unsafe.Slice(p, uint64(1)<<63)
	_ = unsafe.Add(unsafe.Pointer(p), 1<<63)
	_ = unsafe.String(b, 1<<64)
	_ = [1 << 63]int{}
	_ = [...]int{1 << 63: 1}
	_ = []int{uint64(1 << 63): 1}
	_ = a[uint64(1)<<63]
	_ = a[:uint64(1)<<63]
	_ = make([]int, uint64(1)<<63)
	_ = make([]int, 1e30)
	_ = make(chan int, 1<<64)
	_ = [5]int{}[uint64(1<<63)]
	_ = a[i, j]
	_ = a[int, j]
	_ = "abc"[i, j]
	a[i, j] = 3
}
