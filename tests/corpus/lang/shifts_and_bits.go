// Shifts of all kinds: counts beyond the width, negative counts, untyped operands, constants; bit
// operators; overflow; division of the smallest number.
package main

import "fmt"

type bits uint8

func caught(what string, f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println(what, "panics:", e)
		}
	}()
	f()
}

func main() {
	var i8 int8 = -128
	var u8 uint8 = 0x81
	var i16 int16 = -2
	var u16 uint16 = 0xfff0
	var i32 int32 = -1 << 31
	var u32 uint32 = 0xdeadbeef
	var i64 int64 = -1 << 63
	var u64 uint64 = 1<<63 | 1
	for _, n := range []uint{0, 1, 3, 7, 8, 15, 16, 31, 32, 63, 64, 65, 1 << 40, ^uint(0)} {
		fmt.Println(n, i8<<n, i8>>n, u8<<n, u8>>n, i16<<n, i16>>n, u16<<n, u16>>n, i32<<n, i32>>n, u32<<n, u32>>n, i64<<n, i64>>n, u64<<n, u64>>n)
	}
	for _, n := range []int8{0, 7, 127} {
		fmt.Println(i8>>n, 1<<n == 0, uint16(1)<<n, u64>>n)
	}
	minus := -1
	caught("left", func() { fmt.Println(1 << minus) })
	caught("right", func() { fmt.Println(u8 >> minus) })
	caught("assign", func() { i16 <<= int64(minus) })
	var small int8 = -3
	caught("narrow", func() { u64 >>= small })

	var s uint = 33
	var a = 1 << s
	var b int32 = 1 << s
	var c = uint32(1 << s)
	var d = 1<<s == 2<<s
	var e = 1<<s == 1<<33
	var f = int64(1) << s
	var g = []int{10: 1}[1<<s>>33+8]
	var h = make([]byte, 1<<s>>30)
	var i float64 = float64(1<<3) * 2
	var j = uint8(1<<s>>s + 5)
	var k any = 1 << s
	var l = "x"[1<<s>>40]
	fmt.Println(a, b, c, d, e, f, g, len(h), i, j, k, l)

	const big = 1 << 100
	fmt.Println(big>>98, big>>100<<3, uint64(big>>37), -big>>99, big&(big-1) == 0, ^0, ^uint8(3), -5>>1, -5/2, -5%3, 5&^3, 6^3)
	const huge = big * big * big
	fmt.Println(huge/big/big == big, huge>>290, float64(huge))

	x, y := int8(-128), int8(-1)
	fmt.Println(x/y, x%y, x*y, -x, x-1, y-x)
	p, q := int64(-1<<63), int64(-1)
	fmt.Println(p/q, p%q, -p, p*q)
	zero := 0
	caught("divide", func() { fmt.Println(1 / zero) })
	caught("rest", func() { fmt.Println(uint8(5) % uint8(zero)) })
	fmt.Println(7/-2, 7%-2, -7/2, -7%2, -7/-2, -7%-2, u8+200, u8-250, int16(32767)+int16(s)-32)

	m := bits(0b1010_0101)
	m |= 1 << 1
	m &^= 1 << 7
	m ^= 0xff
	m <<= 1
	m >>= 2
	fmt.Printf("%08b %v %v %v\n", m, m&(m-1), m|^m, m<<s)
	n := m
	n++
	n -= 255
	n *= 7
	n /= 3
	n %= 50
	fmt.Println(n)
	fmt.Printf("%x %x %x %x\n", uint32(i32>>31), uint16(i8), uint64(int8(u8)), int64(u64))
	fmt.Println(int8(u16), uint8(i16), int16(u32), int32(u64), uint32(i64>>1), int(int8(u32)))
}
