package fmt

import (
	"errors"
	"io"
	"unicode/utf8"
)

// none is the rune of the end of the input, of the operand's width, and of everything after an error.
const none = -1

const noLimit = 1 << 30

// A reading is one call of the Scan family. Its first error sticks: after it there is no more input,
// so what reads on does no harm, and nothing is stored.
type reading struct {
	src      io.RuneScanner
	err      error
	token    []byte // the runes kept by accept since it was last cleared
	count    int    // runes read
	limit    int    // count at which the operand's width is used up
	width    int    // the operand's width
	ended    bool   // the source is used up, or the line is and that ends it
	lineEnds bool   // Scanln: a newline is the end
	newlines bool   // Scan: a newline is like a space
}

func newReading(src io.RuneScanner, newlines, lineEnds bool) *reading {
	return &reading{src: src, limit: noLimit, width: noLimit, newlines: newlines, lineEnds: lineEnds}
}

func (s *reading) fail(err error) {
	if s.err == nil {
		s.err = err
	}
}

func (s *reading) failText(text string) { s.fail(errors.New(text)) }

// ReadRune is for Scanners.
func (s *reading) ReadRune() (r rune, size int, err error) {
	if s.ended || s.count >= s.limit {
		return 0, 0, io.EOF
	}
	r, size, err = s.src.ReadRune()
	switch {
	case err == nil:
		s.count++
		s.ended = s.lineEnds && r == '\n'
	case err == io.EOF:
		s.ended = true
	}
	return r, size, err
}

// UnreadRune is for Scanners.
func (s *reading) UnreadRune() error {
	s.src.UnreadRune()
	s.ended = false
	s.count--
	return nil
}

// Width is for Scanners.
func (s *reading) Width() (wid int, ok bool) {
	if s.width == noLimit {
		return 0, false
	}
	return s.width, true
}

// Read is there only to make a ScanState a Reader, so that Fscan takes one.
func (s *reading) Read([]byte) (n int, err error) {
	return 0, errors.New("ScanState's Read should not be called. Use ReadRune")
}

// SkipSpace is for Scanners, and for us.
func (s *reading) SkipSpace() {
	for {
		r := s.next()
		switch {
		case r == none:
			return
		case r == '\r' && s.sees("\n"):
		case r == '\n':
			if !s.newlines {
				s.failText("unexpected newline")
				return
			}
		case !isSpace(r):
			s.back()
			return
		}
	}
}

// Token is for Scanners.
func (s *reading) Token(skipSpace bool, f func(rune) bool) (token []byte, err error) {
	// The Scanner learns of an error, and may go on after it.
	before := s.err
	s.err = nil
	s.token = s.token[:0]
	if f == nil {
		f = notSpace
	}
	if skipSpace {
		s.SkipSpace()
	}
	s.keepWhile(f)
	err = s.err
	s.err = before
	if err != nil {
		return nil, err
	}
	return s.token, nil
}

// next takes a rune.
func (s *reading) next() rune {
	if s.err != nil {
		return none
	}
	r, _, err := s.ReadRune()
	if err != nil {
		if err != io.EOF {
			s.fail(err)
		} else if s.lineEnds {
			s.ended = true
		}
		return none
	}
	return r
}

// must takes a rune in the middle of something.
func (s *reading) must() rune {
	r := s.next()
	if r == none {
		s.fail(io.ErrUnexpectedEOF)
	}
	return r
}

// back gives the rune back that next took last.
func (s *reading) back() {
	if s.err == nil {
		s.UnreadRune()
	}
}

// more makes the end of the input here an error.
func (s *reading) more() {
	if s.next() == none {
		s.fail(io.EOF)
	} else {
		s.back()
	}
}

// sees tells whether the next rune is one of set.
func (s *reading) sees(set string) bool {
	r := s.next()
	if r == none {
		return false
	}
	s.back()
	return among(r, set)
}

