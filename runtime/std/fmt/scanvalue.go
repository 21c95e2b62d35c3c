package fmt

import (
	"errors"
	"internal/value"
	"io"
	"strconv"
	"unsafe"
)

const (
	bits2    = "01"
	octals   = "01234567"
	decimals = "0123456789"
	hexes    = "0123456789aAbBcCdDeEfF"
)

var (
	errBool    = errors.New("syntax error scanning boolean")
	errComplex = errors.New("syntax error scanning complex number")
)

// verbFits makes a verb that the type does not have an error.
func (s *reading) verbFits(verb rune, valid, typ string) bool {
	if among(verb, valid) {
		return true
	}
	s.failText("bad verb '%" + string(verb) + "' for " + typ)
	return false
}

// operand reads one operand.
func (s *reading) operand(verb rune, arg any) {
	s.token = s.token[:0]
	if own, ok := arg.(Scanner); ok {
		err := own.Scan(s, verb)
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			s.fail(err)
		}
		return
	}
	switch p := arg.(type) {
	case *string:
		if text := s.text(verb); s.err == nil {
			*p = text
		}
		return
	case *[]byte:
		if text := s.text(verb); s.err == nil {
			*p = []byte(text)
		}
		return
	case nil:
		panic("reflect: call of reflect.Value.Type on zero Value")
	}
	v := value.Of(arg)
	if v.Kind() != value.Pointer {
		s.failText("type not a pointer: " + v.Type().String())
		return
	}
	typ := v.Type().Elem()
	kind, size := typ.Kind(), int(typ.Size())*8
	to := v.Word()
	switch kind {
	case value.Bool:
		if b := s.boolean(verb); s.err == nil {
			*(*bool)(to) = b
		}
	case value.Int, value.Int8, value.Int16, value.Int32, value.Int64:
		if n := s.integer(verb, size); s.err == nil {
			storeWord(to, uint64(n), size)
		}
	case value.Uint, value.Uint8, value.Uint16, value.Uint32, value.Uint64, value.Uintptr:
		if n := s.unsigned(verb, size); s.err == nil {
			storeWord(to, n, size)
		}
	case value.Float32, value.Float64:
		// Defined types take any verb.
		switch arg.(type) {
		case *float32:
			s.verbFits(verb, floatVerbs, "float32")
		case *float64:
			s.verbFits(verb, floatVerbs, "float64")
		}
		if f := s.float(size); s.err == nil {
			if size == 32 {
				*(*float32)(to) = float32(f)
			} else {
				*(*float64)(to) = f
			}
		}
	case value.Complex64, value.Complex128:
		if c := s.complexNumber(verb, size/2); s.err == nil {
			if size == 64 {
				*(*complex64)(to) = complex64(c)
			} else {
				*(*complex128)(to) = c
			}
		}
	case value.String:
		if text := s.text(verb); s.err == nil {
			*(*string)(to) = text
		}
	case value.Slice:
		if typ.Elem().Kind() != value.Uint8 {
			s.failText("can't scan type: " + v.Type().String())
			return
		}
		if text := s.text(verb); s.err == nil {
			*(*[]byte)(to) = []byte(text)
		}
	default:
		s.failText("can't scan type: " + v.Type().String())
	}
}

// storeWord stores an integer of the given number of bits.
func storeWord(to unsafe.Pointer, u uint64, size int) {
	switch size {
	case 8:
		*(*uint8)(to) = uint8(u)
	case 16:
		*(*uint16)(to) = uint16(u)
	case 32:
		*(*uint32)(to) = uint32(u)
	default:
		*(*uint64)(to) = u
	}
}

func (s *reading) boolean(verb rune) bool {
	s.SkipSpace()
	s.more()
	if s.err != nil || !s.verbFits(verb, "tv", "boolean") {
		return false
	}
	// A word may be cut to its first letter, but not elsewhere.
	switch s.next() {
	case '1':
		return true
	case 't', 'T':
		if s.accept("rR") && !(s.accept("uU") && s.accept("eE")) {
			s.fail(errBool)
		}
		return true
	case 'f', 'F':
		if s.accept("aA") && !(s.accept("lL") && s.accept("sS") && s.accept("eE")) {
			s.fail(errBool)
		}
	}
	return false
}

