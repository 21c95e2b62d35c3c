package main

import "fmt"

func try(name string, f func()) {
	defer func() { fmt.Println(name, "->", recover()) }()
	f()
}

func main() {
	c := make(chan int, 2)
	c <- 1
	close(c)
	v, ok := <-c
	fmt.Println(v, ok)
	v, ok = <-c
	fmt.Println(v, ok)
	try("send", func() { c <- 1 })
	try("close", func() { close(c) })
	try("nil", func() { var n chan int; close(n) })
	try("size", func() { n := -1; _ = make(chan int, n) })
	for range c {
	}
	big := make(chan [4]string, 1)
	big <- [4]string{"a", "b", "c", "d"}
	fmt.Println(<-big)
	type S struct {
		A int
		B string
		C []int
		D float64
		E any
	}
	sc := make(chan S)
	go func() { sc <- S{1, "x", []int{1, 2}, 2.5, "e"} }()
	fmt.Printf("%+v\n", <-sc)
	zc := make(chan struct{}, 3)
	zc <- struct{}{}
	fmt.Println(len(zc), cap(zc))
	cc := make(chan chan int, 1)
	cc <- make(chan int, 7)
	fmt.Println(cap(<-cc))
}
