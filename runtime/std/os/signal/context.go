package signal

import (
	"context"
	"fmt"
	"os"
	"strings"
)

// A signalError is why a context of NotifyContext ended.
type signalError string

func (e signalError) Error() string      { return string(e) }
func (signalError) Is(target error) bool { return target == context.Canceled }

type notified struct {
	context.Context
	parent  context.Context
	signals []os.Signal
}

// String names the parent and the signals.
func (c *notified) String() string {
	var b strings.Builder
	b.WriteString("signal.NotifyContext(")
	if s, ok := c.parent.(fmt.Stringer); ok {
		b.WriteString(s.String())
	} else {
		fmt.Fprintf(&b, "%T", c.parent)
	}
	for i, s := range c.signals {
		b.WriteString([]string{", [", " "}[min(i, 1)])
		b.WriteString(s.String())
	}
	if len(c.signals) != 0 {
		b.WriteString("]")
	}
	b.WriteString(")")
	return b.String()
}

// NotifyContext is a copy of parent that also ends when one of the signals arrives or stop is called;
// its cause then tells the signal.
func NotifyContext(parent context.Context, signals ...os.Signal) (ctx context.Context, stop context.CancelFunc) {
	inner, cancel := context.WithCancelCause(parent)
	c := make(chan os.Signal, 1)
	Notify(c, signals...)
	if inner.Err() == nil {
		go func() {
			select {
			case s := <-c:
				cancel(signalError(s.String() + " signal received"))
			case <-inner.Done():
			}
		}()
	}
	stop = func() {
		cancel(nil)
		Stop(c)
	}
	return &notified{inner, parent, signals}, stop
}
