// Package fmt prints values by verbs.
package fmt

import (
	"errors"
	"internal/value"
	"io"
	"os"
	"strconv"
	"unicode/utf8"
)

// Stringer has a text of its own.
type Stringer interface{ String() string }

// GoStringer has a text of its own for %#v.
type GoStringer interface{ GoString() string }

// State is what a Formatter prints to.
type State interface {
	Write(b []byte) (n int, err error)
	Width() (wid int, ok bool)
	Precision() (prec int, ok bool)
	Flag(c int) bool
}

// Formatter prints itself for every verb.
type Formatter interface{ Format(f State, verb rune) }

type printer struct {
	buf                            []byte
	wid, prec                      int
	hasWid, hasPrec                bool
	minus, plus, sharp, space, zero bool
	// plusV and sharpV: %+v and %#v.
	plusV, sharpV bool
	wrapped       []error
	wrapVerb      bool
	depthErr      int
}

func (p *printer) Write(b []byte) (int, error) {
	p.buf = append(p.buf, b...)
	return len(b), nil
}
func (p *printer) WriteString(s string) (int, error) {
	p.buf = append(p.buf, s...)
	return len(s), nil
}
func (p *printer) Width() (int, bool)     { return p.wid, p.hasWid }
func (p *printer) Precision() (int, bool) { return p.prec, p.hasPrec }
func (p *printer) Flag(c int) bool {
	switch c {
	case '-':
		return p.minus
	case '+':
		return p.plus || p.plusV
	case '#':
		return p.sharp || p.sharpV
	case ' ':
		return p.space
	case '0':
		return p.zero && !p.minus
	}
	return false
}

func (p *printer) clearFlags() {
	p.wid, p.prec = 0, 0
	p.hasWid, p.hasPrec = false, false
	p.minus, p.plus, p.sharp, p.space, p.zero = false, false, false, false, false
	p.plusV, p.sharpV = false, false
}

// FormatString gives the verb and flags of a State as a format.
func FormatString(s State, verb rune) string {
	b := []byte{'%'}
	for _, c := range " +-#0" {
		if s.Flag(int(c)) {
			b = append(b, byte(c))
		}
	}
	if w, ok := s.Width(); ok {
		b = strconv.AppendInt(b, int64(w), 10)
	}
	if n, ok := s.Precision(); ok {
		b = append(b, '.')
		b = strconv.AppendInt(b, int64(n), 10)
	}
	return string(utf8.AppendRune(b, verb))
}

// pad appends s, filled up to the width.
func (p *printer) pad(s string) {
	n := p.wid - utf8.RuneCountInString(s)
	if !p.hasWid || n <= 0 {
		p.buf = append(p.buf, s...)
		return
	}
	if p.minus {
		p.buf = append(p.buf, s...)
		for ; n > 0; n-- {
			p.buf = append(p.buf, ' ')
		}
		return
	}
	fill := byte(' ')
	if p.zero {
		fill = '0'
	}
	for ; n > 0; n-- {
		p.buf = append(p.buf, fill)
	}
	p.buf = append(p.buf, s...)
}

// integer prints a number of base 2, 8, 10 or 16.
func (p *printer) integer(u uint64, negative bool, base int, verb rune, upper bool) {
	digits := strconv.FormatUint(u, base)
	if upper {
		b := []byte(digits)
		for i, c := range b {
			if 'a' <= c && c <= 'z' {
				b[i] = c - 32
			}
		}
		digits = string(b)
	}
	if p.hasPrec {
		if p.prec == 0 && u == 0 {
			zero := p.zero
			p.zero = false
			p.pad("")
			p.zero = zero
			return
		}
		for len(digits) < p.prec {
			digits = "0" + digits
		}
	}
	sign := ""
	if negative {
		sign = "-"
	} else if p.plus {
		sign = "+"
	} else if p.space {
		sign = " "
	}
	prefix := ""
	if p.sharp {
		switch base {
		case 2:
			prefix = "0b"
		case 8:
			if digits[0] != '0' {
				prefix = "0"
			}
		case 16:
			prefix = "0x"
			if upper {
				prefix = "0X"
			}
		}
	}
	if verb == 'O' {
		prefix = "0o"
	}
	if p.zero && p.hasWid && !p.minus && !p.hasPrec {
		for len(sign)+len(prefix)+len(digits) < p.wid {
			digits = "0" + digits
		}
	}
	zero := p.zero
	p.zero = false
	p.pad(sign + prefix + digits)
	p.zero = zero
}

