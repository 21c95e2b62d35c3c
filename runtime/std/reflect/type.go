// Package reflect looks at values and types of any kind, and makes new ones.
package reflect

import (
	"iter"
	"strconv"
	"unsafe"
)

// Type is a Go type. Types are equal when the types they stand for are identical.
type Type interface {
	Align() int
	FieldAlign() int
	Method(int) Method
	MethodByName(string) (Method, bool)
	NumMethod() int
	Name() string
	PkgPath() string
	Size() uintptr
	String() string
	Kind() Kind
	Implements(u Type) bool
	AssignableTo(u Type) bool
	ConvertibleTo(u Type) bool
	Comparable() bool
	Bits() int
	ChanDir() ChanDir
	IsVariadic() bool
	Elem() Type
	Field(i int) StructField
	FieldByIndex(index []int) StructField
	FieldByName(name string) (StructField, bool)
	FieldByNameFunc(match func(string) bool) (StructField, bool)
	In(i int) Type
	Key() Type
	Len() int
	NumField() int
	NumIn() int
	NumOut() int
	Out(i int) Type
	OverflowComplex(x complex128) bool
	OverflowFloat(x float64) bool
	OverflowInt(x int64) bool
	OverflowUint(x uint64) bool
	CanSeq() bool
	CanSeq2() bool
	Fields() iter.Seq[StructField]
	Methods() iter.Seq[Method]
	Ins() iter.Seq[Type]
	Outs() iter.Seq[Type]
	common() unsafe.Pointer
}

// Kind is what sort of type a Type is; the zero Kind is of no type.
type Kind uint

// The kinds.
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

// Ptr is the old name of Pointer.
const Ptr = Pointer

var kindNames = [...]string{"invalid", "bool", "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64", "uintptr",
	"float32", "float64", "complex64", "complex128", "array", "chan", "func", "interface", "map", "ptr", "slice", "string", "struct", "unsafe.Pointer"}

// String is the name.
func (k Kind) String() string {
	if k < Kind(len(kindNames)) {
		return kindNames[k]
	}
	return "kind" + strconv.Itoa(int(k))
}

// ChanDir is the direction of a channel type.
type ChanDir int

// The directions.
const (
	RecvDir ChanDir = 1 << iota
	SendDir
	BothDir = RecvDir | SendDir
)

// String is how a type writes it.
func (d ChanDir) String() string {
	switch d {
	case SendDir:
		return "chan<-"
	case RecvDir:
		return "<-chan"
	case BothDir:
		return "chan"
	}
	return "ChanDir" + strconv.Itoa(int(d))
}

// Method is a method of a type.
type Method struct {
	Name    string
	PkgPath string // of an unexported one
	Type    Type   // with the receiver first, unless the type is an interface
	Func    Value  // with the receiver first
	Index   int
}

// IsExported reports whether the method is exported.
func (m Method) IsExported() bool { return m.PkgPath == "" }

// StructField is a field of a struct type.
type StructField struct {
	Name      string
	PkgPath   string // of an unexported one
	Type      Type
	Tag       StructTag
	Offset    uintptr
	Index     []int
	Anonymous bool // embedded
}

// IsExported reports whether the field is exported.
func (f StructField) IsExported() bool { return f.PkgPath == "" }

// StructTag is a field's tag: by convention pairs key:"value" with blanks between.
type StructTag string

// Get is the value of a key, or "".
func (tag StructTag) Get(key string) string {
	v, _ := tag.Lookup(key)
	return v
}

// Lookup is the value of a key, and whether the tag has it.
func (tag StructTag) Lookup(key string) (value string, ok bool) {
	s := string(tag)
	for {
		for s != "" && s[0] == ' ' {
			s = s[1:]
		}
		i := 0
		for i < len(s) && s[i] > ' ' && s[i] != ':' && s[i] != '"' && s[i] != 0x7f {
			i++
		}
		if i == 0 || i+1 >= len(s) || s[i] != ':' || s[i+1] != '"' {
			return "", false
		}
		name := s[:i]
		s = s[i+1:]
		for i = 1; i < len(s) && s[i] != '"'; i++ {
			if s[i] == '\\' {
				i++
			}
		}
		if i >= len(s) {
			return "", false
		}
		quoted := s[:i+1]
		s = s[i+1:]
		if name == key {
			value, err := strconv.Unquote(quoted)
			if err != nil {
				return "", false
			}
			return value, true
		}
	}
}

// rtype stands at a descriptor's address.
type rtype struct{ _ byte }

