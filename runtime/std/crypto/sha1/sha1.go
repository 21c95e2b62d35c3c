// Package sha1 is the hash function SHA-1 (FIPS 180-4), which is no longer safe.
package sha1

import (
	"encoding/binary"
	"hash"
	"internal/blockhash"
)

// BlockSize is the size of a block in bytes.
const BlockSize = 64

// Size is the size of a hash in bytes.
const Size = 20

// block hashes whole blocks.
func block(state *[5]uint32, p []byte)

// digest is a hash function with its state.
type digest struct {
	h    [5]uint32
	tail blockhash.Tail
}

const magic = "sha\x01"

// New is the hash function.
func New() hash.Hash {
	d := &digest{}
	d.Reset()
	return d
}

// Sum is the hash of data.
func Sum(data []byte) (sum [Size]byte) {
	d := digest{}
	d.Reset()
	d.Write(data)
	d.Sum(sum[:0])
	return sum
}

// Reset starts anew.
func (d *digest) Reset() {
	d.h = [5]uint32{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0}
	d.tail = blockhash.Tail{}
}

// Size is the size of the hash.
func (d *digest) Size() int { return Size }

// BlockSize is the size of a block.
func (d *digest) BlockSize() int { return BlockSize }

// Write hashes more text.
func (d *digest) Write(p []byte) (int, error) {
	d.tail.Feed(p, BlockSize, func(p []byte) { block(&d.h, p) })
	return len(p), nil
}

// Sum appends the hash of the text so far.
func (d *digest) Sum(b []byte) []byte {
	c := *d
	c.tail.Pad(BlockSize, 8, false, func(p []byte) { block(&c.h, p) })
	out := make([]byte, 0, 20)
	for _, x := range c.h {
		out = binary.BigEndian.AppendUint32(out, x)
	}
	return append(b, out...)
}

// Clone is a copy.
func (d *digest) Clone() (hash.Cloner, error) {
	c := *d
	return &c, nil
}

// AppendBinary appends the state.
func (d *digest) AppendBinary(b []byte) ([]byte, error) {
	b = append(b, magic...)
	for _, x := range d.h {
		b = binary.BigEndian.AppendUint32(b, x)
	}
	return d.tail.Append(b, BlockSize), nil
}

// MarshalBinary gives the state.
func (d *digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

// UnmarshalBinary takes up a state.
func (d *digest) UnmarshalBinary(b []byte) error {
	if err := blockhash.Check("crypto/sha1", b, magic, 4+4*len(d.h)+BlockSize+8); err != nil {
		return err
	}
	b = b[4:]
	for i := range d.h {
		d.h[i] = binary.BigEndian.Uint32(b)
		b = b[4:]
	}
	d.tail.Restore(b, BlockSize)
	return nil
}