// base gives base and digits of an integer's verb.
func (s *reading) base(verb rune) (base int, digits string) {
	s.verbFits(verb, "bdoUxXv", "integer")
	switch verb {
	case 'b':
		return 2, bits2
	case 'o':
		return 8, octals
	case 'x', 'X', 'U':
		return 16, hexes
	}
	return 10, decimals
}

// prefix reads the base prefix of an integer read with %v; found tells that there was a digit too.
func (s *reading) prefix() (base int, digits string, found bool) {
	if !s.sees("0") {
		return 0, decimals + "_", false
	}
	s.accept("0")
	switch {
	case s.accept("bB"):
		return 0, bits2 + "_", true
	case s.accept("oO"):
		return 0, octals + "_", true
	case s.accept("xX"):
		return 0, hexes + "_", true
	}
	return 0, octals + "_", true
}

// digits reads an integer up to its end and gives its text and base.
func (s *reading) digits(verb rune, signed bool) (text string, base int) {
	s.SkipSpace()
	s.more()
	base, set := s.base(verb)
	found := false
	if verb == 'U' {
		if !s.skip('U') || !s.skip('+') {
			s.failText("bad unicode format ")
		}
	} else {
		if signed {
			s.accept("+-")
		}
		if verb == 'v' {
			base, set, found = s.prefix()
		}
	}
	if !found {
		s.more()
		if !s.accept(set) {
			s.failText("expected integer")
		}
	}
	s.acceptAll(set)
	return string(s.token), base
}

// character reads %c into an integer of size bits.
func (s *reading) character(size int) int64 {
	s.more()
	r := int64(s.next())
	unused := 64 - size
	if s.err == nil && r<<unused>>unused != r {
		s.failText("overflow on character value " + string(rune(r)))
	}
	return r
}

func (s *reading) integer(verb rune, size int) int64 {
	if verb == 'c' {
		return s.character(size)
	}
	text, base := s.digits(verb, true)
	if s.err != nil {
		return 0
	}
	n, err := strconv.ParseInt(text, base, 64)
	if err != nil {
		s.fail(err)
		return 0
	}
	if unused := 64 - size; n<<unused>>unused != n {
		s.failText("integer overflow on token " + text)
	}
	return n
}

func (s *reading) unsigned(verb rune, size int) uint64 {
	if verb == 'c' {
		return uint64(s.character(size))
	}
	text, base := s.digits(verb, false)
	if s.err != nil {
		return 0
	}
	n, err := strconv.ParseUint(text, base, 64)
	if err != nil {
		s.fail(err)
		return 0
	}
	if unused := 64 - size; n<<unused>>unused != n {
		s.failText("unsigned integer overflow on token " + text)
	}
	return n
}

const floatVerbs = "beEfFgGv"

// floatText reads the text of a float, as far as it can be one.
func (s *reading) floatText() string {
	s.token = s.token[:0]
	if s.accept("nN") && s.accept("aA") && s.accept("nN") {
		return string(s.token)
	}
	s.accept("+-")
	if s.accept("iI") && s.accept("nN") && s.accept("fF") {
		return string(s.token)
	}
	digits, exponent := decimals+"_", "eEpP"
	if s.accept("0") && s.accept("xX") {
		digits, exponent = hexes+"_", "pP"
	}
	s.acceptAll(digits)
	if s.accept(".") {
		s.acceptAll(digits)
	}
	if s.accept(exponent) {
		s.accept("+-")
		s.acceptAll(decimals + "_")
	}
	return string(s.token)
}

