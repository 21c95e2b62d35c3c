package main

import (
	"fmt"
	"math"
)

//go:noinline
func id[T any](x T) T { return x }

func main() {
	for _, f := range []float64{3e38, -1, -1.5, 1.5, 1 << 63, 1<<63 + 4096, 1 << 64, 1<<64 + 8192, -(1 << 63), -1e19, -3e38, math.Inf(1), math.Inf(-1), math.NaN(), 1e19, 4294967296, -2147483649, 1e15, 300, -129, 70000} {
		f = id(f)
		g := float32(f)
		fmt.Println(f, uint64(f), uint32(f), uint16(f), uint8(f), int64(f), int32(f), int16(f), int8(f), uint(f), uintptr(f), int(f))
		fmt.Println(g, uint64(g), uint32(g), uint16(g), uint8(g), int64(g), int32(g), int16(g), int8(g), uint(g), uintptr(g), int(g))
	}
	fmt.Println(uint64(real(id(complex128(complex(3e38, 3e38))))), uint64(id(float64(1e-40))-float64(1)))
	fmt.Println(uint64(id(float64(1e-40))-1) + uint64(id(3e38)))
}
