// Goexit runs deferred calls that panic and recover further down and then go on to their own end.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func recovers(what string) {
	defer func() { fmt.Println("  recovered", recover()) }()
	panic(what)
}

func deep(n int) {
	if n == 0 {
		recovers("deep")
		fmt.Println("  after deep")
		return
	}
	defer fmt.Println("  unwound", n)
	deep(n - 1)
	fmt.Println("  back", n)
}

func run(name string, f func()) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer func() { fmt.Println(name, "outermost", recover()) }()
		f()
		fmt.Println(name, "not reached")
	}()
	wg.Wait()
}

func main() {
	run("below", func() {
		defer func() {
			recovers("one")
			fmt.Println("  goes on")
			recovers("two")
			fmt.Println("  goes on to the end")
		}()
		runtime.Goexit()
	})
	run("deep", func() {
		defer func() {
			deep(3)
			fmt.Println("  end of the deferred call")
		}()
		runtime.Goexit()
	})
	run("results", func() {
		defer func() {
			f := func() (n int) {
				defer func() { recover(); n *= 2 }()
				n = 21
				panic("lost")
			}
			fmt.Println("  result", f())
		}()
		runtime.Goexit()
	})
	run("in the call itself", func() {
		defer fmt.Println("  the next")
		defer func() {
			defer func() { fmt.Println("  recovered", recover()) }()
			panic("own")
		}()
		runtime.Goexit()
	})
	run("twice", func() {
		defer func() {
			recovers("before")
			fmt.Println("  goes on to the second")
			runtime.Goexit()
		}()
		runtime.Goexit()
	})
}
