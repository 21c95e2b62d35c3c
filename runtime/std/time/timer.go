package time

import "sync"

func timerStart(when int64, period int64, f func()) uint64
func timerStop(id uint64) bool

// tick is the timer whose tick the calling goroutine is, if nothing was waited for yet; until tickDone that
// timer's further ticks are dropped.
func tick() uint64
func tickDone(timer uint64)
func timerChan(c chan Time)
func runtimeNano() int64

// Sleep pauses the goroutine.
func Sleep(d Duration)

// at is the runtime's clock d from now.
func at(d Duration) int64 {
	if d < 0 {
		d = 0
	}
	t := runtimeNano() + int64(d)
	if t < 0 {
		return 1<<63 - 1
	}
	return t
}

// alarm is what timers and tickers share. Since Go 1.23 nothing stale is received after Stop or
// Reset: each start has a number, and a late firing of an older one is dropped.
type alarm struct {
	m      sync.Mutex
	c      chan Time
	f      func()
	id     uint64
	round  uint64
	active bool
}

func (a *alarm) start(d, period Duration) {
	a.round++
	round := a.round
	a.active = true
	if period > 0 {
		a.id = timerStart(at(d), int64(period), func() {
			timer := tick()
			a.fire(round, true)
			tickDone(timer)
		})
		return
	}
	a.id = timerStart(at(d), 0, func() { a.fire(round, false) })
}

func (a *alarm) fire(round uint64, again bool) {
	a.m.Lock()
	if !a.active || a.round != round {
		a.m.Unlock()
		return
	}
	if !again {
		a.active = false
	}
	f := a.f
	if f == nil {
		select {
		case a.c <- Now():
		default:
		}
	}
	a.m.Unlock()
	if f != nil {
		f()
	}
}

func (a *alarm) stop() bool {
	a.m.Lock()
	defer a.m.Unlock()
	was := a.active
	if was {
		timerStop(a.id)
	}
	if a.c != nil {
		select {
		case <-a.c:
			was = true
		default:
		}
	}
	a.active = false
	a.round++
	return was
}

// Timer fires once.
type Timer struct {
	C <-chan Time
	a *alarm
}

// NewTimer makes a timer that sends the time on C after d.
func NewTimer(d Duration) *Timer {
	c := make(chan Time, 1)
	timerChan(c)
	a := &alarm{c: c}
	a.start(d, 0)
	return &Timer{c, a}
}

// AfterFunc calls f in a goroutine of its own after d.
func AfterFunc(d Duration, f func()) *Timer {
	a := &alarm{f: f}
	a.start(d, 0)
	return &Timer{a: a}
}

// Stop keeps the timer from firing; false when it has fired or was stopped.
func (t *Timer) Stop() bool {
	if t.a == nil {
		panic("time: Stop called on uninitialized Timer")
	}
	return t.a.stop()
}

// Reset starts the timer again; true when it was running.
func (t *Timer) Reset(d Duration) bool {
	if t.a == nil {
		panic("time: Reset called on uninitialized Timer")
	}
	was := t.a.stop()
	t.a.m.Lock()
	t.a.start(d, 0)
	t.a.m.Unlock()
	return was
}

// After gives a channel that gets the time after d.
func After(d Duration) <-chan Time { return NewTimer(d).C }

// Ticker fires again and again.
type Ticker struct {
	C <-chan Time
	a *alarm
}

// NewTicker makes a ticker that sends the time on C every d.
func NewTicker(d Duration) *Ticker {
	if d <= 0 {
		panic("non-positive interval for NewTicker")
	}
	c := make(chan Time, 1)
	timerChan(c)
	a := &alarm{c: c}
	a.start(d, d)
	return &Ticker{c, a}
}

// Stop ends the ticks; C stays open.
func (t *Ticker) Stop() {
	if t.a != nil {
		t.a.stop()
	}
}

// Reset changes the interval.
func (t *Ticker) Reset(d Duration) {
	if d <= 0 {
		panic("non-positive interval for Ticker.Reset")
	}
	if t.a == nil {
		panic("time: Reset called on uninitialized Ticker")
	}
	t.a.stop()
	t.a.m.Lock()
	t.a.start(d, d)
	t.a.m.Unlock()
}

// Tick gives the channel of a new ticker.
func Tick(d Duration) <-chan Time {
	if d <= 0 {
		return nil
	}
	return NewTicker(d).C
}
