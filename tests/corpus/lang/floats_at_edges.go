// Floating-point operations, comparisons in every form, conversions, and complex division, at the edges.
package main

import (
	"fmt"
	"math"
)

//go:noinline
func no() bool { return false }

func mix(h uint64, x uint64) uint64 { return (h ^ x) * 0x100000001b3 }

var bits64 = math.Float64bits

func norm64(x float64) uint64 {
	if x != x {
		return 1
	}
	return bits64(x)
}

func ops64() {
	inf := float64(math.Inf(1))
	values := []float64{0, float64(math.Copysign(0, -1)), 1, -1, 0.5, 3, -7.25, inf, -inf, float64(math.NaN()), math.MaxFloat64, -math.MaxFloat64, math.SmallestNonzeroFloat64, 1 << 24, 1<<24 + 1, 1 << 53, 1e-40, 0.1}
	var ar, cm, br, lp, mm uint64
	for i, x := range values {
		ar = mix(mix(mix(ar, norm64(-x)), norm64(float64(math.Sqrt(float64(x))))), norm64(x*x+1))
		if x < 0 { br = mix(br, 3) }
		if !(x < 0) { br = mix(br, 5) }
		if x <= 0 { br = mix(br, 3) }
		if !(x <= 0) { br = mix(br, 5) }
		if x > 0 { br = mix(br, 3) }
		if !(x > 0) { br = mix(br, 5) }
		if x >= 0 { br = mix(br, 3) }
		if !(x >= 0) { br = mix(br, 5) }
		if x == 0 { br = mix(br, 3) }
		if !(x == 0) { br = mix(br, 5) }
		if x != 0 { br = mix(br, 3) }
		if !(x != 0) { br = mix(br, 5) }
		if x < 1 { br = mix(br, 3) }
		if !(x < 1) { br = mix(br, 5) }
		if x <= 1 { br = mix(br, 3) }
		if !(x <= 1) { br = mix(br, 5) }
		if x > 1 { br = mix(br, 3) }
		if !(x > 1) { br = mix(br, 5) }
		if x >= 1 { br = mix(br, 3) }
		if !(x >= 1) { br = mix(br, 5) }
		if x == 1 { br = mix(br, 3) }
		if !(x == 1) { br = mix(br, 5) }
		if x != 1 { br = mix(br, 3) }
		if !(x != 1) { br = mix(br, 5) }
		if x < -1 { br = mix(br, 3) }
		if !(x < -1) { br = mix(br, 5) }
		if x <= -1 { br = mix(br, 3) }
		if !(x <= -1) { br = mix(br, 5) }
		if x > -1 { br = mix(br, 3) }
		if !(x > -1) { br = mix(br, 5) }
		if x >= -1 { br = mix(br, 3) }
		if !(x >= -1) { br = mix(br, 5) }
		if x == -1 { br = mix(br, 3) }
		if !(x == -1) { br = mix(br, 5) }
		if x != -1 { br = mix(br, 3) }
		if !(x != -1) { br = mix(br, 5) }
		if x < 0.5 { br = mix(br, 3) }
		if !(x < 0.5) { br = mix(br, 5) }
		if x <= 0.5 { br = mix(br, 3) }
		if !(x <= 0.5) { br = mix(br, 5) }
		if x > 0.5 { br = mix(br, 3) }
		if !(x > 0.5) { br = mix(br, 5) }
		if x >= 0.5 { br = mix(br, 3) }
		if !(x >= 0.5) { br = mix(br, 5) }
		if x == 0.5 { br = mix(br, 3) }
		if !(x == 0.5) { br = mix(br, 5) }
		if x != 0.5 { br = mix(br, 3) }
		if !(x != 0.5) { br = mix(br, 5) }
		for j, y := range values {
			ar = mix(mix(mix(mix(ar, norm64(x+y)), norm64(x-y)), norm64(x*y)), norm64(x/y))
			mm = mix(mix(mm, norm64(min(x, y))), norm64(max(x, y, 0)))
			a0 := x < y
			if a0 { cm = mix(cm, uint64(i*100+j*1)) }
			if x < y { br = mix(br, 0) } else { br = mix(br, 77) }
			if !(x < y) { br = mix(br, 50) }
			if x < y || no() { br = mix(br, 20) }
			if !(x < y) && !no() { br = mix(br, 30) }
			for n := 0; x < y && n < 2; n++ { lp = mix(lp, 0) }
			for n := 0; !(x < y) && n < 2; n++ { lp = mix(lp, 0) }
			a1 := x <= y
			if a1 { cm = mix(cm, uint64(i*100+j*2)) }
			if x <= y { br = mix(br, 1) } else { br = mix(br, 77) }
			if !(x <= y) { br = mix(br, 51) }
			if x <= y || no() { br = mix(br, 21) }
			if !(x <= y) && !no() { br = mix(br, 31) }
			for n := 0; x <= y && n < 2; n++ { lp = mix(lp, 1) }
			for n := 0; !(x <= y) && n < 2; n++ { lp = mix(lp, 1) }
			a2 := x > y
			if a2 { cm = mix(cm, uint64(i*100+j*3)) }
			if x > y { br = mix(br, 2) } else { br = mix(br, 77) }
			if !(x > y) { br = mix(br, 52) }
			if x > y || no() { br = mix(br, 22) }
			if !(x > y) && !no() { br = mix(br, 32) }
			for n := 0; x > y && n < 2; n++ { lp = mix(lp, 2) }
			for n := 0; !(x > y) && n < 2; n++ { lp = mix(lp, 2) }
			a3 := x >= y
			if a3 { cm = mix(cm, uint64(i*100+j*4)) }
			if x >= y { br = mix(br, 3) } else { br = mix(br, 77) }
			if !(x >= y) { br = mix(br, 53) }
			if x >= y || no() { br = mix(br, 23) }
			if !(x >= y) && !no() { br = mix(br, 33) }
			for n := 0; x >= y && n < 2; n++ { lp = mix(lp, 3) }
			for n := 0; !(x >= y) && n < 2; n++ { lp = mix(lp, 3) }
			a4 := x == y
			if a4 { cm = mix(cm, uint64(i*100+j*5)) }
			if x == y { br = mix(br, 4) } else { br = mix(br, 77) }
			if !(x == y) { br = mix(br, 54) }
			if x == y || no() { br = mix(br, 24) }
			if !(x == y) && !no() { br = mix(br, 34) }
			for n := 0; x == y && n < 2; n++ { lp = mix(lp, 4) }
			for n := 0; !(x == y) && n < 2; n++ { lp = mix(lp, 4) }
			a5 := x != y
			if a5 { cm = mix(cm, uint64(i*100+j*6)) }
			if x != y { br = mix(br, 5) } else { br = mix(br, 77) }
			if !(x != y) { br = mix(br, 55) }
			if x != y || no() { br = mix(br, 25) }
			if !(x != y) && !no() { br = mix(br, 35) }
			for n := 0; x != y && n < 2; n++ { lp = mix(lp, 5) }
			for n := 0; !(x != y) && n < 2; n++ { lp = mix(lp, 5) }
		}
	}
	fmt.Printf("float64 %x %x %x %x %x\n", ar, cm, br, lp, mm)
	for _, x := range values {
		if x != x || x > 1e15 || x < -1e15 {
			continue
		}
		fmt.Print(int64(x), int32(x/1e9), int8(x/1e14), float32(x), float64(x), " ")
		if x >= 0 {
			fmt.Print(uint64(x), uint32(x/1e7), " ")
		}
	}
	fmt.Println()
}

