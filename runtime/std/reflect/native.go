package reflect

import "unsafe"

// The natives. typ is a type descriptor; ptr, a, b, to, from are addresses of memory images.

func unpack(x any) (typ, ptr unsafe.Pointer)
func pack(typ, ptr unsafe.Pointer) any
func dynamic(typ, ptr unsafe.Pointer) (dtyp, dptr unsafe.Pointer)
func kindOf(typ unsafe.Pointer) int
func typeString(typ unsafe.Pointer) string
func typeName(typ unsafe.Pointer) string
func pkgPath(typ unsafe.Pointer) string
func typeSize(typ unsafe.Pointer) uintptr
func alignOf(typ unsafe.Pointer) int
func comparable(typ unsafe.Pointer) bool
func direct(typ unsafe.Pointer) bool
func isInterface(typ unsafe.Pointer) bool
func elemOf(typ unsafe.Pointer) unsafe.Pointer
func keyOf(typ unsafe.Pointer) unsafe.Pointer
func lenOf(typ unsafe.Pointer) int
func numField(typ unsafe.Pointer) int
func fieldOf(typ unsafe.Pointer, i int) (name string, ftyp unsafe.Pointer, offset uintptr, embedded bool, exported bool)
func fieldTag(typ unsafe.Pointer, i int) string
func numIn(typ unsafe.Pointer) int
func numOut(typ unsafe.Pointer) int
func variadic(typ unsafe.Pointer) bool
func param(typ unsafe.Pointer, i int) unsafe.Pointer
func result(typ unsafe.Pointer, i int) unsafe.Pointer
func numMethods(typ unsafe.Pointer) int

// methodAt is a method of a type's list, by name and package; its presence makes the compiler keep
// all exported methods. fn takes the interface's data word first.
func methodAt(typ unsafe.Pointer, i int) (name, pkg string, sig unsafe.Pointer, fn uint32)

func pointerTo(elem unsafe.Pointer) unsafe.Pointer
func sliceOf(elem unsafe.Pointer) unsafe.Pointer
func arrayOf(n int, elem unsafe.Pointer) unsafe.Pointer
func chanOf(dir int, elem unsafe.Pointer) unsafe.Pointer
func mapOf(key, elem unsafe.Pointer) unsafe.Pointer
func funcOf(in, out []unsafe.Pointer, variadic bool) unsafe.Pointer

type fieldImage struct {
	name     string
	typ      unsafe.Pointer
	tag      string
	embedded bool
	pkg      string // of an unexported one
}

func fieldPkg(typ unsafe.Pointer, i int) string

func structOf(fields []fieldImage) unsafe.Pointer

func newObject(typ unsafe.Pointer) unsafe.Pointer
func newArray(typ unsafe.Pointer, n int) unsafe.Pointer
func copyValue(typ, to, from unsafe.Pointer)
func copyValues(typ, to, from unsafe.Pointer, n int)

// grownCap is the capacity that append gives a slice of capacity cap that is to have n elements.
func grownCap(typ unsafe.Pointer, cap, n int) int
func clearValue(typ, at unsafe.Pointer)
func swap(typ, a, b unsafe.Pointer)
func equal(typ, a, b unsafe.Pointer) bool
func implements(iface, typ unsafe.Pointer) bool
func putInterface(iface unsafe.Pointer, x any, to unsafe.Pointer)

func selectCases(cases []channelCase, wait bool, reason int) (chosen int, ok, parked bool)
func selected(cases []channelCase) (chosen int, ok bool)
func chanMake(typ unsafe.Pointer, n int) unsafe.Pointer
func chanClose(ch unsafe.Pointer)

func mapLen(m unsafe.Pointer) int
func mapGet(typ, m, key unsafe.Pointer) unsafe.Pointer
func mapSet(typ, m, key, elem unsafe.Pointer)
func mapDelete(typ, m, key unsafe.Pointer)
func mapClear(typ, m unsafe.Pointer)
func mapMake(typ unsafe.Pointer, n int) unsafe.Pointer
func mapIterate(typ, m unsafe.Pointer) unsafe.Pointer
func mapNext(typ, it unsafe.Pointer) (ok bool, key, elem unsafe.Pointer)
func guestAddr(p unsafe.Pointer) uintptr

// funcPlace is the program counter that stands for the function of a func value, which is not nil.
func funcPlace(f unsafe.Pointer) uintptr
