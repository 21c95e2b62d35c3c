package big

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// ParseFloat is Parse of a Float with a precision and a mode.
func ParseFloat(s string, base int, prec uint, mode RoundingMode) (f *Float, b int, err error) {
	return new(Float).SetPrec(prec).SetMode(mode).Parse(s, base)
}

// SetString sets z to the number that s is. On failure it gives nil and false.
func (z *Float) SetString(s string) (*Float, bool) {
	if f, _, err := z.Parse(s, 0); err == nil {
		return f, true
	}
	return nil, false
}

// Parse sets z to the number that s is in a base: 0, 2, 8, 10 or 16. It gives the actual base too.
func (z *Float) Parse(s string, base int) (f *Float, b int, err error) {
	switch s {
	case "Inf", "inf", "+Inf", "+inf":
		return z.SetInf(false), 0, nil
	case "-Inf", "-inf":
		return z.SetInf(true), 0, nil
	}
	z.need(64)
	switch base {
	case 0, 2, 8, 10, 16:
	default:
		panic("invalid number base " + strconv.Itoa(base))
	}
	if s == "" {
		return nil, 0, io.EOF
	}
	l, rest, err := parseLiteral(s, base)
	if err != nil {
		return nil, l.base, err
	}
	z.setLiteral(l)
	if rest != "" {
		err = fmt.Errorf("expected end of string, found %q", rest[0])
	}
	return z, l.base, err
}

func (z *Float) setLiteral(l literal) {
	switch {
	case len(l.m) == 0 || l.exp5 == 0:
		z.round(l.neg, l.m, l.exp2, false)
	case l.exp5 > 0:
		z.round(l.neg, l.m.mul(nat{5}.power(uint(l.exp5))), l.exp2, false)
	default:
		z.quotient(l.neg, l.m, l.exp2, nat{5}.power(uint(-l.exp5)), 0)
	}
}

// Scan reads a number for package fmt.
func (z *Float) Scan(s fmt.ScanState, ch rune) error {
	s.SkipSpace()
	r := reader{s: s}
	text := r.take(func(c byte) bool { return digit(c, 16) >= 0 || strings.IndexByte("+-._xXoOpP", c) >= 0 })
	if r.err != nil {
		return r.err
	}
	_, _, err := z.Parse(text, 0)
	return err
}

// A decimal is 0.d₁d₂… * 10^point; no digits stand for 0.
type decimal struct {
	digits string
	point  int
}

// exactDecimal is m * 2^e.
func exactDecimal(m nat, e int64) decimal {
	point := 0
	if e >= 0 {
		m = m.left(uint(e))
	} else {
		m = m.mul(nat{5}.power(uint(-e)))
		point = int(e)
	}
	s := m.text(10)
	if s == "0" {
		return decimal{}
	}
	point += len(s)
	return decimal{strings.TrimRight(s, "0"), point}
}

// rounded is d with n digits, half to even.
func (d decimal) rounded(n int) decimal {
	if n < 0 {
		return decimal{}
	}
	if n >= len(d.digits) {
		return d
	}
	up := d.digits[n] > '5' || d.digits[n] == '5' && (n+1 < len(d.digits) || n > 0 && d.digits[n-1]&1 == 1)
	head := []byte(d.digits[:n])
	point := d.point
	if up {
		i := n - 1
		for i >= 0 && head[i] == '9' {
			i--
		}
		if i < 0 {
			return decimal{"1", point + 1}
		}
		head[i]++
		head = head[:i+1]
	}
	s := strings.TrimRight(string(head), "0")
	if s == "" {
		return decimal{}
	}
	return decimal{s, point}
}

func (d decimal) cmp(c decimal) int {
	if d.point != c.point {
		return cmp.Compare(d.point, c.point)
	}
	return strings.Compare(d.digits, c.digits)
}

// shortest is the decimal with the fewest digits that is nearer to x than other Floats are.
func (x *Float) shortest() decimal {
	exact := exactDecimal(x.m, x.e)
	// Half a unit of the last place to both sides, with the ends if the mantissa is even.
	shift := uint(x.prec) - uint(x.m.bitLen())
	m, e := x.m.left(shift+1), x.e-int64(shift)-1
	least, most := exactDecimal(m.sub(nat{1}), e), exactDecimal(m.add(nat{1}), e)
	ends := m.bit(1) == 0
	same := func(n int) bool {
		d := exact.rounded(n)
		a, b := least.cmp(d), d.cmp(most)
		return d.digits != "" && (a < 0 || a == 0 && ends) && (b < 0 || b == 0 && ends)
	}
	low, high := 1, len(exact.digits)
	for low < high {
		middle := (low + high) / 2
		if same(middle) {
			high = middle
		} else {
			low = middle + 1
		}
	}
	return exact.rounded(low)
}

// Text gives x in a format of strconv, or 'p'; a negative precision takes as many digits as are needed.
func (x *Float) Text(format byte, prec int) string {
	return string(x.Append(make([]byte, 0, 32), format, prec))
}

