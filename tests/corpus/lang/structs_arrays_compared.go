// Comparison of structs, arrays, interfaces, pointers, channels; map keys of all kinds; hashing panics;
// order of comparison; NaN; zero-size values; blank fields.
package main

import (
	"fmt"
	"math"
)

type inner struct {
	s string
	f float64
}

type outer struct {
	a   int8
	in  inner
	arr [2]any
	_   int
	p   *int
	c   chan bool
	e   error
}

type big struct {
	xs [40]int
	n  string
}

type myErr struct{ code int }

func (e myErr) Error() string { return fmt.Sprint("e", e.code) }

func caught(what string, f func()) {
	defer func() { fmt.Println(what, recover()) }()
	f()
}

func main() {
	n := 1
	c := make(chan bool)
	x := outer{1, inner{"s", 2}, [2]any{1, "a"}, 5, &n, c, myErr{1}}
	y := x
	fmt.Println(x == y, x != y)
	y.in.s = "t"
	fmt.Println(x == y)
	y = x
	y.arr[1] = "b"
	fmt.Println(x == y)
	y = x
	y.arr[1] = 'a'
	fmt.Println(x == y)
	y = x
	m := 1
	y.p = &m
	fmt.Println(x == y)
	y = x
	y.e = &myErr{1}
	fmt.Println(x == y, x.e == myErr{1}, x.e == error(nil))
	y = x
	y.in.f = math.NaN()
	fmt.Println(y == y, y.in == y.in, x.in == inner{"s", 2})
	x.arr[0] = []int{1}
	caught("slice in an array in a struct", func() { fmt.Println(x == x) })
	y = x
	y.a = 9
	caught("differs before the slice", func() { fmt.Println(x == y) })
	x.arr[0], y.arr[0] = map[int]int{}, 1
	y.a = x.a
	caught("types differ", func() { fmt.Println(x == y) })
	caught("func", func() { fmt.Println(any(func() {}) == any(func() {})) })
	caught("func and nil", func() { fmt.Println(any(func() {}) == nil, any((func())(nil)) == nil) })
	caught("struct with func", func() {
		v := any(struct{ f func() }{})
		fmt.Println(v == v)
	})

	b1, b2 := big{n: "q"}, big{n: "q"}
	fmt.Println(b1 == b2, any(b1) == any(b2))
	b2.xs[39] = 1
	fmt.Println(b1 == b2, any(b1) == any(b2), [2]big{b1, b2} == [2]big{b1, b2})

	keys := map[any]string{}
	keys[1] = "int"
	keys[int8(1)] = "int8"
	keys[1.0] = "float"
	keys[1i] = "complex"
	keys["1"] = "string"
	keys['1'] = "rune"
	keys[true] = "bool"
	keys[[2]string{"a", "b"}] = "array"
	keys[inner{"k", 1}] = "struct"
	keys[&n] = "pointer"
	keys[c] = "chan"
	keys[nil] = "nil"
	keys[myErr{7}] = "error"
	keys[struct{}{}] = "empty"
	keys[[0]int{}] = "empty array"
	keys[math.NaN()] = "NaN"
	keys[math.NaN()] = "NaN again"
	keys[math.Copysign(0, -1)] = "zero"
	fmt.Println(len(keys), keys[1], keys[int8(1)], keys[1.0], keys[complex(0, 1)], keys["1"], keys[rune(49)], keys[true], keys[[2]string{"a", "b"}])
	fmt.Println(keys[inner{"k", 1}], keys[&n], keys[c], keys[nil], keys[error(myErr{7})], keys[struct{}{}], keys[[0]int{}], keys[math.NaN()] == "", keys[0.0], keys[int64(1)] == "")
	for _, k := range []any{[]int{}, map[int]int{}, func() {}, [1]any{[]int{}}, struct{ x any }{func() {}}, [0]func(){}, &[]int{}} {
		caught(fmt.Sprintf("%T:", k), func() { keys[k] = "x"; fmt.Print("fine ") })
		caught("read:", func() { _ = keys[k]; fmt.Print("fine ") })
		caught("delete:", func() { delete(keys, k); fmt.Print("fine ") })
	}
	var none map[any]int
	caught("read of a nil map", func() { _ = none[[]int{}] })
	caught("delete from a nil map", func() { delete(none, []int{}) })
	caught("read of an empty map", func() { _ = map[any]int{}[func() {}] })

	fm := map[float64]int{}
	for range 3 {
		fm[math.NaN()]++
		fm[0]++
		fm[math.Copysign(0, -1)]++
	}
	delete(fm, math.NaN())
	fmt.Println(len(fm), fm[0])
	clear(fm)
	fmt.Println(len(fm))
	type key struct {
		a string
		_ int
		b [2]int16
	}
	km := map[key]int{{"a", 1, [2]int16{1, 2}}: 1}
	fmt.Println(km[key{"a", 2, [2]int16{1, 2}}], km[key{"a", 1, [2]int16{2, 1}}], key{"", 1, [2]int16{}} == key{"", 2, [2]int16{}})
	im := map[interface{ Error() string }]int{myErr{1}: 1, &myErr{1}: 2}
	fmt.Println(im[myErr{1}], im[&myErr{1}], len(im))
	var e1, e2 struct{}
	var a1, a2 [0]int
	fmt.Println(e1 == e2, a1 == a2, any(e1) == any(e2), any(e1) == any(a1))
	var np *int
	var ni any
	var ne error
	fmt.Println(any(np) == nil, ni == nil, ne == nil, any(np) == any((*int)(nil)), any(np) == any((*int8)(nil)), ni == any(ne))
	fmt.Println("a" < "b", "a" < "aa", "" < "a", "\xff" > "é", "Z" < "a", "日" > "本", [3]bool{} == [...]bool{2: false})
	cx := complex(math.NaN(), 1)
	fmt.Println(cx == cx, 1+2i == complex(1, 2), complex64(0.1) == complex64(complex(0.1, 0)))
}
