// Capacities that append gives, at every length up to some hundreds, of elements with and without pointers of many
// sizes; equal ones are counted.
package main

import "fmt"

type (
	pair  struct{ a, b int }
	mixed struct {
		p *int
		n int
	}
	odd  [3]byte
	long struct {
		a [5]int
		s string
	}
)

var sink any

func caps[T any](name string, most int) {
	fmt.Print(name, ":")
	last, times := -1, 0
	show := func() {
		if times > 0 {
			fmt.Print(" ", last, "x", times)
		}
	}
	for n := 1; n <= most; n++ {
		// All at once, from nothing.
		s := append([]T(nil), make([]T, n)...)
		sink = s
		if cap(s) != last {
			show()
			last, times = cap(s), 0
		}
		times++
	}
	show()
	fmt.Print("\n one by one:")
	var s []T
	last = -1
	for range most * 4 {
		s = append(s, *new(T))
		if cap(s) != last {
			last = cap(s)
			fmt.Print(" ", last)
		}
	}
	sink = s
	fmt.Println()
}

func main() {
	caps[byte]("byte", 1100)
	caps[odd]("odd", 350)
	caps[int32]("int32", 300)
	caps[int]("int", 140)
	caps[*int]("pointer", 140)
	caps[string]("string", 80)
	caps[any]("interface", 80)
	caps[[]int]("slice", 60)
	caps[pair]("pair", 80)
	caps[mixed]("mixed", 80)
	caps[long]("long", 40)
	caps[func()]("func", 140)
}
