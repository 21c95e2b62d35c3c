package main

import "fmt"

func player(name string, table chan int, done chan<- string) {
	for ball := range table {
		if ball == 0 {
			close(table)
			done <- name
			return
		}
		table <- ball - 1
	}
	done <- name
}

func main() {
	table := make(chan int)
	done := make(chan string)
	go player("ping", table, done)
	go player("pong", table, done)
	table <- 10000
	a, b := <-done, <-done
	fmt.Println(a != b, len(a)+len(b))
}
