// Every function of package context: values, causes, deadlines, AfterFunc, texts.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type key string
type other int

func (o other) String() string { return fmt.Sprint("other ", int(o)) }

func try(f func()) {
	defer func() { fmt.Println("panic:", recover()) }()
	f()
}

func main() {
	bg := context.Background()
	fmt.Println(bg, context.TODO(), bg.Err(), bg.Done() == nil, bg.Value("x"))
	_, has := bg.Deadline()
	fmt.Println(has, context.Canceled, context.DeadlineExceeded)
	v := context.WithValue(context.WithValue(bg, key("a"), 1), other(2), "two")
	fmt.Println(v.Value(key("a")), v.Value(other(2)), v.Value("a"), v)

	c, cancel := context.WithCancel(v)
	fmt.Println(c, c.Err(), c.Value(key("a")))
	child, cancelChild := context.WithCancelCause(c)
	cancel()
	<-child.Done()
	fmt.Println(c.Err(), child.Err(), context.Cause(child), context.Cause(c))
	cancelChild(errors.New("too late"))
	fmt.Println(context.Cause(child))
	cancel()

	cc, cancelCause := context.WithCancelCause(bg)
	cancelCause(errors.New("my cause"))
	fmt.Println(cc.Err(), context.Cause(cc), cc)
	cc2, cancelNil := context.WithCancelCause(bg)
	cancelNil(nil)
	fmt.Println(cc2.Err(), context.Cause(cc2))

	t, cancelT := context.WithTimeout(bg, time.Millisecond)
	defer cancelT()
	<-t.Done()
	fmt.Println(t.Err(), context.Cause(t), errors.Is(t.Err(), context.DeadlineExceeded))
	var timeout interface{ Timeout() bool }
	fmt.Println(errors.As(t.Err(), &timeout) && timeout.Timeout())
	if te, ok := t.Err().(interface{ Temporary() bool }); ok {
		fmt.Println(te.Temporary())
	}
	past, cancelPast := context.WithDeadline(bg, time.Now().Add(-time.Second))
	fmt.Println(past.Err(), context.Cause(past))
	cancelPast()
	tc, cancelTC := context.WithTimeoutCause(bg, time.Millisecond, errors.New("slow"))
	<-tc.Done()
	fmt.Println(tc.Err(), context.Cause(tc))
	cancelTC()
	dc, cancelDC := context.WithDeadlineCause(bg, time.Now().Add(time.Hour), errors.New("never"))
	cancelDC()
	fmt.Println(dc.Err(), context.Cause(dc))
	long, cancelLong := context.WithTimeout(t, time.Hour)
	fmt.Println(long.Err())
	cancelLong()
	outer, cancelOuter := context.WithTimeout(bg, time.Hour)
	inner, cancelInner := context.WithTimeout(outer, 2*time.Hour)
	d1, _ := outer.Deadline()
	d2, ok := inner.Deadline()
	fmt.Println(d1.Equal(d2), ok)
	cancelInner()
	cancelOuter()

	w := context.WithoutCancel(c)
	fmt.Println(w.Err(), w.Done() == nil, w.Value(key("a")), w, context.Cause(w))

	a, cancelA := context.WithCancel(bg)
	ran := make(chan string)
	stop := context.AfterFunc(a, func() { ran <- "ran" })
	cancelA()
	fmt.Println(<-ran, stop())
	b, cancelB := context.WithCancel(bg)
	stopB := context.AfterFunc(b, func() { panic("not stopped") })
	fmt.Println(stopB(), stopB())
	cancelB()

	try(func() { context.WithCancel(nil) })
	try(func() { context.WithValue(nil, "k", 1) })
	try(func() { context.WithValue(bg, nil, 1) })
	try(func() { context.WithValue(bg, []int{1}, 1) })
	try(func() { context.WithDeadline(nil, time.Now()) })
	var f context.CancelFunc = cancelA
	var g context.CancelCauseFunc = cancelNil
	f()
	g(nil)
	// A context of one's own in between.
	m, cancelM := context.WithCancel(mine{bg, make(chan struct{})})
	cancelM()
	fmt.Println(m.Err())
}

type mine struct {
	context.Context
	done chan struct{}
}

func (m mine) Done() <-chan struct{} { return m.done }
