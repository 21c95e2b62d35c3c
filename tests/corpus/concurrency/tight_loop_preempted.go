package main

import (
	"fmt"
	"runtime"
	"sync/atomic"
	"time"
)

func main() {
	runtime.GOMAXPROCS(1)
	var stop atomic.Bool
	n := 0
	go func() {
		for !stop.Load() {
			n++
		}
	}()
	time.Sleep(5 * time.Millisecond)
	x := 0
	go func() {
		for {
			x++
		}
	}()
	time.Sleep(5 * time.Millisecond)
	stop.Store(true)
	fmt.Println("main still runs")
}
