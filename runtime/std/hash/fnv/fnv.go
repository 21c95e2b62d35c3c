// Package fnv has the hash functions of Fowler, Noll and Vo (RFC 9923): FNV-1 multiplies and then takes in a
// byte, FNV-1a takes it in first.
package fnv

import (
	"encoding/binary"
	"errors"
	"hash"
	"math/bits"
)

// update goes on with a hash of 32 (small) or 64 bits; first says that bytes are taken in first.
func update(h uint64, p []byte, small, first bool) uint64

// piece is the most that a native is given at once, so that a goroutine can be stopped.
const piece = 1 << 18

func run(h uint64, p []byte, small, first bool) uint64 {
	for len(p) > 0 {
		n := min(len(p), piece)
		h = update(h, p[:n], small, first)
		p = p[n:]
	}
	return h
}

const (
	start32  = 0x811c9dc5
	start64  = 0xcbf29ce484222325
	high128  = 0x6c62272e07bb0142 // of the start
	low128   = 0x62b821756295c58d
	prime128 = 0x13b // and 1<<88
	shift128 = 24    // beyond the low 64 bits
)

// check looks at a saved state.
func check(b []byte, magic string, size int) error {
	if len(b) < len(magic) || string(b[:len(magic)]) != magic {
		return errors.New("hash/fnv: invalid hash state identifier")
	}
	if len(b) != len(magic)+size {
		return errors.New("hash/fnv: invalid hash state size")
	}
	return nil
}

type sum32 uint32

// New32 is FNV-1 of 32 bits.
func New32() hash.Hash32 {
	s := sum32(start32)
	return &s
}

func (s *sum32) Size() int      { return 4 }
func (s *sum32) BlockSize() int { return 1 }
func (s *sum32) Reset()         { *s = start32 }
func (s *sum32) Sum32() uint32  { return uint32(*s) }
func (s *sum32) Write(p []byte) (int, error) {
	*s = sum32(run(uint64(*s), p, true, false))
	return len(p), nil
}
func (s *sum32) Sum(b []byte) []byte { return binary.BigEndian.AppendUint32(b, uint32(*s)) }
func (s *sum32) Clone() (hash.Cloner, error) {
	c := *s
	return &c, nil
}
func (s *sum32) AppendBinary(b []byte) ([]byte, error) { return s.Sum(append(b, "fnv\x01"...)), nil }
func (s *sum32) MarshalBinary() ([]byte, error)        { return s.AppendBinary(nil) }
func (s *sum32) UnmarshalBinary(b []byte) error {
	if err := check(b, "fnv\x01", 4); err != nil {
		return err
	}
	*s = sum32(binary.BigEndian.Uint32(b[4:]))
	return nil
}

type sum32a uint32

// New32a is FNV-1a of 32 bits.
func New32a() hash.Hash32 {
	s := sum32a(start32)
	return &s
}

func (s *sum32a) Size() int      { return 4 }
func (s *sum32a) BlockSize() int { return 1 }
func (s *sum32a) Reset()         { *s = start32 }
func (s *sum32a) Sum32() uint32  { return uint32(*s) }
func (s *sum32a) Write(p []byte) (int, error) {
	*s = sum32a(run(uint64(*s), p, true, true))
	return len(p), nil
}
func (s *sum32a) Sum(b []byte) []byte { return binary.BigEndian.AppendUint32(b, uint32(*s)) }
func (s *sum32a) Clone() (hash.Cloner, error) {
	c := *s
	return &c, nil
}
func (s *sum32a) AppendBinary(b []byte) ([]byte, error) { return s.Sum(append(b, "fnv\x02"...)), nil }
func (s *sum32a) MarshalBinary() ([]byte, error)        { return s.AppendBinary(nil) }
func (s *sum32a) UnmarshalBinary(b []byte) error {
	if err := check(b, "fnv\x02", 4); err != nil {
		return err
	}
	*s = sum32a(binary.BigEndian.Uint32(b[4:]))
	return nil
}

type sum64 uint64

// New64 is FNV-1 of 64 bits.
func New64() hash.Hash64 {
	s := sum64(start64)
	return &s
}

func (s *sum64) Size() int      { return 8 }
func (s *sum64) BlockSize() int { return 1 }
func (s *sum64) Reset()         { *s = start64 }
func (s *sum64) Sum64() uint64  { return uint64(*s) }
func (s *sum64) Write(p []byte) (int, error) {
	*s = sum64(run(uint64(*s), p, false, false))
	return len(p), nil
}
func (s *sum64) Sum(b []byte) []byte { return binary.BigEndian.AppendUint64(b, uint64(*s)) }
func (s *sum64) Clone() (hash.Cloner, error) {
	c := *s
	return &c, nil
}
func (s *sum64) AppendBinary(b []byte) ([]byte, error) { return s.Sum(append(b, "fnv\x03"...)), nil }
func (s *sum64) MarshalBinary() ([]byte, error)        { return s.AppendBinary(nil) }
func (s *sum64) UnmarshalBinary(b []byte) error {
	if err := check(b, "fnv\x03", 8); err != nil {
		return err
	}
	*s = sum64(binary.BigEndian.Uint64(b[4:]))
	return nil
}

