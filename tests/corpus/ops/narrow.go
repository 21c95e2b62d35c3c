package main

import "fmt"

// Integers of every width: in registers, arrays, slices and structs, with wrap-around.

type record struct {
	a int8
	b uint8
	c int16
	d uint16
	e int32
	f uint32
	g int64
	h uint64
}

func store(r *record, n int) {
	r.a, r.b = int8(n), uint8(n)
	r.c, r.d = int16(n), uint16(n)
	r.e, r.f = int32(n), uint32(n)
	r.g, r.h = int64(n), uint64(n)
}

func slices(n int) {
	i8, u8 := make([]int8, 4), make([]uint8, 4)
	i16, u16 := make([]int16, 4), make([]uint16, 4)
	i32, u32 := make([]int32, 4), make([]uint32, 4)
	for k := range 4 {
		i8[k], u8[k] = int8(n<<k), uint8(n<<k)
		i16[k], u16[k] = int16(n<<k), uint16(n<<k)
		i32[k], u32[k] = int32(n<<k), uint32(n<<k)
	}
	var s int64
	for k := range 4 {
		s = s*31 + int64(i8[k]) + int64(u8[k]) + int64(i16[k]) + int64(u16[k]) + int64(i32[k]) + int64(u32[k])
	}
	fmt.Println(i8, u8, i16, u16, i32, u32, s)
	clear(u16)
	fmt.Println(u16)
}

func wrap(a, b int32, c, d uint32, e, f int8, g, h uint16) {
	fmt.Println(a+b, a-b, a*b, a/b, a%b, c+d, c-d, c*d, c/d, c%d)
	fmt.Println(e+f, e-f, e*f, e/f, e%f, -e, g+h, g-h, g*h, g/h, g%h, ^g, g&^h, g|h, g^h)
	fmt.Println(a<<3, a>>3, c<<3, c>>3, e<<3, e>>3, g<<3, g>>3)
	x := 7
	fmt.Println(a<<x, a>>x, c<<x, c>>x, e<<x, e>>x, g<<x, g>>x, a<<(x*9), e>>(x*9))
}

func compare(a, b uint64, c, d int64) {
	fmt.Println(a < b, a <= b, a > b, a >= b, c < d, c <= d, c > d, c >= d)
	if a <= b {
		fmt.Println("a <= b")
	}
	if c <= d {
		fmt.Println("c <= d")
	}
	n := 0
	for x := a; x > b; x -= x/8 + 1 {
		n++
	}
	for x := c; x <= d && n < 50; x += 7 {
		n++
	}
	fmt.Println(n)
}

func divide(a, b int) (q int, err any) {
	defer func() { err = recover() }()
	return a / b, nil
}

func shift(a, b int) (r int, err any) {
	defer func() { err = recover() }()
	return a << b, nil
}

func main() {
	for _, n := range []int{0, 1, -1, 127, 128, -129, 32768, 65535, 1 << 31, -1 << 40, 1<<63 - 1} {
		var r record
		store(&r, n)
		fmt.Println(r, int(r.a)+int(r.c)+int(r.e), uint64(r.b)+uint64(r.d)+uint64(r.f))
		slices(n)
	}
	wrap(1<<31-1, 3, 1<<32-1, 5, 127, -128, 65535, 2)
	wrap(-1<<31, -1, 0, 7, -128, -1, 1, 3)
	compare(1<<63, 1, -5, 5)
	compare(1, 2, 1, -1)
	fmt.Println(divide(7, -2))
	fmt.Println(divide(1, 0))
	fmt.Println(shift(1, 63))
	fmt.Println(shift(1, 64))
	fmt.Println(shift(1, -1))
}