// String is x with ten digits.
func (x *Float) String() string { return x.Text('g', 10) }

// Append appends what Text gives.
func (x *Float) Append(buf []byte, fmt byte, prec int) []byte {
	if x.neg {
		buf = append(buf, '-')
	}
	if x.form == infinite {
		if !x.neg {
			buf = append(buf, '+')
		}
		return append(buf, "Inf"...)
	}
	switch fmt {
	case 'b':
		return x.appendB(buf)
	case 'p':
		return x.appendP(buf)
	case 'x':
		return x.appendX(buf, prec)
	}
	var d decimal
	short := false
	if x.form == finite {
		if prec < 0 {
			short = true
			d = x.shortest()
		} else {
			d = exactDecimal(x.m, x.e)
			switch fmt {
			case 'e', 'E':
				d = d.rounded(1 + prec)
			case 'f':
				d = d.rounded(d.point + prec)
			case 'g', 'G':
				prec = max(prec, 1)
				d = d.rounded(prec)
			}
		}
	} else if prec < 0 {
		short = true
	}
	if short {
		switch fmt {
		case 'e', 'E':
			prec = len(d.digits) - 1
		case 'f':
			prec = max(len(d.digits)-d.point, 0)
		case 'g', 'G':
			prec = len(d.digits)
		}
	}
	switch fmt {
	case 'e', 'E':
		return appendE(buf, d, fmt, prec)
	case 'f':
		return appendF(buf, d, prec)
	case 'g', 'G':
		limit := prec
		if limit > len(d.digits) && len(d.digits) >= d.point {
			limit = len(d.digits)
		}
		if short {
			limit = 6
		}
		if exp := d.point - 1; exp < -4 || exp >= limit {
			return appendE(buf, d, fmt+'e'-'g', min(prec, len(d.digits))-1)
		}
		return appendF(buf, d, max(len(d.digits)-d.point, 0))
	}
	if x.neg {
		buf = buf[:len(buf)-1]
	}
	return append(buf, '%', fmt)
}

func appendE(buf []byte, d decimal, letter byte, prec int) []byte {
	digits := d.digits
	exp := d.point - 1
	if digits == "" {
		digits, exp = "0", 0
	}
	buf = append(buf, digits[0])
	if prec > 0 {
		buf = append(buf, '.')
		n := min(len(digits), prec+1)
		buf = append(buf, digits[1:n]...)
		for ; n <= prec; n++ {
			buf = append(buf, '0')
		}
	}
	buf = append(buf, letter)
	return appendExponent(buf, int64(exp))
}

// appendExponent appends a sign and at least two digits.
func appendExponent(buf []byte, exp int64) []byte {
	if exp < 0 {
		buf = append(buf, '-')
		exp = -exp
	} else {
		buf = append(buf, '+')
	}
	if exp < 10 {
		buf = append(buf, '0')
	}
	return strconv.AppendInt(buf, exp, 10)
}

func appendF(buf []byte, d decimal, prec int) []byte {
	at := func(i int) byte {
		if i < 0 || i >= len(d.digits) {
			return '0'
		}
		return d.digits[i]
	}
	if d.point > 0 {
		for i := range d.point {
			buf = append(buf, at(i))
		}
	} else {
		buf = append(buf, '0')
	}
	if prec > 0 {
		buf = append(buf, '.')
		for i := range prec {
			buf = append(buf, at(d.point+i))
		}
	}
	return buf
}

// appendB appends a mantissa of all bits in decimal and the exponent.
func (x *Float) appendB(buf []byte) []byte {
	if x.form == zero {
		return append(buf, '0')
	}
	shift := int64(x.prec) - int64(x.m.bitLen())
	buf = append(buf, x.m.left(uint(shift)).text(10)...)
	buf = append(buf, 'p')
	e := x.e - shift
	if e >= 0 {
		buf = append(buf, '+')
	}
	return strconv.AppendInt(buf, e, 10)
}

// appendP appends a hexadecimal mantissa in [½, 1) and the exponent.
func (x *Float) appendP(buf []byte) []byte {
	if x.form == zero {
		return append(buf, '0')
	}
	shift := uint(-x.m.bitLen()) % 4
	buf = append(buf, "0x."...)
	buf = append(buf, strings.TrimRight(x.m.left(shift).text(16), "0")...)
	buf = append(buf, 'p')
	e := x.exp()
	if e >= 0 {
		buf = append(buf, '+')
	}
	return strconv.AppendInt(buf, e, 10)
}

