package big

import (
	"math"
	"strconv"
)

// Limits.
const (
	MaxExp  = math.MaxInt32
	MinExp  = math.MinInt32
	MaxPrec = math.MaxUint32
)

// RoundingMode says how results are rounded.
type RoundingMode byte

// The rounding modes.
const (
	ToNearestEven RoundingMode = iota
	ToNearestAway
	ToZero
	AwayFromZero
	ToNegativeInf
	ToPositiveInf
)

// The names of the modes for the division of integers.
const (
	Trunc = ToZero
	Floor = ToNegativeInf
	Round = ToNearestEven
	Ceil  = ToPositiveInf
)

var modeNames = [...]string{"ToNearestEven", "ToNearestAway", "ToZero", "AwayFromZero", "ToNegativeInf", "ToPositiveInf"}

// String is the name.
func (i RoundingMode) String() string {
	if int(i) < len(modeNames) {
		return modeNames[i]
	}
	return "RoundingMode(" + strconv.Itoa(int(i)) + ")"
}

// Accuracy says how a rounded result differs from the exact one.
type Accuracy int8

// The accuracies.
const (
	Below Accuracy = -1
	Exact Accuracy = 0
	Above Accuracy = +1
)

// String is the name.
func (i Accuracy) String() string {
	switch i {
	case Below:
		return "Below"
	case Exact:
		return "Exact"
	case Above:
		return "Above"
	}
	return "Accuracy(" + strconv.Itoa(int(i)) + ")"
}

// ErrNaN is the panic of an operation that has no result.
type ErrNaN struct{ msg string }

func (err ErrNaN) Error() string { return err.msg }

type form byte

const (
	zero form = iota
	finite
	infinite
)

// A Float is a number ±m * 2^e, or infinite, with a precision in bits, to which results are rounded. The zero
// Float is 0 with precision 0, and takes that of the operands.
type Float struct {
	prec uint32
	mode RoundingMode
	acc  Accuracy
	form form
	neg  bool
	m    nat // odd, if the number is finite and not zero
	e    int64
}

// NewFloat is x with precision 53.
func NewFloat(x float64) *Float {
	if math.IsNaN(x) {
		panic(ErrNaN{"NewFloat(NaN)"})
	}
	return new(Float).SetFloat64(x)
}

// round sets z to ±m * 2^e, rounded; more says that the exact value is a bit greater than that.
func (z *Float) round(neg bool, m nat, e int64, more bool) *Float {
	z.neg, z.acc = neg, Exact
	z.m, z.e = nil, 0
	if len(m) == 0 {
		z.form = zero
		return z
	}
	z.form = finite
	inexact := more
	if drop := m.bitLen() - int(z.prec); drop > 0 {
		half := m.bit(uint(drop-1)) == 1
		exactHalf := half && !more && m.zeros() == uint(drop-1)
		if m.zeros() < uint(drop) {
			inexact = true
		}
		kept := m.right(uint(drop))
		up := false
		if inexact {
			switch z.mode {
			case ToNearestEven:
				up = half && (!exactHalf || kept.bit(0) == 1)
			case ToNearestAway:
				up = half
			case AwayFromZero:
				up = true
			case ToNegativeInf:
				up = neg
			case ToPositiveInf:
				up = !neg
			}
		}
		if up {
			kept = kept.add(nat{1})
		}
		m, e = kept, e+int64(drop)
		if inexact {
			z.acc = accuracy(up != neg)
		}
	} else if more {
		// There is room for the bit beyond: callers give enough bits.
		panic("math/big: too few bits to round")
	}
	if n := m.zeros(); n > 0 {
		m, e = m.right(n), e+int64(n)
	}
	z.m, z.e = m, e
	switch exp := e + int64(m.bitLen()); {
	case exp < MinExp:
		z.form, z.m, z.e = zero, nil, 0
		z.acc = accuracy(neg)
	case exp > MaxExp:
		z.form, z.m, z.e = infinite, nil, 0
		z.acc = accuracy(!neg)
	}
	return z
}

// accuracy is Above or Below.
func accuracy(above bool) Accuracy {
	if above {
		return Above
	}
	return Below
}

// exp is the exponent for a mantissa in [½, 1).
func (x *Float) exp() int64 { return x.e + int64(x.m.bitLen()) }

// SetPrec sets the precision and rounds.
func (z *Float) SetPrec(prec uint) *Float {
	z.acc = Exact
	if prec == 0 {
		z.prec = 0
		if z.form == finite {
			z.acc = accuracy(z.neg)
			z.form, z.m, z.e = zero, nil, 0
		}
		return z
	}
	z.prec = uint32(min(prec, MaxPrec))
	if z.form == finite {
		z.round(z.neg, z.m, z.e, false)
	}
	return z
}

