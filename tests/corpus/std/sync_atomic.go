// Every function and type of sync/atomic; counters from many goroutines add up.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"unsafe"
)

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	{
		var x int32 = 5
		fmt.Println(atomic.AddInt32(&x, 3), atomic.LoadInt32(&x), atomic.SwapInt32(&x, 9), atomic.CompareAndSwapInt32(&x, 9, 6), atomic.CompareAndSwapInt32(&x, 9, 7), atomic.AndInt32(&x, 3), atomic.OrInt32(&x, 8), x, atomic.AddInt32(&x, -1))
		atomic.StoreInt32(&x, 1)
		var y atomic.Int32
		fmt.Println(x, y.Add(3), y.Load(), y.Swap(9), y.CompareAndSwap(9, 6), y.CompareAndSwap(9, 7), y.And(3), y.Or(8), y.Load())
		y.Store(42)
		var wg sync.WaitGroup
		for range 20 {
			wg.Go(func() {
				for range 50 {
					y.Add(1)
					atomic.AddInt32(&x, 2)
				}
			})
		}
		wg.Wait()
		fmt.Println(y.Load(), atomic.LoadInt32(&x))
	}
	{
		var x int64 = 5
		fmt.Println(atomic.AddInt64(&x, 3), atomic.LoadInt64(&x), atomic.SwapInt64(&x, 9), atomic.CompareAndSwapInt64(&x, 9, 6), atomic.CompareAndSwapInt64(&x, 9, 7), atomic.AndInt64(&x, 3), atomic.OrInt64(&x, 8), x, atomic.AddInt64(&x, -1))
		atomic.StoreInt64(&x, 1)
		var y atomic.Int64
		fmt.Println(x, y.Add(3), y.Load(), y.Swap(9), y.CompareAndSwap(9, 6), y.CompareAndSwap(9, 7), y.And(3), y.Or(8), y.Load())
		y.Store(42)
		var wg sync.WaitGroup
		for range 20 {
			wg.Go(func() {
				for range 50 {
					y.Add(1)
					atomic.AddInt64(&x, 2)
				}
			})
		}
		wg.Wait()
		fmt.Println(y.Load(), atomic.LoadInt64(&x))
	}
	{
		var x uint32 = 5
		fmt.Println(atomic.AddUint32(&x, 3), atomic.LoadUint32(&x), atomic.SwapUint32(&x, 9), atomic.CompareAndSwapUint32(&x, 9, 6), atomic.CompareAndSwapUint32(&x, 9, 7), atomic.AndUint32(&x, 3), atomic.OrUint32(&x, 8), x, atomic.AddUint32(&x, ^uint32(0)))
		atomic.StoreUint32(&x, 1)
		var y atomic.Uint32
		fmt.Println(x, y.Add(3), y.Load(), y.Swap(9), y.CompareAndSwap(9, 6), y.CompareAndSwap(9, 7), y.And(3), y.Or(8), y.Load())
		y.Store(42)
		var wg sync.WaitGroup
		for range 20 {
			wg.Go(func() {
				for range 50 {
					y.Add(1)
					atomic.AddUint32(&x, 2)
				}
			})
		}
		wg.Wait()
		fmt.Println(y.Load(), atomic.LoadUint32(&x))
	}
	{
		var x uint64 = 5
		fmt.Println(atomic.AddUint64(&x, 3), atomic.LoadUint64(&x), atomic.SwapUint64(&x, 9), atomic.CompareAndSwapUint64(&x, 9, 6), atomic.CompareAndSwapUint64(&x, 9, 7), atomic.AndUint64(&x, 3), atomic.OrUint64(&x, 8), x, atomic.AddUint64(&x, ^uint64(0)))
		atomic.StoreUint64(&x, 1)
		var y atomic.Uint64
		fmt.Println(x, y.Add(3), y.Load(), y.Swap(9), y.CompareAndSwap(9, 6), y.CompareAndSwap(9, 7), y.And(3), y.Or(8), y.Load())
		y.Store(42)
		var wg sync.WaitGroup
		for range 20 {
			wg.Go(func() {
				for range 50 {
					y.Add(1)
					atomic.AddUint64(&x, 2)
				}
			})
		}
		wg.Wait()
		fmt.Println(y.Load(), atomic.LoadUint64(&x))
	}
	{
		var x uintptr = 5
		fmt.Println(atomic.AddUintptr(&x, 3), atomic.LoadUintptr(&x), atomic.SwapUintptr(&x, 9), atomic.CompareAndSwapUintptr(&x, 9, 6), atomic.CompareAndSwapUintptr(&x, 9, 7), atomic.AndUintptr(&x, 3), atomic.OrUintptr(&x, 8), x, atomic.AddUintptr(&x, ^uintptr(0)))
		atomic.StoreUintptr(&x, 1)
		var y atomic.Uintptr
		fmt.Println(x, y.Add(3), y.Load(), y.Swap(9), y.CompareAndSwap(9, 6), y.CompareAndSwap(9, 7), y.And(3), y.Or(8), y.Load())
		y.Store(42)
		var wg sync.WaitGroup
		for range 20 {
			wg.Go(func() {
				for range 50 {
					y.Add(1)
					atomic.AddUintptr(&x, 2)
				}
			})
		}
		wg.Wait()
		fmt.Println(y.Load(), atomic.LoadUintptr(&x))
	}
	a, b := new(int), new(int)
	p := unsafe.Pointer(a)
	fmt.Println(atomic.LoadPointer(&p) == unsafe.Pointer(a), atomic.SwapPointer(&p, unsafe.Pointer(b)) == unsafe.Pointer(a), atomic.CompareAndSwapPointer(&p, unsafe.Pointer(a), nil), atomic.CompareAndSwapPointer(&p, unsafe.Pointer(b), nil), p == nil)
	atomic.StorePointer(&p, unsafe.Pointer(a))
	var q atomic.Pointer[int]
	fmt.Println(q.Load() == nil, q.Swap(a) == nil, q.CompareAndSwap(b, nil), q.CompareAndSwap(a, b), q.Load() == b)
	q.Store(nil)
	var f atomic.Bool
	fmt.Println(f.Load(), f.Swap(true), f.CompareAndSwap(false, true), f.CompareAndSwap(true, false), f.Load())
	f.Store(true)
	var v atomic.Value
	fmt.Println(v.Load(), f.Load())
	v.Store("one")
	fmt.Println(v.Load(), v.Swap("two"), v.CompareAndSwap("one", "x"), v.CompareAndSwap("two", "three"), v.Load())
	try(func() { v.Store(1) })
	try(func() { v.Store(nil) })
	try(func() { v.Swap(1.5) })
	try(func() { v.Swap(nil) })
	try(func() { v.CompareAndSwap("three", 3) })
	try(func() { v.CompareAndSwap(3, "three") })
	try(func() { v.CompareAndSwap("three", nil) })
	try(func() {
		var w atomic.Value
		w.Store([]int{1})
		w.CompareAndSwap([]int{1}, []int{2})
	})
	try(func() {
		var nothing *int32
		atomic.AddInt32(nothing, 1)
	})
	fmt.Println(unsafe.Sizeof(v), unsafe.Sizeof(f), unsafe.Sizeof(q))
}
