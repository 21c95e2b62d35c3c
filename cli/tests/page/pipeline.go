package main

import (
	"fmt"
	"sync"
	"time"
)

func produce(out chan<- int) {
	for i := range 4 {
		out <- i * 10
	}
	close(out)
}

func square(in <-chan int, out chan<- int, mu *sync.Mutex, wg *sync.WaitGroup) {
	defer wg.Done()
	for v := range in {
		mu.Lock()
		time.Sleep(20 * time.Microsecond)
		mu.Unlock()
		out <- v * v
	}
}

func main() {
	in := make(chan int)
	out := make(chan int, 2)
	var mu sync.Mutex
	var wg sync.WaitGroup
	wg.Add(2)
	go produce(in)
	go square(in, out, &mu, &wg)
	go square(in, out, &mu, &wg)
	go func() { wg.Wait(); close(out) }()
	sum := 0
	for v := range out {
		sum += v
	}
	fmt.Println("sum", sum)
}
