package big

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// A number taken apart: ±mantissa * 2^exp2 * 5^exp5; the digits' base is told too.
type literal struct {
	neg  bool
	m    nat
	exp2 int64
	exp5 int64
	base int
}

// parseLiteral reads a number with a fraction and an exponent. Base 0 takes prefixes and underscores.
func parseLiteral(s string, base int) (l literal, rest string, err error) {
	if s != "" && (s[0] == '-' || s[0] == '+') {
		l.neg = s[0] == '-'
		s = s[1:]
	}
	l.base = base
	prefixed := false
	if base == 0 {
		l.base = 10
		if len(s) > 1 && s[0] == '0' {
			switch s[1] | 0x20 {
			case 'b':
				l.base = 2
			case 'o':
				l.base = 8
			case 'x':
				l.base = 16
			}
			if l.base != 10 {
				s, prefixed = s[2:], true
			}
		}
	}
	digits := make([]byte, 0, len(s))
	after := -1 // digits after the point
	last := byte('_')
	if prefixed {
		last = '0'
	}
	bad := false
	i := 0
	for ; i < len(s); i++ {
		c := s[i]
		if c == '.' && after < 0 {
			bad = bad || last == '_' && len(digits) > 0
			after = 0
			last = '_'
			continue
		}
		if c == '_' && base == 0 {
			bad = bad || last == '_'
			last = c
			continue
		}
		if digit(c, l.base) < 0 {
			break
		}
		digits = append(digits, c)
		if after >= 0 {
			after++
		}
		last = c
	}
	if len(digits) == 0 {
		return l, s, errors.New("number has no digits")
	}
	if last == '_' && i > 0 && s[i-1] == '_' {
		bad = true
	}
	if bad {
		return l, s, errors.New("'_' must separate successive digits")
	}
	rest = s[i:]
	l.m = parse(string(digits), l.base)
	if after > 0 {
		switch l.base {
		case 10:
			l.exp2, l.exp5 = -int64(after), -int64(after)
		case 2:
			l.exp2 = -int64(after)
		case 8:
			l.exp2 = -3 * int64(after)
		case 16:
			l.exp2 = -4 * int64(after)
		}
	}
	if rest == "" {
		return l, rest, nil
	}
	kind := rest[0] | 0x20
	if kind != 'p' && (kind != 'e' || l.base == 16) {
		return l, rest, nil
	}
	e := rest[1:]
	sign := int64(1)
	if e != "" && (e[0] == '-' || e[0] == '+') {
		if e[0] == '-' {
			sign = -1
		}
		e = e[1:]
	}
	n := 0
	for n < len(e) && ('0' <= e[n] && e[n] <= '9' || e[n] == '_' && base == 0) {
		n++
	}
	if n == 0 {
		return l, rest, errors.New("number has no digits")
	}
	text := e[:n]
	if strings.HasPrefix(text, "_") || strings.HasSuffix(text, "_") || strings.Contains(text, "__") {
		return l, rest, errors.New("'_' must separate successive digits")
	}
	x, err := strconv.ParseInt(strings.ReplaceAll(text, "_", ""), 10, 64)
	if err != nil {
		return l, rest, err
	}
	l.exp2 += sign * x
	if kind == 'e' {
		l.exp5 += sign * x
	}
	return l, e[n:], nil
}

// SetString sets z to the number that s is: a fraction a/b or one with point and exponent. On failure it gives
// nil and false.
func (z *Rat) SetString(s string) (*Rat, bool) {
	if s == "" {
		return nil, false
	}
	if a, b, ok := strings.Cut(s, "/"); ok {
		var x, y Int
		if _, ok := x.SetString(a, 0); !ok {
			return nil, false
		}
		if b == "" || b[0] == '-' || b[0] == '+' {
			return nil, false
		}
		if _, ok := y.SetString(b, 0); !ok || len(y.abs) == 0 {
			return nil, false
		}
		return z.SetFrac(&x, &y), true
	}
	l, rest, err := parseLiteral(s, 0)
	if err != nil || rest != "" {
		return nil, false
	}
	const most = 1e6 // beyond this it would take too much memory
	if len(l.m) == 0 {
		return z.set(false, nil, nat{1}), true
	}
	if max(l.exp5, -l.exp5) > most || max(l.exp2, -l.exp2) > 1e7 {
		return nil, false
	}
	a, b := l.m, nat{1}
	scale := func(n int64, f func(x nat, n uint) nat) {
		if n >= 0 {
			a = f(a, uint(n))
		} else {
			b = f(b, uint(-n))
		}
	}
	scale(l.exp5, func(x nat, n uint) nat { return x.mul(nat{5}.power(n)) })
	scale(l.exp2, nat.left)
	return z.set(l.neg, a, b), true
}

