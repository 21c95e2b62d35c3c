// Package context carries deadlines, cancellation and values along calls and goroutines.
package context

import (
	"internal/value"
	"errors"
	"sync"
	"time"
)

// Context is passed along, first of all parameters.
type Context interface {
	Deadline() (deadline time.Time, ok bool)
	Done() <-chan struct{}
	Err() error
	Value(key any) any
}

// Canceled is the error of a cancelled context.
var Canceled = errors.New("context canceled")

// DeadlineExceeded is the error of a context whose deadline passed.
var DeadlineExceeded error = deadlineExceeded{}

type deadlineExceeded struct{}

func (deadlineExceeded) Error() string   { return "context deadline exceeded" }
func (deadlineExceeded) Timeout() bool   { return true }
func (deadlineExceeded) Temporary() bool { return true }

// CancelFunc cancels; calls after the first do nothing.
type CancelFunc func()

// CancelCauseFunc cancels with a cause.
type CancelCauseFunc func(cause error)

type root struct{ name string }

func (root) Deadline() (time.Time, bool) { return time.Time{}, false }
func (root) Done() <-chan struct{}       { return nil }
func (root) Err() error                  { return nil }
func (root) Value(any) any               { return nil }
func (r root) String() string            { return r.name }

// Background is the root of all contexts.
func Background() Context { return root{"context.Background"} }

// TODO is for when it is unclear which context to use.
func TODO() Context { return root{"context.TODO"} }

func nameOf(c Context) string {
	if s, ok := c.(interface{ String() string }); ok {
		return s.String()
	}
	return value.TypeOf(c).String()
}

// cancelKey asks a context for the cancellable context it is or is derived from.
type cancelKeyType struct{}

var cancelKey cancelKeyType

type cancelContext struct {
	parent   Context
	m        sync.Mutex
	done     chan struct{}
	err      error
	cause    error
	children map[child]struct{}
	deadline time.Time
	timer    *time.Timer
	label    string
}

// child is told when its parent is cancelled.
type child interface {
	cancelled(err, cause error)
}

func (c *cancelContext) Deadline() (time.Time, bool) {
	if !c.deadline.IsZero() {
		return c.deadline, true
	}
	return c.parent.Deadline()
}

func (c *cancelContext) Done() <-chan struct{} { return c.done }

func (c *cancelContext) Err() error {
	c.m.Lock()
	defer c.m.Unlock()
	return c.err
}

func (c *cancelContext) Value(key any) any {
	if key == cancelKey {
		return c
	}
	return c.parent.Value(key)
}

func (c *cancelContext) String() string {
	if c.timer != nil || !c.deadline.IsZero() {
		left := time.Until(c.deadline).String()
		return nameOf(c.parent) + ".WithDeadline(" + c.deadline.String() + " [" + left + "])"
	}
	return nameOf(c.parent) + ".WithCancel"
}

func (c *cancelContext) cancelled(err, cause error) {
	if cause == nil {
		cause = err
	}
	c.m.Lock()
	if c.err != nil {
		c.m.Unlock()
		return
	}
	c.err, c.cause = err, cause
	close(c.done)
	children := c.children
	c.children = nil
	timer := c.timer
	c.m.Unlock()
	if timer != nil {
		timer.Stop()
	}
	for k := range children {
		k.cancelled(err, cause)
	}
}

// link is how a child hears of its parent's end.
type link struct {
	parent Context
	child  child
	stop   func() bool // if the parent calls back by itself
}

// cut ends it.
func (l link) cut() {
	if l.stop != nil {
		l.stop()
	}
	if p, ok := l.parent.Value(cancelKey).(*cancelContext); ok {
		p.m.Lock()
		delete(p.children, l.child)
		p.m.Unlock()
	}
}

// follow makes k hear of the parent's cancellation.
func follow(parent Context, k child, done <-chan struct{}) link {
	l := link{parent: parent, child: k}
	pdone := parent.Done()
	if pdone == nil {
		return l
	}
	select {
	case <-pdone:
		k.cancelled(parent.Err(), Cause(parent))
		return l
	default:
	}
	if p, ok := parent.Value(cancelKey).(*cancelContext); ok && (<-chan struct{})(p.done) == pdone {
		p.m.Lock()
		if p.err != nil {
			err, cause := p.err, p.cause
			p.m.Unlock()
			k.cancelled(err, cause)
			return l
		}
		if p.children == nil {
			p.children = map[child]struct{}{}
		}
		p.children[k] = struct{}{}
		p.m.Unlock()
		return l
	}
	if p, ok := parent.(interface{ AfterFunc(func()) func() bool }); ok {
		// A parent that calls back needs no goroutine that waits.
		l.stop = p.AfterFunc(func() { k.cancelled(parent.Err(), Cause(parent)) })
		return l
	}
	go func() {
		select {
		case <-pdone:
			k.cancelled(parent.Err(), Cause(parent))
		case <-done:
		}
	}()
	return l
}