var bits32 = func(x float32) uint64 { return uint64(math.Float32bits(x)) }

func norm32(x float32) uint64 {
	if x != x {
		return 1
	}
	return bits32(x)
}

func ops32() {
	inf := float32(math.Inf(1))
	values := []float32{0, float32(math.Copysign(0, -1)), 1, -1, 0.5, 3, -7.25, inf, -inf, float32(math.NaN()), math.MaxFloat32, -math.MaxFloat32, math.SmallestNonzeroFloat32, 1 << 24, 1<<24 + 1, 1 << 53, 1e-40, 0.1}
	var ar, cm, br, lp, mm uint64
	for i, x := range values {
		ar = mix(mix(mix(ar, norm32(-x)), norm32(float32(math.Sqrt(float64(x))))), norm32(x*x+1))
		if x < 0 { br = mix(br, 3) }
		if !(x < 0) { br = mix(br, 5) }
		if x <= 0 { br = mix(br, 3) }
		if !(x <= 0) { br = mix(br, 5) }
		if x > 0 { br = mix(br, 3) }
		if !(x > 0) { br = mix(br, 5) }
		if x >= 0 { br = mix(br, 3) }
		if !(x >= 0) { br = mix(br, 5) }
		if x == 0 { br = mix(br, 3) }
		if !(x == 0) { br = mix(br, 5) }
		if x != 0 { br = mix(br, 3) }
		if !(x != 0) { br = mix(br, 5) }
		if x < 1 { br = mix(br, 3) }
		if !(x < 1) { br = mix(br, 5) }
		if x <= 1 { br = mix(br, 3) }
		if !(x <= 1) { br = mix(br, 5) }
		if x > 1 { br = mix(br, 3) }
		if !(x > 1) { br = mix(br, 5) }
		if x >= 1 { br = mix(br, 3) }
		if !(x >= 1) { br = mix(br, 5) }
		if x == 1 { br = mix(br, 3) }
		if !(x == 1) { br = mix(br, 5) }
		if x != 1 { br = mix(br, 3) }
		if !(x != 1) { br = mix(br, 5) }
		if x < -1 { br = mix(br, 3) }
		if !(x < -1) { br = mix(br, 5) }
		if x <= -1 { br = mix(br, 3) }
		if !(x <= -1) { br = mix(br, 5) }
		if x > -1 { br = mix(br, 3) }
		if !(x > -1) { br = mix(br, 5) }
		if x >= -1 { br = mix(br, 3) }
		if !(x >= -1) { br = mix(br, 5) }
		if x == -1 { br = mix(br, 3) }
		if !(x == -1) { br = mix(br, 5) }
		if x != -1 { br = mix(br, 3) }
		if !(x != -1) { br = mix(br, 5) }
		if x < 0.5 { br = mix(br, 3) }
		if !(x < 0.5) { br = mix(br, 5) }
		if x <= 0.5 { br = mix(br, 3) }
		if !(x <= 0.5) { br = mix(br, 5) }
		if x > 0.5 { br = mix(br, 3) }
		if !(x > 0.5) { br = mix(br, 5) }
		if x >= 0.5 { br = mix(br, 3) }
		if !(x >= 0.5) { br = mix(br, 5) }
		if x == 0.5 { br = mix(br, 3) }
		if !(x == 0.5) { br = mix(br, 5) }
		if x != 0.5 { br = mix(br, 3) }
		if !(x != 0.5) { br = mix(br, 5) }
		for j, y := range values {
			ar = mix(mix(mix(mix(ar, norm32(x+y)), norm32(x-y)), norm32(x*y)), norm32(x/y))
			mm = mix(mix(mm, norm32(min(x, y))), norm32(max(x, y, 0)))
			a0 := x < y
			if a0 { cm = mix(cm, uint64(i*100+j*1)) }
			if x < y { br = mix(br, 0) } else { br = mix(br, 77) }
			if !(x < y) { br = mix(br, 50) }
			if x < y || no() { br = mix(br, 20) }
			if !(x < y) && !no() { br = mix(br, 30) }
			for n := 0; x < y && n < 2; n++ { lp = mix(lp, 0) }
			for n := 0; !(x < y) && n < 2; n++ { lp = mix(lp, 0) }
			a1 := x <= y
			if a1 { cm = mix(cm, uint64(i*100+j*2)) }
			if x <= y { br = mix(br, 1) } else { br = mix(br, 77) }
			if !(x <= y) { br = mix(br, 51) }
			if x <= y || no() { br = mix(br, 21) }
			if !(x <= y) && !no() { br = mix(br, 31) }
			for n := 0; x <= y && n < 2; n++ { lp = mix(lp, 1) }
			for n := 0; !(x <= y) && n < 2; n++ { lp = mix(lp, 1) }
			a2 := x > y
			if a2 { cm = mix(cm, uint64(i*100+j*3)) }
			if x > y { br = mix(br, 2) } else { br = mix(br, 77) }
			if !(x > y) { br = mix(br, 52) }
			if x > y || no() { br = mix(br, 22) }
			if !(x > y) && !no() { br = mix(br, 32) }
			for n := 0; x > y && n < 2; n++ { lp = mix(lp, 2) }
			for n := 0; !(x > y) && n < 2; n++ { lp = mix(lp, 2) }
			a3 := x >= y
			if a3 { cm = mix(cm, uint64(i*100+j*4)) }
			if x >= y { br = mix(br, 3) } else { br = mix(br, 77) }
			if !(x >= y) { br = mix(br, 53) }
			if x >= y || no() { br = mix(br, 23) }
			if !(x >= y) && !no() { br = mix(br, 33) }
			for n := 0; x >= y && n < 2; n++ { lp = mix(lp, 3) }
			for n := 0; !(x >= y) && n < 2; n++ { lp = mix(lp, 3) }
			a4 := x == y
			if a4 { cm = mix(cm, uint64(i*100+j*5)) }
			if x == y { br = mix(br, 4) } else { br = mix(br, 77) }
			if !(x == y) { br = mix(br, 54) }
			if x == y || no() { br = mix(br, 24) }
			if !(x == y) && !no() { br = mix(br, 34) }
			for n := 0; x == y && n < 2; n++ { lp = mix(lp, 4) }
			for n := 0; !(x == y) && n < 2; n++ { lp = mix(lp, 4) }
			a5 := x != y
			if a5 { cm = mix(cm, uint64(i*100+j*6)) }
			if x != y { br = mix(br, 5) } else { br = mix(br, 77) }
			if !(x != y) { br = mix(br, 55) }
			if x != y || no() { br = mix(br, 25) }
			if !(x != y) && !no() { br = mix(br, 35) }
			for n := 0; x != y && n < 2; n++ { lp = mix(lp, 5) }
			for n := 0; !(x != y) && n < 2; n++ { lp = mix(lp, 5) }
		}
	}
	fmt.Printf("float32 %x %x %x %x %x\n", ar, cm, br, lp, mm)
	for _, x := range values {
		if x != x || x > 1e15 || x < -1e15 {
			continue
		}
		fmt.Print(int64(x), int32(x/1e9), int8(x/1e14), float32(x), float64(x), " ")
		if x >= 0 {
			fmt.Print(uint64(x), uint32(x/1e7), " ")
		}
	}
	fmt.Println()
}