func (p *printer) unicodeVerb(u uint64) {
	digits := strconv.FormatUint(u, 16)
	b := []byte(digits)
	for i, c := range b {
		if 'a' <= c && c <= 'z' {
			b[i] = c - 32
		}
	}
	digits = string(b)
	want := 4
	if p.hasPrec && p.prec > 4 {
		want = p.prec
	}
	for len(digits) < want {
		digits = "0" + digits
	}
	s := "U+" + digits
	if p.sharp && u <= utf8.MaxRune && strconv.IsPrint(rune(u)) {
		s += " '" + string(rune(u)) + "'"
	}
	zero := p.zero
	p.zero = false
	p.pad(s)
	p.zero = zero
}

func (p *printer) signed(v int64, verb rune) {
	negative := v < 0
	u := uint64(v)
	if negative {
		u = -u
	}
	p.number(u, negative, verb, v)
}

func (p *printer) number(u uint64, negative bool, verb rune, arg any) {
	switch verb {
	case 'v', 'd':
		p.integer(u, negative, 10, verb, false)
	case 'b':
		p.integer(u, negative, 2, verb, false)
	case 'o', 'O':
		p.integer(u, negative, 8, verb, false)
	case 'x':
		p.integer(u, negative, 16, verb, false)
	case 'X':
		p.integer(u, negative, 16, verb, true)
	case 'c':
		r := rune(u)
		if u > utf8.MaxRune || negative {
			r = utf8.RuneError
		}
		p.pad(string(r))
	case 'q':
		r := rune(u)
		if u > utf8.MaxRune || negative {
			r = utf8.RuneError
		}
		if p.plus {
			p.pad(strconv.QuoteRuneToASCII(r))
		} else {
			p.pad(strconv.QuoteRune(r))
		}
	case 'U':
		p.unicodeVerb(u)
	}
}

func (p *printer) float(f float64, bits int, verb rune) {
	prec := -1
	format := byte(verb)
	switch verb {
	case 'v':
		format = 'g'
	case 'F':
		format, prec = 'f', 6
	case 'e', 'E', 'f':
		prec = 6
	}
	if p.hasPrec {
		prec = p.prec
	}
	s := strconv.FormatFloat(f, format, prec, bits)
	if verb == 'v' || verb == 'g' || verb == 'G' {
		s = p.shortExponent(s, f, prec, bits, verb)
	}
	p.signedText(s, f != f || f > 1.7976931348623157e308 || f < -1.7976931348623157e308)
}

// shortExponent: %v prints exponents from 21 on, not from the precision on.
func (p *printer) shortExponent(s string, f float64, prec, bits int, verb rune) string {
	if prec < 0 && verb == 'v' {
		e := strconv.FormatFloat(f, 'e', -1, bits)
		at := -1
		for i := range len(e) {
			if e[i] == 'e' {
				at = i
			}
		}
		if at >= 0 {
			x, _ := strconv.Atoi(e[at+1:])
			if x < -4 || x >= 21 {
				return e
			}
			return strconv.FormatFloat(f, 'f', -1, bits)
		}
	}
	if p.sharp && verb != 'v' {
		digits := 6
		if prec >= 0 {
			digits = prec
		}
		have, dot, tail := 0, false, ""
		for i := 0; i < len(s); i++ {
			c := s[i]
			if c == 'e' || c == 'E' {
				tail = s[i:]
				s = s[:i]
				break
			}
			if c == '.' {
				dot = true
			} else if '0' <= c && c <= '9' && (have > 0 || c != '0') {
				have++
			}
		}
		if !dot {
			s += "."
		}
		for ; have < digits; have++ {
			s += "0"
		}
		return s + tail
	}
	return s
}