// SetMode sets the rounding mode; the accuracy becomes Exact.
func (z *Float) SetMode(mode RoundingMode) *Float {
	z.mode, z.acc = mode, Exact
	return z
}

// Prec is the precision.
func (x *Float) Prec() uint { return uint(x.prec) }

// MinPrec is the precision that x needs.
func (x *Float) MinPrec() uint { return uint(x.m.bitLen()) }

// Mode is the rounding mode.
func (x *Float) Mode() RoundingMode { return x.mode }

// Acc is the accuracy of the last operation that set x.
func (x *Float) Acc() Accuracy { return x.acc }

// Sign is -1, 0 or +1.
func (x *Float) Sign() int {
	switch {
	case x.form == zero:
		return 0
	case x.neg:
		return -1
	}
	return 1
}

// Signbit reports whether x is negative or minus zero.
func (x *Float) Signbit() bool { return x.neg }

// IsInf reports whether x is infinite.
func (x *Float) IsInf() bool { return x.form == infinite }

// IsInt reports whether x is a whole number.
func (x *Float) IsInt() bool { return x.form == zero || x.form == finite && x.e >= 0 }

// MantExp gives the exponent, and sets mant, if it is not nil, to the mantissa in [½, 1).
func (x *Float) MantExp(mant *Float) (exp int) {
	if x.form == finite {
		exp = int(x.exp())
	}
	if mant != nil {
		mant.Copy(x)
		mant.e -= int64(exp)
		if x.form != finite {
			mant.e = 0
		}
	}
	return exp
}

// SetMantExp sets z to mant * 2^exp.
func (z *Float) SetMantExp(mant *Float, exp int) *Float {
	z.Set(mant)
	if z.form == finite {
		z.round(z.neg, z.m, z.e+int64(exp), false)
	}
	return z
}

func (z *Float) need(prec uint) {
	if z.prec == 0 {
		z.prec = uint32(min(prec, MaxPrec))
	}
}

// SetUint64 sets z to x.
func (z *Float) SetUint64(x uint64) *Float {
	z.need(64)
	return z.round(false, word(x), 0, false)
}

// SetInt64 sets z to x.
func (z *Float) SetInt64(x int64) *Float {
	z.need(64)
	i := NewInt(x)
	return z.round(i.neg, i.abs, 0, false)
}

// SetFloat64 sets z to x.
func (z *Float) SetFloat64(x float64) *Float {
	z.need(53)
	if math.IsNaN(x) {
		panic(ErrNaN{"Float.SetFloat64(NaN)"})
	}
	if math.IsInf(x, 0) {
		return z.SetInf(x < 0)
	}
	m, e := takeApart(x)
	return z.round(math.Signbit(x), m, int64(e), false)
}

// SetInt sets z to x.
func (z *Float) SetInt(x *Int) *Float {
	z.need(uint(max(x.BitLen(), 64)))
	return z.round(x.neg, x.abs, 0, false)
}

// SetRat sets z to x.
func (z *Float) SetRat(x *Rat) *Float {
	if x.IsInt() {
		return z.SetInt(&x.a)
	}
	z.need(uint(max(x.a.BitLen(), x.denominator().bitLen(), 64)))
	return z.quotient(x.a.neg, x.a.abs, 0, x.denominator(), 0)
}

// SetInf sets z to an infinity.
func (z *Float) SetInf(signbit bool) *Float {
	z.acc, z.form, z.neg, z.m, z.e = Exact, infinite, signbit, nil, 0
	return z
}

// Set sets z to x.
func (z *Float) Set(x *Float) *Float {
	if z == x {
		return z
	}
	z.need(uint(x.prec))
	if x.form == finite {
		return z.round(x.neg, x.m, x.e, false)
	}
	z.acc, z.form, z.neg, z.m, z.e = Exact, x.form, x.neg, nil, 0
	return z
}

// Copy sets z to x with its precision, mode and accuracy.
func (z *Float) Copy(x *Float) *Float {
	*z = *x
	return z
}

// Abs sets z to |x|.
func (z *Float) Abs(x *Float) *Float {
	z.Set(x)
	z.neg = false
	return z
}

// Neg sets z to -x.
func (z *Float) Neg(x *Float) *Float {
	z.Set(x)
	z.neg = !z.neg
	return z
}

// Cmp is -1, 0 or +1 as x is less than, equal to or greater than y; -0 equals 0.
func (x *Float) Cmp(y *Float) int {
	a, b := x.rank(), y.rank()
	if a != b {
		if a < b {
			return -1
		}
		return 1
	}
	if x.form != finite {
		return 0
	}
	c := x.cmpAbs(y)
	if x.neg {
		c = -c
	}
	return c
}

