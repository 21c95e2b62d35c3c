// Timers, tickers, AfterFunc, Stop and Reset in all states; deadlines; sleeping order.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	start := time.Now()
	t := time.NewTimer(2 * time.Millisecond)
	at := <-t.C
	fmt.Println(at.After(start), t.Stop(), t.Reset(time.Hour), t.Reset(time.Millisecond))
	<-t.C
	fmt.Println(t.Stop(), len(t.C), cap(t.C))

	t = time.NewTimer(time.Millisecond)
	time.Sleep(5 * time.Millisecond)
	fmt.Println("stop after firing:", t.Stop())
	select {
	case <-t.C:
		fmt.Println("stale value")
	default:
		fmt.Println("nothing stale")
	}
	t.Reset(time.Millisecond)
	<-t.C

	base := time.Now()
	var order []int
	var mu sync.Mutex
	var wg sync.WaitGroup
	for _, d := range []int{5, 1, 4, 2, 3} {
		wg.Go(func() {
			time.Sleep(time.Until(base.Add(time.Duration(d) * 10 * time.Millisecond)))
			mu.Lock()
			order = append(order, d)
			mu.Unlock()
		})
	}
	wg.Wait()
	fmt.Println(order)

	done := make(chan string, 4)
	a := time.AfterFunc(time.Millisecond, func() { done <- "ran" })
	fmt.Println(<-done, a.Stop(), a.C == nil)
	a.Reset(time.Millisecond)
	fmt.Println(<-done)
	b := time.AfterFunc(time.Hour, func() { done <- "never" })
	fmt.Println(b.Stop(), b.Stop())
	time.AfterFunc(0, func() { done <- "at once" })
	time.AfterFunc(-time.Second, func() { done <- "at once" })
	fmt.Println(<-done, <-done)

	k := time.NewTicker(2 * time.Millisecond)
	var last time.Time
	ok := true
	for i := range 4 {
		x := <-k.C
		if i > 0 && x.Before(last) {
			ok = false
		}
		last = x
	}
	k.Stop()
	time.Sleep(5 * time.Millisecond)
	select {
	case <-k.C:
		ok = false
	default:
	}
	k.Reset(time.Millisecond)
	<-k.C
	k.Stop()
	fmt.Println("ticker", ok)
	// A slow reader loses ticks, it does not get them later.
	k = time.NewTicker(time.Millisecond)
	time.Sleep(10 * time.Millisecond)
	n := 0
	for {
		select {
		case <-k.C:
			n++
			continue
		default:
		}
		break
	}
	k.Stop()
	fmt.Println("ticks kept:", n <= 2, n >= 1)

	for _, f := range []func(){
		func() { time.NewTicker(0) },
		func() { time.NewTicker(time.Hour).Reset(-1) },
		func() { (&time.Timer{}).Stop() },
		func() { (&time.Timer{}).Reset(1) },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
	fmt.Println(time.Tick(0) == nil, time.Tick(-1) == nil)
	el := time.Since(start)
	fmt.Println(el > 30*time.Millisecond, time.Until(start) < 0, time.Duration(0).String())
	select {
	case <-time.After(0):
		fmt.Println("zero")
	case <-time.After(time.Hour):
	}
	z := time.NewTimer(-5)
	<-z.C
	fmt.Println("negative")
}
