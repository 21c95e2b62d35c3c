package main

import (
	"fmt"
	"runtime"
	"sync"
)

var fork, spoon sync.Mutex

func first(wg *sync.WaitGroup) {
	defer wg.Done()
	fork.Lock()
	runtime.Gosched()
	spoon.Lock()
	fmt.Println("first eats")
	spoon.Unlock()
	fork.Unlock()
}

func second(wg *sync.WaitGroup) {
	defer wg.Done()
	spoon.Lock()
	runtime.Gosched()
	fork.Lock()
	fmt.Println("second eats")
	fork.Unlock()
	spoon.Unlock()
}

func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	go first(&wg)
	go second(&wg)
	wg.Wait()
}