func toType(d unsafe.Pointer) Type {
	if d == nil {
		return nil
	}
	return (*rtype)(d)
}

// TypeOf is the dynamic type of an interface value; nil for nil.
func TypeOf(i any) Type {
	typ, _ := unpack(i)
	return toType(typ)
}

// TypeFor is the type T.
func TypeFor[T any]() Type {
	return TypeOf((*T)(nil)).Elem()
}

func (t *rtype) common() unsafe.Pointer { return unsafe.Pointer(t) }
func (t *rtype) String() string         { return typeString(unsafe.Pointer(t)) }
func (t *rtype) Kind() Kind             { return Kind(kindOf(unsafe.Pointer(t))) }
func (t *rtype) Size() uintptr          { return typeSize(unsafe.Pointer(t)) }
func (t *rtype) Align() int             { return alignOf(unsafe.Pointer(t)) }
func (t *rtype) FieldAlign() int        { return alignOf(unsafe.Pointer(t)) }
func (t *rtype) Comparable() bool       { return comparable(unsafe.Pointer(t)) }
func (t *rtype) Name() string           { return typeName(unsafe.Pointer(t)) }

func (t *rtype) PkgPath() string {
	if t.Kind() == UnsafePointer && t.Name() == "Pointer" && pkgPath(unsafe.Pointer(t)) == "" {
		return "unsafe"
	}
	return pkgPath(unsafe.Pointer(t))
}

func (t *rtype) Bits() int {
	k := t.Kind()
	if k < Int || k > Complex128 {
		panic("reflect: Bits of non-arithmetic Type " + t.String())
	}
	return int(t.Size()) * 8
}

func (t *rtype) must(k Kind, what, adjective string) {
	if t.Kind() != k {
		panic("reflect: " + what + " of non-" + adjective + " type " + t.String())
	}
}

func (t *rtype) ChanDir() ChanDir {
	t.must(Chan, "ChanDir", "chan")
	switch lenOf(unsafe.Pointer(t)) {
	case 1:
		return SendDir
	case 2:
		return RecvDir
	}
	return BothDir
}

func (t *rtype) Elem() Type {
	switch t.Kind() {
	case Array, Chan, Map, Pointer, Slice:
		return toType(elemOf(unsafe.Pointer(t)))
	}
	panic("reflect: Elem of invalid type " + t.String())
}

func (t *rtype) Key() Type {
	t.must(Map, "Key", "map")
	return toType(keyOf(unsafe.Pointer(t)))
}

func (t *rtype) Len() int {
	t.must(Array, "Len", "array")
	return lenOf(unsafe.Pointer(t))
}

func (t *rtype) NumIn() int {
	t.must(Func, "NumIn", "func")
	return numIn(unsafe.Pointer(t))
}

func (t *rtype) NumOut() int {
	t.must(Func, "NumOut", "func")
	return numOut(unsafe.Pointer(t))
}

func (t *rtype) In(i int) Type {
	t.must(Func, "In", "func")
	if uint(i) >= uint(t.NumIn()) {
		panic("reflect: Func index out of bounds")
	}
	return toType(param(unsafe.Pointer(t), i))
}

func (t *rtype) Out(i int) Type {
	t.must(Func, "Out", "func")
	if uint(i) >= uint(t.NumOut()) {
		panic("reflect: Func index out of bounds")
	}
	return toType(result(unsafe.Pointer(t), i))
}

func (t *rtype) IsVariadic() bool {
	t.must(Func, "IsVariadic", "func")
	return variadic(unsafe.Pointer(t))
}

func (t *rtype) NumField() int {
	t.must(Struct, "NumField", "struct")
	return numField(unsafe.Pointer(t))
}

func (t *rtype) Field(i int) StructField {
	t.must(Struct, "Field", "struct")
	if uint(i) >= uint(numField(unsafe.Pointer(t))) {
		panic("reflect: Field index out of bounds")
	}
	name, typ, offset, embedded, exported := fieldOf(unsafe.Pointer(t), i)
	f := StructField{Name: name, Type: toType(typ), Offset: offset, Anonymous: embedded, Index: []int{i}, Tag: StructTag(fieldTag(unsafe.Pointer(t), i))}
	if !exported {
		f.PkgPath = fieldPkg(unsafe.Pointer(t), i)
	}
	return f
}

