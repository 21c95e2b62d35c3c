package strconv

import "unicode/utf8"

func formatFloat(f float64, verb byte, precision int, bits int) string
func parseFloat(s string, bits int) (float64, int)

type numErr struct{ s string }

func (e *numErr) Error() string { return e.s }

var ErrRange error = &numErr{"value out of range"}
var ErrSyntax error = &numErr{"invalid syntax"}

type NumError struct {
	Func string
	Num  string
	Err  error
}

func (e *NumError) Error() string {
	return "strconv." + e.Func + ": parsing " + Quote(e.Num) + ": " + e.Err.Error()
}
func (e *NumError) Unwrap() error { return e.Err }

const IntSize = 64

func FormatUint(u uint64, base int) string {
	if u == 0 {
		return "0"
	}
	var b [64]byte
	i := 64
	for u > 0 {
		i--
		b[i] = "0123456789abcdefghijklmnopqrstuvwxyz"[u%uint64(base)]
		u /= uint64(base)
	}
	return string(b[i:])
}
func FormatInt(i int64, base int) string {
	if i < 0 {
		return "-" + FormatUint(-uint64(i), base)
	}
	return FormatUint(uint64(i), base)
}
func Itoa(i int) string                                  { return FormatInt(int64(i), 10) }
func AppendInt(b []byte, i int64, base int) []byte       { return append(b, FormatInt(i, base)...) }
func AppendUint(b []byte, i uint64, base int) []byte     { return append(b, FormatUint(i, base)...) }
func FormatBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}
func ParseBool(s string) (bool, error) {
	switch s {
	case "1", "t", "T", "true", "TRUE", "True":
		return true, nil
	case "0", "f", "F", "false", "FALSE", "False":
		return false, nil
	}
	return false, &NumError{"ParseBool", s, ErrSyntax}
}
func ParseUint(s string, base int, bits int) (uint64, error) { return parse("ParseUint", s, s, base, bits) }
func parse(fn, whole, s string, base, bits int) (uint64, error) {
	if bits == 0 {
		bits = 64
	}
	if s == "" {
		return 0, &NumError{fn, whole, ErrSyntax}
	}
	if base == 0 {
		base = 10
		if s[0] == '0' && len(s) > 1 {
			switch s[1] {
			case 'x', 'X':
				base, s = 16, s[2:]
			case 'b', 'B':
				base, s = 2, s[2:]
			case 'o', 'O':
				base, s = 8, s[2:]
			default:
				base, s = 8, s[1:]
			}
		}
	}
	var n uint64
	max := uint64(1)<<uint(bits) - 1
	for i := 0; i < len(s); i++ {
		c := s[i]
		d := 99
		switch {
		case '0' <= c && c <= '9':
			d = int(c - '0')
		case 'a' <= c && c <= 'z':
			d = int(c-'a') + 10
		case 'A' <= c && c <= 'Z':
			d = int(c-'A') + 10
		}
		if d >= base {
			return 0, &NumError{fn, whole, ErrSyntax}
		}
		if n > (max-uint64(d))/uint64(base) {
			return max, &NumError{fn, whole, ErrRange}
		}
		n = n*uint64(base) + uint64(d)
	}
	return n, nil
}
func parseInt(fn, s string, base, bits int) (int64, error) {
	if bits == 0 {
		bits = 64
	}
	t, neg := s, false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		neg, t = s[0] == '-', s[1:]
	}
	u, err := parse(fn, s, t, base, 64)
	if err != nil && err.(*NumError).Err != ErrRange {
		return 0, err
	}
	limit := uint64(1) << uint(bits-1)
	if !neg && u >= limit {
		return int64(limit - 1), &NumError{fn, s, ErrRange}
	}
	if neg && u > limit {
		return -int64(limit), &NumError{fn, s, ErrRange}
	}
	if neg {
		return -int64(u), nil
	}
	return int64(u), nil
}
func ParseInt(s string, base int, bits int) (int64, error) { return parseInt("ParseInt", s, base, bits) }
func Atoi(s string) (int, error) {
	n, err := parseInt("Atoi", s, 10, 64)
	return int(n), err
}
func FormatFloat(f float64, verb byte, prec, bits int) string { return formatFloat(f, verb, prec, bits) }
func AppendFloat(b []byte, f float64, verb byte, prec, bits int) []byte {
	return append(b, formatFloat(f, verb, prec, bits)...)
}
func ParseFloat(s string, bits int) (float64, error) {
	f, st := parseFloat(s, bits)
	switch st {
	case 1:
		return 0, &NumError{"ParseFloat", s, ErrSyntax}
	case 2:
		return f, &NumError{"ParseFloat", s, ErrRange}
	}
	return f, nil
}
func IsPrint(r rune) bool { return r >= 0x20 && r < 0x7f || r >= 0xa1 && r != 0xad && r < 0x2028 || r > 0x2030 && r < 0xd800 || r >= 0x10000 && r < 0xe0000 }
func CanBackquote(s string) bool {
	for _, r := range s {
		if r < 0x20 && r != '\t' || r == '`' || r == 0x7f || r == 0xfeff || r == utf8.RuneError {
			return false
		}
	}
	return true
}
func quote(s string, q byte, ascii bool) string {
	b := []byte{q}
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		c := s[0]
		s = s[n:]
		if r == utf8.RuneError && n == 1 {
			b = append(b, '\\', 'x', "0123456789abcdef"[c>>4], "0123456789abcdef"[c&15])
			continue
		}
		b = esc(b, r, q, ascii)
	}
	return string(append(b, q))
}
func esc(b []byte, r rune, q byte, ascii bool) []byte {
	if r == rune(q) || r == '\\' {
		return append(b, '\\', byte(r))
	}
	if r < 0x80 && r >= 0x20 && r != 0x7f || !ascii && r >= 0x80 && IsPrint(r) {
		return utf8.AppendRune(b, r)
	}
	switch r {
	case '\a':
		return append(b, `\a`...)
	case '\b':
		return append(b, `\b`...)
	case '\f':
		return append(b, `\f`...)
	case '\n':
		return append(b, `\n`...)
	case '\r':
		return append(b, `\r`...)
	case '\t':
		return append(b, `\t`...)
	case '\v':
		return append(b, `\v`...)
	}
	h := FormatUint(uint64(r), 16)
	w, p := 8, `\U`
	if r < 0x80 {
		w, p = 2, `\x`
	} else if r < 0x10000 {
		w, p = 4, `\u`
	}
	for len(h) < w {
		h = "0" + h
	}
	return append(append(b, p...), h...)
}
func Quote(s string) string              { return quote(s, '"', false) }
func QuoteToASCII(s string) string       { return quote(s, '"', true) }
func QuoteRune(r rune) string            { return string(append(esc([]byte{'\''}, r, '\'', false), '\'')) }
func QuoteRuneToASCII(r rune) string     { return string(append(esc([]byte{'\''}, r, '\'', true), '\'')) }
func AppendQuote(b []byte, s string) []byte { return append(b, Quote(s)...) }

// AppendQuoteToASCII appends what QuoteToASCII gives.
func AppendQuoteToASCII(b []byte, s string) []byte { return append(b, QuoteToASCII(s)...) }

// AppendQuoteRune appends what QuoteRune gives.
func AppendQuoteRune(b []byte, r rune) []byte { return append(b, QuoteRune(r)...) }

// AppendQuoteRuneToASCII appends what QuoteRuneToASCII gives.
func AppendQuoteRuneToASCII(b []byte, r rune) []byte { return append(b, QuoteRuneToASCII(r)...) }

// AppendBool appends what FormatBool gives.
func AppendBool(b []byte, x bool) []byte { return append(b, FormatBool(x)...) }
