// Package crc32 has cyclic redundancy checks of 32 bits. Polynomials are written with the lowest power in
// the highest bit.
package crc32

import (
	"encoding/binary"
	"errors"
	"hash"
)

// Size is the size of a checksum in bytes.
const Size = 4

// Polynomials.
const (
	IEEE       = 0xedb88320 // Ethernet, gzip, PNG
	Castagnoli = 0x82f63b78 // iSCSI
	Koopman    = 0xeb31d82e
)

// Table is what each byte does to a checksum.
type Table [256]uint32

// IEEETable is the table of IEEE.
var IEEETable = newTable(IEEE)

var castagnoli *Table

// updateIEEE and update go on with a checksum.
func updateIEEE(crc uint32, p []byte) uint32
func update(crc uint32, tab *Table, p []byte) uint32

func newTable(poly uint32) *Table {
	t := new(Table)
	for i := range t {
		crc := uint32(i)
		for range 8 {
			crc = crc>>1 ^ poly&-(crc&1)
		}
		t[i] = crc
	}
	return t
}

// MakeTable is the table of a polynomial; it is not to be changed.
func MakeTable(poly uint32) *Table {
	switch poly {
	case IEEE:
		return IEEETable
	case Castagnoli:
		if castagnoli == nil {
			castagnoli = newTable(poly)
		}
		return castagnoli
	}
	return newTable(poly)
}

// piece is the most that a native is given at once, so that a goroutine can be stopped.
const piece = 1 << 18

// Update goes on with a checksum.
func Update(crc uint32, tab *Table, p []byte) uint32 {
	for len(p) > 0 {
		n := min(len(p), piece)
		if tab == IEEETable {
			crc = updateIEEE(crc, p[:n])
		} else {
			crc = update(crc, tab, p[:n])
		}
		p = p[n:]
	}
	return crc
}

// Checksum is the checksum of data.
func Checksum(data []byte, tab *Table) uint32 { return Update(0, tab, data) }

// ChecksumIEEE is the checksum of data with IEEE.
func ChecksumIEEE(data []byte) uint32 { return Update(0, IEEETable, data) }

type digest struct {
	crc uint32
	tab *Table
}

// New is the hash function of a table.
func New(tab *Table) hash.Hash32 { return &digest{tab: tab} }

// NewIEEE is the hash function of IEEE.
func NewIEEE() hash.Hash32 { return New(IEEETable) }

func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return 1 }
func (d *digest) Reset()         { d.crc = 0 }
func (d *digest) Sum32() uint32  { return d.crc }
func (d *digest) Write(p []byte) (int, error) {
	d.crc = Update(d.crc, d.tab, p)
	return len(p), nil
}
func (d *digest) Sum(b []byte) []byte { return binary.BigEndian.AppendUint32(b, d.crc) }

func (d *digest) Clone() (hash.Cloner, error) {
	c := *d
	return &c, nil
}

const magic = "crc\x01"

// sum is what a saved state knows of the table.
func (t *Table) sum() uint32 {
	var b []byte
	for _, x := range t {
		b = binary.BigEndian.AppendUint32(b, x)
	}
	return ChecksumIEEE(b)
}

func (d *digest) AppendBinary(b []byte) ([]byte, error) {
	b = append(b, magic...)
	b = binary.BigEndian.AppendUint32(b, d.tab.sum())
	return binary.BigEndian.AppendUint32(b, d.crc), nil
}

func (d *digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

func (d *digest) UnmarshalBinary(b []byte) error {
	switch {
	case len(b) < len(magic) || string(b[:len(magic)]) != magic:
		return errors.New("hash/crc32: invalid hash state identifier")
	case len(b) != len(magic)+8:
		return errors.New("hash/crc32: invalid hash state size")
	case binary.BigEndian.Uint32(b[4:]) != d.tab.sum():
		return errors.New("hash/crc32: tables do not match")
	}
	d.crc = binary.BigEndian.Uint32(b[8:])
	return nil
}
