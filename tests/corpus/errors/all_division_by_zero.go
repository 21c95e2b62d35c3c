// Divisors that are constant and zero: refused for integers, and between constants.
package p

const (
	zero  = 0
	fzero = 0.0
	czero = 0i
	typed float32 = 0
)

const (
	a = 1 / zero
	b = 1 / fzero
	c = 1.0 / 0
	d = 1i / czero
	e = 5 % zero
	f = 'a' / 0.0
	g = typed / typed
	h = 0 / 1
	i = 1 / (2 - 2.0)
	j = 1 / 0.5
	k = 1 / (1e-400)
	l = 2i / 2i
)

func vars[T int | uint8, F float32 | float64](x int, y float64, z complex128, u uint8, t T, v F) {
	_ = x / 0
	_ = x / 0.0
	_ = x % (1 - 1)
	_ = u / zero
	_ = y / 0
	_ = y / fzero
	_ = z / 0i
	_ = t / 0
	_ = t % zero
	_ = v / 0
	_ = 1 / x
	_ = 1.0 / y
	x /= 0
	x %= zero
	u /= 0.0
	y /= 0
	z /= 0
	t /= 0
	_ = "s" / 0
	_ = x << 0 / 0
}
