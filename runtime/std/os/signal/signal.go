// Package signal hands the signals that a program receives to channels.
package signal

import (
	"os"
	"runtime"
	"sync"
	"syscall"
)

// last is the highest signal's number.
const last = 64

// A set has a bit for each signal, the lowest for signal 1.
type set uint64

func single(n int) set       { return 1 << (n - 1) }
func (s set) has(n int) bool { return s&single(n) != 0 }

// A leaving channel still gets what came before it left.
type leaving struct {
	c chan<- os.Signal
	s set
}

var table struct {
	sync.Mutex
	wanted  map[chan<- os.Signal]set
	leaving []leaving
	// users counts the channels that want each signal.
	users [last + 1]int
	begin sync.Once
}

// number is a signal's, or 0 for what no system sends.
func number(s os.Signal) int {
	if n, ok := s.(syscall.Signal); ok && 0 < n && n <= last {
		return int(n)
	}
	return 0
}

// numbers is the set of some signals, or of all when none is given.
func numbers(signals []os.Signal) (s set) {
	if len(signals) == 0 {
		return ^set(0)
	}
	for _, x := range signals {
		if n := number(x); n != 0 {
			s |= single(n)
		}
	}
	return s
}

// Notify has signals sent to c, all of them if none is given. A signal for which c has no room at that
// moment is lost.
func Notify(c chan<- os.Signal, sig ...os.Signal) {
	if c == nil {
		panic("os/signal: Notify using nil channel")
	}
	t := &table
	t.Lock()
	defer t.Unlock()
	if t.wanted == nil {
		t.wanted = make(map[chan<- os.Signal]set)
	}
	add := numbers(sig) &^ t.wanted[c]
	t.wanted[c] |= add
	for n := 1; n <= last; n++ {
		if add.has(n) {
			t.users[n]++
			if t.users[n] == 1 {
				enable(n)
				t.begin.Do(func() { go loop() })
			}
		}
	}
}

// loop hands on what comes, as long as the program runs.
func loop() {
	for {
		deliver(receive())
	}
}

func deliver(n int) {
	t := &table
	t.Lock()
	defer t.Unlock()
	give := func(c chan<- os.Signal) {
		select {
		case c <- syscall.Signal(n):
		default:
		}
	}
	for c, s := range t.wanted {
		if s.has(n) {
			give(c)
		}
	}
	for _, l := range t.leaving {
		if l.s.has(n) {
			give(l.c)
		}
	}
}

// Stop ends what Notify began for c: when it returns c gets no more signals.
func Stop(c chan<- os.Signal) {
	t := &table
	t.Lock()
	s, ok := t.wanted[c]
	if !ok {
		t.Unlock()
		return
	}
	delete(t.wanted, c)
	t.leaving = append(t.leaving, leaving{c, s})
	for n := 1; n <= last; n++ {
		if s.has(n) {
			t.users[n]--
			if t.users[n] == 0 {
				disable(n)
			}
		}
	}
	t.Unlock()
	// What came before is c's.
	for !idle() {
		runtime.Gosched()
	}
	t.Lock()
	defer t.Unlock()
	for i, l := range t.leaving {
		if l.c == c {
			t.leaving = append(t.leaving[:i], t.leaving[i+1:]...)
			return
		}
	}
}

// withdraw ends every Notify of some signals, and does to each what then holds.
func withdraw(signals []os.Signal, then func(n int)) {
	t := &table
	t.Lock()
	defer t.Unlock()
	out := numbers(signals)
	for c, s := range t.wanted {
		if s&^out == 0 {
			delete(t.wanted, c)
		} else {
			t.wanted[c] = s &^ out
		}
	}
	for n := 1; n <= last; n++ {
		if out.has(n) {
			t.users[n] = 0
			then(n)
		}
	}
}

// Ignore has signals ignored, all of them if none is given.
func Ignore(sig ...os.Signal) { withdraw(sig, ignore) }

// Reset ends every Notify and Ignore of signals, of all of them if none is given.
func Reset(sig ...os.Signal) { withdraw(sig, disable) }

// Ignored tells whether a signal is ignored.
func Ignored(sig os.Signal) bool {
	n := number(sig)
	return n != 0 && ignored(n)
}
