// Package value is gvm's read-only reflection for the library: fmt, sort and errors look at
// arbitrary values through it. It writes to a program's memory only where its caller may (Swap, Set).
package value

import "unsafe"

// Kind numbers the kinds of types as package reflect does.
type Kind int

const (
	Invalid Kind = iota
	Bool
	Int
	Int8
	Int16
	Int32
	Int64
	Uint
	Uint8
	Uint16
	Uint32
	Uint64
	Uintptr
	Float32
	Float64
	Complex64
	Complex128
	Array
	Chan
	Func
	Interface
	Map
	Pointer
	Slice
	String
	Struct
	UnsafePointer
)

// A Type is a type descriptor; the zero Type stands for no type.
type Type struct{ desc unsafe.Pointer }

// A Value is a type and the address of a value's memory image. The zero Value is what Of(nil) gives.
type Value struct {
	typ unsafe.Pointer
	ptr unsafe.Pointer
}

// The memory images of the built-in headers.
type sliceImage struct {
	data     unsafe.Pointer
	len, cap int
}

// Of gives the content of an interface value.
func Of(x any) Value {
	typ, ptr := unpack(x)
	return Value{typ, ptr}
}

// TypeOf gives the dynamic type of x.
func TypeOf(x any) Type {
	typ, _ := unpack(x)
	return Type{typ}
}

// IsValid tells whether v holds a value at all.
func (v Value) IsValid() bool { return v.typ != nil }

func (v Value) Type() Type { return Type{v.typ} }

func (v Value) Kind() Kind {
	if v.typ == nil {
		return Invalid
	}
	return Kind(kindOf(v.typ))
}

// Address is where the memory image of v is.
func (v Value) Address() unsafe.Pointer { return v.ptr }

// Interface packs v into an interface value; of an interface value it gives the content.
func (v Value) Interface() any {
	if v.Kind() == Interface {
		v = v.Elem()
	}
	if v.typ == nil {
		return nil
	}
	return pack(v.typ, v.ptr)
}

func (v Value) Bool() bool { return *(*bool)(v.ptr) }

// Int reads any signed integer.
func (v Value) Int() int64 {
	switch v.Kind() {
	case Int8:
		return int64(*(*int8)(v.ptr))
	case Int16:
		return int64(*(*int16)(v.ptr))
	case Int32:
		return int64(*(*int32)(v.ptr))
	case Int, Int64:
		return *(*int64)(v.ptr)
	}
	panic("value: Int of a value that is not a signed integer")
}

// Uint reads any unsigned integer.
func (v Value) Uint() uint64 {
	switch v.Kind() {
	case Uint8:
		return uint64(*(*uint8)(v.ptr))
	case Uint16:
		return uint64(*(*uint16)(v.ptr))
	case Uint32:
		return uint64(*(*uint32)(v.ptr))
	case Uint, Uint64, Uintptr:
		return *(*uint64)(v.ptr)
	}
	panic("value: Uint of a value that is not an unsigned integer")
}

// Float reads a float32 or float64.
func (v Value) Float() float64 {
	switch v.Kind() {
	case Float32:
		return float64(*(*float32)(v.ptr))
	case Float64:
		return *(*float64)(v.ptr)
	}
	panic("value: Float of a value that is not a floating-point number")
}

// Complex reads a complex64 or complex128.
func (v Value) Complex() complex128 {
	switch v.Kind() {
	case Complex64:
		return complex128(*(*complex64)(v.ptr))
	case Complex128:
		return *(*complex128)(v.ptr)
	}
	panic("value: Complex of a value that is not a complex number")
}

// String reads a string; of a value of another kind it tells the type, so that a Value can be printed.
func (v Value) String() string {
	if v.Kind() == String {
		return *(*string)(v.ptr)
	}
	if v.typ == nil {
		return "<invalid Value>"
	}
	return "<" + typeString(v.typ) + " Value>"
}

