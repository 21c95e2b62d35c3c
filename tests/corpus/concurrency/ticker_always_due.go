// A ticker that is due at every look at the clock leaves the other goroutines their turns.
package main

import (
	"fmt"
	"runtime"
	"sync/atomic"
	"time"
)

func main() {
	var stop atomic.Bool
	ended := make(chan bool)
	go func() {
		for !stop.Load() {
			runtime.GC()
			time.Sleep(time.Nanosecond)
		}
		ended <- true
	}()
	ticker := time.NewTicker(1)
	var called atomic.Int64
	for range 20 {
		<-ticker.C
		time.AfterFunc(1, func() { called.Add(1) })
	}
	for called.Load() < 20 {
		<-ticker.C
	}
	ticker.Stop()
	stop.Store(true)
	fmt.Println(<-ended, called.Load())
}
