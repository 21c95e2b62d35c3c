package testing

import (
	"context"
	"errors"
	"runtime"
	"sync/atomic"
	"time"
)

// T is a test.
type T struct {
	common
	state   *testState
	between int // frames between a test's function and Run
}

// testState is what all tests of one round have in common.
type testState struct {
	match    *matcher
	slots    chan struct{} // one for each test that runs
	deadline time.Time
}

func newTestState(parallel int, m *matcher) *testState {
	s := &testState{match: m, slots: make(chan struct{}, parallel)}
	s.enter() // the sequential tests
	return s
}

func (s *testState) enter() { s.slots <- struct{}{} }
func (s *testState) leave() { <-s.slots }

// parallelTests counts the parallel tests that run.
var parallelTests atomic.Int32

// failures counts failed tests, for -failfast.
var failures atomic.Int32

func stopAfterFailure() bool { return options.failfast && failures.Load() > 0 }

var errUnfinished = errors.New("test executed panic(nil) or runtime.Goexit")

// Context is canceled just before the cleanups.
func (t *T) Context() context.Context { return t.common.Context() }

// Deadline is when the program will have run longer than -timeout.
func (t *T) Deadline() (deadline time.Time, ok bool) {
	return t.state.deadline, !t.state.deadline.IsZero()
}

// Setenv sets a variable until the test is over; not in parallel tests.
func (t *T) Setenv(key, value string) { t.common.Setenv(key, value) }

// Chdir changes the folder until the test is over; not in parallel tests.
func (t *T) Chdir(dir string) { t.common.Chdir(dir) }

// Parallel lets the test run beside other parallel ones, after its parent's function returned.
func (t *T) Parallel() {
	if t.parallel {
		panic("testing: t.Parallel called multiple times")
	}
	for p := &t.common; p != nil; p = p.parent {
		if p.denyParallel {
			panic(parallelConflict)
		}
	}
	t.parallel = true
	t.duration += time.Since(t.start)
	t.parent.mu.Lock()
	t.parent.sub = append(t.parent.sub, t)
	t.parent.mu.Unlock()
	if t.chat != nil {
		t.chat.announce(t.name, "=== PAUSE %s\n", t.name)
	}
	running.Delete(t.name)
	t.signal <- true
	<-t.parent.barrier
	t.state.enter()
	parallelTests.Add(1)
	if t.chat != nil {
		t.chat.announce(t.name, "=== CONT  %s\n", t.name)
	}
	t.start = time.Now()
	running.Store(t.name, t.start)
}

// Run runs f as a subtest and waits for it, or until it calls Parallel. It reports whether it did
// not fail so far.
func (t *T) Run(name string, f func(t *T)) bool {
	if t.inClean.Load() {
		panic("testing: t.Run called during t.Cleanup")
	}
	t.hasSub.Store(true)
	full, ok, _ := t.state.match.fullName(&t.common, name)
	if !ok || stopAfterFailure() {
		return true
	}
	sub := t.child(full)
	if t.chat != nil {
		t.chat.announce(full, "=== RUN   %s\n", full)
	}
	running.Store(full, time.Now())
	go tRunner(sub, f)
	if !<-sub.signal {
		// The subtest ended this test.
		runtime.Goexit()
	}
	if t.chat != nil && options.verbose.json {
		t.chat.announce(t.name, "=== NAME  %s\n", t.name)
	}
	return !sub.Failed()
}

func (t *T) child(name string) *T {
	var pcs [50]uintptr
	n := runtime.Callers(3+t.between, pcs[:])
	ctx, cancel := context.WithCancel(context.Background())
	return &T{state: t.state, common: common{
		name: name, level: t.level + 1, parent: &t.common, chat: t.chat, creator: pcs[:n],
		barrier: make(chan bool), signal: make(chan bool, 1), ctx: ctx, cancel: cancel,
	}}
}

// tRunner is a test's goroutine.
func tRunner(t *T, f func(t *T)) {
	defer t.end()
	defer func() {
		t.mu.RLock()
		alone := len(t.sub) == 0
		t.mu.RUnlock()
		if alone {
			t.runCleanups()
		}
	}()
	t.start = time.Now()
	f(t)
	t.mu.Lock()
	t.finished = true
	t.mu.Unlock()
}

// end is deferred by tRunner: it waits for parallel subtests, and tells the parent.
func (t *T) end() {
	cause := recover()
	if t.Failed() {
		failures.Add(1)
	}
	signal := true
	t.mu.RLock()
	finished := t.finished
	t.mu.RUnlock()
	if !finished && cause == nil {
		cause = errUnfinished
		for p := t.parent; p != nil; p = p.parent {
			p.mu.RLock()
			over := p.finished
			p.mu.RUnlock()
			if over {
				t.Errorf("%v: subtest may have called FailNow on a parent test", errUnfinished)
				cause, signal = nil, false
				break
			}
		}
	}
	if cause != nil {
		t.die()
		panic(cause)
	}
	t.duration += time.Since(t.start)
	if len(t.sub) > 0 {
		// The subtests take this test's place among those that run.
		t.state.leave()
		running.Delete(t.name)
		close(t.barrier)
		for _, s := range t.sub {
			<-s.signal
		}
		began := time.Now()
		running.Store(t.name, began)
		if value := t.runCleanupsQuietly(); value != nil {
			t.die()
			panic(value)
		}
		t.duration += time.Since(began)
		if !t.parallel {
			t.state.enter()
		}
	} else if t.parallel {
		t.state.leave()
	}
	if t.parallel {
		parallelTests.Add(-1)
	}
	running.Delete(t.name)
	t.report()
	t.mu.Lock()
	t.done = true
	t.mu.Unlock()
	if t.parent != nil && !t.hasSub.Load() {
		t.setRan()
	}
	t.signal <- signal
}

// die reports the test and those it is below, before the program ends with a panic.
func (t *T) die() {
	t.Fail()
	if value := t.runCleanupsQuietly(); value != nil {
		t.Logf("cleanup panicked with %v", value)
	}
	t.duration += time.Since(t.start)
	for c := &t.common; c.parent != nil; c = c.parent {
		if c != &t.common {
			c.duration += time.Since(c.start)
		}
		c.tell("--- FAIL: %s (%s)\n", c.name, seconds(c.duration))
		if value := c.parent.runCleanupsQuietly(); value != nil {
			c.parent.Logf("cleanup panicked with %v", value)
		}
	}
}

// RunTests runs a table of tests.
func RunTests(matchString func(pat, str string) (bool, error), tests []InternalTest) (ok bool) {
	procs, ok := procsList()
	if !ok {
		return false
	}
	_, ok = runTests(matchString, tests, procs, time.Time{})
	return ok
}

// runTests runs the tests as often as the flags say.
func runTests(match matchFunc, tests []InternalTest, procs []int, deadline time.Time) (ran, ok bool) {
	ok = true
	for _, n := range procs {
		runtime.GOMAXPROCS(n)
		for i := range options.count {
			if stopAfterFailure() || i > 0 && !ran {
				break
			}
			state := newTestState(options.parallel, newMatcher(match, options.run, "-test.run", options.skip))
			state.deadline = deadline
			root := &T{state: state, common: common{
				chat: newChat(), signal: make(chan bool, 1), barrier: make(chan bool),
			}}
			tRunner(root, func(t *T) {
				for _, test := range tests {
					t.Run(test.Name, test.F)
				}
			})
			<-root.signal
			ok = ok && !root.Failed()
			ran = ran || root.ran
		}
	}
	return ran, ok
}
