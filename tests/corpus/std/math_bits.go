// Every function of math/bits.
package main

import (
	"fmt"
	"math/bits"
	"runtime"
)

func trap(f func()) {
	defer func() {
		err := recover()
		_, ok := err.(runtime.Error)
		fmt.Println(err, ok)
	}()
	f()
}

func main() {
	fmt.Println(bits.UintSize)
	for _, x := range []uint64{0, 1, 0x80, 0x1234, 0xdeadbeef, 0x8000000000000001, 0x0123456789abcdef, 1<<64 - 1} {
		u, u8, u16, u32 := uint(x), uint8(x), uint16(x), uint32(x)
		fmt.Println(bits.LeadingZeros(u), bits.LeadingZeros8(u8), bits.LeadingZeros16(u16), bits.LeadingZeros32(u32), bits.LeadingZeros64(x))
		fmt.Println(bits.TrailingZeros(u), bits.TrailingZeros8(u8), bits.TrailingZeros16(u16), bits.TrailingZeros32(u32), bits.TrailingZeros64(x))
		fmt.Println(bits.OnesCount(u), bits.OnesCount8(u8), bits.OnesCount16(u16), bits.OnesCount32(u32), bits.OnesCount64(x))
		fmt.Println(bits.Len(u), bits.Len8(u8), bits.Len16(u16), bits.Len32(u32), bits.Len64(x))
		fmt.Println(bits.Reverse(u), bits.Reverse8(u8), bits.Reverse16(u16), bits.Reverse32(u32), bits.Reverse64(x))
		fmt.Println(bits.ReverseBytes(u), bits.ReverseBytes16(u16), bits.ReverseBytes32(u32), bits.ReverseBytes64(x))
		for _, k := range []int{0, 1, 7, 13, 65, -1, -9, -1 << 63} {
			fmt.Println(bits.RotateLeft(u, k), bits.RotateLeft8(u8, k), bits.RotateLeft16(u16, k), bits.RotateLeft32(u32, k), bits.RotateLeft64(x, k))
		}
		for _, y := range []uint64{0, 1, 3, 0xffffffff, 0xfedcba9876543210, 1<<64 - 1} {
			v, v32 := uint(y), uint32(y)
			for carry := range uint64(2) {
				fmt.Print(" ", fmt.Sprint(bits.Add(u, v, uint(carry))), " ", fmt.Sprint(bits.Add32(u32, v32, uint32(carry))), " ", fmt.Sprint(bits.Add64(x, y, carry)))
				fmt.Print(" ", fmt.Sprint(bits.Sub(u, v, uint(carry))), " ", fmt.Sprint(bits.Sub32(u32, v32, uint32(carry))), " ", fmt.Sprint(bits.Sub64(x, y, carry)))
			}
			fmt.Println(" ", fmt.Sprint(bits.Mul(u, v)), fmt.Sprint(bits.Mul32(u32, v32)), fmt.Sprint(bits.Mul64(x, y)))
			if y != 0 {
				fmt.Println(bits.Rem(u, 12345, v), bits.Rem32(u32, 12345, v32), bits.Rem64(x, 12345, y))
			}
			if y > x {
				fmt.Println(fmt.Sprint(bits.Div(u, 12345, v)), fmt.Sprint(bits.Div64(x, 12345, y)))
			}
			if v32 > u32 {
				fmt.Println(bits.Div32(u32, 12345, v32))
			}
		}
	}
	zero := uint(0)
	trap(func() { bits.Div(1, 2, zero) })
	trap(func() { bits.Div32(1, 2, uint32(zero)) })
	trap(func() { bits.Div64(1, 2, uint64(zero)) })
	trap(func() { bits.Div(1, 2, 1) })
	trap(func() { bits.Div32(1, 2, 1) })
	trap(func() { bits.Div64(1, 2, 1) })
	trap(func() { bits.Rem(1, 2, zero) })
	trap(func() { bits.Rem32(1, 2, uint32(zero)) })
	trap(func() { bits.Rem64(1, 2, uint64(zero)) })
}
