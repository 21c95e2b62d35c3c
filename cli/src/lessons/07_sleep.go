package main

import (
	"fmt"
	"sync"
	"time"
)

func nap(wg *sync.WaitGroup) {
	time.Sleep(10 * time.Millisecond)
	wg.Done()
}

func main() {
	start := time.Now()
	var wg sync.WaitGroup
	wg.Add(100)
	for range 100 {
		go nap(&wg)
	}
	wg.Wait()
	fmt.Println("took", time.Since(start).Round(time.Millisecond))
}
