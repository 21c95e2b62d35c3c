package main

import "fmt"

func main() {
	var nilch chan int
	a, b := make(chan int, 1), make(chan string, 1)
	select {
	case <-nilch:
		fmt.Println("nil?")
	case v := <-a:
		fmt.Println("a", v)
	default:
		fmt.Println("default")
	}
	a <- 7
	select {
	case v, ok := <-a:
		fmt.Println(v, ok)
	case s := <-b:
		fmt.Println(s)
	}
	close(a)
	select {
	case v, ok := <-a:
		fmt.Println(v, ok)
	}
	b <- "x"
	select {
	case b <- "y":
		fmt.Println("sent")
	default:
		fmt.Println("full", len(b), cap(b))
	}
	counts := [2]int{}
	c, d := make(chan int, 1000), make(chan int, 1000)
	for i := range 1000 {
		c <- i
		d <- i
	}
	for range 1000 {
		select {
		case <-c:
			counts[0]++
		case <-d:
			counts[1]++
		}
	}
	fmt.Println(counts[0]+counts[1], counts[0] > 350, counts[1] > 350)
	var arr [3]int
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	ch <- 3
	i := 0
	next := func() int { i++; return i - 1 }
loop:
	for {
		select {
		case arr[next()] = <-ch:
			if i == 3 {
				break loop
			}
		}
	}
	fmt.Println(arr)
	done := make(chan struct{})
	data := make(chan int)
	go func() {
		defer close(done)
		for v := range data {
			fmt.Print(v, " ")
		}
		fmt.Println("end")
	}()
	for i := range 5 {
		select {
		case data <- i:
		case <-done:
		}
	}
	close(data)
	<-done
	m := map[string]int{}
	e := make(chan int, 1)
	e <- 5
	var ok bool
	select {
	case m["k"], ok = <-e:
		fmt.Println(m, ok)
	}
}
