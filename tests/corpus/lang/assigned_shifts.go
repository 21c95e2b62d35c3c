// x <<= n and x >>= n: counts as big as one likes, of every type; a negative one panics and x stays.
package main

import "fmt"

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name+":", r)
		}
	}()
	f()
}

type small int8

func shift[T ~int8 | ~int32 | ~uint16 | ~int64](x T, n int) (l, r T) {
	l, r = x, x
	l <<= n
	r >>= n
	return
}

var global = 5

func main() {
	minus, big := -1, uint64(1)<<40
	x, u := -20, uint8(200)
	list := []int32{1, -1}
	m := map[string]int{"a": 3}
	p := &struct{ n int64 }{7}
	try("left", func() { x <<= minus })
	try("right", func() { x >>= minus })
	try("unsigned", func() { u <<= minus; u = 0 })
	try("element", func() { list[0] <<= minus })
	try("map", func() { m["a"] >>= minus })
	try("field", func() { p.n <<= small(minus) })
	try("global", func() { global <<= minus })
	try("expression", func() { x = 1 << minus })
	try("generic", func() { shift(int32(1), minus) })
	fmt.Println(x, u, list, m, *p, global)
	x <<= 3
	u >>= 3
	list[0] <<= small(31)
	list[1] >>= 40
	m["a"] <<= big
	p.n <<= uint8(60)
	fmt.Println(x, u, list, m, *p)
	x >>= big
	u <<= big
	list[0] >>= 31
	fmt.Println(x, u, list)
	fmt.Println(shift(int8(-128), 1))
	fmt.Println(shift(uint16(0x8001), 15))
	fmt.Println(shift(int64(-3), 64))
	fmt.Println(shift(small(77), 3))
}
