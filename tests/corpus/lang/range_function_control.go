// break, continue, return, goto, labels, defer, recover and panics in bodies of range-over-func loops.
package main

import (
	"errors"
	"fmt"
	"iter"
	"runtime"
)

func upto(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Print("(end ", n, ")")
		for i := range n {
			if !yield(i) {
				fmt.Print("(stopped ", i, ")")
				return
			}
		}
	}
}

func pairs(s string) iter.Seq2[int, rune] {
	return func(yield func(int, rune) bool) {
		for i, r := range s {
			if !yield(i, r) {
				return
			}
		}
	}
}

func none(yield func() bool) {
	for range 3 {
		if !yield() {
			return
		}
	}
}

func find(n int) (at int, err error) {
	defer func() {
		if at > 2 {
			err = errors.New("late")
		}
	}()
	for x := range upto(10) {
		if x == n {
			return x, nil
		}
	}
	return -1, errors.New("none")
}

func named() (s string) {
	for x := range upto(3) {
		defer func() { s += fmt.Sprint("d", x, " ") }()
		if x == 1 {
			s = "returned "
			return
		}
	}
	return "never"
}

func defers() {
	defer fmt.Println("first deferred, last run")
	for x := range upto(3) {
		defer fmt.Print("deferred ", x, ";")
	}
	fmt.Print("body over;")
}

func nested() (out []int) {
outer:
	for a := range upto(4) {
		for b := range upto(4) {
			for c := range upto(4) {
				switch {
				case c == 1:
					continue
				case c == 3:
					break
				case b == 2:
					continue outer
				case a == 2:
					break outer
				case a == 1 && b == 1:
					return append(out, 100)
				}
				out = append(out, a*16+b*4+c)
				if len(out) > 20 {
					break outer
				}
			}
		}
	}
	return out
}

func jumps() {
	i := 0
again:
	for x := range upto(3) {
		i++
		if x == 1 && i < 5 {
			fmt.Print("<goto>")
			goto again
		}
		if i > 6 {
			goto done
		}
	}
	fmt.Print("through ")
done:
	fmt.Println(i)
}

func selects() {
	c := make(chan int, 3)
	for x := range upto(5) {
		select {
		case c <- x:
			continue
		default:
			if x == 3 {
				break
			}
			fmt.Print("full at ", x, " ")
			return
		}
		fmt.Print("broke select ")
	}
}

func closures() {
	var fs []func() int
	for x := range upto(3) {
		y := x * 10
		fs = append(fs, func() int { x++; y++; return x + y })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
}

func recovers() {
	defer func() { fmt.Println("outer", recover()) }()
	for x := range upto(3) {
		func() {
			defer func() {
				if e := recover(); e != nil {
					fmt.Print("inner ", e, " ")
				}
			}()
			if x == 1 {
				panic("one")
			}
		}()
		defer func() { fmt.Print("deferred in loop ", x, " ") }()
		if x == 2 {
			panic(fmt.Sprint("two ", x))
		}
	}
}

func swallows(yield func(int) bool) {
	defer func() { fmt.Print("swallowed ", recover(), " ") }()
	yield(1)
}

func continues(yield func(int) bool) {
	yield(1)
	yield(2)
}

func keeps() iter.Seq[int] {
	return func(yield func(int) bool) { kept = yield; yield(7) }
}

var kept func(int) bool

func misuse(what string, f func()) {
	defer func() {
		e := recover()
		_, ok := e.(runtime.Error)
		fmt.Println(what, ok, e)
	}()
	f()
	fmt.Print("no panic: ")
}

func goexits() {
	done := make(chan bool)
	go func() {
		defer close(done)
		defer fmt.Println("goexit ran the defers")
		for x := range upto(3) {
			defer fmt.Print("goexit defer ", x, " ")
			if x == 1 {
				runtime.Goexit()
			}
		}
	}()
	<-done
}

type coll struct{ xs []string }

func (c *coll) Each(yield func(int, string) bool) {
	for i, x := range c.xs {
		if !yield(i, x) {
			return
		}
	}
}

func assigned() {
	var i int
	var s string
	m := map[string]int{}
	c := &coll{[]string{"a", "b", "a"}}
	for i, s = range c.Each {
		m[s] += i
	}
	fmt.Println(i, s, m)
	var arr [3]int
	k := 0
	for arr[k] = range upto(3) {
		k = (k + 1) % 3
	}
	fmt.Println(arr, k)
	for range c.Each {
		k++
	}
	for range none {
		k += 10
	}
	for _, s := range c.Each {
		k += 100 * len(s)
	}
	for i := range c.Each {
		k += 1000 * i
	}
	fmt.Println(k)
}

func main() {
	fmt.Println(find(1))
	fmt.Println(find(5))
	fmt.Println(find(50))
	fmt.Println(named())
	defers()
	fmt.Println(nested())
	jumps()
	selects()
	fmt.Println()
	closures()
	recovers()
	for i, r := range pairs("añb") {
		fmt.Print(i, string(r), " ")
	}
	fmt.Println()
	misuse("continued after break", func() {
		for range continues {
			break
		}
	})
	misuse("continued after return", func() {
		for range continues {
			return
		}
	})
	misuse("swallowed", func() {
		for range swallows {
			panic("body")
		}
	})
	misuse("kept", func() {
		for range keeps() {
		}
		kept(1)
	})
	misuse("kept from a broken loop", func() {
		for range keeps() {
			break
		}
		kept(1)
	})
	misuse("nil function", func() {
		var f func(func(int) bool)
		for range f {
		}
	})
	misuse("body's own", func() {
		for range continues {
			panic(errors.New("own"))
		}
	})
	goexits()
	assigned()
}
