// How capacities grow when append has to allocate: with and without pointers in the elements.
package main

import "fmt"

type pair struct {
	name string
	next *pair
}

func growth[T any](v T, n int) (caps []int) {
	s := make([]T, 0, 5)
	keep = s
	for range n {
		s = append(s, v)
		if len(caps) == 0 || caps[len(caps)-1] != cap(s) {
			caps = append(caps, cap(s))
		}
		keep = s
	}
	return caps
}

var keep any

func main() {
	fmt.Println(growth(1, 20000))
	fmt.Println(growth(byte(1), 70000))
	fmt.Println(growth("x", 20000))
	fmt.Println(growth(&pair{}, 20000))
	fmt.Println(growth(pair{}, 9000))
	fmt.Println(growth([3]int32{}, 9000))
	fmt.Println(growth(any(nil), 9000))
	fmt.Println(growth([]int{}, 9000))
	fmt.Println(growth(func() {}, 5000))
	fmt.Println(growth([9]*int{}, 5000))
	for n := 500; n < 33000; n += 777 {
		s := append(make([]*int, 3), make([]*int, n)...)
		t := append(make([]int, 3), make([]int, n)...)
		u := append([]byte("abc"), make([]byte, n*8)...)
		keep = []any{s, t, u}
		fmt.Print(cap(s), " ", cap(t), " ", cap(u), "; ")
	}
	fmt.Println()
}