func derive(parent Context) *cancelContext {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	return &cancelContext{parent: parent, done: make(chan struct{})}
}

// WithCancel derives a context that cancel ends.
func WithCancel(parent Context) (ctx Context, cancel CancelFunc) {
	c := derive(parent)
	l := follow(parent, c, c.done)
	return c, func() {
		c.cancelled(Canceled, nil)
		l.cut()
	}
}

// WithCancelCause is WithCancel with a cause.
func WithCancelCause(parent Context) (ctx Context, cancel CancelCauseFunc) {
	c := derive(parent)
	l := follow(parent, c, c.done)
	return c, func(cause error) {
		c.cancelled(Canceled, cause)
		l.cut()
	}
}

// Cause says why c was cancelled.
func Cause(c Context) error {
	if p, ok := c.Value(cancelKey).(*cancelContext); ok {
		p.m.Lock()
		cause := p.cause
		p.m.Unlock()
		if cause != nil {
			return cause
		}
	}
	return c.Err()
}

// WithDeadline derives a context that ends at d.
func WithDeadline(parent Context, d time.Time) (Context, CancelFunc) {
	return WithDeadlineCause(parent, d, nil)
}

// WithDeadlineCause is WithDeadline with a cause.
func WithDeadlineCause(parent Context, d time.Time, cause error) (Context, CancelFunc) {
	c := derive(parent)
	if earlier, ok := parent.Deadline(); ok && earlier.Before(d) {
		return WithCancel(parent)
	}
	c.deadline = d
	l := follow(parent, c, c.done)
	stop := func() {
		c.cancelled(Canceled, nil)
		l.cut()
	}
	left := time.Until(d)
	if left <= 0 {
		c.cancelled(DeadlineExceeded, cause)
		l.cut()
		return c, stop
	}
	c.m.Lock()
	if c.err == nil {
		c.timer = time.AfterFunc(left, func() {
			c.cancelled(DeadlineExceeded, cause)
			l.cut()
		})
	}
	c.m.Unlock()
	return c, stop
}

// WithTimeout derives a context that ends after d.
func WithTimeout(parent Context, d time.Duration) (Context, CancelFunc) {
	return WithDeadline(parent, time.Now().Add(d))
}

// WithTimeoutCause is WithTimeout with a cause.
func WithTimeoutCause(parent Context, d time.Duration, cause error) (Context, CancelFunc) {
	return WithDeadlineCause(parent, time.Now().Add(d), cause)
}

type valueContext struct {
	Context
	key, value any
}

// WithValue derives a context with a value.
func WithValue(parent Context, key, val any) Context {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	if key == nil {
		panic("nil key")
	}
	if !value.TypeOf(key).Comparable() {
		panic("key is not comparable")
	}
	return &valueContext{parent, key, val}
}

func (c *valueContext) Value(key any) any {
	if key == c.key {
		return c.value
	}
	return c.Context.Value(key)
}

func text(v any) string {
	switch v := v.(type) {
	case interface{ String() string }:
		return v.String()
	case string:
		return v
	case nil:
		return "<nil>"
	}
	return value.TypeOf(v).String()
}

func (c *valueContext) String() string {
	return nameOf(c.Context) + ".WithValue(" + text(c.key) + ", " + text(c.value) + ")"
}

type withoutCancel struct{ c Context }

// WithoutCancel derives a context that its parent's end does not touch.
func WithoutCancel(parent Context) Context {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	return withoutCancel{parent}
}

func (withoutCancel) Deadline() (time.Time, bool) { return time.Time{}, false }
func (withoutCancel) Done() <-chan struct{}       { return nil }
func (withoutCancel) Err() error                  { return nil }
func (c withoutCancel) Value(key any) any {
	if key == cancelKey {
		return nil
	}
	return c.c.Value(key)
}
func (c withoutCancel) String() string { return nameOf(c.c) + ".WithoutCancel" }

type afterFunc struct {
	once sync.Once
	done chan struct{}
	f    func()
}

func (a *afterFunc) cancelled(_, _ error) {
	a.once.Do(func() { go a.f() })
}

// AfterFunc runs f in a goroutine of its own when ctx ends, unless stop is called before.
func AfterFunc(ctx Context, f func()) (stop func() bool) {
	a := &afterFunc{f: f, done: make(chan struct{})}
	l := follow(ctx, a, a.done)
	return func() bool {
		stopped := false
		a.once.Do(func() { stopped = true })
		if stopped {
			close(a.done)
			l.cut()
		}
		return stopped
	}
}
