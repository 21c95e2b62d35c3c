package big

import (
	"encoding/binary"
	"math/rand"
)

// An Int is a whole number; the zero Int is 0.
type Int struct {
	neg bool // never of 0
	abs nat
}

// NewInt is x.
func NewInt(x int64) *Int { return new(Int).SetInt64(x) }

func (z *Int) set(neg bool, abs nat) *Int {
	z.neg, z.abs = neg && len(abs) > 0, abs
	return z
}

// Sign is -1, 0 or +1.
func (x *Int) Sign() int {
	switch {
	case len(x.abs) == 0:
		return 0
	case x.neg:
		return -1
	}
	return 1
}

// SetInt64 sets z to x.
func (z *Int) SetInt64(x int64) *Int {
	if x < 0 {
		return z.set(true, word(-uint64(x)))
	}
	return z.set(false, word(uint64(x)))
}

// SetUint64 sets z to x.
func (z *Int) SetUint64(x uint64) *Int { return z.set(false, word(x)) }

// Set sets z to x.
func (z *Int) Set(x *Int) *Int { return z.set(x.neg, x.abs) }

// Bits is the absolute value's words, the lowest first.
func (x *Int) Bits() []Word { return x.abs }

// SetBits sets z to a number given by its words.
func (z *Int) SetBits(abs []Word) *Int { return z.set(false, norm(abs)) }

// Abs sets z to |x|.
func (z *Int) Abs(x *Int) *Int { return z.set(false, x.abs) }

// Neg sets z to -x.
func (z *Int) Neg(x *Int) *Int { return z.set(!x.neg, x.abs) }

// Add sets z to x + y.
func (z *Int) Add(x, y *Int) *Int {
	if x.neg == y.neg {
		return z.set(x.neg, x.abs.add(y.abs))
	}
	if x.abs.cmp(y.abs) >= 0 {
		return z.set(x.neg, x.abs.sub(y.abs))
	}
	return z.set(y.neg, y.abs.sub(x.abs))
}

// Sub sets z to x - y.
func (z *Int) Sub(x, y *Int) *Int {
	minus := Int{!y.neg, y.abs}
	return z.Add(x, &minus)
}

// Mul sets z to x * y.
func (z *Int) Mul(x, y *Int) *Int { return z.set(x.neg != y.neg, x.abs.mul(y.abs)) }

// MulRange sets z to the product of a, a+1, … b.
func (z *Int) MulRange(a, b int64) *Int {
	switch {
	case a > b:
		return z.SetInt64(1)
	case a <= 0 && b >= 0:
		return z.SetInt64(0)
	case a < 0:
		product := new(Int).MulRange(-b, -a)
		return z.set((b-a)&1 == 0, product.abs)
	}
	if b-a < 8 {
		p := word(uint64(a))
		for i := a; i < b; i++ {
			p = p.mul(word(uint64(i + 1)))
		}
		return z.set(false, p)
	}
	middle := a + (b-a)/2
	var low, high Int
	return z.Mul(low.MulRange(a, middle), high.MulRange(middle+1, b))
}

// Binomial sets z to the number of ways to take k of n.
func (z *Int) Binomial(n, k int64) *Int {
	if k > n {
		return z.SetInt64(0)
	}
	if k > n-k {
		k = n - k
	}
	p := nat{1}
	for i := int64(1); i <= k; i++ {
		p, _ = p.mul(word(uint64(n - k + i))).div(word(uint64(i)))
	}
	return z.set(false, p)
}

// QuoRem sets z to x / y, towards zero, and r to the rest.
func (z *Int) QuoRem(x, y, r *Int) (*Int, *Int) {
	q, rest := x.abs.div(y.abs)
	qneg, rneg := x.neg != y.neg, x.neg
	r.set(rneg, rest)
	z.set(qneg, q)
	return z, r
}

// Quo sets z to x / y, towards zero.
func (z *Int) Quo(x, y *Int) *Int {
	z.QuoRem(x, y, new(Int))
	return z
}

// Rem sets z to the rest of x / y, with x's sign.
func (z *Int) Rem(x, y *Int) *Int {
	new(Int).QuoRem(x, y, z)
	return z
}

// DivMod sets z to x / y and m to the rest, which is not negative.
func (z *Int) DivMod(x, y, m *Int) (*Int, *Int) {
	d := *y
	z.QuoRem(x, y, m)
	if m.neg {
		if d.neg {
			z.Add(z, one)
			m.Sub(m, &d)
		} else {
			z.Sub(z, one)
			m.Add(m, &d)
		}
	}
	return z, m
}

var one = &Int{abs: nat{1}}

// Div sets z to x / y so that the rest is not negative.
func (z *Int) Div(x, y *Int) *Int {
	z.DivMod(x, y, new(Int))
	return z
}

// Mod sets z to the rest of Div.
func (z *Int) Mod(x, y *Int) *Int {
	new(Int).DivMod(x, y, z)
	return z
}

