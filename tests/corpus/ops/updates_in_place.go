// x op= y where x is a field, what a pointer points to, or an element: 64-bit integers and float64,
// and the widths beside them; bounds, nil, and operands that change the place they are added to.
package main

import (
	"fmt"
	"math"
)

type counts struct {
	pad  [3]byte
	n    int
	u    uint64
	f    float64
	w    int32
	b    uint8
	p    uintptr
	d    int64
	next *counts
}

func (c *counts) bump()            { c.n++ }
func (c *counts) add(x int) int    { c.n += x; return c.n }
func (c *counts) sub(x int) int    { c.n -= x; return c.n }
func (c *counts) float(x float64)  { c.f += x; c.f -= 2 * x; c.f = x - c.f }
func (c *counts) far() *counts     { c.n *= 2; return c }
func (c *counts) chain() float64   { c.next.f += c.f; c.next.next.f -= c.next.f; return c.next.next.f }
func (c *counts) self() (int, int) { old := c.n; c.n += c.n; return old, c.n }

func element(a []int, i, x int) (got string) {
	defer func() {
		if e := recover(); e != nil {
			got = fmt.Sprint(e)
		}
	}()
	a[i] += x
	a[i]++
	a[i] -= x * 3
	return fmt.Sprint(a)
}

func pointer(c *counts) (got string) {
	defer func() {
		if e := recover(); e != nil {
			got = fmt.Sprint(e)
		}
	}()
	c.n++
	return "fine"
}

// The right side is evaluated although the left one panics.
func both(a []float64, f func() float64) (got string) {
	defer func() {
		if e := recover(); e != nil {
			got = fmt.Sprint(e)
		}
	}()
	a[5] += f()
	return "fine"
}

func histogram(text string) (h [8]int) {
	for _, c := range []byte(text) {
		h[c%8]++
	}
	return h
}

func matrix(a, b [][]float64) [][]float64 {
	n := len(a)
	c := make([][]float64, n)
	for i := range c {
		c[i] = make([]float64, n)
		for k := range n {
			for j := range n {
				c[i][j] += a[i][k] * b[k][j]
				c[i][j] -= 0.5
			}
		}
	}
	return c
}

func shared(p, q *int, x float64, r *float64) (int, float64) {
	*p += *q
	*p -= 7
	*q++
	*r += x
	*r -= x * x
	return *p + *q, *r
}

var (
	total   int
	average float64
)

func main() {
	c := &counts{n: math.MaxInt, u: math.MaxUint64, w: math.MaxInt32, b: 255, d: math.MinInt64}
	c.bump()
	c.u++
	c.w++
	c.b++
	c.p--
	c.d--
	fmt.Println(c.n, c.u, c.w, c.b, c.p, c.d)
	fmt.Println(c.add(40000), c.sub(-40000), c.add(-32768), c.add(32767), c.sub(32768))
	fmt.Println(c.self())
	c.float(1.5)
	fmt.Println(c.f)
	c.f += math.Inf(1)
	fmt.Println(c.f)
	c.f -= math.Inf(1)
	fmt.Println(c.f)
	c.f = math.Copysign(0, -1)
	c.f += 0
	fmt.Println(math.Signbit(c.f))
	c.f = 1
	c.next = &counts{f: 2, next: &counts{f: 4}}
	fmt.Println(c.chain(), c.next.f)
	c.far().n += 5
	fmt.Println(c.n)
	a := []int{1, 2, 3}
	for _, i := range []int{0, 2, 3, -1, 1 << 40} {
		fmt.Println(element(a, i, 10))
	}
	fmt.Println(element(nil, 0, 1), pointer(c), pointer(nil), pointer(c.next.next.next))
	fmt.Println(both(make([]float64, 5), func() float64 { fmt.Print("called "); return 1 }))
	fmt.Println(histogram("the quick brown fox jumps over the lazy dog"))
	m := [][]float64{{1, 2, 3}, {4, 5, 6}, {7, 8, 9.5}}
	fmt.Println(matrix(m, m))
	x, y, z := 1, 2, 0.25
	fmt.Println(shared(&x, &y, 3, &z))
	fmt.Println(shared(&x, &x, 3, &z))
	for i := range 10 {
		total += i
		average += float64(i) / 10
	}
	fmt.Println(total, average)
	k := 0
	next := func() int { k++; return k % len(a) }
	a[next()] += next()
	a[next()] -= k
	fmt.Println(a, k)
	grid := [3][2]int{}
	for i := range 6 {
		grid[i%3][i%2] += i
		grid[2-i%3][1] -= grid[i%3][0]
	}
	fmt.Println(grid)
}
