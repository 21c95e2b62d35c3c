package reflect

import "unsafe"

// Value is a value of any type; the zero Value is none. Package fmt relies on the first two fields.
type Value struct {
	typ unsafe.Pointer // descriptor
	ptr unsafe.Pointer // the value's memory image
	flag
}

type flag uint

const (
	addressable flag = 1 << iota
	hidden           // reached through an unexported field
	embedded         // reached through an unexported embedded field
	bound            // a method value: ptr is the receiver; the method's number is above
	bareMethod       // a method with the receiver first, likewise
	indexShift  = iota
	readOnly    = hidden | embedded
)

// ValueError is the panic of a method that does not fit the value's kind.
type ValueError struct {
	Method string
	Kind   Kind
}

// Error is the text.
func (e *ValueError) Error() string {
	if e.Kind == Invalid {
		return "reflect: call of " + e.Method + " on zero Value"
	}
	return "reflect: call of " + e.Method + " on " + e.Kind.String() + " Value"
}

// ValueOf is the value in an interface value; of nil it is the zero Value.
func ValueOf(i any) Value {
	if i == nil {
		return Value{}
	}
	typ, ptr := unpack(i)
	return Value{typ, ptr, 0}
}

func (v Value) kind() Kind {
	if v.typ == nil {
		return Invalid
	}
	if v.flag&(bound|bareMethod) != 0 {
		return Func
	}
	return Kind(kindOf(v.typ))
}

func (v Value) must(k Kind, method string) {
	if v.kind() != k {
		panic(&ValueError{"reflect.Value." + method, v.kind()})
	}
}

func (v Value) bad(method string) *ValueError { return &ValueError{"reflect.Value." + method, v.kind()} }

func (v Value) mustBeExported(method string) {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value." + method, Invalid})
	}
	if v.flag&readOnly != 0 {
		panic("reflect: reflect.Value." + method + " using value obtained using unexported field")
	}
}

func (v Value) mustBeAssignable(method string) {
	v.mustBeExported(method)
	if v.flag&addressable == 0 {
		panic("reflect: reflect.Value." + method + " using unaddressable value")
	}
}

// word is the word of a pointer-shaped value.
func (v Value) word() unsafe.Pointer { return *(*unsafe.Pointer)(v.ptr) }

type sliceImage struct {
	data     unsafe.Pointer
	len, cap int
}

func (v Value) slice() *sliceImage { return (*sliceImage)(v.ptr) }

// IsValid reports whether v is a value.
func (v Value) IsValid() bool { return v.typ != nil }

// Kind is v's kind.
func (v Value) Kind() Kind { return v.kind() }

// Type is v's type.
func (v Value) Type() Type {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.Type", Invalid})
	}
	if v.flag&bound != 0 {
		_, _, sig, _ := v.method()
		return toType(sig)
	}
	if v.flag&bareMethod != 0 {
		return toType(v.typ).Method(int(v.flag >> indexShift)).Type
	}
	return toType(v.typ)
}

// CanAddr reports whether v has an address that can be taken.
func (v Value) CanAddr() bool { return v.flag&addressable != 0 }

// CanSet reports whether v can be changed.
func (v Value) CanSet() bool { return v.flag&(addressable|readOnly) == addressable }

// CanInterface reports whether Interface does not panic.
func (v Value) CanInterface() bool {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.CanInterface", Invalid})
	}
	return v.flag&readOnly == 0
}

// Interface is v as an interface value.
func (v Value) Interface() (i any) {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.Interface", Invalid})
	}
	if v.flag&readOnly != 0 {
		panic("reflect.Value.Interface: cannot return value obtained from unexported field or method")
	}
	return v.any()
}

func (v Value) any() any {
	if v.flag&(bound|bareMethod) != 0 {
		v = v.asFunc()
	}
	return pack(v.typ, v.ptr)
}

// TypeAssert is v.Interface().(T) without the interface.
func TypeAssert[T any](v Value) (T, bool) {
	if v.typ == nil {
		panic(&ValueError{"reflect.TypeAssert", Invalid})
	}
	if v.flag&readOnly != 0 {
		panic("reflect.TypeAssert: cannot return value obtained from unexported field or method")
	}
	x, ok := v.any().(T)
	return x, ok
}

// Addr is a pointer to v.
func (v Value) Addr() Value {
	if v.flag&addressable == 0 {
		panic("reflect.Value.Addr of unaddressable value")
	}
	return Value{pointerTo(v.typ), cell(v.ptr), v.flag & readOnly}
}

// cell is memory that holds p.
func cell(p unsafe.Pointer) unsafe.Pointer {
	c := new(unsafe.Pointer)
	*c = p
	return unsafe.Pointer(c)
}

