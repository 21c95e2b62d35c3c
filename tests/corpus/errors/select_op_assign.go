package main

type s struct{}

func main() {
	var n int
	var ch chan int
	select {
	case n += <-ch:
	}
	print(s{})
}
