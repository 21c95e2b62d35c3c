// Every way out of the body of a range over a function.
package main

import (
	"errors"
	"fmt"
	"iter"
	"slices"
)

func upTo(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Println("  iterator done", n)
		for i := 0; i < n; i++ {
			if !yield(i) {
				fmt.Println("  stopped at", i)
				return
			}
		}
	}
}

func pairs(xs ...string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for i, x := range xs {
			if !yield(i, x) {
				return
			}
		}
	}
}

func none(yield func() bool) {
	for yield() {
	}
}

func find(n, want int) (at int, err error) {
	for i := range upTo(n) {
		for j := range upTo(n) {
			if i*j == want {
				return i*10 + j, nil
			}
		}
	}
	return -1, errors.New("not found")
}

func named(n int) (sum int) {
	defer func() { sum *= 100 }()
	for i := range upTo(n) {
		sum += i
		if i == 2 {
			return
		}
		if i == 7 {
			return 5
		}
	}
	return sum + 1
}

func labels() {
outer:
	for i := range upTo(4) {
		for j := range upTo(4) {
			switch {
			case j == 1:
				continue
			case j == 2 && i == 0:
				continue outer
			case i == 2:
				break outer
			}
			fmt.Println("  at", i, j)
			select {
			default:
				if j == 3 {
					break
				}
			}
		}
		fmt.Println("  end of", i)
	}
plain:
	for k := 0; k < 3; k++ {
		for v := range upTo(3) {
			if v == 1 {
				continue plain
			}
			if k == 2 {
				break plain
			}
			fmt.Println("  plain", k, v)
		}
	}
}

func jumps() {
	tries := 0
again:
	tries++
	for i := range upTo(3) {
		if i == 1 && tries < 3 {
			goto again
		}
		if i == 2 {
			goto end
		}
	}
end:
	fmt.Println("tries", tries)
}

func deferred() {
	for i := range upTo(3) {
		defer fmt.Println("deferred", i)
		defer func() {
			if r := recover(); r != nil {
				fmt.Println("recovered", r, "in", i)
			}
		}()
		if i == 2 {
			panic("from the body")
		}
	}
	fmt.Println("not reached")
}

func panics() (text string) {
	defer func() { text = fmt.Sprint("caught ", recover()) }()
	for i := range upTo(5) {
		if i == 1 {
			var m map[string]int
			m["x"] = i
		}
	}
	return "no panic"
}

func captured() {
	var fs []func() int
	x := 0
	for i, s := range pairs("a", "b", "c") {
		x += i
		fs = append(fs, func() int { i += 10; return i + len(s) + x })
	}
	for _, f := range fs {
		fmt.Print(f(), " ", f(), " ")
	}
	fmt.Println(x)
}

func bad(yield func(int) bool) {
	yield(1)
	yield(2)
}

func escaped() (text string) {
	var keep func(int) bool
	for range func(yield func(int) bool) { keep = yield; yield(1) } {
	}
	defer func() { text = fmt.Sprint(recover()) }()
	keep(2)
	return "no panic"
}

func goesOn() (text string) {
	defer func() { text = fmt.Sprint(recover()) }()
	for i := range bad {
		if i == 1 {
			break
		}
	}
	return "no panic"
}

func swallows(yield func(int) bool) {
	defer func() { recover() }()
	yield(1)
}

func swallowed() (text string) {
	defer func() { text = fmt.Sprint(recover()) }()
	for range swallows {
		panic("lost")
	}
	return "no panic"
}

func pulled() {
	next, stop := iter.Pull(upTo(5))
	a, ok := next()
	b, _ := next()
	fmt.Println(a, b, ok)
	stop()
	c, ok := next()
	fmt.Println(c, ok)
}

func recursive(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		if n == 0 {
			yield(0)
			return
		}
		for v := range recursive(n - 1) {
			if !yield(v) || !yield(v+n) {
				return
			}
		}
	}
}

func main() {
	fmt.Println(find(4, 6))
	fmt.Println(find(2, 6))
	fmt.Println(named(5), named(2))
	labels()
	jumps()
	deferred()
	fmt.Println(panics())
	captured()
	fmt.Println(escaped())
	fmt.Println(goesOn())
	fmt.Println(swallowed())
	pulled()
	n := 0
	for range none {
		n++
		if n == 3 {
			break
		}
	}
	var x, y any
	for x, y = range pairs("p", "q") {
	}
	fmt.Println(n, x, y, slices.Collect(recursive(3)))
	func() {
		defer fmt.Println("inner deferred")
		for i := range upTo(2) {
			func() {
				defer fmt.Println("closure", i)
			}()
		}
	}()
}
