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
	resume  chan bool // true: the next value; false: stop
	results chan outcome[K, V]
	started bool
	done    bool
	running bool
}

func (c *coroutine[K, V]) body() {
	var last outcome[K, V]
	returned := false
	defer func() {
		if !returned {
			// There is no panic with nil: what recovers nothing is on its way out by Goexit.
			last.reason = recover()
			last.panicked, last.goexit = last.reason != nil, last.reason == nil
		}
		c.results <- last
	}()
	c.seq(func(k K, v V) bool {
		c.results <- outcome[K, V]{key: k, value: v, ok: true}
		return <-c.resume
	})
	returned = true
}

func (c *coroutine[K, V]) await() outcome[K, V] {
	c.running = true
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
	if !c.started {
		c.started = true
		go c.body()
	} else {
		c.resume <- true
	}
	o := c.await()
	return o.key, o.value, o.ok
}

func (c *coroutine[K, V]) stop() {
	if c.done {
		return
	}
	if !c.started {
		c.done = true
		return
	}
	c.resume <- false
	c.await()
	c.done = true
}

// Pull2 gives a function that fetches the next pair of seq and one that ends the iteration.
func Pull2[K, V any](seq Seq2[K, V]) (next func() (K, V, bool), stop func()) {
	c := &coroutine[K, V]{seq: seq, resume: make(chan bool), results: make(chan outcome[K, V])}
	return c.next, c.stop
}

// Pull gives a function that fetches the next value of seq and one that ends the iteration.
func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func()) {
	pairs := func(yield func(struct{}, V) bool) {
		seq(func(v V) bool { return yield(struct{}{}, v) })
	}
	c := &coroutine[struct{}, V]{seq: pairs, resume: make(chan bool), results: make(chan outcome[struct{}, V])}
	next = func() (V, bool) {
		_, v, ok := c.next()
		return v, ok
	}
	return next, c.stop
}
