package sync

import "sync/atomic"

// Once does something once.
type Once struct {
	_ noCopy

	done atomic.Bool
	m    Mutex
}

// Do calls f if it is the first call of Do for o; other calls return when f has. A panic in f
// counts as its end.
func (o *Once) Do(f func()) {
	if !o.done.Load() {
		o.first(f)
	}
}

func (o *Once) first(f func()) {
	o.m.Lock()
	defer o.m.Unlock()
	if o.done.Load() {
		return
	}
	onceBegin(o)
	// Only now is it done, not before f: who sees it set may rely on what f did.
	defer func() {
		o.done.Store(true)
		onceEnd(o)
	}()
	f()
}

// OnceFunc gives a function that calls f once. If f panics, every call panics with its value.
func OnceFunc(f func()) func() {
	o := &outcome{}
	call := func() {
		f()
		f = nil
	}
	return func() { o.do(call) }
}

// OnceValue gives a function that calls f once and returns what f did. If f panics, every call
// panics with its value.
func OnceValue[T any](f func() T) func() T {
	o := &outcome{}
	var result T
	call := func() {
		result = f()
		f = nil
	}
	return func() T {
		o.do(call)
		return result
	}
}

// OnceValues is OnceValue for two results.
func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	o := &outcome{}
	var first T1
	var second T2
	call := func() {
		first, second = f()
		f = nil
	}
	return func() (T1, T2) {
		o.do(call)
		return first, second
	}
}

// outcome is how the one call of a function ended.
type outcome struct {
	once     Once
	returned bool
	value    any // of the panic, if it did not return
}

// do makes the one call, or repeats its panic.
func (o *outcome) do(call func()) {
	o.once.Do(func() { o.attempt(call) })
	if !o.returned {
		panic(o.value)
	}
}

// attempt lets a panic pass through, so that its traceback shows where it came from.
func (o *outcome) attempt(call func()) {
	defer func() {
		if !o.returned {
			o.value = recover()
			panic(o.value)
		}
	}()
	call()
	o.returned = true
}
