package sync

import "sync/atomic"

// WaitGroup waits until a number of goroutines have finished.
type WaitGroup struct {
	noCopy noCopy

	// The upper half is the counter, the lower half the number of goroutines in Wait.
	state uint64
	sema  uint32
}

// Add changes the counter by delta, which may be negative; at zero everybody in Wait goes on. It
// panics when the counter gets negative.
func (wg *WaitGroup) Add(delta int) {
	s := groupAdd(wg, delta)
	count, waiters := int32(s>>32), uint32(s)
	if count < 0 {
		panic("sync: negative WaitGroup counter")
	}
	// From zero the counter may only rise before anybody waits.
	if waiters != 0 && delta > 0 && count == int32(delta) {
		panic("sync: WaitGroup misuse: Add called concurrently with Wait")
	}
	if count > 0 || waiters == 0 {
		return
	}
	// Nobody may add or begin to wait now: those who wait are the last of this round.
	if atomic.LoadUint64(&wg.state) != s {
		panic("sync: WaitGroup misuse: Add called concurrently with Wait")
	}
	atomic.StoreUint64(&wg.state, 0)
	for ; waiters > 0; waiters-- {
		semRelease(&wg.sema, false)
	}
}

// Done takes one off the counter.
func (wg *WaitGroup) Done() { wg.Add(-1) }

// Wait waits until the counter is zero.
func (wg *WaitGroup) Wait() {
	for {
		s := groupState(wg)
		if s>>32 == 0 {
			return
		}
		if !atomic.CompareAndSwapUint64(&wg.state, s, s+1) {
			continue
		}
		semAcquire(&wg.sema, false, waitGroup)
		if atomic.LoadUint64(&wg.state) != 0 {
			panic("sync: WaitGroup is reused before previous Wait has returned")
		}
		return
	}
}

// Go calls f in a new goroutine that the counter counts. f must not panic.
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		// A panic ends the program while the counter still counts this goroutine, so that nobody
		// goes on from Wait before the panic is reported. Goexit is an end like any other.
		finished := false
		defer func() {
			if !finished {
				if r := recover(); r != nil {
					panic(r)
				}
			}
			wg.Done()
		}()
		f()
		finished = true
	}()
}
