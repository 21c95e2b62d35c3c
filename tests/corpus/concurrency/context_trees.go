// Trees of contexts: cancellation goes down and never up, causes, deadlines, values, AfterFunc,
// WithoutCancel, own implementations.
package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"
)

type key int

type named string

type mine struct {
	context.Context
	done chan struct{}
	err  error
	mu   sync.Mutex
}

func (m *mine) Done() <-chan struct{} { return m.done }
func (m *mine) Err() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.err
}
func (m *mine) Value(k any) any {
	if k == named("mine") {
		return "own value"
	}
	return m.Context.Value(k)
}
func (m *mine) cancel(err error) {
	m.mu.Lock()
	m.err = err
	m.mu.Unlock()
	close(m.done)
}

func state(cs ...context.Context) {
	for _, c := range cs {
		fmt.Print(c.Err(), "/", context.Cause(c), "  ")
	}
	fmt.Println()
}

func main() {
	root, cancelRoot := context.WithCancelCause(context.Background())
	a, cancelA := context.WithCancel(root)
	b, cancelB := context.WithTimeoutCause(a, time.Hour, errors.New("too slow"))
	c := context.WithValue(b, key(1), "one")
	d, cancelD := context.WithDeadline(c, time.Now().Add(-time.Second))
	e := context.WithoutCancel(c)
	f, cancelF := context.WithCancelCause(e)
	defer cancelB()
	defer cancelD()
	state(root, a, b, c, d, e, f)
	cancelA()
	state(root, a, b, c, d, e, f)
	<-b.Done()
	<-c.Done()
	cancelRoot(errors.New("root cause"))
	cancelRoot(errors.New("second"))
	state(root, a, b, c, d, e, f)
	cancelF(nil)
	state(e, f)
	fmt.Println(c.Value(key(1)), e.Value(key(1)), f.Value(key(1)), a.Value(key(1)), c.Value(1), e.Done() == nil)
	_, has := e.Deadline()
	dl, has2 := b.Deadline()
	_, has3 := root.Deadline()
	fmt.Println(has, has2, has3, time.Until(dl) > 50*time.Minute)
	fmt.Println(context.Background(), context.TODO(), a)
	cs, es := fmt.Sprint(c), fmt.Sprint(e)
	fmt.Println(cs[:54], cs[len(cs)-27:], strings.HasSuffix(es, ", one).WithoutCancel"))
	fmt.Println(context.WithValue(context.Background(), named("n"), 1.5), context.WithValue(context.TODO(), key(3), nil))

	t, cancelT := context.WithTimeoutCause(context.Background(), time.Millisecond, errors.New("cause of time"))
	<-t.Done()
	state(t)
	cancelT()
	fmt.Println(errors.Is(t.Err(), context.DeadlineExceeded), t.Err().Error(), context.DeadlineExceeded.(interface{ Timeout() bool }).Timeout())

	m := &mine{Context: root, done: make(chan struct{})}
	child, cancelChild := context.WithCancelCause(m)
	grand := context.WithValue(child, named("g"), true)
	defer cancelChild(nil)
	fmt.Println(grand.Err(), grand.Value(named("mine")), grand.Value(named("g")))
	m.cancel(errors.New("mine failed"))
	<-grand.Done()
	state(child, grand)

	p, cancelP := context.WithCancel(context.Background())
	ran := make(chan string, 3)
	stop1 := context.AfterFunc(p, func() { ran <- "first" })
	stop2 := context.AfterFunc(p, func() { ran <- "second" })
	fmt.Println(stop2(), stop2())
	cancelP()
	fmt.Println(<-ran, stop1())
	context.AfterFunc(p, func() { ran <- "already cancelled" })
	fmt.Println(<-ran)

	var wg sync.WaitGroup
	w, cancelW := context.WithCancel(context.Background())
	n := 0
	var mu sync.Mutex
	for range 50 {
		cw, cancel := context.WithCancel(w)
		wg.Go(func() {
			defer cancel()
			<-cw.Done()
			mu.Lock()
			n++
			mu.Unlock()
		})
	}
	cancelW()
	wg.Wait()
	fmt.Println(n)

	for _, g := range []func(){
		func() { context.WithCancel(nil) },
		func() { context.WithValue(context.Background(), nil, 1) },
		func() { context.WithValue(context.Background(), []int{}, 1) },
		func() { context.WithDeadline(nil, time.Now()) },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			g()
		}()
	}
	fmt.Println(context.Cause(context.Background()), context.Canceled)
}