func (t *rtype) FieldByIndex(index []int) StructField {
	var f StructField
	var at Type = t
	for i, x := range index {
		if i > 0 {
			if at.Kind() == Pointer && at.Elem().Kind() == Struct {
				at = at.Elem()
			}
		}
		f = at.Field(x)
		at = f.Type
	}
	if len(index) > 1 {
		f.Index = append([]int(nil), index...)
	} else if len(index) == 0 {
		t.must(Struct, "FieldByIndex", "struct")
	}
	return f
}

func (t *rtype) FieldByName(name string) (StructField, bool) {
	t.must(Struct, "FieldByName", "struct")
	return t.search(func(s string) bool { return s == name })
}

func (t *rtype) FieldByNameFunc(match func(string) bool) (StructField, bool) {
	t.must(Struct, "FieldByNameFunc", "struct")
	return t.search(match)
}

// search finds the one matching field at the least depth of embedding.
func (t *rtype) search(match func(string) bool) (found StructField, ok bool) {
	type place struct {
		t     Type
		index []int
	}
	level := []place{{t, nil}}
	seen := map[Type]bool{}
	for len(level) > 0 {
		var next []place
		count := map[Type]int{}
		for _, p := range level {
			count[p.t]++
		}
		hits := 0
		for _, p := range level {
			if seen[p.t] {
				continue
			}
			seen[p.t] = true
			for i := range p.t.NumField() {
				f := p.t.Field(i)
				index := append(p.index[:len(p.index):len(p.index)], i)
				if match(f.Name) {
					// A type that is there twice has its fields twice.
					hits += count[p.t]
					f.Index = index
					found = f
					continue
				}
				if f.Anonymous {
					e := f.Type
					if e.Kind() == Pointer {
						e = e.Elem()
					}
					if e.Kind() == Struct {
						next = append(next, place{e, index})
						if count[p.t] > 1 {
							next = append(next, place{e, index})
						}
					}
				}
			}
		}
		if hits == 1 {
			return found, true
		}
		if hits > 1 {
			return StructField{}, false
		}
		level = next
	}
	return StructField{}, false
}

// VisibleFields is all fields of a struct type, those of embedded structs included.
func VisibleFields(t Type) []StructField {
	if t == nil {
		panic("reflect: VisibleFields(nil)")
	}
	if t.Kind() != Struct {
		panic("reflect.VisibleFields of non-struct type")
	}
	var all []StructField
	visiting := map[Type]bool{}
	var walk func(t Type, index []int)
	walk = func(t Type, index []int) {
		if visiting[t] {
			return
		}
		visiting[t] = true
		for i := range t.NumField() {
			f := t.Field(i)
			f.Index = append(index[:len(index):len(index)], i)
			all = append(all, f)
			if f.Anonymous {
				e := f.Type
				if e.Kind() == Pointer {
					e = e.Elem()
				}
				if e.Kind() == Struct {
					walk(e, f.Index)
				}
			}
		}
		delete(visiting, t)
	}
	walk(t, nil)
	// Of one name the shallowest is visible, if there is only one at that depth.
	best, count := map[string]int{}, map[string]int{}
	for _, f := range all {
		d, ok := best[f.Name]
		switch {
		case !ok || len(f.Index) < d:
			best[f.Name], count[f.Name] = len(f.Index), 1
		case len(f.Index) == d:
			count[f.Name]++
		}
	}
	visible := all[:0]
	for _, f := range all {
		if len(f.Index) == best[f.Name] && count[f.Name] == 1 {
			visible = append(visible, f)
		}
	}
	return visible
}

// exportedMethods gives the places of a type's methods that reflection counts.
func (t *rtype) exportedMethods() []int {
	d := unsafe.Pointer(t)
	var list []int
	all := isInterface(d)
	for i := range numMethods(d) {
		if _, pkg, _, _ := methodAt(d, i); pkg == "" || all {
			list = append(list, i)
		}
	}
	return list
}

func (t *rtype) NumMethod() int { return len(t.exportedMethods()) }

func (t *rtype) Method(i int) Method {
	list := t.exportedMethods()
	if uint(i) >= uint(len(list)) {
		panic("reflect: Method index out of range")
	}
	name, pkg, sig, _ := methodAt(unsafe.Pointer(t), list[i])
	m := Method{Name: name, PkgPath: pkg, Type: toType(sig), Index: i}
	if !isInterface(unsafe.Pointer(t)) {
		in := []Type{t}
		for k := range m.Type.NumIn() {
			in = append(in, m.Type.In(k))
		}
		var out []Type
		for k := range m.Type.NumOut() {
			out = append(out, m.Type.Out(k))
		}
		m.Type = FuncOf(in, out, m.Type.IsVariadic())
		m.Func = methodFunc(t, i, m.Type)
	}
	return m
}

