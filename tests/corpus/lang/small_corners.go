// Corners of statements and expressions that are easy to get wrong.
package main

import (
	"fmt"
	"runtime"
	"strings"
	. "unsafe"
)

var (
	trail []string
	first = note("first", &late)
	other = note("other", nil)
	late  int
	third = note("third", &late)
)

func note(name string, _ *int) int {
	trail = append(trail, name)
	return len(trail)
}

func pair() ([]byte, byte)             { return []byte("ab"), 'c' }
func two() ([]byte, string)            { return make([]byte, 2), "xyz" }
func parts() (float64, float64)        { return 3, 4 }
func entry() (map[string]int, string)  { return counts, "gone" }
func array() (a [3]int)                { calls++; return }
func many() (any, any, any)            { return 1, "two", 3.0 }
func wide(a, b, c, d, e, f, g, h, i, j, k, l int) string {
	return fmt.Sprint(l, k, j, i, h, g, f, e, d, c, b, a)
}
func deep(n int, a, b, c, d, e, f, g, h, i int) int {
	var pad [20]int
	pad[n%20] = n
	if n == 0 {
		return a + b*2 + c*3 + d*4 + e*5 + f*6 + g*7 + h*8 + i*9
	}
	return deep(n-1, b, c, d, e, f, g, h, i, a) + pad[(n+1)%20]
}

var (
	counts = map[string]int{"gone": 1, "kept": 2}
	calls  int
)

type empty [0]struct{ n int }
type number interface{ ~int | ~float64 | ~complex128 }

func zero[T number]() (T, T) { return T(0), T(7) }

func try(f func()) {
	defer func() { fmt.Println("->", recover()) }()
	f()
}

type shape interface{ area() int }

func callersInPanic() {
	defer func() {
		recover()
		pcs := make([]uintptr, 4)
		frames := runtime.CallersFrames(pcs[:runtime.Callers(1, pcs)])
		for {
			f, more := frames.Next()
			if strings.HasPrefix(f.Function, "main.") {
				fmt.Print(f.Function, ":", f.Line, " ")
			}
			if !more {
				break
			}
		}
		fmt.Println()
	}()
	panic("x")
}

func lines() {
	_, file, line, _ := runtime.Caller(0)
//line generated.y:70
	_, file2, line2, _ := runtime.Caller(0)
	/*line :500:1*/ _, file3, line3, _ := runtime.Caller(0)
	base := func(s string) string { return s[strings.LastIndex(s, "/")+1:] }
	fmt.Println(base(file), line, base(file2), line2, base(file3), line3)
}

func main() {
	fmt.Println(trail, first, other, third)
	fmt.Println(append(pair()), copy(two()), complex(parts()))
	delete(entry())
	fmt.Println(counts)
	fmt.Println(many())
	for range array() {
	}
	for i := range array() {
		_ = i
	}
	fmt.Println(calls, len(array()), calls)
	fmt.Println(wide(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), deep(500, 1, 2, 3, 4, 5, 6, 7, 8, 9))

	x := []int{10, 20}
	i := 1
	for i, x[i] = range []int{99} {
	}
	fmt.Println(i, x)
	var e empty
	n := 0
	try(func() { e[n].n++ })
	var p *[4]int
	try(func() {
		for i, v := range p {
			fmt.Println(i, v)
		}
	})
	for i := range p {
		n += i
	}
	fmt.Println(n, len(p))
	var s shape
	try(func() { defer s.area(); fmt.Println("not reached") })
	try(func() { go s.area() })
	var wrong any = 1
	try(func() { _ = wrong.(shape) })

	unused := 1
	unused += 2
	text := "a"
	text += "b"
	bits := uint8(1)
	bits <<= 3
	bits++
	a, b := zero[complex128]()
	c, d := zero[float64]()
	fmt.Println(a, b, c, d, Sizeof(a))
	callersInPanic()
	lines()
}
