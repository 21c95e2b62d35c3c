package main

import (
	"fmt"
	"runtime"
)

func main() {
	go func() {
		defer fmt.Println("deferred in g")
		runtime.Goexit()
		fmt.Println("not here")
	}()
	defer fmt.Println("deferred in main")
	runtime.Gosched()
	runtime.Goexit()
}
