// Package maphash has hash functions for tables in memory: values differ from run to run.
package maphash

import (
	"encoding/binary"
	"hash"
	"unsafe"
)

// sum hashes bytes.
func sum(seed uint64, p []byte) uint64

// value hashes the comparable value at ptr.
func value(seed uint64, typ, ptr unsafe.Pointer) uint64
func unpack(x any) (typ, ptr unsafe.Pointer)
func randomBits() uint64

// Seed chooses a hash function; the zero Seed chooses none.
type Seed struct{ s uint64 }

// MakeSeed is a new random seed.
func MakeSeed() Seed {
	for {
		if s := randomBits(); s != 0 {
			return Seed{s}
		}
	}
}

func (s Seed) must() {
	if s.s == 0 {
		panic("maphash: use of uninitialized Seed")
	}
}

const blockSize = 128

// whole hashes all whole blocks of p, and gives the rest.
func whole(state uint64, p []byte) (uint64, []byte) {
	for len(p) >= blockSize {
		state = sum(state, p[:blockSize])
		p = p[blockSize:]
	}
	return state, p
}

// Bytes is the hash of b.
func Bytes(seed Seed, b []byte) uint64 {
	seed.must()
	state, rest := whole(seed.s, b)
	return sum(^state, rest)
}

// String is the hash of s, the same as that of its bytes.
func String(seed Seed, s string) uint64 {
	return Bytes(seed, unsafe.Slice(unsafe.StringData(s), len(s)))
}

// Comparable is the hash of v: equal values have equal ones.
func Comparable[T comparable](seed Seed, v T) uint64 {
	seed.must()
	return ofAny(seed.s, v)
}

func ofAny(seed uint64, x any) uint64 {
	typ, p := unpack(x)
	if typ == nil {
		return sum(seed, nil)
	}
	return value(seed, typ, p)
}

// WriteComparable adds x to what h hashes.
func WriteComparable[T comparable](h *Hash, x T) {
	h.init()
	var b [8]byte
	binary.LittleEndian.PutUint64(b[:], ofAny(h.seed.s, x))
	h.Write(b[:])
}

// Hasher is a hash function for values of a type, with the equality it fits.
type Hasher[T any] interface {
	Hash(*Hash, T)
	Equal(x, y T) bool
}

// ComparableHasher is the Hasher of ==.
type ComparableHasher[T comparable] struct {
	_ [0]func(T)
}

// Hash adds v to what h hashes.
func (ComparableHasher[T]) Hash(h *Hash, v T) { WriteComparable(h, v) }

// Equal is x == y.
func (ComparableHasher[T]) Equal(x, y T) bool { return x == y }

// Hash is a hash function with its state. The zero Hash takes a random seed.
type Hash struct {
	_     [0]func() // not comparable
	seed  Seed
	state uint64
	buf   [blockSize]byte
	n     int
}

func (h *Hash) init() {
	if h.seed.s == 0 {
		h.SetSeed(MakeSeed())
	}
}

// Seed is the seed.
func (h *Hash) Seed() Seed {
	h.init()
	return h.seed
}

// SetSeed takes a seed and starts anew.
func (h *Hash) SetSeed(seed Seed) {
	seed.must()
	h.seed, h.state, h.n = seed, seed.s, 0
}

// Reset starts anew with the same seed.
func (h *Hash) Reset() {
	h.init()
	h.state, h.n = h.seed.s, 0
}

// Write adds bytes.
func (h *Hash) Write(b []byte) (int, error) {
	h.init()
	size := len(b)
	if h.n > 0 {
		n := copy(h.buf[h.n:], b)
		h.n += n
		b = b[n:]
		if h.n < blockSize {
			return size, nil
		}
		h.state = sum(h.state, h.buf[:])
		h.n = 0
	}
	h.state, b = whole(h.state, b)
	h.n = copy(h.buf[:], b)
	return size, nil
}

// WriteString adds the bytes of s.
func (h *Hash) WriteString(s string) (int, error) {
	return h.Write(unsafe.Slice(unsafe.StringData(s), len(s)))
}

// WriteByte adds a byte.
func (h *Hash) WriteByte(b byte) error {
	h.Write([]byte{b})
	return nil
}

// Sum64 is the hash of what was added: what Bytes gives for it.
func (h *Hash) Sum64() uint64 {
	h.init()
	return sum(^h.state, h.buf[:h.n])
}

// Sum appends the hash, highest byte first.
func (h *Hash) Sum(b []byte) []byte { return binary.BigEndian.AppendUint64(b, h.Sum64()) }

// Size is the size of the hash.
func (h *Hash) Size() int { return 8 }

// BlockSize is the size of a block.
func (h *Hash) BlockSize() int { return blockSize }

// Clone is a copy.
func (h *Hash) Clone() (hash.Cloner, error) {
	h.init()
	c := *h
	return &c, nil
}