// signedText pads a number's text after its sign when zeros are asked for.
func (p *printer) signedText(s string, special bool) {
	sign := ""
	if s[0] == '-' || s[0] == '+' {
		sign, s = s[:1], s[1:]
	}
	if sign != "-" {
		sign = ""
		if p.plus {
			sign = "+"
		} else if p.space {
			sign = " "
		}
	}
	if s == "Inf" && sign == "" {
		sign = "+"
	}
	zero := p.zero
	if p.zero && p.hasWid && !p.minus && !special {
		for len(sign)+len(s) < p.wid {
			s = "0" + s
		}
	}
	p.zero = false
	p.pad(sign + s)
	p.zero = zero
}

func (p *printer) complexNumber(c complex128, bits int, verb rune) {
	plus := p.plus
	wid, hasWid := p.wid, p.hasWid
	_ = wid
	p.buf = append(p.buf, '(')
	p.float(real(c), bits, verb)
	p.plus = true
	p.float(imag(c), bits, verb)
	p.plus = plus
	p.hasWid = hasWid
	p.buf = append(p.buf, "i)"...)
}

const lowerHex, upperHex = "0123456789abcdef", "0123456789ABCDEF"

func (p *printer) hex(s string, digits string) {
	n := len(s)
	if p.hasPrec && p.prec < n {
		n = p.prec
	}
	var b []byte
	for i := 0; i < n; i++ {
		if p.space && i > 0 {
			b = append(b, ' ')
		}
		if p.sharp && (i == 0 || p.space) {
			b = append(b, '0', digits[10]+23)
		}
		b = append(b, digits[s[i]>>4], digits[s[i]&15])
	}
	p.pad(string(b))
}

func (p *printer) truncate(s string) string {
	if p.hasPrec {
		n := p.prec
		for i := range s {
			n--
			if n < 0 {
				return s[:i]
			}
		}
	}
	return s
}

func (p *printer) text(s string, verb rune) bool {
	switch verb {
	case 'v':
		if p.sharpV {
			p.quoted(s)
		} else {
			p.pad(p.truncate(s))
		}
	case 's':
		p.pad(p.truncate(s))
	case 'x':
		p.hex(s, lowerHex)
	case 'X':
		p.hex(s, upperHex)
	case 'q':
		p.quoted(s)
	default:
		return false
	}
	return true
}

func (p *printer) quoted(s string) {
	s = p.truncate(s)
	if p.sharp && strconv.CanBackquote(s) {
		p.pad("`" + s + "`")
	} else if p.plus {
		p.pad(strconv.QuoteToASCII(s))
	} else {
		p.pad(strconv.Quote(s))
	}
}

func (p *printer) badVerb(verb rune, arg any, v value.Value) {
	p.buf = append(p.buf, '%', '!')
	p.buf = utf8.AppendRune(p.buf, verb)
	p.buf = append(p.buf, '(')
	if v.Kind() == value.Invalid {
		p.buf = append(p.buf, "<nil>"...)
	} else {
		p.buf = append(p.buf, v.Type().String()...)
		p.buf = append(p.buf, '=')
		wid, prec, hw, hp := p.wid, p.prec, p.hasWid, p.hasPrec
		minus, plus, sharp, space, zero := p.minus, p.plus, p.sharp, p.space, p.zero
		pv, sv := p.plusV, p.sharpV
		p.clearFlags()
		p.depthErr++
		p.value(v, 'v', 0)
		p.depthErr--
		p.wid, p.prec, p.hasWid, p.hasPrec = wid, prec, hw, hp
		p.minus, p.plus, p.sharp, p.space, p.zero = minus, plus, sharp, space, zero
		p.plusV, p.sharpV = pv, sv
	}
	p.buf = append(p.buf, ')')
}

// caught prints what a panic in a method of the argument's looks like.
func (p *printer) caught(arg any, verb rune, method string) {
	if r := recover(); r != nil {
		if v := value.Of(arg); v.Kind() == value.Pointer && v.IsNil() {
			p.buf = append(p.buf, "<nil>"...)
			return
		}
		p.clearFlags()
		p.buf = append(p.buf, '%', '!')
		p.buf = utf8.AppendRune(p.buf, verb)
		p.buf = append(p.buf, "(PANIC="...)
		p.buf = append(p.buf, method...)
		p.buf = append(p.buf, " method: "...)
		p.arg(r, 'v')
		p.buf = append(p.buf, ')')
	}
}