// word reads the one word of a pointer-shaped value.
func (v Value) word() unsafe.Pointer { return *(*unsafe.Pointer)(v.ptr) }

// IsNil tells whether a pointer, map, chan, func, slice or interface is nil.
func (v Value) IsNil() bool {
	switch v.Kind() {
	case Pointer, Map, Chan, Func, UnsafePointer, Slice, Interface:
		return v.word() == nil
	}
	panic("value: IsNil of a value that cannot be nil")
}

// Pointer is the address to show for a pointer, map, chan, func, unsafe pointer or slice; 0 is nil.
func (v Value) Pointer() uintptr {
	switch v.Kind() {
	case Pointer, Map, Chan, Func, UnsafePointer, Slice:
		p := v.word()
		if p == nil {
			return 0
		}
		return guestAddr(p)
	}
	panic("value: Pointer of a value that is not one")
}

// Word is the raw word of a pointer, map, chan, func, unsafe pointer or slice, for comparing identities.
func (v Value) Word() unsafe.Pointer { return v.word() }

// Len is the length of an array, slice, string or map.
func (v Value) Len() int {
	switch v.Kind() {
	case Array:
		return lenOf(v.typ)
	case Slice:
		return (*sliceImage)(v.ptr).len
	case String:
		return len(*(*string)(v.ptr))
	case Map:
		return mapLen(v.word())
	}
	panic("value: Len of a value that has none")
}

// Cap is the capacity of a slice or the length of an array.
func (v Value) Cap() int {
	switch v.Kind() {
	case Array:
		return lenOf(v.typ)
	case Slice:
		return (*sliceImage)(v.ptr).cap
	}
	panic("value: Cap of a value that has none")
}

// elements gives the first element's address and the number of elements of an array or slice.
func (v Value) elements() (base unsafe.Pointer, n int) {
	switch v.Kind() {
	case Array:
		return v.ptr, lenOf(v.typ)
	case Slice:
		s := (*sliceImage)(v.ptr)
		return s.data, s.len
	}
	panic("value: a value without elements")
}

// Index is element i of an array or slice; it shares the element's memory.
func (v Value) Index(i int) Value {
	base, n := v.elements()
	if uint(i) >= uint(n) {
		panic("value: index out of range")
	}
	elem := elemOf(v.typ)
	return Value{elem, unsafe.Add(base, uintptr(i)*typeSize(elem))}
}

// Bytes is the memory of a slice or array of bytes; the caller must not write to it.
func (v Value) Bytes() []byte {
	base, n := v.elements()
	if Kind(kindOf(elemOf(v.typ))) != Uint8 {
		panic("value: Bytes of a value that is not made of bytes")
	}
	if n == 0 {
		return nil
	}
	return unsafe.Slice((*byte)(base), n)
}

// NumField is the number of fields of a struct.
func (v Value) NumField() int { return numField(v.typ) }

// Field is field i of a struct; it shares the field's memory.
func (v Value) Field(i int) Value {
	_, ftyp, offset, _, _ := fieldOf(v.typ, i)
	return Value{ftyp, unsafe.Add(v.ptr, offset)}
}

// FieldName is the name of field i of a struct.
func (v Value) FieldName(i int) string {
	name, _, _, _, _ := fieldOf(v.typ, i)
	return name
}

// FieldExported tells whether field i of a struct has an exported name.
func (v Value) FieldExported(i int) bool {
	_, _, _, _, exported := fieldOf(v.typ, i)
	return exported
}

// FieldEmbedded tells whether field i of a struct is embedded.
func (v Value) FieldEmbedded(i int) bool {
	_, _, _, embedded, _ := fieldOf(v.typ, i)
	return embedded
}

// Elem is what an interface holds or what a pointer points to; of nil it gives the zero Value.
func (v Value) Elem() Value {
	switch v.Kind() {
	case Interface:
		if v.word() == nil {
			return Value{}
		}
		typ, ptr := dynamic(v.typ, v.ptr)
		return Value{typ, ptr}
	case Pointer:
		p := v.word()
		if p == nil {
			return Value{}
		}
		return Value{elemOf(v.typ), p}
	}
	panic("value: Elem of a value that is neither pointer nor interface")
}

