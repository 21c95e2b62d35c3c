package reflect

import "strconv"

// CanConvert reports whether Convert does not panic.
func (v Value) CanConvert(t Type) bool {
	if !v.Type().ConvertibleTo(t) {
		return false
	}
	if v.kind() == Slice {
		switch {
		case t.Kind() == Array && t.Len() > v.Len():
			return false
		case t.Kind() == Pointer && t.Elem().Kind() == Array && t.Elem().Len() > v.Len():
			return false
		}
	}
	return true
}

// Convert is v converted to t.
func (v Value) Convert(t Type) Value {
	if v.flag&(bound|bareMethod) != 0 {
		v = v.asFunc()
	}
	f := converter(v.Type(), t)
	if f == nil {
		panic("reflect.Value.Convert: value of type " + v.Type().String() + " cannot be converted to type " + t.String())
	}
	to := f(v, t)
	to.flag = v.flag & readOnly
	return to
}

// settable is a new variable of type t.
func settable(t Type) Value {
	return Value{t.common(), newObject(t.common()), addressable}
}

func isInt(k Kind) bool     { return Int <= k && k <= Int64 }
func isUint(k Kind) bool    { return Uint <= k && k <= Uintptr }
func isFloat(k Kind) bool   { return k == Float32 || k == Float64 }
func isComplex(k Kind) bool { return k == Complex64 || k == Complex128 }

// converter gives the function that converts values of type t to type u; nil if there is none.
func converter(t, u Type) func(Value, Type) Value {
	from, to := t.Kind(), u.Kind()
	switch {
	case isInt(from) && (isInt(to) || isUint(to) || isFloat(to)):
		return func(v Value, u Type) Value { return number(u, v.Int(), uint64(v.Int()), float64(v.Int())) }
	case isUint(from) && (isInt(to) || isUint(to) || isFloat(to)):
		return func(v Value, u Type) Value { return number(u, int64(v.Uint()), v.Uint(), float64(v.Uint())) }
	case isFloat(from) && (isInt(to) || isUint(to) || isFloat(to)):
		return func(v Value, u Type) Value { return number(u, int64(v.Float()), uint64(v.Float()), v.Float()) }
	case (isInt(from) || isUint(from)) && to == String:
		return func(v Value, u Type) Value {
			r := rune(0xfffd)
			if v.CanInt() && v.Int() == int64(rune(v.Int())) {
				r = rune(v.Int())
			} else if v.CanUint() && v.Uint() == uint64(rune(v.Uint())) {
				r = rune(v.Uint())
			}
			x := settable(u)
			x.SetString(string(r))
			return x
		}
	case isComplex(from) && isComplex(to):
		return func(v Value, u Type) Value {
			x := settable(u)
			x.SetComplex(v.Complex())
			return x
		}
	case from == String && to == Slice && u.Elem().PkgPath() == "" && u.Elem().Kind() == Uint8:
		return func(v Value, u Type) Value {
			x := settable(u)
			*(*[]byte)(x.ptr) = []byte(v.String())
			return x
		}
	case from == String && to == Slice && u.Elem().PkgPath() == "" && u.Elem().Kind() == Int32:
		return func(v Value, u Type) Value {
			x := settable(u)
			*(*[]rune)(x.ptr) = []rune(v.String())
			return x
		}
	case from == Slice && to == String && t.Elem().PkgPath() == "" && t.Elem().Kind() == Uint8:
		return func(v Value, u Type) Value {
			x := settable(u)
			x.SetString(string(*(*[]byte)(v.ptr)))
			return x
		}
	case from == Slice && to == String && t.Elem().PkgPath() == "" && t.Elem().Kind() == Int32:
		return func(v Value, u Type) Value {
			x := settable(u)
			x.SetString(string(*(*[]rune)(v.ptr)))
			return x
		}
	case from == Slice && to == Pointer && u.Elem().Kind() == Array && t.Elem() == u.Elem().Elem() && u.Name() == "":
		return func(v Value, u Type) Value {
			checkLength(v.Len(), u.Elem().Len(), "pointer to array")
			return Value{u.common(), cell(v.word()), 0}
		}
	case from == Slice && to == Array && t.Elem() == u.Elem():
		return func(v Value, u Type) Value {
			checkLength(v.Len(), u.Len(), "array")
			return copied(u.common(), v.word(), 0)
		}
	}
	if sameUnderlying(t, u, false) {
		return retyped
	}
	if from == Pointer && to == Pointer && t.Name() == "" && u.Name() == "" && sameUnderlying(t.Elem(), u.Elem(), false) {
		return retyped
	}
	if from == Chan && to == Chan && t.ChanDir() == BothDir && t.Elem() == u.Elem() && (t.Name() == "" || u.Name() == "") {
		return retyped
	}
	if to == Interface && t.Implements(u) {
		return func(v Value, u Type) Value { return v.assignTo("reflect.Value.Convert", u.common()) }
	}
	return nil
}

func retyped(v Value, u Type) Value {
	if v.flag&addressable != 0 {
		v = copied(v.typ, v.ptr, v.flag)
	}
	return Value{u.common(), v.ptr, 0}
}

func checkLength(have, want int, what string) {
	if want > have {
		panic("reflect: cannot convert slice with length " + strconv.Itoa(have) + " to " + what + " with length " + strconv.Itoa(want))
	}
}

// number is a number of type u, which of the three fits.
func number(u Type, i int64, n uint64, f float64) Value {
	x := settable(u)
	switch k := u.Kind(); {
	case isInt(k):
		x.SetInt(i)
	case isUint(k):
		x.SetUint(n)
	default:
		x.SetFloat(f)
	}
	return x
}