// methods prints an argument by a method of its own; false when there is none for the verb.
func (p *printer) methods(arg any, verb rune) bool {
	if p.depthErr > 0 {
		return false
	}
	if verb == 'w' {
		err, ok := arg.(error)
		if !ok || !p.wrapVerb {
			p.badVerb(verb, arg, value.Of(arg))
			return true
		}
		p.wrapped = append(p.wrapped, err)
		verb = 'v'
	}
	if f, ok := arg.(Formatter); ok {
		defer p.caught(arg, verb, "Format")
		f.Format(p, verb)
		return true
	}
	if p.sharpV {
		if g, ok := arg.(GoStringer); ok {
			defer p.caught(arg, verb, "GoString")
			p.pad(g.GoString())
			return true
		}
		return false
	}
	switch verb {
	case 'v', 's', 'x', 'X', 'q':
		switch x := arg.(type) {
		case error:
			defer p.caught(arg, verb, "Error")
			p.text(x.Error(), verb)
			return true
		case Stringer:
			defer p.caught(arg, verb, "String")
			p.text(x.String(), verb)
			return true
		}
	}
	return false
}

// arg prints one argument.
func (p *printer) arg(arg any, verb rune) {
	if arg == nil {
		switch verb {
		case 'T', 'v':
			p.pad("<nil>")
		default:
			p.badVerb(verb, nil, value.Value{})
		}
		return
	}
	switch verb {
	case 'T':
		p.pad(value.Of(arg).Type().String())
		return
	case 'p':
		p.pointer(value.Of(arg), verb)
		return
	}
	switch x := arg.(type) {
	case string:
		if p.text(x, verb) {
			return
		}
	case int:
		if intVerb(verb) && !p.sharpV {
			p.signed(int64(x), verb)
			return
		}
	case bool:
		if verb == 'v' || verb == 't' {
			p.boolean(x)
			return
		}
	case float64:
		if floatVerb(verb) && !p.sharpV {
			p.float(x, 64, verb)
			return
		}
	}
	if p.methods(arg, verb) {
		return
	}
	p.value(value.Of(arg), verb, 0)
}

func (p *printer) boolean(b bool) {
	if b {
		p.pad("true")
	} else {
		p.pad("false")
	}
}

func intVerb(verb rune) bool {
	switch verb {
	case 'v', 'd', 'b', 'o', 'O', 'x', 'X', 'c', 'q', 'U':
		return true
	}
	return false
}

func floatVerb(verb rune) bool {
	switch verb {
	case 'v', 'b', 'g', 'G', 'x', 'X', 'f', 'F', 'e', 'E':
		return true
	}
	return false
}

func (p *printer) pointer(v value.Value, verb rune) {
	var u uint64
	switch v.Kind() {
	case value.Chan, value.Func, value.Map, value.Pointer, value.Slice, value.UnsafePointer:
		u = uint64(v.Pointer())
	default:
		p.badVerb(verb, nil, v)
		return
	}
	switch verb {
	case 'v':
		if p.sharpV {
			p.buf = append(p.buf, '(')
			p.buf = append(p.buf, v.Type().String()...)
			p.buf = append(p.buf, ")("...)
			if u == 0 {
				p.buf = append(p.buf, "nil"...)
			} else {
				p.buf = append(p.buf, "0x"...)
				p.buf = strconv.AppendUint(p.buf, u, 16)
			}
			p.buf = append(p.buf, ')')
		} else if u == 0 {
			p.pad("<nil>")
		} else {
			sharp := p.sharp
			p.sharp = !p.sharp
			p.integer(u, false, 16, 'x', false)
			p.sharp = sharp
		}
	case 'p':
		sharp := p.sharp
		p.sharp = !p.sharp
		p.integer(u, false, 16, 'x', false)
		p.sharp = sharp
	case 'b', 'o', 'd', 'x', 'X':
		p.number(u, false, verb, nil)
	default:
		p.badVerb(verb, nil, v)
	}
}

// nested prints a part of a bigger value: by its own method when that may be called.
func (p *printer) nested(v value.Value, verb rune, depth int, exported bool) {
	if exported && v.Kind() != value.Invalid && p.depthErr == 0 {
		if k := v.Kind(); k != value.Interface || !v.IsNil() {
			if x := v.Interface(); x != nil && k != value.Interface && p.methods(x, verb) {
				return
			}
		}
	}
	p.value(v, verb, depth)
}

