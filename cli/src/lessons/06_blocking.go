package main

import (
	"fmt"
	"os"
)

func reader(from *os.File, done chan int) {
	b := make([]byte, 64<<20)
	n, _ := from.Read(b)
	done <- n >> 20
}

func count(done chan int) {
	sum := 0
	for i := range 20000 {
		sum += i % 2
	}
	done <- sum
}

func main() {
	zero, err := os.Open("/dev/zero")
	if err != nil {
		panic(err)
	}
	done := make(chan int, 2)
	go count(done)
	go reader(zero, done)
	fmt.Println(<-done, "and", <-done)
}
