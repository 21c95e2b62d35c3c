package main

import (
	"fmt"
	"sync"
)

func main() {
	rw := new(sync.RWMutex)
	values := map[int]int{}
	var wg sync.WaitGroup
	for w := range 4 {
		wg.Go(func() {
			for i := range 100 {
				rw.Lock()
				values[w*100+i] = i
				rw.Unlock()
			}
		})
	}
	seen := make([]int, 8)
	for r := range 8 {
		wg.Go(func() {
			for range 50 {
				rw.RLock()
				seen[r] = len(values)
				rw.RUnlock()
			}
		})
	}
	wg.Wait()
	sum := 0
	for _, v := range values {
		sum += v
	}
	fmt.Println(len(values), sum, rw.TryLock(), rw.TryRLock())
	rw.Unlock()
	fmt.Println(rw.TryRLock(), rw.TryLock())
}
