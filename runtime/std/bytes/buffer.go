package bytes

import (
	"errors"
	"io"
	"unicode/utf8"
)

// MinRead is the least room that ReadFrom offers to a Read.
const MinRead = 512

// smallest is the capacity of a Buffer's first memory.
const smallest = 64

// ErrTooLarge is what a Buffer panics with that cannot grow.
var ErrTooLarge = errors.New("bytes.Buffer: too large")

// Buffer is a queue of bytes: writes append, reads take from the front. The zero Buffer is empty and
// ready.
type Buffer struct {
	text []byte // what has been written, the bytes already read included
	at   int    // the next byte to read
	last int8   // the last operation: width of a rune read, or one of the constants below
}

const (
	lastOther int8 = 0  // nothing to undo
	lastRead  int8 = -1 // bytes were read, at least one
)

// NewBuffer makes a Buffer that holds buf and owns its memory.
func NewBuffer(buf []byte) *Buffer { return &Buffer{text: buf} }

// NewBufferString makes a Buffer that holds a copy of s.
func NewBufferString(s string) *Buffer { return &Buffer{text: []byte(s)} }

// Bytes is what has not been read, valid until the next change.
func (b *Buffer) Bytes() []byte { return b.text[b.at:] }

// String is a copy of what has not been read; "<nil>" for a nil Buffer.
func (b *Buffer) String() string {
	if b == nil {
		return "<nil>"
	}
	return string(b.text[b.at:])
}

// Len is the number of bytes that have not been read.
func (b *Buffer) Len() int { return len(b.text) - b.at }

// Cap is the size of the memory.
func (b *Buffer) Cap() int { return cap(b.text) }

// Available is the number of bytes that fit without growing.
func (b *Buffer) Available() int { return cap(b.text) - len(b.text) }

// AvailableBuffer is an empty slice of the room there is, to append to and then to Write.
func (b *Buffer) AvailableBuffer() []byte { return b.text[len(b.text):] }

// Reset empties b and keeps its memory.
func (b *Buffer) Reset() {
	b.text = b.text[:0]
	b.at = 0
	b.last = lastOther
}

// Truncate drops all but the first n bytes that have not been read.
func (b *Buffer) Truncate(n int) {
	if n == 0 {
		b.Reset()
		return
	}
	b.last = lastOther
	if n < 0 || n > b.Len() {
		panic("bytes.Buffer: truncation out of range")
	}
	b.text = b.text[:b.at+n]
}

// extend makes b longer by n bytes, whose content is left open, and gives the place of the first.
func (b *Buffer) extend(n int) int {
	if b.at > 0 && b.at == len(b.text) {
		b.Reset()
	}
	at := len(b.text)
	if n <= cap(b.text)-at {
		b.text = b.text[:at+n]
		return at
	}
	if b.text == nil && n <= smallest {
		b.text = make([]byte, n, smallest)
		return 0
	}
	unread := at - b.at
	c := cap(b.text)
	switch {
	case n <= c/2-unread:
		// Moving to the front is enough, and leaves as much room as it moves.
		copy(b.text, b.text[b.at:])
	case c > maxInt-c-n:
		panic(ErrTooLarge)
	default:
		b.text = grown(b.text[b.at:], b.at+n)
	}
	b.at = 0
	b.text = b.text[:unread+n]
	return unread
}

// grown is a copy of s with room for at least n more bytes and at least twice the capacity.
func grown(s []byte, n int) []byte {
	defer func() {
		if recover() != nil {
			panic(ErrTooLarge)
		}
	}()
	size := len(s) + n
	if size < 2*cap(s) {
		size = 2 * cap(s)
	}
	bigger := append([]byte(nil), make([]byte, size)...)
	copy(bigger, s)
	return bigger[:len(s)]
}

// Grow makes room for n more bytes.
func (b *Buffer) Grow(n int) {
	if n < 0 {
		panic("bytes.Buffer.Grow: negative count")
	}
	at := b.extend(n)
	b.text = b.text[:at]
}

// Write appends p; the error is always nil.
func (b *Buffer) Write(p []byte) (n int, err error) {
	b.last = lastOther
	at := b.extend(len(p))
	return copy(b.text[at:], p), nil
}

// WriteString appends s; the error is always nil.
func (b *Buffer) WriteString(s string) (n int, err error) {
	b.last = lastOther
	at := b.extend(len(s))
	return copy(b.text[at:], s), nil
}

// WriteByte appends c; the error is always nil.
func (b *Buffer) WriteByte(c byte) error {
	b.last = lastOther
	at := b.extend(1)
	b.text[at] = c
	return nil
}

