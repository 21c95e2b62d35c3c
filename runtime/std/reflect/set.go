package reflect

import "unsafe"

// assignTo is v as a value of type typ, to which it must be assignable.
func (v Value) assignTo(context string, typ unsafe.Pointer) Value {
	if v.flag&(bound|bareMethod) != 0 {
		v = v.asFunc()
	}
	if v.typ == typ {
		return v
	}
	t, u := toType(v.typ), toType(typ)
	if !assignable(t, u) {
		panic(context + ": value of type " + t.String() + " is not assignable to type " + u.String())
	}
	if u.Kind() == Interface {
		to := newObject(typ)
		if !(v.kind() == Interface && v.IsNil()) {
			putInterface(typ, v.any(), to)
		}
		return Value{typ, to, v.flag & readOnly}
	}
	return Value{typ, v.ptr, v.flag}
}

// Set assigns x to v.
func (v Value) Set(x Value) {
	v.mustBeAssignable("Set")
	x.mustBeExported("Set")
	x = x.assignTo("reflect.Set", v.typ)
	copyValue(v.typ, v.ptr, x.ptr)
}

// SetZero makes v the zero value of its type.
func (v Value) SetZero() {
	v.mustBeAssignable("SetZero")
	clearValue(v.typ, v.ptr)
}

// SetBool sets a bool.
func (v Value) SetBool(x bool) {
	v.mustBeAssignable("SetBool")
	v.must(Bool, "SetBool")
	*(*bool)(v.ptr) = x
}

// SetInt sets a signed integer.
func (v Value) SetInt(x int64) {
	v.mustBeAssignable("SetInt")
	switch v.kind() {
	case Int, Int64:
		*(*int64)(v.ptr) = x
	case Int8:
		*(*int8)(v.ptr) = int8(x)
	case Int16:
		*(*int16)(v.ptr) = int16(x)
	case Int32:
		*(*int32)(v.ptr) = int32(x)
	default:
		panic(v.bad("SetInt"))
	}
}

// SetUint sets an unsigned integer.
func (v Value) SetUint(x uint64) {
	v.mustBeAssignable("SetUint")
	switch v.kind() {
	case Uint, Uint64, Uintptr:
		*(*uint64)(v.ptr) = x
	case Uint8:
		*(*uint8)(v.ptr) = uint8(x)
	case Uint16:
		*(*uint16)(v.ptr) = uint16(x)
	case Uint32:
		*(*uint32)(v.ptr) = uint32(x)
	default:
		panic(v.bad("SetUint"))
	}
}

// SetFloat sets a floating-point number.
func (v Value) SetFloat(x float64) {
	v.mustBeAssignable("SetFloat")
	switch v.kind() {
	case Float32:
		*(*float32)(v.ptr) = float32(x)
	case Float64:
		*(*float64)(v.ptr) = x
	default:
		panic(v.bad("SetFloat"))
	}
}

// SetComplex sets a complex number.
func (v Value) SetComplex(x complex128) {
	v.mustBeAssignable("SetComplex")
	switch v.kind() {
	case Complex64:
		*(*complex64)(v.ptr) = complex64(x)
	case Complex128:
		*(*complex128)(v.ptr) = x
	default:
		panic(v.bad("SetComplex"))
	}
}

// SetString sets a string.
func (v Value) SetString(x string) {
	v.mustBeAssignable("SetString")
	v.must(String, "SetString")
	*(*string)(v.ptr) = x
}

// SetBytes sets a slice of bytes.
func (v Value) SetBytes(x []byte) {
	v.mustBeAssignable("SetBytes")
	v.must(Slice, "SetBytes")
	if Kind(kindOf(elemOf(v.typ))) != Uint8 {
		panic("reflect.Value.SetBytes of non-byte slice")
	}
	*(*[]byte)(v.ptr) = x
}

// SetPointer sets an unsafe pointer.
func (v Value) SetPointer(x unsafe.Pointer) {
	v.mustBeAssignable("SetPointer")
	v.must(UnsafePointer, "SetPointer")
	*(*unsafe.Pointer)(v.ptr) = x
}

