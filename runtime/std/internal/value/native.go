package value

import "unsafe"

// The natives of this package. typ is always a type descriptor, never nil; ptr is always the
// address of a memory image of that type. None of them calls back into Go.

// unpack takes an interface value apart. ptr is the address of an image; for a pointer-shaped value
// it is a fresh 8-byte cell holding the pointer. The nil interface gives nil, nil.
func unpack(x any) (typ, ptr unsafe.Pointer)

// pack makes an interface value of dynamic type typ from a copy of the image at ptr. typ is not an
// interface type.
func pack(typ, ptr unsafe.Pointer) any

// newOf is the address of a new zero value of type typ.
func newOf(typ unsafe.Pointer) unsafe.Pointer

// kindOf is the kind of a type as package reflect numbers it (Bool = 1 … UnsafePointer = 26).
func kindOf(typ unsafe.Pointer) int

// typeString is the type as reflect.Type's String shows it.
func typeString(typ unsafe.Pointer) string

// typeName is the name of a defined or predeclared type without its package, with its type
// arguments; a type literal gives "".
func typeName(typ unsafe.Pointer) string

// typeSize is the size of the type's image in bytes.
func typeSize(typ unsafe.Pointer) uintptr

// elemOf is the element type of an array, chan, map, pointer or slice type.
func elemOf(typ unsafe.Pointer) unsafe.Pointer

// keyOf is the key type of a map type.
func keyOf(typ unsafe.Pointer) unsafe.Pointer

// lenOf is the length of an array type.
func lenOf(typ unsafe.Pointer) int

// numField is the number of fields of a struct type, blank ones included.
func numField(typ unsafe.Pointer) int

// fieldOf describes field i of a struct type; 0 <= i < numField(typ) is the caller's duty.
func fieldOf(typ unsafe.Pointer, i int) (name string, ftyp unsafe.Pointer, offset uintptr, embedded bool, exported bool)

// numMethod is reflect.Type's NumMethod: all methods of an interface type, the exported ones of
// another type's method set.
func numMethod(typ unsafe.Pointer) int

// dynamic is unpack for the interface value in memory at ptr, whose static type is the interface
// type typ (empty or with methods). A nil interface value gives nil, nil.
func dynamic(typ, ptr unsafe.Pointer) (dtyp, dptr unsafe.Pointer)

// mapLen is the number of entries of the map m points to; m may be nil.
func mapLen(m unsafe.Pointer) int

// mapEntries copies all entries of m, a map of type typ, into two fresh typed arrays of n images
// each, in any order. m may be nil; then n is 0.
func mapEntries(typ, m unsafe.Pointer) (keys, elems unsafe.Pointer, n int)

// assertTo does `*to, ok = x.(T)` for the type T that typ describes (an interface type or not), but
// leaves *to alone when ok is false.
func assertTo(typ unsafe.Pointer, x any, to unsafe.Pointer) bool

// swap exchanges the images of two values of type typ.
func swap(typ, a, b unsafe.Pointer)

// guestAddr is the address a program may see for p (see "Addresses" in ARCHITECTURE.md).
func guestAddr(p unsafe.Pointer) uintptr

// pkgPath is the import path of a defined type's package.
func pkgPath(typ unsafe.Pointer) string

// comparable tells whether == is allowed for a type.
func comparable(typ unsafe.Pointer) bool
