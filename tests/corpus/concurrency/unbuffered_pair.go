// The smallest programs of an introduction: f sends, g receives; a counter under new(sync.Mutex); readers
// and a writer under new(sync.RWMutex); waiting with new(sync.WaitGroup).
package main

import (
	"fmt"
	"sync"
)

func f(c chan int) {
	c <- 1
}

func g(c chan int) {
	x := <-c
	fmt.Println(x)
}

type counter struct {
	mu *sync.Mutex
	n  map[string]int
}

func (c counter) add(who string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n[who]++
	c.n["all"]++
}

type board struct {
	rw    *sync.RWMutex
	text  string
	reads int
	most  int
	now   int
	mu    sync.Mutex
}

func (b *board) read() string {
	b.rw.RLock()
	defer b.rw.RUnlock()
	b.mu.Lock()
	b.now++
	b.reads++
	b.most = max(b.most, b.now)
	b.mu.Unlock()
	s := b.text
	b.mu.Lock()
	b.now--
	b.mu.Unlock()
	return s
}

func (b *board) write(s string) {
	b.rw.Lock()
	defer b.rw.Unlock()
	if b.now != 0 {
		fmt.Println("a reader while writing")
	}
	b.text = s
}

func main() {
	c := make(chan int)
	go f(c)
	g(c)

	done := make(chan bool)
	go func() {
		g(c)
		done <- true
	}()
	f(c)
	<-done

	cnt := counter{new(sync.Mutex), map[string]int{}}
	wg := new(sync.WaitGroup)
	for i := range 1000 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			cnt.add([]string{"a", "b", "c", "d"}[i%4])
		}()
	}
	wg.Wait()
	fmt.Println(cnt.n)

	b := &board{rw: new(sync.RWMutex)}
	for i := range 20 {
		wg.Go(func() { b.read() })
		if i%5 == 0 {
			wg.Go(func() { b.write(fmt.Sprint("text ", i)) })
		}
	}
	wg.Wait()
	fmt.Println(b.reads, b.most >= 1, len(b.read()) >= 6)

	fmt.Println(cnt.mu.TryLock(), cnt.mu.TryLock())
	cnt.mu.Unlock()
	fmt.Println(b.rw.TryRLock(), b.rw.TryRLock(), b.rw.TryLock())
	b.rw.RUnlock()
	b.rw.RUnlock()
	fmt.Println(b.rw.TryLock(), b.rw.TryRLock())
	b.rw.Unlock()

	// Several wait for one group; a group is used again.
	var many sync.WaitGroup
	many.Add(1)
	out := make(chan int, 3)
	for i := range 3 {
		go func() { many.Wait(); out <- i }()
	}
	many.Done()
	fmt.Println(<-out + <-out + <-out)
	many.Add(2)
	go many.Done()
	go many.Done()
	many.Wait()
	fmt.Println("again")
}
