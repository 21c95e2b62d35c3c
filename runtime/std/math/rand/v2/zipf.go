package rand

import "math"

// Zipf draws numbers k with a probability in proportion to (v+k)^-s: W. Hörmann and G. Derflinger,
// "Rejection-Inversion to Generate Variates from Monotone Discrete Distributions" (1996).
type Zipf struct {
	r                *Rand
	v, s             float64
	power, inverse   float64 // 1-s and 1/(1-s)
	atEnd, span, cut float64
}

// area is the integral of the density up to x, inArea its inverse function.
func (z *Zipf) area(x float64) float64 {
	return math.Exp(z.power*math.Log(z.v+x)) * z.inverse
}

func (z *Zipf) inArea(y float64) float64 {
	return math.Exp(z.inverse*math.Log(z.power*y)) - z.v
}

// NewZipf draws k in [0, imax] from r. It is nil unless s > 1 and v >= 1.
func NewZipf(r *Rand, s float64, v float64, imax uint64) *Zipf {
	if s <= 1 || v < 1 {
		return nil
	}
	z := &Zipf{r: r, v: v, s: s, power: 1 - s}
	z.inverse = 1 / z.power
	z.atEnd = z.area(float64(imax) + 0.5)
	z.span = z.area(0.5) - math.Exp(math.Log(v)*-s) - z.atEnd
	z.cut = 1 - z.inArea(z.area(1.5)-math.Exp(-s*math.Log(v+1)))
	return z
}

// Uint64 is the next number.
func (z *Zipf) Uint64() uint64 {
	if z == nil {
		panic("rand: nil Zipf")
	}
	for {
		y := z.atEnd + z.r.Float64()*z.span
		x := z.inArea(y)
		k := math.Floor(x + 0.5)
		if k-x <= z.cut || y >= z.area(k+0.5)-math.Exp(-math.Log(k+z.v)*z.s) {
			return uint64(k)
		}
	}
}
