// Channels of every capacity and size of element against a list: senders and receivers wait in turn,
// in order, and what they leave in the buffer comes out in order.
package main

import (
	"fmt"
	"runtime"
)

type big struct {
	n   int
	pad [30]int
	s   string
}

type wide [3]string

var seed uint64 = 1

func random(n int) int {
	seed = seed*6364136223846793005 + 1442695040888963407
	return int((seed >> 33) % uint64(n))
}

func settle() {
	for range 20 {
		runtime.Gosched()
	}
}

func run[T comparable](name string, make_ func(int) T) {
	h := 0
	for _, room := range []int{0, 1, 2, 3, 5} {
		c := make(chan T, room)
		got := make(chan T, 1000)
		sent, received, waiting := 0, 0, 0
		for step := range 120 {
			switch what := random(6); {
			case what < 2 && sent-received < room+6:
				v := make_(sent)
				sent++
				if received > sent-1 || sent-received <= room {
					c <- v
				} else {
					go func() { c <- v }()
					settle()
				}
			case what < 4 && sent > received:
				if v := <-c; v != make_(received) {
					fmt.Println(name, room, step, "out of order")
				}
				received++
			case what == 4 && sent == received:
				// Receivers that wait get what comes next.
				for range 3 {
					go func() { got <- <-c }()
					settle()
					waiting++
				}
				for range 3 {
					c <- make_(sent)
					sent++
				}
				for range 3 {
					if v := <-got; v == make_(received) || v == make_(received+1) || v == make_(received+2) || v == make_(received-1) || v == make_(received-2) {
						h++
					}
					received++
				}
			case what == 5 && sent > received:
				select {
				case v, ok := <-c:
					if !ok || v != make_(received) {
						fmt.Println(name, room, step, "select out of order")
					}
					received++
				default:
					fmt.Println(name, room, step, "nothing there")
				}
			}
			h = h*31 + min(len(c), room)*7 + cap(c)
		}
		for ; received < sent; received++ {
			if v := <-c; v != make_(received) {
				fmt.Println(name, room, "rest out of order")
			}
		}
		// A closed channel gives what is in its buffer, in order, then zeros.
		n := 0
		for ; n < room; n++ {
			c <- make_(n)
		}
		close(c)
		for i := range n {
			if v, ok := <-c; !ok || v != make_(i) {
				fmt.Println(name, room, "closed out of order")
			}
		}
		v, ok := <-c
		var zero T
		fmt.Print(v == zero, ok, len(c), " ")
	}
	fmt.Println(name)
}

func main() {
	// With one P a goroutine that others yield to gets as far as it can.
	runtime.GOMAXPROCS(1)
	run("int", func(i int) int { return i })
	run("byte", func(i int) byte { return byte(i) })
	run("string", func(i int) string { return fmt.Sprint(i) })
	run("any", func(i int) any { return i })
	run("pointer", func() func(int) *int {
		all := make([]int, 2000)
		return func(i int) *int { return &all[i] }
	}())
	run("wide", func(i int) wide { return wide{"a", fmt.Sprint(i)} })
	run("big", func(i int) big { return big{n: i, s: fmt.Sprint(i)} })
	run("float32", func(i int) float32 { return float32(i) })
	run("pair", func(i int) [2]int32 { return [2]int32{int32(i), -1} })
}
