package json

import (
	"bytes"
	"io"
)

// An Encoder writes values to a stream, each on a line.
type Encoder struct {
	w              io.Writer
	err            error
	plain          bool // no escapes for HTML
	prefix, indent string
}

// NewEncoder is an encoder that writes to w.
func NewEncoder(w io.Writer) *Encoder { return &Encoder{w: w} }

// Encode writes v and a line end.
func (enc *Encoder) Encode(v any) error {
	if enc.err != nil {
		return enc.err
	}
	e := encoder{html: !enc.plain}
	if err := e.any(v); err != nil {
		return err
	}
	b := e.buf
	if enc.prefix != "" || enc.indent != "" {
		var s scanner
		if err := s.check(b); err != nil {
			return err
		}
		b = appendIndent(nil, b, s.tape, enc.prefix, enc.indent)
	}
	_, enc.err = enc.w.Write(append(b, '\n'))
	return enc.err
}

// SetIndent lays out what is written as Indent does; two empty strings end that.
func (enc *Encoder) SetIndent(prefix, indent string) { enc.prefix, enc.indent = prefix, indent }

// SetEscapeHTML tells whether <, > and & are escaped in strings; they are until told otherwise.
func (enc *Encoder) SetEscapeHTML(on bool) { enc.plain = !on }

// A Decoder reads values from a stream, or their tokens.
type Decoder struct {
	r       io.Reader
	readErr error // what the reader ended with
	buf     []byte
	base    int64 // the offset of buf in the stream
	off     int   // so much of buf is used up
	err     error // Decode failed for good
	d       decoder

	short bool // More looked inside brackets: the input must not end there

	// Between tokens: the brackets that are open, and what may come.
	state scanner
}

// NewDecoder is a decoder that reads from r, also what follows the values.
func NewDecoder(r io.Reader) *Decoder {
	dec := &Decoder{r: r}
	dec.state.reset(0)
	return dec
}

// UseNumber makes numbers in interfaces Numbers.
func (dec *Decoder) UseNumber() { dec.d.numbers = true }

// DisallowUnknownFields makes names that no field of a struct has an error.
func (dec *Decoder) DisallowUnknownFields() { dec.d.strict = true }

// Buffered is what was read and not yet used.
func (dec *Decoder) Buffered() io.Reader { return bytes.NewReader(dec.buf[dec.off:]) }

// InputOffset is where the last value or token ended.
func (dec *Decoder) InputOffset() int64 { return dec.base + int64(dec.off) }

// fill reads more; false: there is no more.
func (dec *Decoder) fill() bool {
	for empty := 0; dec.readErr == nil; empty++ {
		if empty == 100 {
			dec.readErr = io.ErrNoProgress
			break
		}
		if len(dec.buf) == cap(dec.buf) {
			dec.buf = append(make([]byte, 0, max(4096, 2*cap(dec.buf))), dec.buf...)
		}
		n, err := dec.r.Read(dec.buf[len(dec.buf):cap(dec.buf)])
		dec.buf = dec.buf[:len(dec.buf)+n]
		dec.readErr = err
		if n > 0 {
			return true
		}
	}
	return false
}

// forget drops what is used up.
func (dec *Decoder) forget() {
	if dec.off > 0 && (dec.off == len(dec.buf) || dec.off >= 4096) {
		n := copy(dec.buf, dec.buf[dec.off:])
		dec.buf = dec.buf[:n]
		dec.base += int64(dec.off)
		dec.off = 0
	}
}

// peek is the next byte that is no white space, and where it is.
func (dec *Decoder) peek(at int) (c byte, i int, ok bool) {
	for i = at; ; i++ {
		for i >= len(dec.buf) {
			if !dec.fill() {
				return 0, i, false
			}
		}
		switch c := dec.buf[i]; c {
		case ' ', '\t', '\n', '\r':
		default:
			return c, i, true
		}
	}
}

// run scans with s from the buffer.
func (dec *Decoder) run(s *scanner, wish int) error {
	for {
		if dec.readErr != nil {
			wish |= atEOF
		}
		switch s.run(dec.buf, wish) {
		case scanDone:
			return nil
		case scanFault:
			if s.fault == faultEOF && dec.readErr != nil && dec.readErr != io.EOF {
				return dec.readErr
			}
			return s.err(dec.buf, dec.base)
		}
		dec.fill()
	}
}

