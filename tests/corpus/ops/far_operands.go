// Operands that are fields, at every distance from the beginning of their struct: read, combined from either
// side, compared and updated in place.
package main

import "fmt"


// Each field differs from all others; their offsets go past what 8 bits hold, and with pad past 15.
type row struct {
	f    [40]float64
	a, b float64
	c    [30]int
	d, e int
	g    float32
	h    int16
	pad  [4200]float64
	x, y float64
	u, v int
	w    uint8
}

//go:noinline
func floats(p *row, k float64) [16]float64 {
	p.a += k
	p.b -= k
	p.x *= k
	p.y += p.a
	return [16]float64{
		k + p.f[31], p.f[31] + k, k - p.f[32], p.f[32] - k, k * p.f[33], p.f[33] * k, k / p.f[34], p.f[34] / k,
		k + p.a, p.a - k, k - p.b, p.b * k, k*p.x + p.y, p.y - k*p.x, p.x * p.y, p.x - p.y,
	}
}

//go:noinline
func ints(p *row, k int) [12]int {
	p.d += k
	p.e -= k
	p.u++
	p.v--
	p.c[29] += k
	n := 0
	if p.d < k {
		n |= 1
	}
	if k < p.u {
		n |= 2
	}
	if p.v == k {
		n |= 4
	}
	for i := 0; i < p.e; i += 1000 {
		n += 8
	}
	return [12]int{k + p.d, p.e - k, k * p.u, p.v % 1000, k & p.c[29], p.c[28] | k, p.c[27] ^ k, k << (p.d & 7), p.d >> 1, int(p.h) + k, int(p.w) - k, n}
}

//go:noinline
func inLoop(p *row, xs []float64) (s float64) {
	for _, x := range xs {
		s += x*p.x - p.f[39]
		p.f[38] += x * p.y
	}
	return s + p.f[38]
}

func main() {
	p := &row{}
	for i := range p.f {
		p.f[i] = float64(i) + 0.5
	}
	for i := range p.c {
		p.c[i] = 1000 + i
	}
	for i := range p.pad {
		p.pad[i] = -float64(i)
	}
	p.a, p.b, p.d, p.e, p.g, p.h, p.x, p.y, p.u, p.v, p.w = 101, 202, 303, 4004, 50.5, -606, 707, 808, 909, 1010, 111
	fmt.Println(floats(p, 3))
	fmt.Println(ints(p, 17))
	fmt.Println(inLoop(p, []float64{1, 2.5, -4, 1 << 20}))
	q := *p
	rows := []row{{}, q, *p}
	fmt.Println(floats(&rows[1], -2), floats(&rows[2], 0.25), floats(&rows[0], 1))
	fmt.Println(q.a, q.x, rows[1].a, rows[1].x, rows[2].y, p.g, p.h, p.w)
	var none *row
	for i, f := range []func(){func() { floats(none, 1) }, func() { ints(none, 1) }, func() { none.x += 1 }, func() { none.u++ }, func() { p.a = 2 - none.y }, func() { p.a = none.b - 2 }, func() { p.d = none.d }} {
		func() {
			defer func() { fmt.Println(i, recover()) }()
			f()
		}()
	}
}
