package main

import (
	"fmt"
	"sync"
)

var counter int

func add(wg *sync.WaitGroup) {
	defer wg.Done()
	for range 10 {
		counter++
	}
}

func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	go add(&wg)
	go add(&wg)
	wg.Wait()
	fmt.Println("counter is", counter)
}