// Scan reads x for package fmt.
func (z *Rat) Scan(s fmt.ScanState, ch rune) error {
	if !strings.ContainsRune("efgEFGv", ch) {
		return errors.New("Rat.Scan: invalid verb")
	}
	s.SkipSpace()
	r := reader{s: s}
	text := r.take(func(c byte) bool { return digit(c, 36) >= 0 || strings.IndexByte("+-/.", c) >= 0 })
	if r.err != nil {
		return r.err
	}
	if _, ok := z.SetString(text); !ok {
		return errors.New("Rat.Scan: invalid syntax")
	}
	return nil
}

// String is a/b.
func (x *Rat) String() string { return x.a.String() + "/" + x.denominator().text(10) }

// RatString is a/b, or a if b is 1.
func (x *Rat) RatString() string {
	if x.IsInt() {
		return x.a.String()
	}
	return x.String()
}

// FloatString is x in decimal with so many digits after the point, half away from zero.
func (x *Rat) FloatString(prec int) string {
	b := x.denominator()
	if x.IsInt() {
		s := x.a.String()
		if prec > 0 {
			s += "." + strings.Repeat("0", prec)
		}
		return s
	}
	q, r := x.a.abs.mul(nat{10}.power(uint(max(prec, 0)))).div(b)
	if r.left(1).cmp(b) >= 0 {
		q = q.add(nat{1})
	}
	s := q.text(10)
	if prec > 0 {
		if len(s) <= prec {
			s = strings.Repeat("0", prec+1-len(s)) + s
		}
		s = s[:len(s)-prec] + "." + s[len(s)-prec:]
	}
	if x.a.neg {
		s = "-" + s
	}
	return s
}

// FloatPrec is the number of digits after the point that do not repeat, and whether those are all.
func (x *Rat) FloatPrec() (n int, exact bool) {
	b := x.denominator()
	twos := int(b.zeros())
	b = b.right(uint(twos))
	fives := 0
	for {
		q, r := b.div(nat{5})
		if len(r) > 0 {
			break
		}
		b = q
		fives++
	}
	return max(twos, fives), len(b) == 1 && b[0] == 1
}

// AppendText appends RatString.
func (x *Rat) AppendText(b []byte) ([]byte, error) { return append(b, x.RatString()...), nil }

// MarshalText is RatString.
func (x *Rat) MarshalText() (text []byte, err error) { return x.AppendText(nil) }

// UnmarshalText is SetString.
func (z *Rat) UnmarshalText(text []byte) error {
	if _, ok := z.SetString(string(text)); !ok {
		return fmt.Errorf("math/big: cannot unmarshal %q into a *big.Rat", text)
	}
	return nil
}

// GobEncode gives x as package gob keeps it.
func (x *Rat) GobEncode() ([]byte, error) {
	if x == nil {
		return nil, nil
	}
	a, d := x.a.Bytes(), Int{abs: x.denominator()}
	if len(a) > math.MaxUint32 {
		return nil, errors.New("Rat.GobEncode: numerator too large")
	}
	b := byte(gobVersion << 1)
	if x.a.neg {
		b |= 1
	}
	buf := binary.BigEndian.AppendUint32([]byte{b}, uint32(len(a)))
	return append(append(buf, a...), d.Bytes()...), nil
}

// GobDecode reads what GobEncode gives.
func (z *Rat) GobDecode(buf []byte) error {
	if len(buf) == 0 {
		*z = Rat{}
		return nil
	}
	if len(buf) < 5 {
		return errors.New("Rat.GobDecode: buffer too small")
	}
	if buf[0]>>1 != gobVersion {
		return fmt.Errorf("Rat.GobDecode: encoding version %d not supported", buf[0]>>1)
	}
	n := uint64(binary.BigEndian.Uint32(buf[1:]))
	if uint64(len(buf)-5) < n {
		return errors.New("Rat.GobDecode: buffer too small")
	}
	var a, b Int
	a.SetBytes(buf[5 : 5+n])
	b.SetBytes(buf[5+n:])
	if len(b.abs) == 0 {
		b.abs = nat{1}
	}
	z.set(buf[0]&1 != 0, a.abs, b.abs)
	return nil
}
