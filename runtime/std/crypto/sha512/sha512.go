// Package sha512 has the hash functions SHA-512, SHA-384, SHA-512/224 and SHA-512/256 (FIPS 180-4).
package sha512

import (
	"encoding/binary"
	"hash"
	"internal/blockhash"
)

// BlockSize is the size of a block in bytes.
const BlockSize = 128

// The sizes of hashes in bytes.
const (
	Size    = 64
	Size384 = 48
	Size224 = 28
	Size256 = 32
)

// block hashes whole blocks.
func block(state *[8]uint64, p []byte)

// digest is a hash function with its state.
type digest struct {
	h    [8]uint64
	kind *kind
	tail blockhash.Tail
}

// A kind is what a function of the family starts with.
type kind struct {
	size  int
	magic string
	start [8]uint64
}

var sha512 = kind{Size, "sha\a", [8]uint64{
	0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
	0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
}}

var sha384 = kind{Size384, "sha\x04", [8]uint64{
	0xcbbb9d5dc1059ed8, 0x629a292a367cd507, 0x9159015a3070dd17, 0x152fecd8f70e5939,
	0x67332667ffc00b31, 0x8eb44a8768581511, 0xdb0c2e0d64f98fa7, 0x47b5481dbefa4fa4,
}}

var sha512t224 = kind{Size224, "sha\x05", [8]uint64{
	0x8c3d37c819544da2, 0x73e1996689dcd4d6, 0x1dfab7ae32ff9c82, 0x679dd514582f9fcf,
	0x0f6d2b697bd44da8, 0x77e36f7304c48942, 0x3f9d85a86a1d36c8, 0x1112e6ad91d692a1,
}}

var sha512t256 = kind{Size256, "sha\x06", [8]uint64{
	0x22312194fc2bf72c, 0x9f555fa3c84c64c2, 0x2393b86b6f53b151, 0x963877195940eabd,
	0x96283ee2a88effe3, 0xbe5e1e2553863992, 0x2b0199fc2c85b8aa, 0x0eb72ddc81c52ca2,
}}

// New is the hash function SHA-512.
func New() hash.Hash {
	d := &digest{kind: &sha512}
	d.Reset()
	return d
}

// Sum512 is the hash of data SHA-512.
func Sum512(data []byte) (sum [Size]byte) {
	d := digest{kind: &sha512}
	d.Reset()
	d.Write(data)
	d.Sum(sum[:0])
	return sum
}

// New384 is the hash function SHA-384.
func New384() hash.Hash {
	d := &digest{kind: &sha384}
	d.Reset()
	return d
}

// Sum384 is the hash of data SHA-384.
func Sum384(data []byte) (sum [Size384]byte) {
	d := digest{kind: &sha384}
	d.Reset()
	d.Write(data)
	d.Sum(sum[:0])
	return sum
}

// New512_224 is the hash function SHA-512/224.
func New512_224() hash.Hash {
	d := &digest{kind: &sha512t224}
	d.Reset()
	return d
}

// Sum512_224 is the hash of data SHA-512/224.
func Sum512_224(data []byte) (sum [Size224]byte) {
	d := digest{kind: &sha512t224}
	d.Reset()
	d.Write(data)
	d.Sum(sum[:0])
	return sum
}

// New512_256 is the hash function SHA-512/256.
func New512_256() hash.Hash {
	d := &digest{kind: &sha512t256}
	d.Reset()
	return d
}

// Sum512_256 is the hash of data SHA-512/256.
func Sum512_256(data []byte) (sum [Size256]byte) {
	d := digest{kind: &sha512t256}
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
	c.tail.Pad(BlockSize, 16, false, func(p []byte) { block(&c.h, p) })
	out := make([]byte, 0, 64)
	for _, x := range c.h {
		out = binary.BigEndian.AppendUint64(out, x)
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
		b = binary.BigEndian.AppendUint64(b, x)
	}
	return d.tail.Append(b, BlockSize), nil
}

// MarshalBinary gives the state.
func (d *digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

// UnmarshalBinary takes up a state.
func (d *digest) UnmarshalBinary(b []byte) error {
	if err := blockhash.Check("crypto/sha512", b, d.kind.magic, 4+8*len(d.h)+BlockSize+8); err != nil {
		return err
	}
	b = b[4:]
	for i := range d.h {
		d.h[i] = binary.BigEndian.Uint64(b)
		b = b[8:]
	}
	d.tail.Restore(b, BlockSize)
	return nil
}
