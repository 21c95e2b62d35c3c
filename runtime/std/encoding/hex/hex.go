// Package hex writes bytes as hexadecimal digits and reads them again.
package hex

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unsafe"
)

// ErrLength is the error of an odd number of digits.
var ErrLength = errors.New("encoding/hex: odd length hex string")

// InvalidByteError is the error of a byte that is no hexadecimal digit.
type InvalidByteError byte

func (e InvalidByteError) Error() string {
	return fmt.Sprintf("encoding/hex: invalid byte: %#U", rune(e))
}

const digits = "0123456789abcdef"

// digit is the value of a digit; 16 and more when c is none.
func digit(c byte) byte {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return c | 0x20 - 'a' + 10
	}
	return 16
}

// EncodedLen is the number of digits for n bytes.
func EncodedLen(n int) int { return n * 2 }

// DecodedLen is the number of bytes of x digits.
func DecodedLen(x int) int { return x / 2 }

// Encode writes the digits of src to dst and gives their number.
func Encode(dst, src []byte) int {
	for i, b := range src {
		dst[2*i] = digits[b>>4]
		dst[2*i+1] = digits[b&15]
	}
	return 2 * len(src)
}

// AppendEncode appends the digits of src to dst.
func AppendEncode(dst, src []byte) []byte {
	n := len(dst)
	dst = slices.Grow(dst, 2*len(src))[:n+2*len(src)]
	Encode(dst[n:], src)
	return dst
}

// EncodeToString gives the digits of src.
func EncodeToString(src []byte) string {
	dst := make([]byte, 2*len(src))
	Encode(dst, src)
	return unsafe.String(unsafe.SliceData(dst), len(dst))
}

// Decode writes the bytes of the digits src to dst and gives their number, also before an error.
func Decode(dst, src []byte) (int, error) {
	n := 0
	for ; 2*n+1 < len(src); n++ {
		a, b := digit(src[2*n]), digit(src[2*n+1])
		if a > 15 {
			return n, InvalidByteError(src[2*n])
		}
		if b > 15 {
			return n, InvalidByteError(src[2*n+1])
		}
		dst[n] = a<<4 | b
	}
	if 2*n < len(src) {
		if last := src[2*n]; digit(last) > 15 {
			return n, InvalidByteError(last)
		}
		return n, ErrLength
	}
	return n, nil
}

// AppendDecode appends the bytes of the digits src to dst, also before an error.
func AppendDecode(dst, src []byte) ([]byte, error) {
	n := len(dst)
	dst = slices.Grow(dst, len(src)/2)
	m, err := Decode(dst[n:n+len(src)/2], src)
	return dst[:n+m], err
}

// DecodeString gives the bytes of the digits s, also before an error.
func DecodeString(s string) ([]byte, error) {
	dst := make([]byte, len(s)/2)
	n, err := Decode(dst, []byte(s))
	return dst[:n], err
}

// chunk is how many bytes the streams work on at once.
const chunk = 1024

type encoder struct {
	w   io.Writer
	err error // kept
	buf [chunk]byte
}

// NewEncoder gives a Writer that writes the digits of what it gets to w.
func NewEncoder(w io.Writer) io.Writer { return &encoder{w: w} }

func (e *encoder) Write(p []byte) (n int, err error) {
	for len(p) > 0 && e.err == nil {
		part := p[:min(len(p), chunk/2)]
		var written int
		written, e.err = e.w.Write(e.buf[:Encode(e.buf[:], part)])
		n += written / 2
		p = p[len(part):]
	}
	return n, e.err
}

type decoder struct {
	r    io.Reader
	err  error  // of r, or of what it gave: kept until the digits before it are used up
	rest []byte // digits that were read: part of buf
	buf  [chunk]byte
}

// NewDecoder gives a Reader of the bytes whose digits r has.
func NewDecoder(r io.Reader) io.Reader { return &decoder{r: r} }

func (d *decoder) Read(p []byte) (n int, err error) {
	if len(d.rest) < 2 && d.err == nil {
		kept := copy(d.buf[:], d.rest)
		n, d.err = d.r.Read(d.buf[kept:])
		d.rest = d.buf[:kept+n]
		if d.err == io.EOF && len(d.rest)%2 != 0 {
			// A wrong last digit is worse than a missing one.
			d.err = io.ErrUnexpectedEOF
			if last := d.rest[len(d.rest)-1]; digit(last) > 15 {
				d.err = InvalidByteError(last)
			}
		}
	}
	most := min(len(p), len(d.rest)/2)
	n, err = Decode(p[:most], d.rest[:2*most])
	d.rest = d.rest[2*n:]
	if err != nil {
		d.rest, d.err = nil, err
	}
	if len(d.rest) < 2 {
		return n, d.err
	}
	return n, nil
}

// Dump shows data as lines of offset, bytes and characters, as `hexdump -C` does.
func Dump(data []byte) string {
	if len(data) == 0 {
		return ""
	}
	var b strings.Builder
	b.Grow((len(data) + 15) / 16 * 79)
	d := Dumper(&b)
	d.Write(data)
	d.Close()
	return b.String()
}

// Dumper gives a Writer that dumps what it gets to w; Close ends the last line.
func Dumper(w io.Writer) io.WriteCloser { return &dumper{w: w} }

const perLine = 16

type dumper struct {
	w      io.Writer
	n      uint // bytes dumped so far
	closed bool
	chars  [perLine]byte // of the line that is begun
	out    []byte
}

// flush writes out; it is kept as memory for the next.
func (d *dumper) flush() error {
	_, err := d.w.Write(d.out)
	d.out = d.out[:0]
	return err
}

// finish puts the characters of a line with so many bytes.
func (d *dumper) finish(bytes uint) {
	d.out = append(d.out, "  |"...)
	d.out = append(d.out, d.chars[:bytes]...)
	d.out = append(d.out, "|\n"...)
}

func (d *dumper) Write(data []byte) (n int, err error) {
	if d.closed {
		return 0, errors.New("encoding/hex: dumper closed")
	}
	for i, b := range data {
		at := d.n % perLine
		if at == 0 {
			offset := uint32(d.n)
			d.out = AppendEncode(d.out, []byte{byte(offset >> 24), byte(offset >> 16), byte(offset >> 8), byte(offset)})
			d.out = append(d.out, ' ')
		}
		if at%8 == 0 {
			d.out = append(d.out, ' ')
		}
		d.out = append(d.out, digits[b>>4], digits[b&15])
		if at+1 < perLine {
			d.out = append(d.out, ' ')
		}
		d.chars[at] = '.'
		if ' ' <= b && b <= '~' {
			d.chars[at] = b
		}
		d.n++
		if at+1 == perLine {
			d.finish(perLine)
		}
		if err := d.flush(); err != nil {
			return i, err
		}
	}
	return len(data), nil
}

// Close ends the last line.
func (d *dumper) Close() error {
	if d.closed {
		return nil
	}
	d.closed = true
	at := d.n % perLine
	if at == 0 {
		return nil
	}
	for i := at; i < perLine; i++ {
		if i == 8 {
			d.out = append(d.out, ' ')
		}
		d.out = append(d.out, "   "[:2+min(perLine-1-i, 1)]...)
	}
	d.finish(at)
	return d.flush()
}
