// Comparison and map keys of arrays, structs and interfaces, and the panics of incomparable types.
package main

import (
	"fmt"
	"math"
)

type point struct{ x, y int }
type padded struct {
	a int8
	b int64
	c int8
}
type blank struct {
	a int
	_ int
	b string
}
type nested struct {
	p    point
	name string
	any  any
	arr  [2]any
}
type fnStruct struct {
	id int
	f  func()
}
type empty struct{}

func try(what string, f func() any) {
	defer func() {
		if r := recover(); r != nil {
			_, isError := r.(error)
			fmt.Println(what, "panics:", r, isError)
		}
	}()
	fmt.Println(what, f())
}

func main() {
	fmt.Println(point{1, 2} == point{1, 2}, point{1, 2} != point{2, 1}, [3]int{1, 2, 3} == [3]int{1, 2, 3}, [2]string{"a", "b"} == [2]string{"a", "c"})
	a, b := padded{1, 2, 3}, padded{1, 2, 3}
	fmt.Println(a == b, map[padded]int{a: 5}[b])
	fmt.Println(blank{1, 2, "x"} == blank{1, 3, "x"}, map[blank]string{{1, 2, "k"}: "hit"}[blank{1, 9, "k"}])
	n1 := nested{point{1, 2}, "n", 1.5, [2]any{"a", 2}}
	n2 := nested{point{1, 2}, "n", 1.5, [2]any{"a", 2}}
	n3 := n2
	n3.arr[1] = int64(2)
	fmt.Println(n1 == n2, n1 == n3, map[nested]int{n1: 1}[n2], map[nested]int{n1: 1}[n3])

	nan := math.NaN()
	negZero := math.Copysign(0, -1)
	fmt.Println(nan == nan, nan != nan, negZero == 0, any(nan) == any(nan), any(negZero) == any(0.0), [1]float64{nan} == [1]float64{nan})
	m := map[float64]int{nan: 1, 0: 2}
	m[nan] = 3
	m[negZero] = 4
	fmt.Println(len(m), m[0], m[nan])
	delete(m, nan)
	fmt.Println(len(m))
	clear(m)
	fmt.Println(len(m))
	mc := map[complex128]string{complex(0, negZero): "zero"}
	fmt.Println(mc[0], complex(nan, 0) == complex(nan, 0))

	keys := map[any]string{1: "int", int8(1): "int8", "1": "string", 1.0: "float", true: "bool", point{1, 1}: "point", [2]int{1, 1}: "array", nil: "nil", empty{}: "empty"}
	fmt.Println(keys[1], keys[int8(1)], keys["1"], keys[1.0], keys[true], keys[point{1, 1}], keys[[2]int{1, 1}], keys[nil], keys[empty{}], keys[uint(1)] == "", len(keys))

	var i, j any = []int{1}, []int{1}
	try("slices", func() any { return i == j })
	try("slice and int", func() any { return i == any(1) })
	try("maps", func() any { return any(map[int]int{}) == any(map[int]int{}) })
	try("funcs", func() any { return any(main) == any(main) })
	try("struct", func() any { return any(fnStruct{1, nil}) == any(fnStruct{2, nil}) })
	try("nested any", func() any { return nested{any: i} == nested{any: j} })
	try("differ before", func() any { return nested{name: "x", any: i} == nested{name: "y", any: j} })
	try("array of any", func() any { return [2]any{1, i} == [2]any{2, j} })
	try("key slice", func() any { return keys[[]int{1}] })
	try("key func", func() any { keys[fnStruct{}] = "x"; return 1 })
	try("key nested", func() any { keys[[1]any{i}] = "x"; return 1 })
	try("delete", func() any { delete(keys, i); return len(keys) })
	try("empty map", func() any { return map[any]int{}[i] })
	try("nil map", func() any { var m map[any]int; return m[i] })
	try("switch", func() any {
		switch i {
		case 1, "a":
			return "constant"
		case j:
			return "same"
		}
		return "none"
	})
	var e1, e2 error
	fmt.Println(e1 == e2, e1 == nil, any(e1) == nil)
	var p1, p2 *point
	fmt.Println(any(p1) == any(p2), any(p1) == nil, any(p1) == any((*padded)(nil)))
	c1, c2 := make(chan int), make(chan int)
	fmt.Println(c1 == c2, c1 == c1, map[chan int]int{c1: 1}[c2], map[*point]int{p1: 3}[p2])
	type alias = point
	fmt.Println(any(alias{1, 2}) == any(point{1, 2}))
	s1, s2 := struct{ x int }{1}, point{1, 0}
	fmt.Println(s1 == struct{ x int }{1}, any(s1) == any(s2))
	type big [40]int
	var b1, b2 big
	b2[39] = 1
	fmt.Println(b1 == b2, map[big]int{b1: 1, b2: 2}[b2])
	fmt.Println(struct{}{} == struct{}{})
}

