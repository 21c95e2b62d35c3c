package main

import (
	"fmt"
	"sync"
)

func say(n int, wg *sync.WaitGroup) {
	fmt.Println("goroutine", n)
	wg.Done()
}

func main() {
	var wg sync.WaitGroup
	wg.Add(4)
	for n := 1; n <= 4; n++ {
		go say(n, &wg)
	}
	wg.Wait()
}
