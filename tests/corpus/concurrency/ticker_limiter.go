package main

import (
	"fmt"
	"time"
)

func main() {
	requests := make(chan int, 5)
	for i := 1; i <= 5; i++ {
		requests <- i
	}
	close(requests)
	limiter := time.NewTicker(4 * time.Millisecond)
	defer limiter.Stop()
	start := time.Now()
	for req := range requests {
		<-limiter.C
		fmt.Println("request", req)
	}
	elapsed := time.Since(start)
	fmt.Println(elapsed >= 19*time.Millisecond, elapsed < 2*time.Second)

	n := 0
	timer := time.AfterFunc(time.Millisecond, func() { n++ })
	time.Sleep(20 * time.Millisecond)
	fmt.Println(n, timer.Stop())
	t2 := time.NewTimer(time.Hour)
	fmt.Println(t2.Stop(), t2.Reset(time.Millisecond))
	<-t2.C
	fmt.Println("fired")
}