// appendX appends a hexadecimal mantissa in [1, 2) and the exponent.
func (x *Float) appendX(buf []byte, prec int) []byte {
	if x.form == zero {
		buf = append(buf, "0x0"...)
		if prec > 0 {
			buf = append(buf, '.')
			buf = append(buf, strings.Repeat("0", prec)...)
		}
		return append(buf, "p+00"...)
	}
	r := *x
	digits := uint(0) // hexadecimal ones after the point
	if prec < 0 {
		digits = uint(r.m.bitLen()-1+3) / 4
	} else {
		digits = uint(prec)
		r.prec = uint32(1 + 4*digits)
		r.mode = x.mode
		r.round(x.neg, x.m, x.e, false)
	}
	shift := 1 + 4*digits - uint(r.m.bitLen())
	s := r.m.left(shift).text(16)
	buf = append(buf, "0x1"...)
	if digits > 0 {
		buf = append(buf, '.')
		buf = append(buf, s[1:]...)
	}
	buf = append(buf, 'p')
	return appendExponent(buf, r.exp()-1)
}

// Format writes x for package fmt.
func (x *Float) Format(s fmt.State, format rune) {
	prec, hasPrec := s.Precision()
	if !hasPrec {
		prec = 6
	}
	switch format {
	case 'e', 'E', 'f', 'b', 'p', 'x':
	case 'F':
		format = 'f'
	case 'v':
		format = 'g'
		fallthrough
	case 'g', 'G':
		if !hasPrec {
			prec = -1
		}
	case 's':
		fallthrough
	default:
		fmt.Fprintf(s, "%%!%c(*big.Float=%s)", format, x.String())
		return
	}
	text := x.Text(byte(format), prec)
	sign := ""
	switch {
	case text[0] == '-' || text[0] == '+':
		if text[0] == '-' || s.Flag('+') {
			sign = text[:1]
		} else if s.Flag(' ') {
			sign = " "
		}
		if text[0] == '+' && sign == "" {
			sign = "+"
		}
		text = text[1:]
	case s.Flag('+'):
		sign = "+"
	case s.Flag(' '):
		sign = " "
	}
	fill := 0
	if width, ok := s.Width(); ok {
		fill = max(width-len(sign)-len(text), 0)
	}
	switch {
	case s.Flag('0') && !x.IsInf():
		text = sign + strings.Repeat("0", fill) + text
	case s.Flag('-'):
		text = sign + text + strings.Repeat(" ", fill)
	default:
		text = strings.Repeat(" ", fill) + sign + text
	}
	io.WriteString(s, text)
}

// AppendText appends x with as many digits as are needed.
func (x *Float) AppendText(b []byte) ([]byte, error) {
	if x == nil {
		return append(b, "<nil>"...), nil
	}
	return x.Append(b, 'g', -1), nil
}

// MarshalText is AppendText.
func (x *Float) MarshalText() (text []byte, err error) { return x.AppendText(nil) }

// UnmarshalText is Parse with base 0.
func (z *Float) UnmarshalText(text []byte) error {
	_, _, err := z.Parse(string(text), 0)
	if err != nil {
		err = fmt.Errorf("math/big: cannot unmarshal %q into a *big.Float (%v)", text, err)
	}
	return err
}

// GobEncode gives x with all its properties as package gob keeps it.
func (x *Float) GobEncode() ([]byte, error) {
	if x == nil {
		return nil, nil
	}
	b := byte(x.mode&7)<<5 | byte((x.acc+1)&3)<<3 | byte(x.form&3)<<1
	if x.neg {
		b |= 1
	}
	buf := binary.BigEndian.AppendUint32([]byte{1, b}, x.prec)
	if x.form == finite {
		buf = binary.BigEndian.AppendUint32(buf, uint32(int32(x.exp())))
		// Whole words, with the highest bit of the first one set.
		words := (x.m.bitLen() + 63) / 64
		m := Int{abs: x.m.left(uint(words*64 - x.m.bitLen()))}
		buf = append(buf, m.Bytes()...)
	}
	return buf, nil
}

// GobDecode reads what GobEncode gives; a precision that z has stays.
func (z *Float) GobDecode(buf []byte) error {
	if len(buf) == 0 {
		*z = Float{}
		return nil
	}
	if len(buf) < 6 {
		return errors.New("Float.GobDecode: buffer too small")
	}
	if buf[0] != 1 {
		return fmt.Errorf("Float.GobDecode: encoding version %d not supported", buf[0])
	}
	prec, mode := z.prec, z.mode
	b := buf[1]
	*z = Float{mode: RoundingMode(b >> 5 & 7), acc: Accuracy(b>>3&3) - 1, form: form(b >> 1 & 3), neg: b&1 != 0}
	z.prec = binary.BigEndian.Uint32(buf[2:])
	if z.form == finite {
		if len(buf) < 10 {
			return errors.New("Float.GobDecode: buffer too small for finite form float")
		}
		exp := int64(int32(binary.BigEndian.Uint32(buf[6:])))
		var m Int
		m.SetBytes(buf[10:])
		n := m.abs.zeros()
		z.m = m.abs.right(n)
		z.e = exp - int64(z.m.bitLen())
	}
	if prec != 0 {
		z.mode = mode
		z.SetPrec(uint(prec))
	}
	return nil
}
