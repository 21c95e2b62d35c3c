// Package hmac makes codes (HMAC) that only those can make who know a key (RFC 2104, FIPS 198-1).
package hmac

import (
	"crypto/subtle"
	"errors"
	"fmt"
	"hash"
)

// digest is a hash function with a key.
type digest struct {
	inner, outer       hash.Hash
	innerKey, outerKey []byte // the blocks that are hashed first
}

// New is the hash function that h and a key make; every call of h must give another one.
func New(h func() hash.Hash, key []byte) hash.Hash {
	m := &digest{inner: h(), outer: h()}
	unique := true
	func() {
		// Types that cannot be compared are different values.
		defer func() { recover() }()
		if m.inner == m.outer {
			unique = false
		}
	}()
	if !unique {
		panic("crypto/hmac: hash generation function does not produce unique values")
	}
	size := m.inner.BlockSize()
	if len(key) > size {
		m.outer.Write(key)
		key = m.outer.Sum(nil)
	}
	m.innerKey, m.outerKey = make([]byte, size), make([]byte, size)
	copy(m.innerKey, key)
	copy(m.outerKey, key)
	for i := range size {
		m.innerKey[i] ^= 0x36
		m.outerKey[i] ^= 0x5c
	}
	m.inner.Write(m.innerKey)
	return m
}

// Write hashes more text.
func (m *digest) Write(p []byte) (int, error) { return m.inner.Write(p) }

// Sum appends the code of the text so far.
func (m *digest) Sum(b []byte) []byte {
	inner := m.inner.Sum(nil)
	m.outer.Reset()
	m.outer.Write(m.outerKey)
	m.outer.Write(inner)
	return m.outer.Sum(b)
}

// Reset starts anew.
func (m *digest) Reset() {
	m.inner.Reset()
	m.inner.Write(m.innerKey)
}

// Size is the size of the code.
func (m *digest) Size() int { return m.outer.Size() }

// BlockSize is the size of a block.
func (m *digest) BlockSize() int { return m.inner.BlockSize() }

// Clone is a copy, if the hash function can be copied.
func (m *digest) Clone() (hash.Cloner, error) {
	inner, ok := m.inner.(hash.Cloner)
	outer, also := m.outer.(hash.Cloner)
	if !ok || !also {
		return nil, fmt.Errorf("crypto/hmac: hash does not support hash.Cloner: %w", errors.ErrUnsupported)
	}
	c := *m
	var err error
	if c.inner, err = inner.Clone(); err != nil {
		return nil, err
	}
	if c.outer, err = outer.Clone(); err != nil {
		return nil, err
	}
	return &c, nil
}

// Equal compares codes in a time that does not tell where they differ.
func Equal(mac1, mac2 []byte) bool { return subtle.ConstantTimeCompare(mac1, mac2) == 1 }
