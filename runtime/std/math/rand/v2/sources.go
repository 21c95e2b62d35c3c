package rand

import (
	"errors"
	"math/bits"
)

// PCG is M. E. O'Neill's permuted congruential generator, in the variant DXSM with 128 bits of
// state. It is not safe for several goroutines.
type PCG struct {
	hi, lo uint64
}

// NewPCG is a generator whose sequence the seeds decide.
func NewPCG(seed1, seed2 uint64) *PCG { return &PCG{seed1, seed2} }

// Seed restarts the sequence.
func (p *PCG) Seed(seed1, seed2 uint64) { p.hi, p.lo = seed1, seed2 }

// Uint64 is the next number.
func (p *PCG) Uint64() uint64 {
	const (
		mulHi, mulLo = 0x2360ed051fc65da4, 0x4385df649fccf645
		incHi, incLo = 0x5851f42d4c957f2d, 0x14057b7ef767814f
		cheap        = 0xda942042e4dd58b5
	)
	hi, lo := bits.Mul64(p.lo, mulLo)
	hi += p.hi*mulLo + p.lo*mulHi
	lo, carry := bits.Add64(lo, incLo, 0)
	hi += incHi + carry
	p.hi, p.lo = hi, lo
	hi ^= hi >> 32
	hi *= cheap
	hi ^= hi >> 48
	return hi * (lo | 1)
}

func appendBig(b []byte, x uint64) []byte {
	for shift := 56; shift >= 0; shift -= 8 {
		b = append(b, byte(x>>shift))
	}
	return b
}

func big(b []byte) (x uint64) {
	for _, c := range b[:8] {
		x = x<<8 | uint64(c)
	}
	return
}

// AppendBinary appends the state.
func (p *PCG) AppendBinary(b []byte) ([]byte, error) {
	return appendBig(appendBig(append(b, "pcg:"...), p.hi), p.lo), nil
}

// MarshalBinary is the state.
func (p *PCG) MarshalBinary() ([]byte, error) { return p.AppendBinary(nil) }

// UnmarshalBinary goes on from a state.
func (p *PCG) UnmarshalBinary(data []byte) error {
	if len(data) != 20 || string(data[:4]) != "pcg:" {
		return errors.New("invalid PCG encoding")
	}
	p.hi, p.lo = big(data[4:]), big(data[12:])
	return nil
}

// ChaCha8 is the generator that C2SP specifies as chacha8rand: the output of ChaCha8 with a new key
// from it after each kilobyte. It is not safe for several goroutines.
type ChaCha8 struct {
	seed    [4]uint64
	words   [chunk]uint64
	used    int    // of words
	limit   int    // of words that are output
	counter uint32 // the block number of words
	bytes   [8]byte // of a number that Read has begun to use
	left    int     // of bytes, at their end
}

const (
	chunk   = 32 // numbers of four blocks
	newKey  = 4  // numbers of the last chunk that make the next key
	blocks  = 4
	maximum = 16 // blocks a key
)

// fill computes four blocks from block number counter on, word by word side by side.
func fill(seed *[4]uint64, counter uint32, words *[chunk]uint64)

// NewChaCha8 is a generator whose sequence the seed decides.
func NewChaCha8(seed [32]byte) *ChaCha8 {
	c := new(ChaCha8)
	c.Seed(seed)
	return c
}

// Seed restarts the sequence.
func (c *ChaCha8) Seed(seed [32]byte) {
	*c = ChaCha8{}
	for i := range c.seed {
		for j := 7; j >= 0; j-- {
			c.seed[i] = c.seed[i]<<8 | uint64(seed[8*i+j])
		}
	}
	c.chunk(0)
}

func (c *ChaCha8) chunk(counter uint32) {
	c.counter, c.used, c.limit = counter, 0, chunk
	if counter == maximum-blocks {
		c.limit -= newKey
	}
	fill(&c.seed, counter, &c.words)
}

// Uint64 is the next number.
func (c *ChaCha8) Uint64() uint64 {
	if c.used >= c.limit {
		next := c.counter + blocks
		if next == maximum {
			copy(c.seed[:], c.words[chunk-newKey:])
			next = 0
		}
		c.chunk(next)
	}
	x := c.words[c.used]
	c.used++
	return x
}

// Read fills p; it always succeeds.
func (c *ChaCha8) Read(p []byte) (n int, err error) {
	n = len(p)
	for len(p) > 0 {
		if c.left == 0 {
			x := c.Uint64()
			for i := range c.bytes {
				c.bytes[i] = byte(x >> (8 * i))
			}
			c.left = len(c.bytes)
		}
		k := copy(p, c.bytes[len(c.bytes)-c.left:])
		p = p[k:]
		c.left -= k
	}
	return n, nil
}

// AppendBinary appends the state.
func (c *ChaCha8) AppendBinary(b []byte) ([]byte, error) {
	if c.left > 0 {
		b = append(b, "readbuf:"...)
		b = append(b, byte(c.left))
		b = append(b, c.bytes[len(c.bytes)-c.left:]...)
	}
	b = append(b, "chacha8:"...)
	b = appendBig(b, uint64(c.counter)/blocks*chunk+uint64(c.used))
	for _, s := range c.seed {
		b = appendBig(b, bits.ReverseBytes64(s))
	}
	return b, nil
}

// MarshalBinary is the state.
func (c *ChaCha8) MarshalBinary() ([]byte, error) { return c.AppendBinary(nil) }

// UnmarshalBinary goes on from a state.
func (c *ChaCha8) UnmarshalBinary(data []byte) error {
	left := 0
	var rest [8]byte
	if len(data) >= 8 && string(data[:8]) == "readbuf:" {
		data = data[8:]
		if len(data) == 0 || int(data[0]) >= len(data) || data[0] > 8 {
			return errors.New("invalid ChaCha8 Read buffer encoding")
		}
		left = int(data[0])
		copy(rest[8-left:], data[1:1+left])
		data = data[1+left:]
	}
	if len(data) != 48 || string(data[:8]) != "chacha8:" {
		return errors.New("invalid ChaCha8 encoding")
	}
	used := big(data[8:])
	if used > maximum/blocks*chunk-newKey {
		return errors.New("invalid ChaCha8 encoding")
	}
	for i := range c.seed {
		c.seed[i] = bits.ReverseBytes64(big(data[16+8*i:]))
	}
	c.chunk(uint32(used/chunk) * blocks)
	c.used = int(used % chunk)
	c.bytes, c.left = rest, left
	return nil
}
