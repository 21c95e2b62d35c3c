// Channels that are closed while goroutines wait on them, to send and to receive, alone and in a select, with values of
// every size: who sends panics, who receives gets nothing.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

type big [40]uint64

type mixed struct {
	s string
	p *int
	n [3]uint16
}

// The closer waits until all others do; both ends are counted.
func with[T comparable](name string, value T) {
	var zero T
	for _, inSelect := range []bool{false, true} {
		c, other := make(chan T), make(chan T)
		var done sync.WaitGroup
		texts := make([]string, 6)
		for i := range 3 {
			done.Add(1)
			go func() {
				defer done.Done()
				defer func() {
					r := recover()
					err, is := r.(runtime.Error)
					texts[i] = fmt.Sprint(is, err)
				}()
				if inSelect {
					select {
					case c <- value:
						fmt.Println("sent")
					case v := <-other:
						fmt.Println("got", v)
					}
				} else {
					c <- value
				}
			}()
		}
		settle()
		close(c)
		done.Wait()

		r := make(chan T)
		for i := range 3 {
			done.Add(1)
			go func() {
				defer done.Done()
				v, ok := value, true
				if inSelect {
					select {
					case v, ok = <-r:
					case other <- value:
						fmt.Println("sent to other")
					}
				} else {
					v, ok = <-r
				}
				texts[3+i] = fmt.Sprint(v == zero, ok)
			}()
		}
		settle()
		close(r)
		done.Wait()
		fmt.Println(name, inSelect, texts)

		// What is in a buffer comes out first; who waits with a full buffer panics.
		b := make(chan T, 2)
		b <- value
		b <- zero
		done.Add(1)
		go func() {
			defer done.Done()
			defer func() { texts[0] = fmt.Sprint(recover()) }()
			b <- value
		}()
		settle()
		close(b)
		done.Wait()
		v, ok := <-b
		w, ok2 := <-b
		x, ok3 := <-b
		fmt.Println(v == value, ok, w == zero, ok2, x == zero, ok3, len(b), cap(b), texts[0])
		func() {
			defer func() { fmt.Println(recover()) }()
			select {
			case b <- value:
			default:
				fmt.Println("default")
			}
		}()
		func() {
			defer func() { fmt.Println(recover()) }()
			close(b)
		}()
	}
}

// Everyone else gets as far as it can.
func settle() {
	for range 200 {
		runtime.Gosched()
	}
}

func main() {
	n := 7
	with("struct{}", struct{}{})
	with("bool", true)
	with("uint16", uint16(65535))
	with("int", -5)
	with("float32", float32(1.5))
	with("complex", 1+2i)
	with("string", "text")
	with("any", any(3))
	with("pointer", &n)
	with("mixed", mixed{"s", &n, [3]uint16{1, 2, 3}})
	with("array", [3]byte{1, 2, 3})
	with("big", big{39: 1})
	var none chan int
	func() {
		defer func() { fmt.Println(recover()) }()
		close(none)
	}()
}