func (p *printer) str(s string) { p.buf = append(p.buf, s...) }

func (p *printer) value(v value.Value, verb rune, depth int) {
	switch k := v.Kind(); k {
	case value.Invalid:
		if depth == 0 {
			p.str("<invalid reflect.Value>")
		} else if verb == 'v' {
			p.str("<nil>")
		} else {
			p.badVerb(verb, nil, v)
		}
	case value.Bool:
		if verb == 'v' || verb == 't' {
			p.boolean(v.Bool())
		} else {
			p.badVerb(verb, nil, v)
		}
	case value.Int, value.Int8, value.Int16, value.Int32, value.Int64:
		if intVerb(verb) {
			p.signed(v.Int(), verb)
		} else {
			p.badVerb(verb, nil, v)
		}
	case value.Uint, value.Uint8, value.Uint16, value.Uint32, value.Uint64, value.Uintptr:
		if intVerb(verb) {
			if p.sharpV && verb == 'v' {
				sharp := p.sharp
				p.sharp = true
				p.integer(v.Uint(), false, 16, 'v', false)
				p.sharp = sharp
			} else {
				p.number(v.Uint(), false, verb, nil)
			}
		} else {
			p.badVerb(verb, nil, v)
		}
	case value.Float32, value.Float64:
		bits := 64
		if k == value.Float32 {
			bits = 32
		}
		if !floatVerb(verb) {
			p.badVerb(verb, nil, v)
		} else if p.sharpV {
			p.float(v.Float(), bits, 'g')
		} else {
			p.float(v.Float(), bits, verb)
		}
	case value.Complex64, value.Complex128:
		bits := 64
		if k == value.Complex64 {
			bits = 32
		}
		if !floatVerb(verb) {
			p.badVerb(verb, nil, v)
		} else {
			p.complexNumber(v.Complex(), bits, verb)
		}
	case value.String:
		if !p.text(v.String(), verb) {
			p.badVerb(verb, nil, v)
		}
	case value.Map:
		p.mapValue(v, verb, depth)
	case value.Struct:
		if p.sharpV {
			p.str(v.Type().String())
		}
		p.str("{")
		for i := range v.NumField() {
			f, name, exported := v.Field(i), v.FieldName(i), v.FieldExported(i)
			if i > 0 {
				if p.sharpV {
					p.str(", ")
				} else {
					p.str(" ")
				}
			}
			if p.plusV || p.sharpV {
				p.str(name)
				p.str(":")
			}
			p.field(f, verb, depth+1, exported)
		}
		p.str("}")
	case value.Interface:
		e := v.Elem()
		if e.Kind() == value.Invalid {
			if p.sharpV {
				p.str(v.Type().String())
				p.str("(nil)")
			} else {
				p.str("<nil>")
			}
		} else {
			p.nested(e, verb, depth+1, true)
		}
	case value.Array, value.Slice:
		p.sequence(v, verb, depth)
	case value.Pointer:
		if depth == 0 && !v.IsNil() {
			switch e := v.Elem(); e.Kind() {
			case value.Array, value.Slice, value.Struct, value.Map:
				p.str("&")
				p.value(e, verb, depth+1)
				return
			}
		}
		p.pointer(v, verb)
	default:
		p.pointer(v, verb)
	}
}

// field prints a struct's field; what an interface in it holds may have methods.
func (p *printer) field(v value.Value, verb rune, depth int, exported bool) {
	if v.Kind() == value.Interface && !v.IsNil() {
		e := v.Elem()
		p.nested(e, verb, depth, exported)
		return
	}
	p.nested(v, verb, depth, exported)
}

func (p *printer) mapValue(v value.Value, verb rune, depth int) {
	if p.sharpV {
		p.str(v.Type().String())
		if v.IsNil() {
			p.str("(nil)")
			return
		}
		p.str("{")
	} else {
		p.str("map[")
	}
	for i, e := range v.MapSorted() {
		if i > 0 {
			if p.sharpV {
				p.str(", ")
			} else {
				p.str(" ")
			}
		}
		p.nested(e.Key, verb, depth+1, true)
		p.str(":")
		p.nested(e.Elem, verb, depth+1, true)
	}
	if p.sharpV {
		p.str("}")
	} else {
		p.str("]")
	}
}