// accept takes the next rune into the token if it is one of set.
func (s *reading) accept(set string) bool {
	r := s.next()
	if r == none {
		return false
	}
	if !among(r, set) {
		s.back()
		return false
	}
	s.keep(r)
	return true
}

func (s *reading) acceptAll(set string) {
	for s.accept(set) {
	}
}

// skip takes the next rune, whatever it is, and tells whether it is c.
func (s *reading) skip(c rune) bool { return s.next() == c }

func (s *reading) keep(r rune) { s.token = utf8.AppendRune(s.token, r) }

func (s *reading) keepWhile(f func(rune) bool) {
	for {
		r := s.next()
		if r == none {
			return
		}
		if !f(r) {
			s.back()
			return
		}
		s.keep(r)
	}
}

func among(r rune, set string) bool {
	for _, c := range set {
		if c == r {
			return true
		}
	}
	return false
}

func notSpace(r rune) bool { return !isSpace(r) }

// isSpace is Unicode's property White_Space.
func isSpace(r rune) bool {
	if r < utf8.RuneSelf {
		return r == ' ' || '\t' <= r && r <= '\r'
	}
	switch r {
	case 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
		return true
	}
	return 0x2000 <= r && r <= 0x200A
}

// textSource gives the runes of a string.
type textSource struct {
	text     string
	at, size int // size is that of the last rune
	returned bool
}

func (t *textSource) ReadRune() (r rune, size int, err error) {
	if t.at >= len(t.text) {
		t.size = 0
		return 0, 0, io.EOF
	}
	r, size = rune(t.text[t.at]), 1
	if r >= utf8.RuneSelf {
		r, size = utf8.DecodeRuneInString(t.text[t.at:])
	}
	t.at += size
	t.size = size
	if t.returned {
		// A wrong byte that was given back counts as the U+FFFD it became.
		t.returned = false
		size = utf8.RuneLen(r)
	}
	return r, size, nil
}

func (t *textSource) UnreadRune() error {
	t.at -= t.size
	t.size = 0
	t.returned = true
	return nil
}

func sourceOf(r io.Reader) io.RuneScanner {
	if rs, ok := r.(io.RuneScanner); ok {
		return rs
	}
	return &byteSource{src: r}
}

// byteSource gives the runes of a Reader, which it reads byte by byte to take no more than it must.
type byteSource struct {
	src      io.Reader
	ahead    []byte // bytes of a wrong encoding, to be decoded again
	buf      [utf8.UTFMax]byte
	last     rune
	size     int // of last
	returned bool
}

func (b *byteSource) readByte() (byte, error) {
	if len(b.ahead) > 0 {
		c := b.ahead[0]
		b.ahead = b.ahead[1:]
		return c, nil
	}
	one := b.buf[:1]
	n, err := io.ReadFull(b.src, one)
	if n != 1 {
		return 0, err
	}
	return one[0], nil
}

func (b *byteSource) ReadRune() (r rune, size int, err error) {
	if b.returned {
		b.returned = false
		return b.last, utf8.RuneLen(b.last), nil
	}
	c, err := b.readByte()
	if err != nil {
		return 0, 0, err
	}
	if c < utf8.RuneSelf {
		b.last, b.size = rune(c), 1
		return b.last, 1, nil
	}
	bytes := []byte{c}
	for !utf8.FullRune(bytes) {
		c, err := b.readByte()
		if err != nil {
			if err == io.EOF {
				break
			}
			return 0, 0, err
		}
		bytes = append(bytes, c)
	}
	b.last, b.size = utf8.DecodeRune(bytes)
	b.ahead = append(bytes[b.size:], b.ahead...)
	return b.last, b.size, nil
}

func (b *byteSource) UnreadRune() error {
	if b.returned || b.size == 0 {
		return errors.New("fmt: scanning called UnreadRune with no rune available")
	}
	b.returned = true
	return nil
}
