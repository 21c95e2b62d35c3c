// debug.SetTraceback("all"): a fatal panic shows every goroutine; "none" shows none.
package main

import (
	"os"
	"runtime"
	"runtime/debug"
)

func wait(ready chan<- bool, forever <-chan int) {
	ready <- true
	<-forever
}

func main() {
	ready := make(chan bool)
	go wait(ready, make(chan int))
	<-ready
	for range 10 {
		runtime.Gosched()
	}
	debug.SetTraceback("single")
	if len(os.Args) > 5 {
		debug.SetTraceback("none")
	}
	debug.SetTraceback("all")
	panic("two goroutines")
}
