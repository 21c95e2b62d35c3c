package main

func ex1() {
	var a []int
	_ = a[1 2]
	_ = a[1
	]
	_ = a[1;2]
	a.5
	a.
	a.+b
	_ = a.[5]
	_ = a[1, 2]
}

func ex2() {
	_ = <-<-chan int(nil)
	_ = <-chan<- int(nil)
	_ = (<-<-chan int)(nil)
	_ = (<-chan<- int)(nil)
	_ = (<-chan<- chan int)(nil)
	_ = (<-chan<- chan<- int)(nil)
	_ = (<-chan<- <-chan int)(nil)
}

var ex3 <-int

var ex4 []<-int

type ex5 struct {
	a <-x
}

func ex6(a <-5) {}
