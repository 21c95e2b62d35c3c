package rand

import (
	"math"
	"sync"
)

// Normal and exponential numbers by the ziggurat method: G. Marsaglia and W. W. Tsang, "The Ziggurat
// Method for Generating Random Variables" (Journal of Statistical Software 5, 2000). The area under
// the density is covered by layers of one size; k says below which number a draw lies in its layer
// for sure, w scales a draw, f is the density at the layer's edge.
const (
	normalTail      = 3.442619855899
	normalArea      = 9.91256303526217e-3
	exponentialTail = 7.69711747013104972
	exponentialArea = 3.949659822581572e-3
)

type ziggurat struct {
	once sync.Once
	k    [256]uint32
	w, f [256]float32
}

var normalLayers, exponentialLayers ziggurat

// fill makes n layers with the given tail, area and scale of draws.
func (z *ziggurat) fill(n int, tail, area, scale float64, density, inverse func(float64) float64) {
	x := tail
	q := area / density(x)
	z.k[0] = uint32(x / q * scale)
	z.w[0], z.f[0] = float32(q/scale), 1
	z.w[n-1], z.f[n-1] = float32(x/scale), float32(density(x))
	for i := n - 2; i > 0; i-- {
		inner := inverse(area/x + density(x))
		z.k[i+1] = uint32(inner / x * scale)
		x = inner
		z.w[i], z.f[i] = float32(x/scale), float32(density(x))
	}
}

func (z *ziggurat) normal() *ziggurat {
	z.once.Do(func() {
		z.fill(128, normalTail, normalArea, 1<<31,
			func(x float64) float64 { return math.Exp(-.5 * x * x) },
			func(y float64) float64 { return math.Sqrt(-2 * math.Log(y)) })
	})
	return z
}

func (z *ziggurat) exponential() *ziggurat {
	z.once.Do(func() {
		z.fill(256, exponentialTail, exponentialArea, 1<<32,
			func(x float64) float64 { return math.Exp(-x) },
			func(y float64) float64 { return -math.Log(y) })
	})
	return z
}

// NormFloat64 is normally distributed with mean 0 and deviation 1.
func (r *Rand) NormFloat64() float64 {
	z := normalLayers.normal()
	for {
		u := r.Uint64()
		j := int32(u)
		i := u >> 32 & 0x7F
		x := float64(j) * float64(z.w[i])
		size := uint32(j)
		if j < 0 {
			size = -size
		}
		if size < z.k[i] {
			return x
		}
		if i == 0 {
			for {
				x = -math.Log(r.Float64()) * (1.0 / normalTail)
				y := -math.Log(r.Float64())
				if y+y >= x*x {
					break
				}
			}
			if j > 0 {
				return normalTail + x
			}
			return -normalTail - x
		}
		if z.f[i]+float32(r.Float64())*(z.f[i-1]-z.f[i]) < float32(math.Exp(-.5*x*x)) {
			return x
		}
	}
}

// ExpFloat64 is exponentially distributed with rate 1.
func (r *Rand) ExpFloat64() float64 {
	z := exponentialLayers.exponential()
	for {
		u := r.Uint64()
		j := uint32(u)
		i := u >> 32 & 0xFF
		x := float64(j) * float64(z.w[i])
		if j < z.k[i] {
			return x
		}
		if i == 0 {
			return exponentialTail - math.Log(r.Float64())
		}
		if z.f[i]+float32(r.Float64())*(z.f[i-1]-z.f[i]) < float32(math.Exp(-x)) {
			return x
		}
	}
}

// NormFloat64 is normally distributed with mean 0 and deviation 1.
func NormFloat64() float64 { return shared.NormFloat64() }

// ExpFloat64 is exponentially distributed with rate 1.
func ExpFloat64() float64 { return shared.ExpFloat64() }
