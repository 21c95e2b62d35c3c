package main

import "fmt"

func main() {
	red, blue := make(chan int, 40), make(chan int, 40)
	for n := range 40 {
		red <- n
		blue <- n
	}
	reds, blues := 0, 0
	for range 40 {
		select {
		case <-red:
			reds++
		case <-blue:
			blues++
		}
	}
	fmt.Println("both were chosen:", reds > 0 && blues > 0)
}