// parseFloat also takes a binary exponent after decimal digits, as %b prints it.
func (s *reading) parseFloat(text string, size int) float64 {
	if s.err != nil {
		return 0
	}
	p, isHex := -1, false
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case 'p':
			p = i
		case 'x', 'X':
			isHex = true
		}
	}
	if p < 0 || isHex {
		f, err := strconv.ParseFloat(text, size)
		if err != nil {
			s.fail(err)
		}
		return f
	}
	f, err := strconv.ParseFloat(text[:p], size)
	e := 0
	if err == nil {
		e, err = strconv.Atoi(text[p+1:])
	}
	if err != nil {
		if numErr, ok := err.(*strconv.NumError); ok {
			numErr.Num = text
		}
		s.fail(err)
		return 0
	}
	return scaled(f, e)
}

// scaled is f × 2^e, rounded once.
func scaled(f float64, e int) float64 {
	if f == 0 || f-f != 0 {
		return f
	}
	// In the form 0x1.8p+03 the exponent can be added to as text.
	hex := strconv.FormatFloat(f, 'x', -1, 64)
	p := len(hex) - 1
	for hex[p] != 'p' {
		p--
	}
	old, _ := strconv.Atoi(hex[p+1:])
	g, _ := strconv.ParseFloat(hex[:p+1]+strconv.Itoa(old+max(-5000, min(e, 5000))), 64)
	return g
}

func (s *reading) float(size int) float64 {
	s.SkipSpace()
	s.more()
	return s.parseFloat(s.floatText(), size)
}

// complexNumber reads re+imi, with or without parentheses around it; size is that of a part.
func (s *reading) complexNumber(verb rune, size int) complex128 {
	if !s.verbFits(verb, floatVerbs, "complex") {
		return 0
	}
	s.SkipSpace()
	s.more()
	parenthesis := s.accept("(")
	re := s.floatText()
	s.token = s.token[:0]
	if !s.accept("+-") {
		s.fail(errComplex)
	}
	sign := string(s.token)
	im := sign + s.floatText()
	if !s.accept("i") || parenthesis && !s.accept(")") {
		s.fail(errComplex)
	}
	x := s.parseFloat(re, size)
	return complex(x, s.parseFloat(im, size))
}

// text reads a string.
func (s *reading) text(verb rune) string {
	if !s.verbFits(verb, "svqxX", "string") {
		return ""
	}
	s.SkipSpace()
	s.more()
	switch verb {
	case 'q':
		return s.quotedText()
	case 'x', 'X':
		return s.hexText()
	}
	s.keepWhile(notSpace)
	return string(s.token)
}

func (s *reading) quotedText() string {
	switch quote := s.next(); quote {
	case '`':
		for r := s.must(); r != '`' && s.err == nil; r = s.must() {
			s.keep(r)
		}
		return string(s.token)
	case '"':
		s.keep('"')
		for s.err == nil {
			r := s.must()
			s.keep(r)
			if r == '"' {
				break
			}
			if r == '\\' {
				// Whatever the escape is, a quote directly after the backslash ends nothing.
				s.keep(s.must())
			}
		}
		if s.err != nil {
			return ""
		}
		text, err := strconv.Unquote(string(s.token))
		if err != nil {
			s.fail(err)
		}
		return text
	}
	s.failText("expected quoted string")
	return ""
}

func hexDigit(r rune) int {
	switch {
	case '0' <= r && r <= '9':
		return int(r - '0')
	case 'a' <= r && r <= 'f':
		return int(r-'a') + 10
	case 'A' <= r && r <= 'F':
		return int(r-'A') + 10
	}
	return -1
}

func (s *reading) hexText() string {
	for {
		r := s.next()
		if r == none {
			break
		}
		high := hexDigit(r)
		if high < 0 {
			s.back()
			break
		}
		low := hexDigit(s.must())
		if low < 0 {
			s.failText("illegal hex digit")
			return ""
		}
		s.token = append(s.token, byte(high<<4|low))
	}
	if len(s.token) == 0 {
		s.failText("no hex data for %x string")
	}
	return string(s.token)
}
