package main

import (
	"fmt"
	"sync"
	"time"
)

var mu sync.Mutex

func use(wg *sync.WaitGroup) {
	defer wg.Done()
	mu.Lock()
	time.Sleep(2 * time.Millisecond)
	mu.Unlock()
}

func main() {
	var wg sync.WaitGroup
	wg.Add(3)
	for range 3 {
		go use(&wg)
	}
	wg.Wait()
	fmt.Println("everybody had it")
}
