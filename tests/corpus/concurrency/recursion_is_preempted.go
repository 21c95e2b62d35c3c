// Calls alone give the processor away: a recursion without a loop does not starve the others.
package main

import (
	"fmt"
	"runtime"
	"sync/atomic"
)

var done atomic.Bool

// Would take for ever if nobody set done.
func search(depth int) int {
	if depth == 0 || done.Load() {
		return 0
	}
	return search(depth-1) + search(depth-1)
}

func main() {
	runtime.GOMAXPROCS(1)
	go done.Store(true)
	fmt.Println(search(100))
}
