// What other programs of the corpus leave out of sync, runtime, sort and time.
package main

import (
	"fmt"
	"math/rand"
	"runtime"
	"sort"
	"sync"
	"time"
)

type account struct {
	sync.Locker
	n int
}

func main() {
	var m sync.Mutex
	fmt.Println(m.TryLock(), m.TryLock())
	m.Unlock()
	var rw sync.RWMutex
	for _, l := range []sync.Locker{&m, &rw, rw.RLocker()} {
		a := account{Locker: l}
		var wg sync.WaitGroup
		for range 5 {
			wg.Go(func() {
				a.Lock()
				defer a.Unlock()
				m2 := a.n
				_ = m2
			})
		}
		wg.Wait()
	}
	fmt.Println(rw.TryLock(), rw.TryRLock(), rw.TryLock())
	rw.Unlock()
	fmt.Println(rw.TryRLock(), rw.TryRLock(), rw.TryLock())
	c := sync.NewCond(&m)
	ready := false
	go func() {
		c.L.Lock()
		ready = true
		c.L.Unlock()
		c.Broadcast()
	}()
	c.L.Lock()
	for !ready {
		c.Wait()
	}
	c.L.Unlock()
	var sm sync.Map
	sm.Store("k", 1)
	fmt.Println(sm.CompareAndDelete("k", 2), sm.CompareAndDelete("k", 1), sm.CompareAndDelete("k", 1))
	sm.Store("x", 1)
	sm.Clear()
	_, ok := sm.Load("x")
	fmt.Println(ok)

	fmt.Println(runtime.GOOS, runtime.GOARCH, runtime.Compiler != "", runtime.Version()[:4], runtime.NumCPU() > 0, runtime.NumCgoCall())
	runtime.LockOSThread()
	runtime.UnlockOSThread()
	var ms runtime.MemStats
	keep := make([]byte, 1<<20)
	runtime.GC()
	runtime.ReadMemStats(&ms)
	runtime.KeepAlive(keep)
	fmt.Println(ms.Alloc >= 1<<20, ms.TotalAlloc >= ms.Alloc, ms.Sys > 0, ms.Mallocs >= ms.Frees, ms.HeapAlloc == ms.Alloc, ms.HeapSys > 0, ms.HeapInuse > 0, ms.HeapObjects > 0, ms.NumGC > 0, ms.EnableGC, ms.DebugGC)
	_ = []any{ms.Lookups, ms.HeapIdle, ms.HeapReleased, ms.StackInuse, ms.StackSys, ms.MSpanInuse, ms.MSpanSys, ms.MCacheInuse, ms.MCacheSys, ms.BuckHashSys, ms.GCSys, ms.OtherSys, ms.NextGC, ms.LastGC, ms.PauseTotalNs, ms.PauseNs, ms.PauseEnd, ms.NumForcedGC, ms.GCCPUFraction, ms.BySize}

	func() {
		defer func() {
			err := recover().(*runtime.PanicNilError)
			err.RuntimeError()
			fmt.Println(err.Error())
		}()
		panic(nil)
	}()
	func() {
		defer func() {
			var err runtime.Error = recover().(*runtime.TypeAssertionError)
			err.RuntimeError()
			fmt.Println(err.(*runtime.TypeAssertionError).Error())
			err.(*runtime.TypeAssertionError).RuntimeError()
		}()
		var x any = 1
		_ = x.(string)
	}()

	var data sort.Interface = sort.IntSlice{3, 1}
	fmt.Println(data.Len(), data.Less(0, 1))
	data.Swap(0, 1)
	i, f, s := sort.IntSlice{2, 1}, sort.Float64Slice{2, 1}, sort.StringSlice{"b", "a"}
	i.Swap(0, 1)
	f.Swap(0, 1)
	s.Swap(0, 1)
	fmt.Println(data, i, f, s, i.Len(), f.Len(), s.Len(), i.Less(0, 1), f.Less(0, 1), s.Less(0, 1))

	var r *rand.Rand = rand.New(rand.NewSource(1))
	var src rand.Source = rand.NewSource(1)
	first := src.Int63()
	src.Seed(1)
	fmt.Println(r.Int63() == first, src.Int63() == first)
	fmt.Println(time.Duration(1500).String(), time.FixedZone("Z", 1).String(), time.Tick(-1) == nil)
	tick := time.Tick(time.Millisecond)
	<-tick
	<-tick
	t := time.AfterFunc(time.Hour, func() { panic("not stopped") })
	fmt.Println(t.Reset(2*time.Hour), t.Stop(), t.Stop(), t.C == nil)
}
