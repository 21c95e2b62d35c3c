// Package unsafe: sizes, offsets, pointer arithmetic, strings and slices over other memory.
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
	g complex64
}

type inner struct {
	x int32
	y int64
}

type outer struct {
	a byte
	inner
	p *inner
}

type generic[T any] struct {
	first byte
	value T
	last  bool
}

func sizes[T any]() (uintptr, uintptr, uintptr, uintptr) {
	var g generic[T]
	return unsafe.Sizeof(g), unsafe.Alignof(g.value), unsafe.Offsetof(g.value), unsafe.Offsetof(g.last)
}

func try(name string, f func()) {
	defer func() { fmt.Println(name, "->", recover()) }()
	f()
}

const mixedSize = unsafe.Sizeof(mixed{})

var lengths [unsafe.Sizeof(int32(0))]int

func main() {
	var m mixed
	fmt.Println(mixedSize, unsafe.Alignof(m), len(lengths))
	fmt.Println(unsafe.Offsetof(m.a), unsafe.Offsetof(m.b), unsafe.Offsetof(m.c), unsafe.Offsetof(m.d), unsafe.Offsetof(m.e), unsafe.Offsetof(m.f), unsafe.Offsetof(m.g))
	var o outer
	fmt.Println(unsafe.Sizeof(o), unsafe.Offsetof(o.inner), unsafe.Offsetof(o.y), unsafe.Offsetof(o.p), unsafe.Offsetof(o.inner.y))
	fmt.Println(sizes[int8]())
	fmt.Println(sizes[int64]())
	fmt.Println(sizes[string]())
	fmt.Println(sizes[[5]int16]())
	fmt.Println(unsafe.Sizeof(struct{}{}), unsafe.Sizeof([0]int{}), unsafe.Sizeof([]int(nil)), unsafe.Sizeof(map[int]int(nil)), unsafe.Sizeof(1i), unsafe.Sizeof(uintptr(0)), unsafe.Sizeof(struct {
		a int32
		b struct{}
	}{}))

	m.b, m.c = 7, 8
	pb := (*int64)(unsafe.Pointer(uintptr(unsafe.Pointer(&m)) + unsafe.Offsetof(m.b)))
	*pb += 100
	pc := (*uint16)(unsafe.Add(unsafe.Pointer(&m), unsafe.Offsetof(m.c)))
	*pc++
	fmt.Println(m.b, m.c)

	arr := [4]int32{1, 2, 3, 4}
	for i := range arr {
		p := (*int32)(unsafe.Add(unsafe.Pointer(&arr[0]), i*4))
		*p *= 10
	}
	s := unsafe.Slice(&arr[1], 2)
	s = append(s, 77)
	fmt.Println(arr, s, len(s), cap(unsafe.Slice(&arr[0], 3)), unsafe.SliceData(s) != &arr[1], unsafe.SliceData(arr[:]) == &arr[0])

	text := "hello"
	b := unsafe.Slice(unsafe.StringData(text), len(text))
	fmt.Println(string(b[1:3]), len(b), cap(b))
	bytes := []byte("shared")
	view := unsafe.String(&bytes[0], len(bytes))
	bytes[0] = 'S'
	fmt.Println(view, unsafe.String(nil, 0) == "")

	f := 1.5
	bits := *(*uint64)(unsafe.Pointer(&f))
	fmt.Printf("%#x %v\n", bits, *(*float64)(unsafe.Pointer(&bits)))
	u := [2]uint32{1, 2}
	fmt.Printf("%#x\n", *(*uint64)(unsafe.Pointer(&u)))

	type header struct {
		data unsafe.Pointer
		len  int
		cap  int
	}
	ints := make([]int, 3, 10)
	h := (*header)(unsafe.Pointer(&ints))
	h.len = 5
	fmt.Println(len(ints), cap(ints), h.data == unsafe.Pointer(&ints[0]))
	var e any = &o
	words := (*[2]unsafe.Pointer)(unsafe.Pointer(&e))
	fmt.Println(words[1] == unsafe.Pointer(&o), unsafe.Pointer(nil) == nil)

	minus := -1
	huge := uint64(1) << 63
	try("negative length", func() { _ = unsafe.Slice(&arr[0], minus) })
	try("huge length", func() { _ = unsafe.Slice(&arr[0], huge) })
	try("nil pointer", func() { _ = unsafe.Slice((*int)(nil), len(text)) })
	try("nil, none", func() { fmt.Print(unsafe.Slice((*int)(nil), 0) == nil, " ") })
	try("negative string", func() { _ = unsafe.String(&bytes[0], minus) })
	try("nil string", func() { _ = unsafe.String(nil, len(text)) })
}
