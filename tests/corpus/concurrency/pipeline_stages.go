// A pipeline: generator, fan-out, fan-in that keeps order, cancellation from both ends, no goroutine left.
package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sort"
	"sync"
	"time"
)

func generate(ctx context.Context, n int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := 1; i <= n; i++ {
			select {
			case out <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func stage[A, B any](ctx context.Context, in <-chan A, f func(A) (B, error), fail func(error)) <-chan B {
	out := make(chan B)
	go func() {
		defer close(out)
		for a := range in {
			b, err := f(a)
			if err != nil {
				fail(err)
				return
			}
			select {
			case out <- b:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func merge[T any](ctx context.Context, cs ...<-chan T) <-chan T {
	out := make(chan T)
	var wg sync.WaitGroup
	for _, c := range cs {
		wg.Go(func() {
			for x := range c {
				select {
				case out <- x:
				case <-ctx.Done():
					return
				}
			}
		})
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	return out
}

type numbered struct{ n, v int }

func ordered(in <-chan numbered) []int {
	next, held := 1, map[int]int{}
	var out []int
	for x := range in {
		held[x.n] = x.v
		for {
			v, ok := held[next]
			if !ok {
				break
			}
			delete(held, next)
			out = append(out, v)
			next++
		}
	}
	return out
}

func settled(n int) bool {
	for range 200 {
		if runtime.NumGoroutine() <= n {
			return true
		}
		time.Sleep(time.Millisecond)
	}
	return false
}

func main() {
	before := runtime.NumGoroutine()
	ctx, cancel := context.WithCancelCause(context.Background())
	square := func(x int) (numbered, error) { return numbered{x, x * x}, nil }
	src := generate(ctx, 20)
	var workers []<-chan numbered
	for range 4 {
		workers = append(workers, stage(ctx, src, square, cancel))
	}
	fmt.Println(ordered(merge(ctx, workers...)))
	cancel(nil)
	fmt.Println(context.Cause(ctx), settled(before))

	// An error in the middle ends everything.
	ctx, cancel = context.WithCancelCause(context.Background())
	bad := errors.New("seven")
	out := stage(ctx, stage(ctx, generate(ctx, 1000), func(x int) (int, error) {
		if x == 7 {
			return 0, bad
		}
		return x * 10, nil
	}, cancel), func(x int) (string, error) { return fmt.Sprint("<", x, ">"), nil }, cancel)
	n := 0
	for range out {
		n++
	}
	<-ctx.Done()
	fmt.Println(n == 6 || n == 5, context.Cause(ctx) == bad, ctx.Err(), settled(before))

	// The consumer has enough.
	ctx, stop := context.WithCancel(context.Background())
	var got []int
	for x := range merge(ctx, generate(ctx, 1<<30), generate(ctx, 1<<30)) {
		if got = append(got, x); len(got) == 10 {
			break
		}
	}
	stop()
	sort.Ints(got)
	fmt.Println(len(got), got[0], settled(before))

	// Too slow.
	ctx, stop = context.WithTimeout(context.Background(), 5*time.Millisecond)
	slow := stage(ctx, generate(ctx, 10), func(x int) (int, error) {
		select {
		case <-time.After(time.Minute):
			return x, nil
		case <-ctx.Done():
			return 0, ctx.Err()
		}
	}, func(error) {})
	for range slow {
		fmt.Println("never")
	}
	stop()
	fmt.Println(errors.Is(ctx.Err(), context.DeadlineExceeded), settled(before))
}
