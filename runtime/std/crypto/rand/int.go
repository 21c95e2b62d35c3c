package rand

import (
	"errors"
	"io"
	"math/big"
)

// Int is a random number from 0 to max, without max.
func Int(rand io.Reader, max *big.Int) (n *big.Int, err error) {
	if max.Sign() <= 0 {
		panic("crypto/rand: argument to Int is <= 0")
	}
	last := new(big.Int).Sub(max, big.NewInt(1))
	bits := last.BitLen()
	n = new(big.Int)
	if bits == 0 {
		return n, nil
	}
	buf := make([]byte, (bits+7)/8)
	for {
		if _, err := io.ReadFull(rand, buf); err != nil {
			return nil, err
		}
		if extra := bits % 8; extra != 0 {
			buf[0] &= 1<<extra - 1
		}
		if n.SetBytes(buf).Cmp(max) < 0 {
			return n, nil
		}
	}
}

// Prime is a random prime of so many bits, the two highest of which are set.
func Prime(r io.Reader, bits int) (*big.Int, error) {
	if bits < 2 {
		return nil, errors.New("crypto/rand: prime size must be at least 2-bit")
	}
	buf := make([]byte, (bits+7)/8)
	p := new(big.Int)
	for {
		if _, err := io.ReadFull(r, buf); err != nil {
			return nil, err
		}
		if extra := bits % 8; extra != 0 {
			buf[0] &= 1<<extra - 1
		}
		p.SetBytes(buf)
		p.SetBit(p, bits-1, 1)
		if bits > 2 {
			p.SetBit(p, 0, 1)
			p.SetBit(p, bits-2, 1)
		}
		if p.ProbablyPrime(20) {
			return p, nil
		}
	}
}
