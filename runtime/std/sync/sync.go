// Package sync has locks and other ways for goroutines to wait for each other. Values of its types
// must not be copied once they are used.
package sync

import "unsafe"

// Locker is what can be locked and unlocked.
type Locker interface {
	Lock()
	Unlock()
}

// Why a goroutine waits, as a traceback shows it.
const (
	waitSemaphore = iota
	waitMutex
	waitRLock
	waitLock
	waitGroup
)

// semAcquire waits until *addr > 0 and takes one off. Waiters are served in the order of their
// coming; lifo puts this one before all others.
func semAcquire(addr *uint32, lifo bool, reason int)

// semRelease adds one to *addr and wakes the first waiter, for which the unit is taken off at
// once. handoff says that the waiter should run next.
func semRelease(addr *uint32, handoff bool)

// notifyList is where goroutines wait for a condition: tickets are served in order.
type notifyList struct {
	wait, notify uint32 // the next ticket to give out, the next to serve
	head, tail   unsafe.Pointer
	lock         uintptr
}

// notifyAdd takes a ticket.
func notifyAdd(l *notifyList) uint32

// notifyWait waits until the ticket is served, not at all if it already is.
func notifyWait(l *notifyList, ticket uint32)

// notifyAll serves all tickets given out so far.
func notifyAll(l *notifyList)

// notifyOne serves the oldest ticket that is not served, if there is one.
func notifyOne(l *notifyList)

// What follows changes the state of a lock as its name says and tells the event log. The runtime
// knows the layouts: Mutex{state, sema}, RWMutex{Mutex, readers, leaving, writerSem, readerSem},
// WaitGroup{state, sema}, Cond{L, list}, and the flag held.

// lockChange is a compare-and-swap of m.state.
func lockChange(m *Mutex, old, new int32) bool

// lockInherit adds to m.state: the goroutine has been handed the lock.
func lockInherit(m *Mutex, change int32)

// lockRelease takes held off m.state and gives the new state.
func lockRelease(m *Mutex) int32

// readerEnter adds one to rw.readers; below zero the reader is not in yet.
func readerEnter(rw *RWMutex) int32

// readerLeave takes one off rw.readers.
func readerLeave(rw *RWMutex) int32

// readerIn and writerIn say that the goroutine has the lock now.
func readerIn(rw *RWMutex)
func writerIn(rw *RWMutex)

// writerLeave takes the writer's mark off rw.readers.
func writerLeave(rw *RWMutex) int32

// groupAdd changes the counter and gives the new state.
func groupAdd(wg *WaitGroup, delta int) uint64

// groupState is read by Wait.
func groupState(wg *WaitGroup) uint64

func onceBegin(o *Once)
func onceEnd(o *Once)

// nanotime reads the monotonic clock.
func nanotime() int64

// fatal ends the program with "fatal error: " and msg; nothing can recover from it.
func fatal(msg string)

// noCopy marks types for vet's check of copied locks.
type noCopy struct{}

func (*noCopy) Lock()   {}
func (*noCopy) Unlock() {}
