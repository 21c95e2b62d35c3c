package main

import "sync"

// Six workers wait for jobs that nobody sends, and main for the workers.
func main() {
	jobs := make(chan int, 2)
	var done sync.WaitGroup
	for range 6 {
		done.Add(1)
		go worker(jobs, &done)
	}
	var never chan bool
	go func() { <-never }()
	idle := make(chan int)
	go func() {
		jobs <- 1
		select {
		case <-idle:
		case idle <- 1:
		}
	}()
	done.Wait()
}

func worker(jobs chan int, done *sync.WaitGroup) {
	defer done.Done()
	for range jobs {
	}
}