// Divide sets z to x / y, rounded as mode says, and r, which may be nil, to x - y*z.
func (z *Int) Divide(x, y, r *Int, mode RoundingMode) (*Int, *Int) {
	var q, rest Int
	d := *y
	q.QuoRem(x, y, &rest)
	away := false // from zero
	if rest.Sign() != 0 {
		negative := x.neg != y.neg
		twice := rest.abs.left(1).cmp(d.abs)
		switch mode {
		case ToNearestEven:
			away = twice > 0 || twice == 0 && q.abs.bit(0) == 1
		case ToNegativeInf:
			away = negative
		case ToPositiveInf:
			away = !negative
		case ToZero:
		default:
			panic("unsupported rounding mode")
		}
		if away {
			step := Int{negative, nat{1}}
			q.Add(&q, &step)
			rest.Sub(&rest, new(Int).Mul(&step, &d))
		}
	}
	z.Set(&q)
	if r != nil {
		r.Set(&rest)
	}
	return z, r
}

// Cmp is -1, 0 or +1 as x is less than, equal to or greater than y.
func (x *Int) Cmp(y *Int) (r int) {
	switch {
	case x.neg != y.neg:
		r = 1
		if x.neg {
			r = -1
		}
	case x.neg:
		r = y.abs.cmp(x.abs)
	default:
		r = x.abs.cmp(y.abs)
	}
	return r
}

// CmpAbs is Cmp of the absolute values.
func (x *Int) CmpAbs(y *Int) int { return x.abs.cmp(y.abs) }

// Int64 is x, or its lowest 64 bits.
func (x *Int) Int64() int64 {
	n := int64(x.abs.low())
	if x.neg {
		n = -n
	}
	return n
}

// Uint64 is x, or its absolute value's lowest 64 bits.
func (x *Int) Uint64() uint64 { return x.abs.low() }

// IsInt64 reports whether x fits.
func (x *Int) IsInt64() bool {
	return len(x.abs) <= 1 && (x.abs.low() < 1<<63 || x.neg && x.abs.low() == 1<<63)
}

// IsUint64 reports whether x fits.
func (x *Int) IsUint64() bool { return !x.neg && len(x.abs) <= 1 }

// Float64 is the nearest float64, and how it differs.
func (x *Int) Float64() (float64, Accuracy) {
	if len(x.abs) == 0 {
		return 0, Exact
	}
	var f Float
	return f.SetInt(x).Float64()
}

// SetBytes sets z to the number whose bytes are given, the highest first.
func (z *Int) SetBytes(buf []byte) *Int {
	words := make([]Word, (len(buf)+7)/8)
	for i := range words {
		end := len(buf) - 8*i
		if end >= 8 {
			words[i] = Word(binary.BigEndian.Uint64(buf[end-8 : end]))
			continue
		}
		for _, b := range buf[:end] {
			words[i] = words[i]<<8 | Word(b)
		}
	}
	return z.set(false, norm(words))
}

// Bytes is the absolute value's bytes, the highest first.
func (x *Int) Bytes() []byte { return x.FillBytes(make([]byte, (x.BitLen()+7)/8)) }

// FillBytes fills buf with the absolute value's bytes, the highest first, and zeros before them.
func (x *Int) FillBytes(buf []byte) []byte {
	if (x.BitLen()+7)/8 > len(buf) {
		panic("math/big: buffer too small to fit value")
	}
	clear(buf)
	at := len(buf)
	for _, w := range x.abs {
		for range 8 {
			if at == 0 {
				break
			}
			at--
			buf[at] = byte(w)
			w >>= 8
		}
	}
	return buf
}

// BitLen is the number of bits of the absolute value.
func (x *Int) BitLen() int { return x.abs.bitLen() }

// TrailingZeroBits is the number of zeros at the low end of the absolute value.
func (x *Int) TrailingZeroBits() uint { return x.abs.zeros() }

// Exp sets z to x^y, or to that modulo |m| if m is not nil and not 0. It gives nil, and leaves z alone, when y
// is negative and x has no inverse.
func (z *Int) Exp(x, y, m *Int) *Int {
	if m == nil || len(m.abs) == 0 {
		if y.Sign() <= 0 {
			return z.SetInt64(1)
		}
		if len(x.abs) == 0 || len(x.abs) == 1 && x.abs[0] == 1 {
			return z.set(x.neg && y.abs.bit(0) == 1, x.abs)
		}
		if len(y.abs) > 1 || y.abs[0] >= 1<<32 {
			panic("math/big: result of Exp is too big")
		}
		return z.set(x.neg && y.abs.bit(0) == 1, x.abs.power(uint(y.abs[0])))
	}
	base := *x
	if y.neg {
		inverse := new(Int).ModInverse(x, m)
		if inverse == nil {
			return nil
		}
		// The sign of x counts once more, as in Go.
		base = Int{x.neg, inverse.abs}
	}
	mod := m.abs
	result := nat(natPowerMod(base.abs, y.abs, mod))
	if base.neg && y.abs.bit(0) == 1 && len(result) > 0 {
		result = mod.sub(result)
	}
	return z.set(false, result)
}