func (p *printer) sequence(v value.Value, verb rune, depth int) {
	if v.Type().Elem().Kind() == value.Uint8 {
		switch verb {
		case 's', 'q', 'x', 'X':
			p.text(string(v.Bytes()), verb)
			return
		}
	}
	if p.sharpV {
		p.str(v.Type().String())
		if v.Kind() == value.Slice && v.IsNil() {
			p.str("(nil)")
			return
		}
		p.str("{")
		for i := range v.Len() {
			if i > 0 {
				p.str(", ")
			}
			p.nested(v.Index(i), verb, depth+1, true)
		}
		p.str("}")
		return
	}
	p.str("[")
	for i := range v.Len() {
		if i > 0 {
			p.str(" ")
		}
		p.nested(v.Index(i), verb, depth+1, true)
	}
	p.str("]")
}

func (p *printer) print(args []any) {
	lastString := false
	for i, a := range args {
		_, isString := a.(string)
		if i > 0 && !isString && !lastString {
			p.buf = append(p.buf, ' ')
		}
		p.arg(a, 'v')
		lastString = isString
	}
}

func (p *printer) println(args []any) {
	for i, a := range args {
		if i > 0 {
			p.buf = append(p.buf, ' ')
		}
		p.arg(a, 'v')
	}
	p.buf = append(p.buf, '\n')
}

// number reads a decimal number at i.
func readNumber(s string, i int) (n, next int, ok bool) {
	next = i
	for next < len(s) && '0' <= s[next] && s[next] <= '9' {
		n = n*10 + int(s[next]-'0')
		next++
		if n > 1e6 {
			return 0, next, false
		}
	}
	return n, next, next > i
}

func asInt(args []any, i int) (n int, ok bool) {
	if i >= len(args) {
		return 0, false
	}
	v := value.Of(args[i])
	switch v.Kind() {
	case value.Int, value.Int8, value.Int16, value.Int32, value.Int64:
		n = int(v.Int())
	case value.Uint, value.Uint8, value.Uint16, value.Uint32, value.Uint64, value.Uintptr:
		n = int(v.Uint())
	default:
		return 0, false
	}
	return n, -1e6 <= n && n <= 1e6
}

func (p *printer) printf(format string, args []any) {
	next := 0
	reordered := false
	for i := 0; i < len(format); {
		start := i
		for i < len(format) && format[i] != '%' {
			i++
		}
		p.buf = append(p.buf, format[start:i]...)
		if i >= len(format) {
			break
		}
		i++
		p.clearFlags()
		good := true
	flags:
		for ; i < len(format); i++ {
			switch format[i] {
			case '-':
				p.minus = true
				p.zero = false
			case '+':
				p.plus = true
			case '#':
				p.sharp = true
			case ' ':
				p.space = true
			case '0':
				p.zero = true
			default:
				break flags
			}
		}
		index := func() bool {
			if i >= len(format) || format[i] != '[' {
				return false
			}
			reordered = true
			n, at, ok := readNumber(format, i+1)
			if !ok || at >= len(format) || format[at] != ']' || n < 1 || n > len(args) {
				good = false
				for at = i + 1; at < len(format) && format[at] != ']'; at++ {
				}
				if at < len(format) {
					at++
				} else {
					at = i + 1
				}
				i = at
				return true
			}
			next = n - 1
			i = at + 1
			return true
		}
		after := index()
		if i < len(format) && format[i] == '*' {
			i++
			p.wid, p.hasWid = asInt(args, next)
			next++
			if !p.hasWid {
				p.str("%!(BADWIDTH)")
			}
			if p.wid < 0 {
				p.wid = -p.wid
				p.minus = true
				p.zero = false
			}
			after = false
		} else if n, at, ok := readNumber(format, i); ok {
			if after {
				good = false
			}
			p.wid, p.hasWid = n, true
			i = at
		}
		if i+1 <= len(format) && i < len(format) && format[i] == '.' {
			i++
			if after {
				good = false
			}
			after = index()
			if i < len(format) && format[i] == '*' {
				i++
				p.prec, p.hasPrec = asInt(args, next)
				next++
				if p.prec < 0 {
					p.prec, p.hasPrec = 0, false
				}
				if !p.hasPrec {
					p.str("%!(BADPREC)")
				}
				after = false
			} else {
				n, at, ok := readNumber(format, i)
				if !ok {
					n = 0
				}
				p.prec, p.hasPrec = n, true
				i = at
			}
		}
		if !after {
			index()
		}
		if i >= len(format) {
			p.str("%!(NOVERB)")
			break
		}
		verb, size := rune(format[i]), 1
		if verb >= utf8.RuneSelf {
			verb, size = utf8.DecodeRuneInString(format[i:])
		}
		i += size
		switch {
		case verb == '%':
			p.buf = append(p.buf, '%')
		case !good:
			p.str("%!")
			p.buf = utf8.AppendRune(p.buf, verb)
			p.str("(BADINDEX)")
		case next >= len(args):
			p.str("%!")
			p.buf = utf8.AppendRune(p.buf, verb)
			p.str("(MISSING)")
		default:
			if verb == 'v' || verb == 'w' {
				if p.sharp {
					p.sharp, p.sharpV = false, true
				}
				if p.plus {
					p.plus, p.plusV = false, true
				}
			}
			p.arg(args[next], verb)
			next++
		}
	}
	if !reordered && next < len(args) {
		p.clearFlags()
		p.str("%!(EXTRA ")
		for i, a := range args[next:] {
			if i > 0 {
				p.str(", ")
			}
			if a == nil {
				p.str("<nil>")
			} else {
				p.str(value.Of(a).Type().String())
				p.str("=")
				p.arg(a, 'v')
			}
		}
		p.str(")")
	}
}

