package sync

import "sync/atomic"

// RWMutex is held by any number of readers or by one writer. A writer that waits holds off new
// readers, so that it gets its turn.
type RWMutex struct {
	w Mutex // held by the writer, from the moment it begins to wait for readers

	// readers is the number of goroutines that read or wait to; a writer takes writing off it.
	readers int32
	// leaving is the number of readers the writer still waits for.
	leaving int32

	writerSem, readerSem uint32
}

const writing = 1 << 30

// RLock waits until no writer has or wants the lock and takes a reader's share.
func (rw *RWMutex) RLock() {
	if readerEnter(rw) < 0 {
		semAcquire(&rw.readerSem, false, waitRLock)
		readerIn(rw)
	}
}

// TryRLock takes a reader's share if that needs no waiting.
func (rw *RWMutex) TryRLock() bool {
	for {
		n := atomic.LoadInt32(&rw.readers)
		if n < 0 {
			return false
		}
		if atomic.CompareAndSwapInt32(&rw.readers, n, n+1) {
			readerIn(rw)
			return true
		}
	}
}

// RUnlock gives a reader's share back. It is a fatal error if there is none.
func (rw *RWMutex) RUnlock() {
	n := readerLeave(rw)
	if n >= 0 {
		return
	}
	if n == -1 || n == -writing-1 {
		fatal("sync: RUnlock of unlocked RWMutex")
	}
	// A writer waits, and the last reader it waits for lets it in.
	if atomic.AddInt32(&rw.leaving, -1) == 0 {
		semRelease(&rw.writerSem, false)
	}
}

// Lock waits until nobody else has the lock and takes it.
func (rw *RWMutex) Lock() {
	rw.w.Lock()
	inside := atomic.AddInt32(&rw.readers, -writing) + writing
	// Readers that have left meanwhile have counted below zero.
	if inside != 0 && atomic.AddInt32(&rw.leaving, inside) != 0 {
		semAcquire(&rw.writerSem, false, waitLock)
	}
	writerIn(rw)
}

// TryLock takes the lock if that needs no waiting.
func (rw *RWMutex) TryLock() bool {
	if !rw.w.TryLock() {
		return false
	}
	if atomic.CompareAndSwapInt32(&rw.readers, 0, -writing) {
		writerIn(rw)
		return true
	}
	rw.w.Unlock()
	return false
}

// Unlock gives the lock back and lets the readers in that came meanwhile. It is a fatal error if
// no writer holds it.
func (rw *RWMutex) Unlock() {
	n := writerLeave(rw)
	if n >= writing {
		fatal("sync: Unlock of unlocked RWMutex")
	}
	for ; n > 0; n-- {
		semRelease(&rw.readerSem, false)
	}
	rw.w.Unlock()
}

// RLocker gives a Locker whose Lock and Unlock are RLock and RUnlock.
func (rw *RWMutex) RLocker() Locker { return (*rlocker)(rw) }

type rlocker RWMutex

func (r *rlocker) Lock()   { (*RWMutex)(r).RLock() }
func (r *rlocker) Unlock() { (*RWMutex)(r).RUnlock() }
