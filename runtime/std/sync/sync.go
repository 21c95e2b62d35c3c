// Package sync has locks and other ways for goroutines to wait for each other.
package sync

import "sync/atomic"

func semAcquire(addr *uint32, lifo bool, reason int)
func semRelease(addr *uint32, handoff bool)
func notifyAdd(l *notifyList) uint32
func notifyWait(l *notifyList, t uint32)
func notifyAll(l *notifyList)
func notifyOne(l *notifyList)
func fatal(text string)

type notifyList struct {
	wait, notify uint32
	rest         [4]uintptr
}

const (
	waitMutex = 1 + iota
	waitRLock
	waitLock
	waitGroup
)

// Locker locks and unlocks.
type Locker interface {
	Lock()
	Unlock()
}

// Mutex is a lock. state: 0 free, 1 held, 2 or more held and 1 less goroutines wait.
type Mutex struct {
	state int32
	sema  uint32
}

// Lock waits until the lock is free and takes it.
func (m *Mutex) Lock() {
	if atomic.CompareAndSwapInt32(&m.state, 0, 1) {
		return
	}
	if atomic.AddInt32(&m.state, 1) != 1 {
		// The one who unlocks hands the lock over.
		semAcquire(&m.sema, false, waitMutex)
	}
}

// TryLock takes the lock if it is free.
func (m *Mutex) TryLock() bool { return atomic.CompareAndSwapInt32(&m.state, 0, 1) }

// Unlock gives the lock back.
func (m *Mutex) Unlock() {
	n := atomic.AddInt32(&m.state, -1)
	if n == 0 {
		return
	}
	if n < 0 {
		fatal("sync: unlock of unlocked mutex")
	}
	semRelease(&m.sema, false)
}

const rwMax = 1 << 30

// RWMutex is held by one writer or any number of readers.
type RWMutex struct {
	w          Mutex
	writerSem  uint32
	readerSem  uint32
	readers    int32
	departing  int32
}

// RLock waits for writers and takes a reader's share.
func (rw *RWMutex) RLock() {
	if atomic.AddInt32(&rw.readers, 1) < 0 {
		semAcquire(&rw.readerSem, false, waitRLock)
	}
}

// TryRLock takes a reader's share if no writer has or wants the lock.
func (rw *RWMutex) TryRLock() bool {
	for {
		n := atomic.LoadInt32(&rw.readers)
		if n < 0 {
			return false
		}
		if atomic.CompareAndSwapInt32(&rw.readers, n, n+1) {
			return true
		}
	}
}

// RUnlock gives a reader's share back.
func (rw *RWMutex) RUnlock() {
	n := atomic.AddInt32(&rw.readers, -1)
	if n >= 0 {
		return
	}
	if n+1 == 0 || n+1 == -rwMax {
		fatal("sync: RUnlock of unlocked RWMutex")
	}
	if atomic.AddInt32(&rw.departing, -1) == 0 {
		semRelease(&rw.writerSem, false)
	}
}

// Lock waits for all others and takes the lock.
func (rw *RWMutex) Lock() {
	rw.w.Lock()
	n := atomic.AddInt32(&rw.readers, -rwMax) + rwMax
	if n != 0 && atomic.AddInt32(&rw.departing, n) != 0 {
		semAcquire(&rw.writerSem, false, waitLock)
	}
}

// TryLock takes the lock if nobody has it.
func (rw *RWMutex) TryLock() bool {
	if !rw.w.TryLock() {
		return false
	}
	if !atomic.CompareAndSwapInt32(&rw.readers, 0, -rwMax) {
		rw.w.Unlock()
		return false
	}
	return true
}

// Unlock gives the lock back.
func (rw *RWMutex) Unlock() {
	n := atomic.AddInt32(&rw.readers, rwMax)
	if n >= rwMax {
		fatal("sync: Unlock of unlocked RWMutex")
	}
	for ; n > 0; n-- {
		semRelease(&rw.readerSem, false)
	}
	rw.w.Unlock()
}

type rlocker RWMutex

func (r *rlocker) Lock()   { (*RWMutex)(r).RLock() }
func (r *rlocker) Unlock() { (*RWMutex)(r).RUnlock() }

// RLocker is a Locker for readers.
func (rw *RWMutex) RLocker() Locker { return (*rlocker)(rw) }

// WaitGroup waits for a number of goroutines. The high half counts them, the low half who waits.
type WaitGroup struct {
	state uint64
	sema  uint32
}

// Add changes the count.
func (wg *WaitGroup) Add(delta int) {
	s := atomic.AddUint64(&wg.state, uint64(delta)<<32)
	n, waiters := int32(s>>32), uint32(s)
	if n < 0 {
		panic("sync: negative WaitGroup counter")
	}
	if waiters != 0 && delta > 0 && n == int32(delta) {
		panic("sync: WaitGroup misuse: Add called concurrently with Wait")
	}
	if n > 0 || waiters == 0 {
		return
	}
	atomic.StoreUint64(&wg.state, 0)
	for ; waiters > 0; waiters-- {
		semRelease(&wg.sema, false)
	}
}

// Done takes one off the count.
func (wg *WaitGroup) Done() { wg.Add(-1) }

// Wait waits until the count is zero.
func (wg *WaitGroup) Wait() {
	for {
		s := atomic.LoadUint64(&wg.state)
		if s>>32 == 0 {
			return
		}
		if atomic.CompareAndSwapUint64(&wg.state, s, s+1) {
			semAcquire(&wg.sema, false, waitGroup)
			return
		}
	}
}

