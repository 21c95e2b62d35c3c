// Patterns built of channels and locks: semaphore, barrier, future, event, rate of work, once with a
// result, errgroup, singleflight, bounded queue with condition variables, read-copy-update.
package main

import (
	"errors"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

type semaphore chan struct{}

func (s semaphore) with(f func()) {
	s <- struct{}{}
	defer func() { <-s }()
	f()
}

type barrier struct {
	mu      sync.Mutex
	cond    *sync.Cond
	n, here int
	round   int
}

func newBarrier(n int) *barrier {
	b := &barrier{n: n}
	b.cond = sync.NewCond(&b.mu)
	return b
}

func (b *barrier) wait() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	round := b.round
	if b.here++; b.here == b.n {
		b.here = 0
		b.round++
		b.cond.Broadcast()
		return round
	}
	for round == b.round {
		b.cond.Wait()
	}
	return round
}

type future[T any] struct {
	done chan struct{}
	v    T
	err  error
}

func start[T any](f func() (T, error)) *future[T] {
	fu := &future[T]{done: make(chan struct{})}
	go func() {
		defer close(fu.done)
		defer func() {
			if e := recover(); e != nil {
				fu.err = fmt.Errorf("panicked: %v", e)
			}
		}()
		fu.v, fu.err = f()
	}()
	return fu
}

func (f *future[T]) get() (T, error) { <-f.done; return f.v, f.err }

type group struct {
	wg   sync.WaitGroup
	once sync.Once
	err  error
}

func (g *group) run(f func() error) {
	g.wg.Go(func() {
		if err := f(); err != nil {
			g.once.Do(func() { g.err = err })
		}
	})
}

type flight[V any] struct {
	mu sync.Mutex
	m  map[string]*call[V]
}

type call[V any] struct {
	wg   sync.WaitGroup
	v    V
	dups int
}

func (f *flight[V]) do(key string, fn func() V) (V, bool) {
	f.mu.Lock()
	if c, ok := f.m[key]; ok {
		c.dups++
		f.mu.Unlock()
		c.wg.Wait()
		return c.v, true
	}
	c := new(call[V])
	c.wg.Add(1)
	if f.m == nil {
		f.m = map[string]*call[V]{}
	}
	f.m[key] = c
	f.mu.Unlock()
	c.v = fn()
	c.wg.Done()
	f.mu.Lock()
	delete(f.m, key)
	f.mu.Unlock()
	return c.v, false
}

type queue[T any] struct {
	mu              sync.Mutex
	notFull, filled sync.Cond
	xs              []T
	cap             int
	closed          bool
}

func newQueue[T any](n int) *queue[T] {
	q := &queue[T]{cap: n}
	q.notFull.L, q.filled.L = &q.mu, &q.mu
	return q
}

func (q *queue[T]) put(x T) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.xs) == q.cap {
		q.notFull.Wait()
	}
	q.xs = append(q.xs, x)
	q.filled.Signal()
}

func (q *queue[T]) close() {
	q.mu.Lock()
	q.closed = true
	q.mu.Unlock()
	q.filled.Broadcast()
}

func (q *queue[T]) take() (x T, ok bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.xs) == 0 {
		if q.closed {
			return x, false
		}
		q.filled.Wait()
	}
	x, q.xs = q.xs[0], q.xs[1:]
	q.notFull.Signal()
	return x, true
}

func main() {
	var wg sync.WaitGroup
	sem := make(semaphore, 3)
	var now, most atomic.Int32
	for range 30 {
		wg.Go(func() {
			sem.with(func() {
				n := now.Add(1)
				for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
				}
				time.Sleep(100 * time.Microsecond)
				now.Add(-1)
			})
		})
	}
	wg.Wait()
	fmt.Println(most.Load() <= 3, most.Load() > 0, now.Load())

	b := newBarrier(4)
	var phase [3]atomic.Int32
	bad := false
	for range 4 {
		wg.Go(func() {
			for r := range 3 {
				phase[r].Add(1)
				if b.wait() != r || phase[r].Load() != 4 {
					bad = true
				}
			}
		})
	}
	wg.Wait()
	fmt.Println("barrier broken:", bad)

	f1 := start(func() (int, error) { return 6 * 7, nil })
	f2 := start(func() (string, error) { return "", errors.New("failed") })
	f3 := start(func() (bool, error) { panic("oh") })
	fmt.Println(f1.get())
	fmt.Println(f2.get())
	fmt.Println(f3.get())

	var g group
	for i := range 5 {
		g.run(func() error {
			if i == 3 {
				return fmt.Errorf("task %d", i)
			}
			return nil
		})
	}
	g.wg.Wait()
	fmt.Println(g.err)

	var fl flight[int]
	var calls, shared atomic.Int32
	gate := make(chan bool)
	for range 10 {
		wg.Go(func() {
			v, dup := fl.do("k", func() int { <-gate; return int(calls.Add(1)) * 100 })
			if v != 100 {
				fmt.Println("wrong", v)
			}
			if dup {
				shared.Add(1)
			}
		})
	}
	for {
		fl.mu.Lock()
		c := fl.m["k"]
		ready := c != nil && c.dups == 9
		fl.mu.Unlock()
		if ready {
			break
		}
		time.Sleep(50 * time.Microsecond)
	}
	close(gate)
	wg.Wait()
	fmt.Println(calls.Load(), shared.Load())

	q := newQueue[int](2)
	var mu sync.Mutex
	var got []int
	for range 3 {
		wg.Go(func() {
			for {
				x, ok := q.take()
				if !ok {
					return
				}
				mu.Lock()
				got = append(got, x)
				mu.Unlock()
			}
		})
	}
	var put sync.WaitGroup
	for p := range 4 {
		put.Go(func() {
			for i := range 25 {
				q.put(p*25 + i)
			}
		})
	}
	put.Wait()
	q.close()
	wg.Wait()
	slices.Sort(got)
	fmt.Println(len(got), got[0], got[99], len(slices.Compact(got)))

	var config atomic.Pointer[map[string]int]
	config.Store(&map[string]int{"v": 0})
	for range 8 {
		wg.Go(func() {
			for range 20 {
				for {
					old := config.Load()
					next := map[string]int{"v": (*old)["v"] + 1}
					if config.CompareAndSwap(old, &next) {
						break
					}
				}
			}
		})
	}
	wg.Wait()
	fmt.Println(*config.Load())

	value := sync.OnceValues(func() (int, error) { fmt.Print("computed once "); return 5, errors.New("e") })
	for range 3 {
		wg.Go(func() { value() })
	}
	wg.Wait()
	fmt.Println(value())
	bomb := sync.OnceFunc(func() { panic("bomb") })
	for range 2 {
		func() {
			defer func() { fmt.Print(recover(), " ") }()
			bomb()
		}()
	}
	fmt.Println()
}
