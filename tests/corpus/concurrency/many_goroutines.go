package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	const n = 20000
	start := make(chan struct{})
	var wg sync.WaitGroup
	out := make(chan int, 100)
	for i := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			<-start
			out <- i
		}()
	}
	fmt.Println(runtime.NumGoroutine() >= n)
	close(start)
	go func() { wg.Wait(); close(out) }()
	sum, count := 0, 0
	for v := range out {
		sum += v
		count++
	}
	fmt.Println(count, sum)
}
