package cmplx

import "math"

// sinhCosh is both at once.
func sinhCosh(x float64) (sinh, cosh float64) {
	if math.Abs(x) <= 0.5 {
		return math.Sinh(x), math.Cosh(x)
	}
	e := math.Exp(x)
	small := 0.5 / e
	e *= 0.5
	return e - small, e + small
}

// Sin is the sine.
func Sin(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && wild(re):
		return complex(math.NaN(), im)
	case infinite(im):
		if re == 0 {
			return x
		}
		if wild(re) {
			return complex(math.NaN(), im)
		}
	case re == 0 && math.IsNaN(im):
		return x
	}
	s, c := math.Sincos(re)
	sinh, cosh := sinhCosh(im)
	return complex(s*cosh, c*sinh)
}

// Sinh is the hyperbolic sine.
func Sinh(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case re == 0 && wild(im):
		return complex(re, math.NaN())
	case infinite(re):
		if im == 0 {
			return x
		}
		if wild(im) {
			return complex(re, math.NaN())
		}
	case im == 0 && math.IsNaN(re):
		return complex(math.NaN(), im)
	}
	s, c := math.Sincos(im)
	sinh, cosh := sinhCosh(re)
	return complex(c*sinh, s*cosh)
}

// Cos is the cosine.
func Cos(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && wild(re):
		return complex(math.NaN(), -im*zero(re))
	case infinite(im):
		if re == 0 {
			return complex(math.Inf(1), -re*zero(im))
		}
		if wild(re) {
			return complex(math.Inf(1), math.NaN())
		}
	case re == 0 && math.IsNaN(im):
		return complex(math.NaN(), 0)
	}
	s, c := math.Sincos(re)
	sinh, cosh := sinhCosh(im)
	return complex(c*cosh, -s*sinh)
}

// Cosh is the hyperbolic cosine.
func Cosh(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case re == 0 && wild(im):
		return complex(math.NaN(), re*zero(im))
	case infinite(re):
		if im == 0 {
			return complex(math.Inf(1), im*zero(re))
		}
		if wild(im) {
			return complex(math.Inf(1), math.NaN())
		}
	case im == 0 && math.IsNaN(re):
		return complex(math.NaN(), im)
	}
	s, c := math.Sincos(im)
	sinh, cosh := sinhCosh(re)
	return complex(c*cosh, s*sinh)
}

// modPi is what x is above or below a whole multiple of Pi, by Cody and Waite's method with Pi in
// three parts.
func modPi(x float64) float64 {
	const (
		part1 = 4 * 7.85398125648498535156e-1
		part2 = 4 * 3.77489470793079817668e-8
		part3 = 4 * 2.69515142907905952645e-15
	)
	if x >= 1<<30 {
		// Pi's three parts are not enough: by the angle's sine and cosine.
		s, c := math.Sincos(x)
		if c < 0 {
			s, c = -s, -c
		}
		return math.Atan2(s, c)
	}
	t := float64(int64(x/math.Pi + 0.5))
	return ((x - t*part1) - t*part2) - t*part3
}

// difference is cosh(2 im x) - cos(2 re x) by its series.
func difference(x complex128) float64 {
	a, b := modPi(math.Abs(2*real(x))), math.Abs(2*imag(x))
	a, b = a*a, b*b
	powerA, powerB, factorial, n, sum := 1.0, 1.0, 1.0, 0.0, 0.0
	next := func() {
		n++
		factorial *= n
		n++
		factorial *= n
		powerA *= a
		powerB *= b
	}
	for {
		next()
		sum += (powerB + powerA) / factorial
		next()
		t := (powerB - powerA) / factorial
		sum += t
		if !(math.Abs(t/sum) > 1.0/(1<<53)) {
			return sum
		}
	}
}

// Tan is the tangent.
func Tan(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case infinite(im):
		if wild(re) {
			return complex(zero(re), unit(im))
		}
		return complex(zero(math.Sin(2*re)), unit(im))
	case re == 0 && math.IsNaN(im):
		return x
	}
	d := math.Cos(2*re) + math.Cosh(2*im)
	if math.Abs(d) < 0.25 {
		d = difference(x)
	}
	if d == 0 {
		return Inf()
	}
	return complex(math.Sin(2*re)/d, math.Sinh(2*im)/d)
}

// Tanh is the hyperbolic tangent.
func Tanh(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case infinite(re):
		if wild(im) {
			return complex(unit(re), zero(im))
		}
		return complex(unit(re), zero(math.Sin(2*im)))
	case im == 0 && math.IsNaN(re):
		return x
	}
	d := math.Cosh(2*re) + math.Cos(2*im)
	if d == 0 {
		return Inf()
	}
	return complex(math.Sinh(2*re)/d, math.Sin(2*im)/d)
}

// Cot is the cotangent.
func Cot(x complex128) complex128 {
	d := math.Cosh(2*imag(x)) - math.Cos(2*real(x))
	if math.Abs(d) < 0.25 {
		d = difference(x)
	}
	if d == 0 {
		return Inf()
	}
	return complex(math.Sin(2*real(x))/d, -math.Sinh(2*imag(x))/d)
}