// UnsafeAddr is v's address.
func (v Value) UnsafeAddr() uintptr {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.UnsafeAddr", Invalid})
	}
	if v.flag&addressable == 0 {
		panic("reflect.Value.UnsafeAddr of unaddressable value")
	}
	return uintptr(v.ptr)
}

// Bool is the value of a bool.
func (v Value) Bool() bool {
	v.must(Bool, "Bool")
	return *(*bool)(v.ptr)
}

// CanInt reports whether Int can be used.
func (v Value) CanInt() bool { k := v.kind(); return Int <= k && k <= Int64 }

// Int is the value of a signed integer.
func (v Value) Int() int64 {
	switch v.kind() {
	case Int, Int64:
		return *(*int64)(v.ptr)
	case Int8:
		return int64(*(*int8)(v.ptr))
	case Int16:
		return int64(*(*int16)(v.ptr))
	case Int32:
		return int64(*(*int32)(v.ptr))
	}
	panic(v.bad("Int"))
}

// CanUint reports whether Uint can be used.
func (v Value) CanUint() bool { k := v.kind(); return Uint <= k && k <= Uintptr }

// Uint is the value of an unsigned integer.
func (v Value) Uint() uint64 {
	switch v.kind() {
	case Uint, Uint64, Uintptr:
		return *(*uint64)(v.ptr)
	case Uint8:
		return uint64(*(*uint8)(v.ptr))
	case Uint16:
		return uint64(*(*uint16)(v.ptr))
	case Uint32:
		return uint64(*(*uint32)(v.ptr))
	}
	panic(v.bad("Uint"))
}

// CanFloat reports whether Float can be used.
func (v Value) CanFloat() bool { k := v.kind(); return k == Float32 || k == Float64 }

// Float is the value of a floating-point number.
func (v Value) Float() float64 {
	switch v.kind() {
	case Float32:
		return float64(*(*float32)(v.ptr))
	case Float64:
		return *(*float64)(v.ptr)
	}
	panic(v.bad("Float"))
}

// CanComplex reports whether Complex can be used.
func (v Value) CanComplex() bool { k := v.kind(); return k == Complex64 || k == Complex128 }

// Complex is the value of a complex number.
func (v Value) Complex() complex128 {
	switch v.kind() {
	case Complex64:
		return complex128(*(*complex64)(v.ptr))
	case Complex128:
		return *(*complex128)(v.ptr)
	}
	panic(v.bad("Complex"))
}

// String is the value of a string; of other values it tells the type.
func (v Value) String() string {
	switch v.kind() {
	case Invalid:
		return "<invalid Value>"
	case String:
		return *(*string)(v.ptr)
	}
	return "<" + v.Type().String() + " Value>"
}

// Bytes is the content of a slice, or addressable array, of bytes.
func (v Value) Bytes() []byte {
	switch v.kind() {
	case Slice:
		if Kind(kindOf(elemOf(v.typ))) != Uint8 {
			panic("reflect.Value.Bytes of non-byte slice")
		}
		return *(*[]byte)(v.ptr)
	case Array:
		if Kind(kindOf(elemOf(v.typ))) != Uint8 {
			panic("reflect.Value.Bytes of non-byte array")
		}
		if !v.CanAddr() {
			panic("reflect.Value.Bytes of unaddressable byte array")
		}
		return unsafe.Slice((*byte)(v.ptr), lenOf(v.typ))
	}
	panic(v.bad("Bytes"))
}

// IsNil reports whether a chan, func, interface, map, pointer or slice is nil.
func (v Value) IsNil() bool {
	switch v.kind() {
	case Chan, Func, Interface, Map, Pointer, Slice, UnsafePointer:
		if v.flag&(bound|bareMethod) != 0 {
			return false
		}
		return v.word() == nil
	}
	panic(v.bad("IsNil"))
}

// IsZero reports whether v is the zero value of its type.
func (v Value) IsZero() bool {
	switch k := v.kind(); k {
	case Invalid:
		panic(&ValueError{"reflect.Value.IsZero", Invalid})
	case Bool:
		return !v.Bool()
	case Float32, Float64:
		return v.Float() == 0
	case Complex64, Complex128:
		return v.Complex() == 0
	case String:
		return v.Len() == 0
	case Array:
		for i := range v.Len() {
			if !v.Index(i).IsZero() {
				return false
			}
		}
		return true
	case Struct:
		for i := range v.NumField() {
			if name, _, _, _, _ := fieldOf(v.typ, i); name != "_" && !v.Field(i).IsZero() {
				return false
			}
		}
		return true
	case Chan, Func, Interface, Map, Pointer, Slice, UnsafePointer:
		return v.IsNil()
	default:
		if v.CanInt() {
			return v.Int() == 0
		}
		return v.Uint() == 0
	}
}

