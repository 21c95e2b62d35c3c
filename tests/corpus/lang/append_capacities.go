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

// What one append makes of each size and each number more.
func grown[T any](name string) {
	for _, old := range []int{0, 1, 2, 7, 31, 127, 128, 255, 256, 257, 300, 511, 512, 1000, 2000} {
		fmt.Print(name, " ", old, ":")
		for _, more := range []int{1, old / 4, old - 1, old, old + 1, old + 2, 2*old + 1, 3 * old, 6 * old} {
			s := append(make([]T, old), make([]T, max(more, 0))...)
			keep = s
			fmt.Print(" ", cap(s))
		}
		fmt.Println()
	}
}

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
	grown[byte]("byte")
	grown[int]("int")
	grown[[3]int16]("[3]int16")
	grown[*int]("*int")
	grown[pair]("pair")
}
