// Everything in package unsafe: sizes, offsets, alignments, arithmetic, slices and strings of memory.
package main

import (
	"fmt"
	"unsafe"
)

type mixed struct {
	a bool
	b int64
	c uint16
	d string
	e [3]byte
	f any
}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	var m mixed
	fmt.Println(unsafe.Sizeof(m), unsafe.Alignof(m), unsafe.Offsetof(m.b), unsafe.Offsetof(m.c), unsafe.Offsetof(m.d), unsafe.Offsetof(m.e), unsafe.Offsetof(m.f), unsafe.Alignof(m.c))
	m.c = 0x1234
	p := unsafe.Add(unsafe.Pointer(&m), unsafe.Offsetof(m.c))
	fmt.Printf("%#x %#x\n", *(*uint16)(p), *(*byte)(p))
	*(*uint16)(unsafe.Pointer(uintptr(unsafe.Pointer(&m)) + unsafe.Offsetof(m.c))) = 7
	fmt.Println(m.c, unsafe.Add(p, -16) == unsafe.Pointer(&m))

	a := [5]int32{1, 2, 3, 4, 5}
	s := unsafe.Slice(&a[1], 3)
	s[0] = 20
	fmt.Println(s, len(s), cap(s), a, unsafe.SliceData(s) == &a[1], unsafe.SliceData([]int(nil)) == nil)
	b := []byte("hello")
	text := unsafe.String(&b[1], 3)
	b[2] = 'L'
	fmt.Println(text, *unsafe.StringData("xyz"), unsafe.Slice(unsafe.StringData(text), len(text)))
	f := 1.5
	fmt.Printf("%#x\n", *(*uint64)(unsafe.Pointer(&f)))
	var none *int
	fmt.Println(unsafe.Slice(none, 0) == nil)
	n := -1
	try(func() { _ = unsafe.Slice(&a[0], n) })
	try(func() { _ = unsafe.String(&b[0], n) })
	n = 1
	try(func() { _ = unsafe.Slice(none, n) })
	n = 1 << 62
	try(func() { _ = unsafe.Slice(&a[0], n) })
}
