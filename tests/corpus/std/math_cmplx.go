// Every function of math/cmplx, at all pairs of special parts and at many others.
package main

import (
	"fmt"
	"math"
	"math/cmplx"
)

var state uint64 = 0x9e3779b97f4a7c15

func unit() float64 {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return float64(state>>11) / (1 << 53)
}

type digest uint64

func (d *digest) add(z complex128) {
	for _, f := range []float64{real(z), imag(z)} {
		bits := math.Float64bits(f)
		if f != f {
			bits = 1
		}
		*d = (*d ^ digest(bits)) * 1099511628211
	}
}

var inf, nan = math.Inf(1), math.NaN()
var parts = []float64{0, math.Copysign(0, -1), 1, -1, 0.3, -0.3, 2.5, -2.5, 1e-200, -1e200, 711, inf, -inf, nan, math.Pi}

func main() {
	for _, f := range []struct {
		name string
		f    func(complex128) complex128
	}{
		{"Acos", cmplx.Acos}, {"Acosh", cmplx.Acosh}, {"Asin", cmplx.Asin}, {"Asinh", cmplx.Asinh}, {"Atan", cmplx.Atan}, {"Atanh", cmplx.Atanh},
		{"Conj", cmplx.Conj}, {"Cos", cmplx.Cos}, {"Cosh", cmplx.Cosh}, {"Cot", cmplx.Cot}, {"Exp", cmplx.Exp}, {"Log", cmplx.Log}, {"Log10", cmplx.Log10},
		{"Sin", cmplx.Sin}, {"Sinh", cmplx.Sinh}, {"Sqrt", cmplx.Sqrt}, {"Tan", cmplx.Tan}, {"Tanh", cmplx.Tanh},
		{"Abs", func(x complex128) complex128 { return complex(cmplx.Abs(x), cmplx.Phase(x)) }},
		{"Polar", func(x complex128) complex128 { r, θ := cmplx.Polar(x); return complex(r, θ) }},
		{"Rect", func(x complex128) complex128 { return cmplx.Rect(real(x), imag(x)) }},
		{"Pow", func(x complex128) complex128 { return cmplx.Pow(x, complex(1.5, 0.25)) }},
		{"Square", func(x complex128) complex128 { return cmplx.Pow(x, 2) }},
	} {
		var d digest
		for _, re := range parts {
			for _, im := range parts {
				d.add(f.f(complex(re, im)))
			}
		}
		fmt.Print(f.name, " ", uint64(d))
		for k := range 300 {
			scale := []float64{1, 4, 30, 800}[k%4]
			d.add(f.f(complex((unit()-0.5)*scale, (unit()-0.5)*scale)))
		}
		fmt.Println("", uint64(d), f.f(complex(0.5, -1.25)))
	}
	fmt.Println(cmplx.Inf(), cmplx.NaN(), cmplx.IsInf(complex(1, -inf)), cmplx.IsInf(1), cmplx.IsNaN(complex(nan, inf)), cmplx.IsNaN(complex(1, nan)), cmplx.IsNaN(1))
	for _, y := range []complex128{0, 1, -1, 1i, -1i, complex(-1, 2), complex(2, 1)} {
		func() {
			defer func() {
				if r := recover(); r != nil {
					fmt.Println(r)
				}
			}()
			fmt.Println(cmplx.Pow(0, y))
		}()
	}
}
