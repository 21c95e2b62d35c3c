package main

import "time"

func work(n int) {
	var a []int
	_ = a[n]
}

func main() {
	go work(3)
	time.Sleep(time.Second)
}
