package main

import "fmt"

// The text of a failed bounds check shows the number as its type has it.

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

func at[I int8 | int64 | uint8 | uint16 | uint32 | uint64 | uint | uintptr](s []int, i I) int {
	return s[i]
}

func cut[I int64 | uint64 | uintptr](s []int, lo, hi I) []int { return s[lo:hi] }

type index uint64

type point struct{ x, y, z int }

var sink any

func main() {
	s := make([]int, 3, 5)
	big := ^uint64(0)
	half := uint64(1) << 63
	neg := -2
	word := uintptr(half) + 5

	try("slice", func() { sink = s[big] })
	try("slice half", func() { s[half] = 1 })
	try("slice add", func() { s[half+1]++ })
	try("slice of a signed conversion", func() { sink = s[int64(big)] })
	try("slice of an unsigned conversion", func() { sink = s[uint(neg)] })
	try("both", func() { sink = s[neg] })
	try("small", func() { sink = s[uint8(200)] })
	try("named", func() { sink = s[index(big)] })
	try("uintptr", func() { sink = s[word] })
	try("array", func() { a := [4]string{}; sink = a[big] })
	try("array of one", func() { a := [1]int{}; sink = a[big-1] })
	try("pointer to array", func() { a := &[4]point{}; sink = a[half] })
	try("struct elements", func() { a := make([]point, 2); a[big].y = 1 })
	try("string", func() { sink = "hello"[big] })
	try("nested", func() { a := [][]int{s}; sink = a[0][big] })
	try("nested outside", func() { a := [][]int{s}; sink = a[big][uint64(1)] })
	try("len-1 of nothing", func() { var e []int; sink = e[uint(len(e))-1] })

	try("low", func() { sink = s[big:] })
	try("high", func() { sink = s[:big] })
	try("high of a string", func() { sink = "hello"[:half] })
	try("low of a string", func() { sink = "hello"[half:] })
	try("low over high", func() { sink = s[half:2] })
	try("low signed", func() { sink = s[neg:2] })
	try("both unsigned", func() { sink = s[big:half] })
	try("max", func() { sink = s[0:1:big] })
	try("high of three", func() { sink = s[0:big:2] })
	try("low of three", func() { sink = s[big:1:2] })
	try("array high", func() { a := [4]int{}; sink = a[:big] })
}

func init() {
	s := []int{1, 2, 3}
	try("int8", func() { at(s, int8(-1)) })
	try("uint32", func() { at(s, ^uint32(0)) })
	try("uint64", func() { at(s, ^uint64(0)) })
	try("uintptr", func() { at(s, ^uintptr(0)) })
	try("int64", func() { at(s, int64(-9)) })
	try("cut int64", func() { cut(s, int64(-9), 2) })
	try("cut uint64", func() { cut(s, ^uint64(0), 2) })
	try("cut uint64 high", func() { cut(s, 0, ^uint64(1)) })
	try("array max", func() { a := [4]int{}; sink = a[0 : 1 : ^uint(0)-uint(len(s))] })
}
