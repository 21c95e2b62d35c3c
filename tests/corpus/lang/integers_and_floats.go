package main

import (
	"fmt"
	"math"
)

//go:noinline
func id[T any](x T) T { return x }

func main() {
	var i8 int8 = 127
	i8++
	var u8 uint8 = 0
	u8--
	var i16 int16 = -32768
	i16--
	var u16 uint16 = 65535
	u16 += 2
	var i32 int32 = math.MaxInt32
	i32++
	var u32 uint32
	u32--
	var i64 int64 = math.MaxInt64
	i64++
	var u64 uint64
	u64--
	fmt.Println(i8, u8, i16, u16, i32, u32, i64, u64)
	fmt.Println(-i8, ^u8, i8*i8, i8/int8(id(-1)), i64/id(int64(-1)), i64%id(int64(-1)))
	fmt.Println(id(7)/id(-2), id(7)%id(-2), id(-7)/2, id(-7)%2, id(-7)>>1, uint32(id(7))>>1)
	s := id(uint(70))
	fmt.Println(1<<s == 0, int32(1)<<id(31), int8(id(1))<<7, uint8(200)>>id(3), int64(-1)>>s, int8(-128)>>id(uint(9)))
	fmt.Println(id(0b1010)&^id(0b0110), id(6)^id(3), id(6)|id(1), ^id(0))
	f := id(3.99)
	fmt.Println(int(f), int(-f), uint8(id(200.7)), int64(id(1e18)))
	fmt.Println(float32(id(0.1)), float64(float32(id(0.1))), float32(id(16777217)))
	z := id(0.0)
	fmt.Println(1/z, -1/z, z/z, z/z == z/z, math.Signbit(-z), math.Signbit(math.Copysign(0, -1)))
	fmt.Println(uint32(i64), int8(id(300)), uint16(id(-1)), int32(u32), uint64(i8))
	c := complex(id(1.0), 2)
	c *= c
	fmt.Println(c, real(c), imag(c), c == complex(-3, 4), c/complex(0, 1), -c)
	var c64 complex64 = complex64(c)
	fmt.Println(c64, c64+1i)
	const big = 1 << 100
	fmt.Println(big>>98, float64(big), 'a'+1, "s"+"t", 7/2, 7/2.0, 1e3, 0x1p-2, 1_000_000, 0o17, 'x')
	fmt.Printf("%T %T %T %T %T\n", 1, 'a', 1.0, 1i, 1<<3)
	const typed int8 = 100
	fmt.Println(typed/3, min(3, 1, 2), max(2.5, 1), min("b", "a"), max(id(3), 7))
	fmt.Println(min(math.NaN(), 1), max(id(math.Inf(-1)), 0))
	var x uint = 3
	x -= 1
	x <<= 4
	x |= 1
	x &= ^uint(1)
	x %= 7
	fmt.Println(x, uint(1)-id(uint(2)) > 0, int32(math.MinInt32)/id(int32(-1)))
	for _, v := range []float64{1.5, 1e21, 1e20, 1e-7, 123456789, 0.000001, 100, 1e6, math.MaxFloat64, math.SmallestNonzeroFloat64} {
		fmt.Print(v, " ", float32(v), " ")
	}
	fmt.Println()
	var arr [5]int
	arr[id(4)] += 5
	fmt.Println(arr, len(arr), arr == [5]int{4: 5})
	println(1, -5, "str", true, 1.5, 'a', uint8(3))
}
