// Package strconv converts between the values of basic types and their text.
package strconv

import "errors"

// IntSize is the size of int in bits.
const IntSize = 64

// ErrRange says that a value does not fit the type asked for.
var ErrRange = errors.New("value out of range")

// ErrSyntax says that a text is not what its type asks for.
var ErrSyntax = errors.New("invalid syntax")

// NumError is the error of a failed conversion.
type NumError struct {
	Func string // the function that failed
	Num  string // its input
	Err  error  // why it failed: ErrSyntax, ErrRange or another
}

func (e *NumError) Error() string {
	return "strconv." + e.Func + ": parsing " + Quote(e.Num) + ": " + e.Err.Error()
}

// Unwrap gives the reason.
func (e *NumError) Unwrap() error { return e.Err }

func syntaxError(fn, s string) error { return &NumError{fn, clone(s), ErrSyntax} }

func rangeError(fn, s string) error { return &NumError{fn, clone(s), ErrRange} }

// clone copies the input for an error, which may live longer than what the input is part of.
func clone(s string) string { return string([]byte(s)) }

func lower(c byte) byte { return c | ' ' }

// digitOf is the value of a digit in bases up to 36, 99 for other characters.
func digitOf(c byte) uint64 {
	if c-'0' < 10 {
		return uint64(c - '0')
	}
	if c = lower(c); c-'a' < 26 {
		return uint64(c-'a') + 10
	}
	return 99
}

// prefixBase tells the base that the prefix of s asks for and the length of the prefix.
func prefixBase(s string) (base uint64, length int) {
	if len(s) == 0 || s[0] != '0' {
		return 10, 0
	}
	if len(s) >= 3 {
		switch lower(s[1]) {
		case 'b':
			return 2, 2
		case 'o':
			return 8, 2
		case 'x':
			return 16, 2
		}
	}
	return 8, 1
}

// underscoresOK reports whether each underscore of s is between digits, or between the base prefix and
// a digit. s may have a sign. Decimal fractions have no prefix.
func underscoresOK(s string) bool {
	if len(s) > 0 && (s[0] == '-' || s[0] == '+') {
		s = s[1:]
	}
	hex := false
	digit := false // the character before is a digit or the prefix
	if len(s) >= 2 && s[0] == '0' {
		switch c := lower(s[1]); c {
		case 'b', 'o', 'x':
			hex = c == 'x'
			digit = true
			s = s[2:]
		}
	}
	pending := false // the character before is an underscore
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c-'0' < 10 || hex && lower(c)-'a' < 6:
			digit = true
			pending = false
		case c == '_':
			if !digit {
				return false
			}
			digit = false
			pending = true
		default:
			if pending {
				return false
			}
			digit = false
		}
	}
	return !pending
}

// ParseUint reads an unsigned number in a base from 2 to 36, or in that of its prefix when base is 0,
// that must fit bitSize bits (0: those of uint).
func ParseUint(s string, base int, bitSize int) (uint64, error) {
	return parseUint("ParseUint", s, s, base, bitSize)
}

// parseUint parses s, which is whole without its sign, for fn.
func parseUint(fn, whole, s string, base, bitSize int) (uint64, error) {
	if s == "" {
		return 0, syntaxError(fn, whole)
	}
	b := uint64(base)
	digits := s
	switch {
	case 2 <= base && base <= 36:
	case base == 0:
		length := 0
		b, length = prefixBase(s)
		digits = s[length:]
	default:
		return 0, &NumError{fn, clone(whole), errors.New("invalid base " + Itoa(base))}
	}
	if bitSize == 0 {
		bitSize = IntSize
	} else if bitSize < 0 || bitSize > 64 {
		return 0, &NumError{fn, clone(whole), errors.New("invalid bit size " + Itoa(bitSize))}
	}
	most := uint64(1)<<bitSize - 1
	if n, ok := plainNumber(digits, int(b), most); ok {
		return n, nil
	}
	// Now to find out what is wrong, or how far the number goes.
	limit := (1<<64-1)/b + 1 // from here on another digit is too much
	underscores := false
	n := uint64(0)
	for i := 0; i < len(digits); i++ {
		c := digits[i]
		if c == '_' && base == 0 {
			underscores = true
			continue
		}
		digit := digitOf(c)
		if digit >= b {
			return 0, syntaxError(fn, whole)
		}
		if n >= limit {
			return most, rangeError(fn, whole)
		}
		n *= b
		next := n + digit
		if next < n || next > most {
			return most, rangeError(fn, whole)
		}
		n = next
	}
	if underscores && !underscoresOK(s) {
		return 0, syntaxError(fn, whole)
	}
	return n, nil
}

