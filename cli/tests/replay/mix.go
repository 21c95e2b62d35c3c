package main

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"time"
)

type node struct {
	next *node
	data [64]int
}

func main() {
	var wg sync.WaitGroup
	var pool = sync.Pool{New: func() any { return new(node) }}
	var m sync.Map
	var rw sync.RWMutex
	cond := sync.NewCond(&sync.Mutex{})
	ready := 0
	log := []string{}
	var lmu sync.Mutex
	say := func(s string) { lmu.Lock(); log = append(log, s); lmu.Unlock() }
	for i := range 4 {
		wg.Go(func() {
			x := 0
			for j := range 6_000_000 {
				x += j ^ i
			}
			say(fmt.Sprint("busy ", i, x))
		})
	}
	for i := range 8 {
		wg.Go(func() {
			for j := range 200 {
				n := pool.Get().(*node)
				n.data[j%64] = i
				k := &node{next: n}
				_ = k
				m.Store(j%17, i)
				if v, ok := m.Load(j % 13); ok && j == 199 {
					say(fmt.Sprint("map ", i, v))
				}
				if j%40 == 0 {
					rw.Lock()
					ready++
					rw.Unlock()
					cond.L.Lock()
					cond.Broadcast()
					cond.L.Unlock()
				} else {
					rw.RLock()
					_ = ready
					rw.RUnlock()
				}
				garbage := make([]byte, 10_000)
				garbage[j] = 1
				pool.Put(n)
				if j%64 == 0 {
					runtime.Gosched()
				}
				if i == 0 && j%100 == 99 {
					runtime.GC()
				}
			}
			say(fmt.Sprint("done ", i))
		})
	}
	wg.Go(func() {
		cond.L.Lock()
		for {
			rw.RLock()
			r := ready
			rw.RUnlock()
			if r >= 20 {
				break
			}
			cond.Wait()
		}
		cond.L.Unlock()
		say("cond")
	})
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Millisecond)
	defer cancel()
	wg.Go(func() {
		n := 0
		t := time.NewTicker(2 * time.Millisecond)
		defer t.Stop()
		for {
			select {
			case <-t.C:
				n++
			case <-ctx.Done():
				say(fmt.Sprint("ticks ", n))
				return
			}
		}
	})
	time.AfterFunc(5*time.Millisecond, func() { say("after") })
	wg.Wait()
	time.Sleep(time.Millisecond)
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	fmt.Println(log, stats.Mallocs, stats.NumGC > 0, runtime.NumGoroutine())
	func() {
		defer func() { fmt.Println(recover()) }()
		var c chan int
		close(c)
	}()
	ch := make(chan int, 3)
	go func() {
		defer close(ch)
		for i := range 10 {
			ch <- i
		}
	}()
	l := 0
	for range ch {
		l += len(ch)
	}
	fmt.Println(l)
	select {}
}
