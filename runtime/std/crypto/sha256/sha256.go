// Package sha256 has the hash functions SHA-256 and SHA-224 (FIPS 180-4).
package sha256

import (
	"encoding/binary"
	"hash"
	"internal/blockhash"
)

// BlockSize is the size of a block in bytes.
const BlockSize = 64

// The sizes of hashes in bytes.
const (
	Size    = 32
	Size224 = 28
)

// block hashes whole blocks.
func block(state *[8]uint32, p []byte)

// digest is a hash function with its state.
type digest struct {
	h    [8]uint32
	kind *kind
	tail blockhash.Tail
}

// A kind is what a function of the family starts with.
type kind struct {
	size  int
	magic string
	start [8]uint32
}

var sha256 = kind{Size, "sha\x03", [8]uint32{
	0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
	0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
}}

var sha224 = kind{Size224, "sha\x02", [8]uint32{
	0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939,
	0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4,
}}

// New is the hash function SHA-256.
func New() hash.Hash {
	d := &digest{kind: &sha256}
	d.Reset()
	return d
}

// Sum256 is the hash of data SHA-256.
func Sum256(data []byte) (sum [Size]byte) {
	d := digest{kind: &sha256}
	d.Reset()
	d.Write(data)
	d.Sum(sum[:0])
	return sum
}

// New224 is the hash function SHA-224.
func New224() hash.Hash {
	d := &digest{kind: &sha224}
	d.Reset()
	return d
}

// Sum224 is the hash of data SHA-224.
func Sum224(data []byte) (sum [Size224]byte) {
	d := digest{kind: &sha224}
	d.Reset()
	d.Write(data)
	d.Sum(sum[:0])
	return sum
}

// Reset starts anew.
func (d *digest) Reset() {
	d.h = d.kind.start
	d.tail = blockhash.Tail{}
}

// Size is the size of the hash.
func (d *digest) Size() int { return d.kind.size }

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
	out := make([]byte, 0, 32)
	for _, x := range c.h {
		out = binary.BigEndian.AppendUint32(out, x)
	}
	return append(b, out[:d.kind.size]...)
}

// Clone is a copy.
func (d *digest) Clone() (hash.Cloner, error) {
	c := *d
	return &c, nil
}

// AppendBinary appends the state.
func (d *digest) AppendBinary(b []byte) ([]byte, error) {
	b = append(b, d.kind.magic...)
	for _, x := range d.h {
		b = binary.BigEndian.AppendUint32(b, x)
	}
	return d.tail.Append(b, BlockSize), nil
}

// MarshalBinary gives the state.
func (d *digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

// UnmarshalBinary takes up a state.
func (d *digest) UnmarshalBinary(b []byte) error {
	if err := blockhash.Check("crypto/sha256", b, d.kind.magic, 4+4*len(d.h)+BlockSize+8); err != nil {
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
