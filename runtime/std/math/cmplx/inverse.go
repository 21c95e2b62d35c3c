package cmplx

import "math"

// Asin is the arc sine.
func Asin(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && math.Abs(re) <= 1:
		return complex(math.Asin(re), im)
	case re == 0 && math.Abs(im) <= 1:
		return complex(re, math.Asinh(im))
	case math.IsNaN(im):
		switch {
		case re == 0:
			return complex(re, math.NaN())
		case infinite(re):
			return complex(math.NaN(), re)
		}
		return NaN()
	case infinite(im):
		switch {
		case math.IsNaN(re):
			return x
		case infinite(re):
			return complex(quarter(re), im)
		}
		return complex(zero(re), im)
	case infinite(re):
		return complex(right(re), math.Copysign(re, im))
	}
	ix := complex(-im, re)
	square := x * x
	w := Log(ix + Sqrt(complex(1-real(square), -imag(square))))
	return complex(imag(w), -real(w))
}

// Asinh is the inverse hyperbolic sine.
func Asinh(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && math.Abs(re) <= 1:
		return complex(math.Asinh(re), im)
	case re == 0 && math.Abs(im) <= 1:
		return complex(re, math.Asin(im))
	case infinite(re):
		switch {
		case infinite(im):
			return complex(re, quarter(im))
		case math.IsNaN(im):
			return x
		}
		return complex(re, zero(im))
	case math.IsNaN(re):
		switch {
		case im == 0:
			return x
		case infinite(im):
			return complex(im, re)
		}
		return NaN()
	case infinite(im):
		return complex(math.Copysign(im, re), right(im))
	}
	square := x * x
	return Log(x + Sqrt(complex(1+real(square), imag(square))))
}

// Acos is the arc cosine.
func Acos(x complex128) complex128 {
	w := Asin(x)
	return complex(math.Pi/2-real(w), -imag(w))
}

// Acosh is the inverse hyperbolic cosine.
func Acosh(x complex128) complex128 {
	if x == 0 {
		return complex(0, right(imag(x)))
	}
	w := Acos(x)
	if imag(w) <= 0 {
		return complex(-imag(w), real(w))
	}
	return complex(imag(w), -real(w))
}

// Atan is the arc tangent.
func Atan(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0:
		return complex(math.Atan(re), im)
	case re == 0 && math.Abs(im) <= 1:
		return complex(re, math.Atanh(im))
	case infinite(im) || infinite(re):
		if math.IsNaN(re) {
			return complex(math.NaN(), zero(im))
		}
		return complex(right(re), zero(im))
	case math.IsNaN(re) || math.IsNaN(im):
		return NaN()
	}
	square := re * re
	a := 1 - square - im*im
	if a == 0 {
		return NaN()
	}
	w := modPi(0.5 * math.Atan2(2*re, a))
	below, above := im-1, im+1
	b := square + below*below
	if b == 0 {
		return NaN()
	}
	return complex(w, 0.25*math.Log((square+above*above)/b))
}

// Atanh is the inverse hyperbolic tangent.
func Atanh(x complex128) complex128 {
	z := Atan(complex(-imag(x), real(x)))
	return complex(imag(z), -real(z))
}
