// Package weak has pointers that do not keep alive what they point to.
package weak

import (
	"runtime"
	"unsafe"
)

// A Pointer is a weak pointer to a T.
type Pointer[T any] struct {
	_ [0]*T // pointers to different types do not convert to one another
	// handle holds the address where the collector does not look for it; it is nil for nil.
	handle unsafe.Pointer
}

// register gives the handle of an address: the same as long as there is one.
func register(p unsafe.Pointer) unsafe.Pointer

// strong is the address that a handle holds, or nil when what was there is gone.
func strong(handle unsafe.Pointer) unsafe.Pointer

// Make makes a weak pointer of ptr. Of equal pointers it makes equal ones.
func Make[T any](ptr *T) Pointer[T] {
	if ptr == nil {
		return Pointer[T]{}
	}
	p := Pointer[T]{handle: register(unsafe.Pointer(ptr))}
	runtime.KeepAlive(ptr)
	return p
}

// Value is the pointer that p was made of, or nil when the collector has found that nothing else
// leads to what it points to.
func (p Pointer[T]) Value() *T {
	if p.handle == nil {
		return nil
	}
	return (*T)(strong(p.handle))
}
