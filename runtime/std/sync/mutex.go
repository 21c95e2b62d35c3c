package sync

import "sync/atomic"

// Mutex is a lock that one goroutine at a time holds; any goroutine may unlock it.
//
// As long as nobody waits long, whoever comes first when the lock is free gets it, a running
// goroutine before a woken one: that is fast. When a waiter has been passed over for a millisecond
// the lock changes to strict order: Unlock hands it to the first waiter, and newcomers queue behind.
// It changes back with a waiter that did not wait long or is the last one.
type Mutex struct {
	state int32
	sema  uint32
}

// The state: three flags, above them the number of goroutines in the queue.
const (
	held      int32 = 1 << iota
	waking          // a waiter is on its way to try for the lock: Unlock need not wake another
	inOrder         // strict order
	oneWaiter       // the unit of the count
	flags     = oneWaiter - 1

	patience = 1_000_000 // nanoseconds
)

// Lock waits until the lock is free and takes it.
func (m *Mutex) Lock() {
	if !lockChange(m, 0, held) {
		m.wait()
	}
}

// TryLock takes the lock if that needs no waiting.
func (m *Mutex) TryLock() bool {
	s := atomic.LoadInt32(&m.state)
	return s&(held|inOrder) == 0 && lockChange(m, s, s|held)
}

// wait is Lock when the lock was not free and unwanted.
func (m *Mutex) wait() {
	var (
		since int64 // when the goroutine first queued itself; 0: not yet
		woken bool  // it is the one that the flag waking stands for
		late  bool  // it has lost patience
	)
	for {
		s := atomic.LoadInt32(&m.state)
		next := s
		free := s&(held|inOrder) == 0
		if free {
			next |= held
		} else {
			next += oneWaiter
			// A free lock is simply taken; only a held one can change its ways.
			if late && s&held != 0 {
				next |= inOrder
			}
		}
		if woken {
			next &^= waking
		}
		if !lockChange(m, s, next) {
			continue
		}
		if free {
			return
		}
		again := since != 0
		if !again {
			since = nanotime()
		}
		// Who was passed over queues at the front.
		semAcquire(&m.sema, again, waitMutex)
		late = late || nanotime()-since > patience
		if s = atomic.LoadInt32(&m.state); s&inOrder != 0 {
			m.inherit(s, late)
			return
		}
		woken = true
	}
}

// inherit takes over the lock that Unlock handed to this goroutine: it is not marked held, but in
// strict order nobody else takes it.
func (m *Mutex) inherit(s int32, late bool) {
	change := held - oneWaiter
	if !late || s/oneWaiter == 1 {
		change -= inOrder
	}
	lockInherit(m, change)
}

// Unlock gives the lock back. It is a fatal error if nobody holds it.
func (m *Mutex) Unlock() {
	if s := lockRelease(m); s != 0 {
		m.pass(s)
	}
}

// pass wakes a waiter after an Unlock that left state s.
func (m *Mutex) pass(s int32) {
	if (s+held)&held == 0 {
		fatal("sync: unlock of unlocked mutex")
	}
	if s&inOrder != 0 {
		semRelease(&m.sema, true)
		return
	}
	// Nothing to do as soon as nobody waits, or somebody else sees to it: who took the lock
	// unlocks it, who is being woken tries again, and the first in strict order gets it.
	for s >= oneWaiter && s&flags == 0 {
		if atomic.CompareAndSwapInt32(&m.state, s, s-oneWaiter|waking) {
			semRelease(&m.sema, false)
			return
		}
		s = atomic.LoadInt32(&m.state)
	}
}
