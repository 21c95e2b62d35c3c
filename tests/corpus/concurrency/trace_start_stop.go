// runtime/trace records between Start and Stop, more than once, whatever goroutines are there already.
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"runtime/trace"
	"sync"
	"time"
)

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("full") }

func main() {
	early := make(chan int)
	stuck := make(chan int)
	go func() { early <- <-stuck }()
	fmt.Println(trace.IsEnabled())
	trace.Stop()
	var b bytes.Buffer
	fmt.Println(trace.Start(&b), trace.IsEnabled())
	fmt.Println(trace.Start(&b))
	ctx, task := trace.NewTask(context.Background(), "job")
	var wg sync.WaitGroup
	var mu sync.Mutex
	sum := 0
	for i := range 8 {
		wg.Go(func() {
			trace.WithRegion(ctx, "work", func() {
				trace.Logf(ctx, "n", "%d", i)
				mu.Lock()
				defer mu.Unlock()
				sum += i
			})
		})
	}
	wg.Wait()
	task.End()
	time.Sleep(time.Microsecond)
	stuck <- 5
	fmt.Println(sum, <-early)
	trace.Stop()
	fmt.Println(trace.IsEnabled(), b.Len() > 500, b.String()[:5])
	for range 3 {
		var again bytes.Buffer
		fmt.Println(trace.Start(&again))
		c := make(chan int)
		go close(c)
		<-c
		trace.Stop()
		trace.Stop()
		fmt.Println(again.Len() > 100)
	}
	fmt.Println(trace.Start(failing{}))
	trace.Stop()
	fmt.Println(trace.IsEnabled())
}
