package strings

import (
	"internal/bytealg"
	"unicode/utf8"
	"unsafe"
)

// Builder collects the bytes of a string. The zero Builder is empty and ready; one that holds bytes
// must not be copied.
type Builder struct {
	addr *Builder // who wrote first: tells a copy from the original
	buf  []byte
}

func (b *Builder) own() {
	if b.addr != b {
		if b.addr != nil {
			panic("strings: illegal use of non-zero Builder copied by value")
		}
		b.addr = b
	}
}

// String gives what has been written so far, without a copy: bytes that are in the result are never
// written again.
func (b *Builder) String() string {
	return unsafe.String(unsafe.SliceData(b.buf), len(b.buf))
}

// Len is the number of bytes written.
func (b *Builder) Len() int { return len(b.buf) }

// Cap is how many bytes fit without another allocation, those already written included.
func (b *Builder) Cap() int { return cap(b.buf) }

// Reset empties b. Strings taken from it stay as they are.
func (b *Builder) Reset() {
	b.addr = nil
	b.buf = nil
}

// Grow makes room for n more bytes.
func (b *Builder) Grow(n int) {
	b.own()
	if n < 0 {
		panic("strings.Builder.Grow: negative count")
	}
	if cap(b.buf)-len(b.buf) < n {
		buf := make([]byte, len(b.buf), 2*cap(b.buf)+n)
		copy(buf, b.buf)
		b.buf = buf
	}
}

// Write appends p; the error is always nil.
func (b *Builder) Write(p []byte) (int, error) {
	b.own()
	bytealg.AppendBytes(&b.buf, p)
	return len(p), nil
}

// WriteByte appends c; the error is always nil.
func (b *Builder) WriteByte(c byte) error {
	b.own()
	b.buf = append(b.buf, c)
	return nil
}

// WriteRune appends r as UTF-8 and tells its width; the error is always nil.
func (b *Builder) WriteRune(r rune) (int, error) {
	b.own()
	before := len(b.buf)
	b.buf = utf8.AppendRune(b.buf, r)
	return len(b.buf) - before, nil
}

// WriteString appends s; the error is always nil.
func (b *Builder) WriteString(s string) (int, error) {
	b.own()
	bytealg.AppendString(&b.buf, s)
	return len(s), nil
}
