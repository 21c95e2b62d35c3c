package main

import (
	"fmt"
	"sync"
)

func work(wg *sync.WaitGroup) {
	defer wg.Done()
	for range 3000 {
		// Something to compute.
	}
}

func main() {
	var wg sync.WaitGroup
	wg.Add(8)
	for range 8 {
		go work(&wg)
	}
	wg.Wait()
	fmt.Println("all done")
}