// Slice makes a Value of elements i to j of a slice, sharing its memory.
func (v Value) Slice(i, j int) Value {
	if v.Kind() != Slice {
		panic("value: Slice of a value that is not a slice")
	}
	s := (*sliceImage)(v.ptr)
	if i < 0 || j < i || j > s.cap {
		panic("value: slice bounds out of range")
	}
	part := &sliceImage{s.data, j - i, s.cap - i}
	if part.cap > 0 {
		// An empty rest must not point past the array.
		part.data = unsafe.Add(s.data, uintptr(i)*typeSize(elemOf(v.typ)))
	}
	return Value{v.typ, unsafe.Pointer(part)}
}

// Assert stores x in the variable at v if x can be type-asserted to v's type, which may be an
// interface type or not, and tells whether it did. It is what errors.As does to its target.
func (v Value) Assert(x any) bool { return assertTo(v.typ, x, v.ptr) }

// IsZero tells whether t stands for no type.
func (t Type) IsZero() bool { return t.desc == nil }

func (t Type) Kind() Kind {
	if t.desc == nil {
		return Invalid
	}
	return Kind(kindOf(t.desc))
}

// String is the type as a program writes it, with package names: main.T, []int, map[string]int.
func (t Type) String() string {
	if t.desc == nil {
		return "<nil>"
	}
	return typeString(t.desc)
}

// Name is the name of a defined or predeclared type, without its package; otherwise it is empty.
func (t Type) Name() string { return typeName(t.desc) }

func (t Type) Size() uintptr { return typeSize(t.desc) }

// Elem is the element type of an array, chan, map, pointer or slice.
func (t Type) Elem() Type { return Type{elemOf(t.desc)} }

// Key is the key type of a map.
func (t Type) Key() Type { return Type{keyOf(t.desc)} }

// Len is the length of an array type.
func (t Type) Len() int { return lenOf(t.desc) }

func (t Type) NumField() int { return numField(t.desc) }

// Field is the name and the type of field i of a struct type.
func (t Type) Field(i int) (name string, ftyp Type) {
	n, f, _, _, _ := fieldOf(t.desc, i)
	return n, Type{f}
}

// Comparable tells whether values of the type can be compared with ==.
func (t Type) Comparable() bool { return comparable(t.desc) }

// NumMethod is the size of the method set: all methods of an interface type, exported ones of another.
func (t Type) NumMethod() int { return numMethod(t.desc) }

// Fresh gives a new value of type t that is not an interface type: for a pointer type a pointer to a
// zero value of its own, for any other the zero value.
func Fresh(t Type) any {
	if t.Kind() != Pointer {
		zero := make([]byte, t.Size()+1)
		return pack(t.desc, unsafe.Pointer(unsafe.SliceData(zero)))
	}
	to := newOf(elemOf(t.desc))
	return pack(t.desc, unsafe.Pointer(&to))
}

// reflected is how package reflect's Value begins.
type reflected struct {
	Value
	flag uint
}

// readOnly is the bits of reflected's flag that stand for unexported fields on the way to it.
const readOnly = 2 | 4

// methodValue is the bits for which the Value is not what a reflected begins with.
const methodValue = 8 | 16

// Held gives what a reflect.Value holds, if v is one, and whether its methods may be called.
func (v Value) Held() (held Value, methods, ok bool) {
	if v.typ == nil || kindOf(v.typ) != int(Struct) || typeName(v.typ) != "Value" || pkgPath(v.typ) != "reflect" {
		return
	}
	r := (*reflected)(v.ptr)
	if r.flag&methodValue != 0 {
		return
	}
	return r.Value, r.typ != nil && r.flag&readOnly == 0, true
}
