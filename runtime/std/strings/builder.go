package strings

import (
	"unicode/utf8"
	"unsafe"
)

// Builder collects the bytes of a string. The zero Builder is empty and ready; one that holds bytes
// must not be copied.
type Builder struct {
	self *Builder // who wrote first: tells a copy from the original
	text []byte
}

func (b *Builder) own() {
	if b.self != b {
		if b.self != nil {
			panic("strings: illegal use of non-zero Builder copied by value")
		}
		b.self = b
	}
}

// String gives what has been written so far, without a copy: bytes that are in the result are never
// written again.
func (b *Builder) String() string {
	return unsafe.String(unsafe.SliceData(b.text), len(b.text))
}

// Len is the number of bytes written.
func (b *Builder) Len() int { return len(b.text) }

// Cap is how many bytes fit without another allocation, those already written included.
func (b *Builder) Cap() int { return cap(b.text) }

// Reset empties b. Strings taken from it stay as they are.
func (b *Builder) Reset() {
	b.self = nil
	b.text = nil
}

// Grow makes room for n more bytes.
func (b *Builder) Grow(n int) {
	b.own()
	if n < 0 {
		panic("strings.Builder.Grow: negative count")
	}
	if cap(b.text)-len(b.text) < n {
		text := make([]byte, len(b.text), 2*cap(b.text)+n)
		copy(text, b.text)
		b.text = text
	}
}

// Write appends p; the error is always nil.
func (b *Builder) Write(p []byte) (int, error) {
	b.own()
	b.text = append(b.text, p...)
	return len(p), nil
}

// WriteByte appends c; the error is always nil.
func (b *Builder) WriteByte(c byte) error {
	b.own()
	b.text = append(b.text, c)
	return nil
}

// WriteRune appends r as UTF-8 and tells its width; the error is always nil.
func (b *Builder) WriteRune(r rune) (int, error) {
	b.own()
	before := len(b.text)
	b.text = utf8.AppendRune(b.text, r)
	return len(b.text) - before, nil
}

// WriteString appends s; the error is always nil.
func (b *Builder) WriteString(s string) (int, error) {
	b.own()
	b.text = append(b.text, s...)
	return len(s), nil
}
