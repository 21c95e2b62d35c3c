package fmt

import (
	"internal/value"
	"strconv"
	"unicode/utf8"
)

// Everything is printed by appending to p.out; what has to be padded or cut is changed in place
// afterwards, so that no scratch memory is needed.

// insert puts n bytes c before p.out[at:].
func (p *printer) insert(at, n int, c byte) {
	if n <= 0 {
		return
	}
	end := len(p.out)
	for i := 0; i < n; i++ {
		p.out = append(p.out, c)
	}
	if at < end {
		copy(p.out[at+n:], p.out[at:end])
		for i := at; i < at+n; i++ {
			p.out[i] = c
		}
	}
}

// pad fills what was printed since start to the width.
func (p *printer) pad(start int) {
	if !p.hasWidth || p.width == 0 {
		return
	}
	n := p.width - utf8.RuneCount(p.out[start:])
	switch {
	case n <= 0:
	case p.minus:
		p.insert(len(p.out), n, ' ')
	case p.zero:
		p.insert(start, n, '0')
	default:
		p.insert(start, n, ' ')
	}
}

// padBlank is pad, but never with zeros.
func (p *printer) padBlank(start int) {
	zero := p.zero
	p.zero = false
	p.pad(start)
	p.zero = zero
}

// padded prints s filled to the width.
func (p *printer) padded(s string) {
	start := len(p.out)
	p.out = append(p.out, s...)
	p.pad(start)
}

// cut is s up to the precision, in runes.
func (p *printer) cut(s string) string {
	if p.hasPrec {
		n := p.prec
		for i := range s {
			if n--; n < 0 {
				return s[:i]
			}
		}
	}
	return s
}

// str prints s with one of the verbs for strings.
func (p *printer) str(s string, verb rune) {
	switch verb {
	case 'v':
		if p.sharpV {
			p.quoted(s)
			return
		}
		p.padded(p.cut(s))
	case 's':
		p.padded(p.cut(s))
	case 'x', 'X':
		p.hexText(s, verb)
	case 'q':
		p.quoted(s)
	default:
		p.badVerb(verb)
	}
}

func (p *printer) quoted(s string) {
	s = p.cut(s)
	start := len(p.out)
	switch {
	case p.sharp && strconv.CanBackquote(s):
		p.out = append(p.out, '`')
		p.out = append(p.out, s...)
		p.out = append(p.out, '`')
	case p.plus:
		p.out = strconv.AppendQuoteToASCII(p.out, s)
	default:
		p.out = strconv.AppendQuote(p.out, s)
	}
	p.pad(start)
}

const (
	lowerHex = "0123456789abcdef"
	upperHex = "0123456789ABCDEF"
)

// hexText prints the bytes of s as hexadecimal digits; with a space flag, bytes stand apart.
func (p *printer) hexText(s string, verb rune) {
	if p.hasPrec && p.prec < len(s) {
		s = s[:p.prec]
	}
	start := len(p.out)
	hex := lowerHex
	if verb == 'X' {
		hex = upperHex
	}
	for i := 0; i < len(s); i++ {
		if i > 0 && p.space {
			p.out = append(p.out, ' ')
		}
		if p.sharp && (i == 0 || p.space) {
			p.out = append(p.out, '0', byte(verb))
		}
		p.out = append(p.out, hex[s[i]>>4], hex[s[i]&15])
	}
	p.pad(start)
}

// bytes prints an operand of type []byte.
func (p *printer) bytes(b []byte, verb rune) {
	switch verb {
	case 's', 'x', 'X', 'q':
		p.str(string(b), verb)
		return
	case 'v', 'd':
	default:
		p.walk(value.Of(b), verb, 0, visible)
		return
	}
	if !p.sharpV {
		p.out = append(p.out, '[')
		for i, c := range b {
			if i > 0 {
				p.out = append(p.out, ' ')
			}
			p.integer(uint64(c), false, 10, verb)
		}
		p.out = append(p.out, ']')
		return
	}
	p.out = append(p.out, "[]byte"...)
	if b == nil {
		p.out = append(p.out, "(nil)"...)
		return
	}
	p.out = append(p.out, '{')
	for i, c := range b {
		if i > 0 {
			p.out = append(p.out, ", "...)
		}
		p.hexWord(uint64(c), true)
	}
	p.out = append(p.out, '}')
}

// boolean prints a bool.
func (p *printer) boolean(b bool, verb rune) {
	if verb != 't' && verb != 'v' {
		p.badVerb(verb)
		return
	}
	if b {
		p.padded("true")
	} else {
		p.padded("false")
	}
}

// char prints %c.
func (p *printer) char(u uint64) {
	start := len(p.out)
	p.out = utf8.AppendRune(p.out, runeOf(u))
	p.pad(start)
}

// quotedChar prints %q of an integer.
func (p *printer) quotedChar(u uint64) {
	start := len(p.out)
	if p.plus {
		p.out = strconv.AppendQuoteRuneToASCII(p.out, runeOf(u))
	} else {
		p.out = strconv.AppendQuoteRune(p.out, runeOf(u))
	}
	p.pad(start)
}

func runeOf(u uint64) rune {
	if u > utf8.MaxRune {
		return utf8.RuneError
	}
	return rune(u)
}

// unicodePoint prints %U: U+0041, or with # U+0041 'A'.
func (p *printer) unicodePoint(u uint64) {
	start := len(p.out)
	p.out = append(p.out, 'U', '+')
	digits := len(p.out)
	p.out = strconv.AppendUint(p.out, u, 16)
	p.upper(digits)
	least := 4
	if p.hasPrec && p.prec > 4 {
		least = p.prec
	}
	p.insert(digits, least-(len(p.out)-digits), '0')
	if p.sharp && u <= utf8.MaxRune && strconv.IsPrint(rune(u)) {
		p.out = append(p.out, ' ', '\'')
		p.out = utf8.AppendRune(p.out, rune(u))
		p.out = append(p.out, '\'')
	}
	p.padBlank(start)
}

// upper makes the letters printed since start capitals.
func (p *printer) upper(start int) {
	for i := start; i < len(p.out); i++ {
		if c := p.out[i]; 'a' <= c && c <= 'z' {
			p.out[i] = c - ('a' - 'A')
		}
	}
}
