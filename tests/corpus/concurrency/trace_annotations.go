// Tasks, regions, messages and labels: the program behaves the same whether they are recorded or not.
package main

import (
	"context"
	"fmt"
	"runtime/pprof"
	"runtime/trace"
)

func step(ctx context.Context, n int) int {
	defer trace.StartRegion(ctx, "step").End()
	trace.Logf(ctx, "n", "step %d", n)
	return n * n
}

func main() {
	ctx, task := trace.NewTask(context.Background(), "squares")
	sum := 0
	trace.WithRegion(ctx, "all", func() {
		for i := range 3 {
			sum += step(ctx, i)
		}
	})
	trace.Log(ctx, "sum", fmt.Sprint(sum))
	var inner *trace.Task
	ctx, inner = trace.NewTask(ctx, "labels")
	done := make(chan bool)
	pprof.Do(ctx, pprof.Labels("job", "a", "kind", "x", "job", "b"), func(ctx context.Context) {
		v, ok := pprof.Label(ctx, "job")
		fmt.Println(v, ok)
		pprof.ForLabels(ctx, func(k, v string) bool {
			fmt.Println(k, v)
			return true
		})
		go func() {
			pprof.SetGoroutineLabels(pprof.WithLabels(ctx, pprof.Labels("more", "1")))
			var r *trace.Region = trace.StartRegion(ctx, "child")
			r.End()
			done <- true
		}()
		<-done
	})
	_, ok := pprof.Label(ctx, "job")
	inner.End()
	task.End()
	fmt.Println(sum, ok, trace.IsEnabled() && !trace.IsEnabled())
}
