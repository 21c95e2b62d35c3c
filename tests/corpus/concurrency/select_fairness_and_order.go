// What select promises: evaluation of all operands once, nil channels never ready, closed ones always,
// send and receive on the same channel, fairness in the long run, break, default, timeouts.
package main

import (
	"fmt"
	"sync"
	"time"
)

var order []string

func ch(name string, c chan int) chan int { order = append(order, "chan "+name); return c }
func val(name string, v int) int          { order = append(order, "value "+name); return v }

func fairness() {
	a, b, c := make(chan int), make(chan int), make(chan int)
	close(a)
	close(b)
	close(c)
	counts := map[string]int{}
	for range 3000 {
		select {
		case <-a:
			counts["a"]++
		case <-b:
			counts["b"]++
		case <-c:
			counts["c"]++
		}
	}
	for _, k := range []string{"a", "b", "c"} {
		fmt.Print(k, " ", counts[k] > 700 && counts[k] < 1300, " ")
	}
	fmt.Println()
}

func self() {
	c := make(chan int, 1)
	sent, got := 0, 0
	for range 10 {
		select {
		case c <- sent:
			sent++
		case x := <-c:
			got += x
		}
	}
	fmt.Println(sent, got)
}

func closing() {
	c := make(chan int)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for {
			select {
			case x, ok := <-c:
				if !ok {
					fmt.Println("closed", x)
					return
				}
				fmt.Print("got ", x, " ")
			}
		}
	}()
	for i := range 3 {
		c <- i
	}
	close(c)
	<-done
	defer func() { fmt.Println(recover()) }()
	select {
	case c <- 1:
	default:
	}
}

func woken() {
	// One goroutine waits at many channels; whoever comes first gets it, the others stay out.
	cs := make([]chan int, 5)
	for i := range cs {
		cs[i] = make(chan int)
	}
	var wg sync.WaitGroup
	var mu sync.Mutex
	left, enough := 0, make(chan bool)
	for i, c := range cs {
		wg.Go(func() {
			select {
			case c <- i * i:
			case <-enough:
				mu.Lock()
				left++
				mu.Unlock()
			}
		})
	}
	sum, n := 0, 0
	for range 3 {
		select {
		case x := <-cs[0]:
			sum, n = sum+x, n+1
			cs[0] = nil
		case x := <-cs[1]:
			sum, n = sum+x, n+1
			cs[1] = nil
		case x := <-cs[2]:
			sum, n = sum+x, n+1
			cs[2] = nil
		}
	}
	close(enough)
	wg.Wait()
	fmt.Println(sum, n, left)
}

func main() {
	c1, c2 := make(chan int, 1), make(chan int, 1)
	var none chan int
	arr := []int{0, 0}
	i := 1
	select {
	case ch("none", none) <- val("none", 1):
	case arr[val("index", i)] = <-ch("c1", c1):
	case ch("c2", c2) <- val("c2", 7):
	case ch("none again", none) <- val("n2", 2):
	}
	fmt.Println(order, <-c2)
	order = nil
	c1 <- 9
	select {
	case arr[val("index", i)] = <-ch("c1", c1):
	default:
	}
	fmt.Println(order, arr)
	select {
	case <-none:
	case none <- 1:
	default:
		fmt.Println("nil channels are never ready")
	}
	fairness()
	self()
	closing()
	woken()
	m := map[string]int{}
	c1 <- 4
	var ok bool
	select {
	case m["x"], ok = <-c1:
		fmt.Println(m, ok)
	}
	select {
	case <-time.After(time.Millisecond):
		fmt.Println("timeout")
	case <-none:
	}
	close(c1)
	for n := 0; ; n++ {
		select {
		case _, ok := <-c1:
			if n == 2 {
				break
			}
			if n < 5 {
				continue
			}
			fmt.Println(n, ok)
			return
		}
	}
}
