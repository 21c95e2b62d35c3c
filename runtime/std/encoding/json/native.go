package json

import "unsafe"

// The natives. typ is a type descriptor; ptr, to, from, at are addresses of memory images.

// scan goes on with the scanning of data at s.pos, as wish (a sum of the constants below) asks, and tells
// how it ended.
func scan(data []byte, s *scanner, wish int) int

// text is the string that a string's token stands for.
func text(data []byte, word uint64, end int) string

// float is a number's token as a number of 32 or 64 bits; great says that it is an infinity.
func float(data []byte, word uint64, end int, bits int) (f float64, great bool)

// integer is the number of a token with flagWhole, taken apart; not ok: it has more than 64 bits.
func integer(data []byte, word uint64, end int) (negative bool, n uint64, ok bool)

func appendQuoted(to *[]byte, s string, html, script bool)
func appendInteger(to *[]byte, x uint64, signed bool)
func appendFloat(to *[]byte, f float64, bits int)

func unpack(x any) (typ, ptr unsafe.Pointer)
func pack(typ, ptr unsafe.Pointer) any
func dynamic(typ, ptr unsafe.Pointer) (dtyp, dptr unsafe.Pointer)
func kindOf(typ unsafe.Pointer) int
func typeName(typ unsafe.Pointer) string
func typeSize(typ unsafe.Pointer) uintptr
func elemOf(typ unsafe.Pointer) unsafe.Pointer
func keyOf(typ unsafe.Pointer) unsafe.Pointer
func lenOf(typ unsafe.Pointer) int
func numField(typ unsafe.Pointer) int
func fieldOf(typ unsafe.Pointer, i int) (name string, ftyp unsafe.Pointer, offset uintptr, embedded bool, exported bool)
func fieldTag(typ unsafe.Pointer, i int) string
func numMethods(typ unsafe.Pointer) int

// pointerTo's presence makes the compiler keep the called methods of all types, and pointers to them.
func pointerTo(elem unsafe.Pointer) unsafe.Pointer

func implements(iface, typ unsafe.Pointer) bool
func putInterface(iface unsafe.Pointer, x any, to unsafe.Pointer)
func newObject(typ unsafe.Pointer) unsafe.Pointer
func newArray(typ unsafe.Pointer, n int) unsafe.Pointer
func copyValue(typ, to, from unsafe.Pointer)
func copyValues(typ, to, from unsafe.Pointer, n int)
func clearValue(typ, at unsafe.Pointer)

// grownCap is the capacity that append gives a slice of capacity cap that is to have n elements.
func grownCap(typ unsafe.Pointer, cap, n int) int
func mapLen(m unsafe.Pointer) int
func mapEntries(typ, m unsafe.Pointer) (keys, elems unsafe.Pointer, n int)
func mapGet(typ, m, key unsafe.Pointer) unsafe.Pointer
func mapSet(typ, m, key, elem unsafe.Pointer)
func mapMake(typ unsafe.Pointer, n int) unsafe.Pointer

// The memory images of slices.
type sliceImage struct {
	data     unsafe.Pointer
	len, cap int
}

// cell is memory that holds p.
func cell(p unsafe.Pointer) unsafe.Pointer {
	c := new(unsafe.Pointer)
	*c = p
	return unsafe.Pointer(c)
}
