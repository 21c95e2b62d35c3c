package fmt

import "strconv"

func appendDecimal(b []byte, n int64) []byte { return strconv.AppendInt(b, n, 10) }

// whole prints an integer of any type with any verb.
func (p *printer) whole(u uint64, signed bool, verb rune) {
	switch verb {
	case 'v':
		if p.sharpV && !signed {
			p.hexWord(u, true)
		} else {
			p.integer(u, signed, 10, verb)
		}
	case 'd':
		p.integer(u, signed, 10, verb)
	case 'b':
		p.integer(u, signed, 2, verb)
	case 'o', 'O':
		p.integer(u, signed, 8, verb)
	case 'x', 'X':
		p.integer(u, signed, 16, verb)
	case 'c':
		p.char(u)
	case 'q':
		p.quotedChar(u)
	case 'U':
		p.unicodePoint(u)
	default:
		p.badVerb(verb)
	}
}

// hexWord prints %x, with 0x before it or not.
func (p *printer) hexWord(u uint64, prefix bool) {
	sharp := p.sharp
	p.sharp = prefix
	p.integer(u, false, 16, 'x')
	p.sharp = sharp
}

// integer prints sign, prefix, zeros and digits; verb tells capital digits and 0o.
func (p *printer) integer(u uint64, signed bool, base int, verb rune) {
	negative := signed && int64(u) < 0
	if negative {
		u = -u
	}
	start := len(p.out)
	// least is how many digits there must be.
	least := 0
	if p.hasPrec {
		least = p.prec
		if least == 0 && u == 0 {
			p.padBlank(start)
			return
		}
	} else if p.zero && !p.minus && p.hasWidth {
		least = p.width
		if negative || p.plus || p.space {
			least--
		}
	}
	switch {
	case negative:
		p.out = append(p.out, '-')
	case p.plus:
		p.out = append(p.out, '+')
	case p.space:
		p.out = append(p.out, ' ')
	}
	if verb == 'O' {
		p.out = append(p.out, '0', 'o')
	}
	if p.sharp {
		switch base {
		case 2:
			p.out = append(p.out, '0', 'b')
		case 16:
			x := byte('x')
			if verb == 'X' {
				x = 'X'
			}
			p.out = append(p.out, '0', x)
		}
	}
	digits := len(p.out)
	p.out = strconv.AppendUint(p.out, u, base)
	if verb == 'X' {
		p.upper(digits)
	}
	p.insert(digits, least-(len(p.out)-digits), '0')
	if p.sharp && base == 8 && p.out[digits] != '0' {
		p.insert(digits, 1, '0')
	}
	p.padBlank(start)
}

// floating prints a float of any verb; bits is 32 or 64.
func (p *printer) floating(f float64, bits int, verb rune) {
	switch verb {
	case 'v':
		p.float(f, bits, 'g', -1)
	case 'b', 'g', 'G', 'x', 'X':
		p.float(f, bits, verb, -1)
	case 'f', 'e', 'E', 'F':
		p.float(f, bits, verb, 6)
	default:
		p.badVerb(verb)
	}
}

// float prints f; prec counts unless the directive has a precision.
func (p *printer) float(f float64, bits int, verb rune, prec int) {
	if p.hasPrec {
		prec = p.prec
	}
	kind := byte(verb)
	if kind == 'F' {
		kind = 'f'
	}
	start := len(p.out)
	// The number always has a sign until the end.
	p.out = append(p.out, '+')
	p.out = strconv.AppendFloat(p.out, f, kind, prec, bits)
	if c := p.out[start+1]; c == '-' || c == '+' {
		p.out = append(p.out[:start], p.out[start+1:]...)
	}
	if p.space && p.out[start] == '+' && !p.plus {
		p.out[start] = ' '
	}
	if c := p.out[start+1]; c == 'I' || c == 'N' {
		// Infinity keeps its plus, NaN has a sign only when one is asked for.
		if c == 'N' && p.out[start] == '+' && !p.plus {
			p.dropSign(start)
		}
		p.padBlank(start)
		return
	}
	if p.sharp && kind != 'b' {
		p.keepZeros(start+1, kind, prec)
	}
	if !p.plus && p.out[start] == '+' {
		p.dropSign(start)
		p.pad(start)
		return
	}
	if p.zero && !p.minus && p.hasWidth {
		// Zeros go between sign and digits.
		p.insert(start+1, p.width-(len(p.out)-start), '0')
		return
	}
	p.pad(start)
}

func (p *printer) dropSign(start int) {
	p.out = append(p.out[:start], p.out[start+1:]...)
}

// keepZeros does what # means for a float: a decimal point always, and for %g and %x as many digits
// as the precision says. Of %x, the x counts as a digit and so do the zeros after it.
func (p *printer) keepZeros(start int, kind byte, prec int) {
	isHex := kind == 'x' || kind == 'X'
	want := 0
	if kind == 'g' || kind == 'G' || kind == 'x' {
		want = prec
		if want == -1 {
			want = 6
		}
	}
	exponent, dot, leading := len(p.out), false, true
	for i := start; i < len(p.out); i++ {
		c := p.out[i]
		if c == '.' {
			dot = true
			continue
		}
		if c == 'p' || c == 'P' || !isHex && (c == 'e' || c == 'E') {
			exponent = i
			break
		}
		if c != '0' {
			leading = false
		}
		if !leading {
			want--
		}
	}
	if !dot {
		// The 0 of a lone 0 counts as a digit.
		if exponent == start+1 && p.out[start] == '0' {
			want--
		}
		p.insert(exponent, 1, '.')
		exponent++
	}
	p.insert(exponent, want, '0')
}

// complexNumber prints (re+imi).
func (p *printer) complexNumber(c complex128, bits int, verb rune) {
	switch verb {
	case 'v', 'b', 'g', 'G', 'x', 'X', 'f', 'F', 'e', 'E':
		plus := p.plus
		p.out = append(p.out, '(')
		p.floating(real(c), bits/2, verb)
		p.plus = true
		p.floating(imag(c), bits/2, verb)
		p.out = append(p.out, 'i', ')')
		p.plus = plus
	default:
		p.badVerb(verb)
	}
}

// intOperand is the value of an operand of any integer type, for *.
func intOperand(arg any) (n int, ok bool) {
	if n, ok := arg.(int); ok {
		return n, true
	}
	return walkedInt(arg)
}
