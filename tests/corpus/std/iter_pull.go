// iter.Pull and Pull2: control goes to and fro between two functions, panics and Goexit included.
package main

import (
	"fmt"
	"iter"
	"maps"
	"runtime"
	"slices"
)

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Println("count ends")
		for i := range n {
			if !yield(i) {
				fmt.Println("stopped at", i)
				return
			}
		}
	}
}

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

func main() {
	next, stop := iter.Pull(count(3))
	fmt.Println(next())
	fmt.Println(next())
	fmt.Println(next())
	fmt.Println(next())
	fmt.Println(next())
	stop()
	stop()

	next, stop = iter.Pull(count(10))
	fmt.Println(next())
	stop()
	fmt.Println(next())
	stop()

	next, stop = iter.Pull(count(10))
	stop()
	fmt.Println(next())

	pairs, end := iter.Pull2(slices.All([]string{"a", "b"}))
	fmt.Println(pairs())
	fmt.Println(pairs())
	fmt.Println(pairs())
	end()

	// A panic in the iterator comes out of next.
	bad, stopBad := iter.Pull(func(yield func(string) bool) {
		yield("fine")
		panic("broken iterator")
	})
	fmt.Println(bad())
	try("next", func() { bad() })
	try("after", func() { fmt.Println(bad()) })
	stopBad()

	// A panic while it is being stopped comes out of stop.
	worse, stopWorse := iter.Pull(func(yield func(int) bool) {
		defer func() { panic("broken end") }()
		yield(1)
	})
	fmt.Println(worse())
	try("stop", stopWorse)
	try("stop again", stopWorse)

	// next inside of the iterator itself.
	var self func() (int, bool)
	self, stopSelf := iter.Pull(func(yield func(int) bool) {
		try("inner next", func() { self() })
		yield(5)
	})
	fmt.Println(self())
	stopSelf()

	// Goexit in the iterator ends the caller's goroutine.
	done := make(chan bool)
	go func() {
		defer close(done)
		defer fmt.Println("caller ends")
		next, stop := iter.Pull(func(yield func(int) bool) {
			defer fmt.Println("iterator ends")
			yield(1)
			runtime.Goexit()
		})
		defer stop()
		fmt.Println(next())
		fmt.Println(next())
		fmt.Println("not reached")
	}()
	<-done

	// Two at once, merged.
	merge := func(a, b iter.Seq[int]) iter.Seq[int] {
		return func(yield func(int) bool) {
			nextA, stopA := iter.Pull(a)
			defer stopA()
			nextB, stopB := iter.Pull(b)
			defer stopB()
			x, okX := nextA()
			y, okY := nextB()
			for okX || okY {
				if okX && (!okY || x <= y) {
					if !yield(x) {
						return
					}
					x, okX = nextA()
				} else {
					if !yield(y) {
						return
					}
					y, okY = nextB()
				}
			}
		}
	}
	fmt.Println(slices.Collect(merge(slices.Values([]int{1, 4, 9}), slices.Values([]int{2, 3, 10, 11}))))
	for x := range merge(slices.Values([]int{1, 4, 9}), slices.Values([]int{2, 3, 10, 11})) {
		if x > 3 {
			break
		}
		fmt.Print(x, " ")
	}
	fmt.Println()
	fmt.Println(slices.Sorted(maps.Keys(map[string]int{"q": 1, "p": 2})))
	// A pull iterator handed between goroutines.
	n, s := iter.Pull(count(2))
	got := make(chan int)
	go func() {
		x, _ := n()
		got <- x
	}()
	fmt.Println(<-got)
	fmt.Println(n())
	s()
}
