// Goroutines that stop the world at the same time, each with a structure that must stay whole.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

type node struct {
	left, right *node
	name        string
}

func grow(depth int, name string) *node {
	if depth == 0 {
		return nil
	}
	return &node{grow(depth-1, name+"l"), grow(depth-1, name+"r"), name}
}

func (n *node) count(name string) int {
	if n == nil {
		return 0
	}
	if n.name != name {
		panic(fmt.Sprintf("%q is %q", name, n.name))
	}
	return 1 + n.left.count(name+"l") + n.right.count(name+"r")
}

func main() {
	before := runtime.GOMAXPROCS(4)
	stops := []func(){
		runtime.GC,
		func() { runtime.GOMAXPROCS(3) },
		func() { runtime.ReadMemStats(new(runtime.MemStats)) },
		func() { runtime.GOMAXPROCS(4) },
	}
	var wg sync.WaitGroup
	var mu sync.Mutex
	total := 0
	start := make(chan bool)
	for id := range 8 {
		wg.Go(func() {
			kept := grow(6, "k")
			<-start
			for i := range 12 {
				t := grow(5, "t")
				stops[(id+i)%len(stops)]()
				n := t.count("t") + kept.count("k")
				mu.Lock()
				total += n
				mu.Unlock()
			}
		})
	}
	close(start)
	wg.Wait()
	runtime.GOMAXPROCS(before)
	fmt.Println(total)
}
