package big

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

// MaxBase is the greatest base of texts.
const MaxBase = 10 + ('z' - 'a' + 1) + ('Z' - 'A' + 1)

// Text gives x in a base from 2 to 62.
func (x *Int) Text(base int) string {
	if x == nil {
		return "<nil>"
	}
	if base < 2 || base > MaxBase {
		panic("invalid base")
	}
	s := x.abs.text(base)
	if x.neg {
		s = "-" + s
	}
	return s
}

// Append appends what Text gives.
func (x *Int) Append(buf []byte, base int) []byte { return append(buf, x.Text(base)...) }

// String is x in decimal.
func (x *Int) String() string { return x.Text(10) }

// SetString sets z to the number that s is in a base, 0 for the one that its prefix tells. On failure it gives
// nil and false.
func (z *Int) SetString(s string, base int) (*Int, bool) {
	if s == "" {
		return nil, false
	}
	if base != 0 && base < 2 || base > MaxBase {
		panic(fmt.Sprintf("invalid number base %d", base))
	}
	neg := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		neg = s[0] == '-'
		s = s[1:]
	}
	digits, rest, base := scanDigits(s, base, true)
	if digits == "" || rest != "" {
		return nil, false
	}
	return z.set(neg, parse(digits, base)), true
}

// scanDigits takes the digits off s, after a prefix if base is 0; octal says that a lone 0 is a prefix too. It
// gives no digits for misplaced underscores.
func scanDigits(s string, base int, octal bool) (digits, rest string, actual int) {
	actual = base
	prefixed := false
	if base == 0 {
		actual = 10
		if len(s) > 1 && s[0] == '0' {
			switch s[1] | 0x20 {
			case 'b':
				actual = 2
			case 'o':
				actual = 8
			case 'x':
				actual = 16
			default:
				if octal {
					actual, s, prefixed = 8, s[1:], true
				}
			}
			if actual != 10 && !prefixed {
				s, prefixed = s[2:], true
			}
		}
	}
	i := 0
	bad, under := false, false
	last := byte('_')
	if prefixed {
		last = '0'
	}
	for ; i < len(s); i++ {
		c := s[i]
		if c == '_' && base == 0 {
			bad = bad || last == '_'
			under = true
		} else if digit(c, actual) < 0 {
			break
		}
		last = c
	}
	digits, rest = s[:i], s[i:]
	if digits == "" && prefixed && octal && actual == 8 {
		digits = "0"
	}
	if under {
		if bad || last == '_' {
			return "", rest, actual
		}
		digits = strings.ReplaceAll(digits, "_", "")
	}
	return digits, rest, actual
}

// Format writes x for package fmt.
func (x *Int) Format(s fmt.State, ch rune) {
	base := 10
	switch ch {
	case 'b':
		base = 2
	case 'o', 'O':
		base = 8
	case 'd', 's', 'v':
	case 'x', 'X':
		base = 16
	default:
		fmt.Fprintf(s, "%%!%c(big.Int=%s)", ch, x.String())
		return
	}
	if x == nil {
		fmt.Fprint(s, "<nil>")
		return
	}
	sign := ""
	switch {
	case x.neg:
		sign = "-"
	case s.Flag('+'):
		sign = "+"
	case s.Flag(' '):
		sign = " "
	}
	prefix := ""
	if s.Flag('#') {
		switch ch {
		case 'b':
			prefix = "0b"
		case 'o':
			prefix = "0"
		case 'x':
			prefix = "0x"
		case 'X':
			prefix = "0X"
		}
	}
	if ch == 'O' {
		prefix = "0o"
	}
	digits := x.abs.text(base)
	if ch == 'X' {
		digits = strings.ToUpper(digits)
	}
	var left, zeros, right int
	precision, hasPrecision := s.Precision()
	if hasPrecision {
		switch {
		case len(digits) < precision:
			zeros = precision - len(digits)
		case len(digits) == 1 && digits[0] == '0' && precision == 0:
			return
		}
	}
	length := len(sign) + len(prefix) + zeros + len(digits)
	if width, ok := s.Width(); ok && length < width {
		switch d := width - length; {
		case s.Flag('-'):
			right = d
		case s.Flag('0') && !hasPrecision:
			zeros = d
		default:
			left = d
		}
	}
	text := strings.Repeat(" ", left) + sign + prefix + strings.Repeat("0", zeros) + digits + strings.Repeat(" ", right)
	io.WriteString(s, text)
}

