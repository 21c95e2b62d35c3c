package atomic

import "unsafe"

// Value holds a value of one concrete type, the type of what was stored first. A Value must not be
// copied after that.
type Value struct {
	// A new cell for each store: readers never see half a value. nil: nothing stored yet.
	cell unsafe.Pointer // *any
	_    uintptr        // as large as gc's
}

// words is an interface value as it lies in memory: the type word tells whether two values have
// the same dynamic type.
type words struct {
	typ, data unsafe.Pointer
}

// differ tells whether two interface values, neither nil, have different dynamic types.
func differ(a, b any) bool {
	return (*words)(unsafe.Pointer(&a)).typ != (*words)(unsafe.Pointer(&b)).typ
}

// Load gives the value stored last, nil before the first Store.
func (v *Value) Load() (val any) {
	if p := (*any)(LoadPointer(&v.cell)); p != nil {
		return *p
	}
	return nil
}

// Store sets the value. It panics for nil and for a type other than the first one's.
func (v *Value) Store(val any) {
	if val == nil {
		panic("sync/atomic: store of nil value into Value")
	}
	v.exchange(val, "sync/atomic: store of inconsistently typed value into Value")
}

// Swap sets the value and gives the old one, nil if there was none. It panics as Store does.
func (v *Value) Swap(new any) (old any) {
	if new == nil {
		panic("sync/atomic: swap of nil value into Value")
	}
	return v.exchange(new, "sync/atomic: swap of inconsistently typed value into Value")
}

// exchange puts val in; complaint is the panic's text for a wrong type.
func (v *Value) exchange(val any, complaint string) (old any) {
	cell := unsafe.Pointer(&val)
	for {
		seen := LoadPointer(&v.cell)
		old = nil
		if seen != nil {
			old = *(*any)(seen)
			if differ(old, val) {
				panic(complaint)
			}
		}
		if CompareAndSwapPointer(&v.cell, seen, cell) {
			return old
		}
	}
}

// CompareAndSwap sets the value to new if it is old. It panics for nil as new, for types that
// differ, and for an old that cannot be compared.
func (v *Value) CompareAndSwap(old, new any) (swapped bool) {
	if new == nil {
		panic("sync/atomic: compare and swap of nil value into Value")
	}
	if old != nil && differ(old, new) {
		panic("sync/atomic: compare and swap of inconsistently typed values")
	}
	cell := unsafe.Pointer(&new)
	for {
		seen := LoadPointer(&v.cell)
		if seen == nil {
			if old != nil {
				return false
			}
		} else {
			have := *(*any)(seen)
			if differ(have, new) {
				panic("sync/atomic: compare and swap of inconsistently typed value into Value")
			}
			if have != old {
				return false
			}
		}
		if CompareAndSwapPointer(&v.cell, seen, cell) {
			return true
		}
	}
}
