// Hand-off: two goroutines, two unbuffered channels, two million messages.
package main

import "fmt"

func main() {
	there, back := make(chan int), make(chan int)
	go func() {
		for v := range there {
			back <- v + 1
		}
		close(back)
	}()
	x := 0
	for range 1_000_000 {
		there <- x
		x = <-back
	}
	close(there)
	fmt.Println(x)
}
