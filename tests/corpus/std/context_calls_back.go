// A context of one's own that calls back when it ends: contexts derived from it start no goroutine.
package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"time"
)

type own struct {
	m     sync.Mutex
	funcs map[*int]func()
	done  chan struct{}
	err   error
}

func (c *own) Deadline() (time.Time, bool) { return time.Time{}, false }
func (c *own) Done() <-chan struct{}       { return c.done }
func (c *own) Value(any) any               { return nil }
func (c *own) Err() error {
	c.m.Lock()
	defer c.m.Unlock()
	return c.err
}

func (c *own) AfterFunc(f func()) func() bool {
	c.m.Lock()
	defer c.m.Unlock()
	k := new(int)
	c.funcs[k] = f
	return func() bool {
		c.m.Lock()
		defer c.m.Unlock()
		_, ok := c.funcs[k]
		delete(c.funcs, k)
		return ok
	}
}

func (c *own) end(err error) {
	c.m.Lock()
	c.err = err
	funcs := c.funcs
	c.funcs = nil
	c.m.Unlock()
	for _, f := range funcs {
		f()
	}
	close(c.done)
}

func main() {
	before := runtime.NumGoroutine()
	parent := &own{funcs: map[*int]func(){}, done: make(chan struct{})}
	a, cancelA := context.WithCancel(parent)
	b, cancelB := context.WithTimeout(a, time.Hour)
	c, cancelC := context.WithCancelCause(parent)
	called := make(chan string)
	stop := context.AfterFunc(parent, func() { called <- "after parent" })
	stopC := context.AfterFunc(c, func() { called <- "after c" })
	fmt.Println(runtime.NumGoroutine()-before, len(parent.funcs))
	cancelC(errors.New("enough"))
	fmt.Println(c.Err(), context.Cause(c), <-called, stopC())
	fmt.Println(len(parent.funcs))
	fmt.Println(a.Err(), b.Err())
	parent.end(errors.New("parent ended"))
	<-b.Done()
	fmt.Println(a.Err(), b.Err(), context.Cause(b))
	fmt.Println(<-called, stop())
	cancelA()
	cancelB()
	late, cancel := context.WithCancel(parent)
	fmt.Println(late.Err())
	cancel()
}