// reader gives bytes of a ScanState.
type reader struct {
	s   fmt.ScanState
	err error
	eof bool
}

// next is the next byte, 0 at the end.
func (r *reader) next() byte {
	c, size, err := r.s.ReadRune()
	if err != nil {
		if r.eof = err == io.EOF; !r.eof {
			r.err = err
		}
		return 0
	}
	if size != 1 || c == 0 {
		r.s.UnreadRune()
		return 0
	}
	return byte(c)
}

// take reads characters as long as they are of a set.
func (r *reader) take(set func(c byte) bool) string {
	var b strings.Builder
	for {
		c := r.next()
		if c == 0 {
			return b.String()
		}
		if !set(c) {
			r.s.UnreadRune()
			return b.String()
		}
		b.WriteByte(c)
	}
}

// Scan reads x for package fmt.
func (z *Int) Scan(s fmt.ScanState, ch rune) error {
	s.SkipSpace()
	base := 0
	switch ch {
	case 'b':
		base = 2
	case 'o':
		base = 8
	case 'd':
		base = 10
	case 'x', 'X':
		base = 16
	case 's', 'v':
	default:
		return errors.New("Int.Scan: invalid verb")
	}
	r := reader{s: s}
	signed := false
	n := 0
	text := r.take(func(c byte) bool {
		n++
		if n == 1 && (c == '+' || c == '-') {
			signed = true
			return true
		}
		first := n == 1 || n == 2 && signed
		if base != 0 {
			return digit(c, base) >= 0
		}
		switch {
		case '0' <= c && c <= '9', c == '_' && !first:
			return true
		}
		return !first && (digit(c, 16) >= 0 || c|0x20 == 'x' || c|0x20 == 'o')
	})
	if r.err != nil {
		return r.err
	}
	if text == "" && r.eof {
		return io.EOF
	}
	if text == "" || signed && len(text) == 1 {
		return errors.New("number has no digits")
	}
	if _, ok := z.SetString(text, base); !ok {
		return errors.New("number has no digits")
	}
	return nil
}

// MarshalText is String.
func (x *Int) MarshalText() (text []byte, err error) { return x.AppendText(nil) }

// AppendText appends String.
func (x *Int) AppendText(b []byte) (text []byte, err error) { return append(b, x.String()...), nil }

// UnmarshalText is SetString with base 0.
func (z *Int) UnmarshalText(text []byte) error {
	if _, ok := z.SetString(string(text), 0); !ok {
		return fmt.Errorf("math/big: cannot unmarshal %q into a *big.Int", text)
	}
	return nil
}

// MarshalJSON is String, or null.
func (x *Int) MarshalJSON() ([]byte, error) {
	if x == nil {
		return []byte("null"), nil
	}
	return x.AppendText(nil)
}

// UnmarshalJSON reads a number; null changes nothing.
func (z *Int) UnmarshalJSON(text []byte) error {
	if string(text) == "null" {
		return nil
	}
	return z.UnmarshalText(text)
}

const gobVersion = 1

// GobEncode gives x as package gob keeps it.
func (x *Int) GobEncode() ([]byte, error) {
	if x == nil {
		return nil, nil
	}
	b := byte(gobVersion << 1)
	if x.neg {
		b |= 1
	}
	return append([]byte{b}, x.Bytes()...), nil
}

// GobDecode reads what GobEncode gives.
func (z *Int) GobDecode(buf []byte) error {
	if len(buf) == 0 {
		*z = Int{}
		return nil
	}
	if buf[0]>>1 != gobVersion {
		return fmt.Errorf("Int.GobDecode: encoding version %d not supported", buf[0]>>1)
	}
	z.SetBytes(buf[1:])
	z.neg = buf[0]&1 != 0 && len(z.abs) > 0
	return nil
}