type sum64a uint64

// New64a is FNV-1a of 64 bits.
func New64a() hash.Hash64 {
	s := sum64a(start64)
	return &s
}

func (s *sum64a) Size() int      { return 8 }
func (s *sum64a) BlockSize() int { return 1 }
func (s *sum64a) Reset()         { *s = start64 }
func (s *sum64a) Sum64() uint64  { return uint64(*s) }
func (s *sum64a) Write(p []byte) (int, error) {
	*s = sum64a(run(uint64(*s), p, false, true))
	return len(p), nil
}
func (s *sum64a) Sum(b []byte) []byte { return binary.BigEndian.AppendUint64(b, uint64(*s)) }
func (s *sum64a) Clone() (hash.Cloner, error) {
	c := *s
	return &c, nil
}
func (s *sum64a) AppendBinary(b []byte) ([]byte, error) { return s.Sum(append(b, "fnv\x04"...)), nil }
func (s *sum64a) MarshalBinary() ([]byte, error)        { return s.AppendBinary(nil) }
func (s *sum64a) UnmarshalBinary(b []byte) error {
	if err := check(b, "fnv\x04", 8); err != nil {
		return err
	}
	*s = sum64a(binary.BigEndian.Uint64(b[4:]))
	return nil
}

type sum128 [2]uint64

// New128 is FNV-1 of 128 bits.
func New128() hash.Hash { return &sum128{high128, low128} }

func (s *sum128) Size() int      { return 16 }
func (s *sum128) BlockSize() int { return 1 }
func (s *sum128) Reset()         { *s = sum128{high128, low128} }
func (s *sum128) Write(p []byte) (int, error) {
	for _, c := range p {
		s.times()
		s[1] ^= uint64(c)
	}
	return len(p), nil
}
func (s *sum128) Sum(b []byte) []byte {
	return binary.BigEndian.AppendUint64(binary.BigEndian.AppendUint64(b, s[0]), s[1])
}
func (s *sum128) Clone() (hash.Cloner, error) {
	c := *s
	return &c, nil
}
func (s *sum128) AppendBinary(b []byte) ([]byte, error) { return s.Sum(append(b, "fnv\x05"...)), nil }
func (s *sum128) MarshalBinary() ([]byte, error)        { return s.AppendBinary(nil) }
func (s *sum128) UnmarshalBinary(b []byte) error {
	if err := check(b, "fnv\x05", 16); err != nil {
		return err
	}
	*s = sum128{binary.BigEndian.Uint64(b[4:]), binary.BigEndian.Uint64(b[12:])}
	return nil
}

type sum128a [2]uint64

// New128a is FNV-1a of 128 bits.
func New128a() hash.Hash { return &sum128a{high128, low128} }

func (s *sum128a) Size() int      { return 16 }
func (s *sum128a) BlockSize() int { return 1 }
func (s *sum128a) Reset()         { *s = sum128a{high128, low128} }
func (s *sum128a) Write(p []byte) (int, error) {
	for _, c := range p {
		s[1] ^= uint64(c)
		(*sum128)(s).times()
	}
	return len(p), nil
}
func (s *sum128a) Sum(b []byte) []byte {
	return binary.BigEndian.AppendUint64(binary.BigEndian.AppendUint64(b, s[0]), s[1])
}
func (s *sum128a) Clone() (hash.Cloner, error) {
	c := *s
	return &c, nil
}
func (s *sum128a) AppendBinary(b []byte) ([]byte, error) { return s.Sum(append(b, "fnv\x06"...)), nil }
func (s *sum128a) MarshalBinary() ([]byte, error)        { return s.AppendBinary(nil) }
func (s *sum128a) UnmarshalBinary(b []byte) error {
	if err := check(b, "fnv\x06", 16); err != nil {
		return err
	}
	*s = sum128a{binary.BigEndian.Uint64(b[4:]), binary.BigEndian.Uint64(b[12:])}
	return nil
}

// times multiplies by the prime.
func (s *sum128) times() {
	high, low := bits.Mul64(s[1], prime128)
	s[0] = high + s[0]*prime128 + s[1]<<shift128
	s[1] = low
}
