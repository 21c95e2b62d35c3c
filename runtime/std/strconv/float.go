package strconv

import "unsafe"

// formatFloat is FormatFloat for checked arguments.
func formatFloat(f float64, verb byte, precision int, bits int) string

// parseFloatBits reads s, a decimal or hexadecimal literal with an optional sign and without
// underscores, and rounds it to bits. When it is too great, value is an infinity.
func parseFloatBits(s string, bits int) (value float64, rangeError bool)

// FormatFloat gives f, which was made from a value of bitSize bits, in the form that fmt tells (one of
// beEfgGxX) with precision prec; -1 takes as many digits as are needed to get f back.
func FormatFloat(f float64, fmt byte, prec, bitSize int) string {
	if bitSize != 32 && bitSize != 64 {
		panic("strconv: illegal FormatFloat bitSize")
	}
	return formatFloat(f, fmt, prec, bitSize)
}

// AppendFloat appends what FormatFloat gives.
func AppendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte {
	if bitSize != 32 && bitSize != 64 {
		panic("strconv: illegal AppendFloat bitSize")
	}
	return append(dst, formatFloat(f, fmt, prec, bitSize)...)
}

// FormatComplex gives c, made from a value of bitSize (64 or 128) bits, as (a+bi); see FormatFloat.
func FormatComplex(c complex128, fmt byte, prec, bitSize int) string {
	if bitSize != 64 && bitSize != 128 {
		panic("invalid bitSize")
	}
	re := FormatFloat(real(c), fmt, prec, bitSize/2)
	im := FormatFloat(imag(c), fmt, prec, bitSize/2)
	if im[0] != '+' && im[0] != '-' {
		im = "+" + im
	}
	return "(" + re + im + "i)"
}

// ParseFloat reads a number as Go writes it, or an infinity or NaN, and rounds it to 32 or 64 bits.
func ParseFloat(s string, bitSize int) (float64, error) {
	f, n, err := floatPrefix("ParseFloat", s, bitSize)
	if n != len(s) && (err == nil || err.(*NumError).Err != ErrSyntax) {
		return 0, syntaxError("ParseFloat", s)
	}
	return f, err
}

// floatPrefix reads the number that s begins with; n is its length.
func floatPrefix(fn, s string, bitSize int) (f float64, n int, err error) {
	if f, n = special(s, bitSize); n > 0 {
		return f, n, nil
	}
	n, underscores := scanFloat(s)
	if n == 0 || underscores && !underscoresOK(s[:n]) {
		return 0, n, syntaxError(fn, s)
	}
	literal := s[:n]
	if underscores {
		plain := make([]byte, 0, n)
		for i := 0; i < n; i++ {
			if s[i] != '_' {
				plain = append(plain, s[i])
			}
		}
		literal = string(plain)
	}
	bits := 64
	if bitSize == 32 {
		bits = 32
	}
	f, tooGreat := parseFloatBits(literal, bits)
	if tooGreat {
		err = rangeError(fn, s)
	}
	return f, n, err
}

// special reads nan, and inf or infinity with an optional sign, in any case.
func special(s string, bitSize int) (f float64, n int) {
	if s == "" {
		return 0, 0
	}
	sign := 0
	inf := 1e308
	inf *= 10
	switch s[0] {
	case '+':
		sign = 1
	case '-':
		sign = 1
		inf = -inf
	case 'n', 'N':
		if hasFold(s, "nan") {
			return quietNaN(bitSize), 3
		}
		return 0, 0
	case 'i', 'I':
	default:
		return 0, 0
	}
	switch rest := s[sign:]; {
	case hasFold(rest, "infinity"):
		return inf, sign + 8
	case hasFold(rest, "inf"):
		return inf, sign + 3
	}
	return 0, 0
}

// quietNaN is NaN with the bits that ParseFloat gives.
func quietNaN(bitSize int) float64 {
	bits := uint64(0x7FF8000000000001)
	if bitSize == 32 {
		bits &^= 1
	}
	return *(*float64)(unsafe.Pointer(&bits))
}

// hasFold reports whether s begins with prefix, which has only lower case letters.
func hasFold(s, prefix string) bool {
	if len(s) < len(prefix) {
		return false
	}
	for i := 0; i < len(prefix); i++ {
		if c := s[i]; c < 'A' || lower(c) != prefix[i] {
			return false
		}
	}
	return true
}

// scanFloat is the length of the literal that s begins with, 0 if there is none. Underscores are
// taken anywhere among the digits of a literal with base prefix.
func scanFloat(s string) (n int, underscores bool) {
	i := 0
	if i < len(s) && (s[i] == '+' || s[i] == '-') {
		i++
	}
	hex := i+2 < len(s) && s[i] == '0' && lower(s[i+1]) == 'x'
	if hex {
		i += 2
	}
	digits, point := false, false
scan:
	for ; i < len(s); i++ {
		c := s[i]
		switch {
		case c-'0' < 10 || hex && lower(c)-'a' < 6:
			digits = true
		case c == '_':
			underscores = true
		case c == '.' && !point:
			point = true
		default:
			break scan
		}
	}
	if !digits {
		return 0, false
	}
	letter := byte('e')
	if hex {
		letter = 'p'
	}
	if i == len(s) || lower(s[i]) != letter {
		if hex {
			return 0, false
		}
		return i, underscores
	}
	i++
	if i < len(s) && (s[i] == '+' || s[i] == '-') {
		i++
	}
	if i == len(s) || s[i]-'0' > 9 {
		return 0, false
	}
	for ; i < len(s) && (s[i]-'0' < 10 || s[i] == '_'); i++ {
		if s[i] == '_' {
			underscores = true
		}
	}
	return i, underscores
}

// ParseComplex reads a number of the form N, Ni or N±Ni, perhaps in parentheses, and rounds its parts
// to half of bitSize (64 or 128) bits.
func ParseComplex(s string, bitSize int) (complex128, error) {
	const fn = "ParseComplex"
	bits := 64
	if bitSize == 64 {
		bits = 32
	}
	rest := s
	if len(s) >= 2 && s[0] == '(' && s[len(s)-1] == ')' {
		rest = s[1 : len(s)-1]
	}
	var outOfRange error
	part := func() (f float64, ok bool) {
		f, n, err := floatPrefix(fn, rest, bits)
		if err != nil {
			if err.(*NumError).Err == ErrSyntax {
				return 0, false
			}
			outOfRange = rangeError(fn, s)
		}
		rest = rest[n:]
		return f, true
	}
	re, ok := part()
	if !ok {
		return 0, syntaxError(fn, s)
	}
	if rest == "" {
		return complex(re, 0), outOfRange
	}
	switch rest[0] {
	case 'i':
		if rest == "i" {
			return complex(0, re), outOfRange
		}
		return 0, syntaxError(fn, s)
	case '+':
		// The sum may have a negative second part; a NaN has no sign of its own.
		if len(rest) >= 2 && rest[1] != '+' {
			rest = rest[1:]
		}
	case '-':
	default:
		return 0, syntaxError(fn, s)
	}
	im, ok := part()
	if !ok || rest != "i" {
		return 0, syntaxError(fn, s)
	}
	return complex(re, im), outOfRange
}
