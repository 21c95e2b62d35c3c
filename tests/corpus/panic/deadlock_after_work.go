package main

import "fmt"

func stage(in <-chan int, out chan<- int) {
	for x := range in {
		out <- x + 1
	}
}

func main() {
	first := make(chan int)
	in := first
	for range 3 {
		out := make(chan int)
		go stage(in, out)
		in = out
	}
	for i := range 2 {
		first <- i
		fmt.Println(<-in)
	}
	fmt.Println("nobody sends any more")
	<-in
}
