// A bounded buffer with conditions: Signal wakes one that waits, Broadcast all; a signal that
// nobody waits for is lost.
package main

import (
	"fmt"
	"sync"
)

type buffer struct {
	mu              sync.Mutex
	notEmpty, space *sync.Cond
	items           []int
	closed          bool
}

func newBuffer() *buffer {
	b := &buffer{}
	b.notEmpty, b.space = sync.NewCond(&b.mu), sync.NewCond(&b.mu)
	return b
}

func (b *buffer) put(n int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for len(b.items) == 2 {
		b.space.Wait()
	}
	b.items = append(b.items, n)
	b.notEmpty.Signal()
}

func (b *buffer) get() (int, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for len(b.items) == 0 && !b.closed {
		b.notEmpty.Wait()
	}
	if len(b.items) == 0 {
		return 0, false
	}
	n := b.items[0]
	b.items = b.items[1:]
	b.space.Signal()
	return n, true
}

func main() {
	b := newBuffer()
	b.notEmpty.Signal() // nobody waits
	sums := make(chan int)
	for range 3 {
		go func() {
			sum := 0
			for {
				n, ok := b.get()
				if !ok {
					sums <- sum
					return
				}
				sum += n
			}
		}()
	}
	for i := 1; i <= 100; i++ {
		b.put(i)
	}
	b.mu.Lock()
	b.closed = true
	b.mu.Unlock()
	b.notEmpty.Broadcast()
	fmt.Println(<-sums + <-sums + <-sums)
}