// Sprintf formats.
func Sprintf(format string, a ...any) string {
	var p printer
	p.printf(format, a)
	return string(p.buf)
}

// Sprint prints operands, with spaces between those that are not strings.
func Sprint(a ...any) string {
	var p printer
	p.print(a)
	return string(p.buf)
}

// Sprintln prints operands with spaces and a newline.
func Sprintln(a ...any) string {
	var p printer
	p.println(a)
	return string(p.buf)
}

// Fprintf formats to w.
func Fprintf(w io.Writer, format string, a ...any) (n int, err error) {
	var p printer
	p.printf(format, a)
	return w.Write(p.buf)
}

// Fprint prints to w.
func Fprint(w io.Writer, a ...any) (n int, err error) {
	var p printer
	p.print(a)
	return w.Write(p.buf)
}

// Fprintln prints a line to w.
func Fprintln(w io.Writer, a ...any) (n int, err error) {
	var p printer
	p.println(a)
	return w.Write(p.buf)
}

// Printf formats to standard output.
func Printf(format string, a ...any) (n int, err error) { return Fprintf(os.Stdout, format, a...) }

// Print prints to standard output.
func Print(a ...any) (n int, err error) { return Fprint(os.Stdout, a...) }

// Println prints a line to standard output.
func Println(a ...any) (n int, err error) { return Fprintln(os.Stdout, a...) }

// Append appends what Print prints.
func Append(b []byte, a ...any) []byte {
	p := printer{buf: b}
	p.print(a)
	return p.buf
}

// Appendf appends what Printf prints.
func Appendf(b []byte, format string, a ...any) []byte {
	p := printer{buf: b}
	p.printf(format, a)
	return p.buf
}

// Appendln appends what Println prints.
func Appendln(b []byte, a ...any) []byte {
	p := printer{buf: b}
	p.println(a)
	return p.buf
}

type wrapError struct {
	text string
	err  error
}

func (e *wrapError) Error() string { return e.text }
func (e *wrapError) Unwrap() error { return e.err }

type wrapErrors struct {
	text string
	errs []error
}

func (e *wrapErrors) Error() string   { return e.text }
func (e *wrapErrors) Unwrap() []error { return e.errs }

// Errorf formats an error; %w wraps its operand.
func Errorf(format string, a ...any) error {
	p := printer{wrapVerb: true}
	p.printf(format, a)
	text := string(p.buf)
	switch len(p.wrapped) {
	case 0:
		return errors.New(text)
	case 1:
		return &wrapError{text, p.wrapped[0]}
	}
	return &wrapErrors{text, p.wrapped}
}
