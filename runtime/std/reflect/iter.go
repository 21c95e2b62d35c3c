package reflect

import "iter"

// counted iterates over 0 to n-1, as values of v's type.
func counted(v Value, yield func(Value) bool) {
	t := v.Type()
	if v.CanInt() {
		for i := int64(0); i < v.Int(); i++ {
			x := settable(t)
			x.SetInt(i)
			x.flag = 0
			if !yield(x) {
				return
			}
		}
		return
	}
	for i := uint64(0); i < v.Uint(); i++ {
		x := settable(t)
		x.SetUint(i)
		x.flag = 0
		if !yield(x) {
			return
		}
	}
}

// Seq is an iterator over what `for x := range v` gives.
func (v Value) Seq() iter.Seq[Value] {
	switch k := v.kind(); k {
	case Func:
		if v.Type().CanSeq() {
			return func(yield func(Value) bool) {
				f := MakeFunc(v.Type().In(0), func(in []Value) []Value { return []Value{ValueOf(yield(in[0]))} })
				v.Call([]Value{f})
			}
		}
	case Array, Slice:
		return func(yield func(Value) bool) {
			for i := range v.Len() {
				if !yield(ValueOf(i)) {
					return
				}
			}
		}
	case Pointer:
		if v.Type().Elem().Kind() == Array {
			return func(yield func(Value) bool) {
				for i := range v.Type().Elem().Len() {
					if !yield(ValueOf(i)) {
						return
					}
				}
			}
		}
	case String:
		return func(yield func(Value) bool) {
			for i := range v.String() {
				if !yield(ValueOf(i)) {
					return
				}
			}
		}
	case Map:
		return func(yield func(Value) bool) {
			for it := v.MapRange(); it.Next(); {
				if !yield(it.Key()) {
					return
				}
			}
		}
	case Chan:
		if v.Type().CanSeq() {
			return func(yield func(Value) bool) {
				for x, ok := v.Recv(); ok && yield(x); x, ok = v.Recv() {
				}
			}
		}
	default:
		if isInt(k) || isUint(k) {
			return func(yield func(Value) bool) { counted(v, yield) }
		}
	}
	panic("reflect: " + v.Type().String() + " cannot produce iter.Seq[Value]")
}

// Seq2 is an iterator over what `for x, y := range v` gives.
func (v Value) Seq2() iter.Seq2[Value, Value] {
	switch v.kind() {
	case Func:
		if v.Type().CanSeq2() {
			return func(yield func(Value, Value) bool) {
				f := MakeFunc(v.Type().In(0), func(in []Value) []Value { return []Value{ValueOf(yield(in[0], in[1]))} })
				v.Call([]Value{f})
			}
		}
	case Array, Slice:
		return func(yield func(Value, Value) bool) {
			for i := range v.Len() {
				if !yield(ValueOf(i), v.Index(i)) {
					return
				}
			}
		}
	case Pointer:
		if v.Type().Elem().Kind() == Array {
			return v.Elem().Seq2()
		}
	case String:
		return func(yield func(Value, Value) bool) {
			for i, r := range v.String() {
				if !yield(ValueOf(i), ValueOf(r)) {
					return
				}
			}
		}
	case Map:
		return func(yield func(Value, Value) bool) {
			for it := v.MapRange(); it.Next(); {
				if !yield(it.Key(), it.Value()) {
					return
				}
			}
		}
	}
	panic("reflect: " + v.Type().String() + " cannot produce iter.Seq2[Value, Value]")
}

// Fields is an iterator over the fields of a struct.
func (v Value) Fields() iter.Seq2[StructField, Value] {
	t := v.Type()
	if t.Kind() != Struct {
		panic("reflect: Fields of non-struct type " + t.String())
	}
	return func(yield func(StructField, Value) bool) {
		for i := range v.NumField() {
			if !yield(t.Field(i), v.Field(i)) {
				return
			}
		}
	}
}

// Methods is an iterator over the methods and method values of v.
func (v Value) Methods() iter.Seq2[Method, Value] {
	return func(yield func(Method, Value) bool) {
		t := v.Type()
		for i := range v.NumMethod() {
			if !yield(t.Method(i), v.Method(i)) {
				return
			}
		}
	}
}