// Decode reads the next value into what v points to.
func (dec *Decoder) Decode(v any) error {
	if dec.err != nil {
		return dec.err
	}
	dec.forget()
	start := dec.off
	// What is before a value inside brackets that Token opened.
	c, i, ok := dec.peek(start)
	switch {
	case ok && dec.state.mode == wantMore && c == ',', ok && dec.state.mode == wantColon && c == ':':
		start = i + 1
		_, i, ok = dec.peek(start)
	case ok && dec.state.mode == wantMore && c != ']' && c != '}', ok && dec.state.mode == wantColon:
		s := &dec.state
		s.pos = dec.off
		dec.err = dec.run(s, oneToken)
		return dec.err
	}
	if !ok {
		if dec.readErr != io.EOF {
			dec.err = dec.readErr
			return dec.err
		}
		if dec.state.open < 0 {
			return io.EOF
		}
		dec.err = io.ErrUnexpectedEOF
		return dec.err
	}
	s := &dec.d.scanner
	s.reset(i)
	if err := dec.run(s, 0); err != nil {
		if s.fault == faultEOF && dec.readErr == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		dec.err = err
		return err
	}
	dec.off = s.pos
	dec.after(s.tape[0])
	return dec.d.decode(dec.buf, i, v)
}

// after notes that a value is done.
func (dec *Decoder) after(t token) {
	s := &dec.state
	switch {
	case s.open < 0:
		s.mode = wantValue
	case s.mode == wantFirstKey || s.mode == wantKey || s.mode == wantMore && s.tape[s.open].kind() == '{':
		s.mode = wantColon
	default:
		s.mode = wantMore
	}
}

// More reports whether there is another element in the array or object that is being read, or another value.
func (dec *Decoder) More() bool {
	dec.short = dec.state.open >= 0
	c, i, ok := dec.peek(dec.off)
	if ok {
		dec.off = i
	}
	switch dec.state.mode {
	case wantColon:
		if c != ':' {
			return true // and the next token is an error
		}
		c, _, ok = dec.peek(i + 1)
	case wantMore:
		if c == ',' {
			return true
		}
	}
	if !ok {
		return dec.short
	}
	return c != ']' && c != '}'
}

// A Token is a Delim, bool, float64, Number, string or nil.
type Token any

// A Delim is a bracket of an array or object.
type Delim rune

func (d Delim) String() string { return string(d) }

// Token is the next token; commas and colons are not told. At the end of the input it gives io.EOF.
func (dec *Decoder) Token() (Token, error) {
	if dec.err != nil {
		return nil, dec.err
	}
	dec.forget()
	s := &dec.state
	s.pos = dec.off
	if s.mode == atEnd {
		s.mode = wantValue
	}
	c, at, ok := dec.peek(dec.off)
	if !ok {
		if dec.readErr != io.EOF {
			return nil, dec.readErr
		}
		return nil, dec.end()
	}
	if c == ',' && s.mode == wantMore || c == ':' && s.mode == wantColon {
		if _, _, ok := dec.peek(at + 1); !ok && dec.readErr == io.EOF {
			dec.off = at + 1
			return nil, dec.end()
		}
	}
	dec.short = false
	mode := s.mode
	if err := dec.run(s, oneToken); err != nil {
		s.mode = mode
		return nil, dec.tokenError(s, err, c, at)
	}
	dec.off = s.pos
	t := s.tape[len(s.tape)-1]
	k := t.kind()
	s.tape = s.tape[:s.open+1]
	if s.mode == atEnd {
		s.mode = wantValue
	}
	switch k {
	case '{', '[', '}', ']':
		return Delim(k), nil
	case '"':
		return text(dec.buf, t.word, t.end), nil
	case '0':
		if dec.d.numbers {
			return Number(dec.buf[t.start():t.end]), nil
		}
		f, great := float(dec.buf, t.word, t.end, 64)
		if great {
			return nil, &UnmarshalTypeError{Value: "number " + string(dec.buf[t.start():t.end]), Type: typeOf(float64Type), Offset: dec.base + int64(t.end)}
		}
		return f, nil
	case 'n':
		return nil, nil
	}
	return k == 't', nil
}

// end is what Token says at the end of the input.
func (dec *Decoder) end() error {
	if dec.short {
		return &SyntaxError{"unexpected end of JSON input", dec.base + int64(len(dec.buf))}
	}
	return io.EOF
}

// tokenError is the error of Token: c, at the place at, is where it began to look.
func (dec *Decoder) tokenError(s *scanner, err error, c byte, at int) error {
	syntax, ok := err.(*SyntaxError)
	if !ok {
		return err
	}
	if s.fault == faultEOF {
		if rest := bytes.TrimLeft(dec.buf[at:], " \t\r\n,:"); len(rest) > 0 {
			return io.ErrUnexpectedEOF
		}
		return err
	}
	if s.fault != faultKey && s.fault != faultValue {
		return err
	}
	d := dec.buf[s.at]
	switch {
	case c == ',' && (d == ',' || d == ']' || d == '}'):
		return &SyntaxError{"invalid character ',' looking for beginning of value", dec.base + int64(at) + 1}
	case s.fault == faultValue && c == ':' && d == '}':
		return &SyntaxError{"missing value after object key", syntax.Offset}
	case s.fault == faultKey:
		// A value that is no string is read before it is refused.
		var one scanner
		one.reset(s.at)
		if err := dec.run(&one, oneToken); err != nil {
			return err
		}
		return &SyntaxError{"object member name must be a string", dec.base + int64(one.pos)}
	}
	return err
}