// InterfaceData is the two words of an interface value.
func (v Value) InterfaceData() [2]uintptr {
	v.must(Interface, "InterfaceData")
	return *(*[2]uintptr)(v.ptr)
}

// Pointer is a number for the word of a chan, func, map, pointer, slice, string or unsafe pointer.
func (v Value) Pointer() uintptr {
	switch v.kind() {
	case Chan, Func, Map, Pointer, Slice, UnsafePointer, String:
		if v.flag&(bound|bareMethod) != 0 {
			return guestAddr(v.ptr)
		}
		if v.word() == nil {
			return 0
		}
		switch v.kind() {
		case Pointer, UnsafePointer:
			return uintptr(v.word())
		case Func:
			return funcPlace(v.word())
		}
		return guestAddr(v.word())
	}
	panic(v.bad("Pointer"))
}

// UnsafePointer is the word of such a value.
func (v Value) UnsafePointer() unsafe.Pointer {
	switch v.kind() {
	case Chan, Func, Map, Pointer, Slice, UnsafePointer, String:
		return v.word()
	}
	panic(v.bad("UnsafePointer"))
}

// Len is the length of an array, chan, map, slice, string or pointer to array.
func (v Value) Len() int {
	switch v.kind() {
	case Slice:
		return v.slice().len
	case String:
		return len(*(*string)(v.ptr))
	case Array:
		return lenOf(v.typ)
	case Map:
		return mapLen(v.word())
	case Chan:
		return len(*(*chan struct{})(v.ptr))
	case Pointer:
		if e := elemOf(v.typ); Kind(kindOf(e)) == Array {
			return lenOf(e)
		}
		panic("reflect: call of reflect.Value.Len on ptr to non-array Value")
	}
	panic(v.bad("Len"))
}

// Cap is the capacity of an array, chan, slice or pointer to array.
func (v Value) Cap() int {
	switch v.kind() {
	case Slice:
		return v.slice().cap
	case Array:
		return lenOf(v.typ)
	case Chan:
		return cap(*(*chan struct{})(v.ptr))
	case Pointer:
		if e := elemOf(v.typ); Kind(kindOf(e)) == Array {
			return lenOf(e)
		}
		panic("reflect: call of reflect.Value.Cap on ptr to non-array Value")
	}
	panic(v.bad("Cap"))
}

// Elem is what an interface holds or a pointer points to; the zero Value for nil.
func (v Value) Elem() Value {
	switch v.kind() {
	case Interface:
		if v.word() == nil {
			return Value{}
		}
		typ, ptr := dynamic(v.typ, v.ptr)
		return Value{typ, ptr, v.flag & readOnly}
	case Pointer:
		p := v.word()
		if p == nil {
			return Value{}
		}
		return Value{elemOf(v.typ), p, v.flag&readOnly | addressable}
	}
	panic(v.bad("Elem"))
}

// Indirect is what a pointer points to; other values are what they are.
func Indirect(v Value) Value {
	if v.kind() != Pointer {
		return v
	}
	return v.Elem()
}

// NumField is the number of fields of a struct.
func (v Value) NumField() int {
	v.must(Struct, "NumField")
	return numField(v.typ)
}

// Field is field i of a struct.
func (v Value) Field(i int) Value {
	v.must(Struct, "Field")
	if uint(i) >= uint(numField(v.typ)) {
		panic("reflect: Field index out of range")
	}
	_, typ, offset, isEmbedded, exported := fieldOf(v.typ, i)
	f := v.flag & (addressable | hidden)
	if !exported {
		if isEmbedded {
			f |= embedded
		} else {
			f |= hidden
		}
	}
	return Value{typ, unsafe.Add(v.ptr, offset), f}
}

