package main

import (
	"fmt"
	"sync"
)

func main() {
	a, b := make(chan int), make(chan int, 8)
	var mu sync.Mutex
	var wg sync.WaitGroup
	total := 0
	for range 6 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for v := range a {
				mu.Lock()
				total += v
				mu.Unlock()
				b <- v
			}
		}()
	}
	go func() {
		for i := range 70000 {
			a <- i
		}
		close(a)
		wg.Wait()
		close(b)
	}()
	n := 0
	for range b {
		n++
	}
	fmt.Println(n, total)
}
