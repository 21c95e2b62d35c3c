// A blocking read does not hold up other goroutines, even with a single P.
package main

import (
	"fmt"
	"io"
	"os"
	"runtime"
	"sync/atomic"
)

func main() {
	runtime.GOMAXPROCS(1)
	f, err := os.Open("/dev/urandom")
	if err != nil {
		fmt.Println(err)
		return
	}
	var work atomic.Int64
	stop := make(chan bool)
	go func() {
		for {
			select {
			case <-stop:
				stop <- true
				return
			default:
				work.Add(1)
				runtime.Gosched()
			}
		}
	}()
	buf := make([]byte, 1<<20)
	total := 0
	for range 4 {
		n, err := io.ReadFull(f, buf)
		if err != nil {
			fmt.Println(err)
		}
		total += n
		runtime.GC()
	}
	n, err := os.Stdin.Read(buf)
	fmt.Println(n, err == io.EOF)
	stop <- true
	<-stop
	fmt.Println(total, work.Load() > 0, f.Close())
}
