package main

import (
	"fmt"
	"runtime"
)

func main() {
	done := make(chan bool)
	go func() {
		defer close(done)
		defer fmt.Println("deferred in g")
		runtime.Goexit()
		fmt.Println("not here")
	}()
	defer fmt.Println("deferred in main")
	<-done
	runtime.Goexit()
}
