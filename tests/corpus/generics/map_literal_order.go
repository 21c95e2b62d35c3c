// Map literals with equal keys of parametrized types.
package main

import "fmt"

type K [1]int
type Num interface{ ~int | ~int8 | ~float64 }
type P[V Num] struct {
	v V
	n int
}

func gen[V Num](v V) {
	m := map[P[V]]int{{v, 1}: 1, {1, 1}: 2}
	fmt.Println(m)
	m2 := map[K]P[V]{{1}: {v, 1}, {1}: {3, 1}}
	fmt.Println(m2)
	m3 := map[V]V{v: 1, 1: 2, 1 + v - v: 3}
	fmt.Println(m3)
	m4 := map[K]V{{1}: v, {1}: V(7)}
	fmt.Println(m4)
}

func main() {
	gen(1)
	gen(1.0)
	gen(int8(1))
	x := 1
	type E struct{ K }
	m := map[E]int{{K{x}}: 1, {K: K{1}}: 2, {K{0: 1}}: 3}
	fmt.Println(m)
	m2 := map[string]*K{"a": {x}, "b": (nil), "c": {1}}
	fmt.Println(len(m2))
	m3 := map[K]map[K]int{{x}: {{1}: x, {1}: 4}, {1}: nil}
	fmt.Println(m3)
}
