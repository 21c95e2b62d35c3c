package main

import "fmt"

func pong(ball, back chan int) {
	for n := range ball {
		back <- n + 1
	}
}

func main() {
	ball, back := make(chan int), make(chan int)
	go pong(ball, back)
	n := 0
	for range 3 {
		ball <- n
		n = <-back
	}
	fmt.Println("hits:", n)
}
