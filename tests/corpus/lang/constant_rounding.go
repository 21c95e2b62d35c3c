// A constant is rounded once, from its exact value, to the type it gets.
package main

import "fmt"

const (
	// Just above the middle between two float32 values; as a float64 it is the middle.
	above = 1 + 0x1p-24 + 0x1p-54
	below = 1 + 0x3p-24 - 0x1p-54
	// The same in the range of denormal float32 values.
	small = 0x1p-149*0.5 + 0x1p-210
	// Just below what overflows a float32.
	edge = 0x1.ffffffp127 - 0x1p60
	// Just above the middle between two float64 values, and exactly there.
	wide   = 1 + 0x1p-53 + 0x1p-200
	middle = 1 + 0x1p-53
)

type f32 float32

func main() {
	var a, b float32 = above, below
	fmt.Printf("%b %b %b %b\n", a, b, float32(small), float32(edge))
	fmt.Println(float32(above) == 1, f32(above) > 1, float32(middle) == 1)
	fmt.Printf("%b %b\n", wide, middle)
	c := complex64(complex(above, -above))
	fmt.Printf("%b %b\n", real(c), imag(c))
	// What is computed is rounded at each step, unlike constants.
	x := 1.0
	y := x + 0x1p-24 + 0x1p-54
	fmt.Println(float32(y) == 1, above == y, float32(above) == a)
	const third = 1.0 / 3
	fmt.Println(third*3 == 1, float32(third)*3 == 1, third)
	fmt.Println(uint64(1<<63+0.0), int64(-1<<63), 1e400/1e399)
}
