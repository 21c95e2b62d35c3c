// Channels through reflection: made, sent to, received from, selected over, waited for.
package main

import (
	"fmt"
	"reflect"
	"sync"
)

type point struct {
	X, Y int
	Name string
}

func try(what string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(what, "panics:", r)
		}
	}()
	f()
}

func main() {
	c := reflect.MakeChan(reflect.TypeOf((chan point)(nil)), 2)
	c.Send(reflect.ValueOf(point{1, 2, "a"}))
	fmt.Println(c.TrySend(reflect.ValueOf(point{3, 4, "b"})), c.TrySend(reflect.ValueOf(point{})), c.Len(), c.Cap())
	x, ok := c.Recv()
	fmt.Println(x, ok, x.CanSet(), x.CanAddr())
	x, ok = c.TryRecv()
	fmt.Println(x, ok)
	x, ok = c.TryRecv()
	fmt.Println(x.IsValid(), ok)
	c.Close()
	x, ok = c.Recv()
	fmt.Println(x, ok)
	x, ok = c.TryRecv()
	fmt.Println(x, ok)

	// Waiting, both ways, on an unbuffered channel that the program made.
	numbers := make(chan int)
	v := reflect.ValueOf(numbers)
	var wg sync.WaitGroup
	wg.Go(func() {
		for i := range 4 {
			v.Send(reflect.ValueOf(i * i))
		}
		v.Close()
	})
	for n := range numbers {
		fmt.Print(n, " ")
	}
	wg.Wait()
	fmt.Println()
	back := make(chan string)
	wg.Go(func() {
		for _, s := range []string{"one", "two"} {
			back <- s
		}
		close(back)
	})
	for s := range reflect.ValueOf((<-chan string)(back)).Seq() {
		fmt.Print(s, " ")
	}
	wg.Wait()
	fmt.Println()

	// Select over many channels of different types.
	const n = 40
	var cases []reflect.SelectCase
	var ins []chan int
	for i := range n {
		in := make(chan int, i%2)
		ins = append(ins, in)
		cases = append(cases, reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(in)})
	}
	out := make(chan string)
	cases = append(cases,
		reflect.SelectCase{Dir: reflect.SelectSend, Chan: reflect.ValueOf(out), Send: reflect.ValueOf("sent")},
		reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf((chan bool)(nil))},
		reflect.SelectCase{Dir: reflect.SelectRecv})
	for i, in := range ins {
		wg.Go(func() { in <- i; close(in) })
	}
	wg.Go(func() { fmt.Println(<-out) })
	sum, closed, sends := 0, 0, 0
	for closed < n || sends == 0 {
		i, x, ok := reflect.Select(cases)
		switch {
		case i == n:
			sends++
			cases[i].Chan = reflect.ValueOf((chan string)(nil))
		case ok:
			sum += int(x.Int())
		default:
			closed++
			cases[i].Chan = reflect.ValueOf((chan int)(nil))
		}
	}
	wg.Wait()
	fmt.Println(sum, closed, sends)
	i, x, ok := reflect.Select(append(cases, reflect.SelectCase{Dir: reflect.SelectDefault}))
	fmt.Println(i == n+3, x.IsValid(), ok)

	full := make(chan int, 1)
	full <- 1
	i, x, ok = reflect.Select([]reflect.SelectCase{
		{Dir: reflect.SelectSend, Chan: reflect.ValueOf(full), Send: reflect.ValueOf(5)},
		{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(full)},
	})
	fmt.Println(i, x, ok)

	var sendOnly chan<- int = full
	var receiveOnly <-chan int = full
	try("receive", func() { reflect.ValueOf(sendOnly).Recv() })
	try("send", func() { reflect.ValueOf(receiveOnly).Send(reflect.ValueOf(1)) })
	try("close", func() { reflect.ValueOf(receiveOnly).Close() })
	try("type", func() { reflect.ValueOf(full).Send(reflect.ValueOf("x")) })
	try("kind", func() { reflect.ValueOf(3).Recv() })
	try("closed", func() { close(full); reflect.ValueOf(full).Send(reflect.ValueOf(1)) })
	try("twice", func() { reflect.ValueOf(full).Close() })
	try("nil", func() { reflect.ValueOf((chan int)(nil)).Close() })
	try("make", func() { reflect.MakeChan(reflect.TypeOf(1), 0) })
	try("make", func() { reflect.MakeChan(reflect.TypeOf(full), -1) })
	try("make", func() { reflect.MakeChan(reflect.TypeOf(sendOnly), 0) })
	recvCase := reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(full)}
	for _, bad := range [][]reflect.SelectCase{
		{{}},
		{{Dir: reflect.SelectDefault}, {Dir: reflect.SelectDefault}},
		{{Dir: reflect.SelectDefault, Chan: reflect.ValueOf(full)}},
		{{Dir: reflect.SelectDefault, Send: reflect.ValueOf(1)}},
		{{Dir: reflect.SelectSend, Chan: reflect.ValueOf(full)}},
		{{Dir: reflect.SelectSend, Chan: reflect.ValueOf(receiveOnly), Send: reflect.ValueOf(1)}},
		{{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(sendOnly)}},
		{{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(full), Send: reflect.ValueOf(1)}},
		{recvCase, {Dir: reflect.SelectSend, Chan: reflect.ValueOf(full), Send: reflect.ValueOf("s")}},
		{{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(3)}},
	} {
		try("select", func() { reflect.Select(bad) })
	}
	fmt.Println(reflect.ChanOf(reflect.RecvDir, reflect.TypeOf(point{})), reflect.SelectDir(2) == reflect.SelectRecv)
}
