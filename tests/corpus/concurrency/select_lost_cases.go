package main

import (
	"fmt"
	"sync"
)

// Several goroutines close channels at once that many selects wait for, some of them with two cases of one
// channel: each select is decided once, and whoever comes too late for it goes on to the next.
func closers(n int) (ended int) {
	a, b, c := make(chan int), make(chan int), make(chan int)
	chosen := make(chan int)
	for i := range n {
		go func() {
			switch i % 3 {
			case 0:
				select {
				case <-a:
				case <-b:
				case <-a:
				}
			case 1:
				select {
				case <-b:
				case <-c:
				case <-b:
				case <-a:
				}
			default:
				select {
				case <-c:
				case <-c:
				}
			}
			chosen <- i
		}()
	}
	var start sync.WaitGroup
	start.Add(3)
	for _, ch := range []chan int{a, b, c} {
		go func() {
			start.Done()
			start.Wait()
			close(ch)
		}()
	}
	for range n {
		ended += <-chosen
	}
	return ended
}

// Senders and a closer meet the same selects.
func senders(n int) (sum, closed int) {
	a, b, done := make(chan int), make(chan int), make(chan struct{})
	type got struct {
		v  int
		ok bool
	}
	out := make(chan got)
	for range n {
		go func() {
			var g got
			select {
			case g.v, g.ok = <-a:
			case g.v, g.ok = <-b:
			case g.v, g.ok = <-a:
			case <-done:
			}
			out <- g
		}()
	}
	var sent sync.WaitGroup
	for _, ch := range []chan int{a, b} {
		sent.Go(func() {
			for range n / 4 {
				ch <- 1
			}
		})
	}
	go func() {
		sent.Wait()
		close(done)
	}()
	for range n {
		if g := <-out; g.ok {
			sum += g.v
		} else {
			closed++
		}
	}
	return sum, closed
}

func main() {
	total := 0
	for range 20 {
		total += closers(30)
	}
	fmt.Println(total)
	for range 5 {
		fmt.Println(senders(40))
	}
}
