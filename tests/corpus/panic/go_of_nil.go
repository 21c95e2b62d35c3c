// Starting a goroutine with a nil function ends the program, at once.
package main

import "fmt"

func start(f func()) {
	defer fmt.Println("not reached")
	defer func() { recover() }()
	go f()
}

func main() {
	var f func()
	fmt.Println("before")
	start(f)
	fmt.Println("after")
}
