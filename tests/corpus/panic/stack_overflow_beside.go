// A stack that overflows is a failure of the runtime: it shows the other goroutines as well.
package main

import "sync"

type tree struct{ left *tree }

func (t *tree) depth() int { return 1 + t.left.depth() }

func main() {
	loop := &tree{}
	loop.left = loop
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		println(loop.depth())
	}()
	wg.Wait()
}
