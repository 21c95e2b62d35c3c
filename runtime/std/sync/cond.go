package sync

import (
	"sync/atomic"
	"unsafe"
)

// Cond is a meeting point for goroutines that wait for something to happen and those that make it
// happen. L is held when the condition is looked at or changed.
type Cond struct {
	noCopy noCopy

	L Locker

	list notifyList
	home atomic.Uintptr // where the Cond was when it was first used
}

// NewCond makes a Cond with locker l.
func NewCond(l Locker) *Cond { return &Cond{L: l} }

// Wait unlocks c.L, waits for Signal or Broadcast, and locks c.L again. Somebody may have undone
// the condition meanwhile: Wait belongs in a loop.
func (c *Cond) Wait() {
	c.stay()
	ticket := notifyAdd(&c.list)
	c.L.Unlock()
	notifyWait(&c.list, ticket)
	c.L.Lock()
}

// Signal wakes the goroutine that has waited longest, if one waits.
func (c *Cond) Signal() {
	c.stay()
	notifyOne(&c.list)
}

// Broadcast wakes all goroutines that wait.
func (c *Cond) Broadcast() {
	c.stay()
	notifyAll(&c.list)
}

// stay panics for a copy: waiters are found by the address.
func (c *Cond) stay() {
	here := uintptr(unsafe.Pointer(c))
	if at := c.home.Load(); at != here {
		if at != 0 || (!c.home.CompareAndSwap(0, here) && c.home.Load() != here) {
			panic("sync.Cond is copied")
		}
	}
}
