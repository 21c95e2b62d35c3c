package main

func closer(c chan int, done chan<- bool) {
	defer func() { done <- true }()
	close(c)
}

func main() {
	c, done := make(chan int), make(chan bool, 2)
	go closer(c, done)
	<-done
	closer(c, done)
}
