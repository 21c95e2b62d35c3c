// The goroutine of a pull iterator is there from Pull until the iteration has ended, and no longer.
package main

import (
	"fmt"
	"iter"
	"runtime"
	"slices"
)

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func main() {
	fmt.Println(runtime.NumGoroutine())
	for _, stopAt := range []int{0, 1, 3, 9} {
		next, stop := iter.Pull(count(3))
		seen := []int{runtime.NumGoroutine()}
		for range stopAt {
			if _, ok := next(); !ok {
				seen = append(seen, -1)
			}
			seen = append(seen, runtime.NumGoroutine())
		}
		stop()
		seen = append(seen, runtime.NumGoroutine())
		stop()
		next()
		fmt.Println(stopAt, seen, runtime.NumGoroutine())
	}

	panics := func(yield func(int) bool) {
		yield(1)
		panic("inside")
	}
	next, stop := iter.Pull(panics)
	next()
	func() {
		defer func() { fmt.Println(recover(), runtime.NumGoroutine()) }()
		next()
	}()
	stop()

	done := make(chan int)
	go func() {
		defer func() { done <- runtime.NumGoroutine() }()
		next, stop := iter.Pull(func(yield func(int) bool) { runtime.Goexit() })
		defer stop()
		next()
		fmt.Println("not reached")
	}()
	fmt.Println(<-done)

	// Many at once.
	var stops []func()
	for i := range 100 {
		next, stop := iter.Pull2(slices.All(make([]int, i)))
		next()
		stops = append(stops, stop)
	}
	fmt.Println(runtime.NumGoroutine() > 90)
	for _, stop := range stops {
		stop()
	}
	fmt.Println(runtime.NumGoroutine() <= 2)
}