// WriteRune appends r as UTF-8 and tells its width; the error is always nil.
func (b *Buffer) WriteRune(r rune) (n int, err error) {
	if uint32(r) < utf8.RuneSelf {
		b.WriteByte(byte(r))
		return 1, nil
	}
	b.last = lastOther
	at := b.extend(utf8.UTFMax)
	b.text = utf8.AppendRune(b.text[:at], r)
	return len(b.text) - at, nil
}

// ReadFrom appends what r has until its end.
func (b *Buffer) ReadFrom(r io.Reader) (n int64, err error) {
	b.last = lastOther
	for {
		at := b.extend(MinRead)
		b.text = b.text[:at]
		m, err := r.Read(b.text[at:cap(b.text)])
		if m < 0 {
			panic(errNegativeRead)
		}
		b.text = b.text[:at+m]
		n += int64(m)
		if err == io.EOF {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}

var errNegativeRead = errors.New("bytes.Buffer: reader returned negative count from Read")

// WriteTo takes all bytes out and writes them to w.
func (b *Buffer) WriteTo(w io.Writer) (n int64, err error) {
	b.last = lastOther
	if size := b.Len(); size > 0 {
		m, err := w.Write(b.text[b.at:])
		if m > size {
			panic("bytes.Buffer.WriteTo: invalid Write count")
		}
		b.at += m
		if err == nil && m < size {
			err = io.ErrShortWrite
		}
		if err != nil {
			return int64(m), err
		}
		n = int64(m)
	}
	b.Reset()
	return n, nil
}

// Read takes bytes from the front.
func (b *Buffer) Read(p []byte) (n int, err error) {
	b.last = lastOther
	if b.Len() == 0 {
		b.Reset()
		if len(p) == 0 {
			return 0, nil
		}
		return 0, io.EOF
	}
	n = copy(p, b.text[b.at:])
	b.at += n
	if n > 0 {
		b.last = lastRead
	}
	return n, nil
}

// Next takes n bytes, or what there is, from the front, valid until the next change.
func (b *Buffer) Next(n int) []byte {
	b.last = lastOther
	if size := b.Len(); n > size {
		n = size
	}
	next := b.text[b.at : b.at+n]
	b.at += n
	if n > 0 {
		b.last = lastRead
	}
	return next
}

// Peek shows the next n bytes; with fewer, io.EOF too.
func (b *Buffer) Peek(n int) ([]byte, error) {
	if b.Len() < n {
		return b.text[b.at:], io.EOF
	}
	return b.text[b.at : b.at+n], nil
}

// ReadByte takes one byte.
func (b *Buffer) ReadByte() (byte, error) {
	if b.Len() == 0 {
		b.Reset()
		return 0, io.EOF
	}
	c := b.text[b.at]
	b.at++
	b.last = lastRead
	return c, nil
}

// ReadRune takes one rune; an ill-formed byte is RuneError of width 1.
func (b *Buffer) ReadRune() (r rune, size int, err error) {
	if b.Len() == 0 {
		b.Reset()
		return 0, 0, io.EOF
	}
	r, size = utf8.DecodeRune(b.text[b.at:])
	b.at += size
	b.last = int8(size)
	return r, size, nil
}

// UnreadRune undoes a ReadRune that was the last operation.
func (b *Buffer) UnreadRune() error {
	if b.last <= lastOther {
		return errors.New("bytes.Buffer: UnreadRune: previous operation was not a successful ReadRune")
	}
	b.at -= int(b.last)
	b.last = lastOther
	return nil
}

// UnreadByte gives back the last byte of a read that was the last operation.
func (b *Buffer) UnreadByte() error {
	if b.last == lastOther {
		return errors.New("bytes.Buffer: UnreadByte: previous operation was not a successful read")
	}
	b.last = lastOther
	if b.at > 0 {
		b.at--
	}
	return nil
}

// ReadBytes takes bytes up to and including the first delim, or all and io.EOF; a copy.
func (b *Buffer) ReadBytes(delim byte) (line []byte, err error) {
	part, err := b.until(delim)
	return append(line, part...), err
}

// ReadString is ReadBytes as a string.
func (b *Buffer) ReadString(delim byte) (line string, err error) {
	part, err := b.until(delim)
	return string(part), err
}

func (b *Buffer) until(delim byte) (part []byte, err error) {
	end := IndexByte(b.text[b.at:], delim) + 1 + b.at
	if end == b.at {
		end = len(b.text)
		err = io.EOF
	}
	part = b.text[b.at:end]
	b.at = end
	b.last = lastRead
	return part, err
}
