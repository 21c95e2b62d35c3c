// Package blockhash has what MD5, SHA-1 and SHA-2 share: they hash whole blocks, and at the end a 1 bit,
// zeros and the length of the text (RFC 1321, FIPS 180-4).
package blockhash

import (
	"encoding/binary"
	"errors"
)

// piece is the most that a native is given at once, so that a goroutine can be stopped.
const piece = 1 << 16

// Tail is the part of a text that makes no whole block yet.
type Tail struct {
	buf [128]byte
	n   int
	len uint64 // of the whole text
}

// Feed takes more text, for blocks of size bytes.
func (t *Tail) Feed(p []byte, size int, block func(p []byte)) {
	t.len += uint64(len(p))
	if t.n > 0 {
		n := copy(t.buf[t.n:size], p)
		t.n += n
		p = p[n:]
		if t.n < size {
			return
		}
		block(t.buf[:size])
		t.n = 0
	}
	for len(p) >= size {
		n := min(len(p), piece) &^ (size - 1)
		block(p[:n])
		p = p[n:]
	}
	t.n = copy(t.buf[:], p)
}

// Pad ends the text; its length takes wide bytes, of which the lowest 8 are used.
func (t *Tail) Pad(size, wide int, little bool, block func(p []byte)) {
	bits := t.len << 3
	t.buf[t.n] = 0x80
	clear(t.buf[t.n+1 : size])
	if t.n+1 > size-wide {
		block(t.buf[:size])
		clear(t.buf[:size])
	}
	if little {
		binary.LittleEndian.PutUint64(t.buf[size-8:], bits)
	} else {
		binary.BigEndian.PutUint64(t.buf[size-8:], bits)
		if wide > 8 {
			t.buf[size-9] = byte(t.len >> 61)
		}
	}
	block(t.buf[:size])
}

// Append appends the tail to a saved state.
func (t *Tail) Append(b []byte, size int) []byte {
	n := len(b)
	b = append(b, t.buf[:size]...)
	clear(b[n+t.n:])
	return binary.BigEndian.AppendUint64(b, t.len)
}

// Check looks at a saved state of the named package: it starts with magic and has so many bytes.
func Check(pkg string, b []byte, magic string, size int) error {
	if len(b) < len(magic) || string(b[:len(magic)]) != magic {
		return errors.New(pkg + ": invalid hash state identifier")
	}
	if len(b) != size {
		return errors.New(pkg + ": invalid hash state size")
	}
	return nil
}

// Restore reads the end of a saved state.
func (t *Tail) Restore(b []byte, size int) {
	copy(t.buf[:], b[:size])
	t.len = binary.BigEndian.Uint64(b[size:])
	t.n = int(t.len % uint64(size))
}
