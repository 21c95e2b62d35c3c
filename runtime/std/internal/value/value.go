// Package value is gvm's own small view of any value, for fmt, sort and errors.
//
// A Value is a type and the address of a memory image of that type.
package value

import "unsafe"

// Kinds are numbered as in package reflect.
const (
	Invalid = iota
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

// unpack gives an interface's dynamic type and the address of its value.
func unpack(x any) (typ, ptr unsafe.Pointer)

// pack makes an interface of the value at ptr.
func pack(typ, ptr unsafe.Pointer) any

func kindOf(typ unsafe.Pointer) int
func typeString(typ unsafe.Pointer) string
func typeName(typ unsafe.Pointer) string
func typeSize(typ unsafe.Pointer) uintptr
func elemOf(typ unsafe.Pointer) unsafe.Pointer
func keyOf(typ unsafe.Pointer) unsafe.Pointer
func lenOf(typ unsafe.Pointer) int
func numField(typ unsafe.Pointer) int
func numMethod(typ unsafe.Pointer) int
func fieldOf(typ unsafe.Pointer, i int) (name string, ftyp unsafe.Pointer, offset uintptr, embedded bool, exported bool)

// dynamic gives the content of the interface value at ptr, whose static type is typ.
func dynamic(typ, ptr unsafe.Pointer) (dtyp, dptr unsafe.Pointer)
func mapLen(m unsafe.Pointer) int

// mapEntries copies a map's entries into two new arrays.
func mapEntries(typ, m unsafe.Pointer) (keys, elems unsafe.Pointer, n int)

// guestAddr is the address a program may show.
func guestAddr(p unsafe.Pointer) uintptr

// Value is a value of any type; the zero Value is that of a nil interface.
type Value struct {
	typ unsafe.Pointer
	ptr unsafe.Pointer
}

// Of gives the value in x.
func Of(x any) Value {
	t, p := unpack(x)
	return Value{t, p}
}

// Kind is the kind of v's type, Invalid for the zero Value.
func (v Value) Kind() int { return kindOf(v.typ) }

// TypeString is v's type as %T prints it.
func (v Value) TypeString() string {
	if v.typ == nil {
		return "<nil>"
	}
	return typeString(v.typ)
}

// ElemTypeString is the element type as %T prints it.
func (v Value) ElemTypeString() string { return typeString(elemOf(v.typ)) }

// ElemKind is the kind of the element type.
func (v Value) ElemKind() int { return kindOf(elemOf(v.typ)) }

// Interface gives v back as an interface value.
func (v Value) Interface() any {
	if v.typ == nil {
		return nil
	}
	return pack(v.typ, v.ptr)
}

// Int is the value of a signed integer.
func (v Value) Int() int64 {
	switch kindOf(v.typ) {
	case Int8:
		return int64(*(*int8)(v.ptr))
	case Int16:
		return int64(*(*int16)(v.ptr))
	case Int32:
		return int64(*(*int32)(v.ptr))
	}
	return *(*int64)(v.ptr)
}

// Uint is the value of an unsigned integer.
func (v Value) Uint() uint64 {
	switch kindOf(v.typ) {
	case Uint8:
		return uint64(*(*uint8)(v.ptr))
	case Uint16:
		return uint64(*(*uint16)(v.ptr))
	case Uint32:
		return uint64(*(*uint32)(v.ptr))
	}
	return *(*uint64)(v.ptr)
}

// Float is the value of a float32 or float64.
func (v Value) Float() float64 {
	if kindOf(v.typ) == Float32 {
		return float64(*(*float32)(v.ptr))
	}
	return *(*float64)(v.ptr)
}

// Complex is the value of a complex number.
func (v Value) Complex() complex128 {
	if kindOf(v.typ) == Complex64 {
		return complex128(*(*complex64)(v.ptr))
	}
	return *(*complex128)(v.ptr)
}

// Bool is the value of a bool.
func (v Value) Bool() bool { return *(*bool)(v.ptr) }

// Str is the value of a string.
func (v Value) Str() string { return *(*string)(v.ptr) }

// Word is the value of a pointer, map, channel or function.
func (v Value) Word() unsafe.Pointer { return *(*unsafe.Pointer)(v.ptr) }

// Address is what a program may see of a pointer, map, channel, function or slice.
func (v Value) Address() uintptr { return guestAddr(v.Word()) }

// IsNil reports whether a value of a kind that has nil is nil.
func (v Value) IsNil() bool { return v.Word() == nil }

// Len is the length of an array, slice, string, map.
func (v Value) Len() int {
	switch kindOf(v.typ) {
	case Array:
		return lenOf(v.typ)
	case Slice, String:
		return *(*int)(unsafe.Add(v.ptr, 8))
	case Map:
		return mapLen(v.Word())
	}
	panic("value: Len of " + v.TypeString())
}

// Index is element i of an array or slice.
func (v Value) Index(i int) Value {
	et := elemOf(v.typ)
	base := v.ptr
	if kindOf(v.typ) == Slice {
		base = v.Word()
	}
	return Value{et, unsafe.Add(base, uintptr(i)*typeSize(et))}
}

// Bytes is the content of a slice or array of bytes.
func (v Value) Bytes() []byte {
	base := v.ptr
	if kindOf(v.typ) == Slice {
		base = v.Word()
	}
	return unsafe.Slice((*byte)(base), v.Len())
}

// NumField is the number of fields of a struct.
func (v Value) NumField() int { return numField(v.typ) }

// Field is field i of a struct, its name, and whether it is exported.
func (v Value) Field(i int) (f Value, name string, exported bool) {
	name, ft, offset, _, exported := fieldOf(v.typ, i)
	return Value{ft, unsafe.Add(v.ptr, offset)}, name, exported
}

// Elem is what a pointer points to or an interface holds.
func (v Value) Elem() Value {
	if kindOf(v.typ) == Interface {
		t, p := dynamic(v.typ, v.ptr)
		return Value{t, p}
	}
	return Value{elemOf(v.typ), v.Word()}
}

// Swap exchanges two elements of a slice.
func (v Value) Swap(i, j int) {
	if kindOf(v.typ) != Slice {
		panic("value: Swap of " + v.TypeString())
	}
	if n := v.Len(); uint(i) >= uint(n) || uint(j) >= uint(n) {
		panic("reflect: slice index out of range")
	}
	size := typeSize(elemOf(v.typ))
	a, b := unsafe.Add(v.Word(), uintptr(i)*size), unsafe.Add(v.Word(), uintptr(j)*size)
	for size >= 8 {
		x, y := (*uint64)(a), (*uint64)(b)
		*x, *y = *y, *x
		a, b = unsafe.Add(a, 8), unsafe.Add(b, 8)
		size -= 8
	}
	for ; size > 0; size-- {
		x, y := (*byte)(a), (*byte)(b)
		*x, *y = *y, *x
		a, b = unsafe.Add(a, 1), unsafe.Add(b, 1)
	}
}

// Entry is one entry of a map.
type Entry struct {
	Key, Elem Value
}

// MapSorted gives a map's entries in the order fmt prints them.
func (v Value) MapSorted() []Entry {
	keys, elems, n := mapEntries(v.typ, v.Word())
	kt, et := keyOf(v.typ), elemOf(v.typ)
	ks, es := typeSize(kt), typeSize(et)
	list := make([]Entry, n)
	for i := range list {
		list[i] = Entry{
			Value{kt, unsafe.Add(keys, uintptr(i)*ks)},
			Value{et, unsafe.Add(elems, uintptr(i)*es)},
		}
	}
	merge(list, make([]Entry, n))
	return list
}

// merge sorts list stably with room to work in.
func merge(list, room []Entry) {
	n := len(list)
	if n < 2 {
		return
	}
	m := n / 2
	merge(list[:m], room[:m])
	merge(list[m:], room[m:])
	copy(room, list)
	i, j := 0, m
	for k := range list {
		if j >= n || i < m && Compare(room[i].Key, room[j].Key) <= 0 {
			list[k] = room[i]
			i++
		} else {
			list[k] = room[j]
			j++
		}
	}
}

func order[T int64 | uint64 | string | uintptr](a, b T) int {
	if a < b {
		return -1
	}
	if a > b {
		return 1
	}
	return 0
}

func orderFloat(a, b float64) int {
	switch {
	case a < b || a != a && b == b:
		return -1
	case a > b || b != b && a == a:
		return 1
	}
	return 0
}

// Compare orders two values of one type as keys of a printed map: numbers by value, false before
// true, structs and arrays element by element, nil first.
func Compare(a, b Value) int {
	if a.typ != b.typ {
		if a.typ == nil {
			return -1
		}
		if b.typ == nil {
			return 1
		}
		return order(uintptr(a.typ), uintptr(b.typ))
	}
	switch k := kindOf(a.typ); k {
	case Bool:
		x, y := a.Bool(), b.Bool()
		if x == y {
			return 0
		}
		if y {
			return -1
		}
		return 1
	case Int, Int8, Int16, Int32, Int64:
		return order(a.Int(), b.Int())
	case Uint, Uint8, Uint16, Uint32, Uint64, Uintptr:
		return order(a.Uint(), b.Uint())
	case Float32, Float64:
		return orderFloat(a.Float(), b.Float())
	case Complex64, Complex128:
		x, y := a.Complex(), b.Complex()
		if c := orderFloat(real(x), real(y)); c != 0 {
			return c
		}
		return orderFloat(imag(x), imag(y))
	case String:
		return order(a.Str(), b.Str())
	case Pointer, Chan, UnsafePointer, Map, Func:
		return order(uintptr(a.Word()), uintptr(b.Word()))
	case Struct:
		for i := range a.NumField() {
			x, _, _ := a.Field(i)
			y, _, _ := b.Field(i)
			if c := Compare(x, y); c != 0 {
				return c
			}
		}
	case Array:
		for i := range a.Len() {
			if c := Compare(a.Index(i), b.Index(i)); c != 0 {
				return c
			}
		}
	case Interface:
		return Compare(a.Elem(), b.Elem())
	}
	return 0
}
