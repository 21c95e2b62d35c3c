// Stacks grow with deep recursion, are copied while pointers to variables stay good, and may be
// given back by collections while the goroutine waits.
package main

import (
	"fmt"
	"runtime"
)

func down(n int, p *int) int {
	var local [4]int
	local[n%4] = n
	if n == 0 {
		return *p
	}
	*p += local[n%4] & 1
	return down(n-1, p) + 1
}

func worker(in <-chan int, out chan<- int) {
	count := 0
	for depth := range in {
		out <- down(depth, &count)
	}
	out <- -count
}

func main() {
	in, out := make(chan int), make(chan int)
	const workers = 4
	for range workers {
		go worker(in, out)
	}
	total := 0
	for round := range 3 {
		for range workers {
			in <- 20000 - round
		}
		for range workers {
			total += <-out
		}
		runtime.GC()
		runtime.GC()
	}
	close(in)
	counts := 0
	for range workers {
		counts -= <-out
	}
	fmt.Println(counts, total > 0)
}
