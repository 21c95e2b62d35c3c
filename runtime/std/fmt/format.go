package fmt

import (
	"internal/bytealg"
	"unicode/utf8"
)

// A cursor walks over a format string and its operands.
type cursor struct {
	format    string
	at        int
	args      []any
	next      int  // the operand the next directive takes
	reordered bool // an [n] was seen: leftover operands are no error
	badIndex  bool // this directive has an [n] that is wrong or at a wrong place
	indexed   bool // an [n] stands directly before where we are
}

// tooBig bounds widths and precisions.
func tooBig(n int) bool { return n > 1e6 || n < -1e6 }

// digits reads a decimal number; ok is false when there is none or it is too big.
func (c *cursor) digits() (n int, ok bool) {
	for c.at < len(c.format) {
		d := c.format[c.at] - '0'
		if d > 9 {
			break
		}
		if tooBig(n) {
			// Nobody means that: the rest of the format is given up.
			c.at = len(c.format)
			return 0, false
		}
		n, ok = n*10+int(d), true
		c.at++
	}
	return n, ok
}

// index reads an optional [n].
func (c *cursor) index() {
	if c.at >= len(c.format) || c.format[c.at] != '[' {
		c.indexed = false
		return
	}
	c.reordered = true
	start := c.at
	end := start + 1
	for end < len(c.format) && c.format[end] != ']' {
		end++
	}
	if end == len(c.format) || len(c.format)-start < 3 {
		// No bracket closes around a number: what follows [ is taken for the verb.
		c.at++
		c.badIndex, c.indexed = true, false
		return
	}
	c.at++
	n, ok := c.digits()
	whole := c.at == end
	c.at = end + 1
	if !ok || !whole || n < 1 || n > len(c.args) {
		c.badIndex = true
		// A number out of range still counts as an index, a malformed one does not.
		c.indexed = ok && whole
		return
	}
	c.next, c.indexed = n-1, true
}

// star takes the operand of a * as an int.
func (c *cursor) star() (n int, ok bool) {
	if c.next >= len(c.args) {
		return 0, false
	}
	arg := c.args[c.next]
	c.next++
	n, ok = intOperand(arg)
	if tooBig(n) {
		return 0, false
	}
	return n, ok
}

func (p *printer) printf(format string, a []any) {
	c := cursor{format: format, args: a}
	for c.at < len(format) {
		if text := bytealg.IndexByteString(format[c.at:], '%'); text < 0 {
			bytealg.AppendString(&p.out, format[c.at:])
			break
		} else if text > 0 {
			bytealg.AppendString(&p.out, format[c.at:c.at+text])
			c.at += text
		}
		c.at++
		if !p.directive(&c) {
			break
		}
	}
	if !c.reordered && c.next < len(a) {
		p.extra(a[c.next:])
	}
}

// directive does what follows a %; false means that the format ended in it.
func (p *printer) directive(c *cursor) bool {
	p.options = options{}
	format := c.format
	plain := true
	for c.at < len(format) && plain {
		switch b := format[c.at]; b {
		case '#':
			p.sharp = true
		case '0':
			p.zero = true
		case '+':
			p.plus = true
		case '-':
			p.minus = true
		case ' ':
			p.space = true
		default:
			plain = false
			if 'a' <= b && b <= 'z' && c.next < len(c.args) {
				// Most directives end here.
				c.at++
				p.apply(c, rune(b))
				return true
			}
		}
		if plain {
			c.at++
		}
	}
	c.badIndex, c.indexed = false, false
	c.index()
	if c.at < len(format) && format[c.at] == '*' {
		c.at++
		p.width, p.hasWidth = c.star()
		if !p.hasWidth {
			p.out = append(p.out, "%!(BADWIDTH)"...)
		}
		if p.width < 0 {
			p.width = -p.width
			p.minus = true
			p.zero = false
		}
		c.indexed = false
	} else {
		p.width, p.hasWidth = c.digits()
		if c.indexed && p.hasWidth {
			c.badIndex = true // %[3]2d
		}
	}
	if c.at+1 < len(format) && format[c.at] == '.' {
		c.at++
		if c.indexed {
			c.badIndex = true // %[3].2d
		}
		c.index()
		if c.at < len(format) && format[c.at] == '*' {
			c.at++
			p.prec, p.hasPrec = c.star()
			if p.prec < 0 {
				p.prec, p.hasPrec = 0, false
			}
			if !p.hasPrec {
				p.out = append(p.out, "%!(BADPREC)"...)
			}
			c.indexed = false
		} else {
			// A dot alone is precision 0.
			p.prec, p.hasPrec = c.digits()
			if !p.hasPrec {
				p.prec, p.hasPrec = 0, true
			}
		}
	}
	if !c.indexed {
		c.index()
	}
	if c.at >= len(format) {
		p.out = append(p.out, "%!(NOVERB)"...)
		return false
	}
	verb, size := rune(format[c.at]), 1
	if verb >= utf8.RuneSelf {
		verb, size = utf8.DecodeRuneInString(format[c.at:])
	}
	c.at += size
	switch {
	case verb == '%':
		p.out = append(p.out, '%')
	case c.badIndex:
		p.complain(verb, "(BADINDEX)")
	case c.next >= len(c.args):
		p.complain(verb, "(MISSING)")
	default:
		p.apply(c, verb)
	}
	return true
}

// apply prints the next operand.
func (p *printer) apply(c *cursor, verb rune) {
	if verb == 'w' {
		p.wrapped = append(p.wrapped, c.next)
	}
	if verb == 'v' || verb == 'w' {
		p.sharpV, p.sharp = p.sharp, false
		p.plusV, p.plus = p.plus, false
	}
	arg := c.args[c.next]
	c.next++
	p.operand(arg, verb)
}

// complain writes %!verb and what is wrong.
func (p *printer) complain(verb rune, what string) {
	p.out = append(p.out, '%', '!')
	p.out = utf8.AppendRune(p.out, verb)
	p.out = append(p.out, what...)
}

// extra reports operands no directive took.
func (p *printer) extra(rest []any) {
	p.options = options{}
	p.out = append(p.out, "%!(EXTRA "...)
	for i, arg := range rest {
		if i > 0 {
			p.out = append(p.out, ", "...)
		}
		if arg == nil {
			p.out = append(p.out, "<nil>"...)
			continue
		}
		p.out = append(p.out, typeText(arg)...)
		p.out = append(p.out, '=')
		p.operand(arg, 'v')
	}
	p.out = append(p.out, ')')
}
