package main

import "fmt"

func inner(n int) {
	if n == 0 {
		panic("boom")
	}
	inner(n - 1)
}

func main() {
	fmt.Println("start")
	defer fmt.Println("deferred")
	inner(2)
}
