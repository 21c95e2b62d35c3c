// Assignments: to what cannot be assigned, of what is no value, of generic functions whose type arguments
// come from the target.
package main

import "fmt"

type X struct {
	a  func(int, int)
	fs []func(int, int)
}

func none() {}

func gen[T any](T)                               {}
func two[T, U any](x T, y U)                     {}
func list[T any](x []T)                          {}
func entries[K comparable, V any](m map[K]V) V   { var v V; return v }
func take(f func(int, int))                      {}
func result() func(int, int)                     { return gen }
func results() (int, func(a, b int))             { return 1, gen }

func redefined() {
	const c = 1
	c := 2
	len = 3
	fmt := 4
	c, d := 2, 3
	a.b, e := 1, 2
	for 5 := range 10 {
	}
	for c = range 10 {
	}
	for nil = range 10 {
	}
	for fmt.Println = range 10 {
	}
	nil = 1
	5 = 2
	main = nil
	int = 5
	"s"[0] = 1
	none() = 2
}

func places() {
	fmt.Println = nil
	for fmt.Print = range 10 {
	}
	var s string
	for s = range 10 {
	}
	for s = range 10.0 {
	}
	var f float64
	for f = range 10 {
	}
	var b byte
	for b = range 300 {
	}
	var m map[string]struct{ x int }
	for m["a"].x = range 10 {
	}
	m["b"].x = 1
}

func instances() {
	var a func(int, int) = gen
	var b func(string) = list
	var c func(int, string, int) = two
	var d func(map[string]int) string = entries
	var e func([]int) = list[string]
	var f func(int, int) = two[string]
	var g func([]int) int = list
	var h int = gen
	_, _, _, _, _, _, _, _ = a, b, c, d, e, f, g, h
	var x X
	x.a = gen
	x.fs[0] = gen
	take(gen)
	_ = X{a: gen}
	_ = X{gen, nil}
	_ = []func(int, int){gen}
	_ = map[string]func(int, int){"": gen}
	var ch chan func(int, int)
	ch <- gen
	_ = (func(int, int))(gen)
	var y func(int, int)
	y = gen
	y, z := gen, 1
	_ = z
	(y) = gen
	*(&y) = gen
	var u, v func(int, int) = gen, gen
	y = two[nosuch]
}

func builtins() {
	println(gen)
	panic(gen)
	_ = append([]any{}, gen)
	_ = append([]any{}, none())
	_ = append([]any{}, len)
	_ = min(gen, 1)
	_ = complex(gen, len)
	copy(gen, len)
	clear(gen)
	_ = *len
	_ = *println
	*append++
	defer gen
	_ = map[any]int{nosuch: h, len: 1}
}

func main() {}