// rank is -2, -1, 0, 1, 2 for the kinds of numbers.
func (x *Float) rank() int {
	r := int(x.form)
	if x.neg {
		r = -r
	}
	return r
}

func (x *Float) cmpAbs(y *Float) int {
	if a, b := x.exp(), y.exp(); a != b {
		if a < b {
			return -1
		}
		return 1
	}
	if x.e >= y.e {
		return x.m.left(uint(x.e - y.e)).cmp(y.m)
	}
	return x.m.cmp(y.m.left(uint(y.e - x.e)))
}

// Add sets z to x + y.
func (z *Float) Add(x, y *Float) *Float {
	z.need(uint(max(x.prec, y.prec)))
	return z.sum(x, y, y.neg, "addition of infinities with opposite signs")
}

// Sub sets z to x - y.
func (z *Float) Sub(x, y *Float) *Float {
	z.need(uint(max(x.prec, y.prec)))
	if x.form == zero && y.form == finite {
		return z.Neg(y) // rounded before
	}
	return z.sum(x, y, !y.neg, "subtraction of infinities with equal signs")
}

// sum sets z to x ± |y|.
func (z *Float) sum(x, y *Float, yneg bool, fault string) *Float {
	switch {
	case x.form == infinite && y.form == infinite:
		if x.neg != yneg {
			z.acc, z.form, z.neg, z.m = Exact, zero, false, nil
			panic(ErrNaN{fault})
		}
		return z.SetInf(x.neg)
	case x.form == infinite:
		return z.SetInf(x.neg)
	case y.form == infinite:
		return z.SetInf(yneg)
	case x.form == zero && y.form == zero:
		return z.round(x.neg && yneg, nil, 0, false)
	case y.form == zero:
		return z.round(x.neg, x.m, x.e, false)
	case x.form == zero:
		return z.round(yneg, y.m, y.e, false)
	}
	a, b := *x, *y
	b.neg = yneg
	if a.exp() < b.exp() {
		a, b = b, a
	}
	// Of a number far below only the sign counts.
	room := int64(max(uint(z.prec), uint(a.m.bitLen()))) + 4
	if a.exp()-b.exp() > room+2 {
		b.m, b.e = nat{1}, a.exp()-room-2
	}
	e := min(a.e, b.e)
	p := Int{a.neg, a.m.left(uint(a.e - e))}
	q := Int{b.neg, b.m.left(uint(b.e - e))}
	p.Add(&p, &q)
	if len(p.abs) == 0 {
		return z.round(z.mode == ToNegativeInf, nil, 0, false)
	}
	return z.round(p.neg, p.abs, e, false)
}

// Mul sets z to x * y.
func (z *Float) Mul(x, y *Float) *Float {
	z.need(uint(max(x.prec, y.prec)))
	neg := x.neg != y.neg
	switch {
	case x.form == finite && y.form == finite:
		return z.round(neg, x.m.mul(y.m), x.e+y.e, false)
	case x.form == zero && y.form == infinite || x.form == infinite && y.form == zero:
		z.acc, z.form, z.neg, z.m = Exact, zero, false, nil
		panic(ErrNaN{"multiplication of zero with infinity"})
	case x.form == infinite || y.form == infinite:
		return z.SetInf(neg)
	}
	return z.round(neg, nil, 0, false)
}

// Quo sets z to x / y.
func (z *Float) Quo(x, y *Float) *Float {
	z.need(uint(max(x.prec, y.prec)))
	neg := x.neg != y.neg
	switch {
	case x.form == finite && y.form == finite:
		return z.quotient(neg, x.m, x.e, y.m, y.e)
	case x.form == zero && y.form == zero || x.form == infinite && y.form == infinite:
		z.acc, z.form, z.neg, z.m = Exact, zero, false, nil
		panic(ErrNaN{"division of zero by zero or infinity by infinity"})
	case x.form == zero || y.form == infinite:
		return z.round(neg, nil, 0, false)
	}
	return z.SetInf(neg)
}

// quotient sets z to ±(a * 2^e) / (b * 2^f).
func (z *Float) quotient(neg bool, a nat, e int64, b nat, f int64) *Float {
	shift := max(int(z.prec)+2-a.bitLen()+b.bitLen(), 0)
	q, r := a.left(uint(shift)).div(b)
	return z.sticky(neg, q, e-f-int64(shift), len(r) > 0)
}

// sticky is round for a number of more bits than the precision has.
func (z *Float) sticky(neg bool, m nat, e int64, more bool) *Float {
	if more {
		// One more bit stands for all that is below.
		m, e = m.left(1).add(nat{1}), e-1
	}
	return z.round(neg, m, e, false)
}

