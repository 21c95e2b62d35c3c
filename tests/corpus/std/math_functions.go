// Every function of package math: at the special values, and as a digest over many arguments.
package main

import (
	"fmt"
	"math"
)

var state uint64 = 0x9e3779b97f4a7c15

func next() uint64 {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return state
}

// argument draws from several distributions.
func argument(kind int) float64 {
	unit := float64(next()>>11) / (1 << 53)
	switch kind {
	case 0:
		return unit*2 - 1
	case 1:
		return unit*40 - 20
	case 2:
		return math.Float64frombits(next()&^(0x7ff<<52) | (1023-20+next()%40)<<52)
	}
	return math.Float64frombits(next())
}

func bits(f float64) uint64 {
	if f != f {
		return 1
	}
	return math.Float64bits(f)
}

type digest uint64

func (d *digest) add(f float64) { *d = (*d ^ digest(bits(f))) * 1099511628211 }

var inf, nan = math.Inf(1), math.NaN()

var special = []float64{
	0, math.Copysign(0, -1), 1, -1, 0.5, -0.5, 2, -2, 3, -3, 33.5, -33.5, 171, 1e-300, -1e-300, 1e300, -1e300,
	math.SmallestNonzeroFloat64, -math.SmallestNonzeroFloat64, math.MaxFloat64, -math.MaxFloat64, inf, -inf, nan,
	math.Pi, -math.Pi / 2, 709.7, -745, 1024, -1075, 1 << 52, 1<<53 + 2, 2.5, -2.5, 1e-20, -1e-20,
}

func one(name string, f func(float64) float64) {
	fmt.Print(name, ":")
	for _, x := range special {
		fmt.Print(" ", f(x))
	}
	var d digest
	for kind := range 4 {
		for range 60 {
			d.add(f(argument(kind)))
		}
	}
	fmt.Printf(" %x\n", uint64(d))
}

func two(name string, f func(x, y float64) float64) {
	var d digest
	for _, x := range special {
		for _, y := range special {
			d.add(f(x, y))
		}
	}
	fmt.Printf("%s: %x", name, uint64(d))
	for kind := range 4 {
		for range 60 {
			d.add(f(argument(kind), argument(kind)))
		}
	}
	fmt.Printf(" %x\n", uint64(d))
}

func main() {
	one("Abs", math.Abs)
	one("Acos", math.Acos)
	one("Acosh", math.Acosh)
	one("Asin", math.Asin)
	one("Asinh", math.Asinh)
	one("Atan", math.Atan)
	one("Atanh", math.Atanh)
	one("Cbrt", math.Cbrt)
	one("Ceil", math.Ceil)
	one("Cos", math.Cos)
	one("Cosh", math.Cosh)
	one("Erf", math.Erf)
	one("Erfc", math.Erfc)
	one("Erfcinv", math.Erfcinv)
	one("Erfinv", math.Erfinv)
	one("Exp", math.Exp)
	one("Exp2", math.Exp2)
	one("Expm1", math.Expm1)
	one("Floor", math.Floor)
	one("Gamma", math.Gamma)
	one("J0", math.J0)
	one("J1", math.J1)
	one("Log", math.Log)
	one("Log10", math.Log10)
	one("Log1p", math.Log1p)
	one("Log2", math.Log2)
	one("Logb", math.Logb)
	one("Round", math.Round)
	one("RoundToEven", math.RoundToEven)
	one("Sin", math.Sin)
	one("Sinh", math.Sinh)
	one("Sqrt", math.Sqrt)
	one("Tan", math.Tan)
	one("Tanh", math.Tanh)
	one("Trunc", math.Trunc)
	one("Y0", math.Y0)
	one("Y1", math.Y1)
	one("Ilogb", func(x float64) float64 { return float64(math.Ilogb(x)) })
	one("Signbit", func(x float64) float64 {
		if math.Signbit(x) {
			return 1
		}
		return 0
	})
	one("Modf", func(x float64) float64 { a, b := math.Modf(x); return a*3 + b })
	one("Frexp", func(x float64) float64 { a, b := math.Frexp(x); return a + float64(b) })
	one("Lgamma", func(x float64) float64 { a, b := math.Lgamma(x); return a + 3*float64(b) })
	one("Sincos", func(x float64) float64 { a, b := math.Sincos(x); return a + 3*b })
	two("Atan2", math.Atan2)
	two("Copysign", math.Copysign)
	two("Dim", math.Dim)
	two("Hypot", math.Hypot)
	two("Max", math.Max)
	two("Min", math.Min)
	two("Mod", math.Mod)
	two("Nextafter", math.Nextafter)
	two("Pow", math.Pow)
	two("Remainder", math.Remainder)
	two("FMA", func(x, y float64) float64 { return math.FMA(x, y, 1.25) })
	two("Nextafter32", func(x, y float64) float64 { return float64(math.Nextafter32(float32(x), float32(y))) })
	two("Ldexp", func(x, y float64) float64 { return math.Ldexp(x, int(bits(y)%2400)-1200) })
	two("Jn", func(x, y float64) float64 { return math.Jn(int(bits(y)%30)-15, x) })
	two("Yn", func(x, y float64) float64 { return math.Yn(int(bits(y)%30)-15, x) })
	var d digest
	for n := -400; n < 400; n++ {
		d.add(math.Pow10(n))
	}
	fmt.Printf("Pow10: %x\n", uint64(d))

	for sign := -1; sign <= 1; sign++ {
		fmt.Println(math.Inf(sign), math.IsInf(inf, sign), math.IsInf(-inf, sign), math.IsInf(1, sign), math.IsNaN(nan), math.IsNaN(inf))
	}
	fmt.Printf("%#x %#x %v %v\n", math.Float32bits(-1.5), math.Float64bits(-1.5), math.Float32frombits(0x7f800000), math.Float64frombits(1))
	fmt.Println(math.E, math.Pi, math.Phi, math.Sqrt2, math.SqrtE, math.SqrtPi, math.SqrtPhi, math.Ln2, math.Log2E, math.Ln10, math.Log10E)
	fmt.Println(math.MaxFloat32, math.SmallestNonzeroFloat32, math.MaxFloat64, math.SmallestNonzeroFloat64)
	fmt.Println(math.MaxInt, math.MinInt, math.MaxInt8, math.MinInt8, math.MaxInt16, math.MinInt16, math.MaxInt32, math.MinInt32, math.MaxInt64, math.MinInt64)
	fmt.Println(uint(math.MaxUint), math.MaxUint8, math.MaxUint16, math.MaxUint32, uint64(math.MaxUint64))
}
