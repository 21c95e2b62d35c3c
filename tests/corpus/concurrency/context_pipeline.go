package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

func source(ctx context.Context, n int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := 0; i < n; i++ {
			select {
			case out <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func square(ctx context.Context, in <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for v := range in {
			select {
			case out <- v * v:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

type key string

func main() {
	ctx, cancel := context.WithCancel(context.WithValue(context.Background(), key("user"), "gopher"))
	total := 0
	for v := range square(ctx, source(ctx, 1000000)) {
		total += v
		if v > 400 {
			break
		}
	}
	cancel()
	fmt.Println(total, ctx.Err(), ctx.Value(key("user")), ctx.Value(key("none")))

	tctx, stop := context.WithTimeout(context.Background(), 5*time.Millisecond)
	defer stop()
	select {
	case <-tctx.Done():
		fmt.Println(tctx.Err(), errors.Is(tctx.Err(), context.DeadlineExceeded))
	case <-time.After(5 * time.Second):
		fmt.Println("late")
	}

	cctx, ccancel := context.WithCancelCause(context.Background())
	child, childCancel := context.WithCancel(cctx)
	defer childCancel()
	ccancel(errors.New("because"))
	<-child.Done()
	fmt.Println(child.Err(), context.Cause(child))
	var wg sync.WaitGroup
	wg.Wait()
	fmt.Println(context.Background(), context.TODO())
}