func (t *rtype) MethodByName(name string) (Method, bool) {
	for i, at := range t.exportedMethods() {
		if n, _, _, _ := methodAt(unsafe.Pointer(t), at); n == name {
			return t.Method(i), true
		}
	}
	return Method{}, false
}

func (t *rtype) Implements(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.Implements")
	}
	if u.Kind() != Interface {
		panic("reflect: non-interface type passed to Type.Implements")
	}
	return implements(u.common(), unsafe.Pointer(t))
}

func (t *rtype) AssignableTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.AssignableTo")
	}
	return assignable(t, u)
}

func (t *rtype) ConvertibleTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.ConvertibleTo")
	}
	return converter(t, u) != nil
}

// assignable reports whether a value of type t may be assigned to a variable of type u.
func assignable(t, u Type) bool {
	if t == u {
		return true
	}
	if u.Kind() == Interface {
		return t.Implements(u)
	}
	if t.Kind() != u.Kind() || t.Name() != "" && u.Name() != "" {
		return false
	}
	if t.Kind() == Chan && t.ChanDir() == BothDir && t.Elem() == u.Elem() {
		return true
	}
	return sameUnderlying(t, u, true)
}

// sameUnderlying reports whether two types have identical underlying types, but for tags maybe.
func sameUnderlying(t, u Type, tags bool) bool {
	if t == u {
		return true
	}
	k := t.Kind()
	if k != u.Kind() {
		return false
	}
	same := func(a, b Type) bool {
		if tags {
			return a == b
		}
		return a == b || a.Name() == "" && b.Name() == "" && sameUnderlying(a, b, tags)
	}
	if Bool <= k && k <= Complex128 || k == String || k == UnsafePointer {
		return true
	}
	switch k {
	case Array:
		return t.Len() == u.Len() && same(t.Elem(), u.Elem())
	case Chan:
		return t.ChanDir() == u.ChanDir() && same(t.Elem(), u.Elem())
	case Pointer, Slice:
		return same(t.Elem(), u.Elem())
	case Map:
		return same(t.Key(), u.Key()) && same(t.Elem(), u.Elem())
	case Func:
		if t.NumIn() != u.NumIn() || t.NumOut() != u.NumOut() || t.IsVariadic() != u.IsVariadic() {
			return false
		}
		for i := range t.NumIn() {
			if !same(t.In(i), u.In(i)) {
				return false
			}
		}
		for i := range t.NumOut() {
			if !same(t.Out(i), u.Out(i)) {
				return false
			}
		}
		return true
	case Interface:
		return t.NumMethod() == u.NumMethod() && t.Implements(u) && u.Implements(t)
	case Struct:
		if t.NumField() != u.NumField() {
			return false
		}
		for i := range t.NumField() {
			a, b := t.Field(i), u.Field(i)
			if a.Name != b.Name || a.PkgPath != b.PkgPath || a.Anonymous != b.Anonymous || tags && a.Tag != b.Tag || !same(a.Type, b.Type) {
				return false
			}
		}
		return true
	}
	return false
}

func (t *rtype) OverflowComplex(x complex128) bool {
	switch t.Kind() {
	case Complex64:
		return tooLarge(real(x)) || tooLarge(imag(x))
	case Complex128:
		return false
	}
	panic("reflect: OverflowComplex of non-complex type " + t.String())
}

func (t *rtype) OverflowFloat(x float64) bool {
	switch t.Kind() {
	case Float32:
		return tooLarge(x)
	case Float64:
		return false
	}
	panic("reflect: OverflowFloat of non-float type " + t.String())
}

// tooLarge reports whether x is above all float32s, but no infinity.
func tooLarge(x float64) bool {
	if x < 0 {
		x = -x
	}
	return 0x1p127*(1+(1-0x1p-23)) < x && x <= 0x1p1023*(1+(1-0x1p-52))
}

func (t *rtype) OverflowInt(x int64) bool {
	if k := t.Kind(); k < Int || k > Int64 {
		panic("reflect: OverflowInt of non-int type " + t.String())
	}
	shift := 64 - t.Bits()
	return x<<shift>>shift != x
}

func (t *rtype) OverflowUint(x uint64) bool {
	if k := t.Kind(); k < Uint || k > Uintptr {
		panic("reflect: OverflowUint of non-uint type " + t.String())
	}
	shift := 64 - t.Bits()
	return x<<shift>>shift != x
}

