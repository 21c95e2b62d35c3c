package main

import "fmt"

func spin(stop *bool, done chan bool) {
	for !*stop {
		// No call, no channel, no lock: nothing that waits.
	}
	done <- true
}

func main() {
	var stop bool
	done := make(chan bool)
	go func() { stop = true }()
	go spin(&stop, done)
	<-done
	fmt.Println("stopped")
}
