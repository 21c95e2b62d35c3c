package main

import (
	"fmt"
	"sync"
)

func runner(ready chan bool, start chan struct{}, wg *sync.WaitGroup) {
	defer wg.Done()
	ready <- true
	<-start
}

func main() {
	ready, start := make(chan bool), make(chan struct{})
	var wg sync.WaitGroup
	wg.Add(3)
	for range 3 {
		go runner(ready, start, &wg)
	}
	for range 3 {
		<-ready
	}
	close(start)
	wg.Wait()
	fmt.Println("all have started")
}
