package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// backslash reads what begins with one, outside of a class.
func (p *parser) backslash() error {
	if p.flags&perl != 0 && len(p.rest) >= 2 {
		op := Empty
		switch p.rest[1] {
		case 'A':
			op = BeginText
		case 'z':
			op = EndText
		case 'b':
			op = WordEdge
		case 'B':
			op = NoWordEdge
		case 'Q':
			text, rest, _ := strings.Cut(p.rest[2:], `\E`)
			p.rest = text
			for p.rest != "" {
				r, err := p.next()
				if err != nil {
					return err
				}
				p.literal(r)
			}
			p.rest = rest
			return nil
		}
		if op != Empty {
			p.rest = p.rest[2:]
			p.push(leaf(op))
			return nil
		}
		if class, ok, err := p.namedClass(); ok || err != nil {
			if err == nil {
				p.push(classNode(class))
			}
			return err
		}
	}
	r, err := p.escape()
	if err == nil {
		p.literal(r)
	}
	return err
}

// namedClass reads \d, \pL and the like; ok is false where there is none.
func (p *parser) namedClass() (class []rune, ok bool, err error) {
	if p.flags&perl == 0 || len(p.rest) < 2 || p.rest[0] != '\\' {
		return nil, false, nil
	}
	c := p.rest[1]
	lower := c | 0x20
	if class, ok := perlClasses[lower]; ok {
		p.rest = p.rest[2:]
		return p.folded(class, c != lower), true, nil
	}
	if lower != 'p' {
		return nil, false, nil
	}
	start, name := p.rest, ""
	p.rest = p.rest[2:]
	if p.rest == "" {
		return nil, false, &Error{ErrInvalidCharRange, start}
	}
	r, err := p.next()
	if err != nil {
		return nil, false, err
	}
	if r == '{' {
		var closed bool
		name, p.rest, closed = strings.Cut(p.rest, "}")
		if !closed {
			if err := wellFormed(start); err != nil {
				return nil, false, err
			}
			return nil, false, &Error{ErrInvalidCharRange, start}
		}
		if err := wellFormed(name); err != nil {
			return nil, false, err
		}
	} else {
		name = string(r)
	}
	not := c == 'P'
	if strings.HasPrefix(name, "^") {
		not, name = !not, name[1:]
	}
	class, ok = unicodeClass(name, p.flags&fold != 0)
	if !ok {
		return nil, false, &Error{ErrInvalidCharRange, start[:len(start)-len(p.rest)]}
	}
	if not {
		class = negated(class)
	}
	return class, true, nil
}

// folded is a class with the other cases of its characters, where case does not count.
func (p *parser) folded(class []rune, not bool) []rune {
	if p.flags&fold != 0 {
		var b classBuilder
		for i := 0; i < len(class); i += 2 {
			b.addFolded(class[i], class[i+1])
		}
		class = b.done()
	}
	if not {
		return negated(class)
	}
	return class
}

// escape reads the escape sequence of one character.
func (p *parser) escape() (rune, error) {
	start := p.rest
	p.rest = p.rest[1:]
	if p.rest == "" {
		return 0, &Error{ErrTrailingBackslash, ""}
	}
	c, err := p.next()
	if err != nil {
		return 0, err
	}
	switch {
	case '0' <= c && c <= '7':
		// One digit alone would be a reference to a group.
		if c != '0' && !(p.rest != "" && '0' <= p.rest[0] && p.rest[0] <= '7') {
			break
		}
		r := c - '0'
		for i := 1; i < 3 && p.rest != "" && '0' <= p.rest[0] && p.rest[0] <= '7'; i++ {
			r = r*8 + rune(p.rest[0]-'0')
			p.rest = p.rest[1:]
		}
		return r, nil
	case c == 'x':
		if r, ok, err := p.hexadecimal(); ok || err != nil {
			return r, err
		}
	case c < utf8.RuneSelf && !isAlnum(byte(c)):
		return c, nil
	default:
		if i := strings.IndexRune("aftnrv", c); i >= 0 {
			return rune("\a\f\t\n\r\v"[i]), nil
		}
	}
	return 0, &Error{ErrInvalidEscape, start[:len(start)-len(p.rest)]}
}

// hexadecimal reads the digits after \x.
func (p *parser) hexadecimal() (r rune, ok bool, err error) {
	if p.rest == "" {
		return 0, false, nil
	}
	c, err := p.next()
	if err != nil {
		return 0, false, err
	}
	if c != '{' {
		if p.rest == "" {
			return 0, false, nil
		}
		d, err := p.next()
		if err != nil {
			return 0, false, err
		}
		hi, lo := hexDigit(c), hexDigit(d)
		return hi<<4 | lo, hi >= 0 && lo >= 0, nil
	}
	for digits := 0; p.rest != ""; digits++ {
		if c, err = p.next(); err != nil {
			return 0, false, err
		}
		if c == '}' {
			return r, digits > 0, nil
		}
		d := hexDigit(c)
		if d < 0 {
			break
		}
		if r = r<<4 | d; r > unicode.MaxRune {
			break
		}
	}
	return 0, false, nil
}

func hexDigit(c rune) rune {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10
	}
	return -1
}

// class reads a bracket expression.
func (p *parser) class() error {
	start := p.rest
	p.rest = p.rest[1:]
	var b classBuilder
	not := strings.HasPrefix(p.rest, "^")
	if not {
		p.rest = p.rest[1:]
		if p.flags&perl == 0 {
			b.add('\n', '\n')
		}
	}
	for first := true; p.rest == "" || p.rest[0] != ']' || first; first = false {
		t := p.rest
		if t != "" && t[0] == '-' && p.flags&perl == 0 && !first && (len(t) == 1 || t[1] != ']') {
			_, n := utf8.DecodeRuneInString(t[1:])
			return &Error{ErrInvalidCharRange, t[:1+n]}
		}
		if strings.HasPrefix(t, "[:") {
			if end := strings.Index(t[2:], ":]"); end >= 0 {
				name := t[2 : 2+end]
				class, ok := posixClasses[strings.TrimPrefix(name, "^")]
				if !ok {
					return &Error{ErrInvalidCharRange, t[:end+4]}
				}
				b.addClass(p.folded(class, name[0] == '^'))
				p.rest = t[end+4:]
				continue
			}
		}
		class, ok, err := p.namedClass()
		if err != nil {
			return err
		}
		if ok {
			b.addClass(class)
			continue
		}
		lo, err := p.classRune(start)
		if err != nil {
			return err
		}
		hi := lo
		if len(p.rest) >= 2 && p.rest[0] == '-' && p.rest[1] != ']' {
			p.rest = p.rest[1:]
			if hi, err = p.classRune(start); err != nil {
				return err
			}
			if hi < lo {
				return &Error{ErrInvalidCharRange, t[:len(t)-len(p.rest)]}
			}
		}
		if p.flags&fold != 0 {
			b.addFolded(lo, hi)
		} else {
			b.add(lo, hi)
		}
	}
	p.rest = p.rest[1:]
	class := b.done()
	if not {
		class = negated(class)
	}
	if len(class) == 2 && class[0] == class[1] {
		p.push(runeNode(class[0]))
	} else {
		p.push(classNode(class))
	}
	return nil
}

func (p *parser) classRune(start string) (rune, error) {
	if p.rest == "" {
		return 0, &Error{ErrMissingBracket, start}
	}
	if p.rest[0] == '\\' {
		return p.escape()
	}
	return p.next()
}
