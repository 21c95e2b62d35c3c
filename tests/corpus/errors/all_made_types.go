// make of type parameters and of what it does not make, and its sizes.
package main

type integer interface{ ~int | ~int64 }
type sl interface{ ~[]int | ~[]string }
type mixed interface{ ~[]int | ~map[int]int }
type dirs interface{ chan<- int | <-chan int }
type one interface{ []int }
type none interface {
	int
	string
}

func f[A integer, B sl, C mixed, D dirs, E one, F any, G none, H interface{ m() }]() {
	_ = make(A)
	_ = make(B, 1)
	_ = make(C, 1)
	_ = make(D)
	_ = make(E, 1)
	_ = make(F)
	_ = make(G)
	_ = make(H)
	_ = make(chan<- int)
	_ = make(E)
	_ = make(E, 1, 2, 3)
	_ = make([]int)
	_ = make(map[int]int, 1, 2)
	_ = make(undefined)
	_ = make(1)
	_ = make()
	_ = make([]int, -1)
	_ = make([]int, 2, 1)
	_ = make([]int, 1.5)
	_ = make([]int, "a")
	_ = make([]int, 1<<63)
	_ = make([]int, 1.0)
	_ = make([]int, nil)
}
func main() {}
