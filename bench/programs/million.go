// A million goroutines blocked on a channel, then woken; prints the peak of resident memory.
package main

import (
	"fmt"
	"os"
	"strings"
	"sync"
)

func main() {
	gate := make(chan int)
	var wg sync.WaitGroup
	for range 1_000_000 {
		wg.Add(1)
		go func() {
			<-gate
			wg.Done()
		}()
	}
	close(gate)
	wg.Wait()
	status, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(status)) {
		if kib, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			fmt.Fprintln(os.Stderr, "metric peak", strings.Fields(kib)[0], "KiB")
		}
	}
	fmt.Println("done")
}
