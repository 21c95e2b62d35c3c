// Package crc64 has cyclic redundancy checks of 64 bits. Polynomials are written with the lowest power in
// the highest bit.
package crc64

import (
	"encoding/binary"
	"errors"
	"hash"
)

// Size is the size of a checksum in bytes.
const Size = 8

// Polynomials.
const (
	ISO  = 0xD800000000000000 // ISO 3309
	ECMA = 0xC96C5795D7870F42 // ECMA 182
)

// Table is what each byte does to a checksum.
type Table [256]uint64

var isoTable, ecmaTable = newTable(ISO), newTable(ECMA)

// update goes on with a checksum.
func update(crc uint64, tab *Table, p []byte) uint64

func newTable(poly uint64) *Table {
	t := new(Table)
	for i := range t {
		crc := uint64(i)
		for range 8 {
			crc = crc>>1 ^ poly&-(crc&1)
		}
		t[i] = crc
	}
	return t
}

// MakeTable is the table of a polynomial; it is not to be changed.
func MakeTable(poly uint64) *Table {
	switch poly {
	case ISO:
		return isoTable
	case ECMA:
		return ecmaTable
	}
	return newTable(poly)
}

// piece is the most that a native is given at once, so that a goroutine can be stopped.
const piece = 1 << 18

// Update goes on with a checksum.
func Update(crc uint64, tab *Table, p []byte) uint64 {
	for len(p) > 0 {
		n := min(len(p), piece)
		crc = update(crc, tab, p[:n])
		p = p[n:]
	}
	return crc
}

// Checksum is the checksum of data.
func Checksum(data []byte, tab *Table) uint64 { return Update(0, tab, data) }

type digest struct {
	crc uint64
	tab *Table
}

// New is the hash function of a table.
func New(tab *Table) hash.Hash64 { return &digest{tab: tab} }

func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return 1 }
func (d *digest) Reset()         { d.crc = 0 }
func (d *digest) Sum64() uint64  { return d.crc }
func (d *digest) Write(p []byte) (int, error) {
	d.crc = Update(d.crc, d.tab, p)
	return len(p), nil
}
func (d *digest) Sum(b []byte) []byte { return binary.BigEndian.AppendUint64(b, d.crc) }

func (d *digest) Clone() (hash.Cloner, error) {
	c := *d
	return &c, nil
}

const magic = "crc\x02"

// sum is what a saved state knows of the table.
func (t *Table) sum() uint64 {
	var b []byte
	for _, x := range t {
		b = binary.BigEndian.AppendUint64(b, x)
	}
	return Checksum(b, isoTable)
}

func (d *digest) AppendBinary(b []byte) ([]byte, error) {
	b = append(b, magic...)
	b = binary.BigEndian.AppendUint64(b, d.tab.sum())
	return binary.BigEndian.AppendUint64(b, d.crc), nil
}

func (d *digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

func (d *digest) UnmarshalBinary(b []byte) error {
	switch {
	case len(b) < len(magic) || string(b[:len(magic)]) != magic:
		return errors.New("hash/crc64: invalid hash state identifier")
	case len(b) != len(magic)+16:
		return errors.New("hash/crc64: invalid hash state size")
	case binary.BigEndian.Uint64(b[4:]) != d.tab.sum():
		return errors.New("hash/crc64: tables do not match")
	}
	d.crc = binary.BigEndian.Uint64(b[12:])
	return nil
}