// Sqrt sets z to the root of x, rounded by x's mode; the accuracy is not told.
func (z *Float) Sqrt(x *Float) *Float {
	z.need(uint(x.prec))
	if x.Sign() == -1 {
		panic(ErrNaN{"square root of negative operand"})
	}
	if x.form != finite {
		z.acc, z.form, z.neg, z.m, z.e = Exact, x.form, x.neg, nil, 0
		return z
	}
	shift := max(2*(int(z.prec)+2)-x.m.bitLen(), 0)
	if (x.e-int64(shift))&1 != 0 {
		shift++
	}
	m := x.m.left(uint(shift))
	root := nat(natSqrt(m))
	z.mode = x.mode
	z.sticky(false, root, (x.e-int64(shift))/2, root.mul(root).cmp(m) != 0)
	z.acc = Exact
	return z
}

// whole gives |x| without its fraction, and whether there was one.
func (x *Float) whole() (m nat, fraction bool) {
	if x.e >= 0 {
		return x.m.left(uint(x.e)), false
	}
	if x.exp() <= 0 {
		return nil, true
	}
	return x.m.right(uint(-x.e)), true
}

// Int is x without its fraction, in z if that is not nil; of an infinity it is nil.
func (x *Float) Int(z *Int) (*Int, Accuracy) {
	if z == nil && x.form <= finite {
		z = new(Int)
	}
	switch x.form {
	case finite:
		m, fraction := x.whole()
		z.set(x.neg, m)
		if fraction {
			return z, accuracy(x.neg)
		}
		return z, Exact
	case zero:
		return z.SetInt64(0), Exact
	}
	return nil, accuracy(x.neg)
}

// Rat is x as a fraction, in z if that is not nil; of an infinity it is nil.
func (x *Float) Rat(z *Rat) (*Rat, Accuracy) {
	if z == nil && x.form <= finite {
		z = new(Rat)
	}
	switch x.form {
	case finite:
		if x.e >= 0 {
			return z.set(x.neg, x.m.left(uint(x.e)), nat{1}), Exact
		}
		return z.set(x.neg, x.m, nat{1}.left(uint(-x.e))), Exact
	case zero:
		return z.SetInt64(0), Exact
	}
	return nil, accuracy(x.neg)
}

// Int64 is x without its fraction, or the nearest int64.
func (x *Float) Int64() (int64, Accuracy) {
	switch {
	case x.form == zero:
		return 0, Exact
	case x.form == finite && x.exp() <= 63:
		m, fraction := x.whole()
		n := int64(m.low())
		if x.neg {
			n = -n
		}
		if fraction {
			return n, accuracy(x.neg)
		}
		return n, Exact
	case x.neg:
		if x.form == finite && x.exp() == 64 && len(x.m) == 1 && x.m[0] == 1 {
			return math.MinInt64, Exact
		}
		return math.MinInt64, Above
	}
	return math.MaxInt64, Below
}

// Uint64 is x without its fraction, or the nearest uint64.
func (x *Float) Uint64() (uint64, Accuracy) {
	switch {
	case x.form == zero:
		return 0, Exact
	case x.neg:
		return 0, Above
	case x.form == finite && x.exp() <= 64:
		m, _ := x.whole()
		// That only a part of it was dropped is not told.
		if x.exp() <= 0 || x.MinPrec() > 64 {
			return m.low(), Below
		}
		return m.low(), Exact
	}
	return math.MaxUint64, Below
}

// hardware rounds x to a number of so many bits that is a multiple of 2^least and below 2^top.
func (x *Float) hardware(size, least, top int) (float64, Accuracy) {
	sign := func(f float64) float64 {
		if x.neg {
			return -f
		}
		return f
	}
	switch x.form {
	case zero:
		return sign(0), Exact
	case infinite:
		return sign(math.Inf(1)), Exact
	}
	// Numbers near zero have fewer bits.
	bits := min(int64(size), x.exp()-int64(least))
	if bits < 0 || bits == 0 && len(x.m) == 1 && x.m[0] == 1 {
		return sign(0), accuracy(x.neg)
	}
	if bits == 0 {
		// More than half of the least number.
		return sign(math.Ldexp(1, least)), accuracy(!x.neg)
	}
	r := Float{prec: uint32(bits)}
	r.round(x.neg, x.m, x.e, false)
	if r.exp() > int64(top) {
		return sign(math.Inf(1)), accuracy(!x.neg)
	}
	return sign(math.Ldexp(float64(r.m.low()), int(r.e))), r.acc
}

// Float64 is the nearest float64, and how it differs.
func (x *Float) Float64() (float64, Accuracy) { return x.hardware(53, -1074, 1024) }

// Float32 is the nearest float32, and how it differs.
func (x *Float) Float32() (float32, Accuracy) {
	f, acc := x.hardware(24, -149, 128)
	return float32(f), acc
}