func (t *rtype) CanSeq() bool {
	switch t.Kind() {
	case Int8, Int16, Int32, Int64, Int, Uint8, Uint16, Uint32, Uint64, Uint, Uintptr, Array, Slice, String, Map:
		return true
	case Chan:
		return t.ChanDir() != SendDir
	case Pointer:
		return t.Elem().Kind() == Array
	case Func:
		return t.yields(1)
	}
	return false
}

func (t *rtype) CanSeq2() bool {
	switch t.Kind() {
	case Array, Slice, String, Map:
		return true
	case Pointer:
		return t.Elem().Kind() == Array
	case Func:
		return t.yields(2)
	}
	return false
}

// each iterates over what get gives for 0 to n-1.
func each[T any](n int, get func(int) T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for i := range n {
			if !yield(get(i)) {
				return
			}
		}
	}
}

func (t *rtype) Fields() iter.Seq[StructField] {
	t.must(Struct, "Fields", "struct")
	return each(t.NumField(), t.Field)
}

func (t *rtype) Methods() iter.Seq[Method] { return each(t.NumMethod(), t.Method) }

func (t *rtype) Ins() iter.Seq[Type] {
	t.must(Func, "Ins", "func")
	return each(t.NumIn(), t.In)
}

func (t *rtype) Outs() iter.Seq[Type] {
	t.must(Func, "Outs", "func")
	return each(t.NumOut(), t.Out)
}

// yields reports whether a func type is an iterator over n values.
func (t *rtype) yields(n int) bool {
	if t.NumIn() != 1 || t.NumOut() != 0 {
		return false
	}
	y := t.In(0)
	return y.Kind() == Func && y.NumIn() == n && y.NumOut() == 1 && y.Out(0).Kind() == Bool
}

// PointerTo is the type *t.
func PointerTo(t Type) Type { return toType(pointerTo(t.common())) }

// PtrTo is the old name of PointerTo.
func PtrTo(t Type) Type { return PointerTo(t) }

// SliceOf is the type []t.
func SliceOf(t Type) Type { return toType(sliceOf(t.common())) }

// ArrayOf is the type [length]elem.
func ArrayOf(length int, elem Type) Type {
	if length < 0 {
		panic("reflect: negative length passed to ArrayOf")
	}
	return toType(arrayOf(length, elem.common()))
}

// ChanOf is the channel type with that direction and element.
func ChanOf(dir ChanDir, t Type) Type {
	code := 0
	switch dir {
	case SendDir:
		code = 1
	case RecvDir:
		code = 2
	case BothDir:
	default:
		panic("reflect.ChanOf: invalid dir")
	}
	return toType(chanOf(code, t.common()))
}

// MapOf is the type map[key]elem.
func MapOf(key, elem Type) Type {
	if !key.Comparable() {
		panic("reflect.MapOf: invalid key type " + key.String())
	}
	return toType(mapOf(key.common(), elem.common()))
}

// FuncOf is the func type with those parameters and results.
func FuncOf(in, out []Type, variadic bool) Type {
	if variadic && (len(in) == 0 || in[len(in)-1].Kind() != Slice) {
		panic("reflect.FuncOf: last arg of variadic func must be slice")
	}
	list := func(types []Type) (ds []unsafe.Pointer) {
		for _, t := range types {
			ds = append(ds, t.common())
		}
		return
	}
	return toType(funcOf(list(in), list(out), variadic))
}

// StructOf is the struct type with those fields; offsets and indices are computed.
func StructOf(fields []StructField) Type {
	var list []fieldImage
	seen := map[string]bool{}
	for i, f := range fields {
		if f.Name == "" {
			panic("reflect.StructOf: field " + strconv.Itoa(i) + " has no name")
		}
		if f.Type == nil {
			panic("reflect.StructOf: field " + strconv.Itoa(i) + " has no type")
		}
		if exported := f.Name[0] >= 'A' && f.Name[0] <= 'Z' || f.Name[0] >= 0x80; !exported && f.PkgPath == "" {
			panic("reflect.StructOf: field \"" + f.Name + "\" is unexported but missing PkgPath")
		}
		if seen[f.Name] && f.Name != "_" {
			panic("reflect.StructOf: duplicate field " + f.Name)
		}
		seen[f.Name] = true
		list = append(list, fieldImage{f.Name, f.Type.common(), string(f.Tag), f.Anonymous, f.PkgPath})
	}
	return toType(structOf(list))
}
