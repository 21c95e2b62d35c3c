// Package hash says what hash functions have in common.
package hash

import "io"

// Hash is a hash function; Write never fails.
type Hash interface {
	io.Writer
	Sum(b []byte) []byte // appends the hash of what was written
	Reset()
	Size() int
	BlockSize() int
}

// Hash32 is a hash function of 32 bits.
type Hash32 interface {
	Hash
	Sum32() uint32
}

// Hash64 is a hash function of 64 bits.
type Hash64 interface {
	Hash
	Sum64() uint64
}

// Cloner is a hash function that can be copied with its state.
type Cloner interface {
	Hash
	Clone() (Cloner, error)
}

// XOF is a hash function with as much output as one wants.
type XOF interface {
	io.Writer
	io.Reader
	Reset()
	BlockSize() int
}
