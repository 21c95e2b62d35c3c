package main

func main() {
	c := make(chan int)
	done := make(chan bool, 1)
	go func() { c <- 42 }()
	select {
	case x := <-c:
		println(x)
	case <-done:
	}
}
