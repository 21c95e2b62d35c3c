package main

import "fmt"

func main() {
	var x any = 1
	switch y := x.(type) {
	case int:
	}
	switch x.(type) {
	case int, int:
	case fmt.Foo:
	}
	n := 1
	_ = n.(int)
	switch n.(type) {
	}
	switch n {
	case "a":
	}
	var s fmt.Stringer
	switch s.(type) {
	case int:
	}
	if n {
	}
	for n {
	}
	for range x {
	}
	var ch <-chan int
	ch <- 1
	<-n
	close(ch)
}
