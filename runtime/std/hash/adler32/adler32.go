// Package adler32 is the checksum Adler-32 (RFC 1950).
package adler32

import (
	"encoding/binary"
	"errors"
	"hash"
)

// Size is the size of a checksum in bytes.
const Size = 4

// update goes on with a checksum.
func update(sum uint32, p []byte) uint32

// piece is the most that a native is given at once, so that a goroutine can be stopped.
const piece = 1 << 18

type digest uint32

// New is the hash function.
func New() hash.Hash32 {
	d := digest(1)
	return &d
}

// Checksum is the checksum of data.
func Checksum(data []byte) uint32 {
	d := digest(1)
	d.Write(data)
	return uint32(d)
}

func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return 4 }
func (d *digest) Reset()         { *d = 1 }
func (d *digest) Sum32() uint32  { return uint32(*d) }

func (d *digest) Write(p []byte) (int, error) {
	for rest := p; len(rest) > 0; {
		n := min(len(rest), piece)
		*d = digest(update(uint32(*d), rest[:n]))
		rest = rest[n:]
	}
	return len(p), nil
}

func (d *digest) Sum(b []byte) []byte { return binary.BigEndian.AppendUint32(b, uint32(*d)) }

func (d *digest) Clone() (hash.Cloner, error) {
	c := *d
	return &c, nil
}

const magic = "adl\x01"

func (d *digest) AppendBinary(b []byte) ([]byte, error) {
	return d.Sum(append(b, magic...)), nil
}

func (d *digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

func (d *digest) UnmarshalBinary(b []byte) error {
	if len(b) < len(magic) || string(b[:len(magic)]) != magic {
		return errors.New("hash/adler32: invalid hash state identifier")
	}
	if len(b) != len(magic)+4 {
		return errors.New("hash/adler32: invalid hash state size")
	}
	*d = digest(binary.BigEndian.Uint32(b[len(magic):]))
	return nil
}
