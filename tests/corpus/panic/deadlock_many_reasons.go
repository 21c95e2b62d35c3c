package main

import (
	"fmt"
	"sync"
)

func waits(wg *sync.WaitGroup) { wg.Wait() }

func locks(mu *sync.Mutex) { mu.Lock() }

func reads(rw *sync.RWMutex) { rw.RLock() }

func writes(rw *sync.RWMutex) { rw.Lock() }

func sends(c chan<- int) { c <- 1 }

func receives(c <-chan int) { fmt.Println(<-c) }

func ranges(c <-chan int) {
	for range c {
	}
}

func selects(a, b chan int) {
	select {
	case <-a:
	case b <- 1:
	}
}

func forever() { select {} }

func never() { <-(chan int)(nil) }

func conds(c *sync.Cond) {
	c.L.Lock()
	c.Wait()
}

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	var mu sync.Mutex
	mu.Lock()
	var rw, rw2 sync.RWMutex
	rw.Lock()
	rw2.RLock()
	c := make(chan int)
	for _, f := range []func(){
		func() { waits(&wg) },
		func() { locks(&mu) },
		func() { reads(&rw) },
		func() { writes(&rw2) },
		func() { selects(c, nil) },
		forever,
		never,
		func() { conds(sync.NewCond(new(sync.Mutex))) },
		func() { ranges(make(chan int)) },
		func() { sends(nil) },
	} {
		go f()
	}
	receives(make(chan int))
}
