package main

import "fmt"

func send(ch chan int, done chan bool) {
	for n := 1; n <= 2; n++ {
		ch <- n
	}
	done <- true
}

func main() {
	direct, roomy := make(chan int), make(chan int, 2)
	done := make(chan bool, 2)
	go send(direct, done)
	go send(roomy, done)
	<-done
	fmt.Println("one of them is done, and nobody has received")
	fmt.Println(<-direct, <-direct)
	fmt.Println(<-roomy, <-roomy)
}
