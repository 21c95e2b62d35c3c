// Package cmplx has constants and elementary functions of complex numbers.
//
// After the Cephes library (S. L. Moshier); infinities, NaNs and zeros as C99's Annex G has them.
package cmplx

import "math"

func infinite(x float64) bool { return math.IsInf(x, 0) }

// wild reports whether x is an infinity or a NaN.
func wild(x float64) bool { return x-x != 0 }

// zero is 0 with the sign of x, and so on.
func zero(x float64) float64    { return math.Copysign(0, x) }
func unit(x float64) float64    { return math.Copysign(1, x) }
func right(x float64) float64   { return math.Copysign(math.Pi/2, x) }
func quarter(x float64) float64 { return math.Copysign(math.Pi/4, x) }

// Abs is the absolute value.
func Abs(x complex128) float64 { return math.Hypot(real(x), imag(x)) }

// Phase is the angle of x, in [-Pi, Pi].
func Phase(x complex128) float64 { return math.Atan2(imag(x), real(x)) }

// Polar is the absolute value and the angle.
func Polar(x complex128) (r, θ float64) { return Abs(x), Phase(x) }

// Rect is the number with absolute value r and angle θ.
func Rect(r, θ float64) complex128 {
	s, c := math.Sincos(θ)
	return complex(r*c, r*s)
}

// Conj is the conjugate.
func Conj(x complex128) complex128 { return complex(real(x), -imag(x)) }

// Inf is an infinity.
func Inf() complex128 { return complex(math.Inf(1), math.Inf(1)) }

// IsInf reports whether a part of x is an infinity.
func IsInf(x complex128) bool { return infinite(real(x)) || infinite(imag(x)) }

// NaN is not a number.
func NaN() complex128 { return complex(math.NaN(), math.NaN()) }

// IsNaN reports whether a part of x is a NaN and none is an infinity.
func IsNaN(x complex128) bool {
	return !IsInf(x) && (math.IsNaN(real(x)) || math.IsNaN(imag(x)))
}

// Sqrt is the square root with a real part that is not negative.
func Sqrt(x complex128) complex128 {
	a, b := real(x), imag(x)
	switch {
	case b == 0 && a == 0:
		return complex(0, b)
	case b == 0 && a < 0:
		return complex(0, math.Copysign(math.Sqrt(-a), b))
	case b == 0:
		return complex(math.Sqrt(a), b)
	case infinite(b):
		return complex(math.Inf(1), b)
	case a == 0 && b < 0:
		r := math.Sqrt(-0.5 * b)
		return complex(r, -r)
	case a == 0:
		r := math.Sqrt(0.5 * b)
		return complex(r, r)
	}
	// Scaled, so that the square of the absolute value is in range.
	scale := 0x1p-27
	if math.Abs(a) > 4 || math.Abs(b) > 4 {
		a, b, scale = a*0.25, b*0.25, 2
	} else {
		a, b = a*0x1p54, b*0x1p54
	}
	r := math.Hypot(a, b)
	var t float64
	if a > 0 {
		t = math.Sqrt(0.5*r + 0.5*a)
		r = scale * math.Abs((0.5*b)/t)
		t *= scale
	} else {
		r = math.Sqrt(0.5*r - 0.5*a)
		t = scale * math.Abs((0.5*b)/r)
		r *= scale
	}
	if b < 0 {
		return complex(t, -r)
	}
	return complex(t, r)
}

// Exp is e**x.
func Exp(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case infinite(re):
		switch {
		case re > 0 && im == 0:
			return x
		case wild(im) && re < 0:
			return complex(0, zero(im))
		case wild(im):
			return complex(math.Inf(1), math.NaN())
		}
	case math.IsNaN(re) && im == 0:
		return complex(math.NaN(), im)
	}
	return Rect(math.Exp(re), im)
}

// Log is the natural logarithm.
func Log(x complex128) complex128 { return complex(math.Log(Abs(x)), Phase(x)) }

// Log10 is the decimal logarithm.
func Log10(x complex128) complex128 {
	z := Log(x)
	return complex(math.Log10E*real(z), math.Log10E*imag(z))
}

// Pow is x**y; Pow(0, y) is 1 where the real part of y is 0, 0 where it is
// positive, else infinite.
func Pow(x, y complex128) complex128 {
	if x == 0 {
		switch r := real(y); {
		case r == 0:
			return 1
		case r < 0 && imag(y) == 0:
			return complex(math.Inf(1), 0)
		case r < 0:
			return Inf()
		}
		return 0
	}
	size := Abs(x)
	if size == 0 {
		return 0
	}
	r := math.Pow(size, real(y))
	arg := Phase(x)
	θ := real(y) * arg
	if imag(y) != 0 {
		r *= math.Exp(-imag(y) * arg)
		θ += imag(y) * math.Log(size)
	}
	return Rect(r, θ)
}
