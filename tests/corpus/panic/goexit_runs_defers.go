package main

import (
	"fmt"
	"runtime"
)

func main() {
	done := make(chan bool)
	go func() {
		defer close(done)
		defer func() { fmt.Println("recover gives", recover()) }()
		func() {
			defer fmt.Println("inner")
			runtime.Goexit()
		}()
		fmt.Println("unreachable")
	}()
	<-done
	go func() {
		defer func() { done = nil }()
		defer func() { recover() }()
		panic("x")
	}()
	fmt.Println("end")
}
