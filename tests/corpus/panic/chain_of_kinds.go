// A chain of panics, each in a deferred call of the one before: a value of every kind as the end of the program
// writes it.
package main

import "errors"

type (
	i8  int8
	i16 int16
	i32 int32
	i64 int64
	u8  uint8
	u16 uint16
	u32 uint32
	u64 uint64
	up  uintptr
	f32 float32
	f64 float64
	c64 complex64
	b   bool
	s   string
)

type stringer struct{ n int }

func (stringer) String() string { return "a stringer" }

type point struct{ x, y int }

func main() {
	values := []any{
		int8(-8), int16(-1600), int32(-320000), int64(-1 << 62), uint8(200), uint16(60000), uint32(4000000000), uint64(1 << 63), uintptr(77),
		float32(1.5), -2.25e100, complex64(1 - 2i), complex(0, 1e-9), true, "text\nwith lines", 'r',
		i8(-8), i16(-1600), i32(-320000), i64(-1 << 62), u8(200), u16(60000), u32(4000000000), u64(1 << 63), up(77),
		f32(1.5), f64(-0.5), c64(2i), b(false), s("named"), errors.New("an error"), stringer{3},
	}
	var next func(int)
	next = func(n int) {
		if n < len(values) {
			defer next(n + 1)
			panic(values[n])
		}
	}
	next(0)
}
