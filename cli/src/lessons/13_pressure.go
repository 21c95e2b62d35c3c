package main

import (
	"fmt"
	"time"
)

func produce(jobs chan<- int) {
	for n := range 6 {
		jobs <- n
	}
	close(jobs)
}

func main() {
	jobs := make(chan int, 2)
	go produce(jobs)
	sum := 0
	for n := range jobs {
		time.Sleep(time.Millisecond)
		sum += n
	}
	fmt.Println("sum", sum)
}
