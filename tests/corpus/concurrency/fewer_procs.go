// The number of Ps changes while their queues are full: goroutines of those that end go on elsewhere.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	before := runtime.GOMAXPROCS(8)
	var wg sync.WaitGroup
	var mu sync.Mutex
	sum, rounds := 0, 0
	for _, n := range []int{1, 5, 2, 8, 3, 1, 7, 4} {
		for i := range 40 {
			wg.Go(func() {
				for range 4 {
					wg.Go(func() {
						runtime.Gosched()
						mu.Lock()
						sum += i
						mu.Unlock()
					})
				}
				runtime.Gosched()
				if i%10 == 5 {
					runtime.GOMAXPROCS(n + i%3)
				}
				mu.Lock()
				rounds++
				mu.Unlock()
			})
		}
		runtime.Gosched()
		runtime.GOMAXPROCS(n)
		wg.Wait()
	}
	runtime.GOMAXPROCS(before)
	fmt.Println(sum, rounds)
}
