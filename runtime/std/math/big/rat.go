package big

import (
	"math"
)

// A Rat is a fraction in lowest terms; the zero Rat is 0.
type Rat struct {
	a Int
	b nat // nil stands for 1
}

// NewRat is a/b.
func NewRat(a, b int64) *Rat { return new(Rat).SetFrac64(a, b) }

func (x *Rat) denominator() nat {
	if len(x.b) == 0 {
		return nat{1}
	}
	return x.b
}

// set sets z to a fraction whose denominator is not zero.
func (z *Rat) set(neg bool, a, b nat) *Rat {
	if len(a) == 0 {
		z.a.set(false, nil)
		z.b = nat{1}
		return z
	}
	if !(len(b) == 1 && b[0] == 1) {
		if g := nat(natGCD(a, b)); !(len(g) == 1 && g[0] == 1) {
			a, _ = a.div(g)
			b, _ = b.div(g)
		}
	}
	z.a.set(neg, a)
	z.b = b
	return z
}

// SetFrac sets z to a/b.
func (z *Rat) SetFrac(a, b *Int) *Rat {
	if len(b.abs) == 0 {
		panic("division by zero")
	}
	return z.set(a.neg != b.neg, a.abs, b.abs)
}

// SetFrac64 sets z to a/b.
func (z *Rat) SetFrac64(a, b int64) *Rat { return z.SetFrac(NewInt(a), NewInt(b)) }

// SetInt sets z to x.
func (z *Rat) SetInt(x *Int) *Rat { return z.set(x.neg, x.abs, nat{1}) }

// SetInt64 sets z to x.
func (z *Rat) SetInt64(x int64) *Rat { return z.SetInt(NewInt(x)) }

// SetUint64 sets z to x.
func (z *Rat) SetUint64(x uint64) *Rat { return z.set(false, word(x), nat{1}) }

// Set sets z to x.
func (z *Rat) Set(x *Rat) *Rat { return z.set(x.a.neg, x.a.abs, x.denominator()) }

// SetFloat64 sets z to f exactly; it gives nil when that is no number.
func (z *Rat) SetFloat64(f float64) *Rat {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return nil
	}
	m, e := takeApart(f)
	if e >= 0 {
		return z.set(math.Signbit(f), m.left(uint(e)), nat{1})
	}
	return z.set(math.Signbit(f), m, nat{1}.left(uint(-e)))
}

// takeApart gives |f| as m * 2^e.
func takeApart(f float64) (m nat, e int) {
	b := math.Float64bits(f)
	field := int(b >> 52 & 0x7ff)
	fraction := b & (1<<52 - 1)
	if field == 0 {
		return word(fraction), -1074
	}
	return word(fraction | 1<<52), field - 1075
}

// Num is the numerator, which is part of x.
func (x *Rat) Num() *Int { return &x.a }

// Denom is the denominator.
func (x *Rat) Denom() *Int { return &Int{abs: x.denominator()} }

// Sign is -1, 0 or +1.
func (x *Rat) Sign() int { return x.a.Sign() }

// IsInt reports whether the denominator is 1.
func (x *Rat) IsInt() bool { return len(x.b) == 0 || len(x.b) == 1 && x.b[0] == 1 }

// Abs sets z to |x|.
func (z *Rat) Abs(x *Rat) *Rat {
	z.Set(x)
	z.a.neg = false
	return z
}

// Neg sets z to -x.
func (z *Rat) Neg(x *Rat) *Rat {
	z.Set(x)
	z.a.Neg(&z.a)
	return z
}

// Inv sets z to 1/x.
func (z *Rat) Inv(x *Rat) *Rat {
	if len(x.a.abs) == 0 {
		panic("division by zero")
	}
	return z.set(x.a.neg, x.denominator(), x.a.abs)
}

// Cmp is -1, 0 or +1 as x is less than, equal to or greater than y.
func (x *Rat) Cmp(y *Rat) int {
	a := Int{x.a.neg, x.a.abs.mul(y.denominator())}
	b := Int{y.a.neg, y.a.abs.mul(x.denominator())}
	return a.Cmp(&b)
}

// Add sets z to x + y.
func (z *Rat) Add(x, y *Rat) *Rat {
	a := Int{x.a.neg, x.a.abs.mul(y.denominator())}
	b := Int{y.a.neg, y.a.abs.mul(x.denominator())}
	a.Add(&a, &b)
	return z.set(a.neg, a.abs, x.denominator().mul(y.denominator()))
}

// Sub sets z to x - y.
func (z *Rat) Sub(x, y *Rat) *Rat {
	minus := Rat{Int{!y.a.neg && len(y.a.abs) > 0, y.a.abs}, y.b}
	return z.Add(x, &minus)
}

// Mul sets z to x * y.
func (z *Rat) Mul(x, y *Rat) *Rat {
	return z.set(x.a.neg != y.a.neg, x.a.abs.mul(y.a.abs), x.denominator().mul(y.denominator()))
}

// Quo sets z to x / y.
func (z *Rat) Quo(x, y *Rat) *Rat {
	if len(y.a.abs) == 0 {
		panic("division by zero")
	}
	return z.set(x.a.neg != y.a.neg, x.a.abs.mul(y.denominator()), x.denominator().mul(y.a.abs))
}

// Float64 is the nearest float64, and whether it is x.
func (x *Rat) Float64() (f float64, exact bool) {
	f = x.nearest(53, -1074, func(m uint64, e int) float64 { return math.Ldexp(float64(m), e) }, 1024)
	return f, !math.IsInf(f, 0) && new(Rat).SetFloat64(f).Cmp(x) == 0
}

// Float32 is the nearest float32, and whether it is x.
func (x *Rat) Float32() (f float32, exact bool) {
	g := x.nearest(24, -149, func(m uint64, e int) float64 { return math.Ldexp(float64(m), e) }, 128)
	return float32(g), !math.IsInf(g, 0) && new(Rat).SetFloat64(g).Cmp(x) == 0
}

// nearest rounds x, half to even, to a number of so many bits that is a multiple of 2^least and below 2^top.
func (x *Rat) nearest(size, least int, number func(m uint64, e int) float64, top int) float64 {
	if len(x.a.abs) == 0 {
		return 0
	}
	b := x.denominator()
	// The lowest bit that counts.
	e := max(x.a.abs.bitLen()-b.bitLen()-size, least)
	m, r := scaledDiv(x.a.abs, b, -e)
	if m.bitLen() > size {
		e++
		m, r = scaledDiv(x.a.abs, b, -e)
	}
	scaled := b
	if e > 0 {
		scaled = b.left(uint(e))
	}
	if half := r.left(1).cmp(scaled); half > 0 || half == 0 && m.bit(0) == 1 {
		m = m.add(nat{1})
	}
	f := math.Inf(1)
	if m.bitLen()+e <= top {
		f = number(m.low(), e)
	}
	if x.a.neg {
		f = -f
	}
	return f
}

// scaledDiv is a * 2^shift / b and the rest; with a negative shift, a / (b * 2^-shift).
func scaledDiv(a, b nat, shift int) (q, r nat) {
	if shift >= 0 {
		return a.left(uint(shift)).div(b)
	}
	return a.div(b.left(uint(-shift)))
}
