package main

import "fmt"

type shape interface {
	area() float64
	name() string
}

type square struct{ side float64 }

func (s *square) area() float64 { return s.side * s.side }

func convert(x any) shape {
	return x.(shape)
}

func main() {
	defer fmt.Println("last words")
	var s shape
	defer func() {
		fmt.Println(recover())
		fmt.Println(s.name())
	}()
	convert(&square{2})
}