// SetLen sets a slice's length.
func (v Value) SetLen(n int) {
	v.mustBeAssignable("SetLen")
	v.must(Slice, "SetLen")
	s := v.slice()
	if uint(n) > uint(s.cap) {
		panic("reflect: slice length out of range in SetLen")
	}
	s.len = n
}

// SetCap lowers a slice's capacity.
func (v Value) SetCap(n int) {
	v.mustBeAssignable("SetCap")
	v.must(Slice, "SetCap")
	s := v.slice()
	if n < s.len || n > s.cap {
		panic("reflect: slice capacity out of range in SetCap")
	}
	s.cap = n
}

// Grow makes room for n more elements of a slice.
func (v Value) Grow(n int) {
	v.mustBeAssignable("Grow")
	v.must(Slice, "Grow")
	if n < 0 {
		panic("reflect.Value.Grow: negative len")
	}
	s := v.slice()
	if s.len+n < 0 {
		panic("reflect.Value.Grow: slice overflow")
	}
	if s.len+n > s.cap {
		*s = grown(v.typ, *s, n)
	}
}

// grown is a slice with room for n more elements, as append would give.
func grown(typ unsafe.Pointer, s sliceImage, n int) sliceImage {
	elem := elemOf(typ)
	want := grownCap(elem, s.cap, s.len+n)
	data := newArray(elem, want)
	copyValues(elem, data, s.data, s.len)
	return sliceImage{data, s.len, want}
}

// Clear empties a map, or makes the elements of a slice zero.
func (v Value) Clear() {
	switch v.kind() {
	case Map:
		mapClear(v.typ, v.word())
	case Slice:
		for i := range v.Len() {
			e := v.Index(i)
			clearValue(e.typ, e.ptr)
		}
	default:
		panic(v.bad("Clear"))
	}
}

// Zero is the zero value of a type.
func Zero(typ Type) Value {
	if typ == nil {
		panic("reflect: Zero(nil)")
	}
	return Value{typ.common(), newObject(typ.common()), 0}
}

// New is a pointer to a new zero value.
func New(typ Type) Value {
	if typ == nil {
		panic("reflect: New(nil)")
	}
	return Value{pointerTo(typ.common()), cell(newObject(typ.common())), 0}
}

// NewAt is a pointer to the value at p.
func NewAt(typ Type, p unsafe.Pointer) Value {
	return Value{pointerTo(typ.common()), cell(p), 0}
}

// MakeSlice is a new slice.
func MakeSlice(typ Type, len, cap int) Value {
	if typ.Kind() != Slice {
		panic("reflect.MakeSlice of non-slice type")
	}
	if len < 0 {
		panic("reflect.MakeSlice: negative len")
	}
	if cap < 0 {
		panic("reflect.MakeSlice: negative cap")
	}
	if len > cap {
		panic("reflect.MakeSlice: len > cap")
	}
	s := &sliceImage{newArray(elemOf(typ.common()), cap), len, cap}
	return Value{typ.common(), unsafe.Pointer(s), 0}
}

// SliceAt is the slice of n elements from p on.
func SliceAt(typ Type, p unsafe.Pointer, n int) Value {
	s := &sliceImage{p, n, n}
	return Value{sliceOf(typ.common()), unsafe.Pointer(s), 0}
}

// Append is the slice with more elements.
func Append(s Value, x ...Value) Value {
	s.must(Slice, "Append")
	n := s.Len()
	s = s.extended(len(x))
	for i, e := range x {
		e.mustBeExported("Append")
		at := s.Index(n + i)
		copyValue(at.typ, at.ptr, e.assignTo("reflect.Set", at.typ).ptr)
	}
	return s
}

// extended is a copy of the slice's header with n more elements.
func (v Value) extended(n int) Value {
	v.mustBeExported("Append")
	s := *v.slice()
	if s.len+n > s.cap {
		s = grown(v.typ, s, n)
	}
	s.len += n
	return Value{v.typ, unsafe.Pointer(&s), 0}
}

