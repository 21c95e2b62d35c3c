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
	buf      []byte // what has been written, the bytes already read included
	off      int    // the next byte to read
	lastRead int8   // the last operation: width of a rune read, or one of the constants below
}

const (
	lastOther int8 = 0  // nothing to undo
	lastRead  int8 = -1 // bytes were read, at least one
)

// NewBuffer makes a Buffer that holds buf and owns its memory.
func NewBuffer(buf []byte) *Buffer { return &Buffer{buf: buf} }

// NewBufferString makes a Buffer that holds a copy of s.
func NewBufferString(s string) *Buffer { return &Buffer{buf: []byte(s)} }

// Bytes is what has not been read, valid until the next change.
func (b *Buffer) Bytes() []byte { return b.buf[b.off:] }

// String is a copy of what has not been read; "<nil>" for a nil Buffer.
func (b *Buffer) String() string {
	if b == nil {
		return "<nil>"
	}
	return string(b.buf[b.off:])
}

// Len is the number of bytes that have not been read.
func (b *Buffer) Len() int { return len(b.buf) - b.off }

// Cap is the size of the memory.
func (b *Buffer) Cap() int { return cap(b.buf) }

// Available is the number of bytes that fit without growing.
func (b *Buffer) Available() int { return cap(b.buf) - len(b.buf) }

// AvailableBuffer is an empty slice of the room there is, to append to and then to Write.
func (b *Buffer) AvailableBuffer() []byte { return b.buf[len(b.buf):] }

// Reset empties b and keeps its memory.
func (b *Buffer) Reset() {
	b.buf = b.buf[:0]
	b.off = 0
	b.lastRead = lastOther
}

// Truncate drops all but the first n bytes that have not been read.
func (b *Buffer) Truncate(n int) {
	if n == 0 {
		b.Reset()
		return
	}
	b.lastRead = lastOther
	if n < 0 || n > b.Len() {
		panic("bytes.Buffer: truncation out of range")
	}
	b.buf = b.buf[:b.off+n]
}

// extend makes b longer by n bytes, whose content is left open, and gives the place of the first.
func (b *Buffer) extend(n int) int {
	if b.off > 0 && b.off == len(b.buf) {
		b.Reset()
	}
	at := len(b.buf)
	if n <= cap(b.buf)-at {
		b.buf = b.buf[:at+n]
		return at
	}
	if b.buf == nil && n <= smallest {
		b.buf = make([]byte, n, smallest)
		return 0
	}
	unread := at - b.off
	c := cap(b.buf)
	switch {
	case n <= c/2-unread:
		// Moving to the front is enough, and leaves as much room as it moves.
		copy(b.buf, b.buf[b.off:])
	case c > maxInt-c-n:
		panic(ErrTooLarge)
	default:
		b.buf = grown(b.buf[b.off:], b.off+n)
	}
	b.off = 0
	b.buf = b.buf[:unread+n]
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
	b.buf = b.buf[:at]
}

// Write appends p; the error is always nil.
func (b *Buffer) Write(p []byte) (n int, err error) {
	b.lastRead = lastOther
	at := b.extend(len(p))
	return copy(b.buf[at:], p), nil
}

// WriteString appends s; the error is always nil.
func (b *Buffer) WriteString(s string) (n int, err error) {
	b.lastRead = lastOther
	at := b.extend(len(s))
	return copy(b.buf[at:], s), nil
}

// WriteByte appends c; the error is always nil.
func (b *Buffer) WriteByte(c byte) error {
	b.lastRead = lastOther
	at := b.extend(1)
	b.buf[at] = c
	return nil
}

// WriteRune appends r as UTF-8 and tells its width; the error is always nil.
func (b *Buffer) WriteRune(r rune) (n int, err error) {
	if uint32(r) < utf8.RuneSelf {
		b.WriteByte(byte(r))
		return 1, nil
	}
	b.lastRead = lastOther
	at := b.extend(utf8.UTFMax)
	b.buf = utf8.AppendRune(b.buf[:at], r)
	return len(b.buf) - at, nil
}

// ReadFrom appends what r has until its end.
func (b *Buffer) ReadFrom(r io.Reader) (n int64, err error) {
	b.lastRead = lastOther
	for {
		at := b.extend(MinRead)
		b.buf = b.buf[:at]
		m, err := r.Read(b.buf[at:cap(b.buf)])
		if m < 0 {
			panic(errNegativeRead)
		}
		b.buf = b.buf[:at+m]
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
	b.lastRead = lastOther
	if size := b.Len(); size > 0 {
		m, err := w.Write(b.buf[b.off:])
		if m > size {
			panic("bytes.Buffer.WriteTo: invalid Write count")
		}
		b.off += m
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
	b.lastRead = lastOther
	if b.Len() == 0 {
		b.Reset()
		if len(p) == 0 {
			return 0, nil
		}
		return 0, io.EOF
	}
	n = copy(p, b.buf[b.off:])
	b.off += n
	if n > 0 {
		b.lastRead = lastRead
	}
	return n, nil
}

// Next takes n bytes, or what there is, from the front, valid until the next change.
func (b *Buffer) Next(n int) []byte {
	b.lastRead = lastOther
	if size := b.Len(); n > size {
		n = size
	}
	next := b.buf[b.off : b.off+n]
	b.off += n
	if n > 0 {
		b.lastRead = lastRead
	}
	return next
}

// Peek shows the next n bytes; with fewer, io.EOF too.
func (b *Buffer) Peek(n int) ([]byte, error) {
	if b.Len() < n {
		return b.buf[b.off:], io.EOF
	}
	return b.buf[b.off : b.off+n], nil
}

// ReadByte takes one byte.
func (b *Buffer) ReadByte() (byte, error) {
	if b.Len() == 0 {
		b.Reset()
		return 0, io.EOF
	}
	c := b.buf[b.off]
	b.off++
	b.lastRead = lastRead
	return c, nil
}

// ReadRune takes one rune; an ill-formed byte is RuneError of width 1.
func (b *Buffer) ReadRune() (r rune, size int, err error) {
	if b.Len() == 0 {
		b.Reset()
		return 0, 0, io.EOF
	}
	r, size = utf8.DecodeRune(b.buf[b.off:])
	b.off += size
	b.lastRead = int8(size)
	return r, size, nil
}

// UnreadRune undoes a ReadRune that was the last operation.
func (b *Buffer) UnreadRune() error {
	if b.lastRead <= lastOther {
		return errors.New("bytes.Buffer: UnreadRune: previous operation was not a successful ReadRune")
	}
	b.off -= int(b.lastRead)
	b.lastRead = lastOther
	return nil
}

// UnreadByte gives back the last byte of a read that was the last operation.
func (b *Buffer) UnreadByte() error {
	if b.lastRead == lastOther {
		return errors.New("bytes.Buffer: UnreadByte: previous operation was not a successful read")
	}
	b.lastRead = lastOther
	if b.off > 0 {
		b.off--
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
	end := IndexByte(b.buf[b.off:], delim) + 1 + b.off
	if end == b.off {
		end = len(b.buf)
		err = io.EOF
	}
	part = b.buf[b.off:end]
	b.off = end
	b.lastRead = lastRead
	return part, err
}