// Go runs f in a goroutine that is counted.
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}

// Once does something once.
type Once struct {
	done uint32
	m    Mutex
}

// Do calls f unless some call of Do has.
func (o *Once) Do(f func()) {
	if atomic.LoadUint32(&o.done) == 0 {
		o.slow(f)
	}
}

func (o *Once) slow(f func()) {
	o.m.Lock()
	defer o.m.Unlock()
	if o.done == 0 {
		defer atomic.StoreUint32(&o.done, 1)
		f()
	}
}

// OnceFunc gives a function that calls f once.
func OnceFunc(f func()) func() {
	v := OnceValue(func() struct{} { f(); return struct{}{} })
	return func() { v() }
}

// OnceValue gives a function that calls f once and keeps its value.
func OnceValue[T any](f func() T) func() T {
	var once Once
	var result T
	var failed bool
	var why any
	run := func() {
		ok := false
		defer func() {
			if !ok {
				failed, why = true, recover()
				panic(why)
			}
		}()
		result = f()
		f = nil
		ok = true
	}
	return func() T {
		once.Do(run)
		if failed {
			panic(why)
		}
		return result
	}
}

// OnceValues is OnceValue for two values.
func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	type pair struct {
		a T1
		b T2
	}
	v := OnceValue(func() pair { a, b := f(); return pair{a, b} })
	return func() (T1, T2) { p := v(); return p.a, p.b }
}

// Cond is a place to wait for a condition.
type Cond struct {
	L    Locker
	list notifyList
}

// NewCond makes a Cond with a lock.
func NewCond(l Locker) *Cond { return &Cond{L: l} }

// Wait unlocks, waits, and locks again.
func (c *Cond) Wait() {
	t := notifyAdd(&c.list)
	c.L.Unlock()
	notifyWait(&c.list, t)
	c.L.Lock()
}

// Signal wakes one goroutine that waits.
func (c *Cond) Signal() { notifyOne(&c.list) }

// Broadcast wakes all.
func (c *Cond) Broadcast() { notifyAll(&c.list) }

// Pool keeps values for later use.
type Pool struct {
	m    Mutex
	list []any
	New  func() any
}

// Put adds a value.
func (p *Pool) Put(x any) {
	if x == nil {
		return
	}
	p.m.Lock()
	p.list = append(p.list, x)
	p.m.Unlock()
}

// Get takes a value, or makes one.
func (p *Pool) Get() any {
	p.m.Lock()
	if n := len(p.list); n > 0 {
		x := p.list[n-1]
		p.list[n-1] = nil
		p.list = p.list[:n-1]
		p.m.Unlock()
		return x
	}
	p.m.Unlock()
	if p.New != nil {
		return p.New()
	}
	return nil
}

// Map is a map for many goroutines.
type Map struct {
	m Mutex
	d map[any]any
}

// Load gives the value of a key.
func (m *Map) Load(key any) (value any, ok bool) {
	m.m.Lock()
	value, ok = m.d[key]
	m.m.Unlock()
	return value, ok
}

// Store sets the value of a key.
func (m *Map) Store(key, value any) { m.Swap(key, value) }

// Swap sets a value and gives the old one.
func (m *Map) Swap(key, value any) (previous any, loaded bool) {
	m.m.Lock()
	defer m.m.Unlock()
	previous, loaded = m.d[key]
	if m.d == nil {
		m.d = map[any]any{}
	}
	m.d[key] = value
	return previous, loaded
}

// LoadOrStore gives the value there is, or stores one.
func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	m.m.Lock()
	defer m.m.Unlock()
	if v, ok := m.d[key]; ok {
		return v, true
	}
	if m.d == nil {
		m.d = map[any]any{}
	}
	m.d[key] = value
	return value, false
}

// LoadAndDelete removes a key and gives its value.
func (m *Map) LoadAndDelete(key any) (value any, loaded bool) {
	m.m.Lock()
	defer m.m.Unlock()
	value, loaded = m.d[key]
	delete(m.d, key)
	return value, loaded
}

// Delete removes a key.
func (m *Map) Delete(key any) { m.LoadAndDelete(key) }

// CompareAndSwap sets a value when old is there.
func (m *Map) CompareAndSwap(key, old, new any) (swapped bool) {
	m.m.Lock()
	defer m.m.Unlock()
	if v, ok := m.d[key]; !ok || v != old {
		return false
	}
	m.d[key] = new
	return true
}

// CompareAndDelete removes a key when old is there.
func (m *Map) CompareAndDelete(key, old any) (deleted bool) {
	m.m.Lock()
	defer m.m.Unlock()
	if v, ok := m.d[key]; !ok || v != old {
		return false
	}
	delete(m.d, key)
	return true
}

// Range calls f for each entry until it says false.
func (m *Map) Range(f func(key, value any) bool) {
	m.m.Lock()
	type entry struct{ k, v any }
	list := make([]entry, 0, len(m.d))
	for k, v := range m.d {
		list = append(list, entry{k, v})
	}
	m.m.Unlock()
	for _, e := range list {
		if !f(e.k, e.v) {
			return
		}
	}
}

// Clear removes everything.
func (m *Map) Clear() {
	m.m.Lock()
	clear(m.d)
	m.m.Unlock()
}
