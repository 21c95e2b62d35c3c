package atomic

import "unsafe"

type noCopy struct{}

// Int32 is an atomic int32.
type Int32 struct {
	_ noCopy
	v int32
}

// Load reads.
func (x *Int32) Load() int32 { return LoadInt32(&x.v) }

// Store writes.
func (x *Int32) Store(val int32) { StoreInt32(&x.v, val) }

// Swap writes and gives what was there.
func (x *Int32) Swap(new int32) (old int32) { return SwapInt32(&x.v, new) }

// CompareAndSwap writes when old is there.
func (x *Int32) CompareAndSwap(old, new int32) (swapped bool) {
	return CompareAndSwapInt32(&x.v, old, new)
}

// Add adds and gives the sum.
func (x *Int32) Add(delta int32) (new int32) { return AddInt32(&x.v, delta) }

// And does a bitwise and, and gives what was there.
func (x *Int32) And(mask int32) (old int32) { return AndInt32(&x.v, mask) }

// Or does a bitwise or, and gives what was there.
func (x *Int32) Or(mask int32) (old int32) { return OrInt32(&x.v, mask) }

// Int64 is an atomic int64.
type Int64 struct {
	_ noCopy
	v int64
}

// Load reads.
func (x *Int64) Load() int64 { return LoadInt64(&x.v) }

// Store writes.
func (x *Int64) Store(val int64) { StoreInt64(&x.v, val) }

// Swap writes and gives what was there.
func (x *Int64) Swap(new int64) (old int64) { return SwapInt64(&x.v, new) }

// CompareAndSwap writes when old is there.
func (x *Int64) CompareAndSwap(old, new int64) (swapped bool) {
	return CompareAndSwapInt64(&x.v, old, new)
}

// Add adds and gives the sum.
func (x *Int64) Add(delta int64) (new int64) { return AddInt64(&x.v, delta) }

// And does a bitwise and, and gives what was there.
func (x *Int64) And(mask int64) (old int64) { return AndInt64(&x.v, mask) }

// Or does a bitwise or, and gives what was there.
func (x *Int64) Or(mask int64) (old int64) { return OrInt64(&x.v, mask) }

// Uint32 is an atomic uint32.
type Uint32 struct {
	_ noCopy
	v uint32
}

// Load reads.
func (x *Uint32) Load() uint32 { return LoadUint32(&x.v) }

// Store writes.
func (x *Uint32) Store(val uint32) { StoreUint32(&x.v, val) }

// Swap writes and gives what was there.
func (x *Uint32) Swap(new uint32) (old uint32) { return SwapUint32(&x.v, new) }

// CompareAndSwap writes when old is there.
func (x *Uint32) CompareAndSwap(old, new uint32) (swapped bool) {
	return CompareAndSwapUint32(&x.v, old, new)
}

// Add adds and gives the sum.
func (x *Uint32) Add(delta uint32) (new uint32) { return AddUint32(&x.v, delta) }

// And does a bitwise and, and gives what was there.
func (x *Uint32) And(mask uint32) (old uint32) { return AndUint32(&x.v, mask) }

// Or does a bitwise or, and gives what was there.
func (x *Uint32) Or(mask uint32) (old uint32) { return OrUint32(&x.v, mask) }

// Uint64 is an atomic uint64.
type Uint64 struct {
	_ noCopy
	v uint64
}

// Load reads.
func (x *Uint64) Load() uint64 { return LoadUint64(&x.v) }

// Store writes.
func (x *Uint64) Store(val uint64) { StoreUint64(&x.v, val) }

// Swap writes and gives what was there.
func (x *Uint64) Swap(new uint64) (old uint64) { return SwapUint64(&x.v, new) }

// CompareAndSwap writes when old is there.
func (x *Uint64) CompareAndSwap(old, new uint64) (swapped bool) {
	return CompareAndSwapUint64(&x.v, old, new)
}

// Add adds and gives the sum.
func (x *Uint64) Add(delta uint64) (new uint64) { return AddUint64(&x.v, delta) }

// And does a bitwise and, and gives what was there.
func (x *Uint64) And(mask uint64) (old uint64) { return AndUint64(&x.v, mask) }

// Or does a bitwise or, and gives what was there.
func (x *Uint64) Or(mask uint64) (old uint64) { return OrUint64(&x.v, mask) }

// Uintptr is an atomic uintptr.
type Uintptr struct {
	_ noCopy
	v uintptr
}

// Load reads.
func (x *Uintptr) Load() uintptr { return LoadUintptr(&x.v) }

// Store writes.
func (x *Uintptr) Store(val uintptr) { StoreUintptr(&x.v, val) }

// Swap writes and gives what was there.
func (x *Uintptr) Swap(new uintptr) (old uintptr) { return SwapUintptr(&x.v, new) }

// CompareAndSwap writes when old is there.
func (x *Uintptr) CompareAndSwap(old, new uintptr) (swapped bool) {
	return CompareAndSwapUintptr(&x.v, old, new)
}

// Add adds and gives the sum.
func (x *Uintptr) Add(delta uintptr) (new uintptr) { return AddUintptr(&x.v, delta) }

// And does a bitwise and, and gives what was there.
func (x *Uintptr) And(mask uintptr) (old uintptr) { return AndUintptr(&x.v, mask) }

// Or does a bitwise or, and gives what was there.
func (x *Uintptr) Or(mask uintptr) (old uintptr) { return OrUintptr(&x.v, mask) }

// Bool is an atomic bool.
type Bool struct {
	_ noCopy
	v uint32
}

func word(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// Load reads.
func (x *Bool) Load() bool { return LoadUint32(&x.v) != 0 }

// Store writes.
func (x *Bool) Store(val bool) { StoreUint32(&x.v, word(val)) }

// Swap writes and gives what was there.
func (x *Bool) Swap(new bool) (old bool) { return SwapUint32(&x.v, word(new)) != 0 }

// CompareAndSwap writes when old is there.
func (x *Bool) CompareAndSwap(old, new bool) (swapped bool) {
	return CompareAndSwapUint32(&x.v, word(old), word(new))
}

// Pointer is an atomic *T.
type Pointer[T any] struct {
	_ noCopy
	v unsafe.Pointer
}

// Load reads.
func (x *Pointer[T]) Load() *T { return (*T)(LoadPointer(&x.v)) }

// Store writes.
func (x *Pointer[T]) Store(val *T) { StorePointer(&x.v, unsafe.Pointer(val)) }

// Swap writes and gives what was there.
func (x *Pointer[T]) Swap(new *T) (old *T) { return (*T)(SwapPointer(&x.v, unsafe.Pointer(new))) }

// CompareAndSwap writes when old is there.
func (x *Pointer[T]) CompareAndSwap(old, new *T) (swapped bool) {
	return CompareAndSwapPointer(&x.v, unsafe.Pointer(old), unsafe.Pointer(new))
}