func complexes() {
	inf, nan := math.Inf(1), math.NaN()
	parts := []float64{0, math.Copysign(0, -1), 1, -2.5, inf, -inf, nan}
	var q, p, e uint64
	for _, a := range parts {
		for _, b := range parts {
			x := complex(a, b)
			for _, c := range parts {
				for _, d := range parts {
					y := complex(c, d)
					z := x / y
					q = mix(mix(q, norm64(real(z))), norm64(imag(z)))
					z = x * y
					p = mix(mix(p, norm64(real(z))), norm64(imag(z)))
					z = x + y - 1i
					p = mix(mix(p, norm64(real(z))), norm64(imag(z)))
					if x == y {
						e = mix(e, 3)
					}
					if x != y {
						e = mix(e, 5)
					}
					w := complex64(x) / complex64(y)
					q = mix(mix(q, norm32(real(w))), norm32(imag(w)))
				}
			}
		}
	}
	fmt.Printf("complex %x %x %x\n", q, p, e)
}

func unsigned() {
	for _, x := range []uint64{0, 1, 1 << 52, 1<<53 - 1, 1<<53 + 1, 1 << 62, 1<<63 - 1, 1 << 63, 1<<63 + 1, 1<<63 + 1025, 1<<64 - 1025, 1<<64 - 1} {
		fmt.Print(float64(x), " ", float32(x), " ", float64(int64(x)), " ", float32(int64(x)), "; ")
	}
	for _, f := range []float64{0, 0.99, 1 << 53, 1<<63 - 1024, 1 << 63, 1<<63 + 2048, 1<<64 - 2048} {
		fmt.Print(uint64(f), " ", uint64(float32(f/2)), "; ")
	}
	fmt.Println()
}

func main() {
	ops64()
	ops32()
	complexes()
	unsigned()
}
