// Signals that the program sends to itself reach the channels that asked for them.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func raise(s syscall.Signal) {
	if err := syscall.Kill(syscall.Getpid(), s); err != nil {
		fmt.Println(err)
	}
}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	raise(syscall.SIGINT)
	s := <-c
	fmt.Println(s, s == os.Interrupt, s == syscall.SIGINT)
	raise(syscall.SIGTERM)
	fmt.Println(<-c)
	d := make(chan os.Signal, 3)
	signal.Notify(d, syscall.SIGUSR1)
	signal.Notify(d, syscall.SIGUSR2)
	signal.Notify(c, syscall.SIGUSR1)
	raise(syscall.SIGUSR1)
	fmt.Println(<-c, <-d)
	raise(syscall.SIGUSR2)
	fmt.Println(<-d)
	signal.Stop(d)
	raise(syscall.SIGUSR1)
	fmt.Println(<-c)
	select {
	case x := <-d:
		fmt.Println("?", x)
	default:
		fmt.Println("stopped")
	}
	signal.Ignore(syscall.SIGHUP)
	fmt.Println(signal.Ignored(syscall.SIGHUP), signal.Ignored(syscall.SIGINT))
	raise(syscall.SIGHUP)
	signal.Notify(c, syscall.SIGHUP)
	fmt.Println(signal.Ignored(syscall.SIGHUP))
	raise(syscall.SIGHUP)
	fmt.Println(<-c)
	signal.Reset(syscall.SIGHUP)

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	fmt.Println(ctx)
	raise(syscall.SIGINT)
	<-ctx.Done()
	fmt.Println(ctx.Err(), "|", context.Cause(ctx), errors.Is(context.Cause(ctx), context.Canceled))
	fmt.Printf("%T %#v\n", context.Cause(ctx), context.Cause(ctx).Error())
	stop()
	fmt.Println(<-c)
	type key int
	p, cancel := context.WithTimeout(context.WithValue(context.Background(), key(1), "v"), time.Hour)
	ctx, stop = signal.NotifyContext(p, os.Interrupt, syscall.SIGTERM)
	fmt.Println(fmt.Sprint(ctx)[:30])
	cancel()
	<-ctx.Done()
	fmt.Println(ctx.Err(), context.Cause(ctx))
	stop()
	ctx, stop = signal.NotifyContext(context.Background())
	fmt.Println(ctx)
	stop()
	fmt.Println(ctx.Err(), context.Cause(ctx))
	ctx, stop = signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, os.Kill)
	fmt.Println(ctx)
	stop()
	try(func() { signal.Notify(nil, os.Interrupt) })
	// No signals: all of them.
	all := make(chan os.Signal, 2)
	signal.Notify(all)
	raise(syscall.SIGWINCH)
	fmt.Println(<-all)
	// One that nobody waits for is lost.
	full := make(chan os.Signal)
	signal.Notify(full, syscall.SIGALRM)
	raise(syscall.SIGALRM)
	fmt.Println(<-all)
	signal.Stop(all)
	signal.Stop(full)
	pr, err := os.FindProcess(os.Getpid())
	fmt.Println(pr.Pid == os.Getpid(), err)
	fmt.Println(pr.Signal(syscall.SIGTERM), <-c)
	fmt.Println(pr.Signal(syscall.Signal(0)))
	fmt.Println(pr.Release())
	fmt.Println(pr.Signal(syscall.SIGTERM))
	fmt.Println(os.Interrupt, os.Kill, syscall.Signal(77), syscall.SIGCHLD)
	// One that comes before Stop is still delivered; what is reset and means nothing is lost.
	last := make(chan os.Signal, 1)
	signal.Notify(last, syscall.SIGURG)
	raise(syscall.SIGURG)
	signal.Stop(last)
	fmt.Println(<-last)
	signal.Reset()
	raise(syscall.SIGWINCH)
	select {
	case x := <-all:
		fmt.Println("?", x)
	case x := <-c:
		fmt.Println("?", x)
	default:
	}
}
