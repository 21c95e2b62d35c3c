package reflect

import "unsafe"

// pair is two references that are being compared: to meet them again adds nothing.
type pair struct {
	a, b unsafe.Pointer
	typ  unsafe.Pointer
}

// DeepEqual reports whether x and y are equal, with what they point to.
func DeepEqual(x, y any) bool {
	if x == nil || y == nil {
		return x == y
	}
	a, b := ValueOf(x), ValueOf(y)
	if a.typ != b.typ {
		return false
	}
	return deepEqual(a, b, map[pair]bool{})
}

func deepEqual(a, b Value, seen map[pair]bool) bool {
	if !a.IsValid() || !b.IsValid() {
		return a.IsValid() == b.IsValid()
	}
	if a.typ != b.typ {
		return false
	}
	switch a.kind() {
	case Pointer, Map, Slice, Interface:
		if !a.IsNil() && !b.IsNil() {
			p := pair{a.word(), b.word(), a.typ}
			if a.kind() == Interface {
				// The same box may be met through other types.
				p.a, p.b = a.ptr, b.ptr
			}
			if seen[p] {
				return true
			}
			seen[p] = true
		}
	}
	switch a.kind() {
	case Array:
		for i := range a.Len() {
			if !deepEqual(a.Index(i), b.Index(i), seen) {
				return false
			}
		}
		return true
	case Slice:
		if a.IsNil() != b.IsNil() || a.Len() != b.Len() {
			return false
		}
		if a.word() == b.word() {
			return true
		}
		for i := range a.Len() {
			if !deepEqual(a.Index(i), b.Index(i), seen) {
				return false
			}
		}
		return true
	case Interface:
		if a.IsNil() || b.IsNil() {
			return a.IsNil() == b.IsNil()
		}
		return deepEqual(a.Elem(), b.Elem(), seen)
	case Pointer:
		return a.word() == b.word() || deepEqual(a.Elem(), b.Elem(), seen)
	case Struct:
		for i := range a.NumField() {
			if !deepEqual(a.Field(i), b.Field(i), seen) {
				return false
			}
		}
		return true
	case Map:
		if a.IsNil() != b.IsNil() || a.Len() != b.Len() {
			return false
		}
		if a.word() == b.word() {
			return true
		}
		for it := a.MapRange(); it.Next(); {
			other := b.MapIndex(it.Key())
			if !other.IsValid() || !deepEqual(it.Value(), other, seen) {
				return false
			}
		}
		return true
	case Func:
		return a.IsNil() && b.IsNil()
	}
	return equal(a.typ, a.ptr, b.ptr)
}
