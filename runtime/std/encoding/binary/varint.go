package binary

import (
	"errors"
	"io"
)

// The most bytes of a number of so many bits: seven bits a byte, least significant first, the top bit
// set in all but the last. Signed numbers are folded: 0, -1, 1, -2, 2 …
const (
	MaxVarintLen16 = 3
	MaxVarintLen32 = 5
	MaxVarintLen64 = 10
)

var errOverflow = errors.New("binary: varint overflows a 64-bit integer")

// AppendUvarint appends x.
func AppendUvarint(buf []byte, x uint64) []byte {
	for x >= 0x80 {
		buf = append(buf, byte(x)|0x80)
		x >>= 7
	}
	return append(buf, byte(x))
}

// PutUvarint writes x to buf and gives the number of bytes.
func PutUvarint(buf []byte, x uint64) int {
	n := 0
	for ; x >= 0x80; n++ {
		buf[n] = byte(x) | 0x80
		x >>= 7
	}
	buf[n] = byte(x)
	return n + 1
}

// Uvarint reads a number; n is how many bytes it has, 0 when buf ends too early, and negative when the
// number is too great: then -n bytes were read.
func Uvarint(buf []byte) (x uint64, n int) {
	for i, c := range buf {
		if i == MaxVarintLen64 || i == MaxVarintLen64-1 && 1 < c && c < 0x80 {
			return 0, -(i + 1)
		}
		x |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			return x, i + 1
		}
	}
	return 0, 0
}

func fold(x int64) uint64   { return uint64(x)<<1 ^ uint64(x>>63) }
func unfold(u uint64) int64 { return int64(u>>1) ^ -int64(u&1) }

// AppendVarint appends x.
func AppendVarint(buf []byte, x int64) []byte { return AppendUvarint(buf, fold(x)) }

// PutVarint writes x to buf and gives the number of bytes.
func PutVarint(buf []byte, x int64) int { return PutUvarint(buf, fold(x)) }

// Varint reads a number; see Uvarint.
func Varint(buf []byte) (int64, int) {
	u, n := Uvarint(buf)
	return unfold(u), n
}

// ReadUvarint reads a number from r. The error is io.EOF only when there was nothing.
func ReadUvarint(r io.ByteReader) (uint64, error) {
	var x uint64
	for i := 0; i < MaxVarintLen64; i++ {
		c, err := r.ReadByte()
		if err != nil {
			if i > 0 && err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			return x, err
		}
		if i == MaxVarintLen64-1 && 1 < c && c < 0x80 {
			break
		}
		x |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			return x, nil
		}
	}
	return x, errOverflow
}

// ReadVarint reads a number from r; see ReadUvarint.
func ReadVarint(r io.ByteReader) (int64, error) {
	u, err := ReadUvarint(r)
	return unfold(u), err
}
