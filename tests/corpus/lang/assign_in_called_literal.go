// What a function literal captures is memory for the assignments in it, unless it is called where it stands.
package main

import "fmt"

var g int

func called(z int, m map[int]int, s []int) {
	func() {
		defer func() { fmt.Println("called", recover(), g, m, s) }()
		g, s[1/z] = 1, 2
	}()
	func() {
		defer func() { fmt.Println("called", recover(), g, m, s) }()
		m[1], s[0] = 5, 1/z
	}()
}

func kept(z int, m map[int]int, s []int) {
	first := func() {
		defer func() { fmt.Println("kept", recover(), g, m, s) }()
		g, s[1/z] = 1, 2
	}
	first()
	second := func() {
		defer func() { fmt.Println("kept", recover(), g, m, s) }()
		m[1], s[0] = 5, 1/z
	}
	second()
}

func passed(z int, m map[int]int, s []int) {
	run(func() {
		defer func() { fmt.Println("passed", recover(), g, m, s) }()
		g, s[1/z] = 1, 2
	})
	run(func() {
		defer func() { fmt.Println("passed", recover(), g, m, s) }()
		m[1], s[0] = 5, 1/z
	})
}

//go:noinline
func run(f func()) { f() }

func main() {
	for _, f := range []func(int, map[int]int, []int){called, passed} {
		g = 0
		f(0, map[int]int{}, []int{7, 8})
	}
	g = 0
	kept(0, map[int]int{}, []int{7, 8})
}
