// Package iter names the types of iterator functions and turns a push iterator into a pull one.
//
// gvm runs the iterator of Pull on a goroutine of its own and hands values over
// unbuffered channels, so never more than one of the two sides runs.
package iter

import "runtime"

// Seq is an iterator over single values.
type Seq[V any] func(yield func(V) bool)

// Seq2 is an iterator over pairs.
type Seq2[K, V any] func(yield func(K, V) bool)

// outcome is what the iterator's side says when control comes back.
type outcome[K, V any] struct {
	key      K
	value    V
	ok       bool // a pair was yielded; else the iterator has ended
	panicked bool
	reason   any
	goexit   bool // the iterator called runtime.Goexit
}

// coroutine is the state that next and stop share.
type coroutine[K, V any] struct {
	seq     Seq2[K, V]
	resume  chan struct{}
	results chan outcome[K, V]
	done    bool // ended or stopped
	running bool // seq is
	wanted  bool // next has asked for a pair
}

func start[K, V any](seq Seq2[K, V]) *coroutine[K, V] {
	c := &coroutine[K, V]{seq: seq, resume: make(chan struct{}), results: make(chan outcome[K, V])}
	go c.body()
	return c
}

func (c *coroutine[K, V]) body() {
	<-c.resume
	var last outcome[K, V]
	returned := false
	defer func() {
		if !returned {
			// There is no panic with nil: what recovers nothing is on its way out by Goexit.
			last.reason = recover()
			last.panicked, last.goexit = last.reason != nil, last.reason == nil
		}
		// Who gets the outcome sees that this goroutine has ended.
		leave()
		c.results <- last
	}()
	if !c.done {
		c.seq(c.yield)
	}
	returned = true
}

// leave takes the goroutine that runs out of the count of goroutines.
func leave()

func (c *coroutine[K, V]) yield(k K, v V) bool {
	if c.done {
		return false
	}
	if !c.wanted {
		panic("iter.Pull: yield called again before next")
	}
	c.wanted = false
	c.results <- outcome[K, V]{key: k, value: v, ok: true}
	<-c.resume
	return !c.done
}

// run lets the iterator's side go on until it yields or ends.
func (c *coroutine[K, V]) run() outcome[K, V] {
	c.running = true
	c.resume <- struct{}{}
	o := <-c.results
	c.running = false
	if !o.ok {
		c.done = true
	}
	if o.panicked {
		panic(o.reason)
	}
	if o.goexit {
		runtime.Goexit()
	}
	return o
}

func (c *coroutine[K, V]) next() (k K, v V, ok bool) {
	if c.running {
		panic("iter.Pull: next called again before yield")
	}
	if c.done {
		return
	}
	c.wanted = true
	o := c.run()
	return o.key, o.value, o.ok
}

func (c *coroutine[K, V]) stop() {
	if !c.done {
		c.done = true
		c.run()
	}
}

// Pull2 gives a function that fetches the next pair of seq and one that ends the iteration.
func Pull2[K, V any](seq Seq2[K, V]) (next func() (K, V, bool), stop func()) {
	c := start(seq)
	return c.next, c.stop
}

// Pull gives a function that fetches the next value of seq and one that ends the iteration.
func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func()) {
	pairs := func(yield func(struct{}, V) bool) {
		seq(func(v V) bool { return yield(struct{}{}, v) })
	}
	c := start(pairs)
	next = func() (V, bool) {
		_, v, ok := c.next()
		return v, ok
	}
	return next, c.stop
}
