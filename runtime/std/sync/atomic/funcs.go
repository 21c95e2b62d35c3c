// Package atomic has operations on words that happen at once.
package atomic

import "unsafe"

// LoadInt32 reads.
func LoadInt32(addr *int32) (val int32)

// StoreInt32 writes.
func StoreInt32(addr *int32, val int32)

// AddInt32 adds and gives the sum.
func AddInt32(addr *int32, delta int32) (new int32)

// SwapInt32 writes and gives what was there.
func SwapInt32(addr *int32, new int32) (old int32)

// CompareAndSwapInt32 writes when old is there.
func CompareAndSwapInt32(addr *int32, old, new int32) (swapped bool)

// AndInt32 does a bitwise and, and gives what was there.
func AndInt32(addr *int32, mask int32) (old int32)

// OrInt32 does a bitwise or, and gives what was there.
func OrInt32(addr *int32, mask int32) (old int32)

// LoadInt64 reads.
func LoadInt64(addr *int64) (val int64)

// StoreInt64 writes.
func StoreInt64(addr *int64, val int64)

// AddInt64 adds and gives the sum.
func AddInt64(addr *int64, delta int64) (new int64)

// SwapInt64 writes and gives what was there.
func SwapInt64(addr *int64, new int64) (old int64)

// CompareAndSwapInt64 writes when old is there.
func CompareAndSwapInt64(addr *int64, old, new int64) (swapped bool)

// AndInt64 does a bitwise and, and gives what was there.
func AndInt64(addr *int64, mask int64) (old int64)

// OrInt64 does a bitwise or, and gives what was there.
func OrInt64(addr *int64, mask int64) (old int64)

// LoadUint32 reads.
func LoadUint32(addr *uint32) (val uint32)

// StoreUint32 writes.
func StoreUint32(addr *uint32, val uint32)

// AddUint32 adds and gives the sum.
func AddUint32(addr *uint32, delta uint32) (new uint32)

// SwapUint32 writes and gives what was there.
func SwapUint32(addr *uint32, new uint32) (old uint32)

// CompareAndSwapUint32 writes when old is there.
func CompareAndSwapUint32(addr *uint32, old, new uint32) (swapped bool)

// AndUint32 does a bitwise and, and gives what was there.
func AndUint32(addr *uint32, mask uint32) (old uint32)

// OrUint32 does a bitwise or, and gives what was there.
func OrUint32(addr *uint32, mask uint32) (old uint32)

// LoadUint64 reads.
func LoadUint64(addr *uint64) (val uint64)

// StoreUint64 writes.
func StoreUint64(addr *uint64, val uint64)

// AddUint64 adds and gives the sum.
func AddUint64(addr *uint64, delta uint64) (new uint64)

// SwapUint64 writes and gives what was there.
func SwapUint64(addr *uint64, new uint64) (old uint64)

// CompareAndSwapUint64 writes when old is there.
func CompareAndSwapUint64(addr *uint64, old, new uint64) (swapped bool)

// AndUint64 does a bitwise and, and gives what was there.
func AndUint64(addr *uint64, mask uint64) (old uint64)

// OrUint64 does a bitwise or, and gives what was there.
func OrUint64(addr *uint64, mask uint64) (old uint64)

// LoadUintptr reads.
func LoadUintptr(addr *uintptr) (val uintptr)

// StoreUintptr writes.
func StoreUintptr(addr *uintptr, val uintptr)

// AddUintptr adds and gives the sum.
func AddUintptr(addr *uintptr, delta uintptr) (new uintptr)

// SwapUintptr writes and gives what was there.
func SwapUintptr(addr *uintptr, new uintptr) (old uintptr)

// CompareAndSwapUintptr writes when old is there.
func CompareAndSwapUintptr(addr *uintptr, old, new uintptr) (swapped bool)

// AndUintptr does a bitwise and, and gives what was there.
func AndUintptr(addr *uintptr, mask uintptr) (old uintptr)

// OrUintptr does a bitwise or, and gives what was there.
func OrUintptr(addr *uintptr, mask uintptr) (old uintptr)

// LoadPointer reads.
func LoadPointer(addr *unsafe.Pointer) (val unsafe.Pointer)

// StorePointer writes.
func StorePointer(addr *unsafe.Pointer, val unsafe.Pointer)

// SwapPointer writes and gives what was there.
func SwapPointer(addr *unsafe.Pointer, new unsafe.Pointer) (old unsafe.Pointer)

// CompareAndSwapPointer writes when old is there.
func CompareAndSwapPointer(addr *unsafe.Pointer, old, new unsafe.Pointer) (swapped bool)