// ParseInt reads a number with an optional sign; see ParseUint.
func ParseInt(s string, base int, bitSize int) (i int64, err error) {
	return parseInt("ParseInt", s, base, bitSize)
}

func parseInt(fn, s string, base, bitSize int) (int64, error) {
	if s == "" {
		return 0, syntaxError(fn, s)
	}
	digits := s
	if s[0] == '-' || s[0] == '+' {
		digits = s[1:]
	}
	n, err := parseUint(fn, s, digits, base, bitSize)
	if err != nil && err.(*NumError).Err != ErrRange {
		return 0, err
	}
	if bitSize == 0 {
		bitSize = IntSize
	}
	limit := uint64(1) << (bitSize - 1)
	if s[0] == '-' {
		if n > limit {
			return -int64(limit), rangeError(fn, s)
		}
		return -int64(n), nil
	}
	if n >= limit {
		return int64(limit - 1), rangeError(fn, s)
	}
	return int64(n), nil
}

// Atoi reads a decimal int.
func Atoi(s string) (int, error) {
	digits := s
	if s != "" && (s[0] == '-' || s[0] == '+') {
		digits = s[1:]
	}
	if n, ok := plainNumber(digits, 10, 1<<(IntSize-1)-1); ok {
		if s[0] == '-' {
			return -int(n), nil
		}
		return int(n), nil
	}
	n, err := parseInt("Atoi", s, 10, 0)
	return int(n), err
}

// ParseBool reads 1, t, T, TRUE, true, True, 0, f, F, FALSE, false or False.
func ParseBool(str string) (bool, error) {
	switch str {
	case "1", "t", "T", "true", "TRUE", "True":
		return true, nil
	case "0", "f", "F", "false", "FALSE", "False":
		return false, nil
	}
	return false, syntaxError("ParseBool", str)
}

// FormatBool gives "true" or "false".
func FormatBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

// AppendBool appends "true" or "false" to dst.
func AppendBool(dst []byte, b bool) []byte { return append(dst, FormatBool(b)...) }

const digits36 = "0123456789abcdefghijklmnopqrstuvwxyz"

// formatUint is the digits of u in a base from 2 to 36, after a minus or not.
func formatUint(u uint64, base int, negative bool) string

// appendUint appends what formatUint gives.
func appendUint(dst []byte, u uint64, base int, negative bool) []byte

// plainNumber is the number that s, digits of the base and nothing else, stands for; ok is false for
// other texts and for numbers above most.
func plainNumber(s string, base int, most uint64) (n uint64, ok bool)

// checkBase panics when there are no digits for a base.
func checkBase(base int) {
	if base < 2 || base > 36 {
		panic("strconv: illegal AppendInt/FormatInt base")
	}
}

// FormatUint gives i in a base from 2 to 36.
func FormatUint(i uint64, base int) string {
	if i < 10 && base == 10 {
		return digits36[i : i+1]
	}
	checkBase(base)
	return formatUint(i, base, false)
}

// FormatInt gives i in a base from 2 to 36.
func FormatInt(i int64, base int) string {
	if 0 <= i {
		return FormatUint(uint64(i), base)
	}
	checkBase(base)
	return formatUint(-uint64(i), base, true)
}

// Itoa gives i in base 10.
func Itoa(i int) string {
	switch {
	case i < 0:
		return formatUint(-uint64(i), 10, true)
	case i < 10:
		return digits36[i : i+1]
	}
	return formatUint(uint64(i), 10, false)
}

// AppendUint appends what FormatUint gives.
func AppendUint(dst []byte, i uint64, base int) []byte {
	checkBase(base)
	return appendUint(dst, i, base, false)
}

// AppendInt appends what FormatInt gives.
func AppendInt(dst []byte, i int64, base int) []byte {
	checkBase(base)
	if i < 0 {
		return appendUint(dst, -uint64(i), base, true)
	}
	return appendUint(dst, uint64(i), base, false)
}