// AppendSlice is the slice s with the elements of t.
func AppendSlice(s, t Value) Value {
	s.must(Slice, "AppendSlice")
	t.must(Slice, "AppendSlice")
	if s.typ != t.typ {
		panic("reflect.AppendSlice: " + toType(elemOf(s.typ)).String() + " != " + toType(elemOf(t.typ)).String())
	}
	n, m := s.Len(), t.Len()
	from := *t.slice()
	s = s.extended(m)
	if m > 0 {
		at := s.Index(n)
		copyValues(at.typ, at.ptr, from.data, m)
	}
	return s
}

// Copy copies elements, as many as both have.
func Copy(dst, src Value) int {
	if k := dst.kind(); k == Array {
		dst.mustBeAssignable("Copy")
	} else if k != Slice {
		panic(&ValueError{"reflect.Copy", k})
	}
	dst.mustBeExported("Copy")
	src.mustBeExported("Copy")
	fromString := src.kind() == String && Kind(kindOf(elemOf(dst.typ))) == Uint8
	if k := src.kind(); !fromString && k != Array && k != Slice {
		panic(&ValueError{"reflect.Copy", k})
	}
	if !fromString && elemOf(dst.typ) != elemOf(src.typ) {
		panic("reflect.Copy: " + toType(elemOf(dst.typ)).String() + " != " + toType(elemOf(src.typ)).String())
	}
	n := min(dst.Len(), src.Len())
	if n > 0 {
		copyValues(elemOf(dst.typ), dst.first(), src.first(), n)
	}
	return n
}

// first is the address of the first element.
func (v Value) first() unsafe.Pointer {
	if v.kind() == Array {
		return v.ptr
	}
	return v.word()
}

// Slice is v[i:j].
func (v Value) Slice(i, j int) Value {
	switch v.kind() {
	case String:
		s := *(*string)(v.ptr)
		if i < 0 || j < i || j > len(s) {
			panic("reflect.Value.Slice: string slice index out of bounds")
		}
		part := s[i:j]
		return Value{v.typ, unsafe.Pointer(&part), v.flag & readOnly}
	case Array, Slice:
		if v.kind() == Array && !v.CanAddr() {
			panic("reflect.Value.Slice: slice of unaddressable array")
		}
		if i < 0 || j < i || j > v.Cap() {
			panic("reflect.Value.Slice: slice index out of bounds")
		}
		return v.part(i, j, v.Cap())
	}
	panic(v.bad("Slice"))
}

// Slice3 is v[i:j:k].
func (v Value) Slice3(i, j, k int) Value {
	switch v.kind() {
	case Array, Slice:
		if v.kind() == Array && !v.CanAddr() {
			panic("reflect.Value.Slice3: slice of unaddressable array")
		}
		if i < 0 || j < i || k < j || k > v.Cap() {
			panic("reflect.Value.Slice3: slice index out of bounds")
		}
		return v.part(i, j, k)
	}
	panic(v.bad("Slice3"))
}

func (v Value) part(i, j, k int) Value {
	typ, elem := v.typ, elemOf(v.typ)
	if v.kind() == Array {
		typ = sliceOf(elem)
	}
	s := &sliceImage{v.first(), j - i, k - i}
	if k > i {
		s.data = unsafe.Add(s.data, uintptr(i)*typeSize(elem))
	}
	return Value{typ, unsafe.Pointer(s), v.flag & readOnly}
}

// Swapper gives a function that swaps elements of a slice.
func Swapper(slice any) func(i, j int) {
	v := ValueOf(slice)
	if v.kind() != Slice {
		panic(&ValueError{Method: "Swapper", Kind: v.kind()})
	}
	s := *v.slice()
	elem := elemOf(v.typ)
	size := typeSize(elem)
	return func(i, j int) {
		if uint(i) >= uint(s.len) || uint(j) >= uint(s.len) {
			panic("reflect: slice index out of range")
		}
		swap(elem, unsafe.Add(s.data, uintptr(i)*size), unsafe.Add(s.data, uintptr(j)*size))
	}
}

// SliceHeader and StringHeader are what slices and strings are in memory.
type SliceHeader struct {
	Data uintptr
	Len  int
	Cap  int
}

// StringHeader is what a string is in memory.
type StringHeader struct {
	Data uintptr
	Len  int
}
