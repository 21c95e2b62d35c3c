package main

import (
	"fmt"
	"runtime"
)

func main() {
	runtime.GOMAXPROCS(1)
	done := make(chan bool)
	for i := range 3 {
		go func() {
			for j := range 3 {
				fmt.Println("g", i, j)
				runtime.Gosched()
			}
			done <- true
		}()
	}
	for range 3 {
		<-done
	}
}
