// Defers, panics and recovers of frames far up a stack that has grown and moved many times.
package main

import (
	"fmt"
	"runtime"
)

var log []int

func down(depth int, pad [6]int) (r int) {
	if depth%5000 == 0 {
		defer func() { log = append(log, depth+r%7) }()
	}
	if depth%7001 == 0 && depth > 0 {
		defer func() {
			if x := recover(); x != nil {
				log = append(log, x.(int))
				r = depth
				return
			}
		}()
	}
	if depth == 40000 {
		panic(depth)
	}
	if depth == 28004 {
		defer func() {
			recover()
			panic(-depth)
		}()
	}
	pad[depth%6] = depth
	r = down(depth+1, pad) + pad[depth%6] - depth
	return r
}

func loop(depth int) int {
	if depth == 0 {
		return 0
	}
	n := 0
	for i := range 3 {
		defer func() { n += i }()
	}
	return loop(depth-1) + n + 1
}

func leaves(depth int, c chan int) {
	if depth == 0 {
		runtime.Goexit()
	}
	if depth%9000 == 1 {
		defer func() { c <- depth }()
	}
	leaves(depth-1, c)
}

func main() {
	fmt.Println(down(0, [6]int{}))
	fmt.Println(log)
	fmt.Println(loop(9000))
	c := make(chan int, 10)
	done := make(chan bool)
	go func() {
		defer close(done)
		leaves(30000, c)
	}()
	<-done
	close(c)
	for d := range c {
		fmt.Print(d, " ")
	}
	fmt.Println()
}