// GCD sets z to the greatest common divisor of a and b, and x and y, where they are not nil, so that
// z = a*x + b*y: the extended algorithm of Euclid (Knuth, TAOCP 2, section 4.5.2).
func (z *Int) GCD(x, y, a, b *Int) *Int {
	if x == nil && y == nil {
		switch {
		case len(a.abs) == 0:
			return z.set(false, b.abs)
		case len(b.abs) == 0:
			return z.set(false, a.abs)
		}
		return z.set(false, natGCD(a.abs, b.abs))
	}
	aa, bb := *a, *b
	if len(aa.abs) == 0 || len(bb.abs) == 0 {
		g := aa.abs
		if len(g) == 0 {
			g = bb.abs
		}
		if x != nil {
			x.SetInt64(int64(aa.Sign()))
		}
		if y != nil {
			y.SetInt64(0)
			if len(aa.abs) == 0 {
				y.SetInt64(int64(bb.Sign()))
			}
		}
		return z.set(false, g)
	}
	r0, r1 := &Int{abs: aa.abs}, &Int{abs: bb.abs}
	s0, s1 := NewInt(1), NewInt(0)
	for len(r1.abs) > 0 {
		q, rest := new(Int).QuoRem(r0, r1, new(Int))
		r0, r1 = r1, rest
		s0, s1 = s1, new(Int).Sub(s0, new(Int).Mul(q, s1))
	}
	if aa.neg {
		s0.Neg(s0)
	}
	if y != nil {
		// What is left for b.
		t := new(Int).Sub(r0, new(Int).Mul(&aa, s0))
		y.Quo(t, &bb)
	}
	if x != nil {
		x.Set(s0)
	}
	return z.Set(r0)
}

// ModInverse sets z to the inverse of g modulo n; without one it gives nil and leaves z alone.
func (z *Int) ModInverse(g, n *Int) *Int {
	mod := &Int{abs: n.abs}
	var x, d Int
	if g.neg {
		g = new(Int).Mod(g, mod)
	}
	d.GCD(&x, nil, g, mod)
	if len(d.abs) != 1 || d.abs[0] != 1 {
		return nil
	}
	if x.neg {
		return z.Add(&x, mod)
	}
	return z.Set(&x)
}

// Sqrt sets z to the whole part of the root of x.
func (z *Int) Sqrt(x *Int) *Int {
	if x.neg {
		panic("square root of negative number")
	}
	return z.set(false, natSqrt(x.abs))
}

// Rand sets z to a random number from 0 to n, without n.
func (z *Int) Rand(rnd *rand.Rand, n *Int) *Int {
	if n.neg || len(n.abs) == 0 {
		return z.SetInt64(0)
	}
	limit := n.abs
	top := uint(limit.bitLen()-1)%64 + 1
	for {
		words := make([]Word, len(limit))
		for i := range words {
			low := uint64(rnd.Uint32())
			words[i] = Word(low | uint64(rnd.Uint32())<<32)
		}
		words[len(words)-1] &= 1<<top - 1
		if x := norm(words); x.cmp(limit) < 0 {
			return z.set(false, x)
		}
	}
}

// Lsh sets z to x << n.
func (z *Int) Lsh(x *Int, n uint) *Int { return z.set(x.neg, x.abs.left(n)) }

// Rsh sets z to x >> n, rounded down.
func (z *Int) Rsh(x *Int, n uint) *Int {
	if x.neg {
		// -(((-x) - 1) >> n) - 1
		return z.set(true, x.abs.sub(nat{1}).right(n).add(nat{1}))
	}
	return z.set(false, x.abs.right(n))
}

// Bit is bit i of x in two's complement.
func (x *Int) Bit(i int) uint {
	if i < 0 {
		panic("negative bit index")
	}
	if x.neg {
		return x.abs.sub(nat{1}).bit(uint(i)) ^ 1
	}
	return x.abs.bit(uint(i))
}

// SetBit sets z to x with bit i set to b.
func (z *Int) SetBit(x *Int, i int, b uint) *Int {
	if i < 0 {
		panic("negative bit index")
	}
	mask := &Int{abs: nat{1}.left(uint(i))}
	switch b {
	case 0:
		return z.AndNot(x, mask)
	case 1:
		return z.Or(x, mask)
	}
	panic("set bit is not 0 or 1")
}

func (z *Int) bitwise(op int, x, y *Int) *Int {
	abs, neg := bitwise(op, x.abs, x.neg, y.abs, y.neg)
	return z.set(neg, abs)
}

// And sets z to x & y.
func (z *Int) And(x, y *Int) *Int { return z.bitwise(0, x, y) }

// Or sets z to x | y.
func (z *Int) Or(x, y *Int) *Int { return z.bitwise(1, x, y) }

// Xor sets z to x ^ y.
func (z *Int) Xor(x, y *Int) *Int { return z.bitwise(2, x, y) }

// AndNot sets z to x &^ y.
func (z *Int) AndNot(x, y *Int) *Int { return z.bitwise(3, x, y) }

// Not sets z to ^x.
func (z *Int) Not(x *Int) *Int {
	z.Add(x, one)
	return z.Neg(z)
}
