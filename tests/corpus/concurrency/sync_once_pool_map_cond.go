package main

import (
	"fmt"
	"sort"
	"sync"
	"sync/atomic"
)

func main() {
	var once sync.Once
	for i := range 3 {
		once.Do(func() { fmt.Println("once", i) })
	}
	f := sync.OnceValue(func() int { fmt.Println("computing"); return 42 })
	fmt.Println(f(), f())
	g := sync.OnceValues(func() (int, error) { return 1, nil })
	fmt.Println(g())
	h := sync.OnceFunc(func() { fmt.Println("h") })
	h()
	h()
	p := sync.Pool{New: func() any { return new([]byte) }}
	b := p.Get().(*[]byte)
	p.Put(b)
	_ = p.Get()

	var m sync.Map
	for i := range 5 {
		m.Store(i, i*i)
	}
	v, ok := m.Load(3)
	fmt.Println(v, ok)
	_, loaded := m.LoadOrStore(9, "nine")
	fmt.Println(loaded)
	m.Delete(0)
	var keys []int
	m.Range(func(k, v any) bool { keys = append(keys, k.(int)); return true })
	sort.Ints(keys)
	fmt.Println(keys)
	old, was := m.LoadAndDelete(9)
	fmt.Println(old, was)
	fmt.Println(m.CompareAndSwap(1, 1, 100), m.CompareAndSwap(1, 1, 5))
	sw, l := m.Swap(2, "two")
	fmt.Println(sw, l)

	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	ready := 0
	var wg sync.WaitGroup
	for range 5 {
		wg.Go(func() {
			mu.Lock()
			for ready == 0 {
				cond.Wait()
			}
			ready++
			mu.Unlock()
		})
	}
	mu.Lock()
	ready = 1
	cond.Broadcast()
	mu.Unlock()
	wg.Wait()
	fmt.Println(ready)
	var n atomic.Int64
	var u uint32
	for range 100 {
		wg.Go(func() { n.Add(2); atomic.AddUint32(&u, 3) })
	}
	wg.Wait()
	fmt.Println(n.Load(), u, n.CompareAndSwap(200, 1), n.Swap(9), n.Load())
	var av atomic.Value
	av.Store("s")
	fmt.Println(av.Load())
	var ptr atomic.Pointer[int]
	fmt.Println(ptr.Load() == nil)
	x := 5
	ptr.Store(&x)
	fmt.Println(*ptr.Load())
}
