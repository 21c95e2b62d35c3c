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

// nanotime reads the monotonic clock.
func nanotime() int64

// fatal ends the program with "fatal error: " and msg; nothing can recover from it.
func fatal(msg string)

// noCopy marks types for vet's check of copied locks.
type noCopy struct{}

func (*noCopy) Lock()   {}
func (*noCopy) Unlock() {}
