// print and println write to standard error: all kinds of operands, special floats, nothing between
// print's operands, blanks between println's.
package main

import (
	"errors"
	"math"
)

type (
	named  int
	str    string
	flt    float32
	cplx   complex128
	truth  bool
	method struct{}
)

func (named) String() string { return "not used" }

func main() {
	print("a", 1, 2, "b", 'c', true, nil == any(nil), "\n")
	println("a", 1, 2, "b", 'c', true)
	println()
	print()
	println(named(5), str("named"), flt(0.5), cplx(1+2i), truth(false))
	println(0.0, -0.0, 1.0, 1e100, 1e-100, 123456789.0, 0.1, math.Pi, float32(0.1), float32(16777216))
	println(math.Inf(1), math.Inf(-1), math.NaN(), math.Copysign(0, -1), math.MaxFloat64, math.SmallestNonzeroFloat64)
	println(1i, 2-3i, complex64(0.5), complex(math.NaN(), math.Inf(-1)))
	println(int8(-128), uint8(255), int64(math.MinInt64), uint64(math.MaxUint64), uintptr(10), 'x', rune(-1))
	println("tab\tnewline\nquote\"", "é日", "\xff")
	var (
		m map[int]int
		s []int
		c chan int
		f func()
		p *int
		e error
		i any
	)
	println(m, s, c, f, p, e, i)
	println(m == nil, len(s), cap(s), p == nil)
	const big = 1 << 62
	println(big, -big, 07, 0x10, 1e3, 'a'+1, "con"+"cat", len("four"))
	defer println("deferred", 1+1)
	func() {
		defer func() {
			print("recovered ")
			println(recover() != nil)
		}()
		panic(errors.New("x"))
	}()
	for i := range 3 {
		print(i, " ")
	}
	println("end")
}
