// sync and sync/atomic: Map in all its methods, Pool, Once with panics, RWMutex as a Locker, misuse, values.
package main

import (
	"fmt"
	"sort"
	"sync"
	"sync/atomic"
	"unsafe"
)

func caught(what string, f func()) {
	defer func() { fmt.Println(what, recover()) }()
	f()
}

type config struct {
	n int
	s string
}

func main() {
	var m sync.Map
	m.Store("a", 1)
	fmt.Println(m.LoadOrStore("a", 2))
	fmt.Println(m.LoadOrStore("b", 2))
	fmt.Println(m.LoadAndDelete("b"))
	fmt.Println(m.LoadAndDelete("b"))
	fmt.Println(m.Swap("a", 5))
	fmt.Println(m.Swap("c", 6))
	fmt.Println(m.CompareAndSwap("a", 1, 2), m.CompareAndSwap("a", 5, 7), m.CompareAndDelete("a", 5), m.CompareAndDelete("a", 7), m.CompareAndDelete("zz", nil))
	m.Store(nil, "nil key")
	m.Store(3.5, nil)
	m.Store([1]int{1}, "array")
	v, ok := m.Load(nil)
	fmt.Println(v, ok)
	var keys []string
	m.Range(func(k, v any) bool { keys = append(keys, fmt.Sprint(k, "=", v)); return true })
	sort.Strings(keys)
	fmt.Println(keys)
	n := 0
	m.Range(func(k, v any) bool { n++; m.Delete(k); return n < 2 })
	fmt.Println(n)
	m.Clear()
	m.Range(func(k, v any) bool { n = 100; return true })
	fmt.Println(n)
	caught("bad key", func() { m.Store([]int{}, 1) })
	caught("incomparable old", func() { m.Store("f", []int{1}); m.CompareAndSwap("f", []int{1}, 2) })

	var once sync.Once
	caught("first", func() { once.Do(func() { panic("in once") }) })
	caught("second", func() { once.Do(func() { panic("never") }) })
	var nest sync.Once
	nest.Do(func() { fmt.Println("outer") })
	nest.Do(nil)
	f := sync.OnceValue(func() int { panic(fmt.Errorf("value")) })
	caught("v1", func() { f() })
	caught("v2", func() { f() })

	p := sync.Pool{New: func() any { return &config{n: -1} }}
	c := p.Get().(*config)
	fmt.Println(c.n)
	p.Put(nil)
	var bare sync.Pool
	fmt.Println(bare.Get())

	var rw sync.RWMutex
	l := rw.RLocker()
	l.Lock()
	l.Lock()
	fmt.Println(rw.TryLock(), rw.TryRLock())
	l.Unlock()
	l.Unlock()
	rw.RUnlock()
	fmt.Println(rw.TryLock())
	rw.Unlock()

	var wg sync.WaitGroup
	caught("negative", func() { wg.Add(-1) })
	caught("done", func() { var w sync.WaitGroup; w.Done() })

	var v1 atomic.Value
	fmt.Println(v1.Load())
	v1.Store("x")
	fmt.Println(v1.Swap("y"), v1.CompareAndSwap("x", "z"), v1.CompareAndSwap("y", "z"), v1.Load())
	caught("other type", func() { v1.Store(1) })
	caught("nil", func() { v1.Store(nil) })
	caught("swap nil", func() { v1.Swap(nil) })
	caught("cas types", func() { v1.CompareAndSwap("z", 1) })
	caught("cas old type", func() { v1.CompareAndSwap(1, "a") })
	var v2 atomic.Value
	v2.Store([]int{1})
	caught("cas incomparable", func() { v2.CompareAndSwap([]int{1}, []int{2}) })

	var i32 atomic.Int32
	var u32 atomic.Uint32
	var i64 atomic.Int64
	var u64 atomic.Uint64
	var up atomic.Uintptr
	var b atomic.Bool
	var ptr atomic.Pointer[config]
	i32.Store(-5)
	u32.Store(1)
	fmt.Println(i32.Add(10), u32.Add(^uint32(0)), u32.Add(^uint32(0)), i64.Add(-1), u64.Add(1<<63), up.Add(3), i32.And(4), i32.Or(3), i32.Load(), u64.And(1<<63), u64.Or(1), u64.Load())
	fmt.Println(i32.Swap(9), i32.CompareAndSwap(8, 1), i32.CompareAndSwap(9, 1), b.Swap(true), b.CompareAndSwap(false, true), b.Load(), ptr.Load(), ptr.CompareAndSwap(nil, &config{1, "a"}), ptr.Swap(nil).s)
	var raw int64 = 1 << 62
	var ui uint32 = 7
	var pp unsafe.Pointer
	var x int
	fmt.Println(atomic.AddInt64(&raw, 1<<62), atomic.LoadInt64(&raw), atomic.SwapUint32(&ui, 8), atomic.CompareAndSwapUint32(&ui, 8, 9), ui, atomic.OrUint32(&ui, 6), ui, atomic.AndUint32(&ui, 3), ui)
	fmt.Println(atomic.CompareAndSwapPointer(&pp, nil, unsafe.Pointer(&x)), atomic.LoadPointer(&pp) == unsafe.Pointer(&x), atomic.SwapPointer(&pp, nil) != nil)
	caught("nil counter", func() { atomic.AddInt64(nil, 1) })

	cond := sync.NewCond(&sync.Mutex{})
	ready, woken := 0, make(chan int, 5)
	for i := range 5 {
		go func() {
			cond.L.Lock()
			defer cond.L.Unlock()
			ready++
			cond.Wait()
			woken <- i
		}()
	}
	for done := false; !done; {
		cond.L.Lock()
		done = ready == 5
		cond.L.Unlock()
	}
	cond.Signal()
	<-woken
	cond.Signal()
	<-woken
	fmt.Println(len(woken))
	cond.Broadcast()
	<-woken
	<-woken
	<-woken
	fmt.Println("all")
}
