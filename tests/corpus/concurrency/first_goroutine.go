package main

import "fmt"

func f(c chan int) { c <- 1 }

func main() {
	c := make(chan int)
	go f(c)
	g := <-c
	fmt.Println(g)
	done := make(chan bool)
	go func() {
		fmt.Println("in a goroutine")
		done <- true
	}()
	fmt.Println(<-done)
}
