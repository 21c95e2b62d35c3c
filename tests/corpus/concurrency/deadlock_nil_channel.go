package main

func main() {
	var ch chan int
	go func() {
		select {}
	}()
	<-ch
}