// FieldByIndex is the field along a path of field numbers.
func (v Value) FieldByIndex(index []int) Value {
	if len(index) == 1 {
		return v.Field(index[0])
	}
	v.must(Struct, "FieldByIndex")
	for i, x := range index {
		if i > 0 && v.kind() == Pointer && Kind(kindOf(elemOf(v.typ))) == Struct {
			if v.IsNil() {
				panic("reflect: indirection through nil pointer to embedded struct")
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v
}

// nilEmbedded is the error of FieldByIndexErr.
type nilEmbedded string

func (e nilEmbedded) Error() string {
	return "reflect: indirection through nil pointer to embedded struct field " + string(e)
}

// FieldByIndexErr is FieldByIndex with an error for a nil pointer on the path.
func (v Value) FieldByIndexErr(index []int) (Value, error) {
	if len(index) == 1 {
		return v.Field(index[0]), nil
	}
	v.must(Struct, "FieldByIndexErr")
	for i, x := range index {
		if i > 0 && v.kind() == Pointer && Kind(kindOf(elemOf(v.typ))) == Struct {
			if v.IsNil() {
				return Value{}, nilEmbedded(typeName(elemOf(v.typ)))
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v, nil
}

// FieldByName is the field of that name; the zero Value if there is none.
func (v Value) FieldByName(name string) Value {
	v.must(Struct, "FieldByName")
	if f, ok := toType(v.typ).FieldByName(name); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

// FieldByNameFunc is the one field whose name matches.
func (v Value) FieldByNameFunc(match func(string) bool) Value {
	if f, ok := toType(v.typ).FieldByNameFunc(match); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

// Index is element i of an array, slice or string.
func (v Value) Index(i int) Value {
	switch v.kind() {
	case Array:
		if uint(i) >= uint(lenOf(v.typ)) {
			panic("reflect: array index out of range")
		}
		elem := elemOf(v.typ)
		return Value{elem, unsafe.Add(v.ptr, uintptr(i)*typeSize(elem)), v.flag & (addressable | readOnly)}
	case Slice:
		s := v.slice()
		if uint(i) >= uint(s.len) {
			panic("reflect: slice index out of range")
		}
		elem := elemOf(v.typ)
		return Value{elem, unsafe.Add(s.data, uintptr(i)*typeSize(elem)), v.flag&readOnly | addressable}
	case String:
		s := *(*string)(v.ptr)
		if uint(i) >= uint(len(s)) {
			panic("reflect: string index out of range")
		}
		c := ValueOf(s[i])
		c.flag = v.flag & readOnly
		return c
	}
	panic(v.bad("Index"))
}

// Comparable reports whether v can be compared with == and not panic.
func (v Value) Comparable() bool {
	switch v.kind() {
	case Invalid:
		return true
	case Interface:
		return v.IsNil() || v.Elem().Comparable()
	case Array:
		if comparable(v.typ) {
			for i := range v.Len() {
				if !v.Index(i).Comparable() {
					return false
				}
			}
			return true
		}
		return false
	case Struct:
		for i := range v.NumField() {
			if !v.Field(i).Comparable() {
				return false
			}
		}
		return true
	}
	return v.flag&(bound|bareMethod) == 0 && comparable(v.typ)
}

// Equal is v == u as for interface values.
func (v Value) Equal(u Value) bool {
	if v.kind() == Interface {
		v = v.Elem()
	}
	if u.kind() == Interface {
		u = u.Elem()
	}
	if !v.IsValid() || !u.IsValid() {
		return v.IsValid() == u.IsValid()
	}
	if v.kind() != u.kind() || v.Type() != u.Type() {
		return false
	}
	if !comparable(v.typ) || v.flag&(bound|bareMethod) != 0 {
		panic("reflect.Value.Equal: values of type " + v.Type().String() + " are not comparable")
	}
	return equal(v.typ, v.ptr, u.ptr)
}

// NumMethod is the number of methods in v's method set.
func (v Value) NumMethod() int {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.NumMethod", Invalid})
	}
	if v.flag&(bound|bareMethod) != 0 {
		return 0
	}
	return toType(v.typ).NumMethod()
}

// Method is the method value of method i.
func (v Value) Method(i int) Value {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.Method", Invalid})
	}
	if v.flag&(bound|bareMethod) != 0 || uint(i) >= uint(toType(v.typ).NumMethod()) {
		panic("reflect: Method index out of range")
	}
	if v.kind() == Interface && v.IsNil() {
		panic("reflect: Method on nil interface value")
	}
	return Value{v.typ, v.ptr, v.flag&readOnly | bound | flag(i)<<indexShift}
}

// MethodByName is the method value of that name; the zero Value if there is none.
func (v Value) MethodByName(name string) Value {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.MethodByName", Invalid})
	}
	if v.flag&(bound|bareMethod) != 0 {
		return Value{}
	}
	m, ok := toType(v.typ).MethodByName(name)
	if !ok {
		return Value{}
	}
	return v.Method(m.Index)
}

// OverflowInt and its like report whether x does not fit v's type.
func (v Value) OverflowInt(x int64) bool {
	if !v.CanInt() {
		panic(v.bad("OverflowInt"))
	}
	return toType(v.typ).OverflowInt(x)
}

func (v Value) OverflowUint(x uint64) bool {
	if !v.CanUint() {
		panic(v.bad("OverflowUint"))
	}
	return toType(v.typ).OverflowUint(x)
}

func (v Value) OverflowFloat(x float64) bool {
	if !v.CanFloat() {
		panic(v.bad("OverflowFloat"))
	}
	return toType(v.typ).OverflowFloat(x)
}

func (v Value) OverflowComplex(x complex128) bool {
	if !v.CanComplex() {
		panic(v.bad("OverflowComplex"))
	}
	return toType(v.typ).OverflowComplex(x)
}
