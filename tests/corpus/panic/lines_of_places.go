// The line of each run-time error in an expression of several lines is the one of the operand that failed: reads,
// writes, addresses, calls and conversions, in each kind of place.
package main

import (
	"fmt"
	"runtime"
	"strings"
)

type T struct {
	n    int
	a    [8]int
	next *T
	in   struct{ m map[string]int }
	f    func(int) int
	big  [40]string
}

type I interface{ M(int) int }

func (t T) val() int   { return t.n }
func (t *T) ptr() int  { return t.n }
func (t *T) M(int) int { return t.n }

func line(name string, f func()) {
	defer func() {
		err := recover()
		pcs := make([]uintptr, 20)
		frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs)])
		for {
			fr, more := frames.Next()
			if strings.HasPrefix(fr.Function, "main.main.") {
				fmt.Println(name, fr.Line, err)
				return
			}
			if !more {
				fmt.Println(name, "?", err)
				return
			}
		}
	}()
	f()
}

var (
	none  *T
	full  = &T{}
	xs    = []int{1, 2, 3}
	ts    []*T
	seven = 7
	zero  int
	iface I
	word  any = "word"
	table map[string]int
	key   any = []int{}
	arr   [4]int
)

func main() {
	line("field", func() {
		_ = 1 +
			full.n +
			none.n +
			2
	})
	line("field of field", func() {
		_ = full.n +
			full.next.n
	})
	line("big field", func() {
		_ = "a" +
			none.
				big[3]
	})
	line("element", func() {
		_ = xs[0] +
			xs[1] +
			xs[seven]
	})
	line("element of array", func() {
		_ = arr[0] +
			arr[seven]
	})
	line("element of field", func() {
		_ = full.a[seven] +
			full.a[seven+
				1]
	})
	line("nil element", func() {
		ts = []*T{nil}
		_ = seven +
			ts[0].
				a[1]
	})
	line("string", func() {
		_ = "abc"[1] +
			"abc"[seven]
	})
	line("slice", func() {
		_ = append(xs,
			xs[1:2]...)
		_ = append(xs,
			xs[seven:]...)
	})
	line("star", func() {
		_ = []T{
			*full,
			*none,
		}
	})
	line("division", func() {
		_ = seven +
			seven/
				zero
	})
	line("assertion", func() {
		_ = seven +
			word.(int)
	})
	line("call of nil", func() {
		_ = full.ptr() +
			full.
				f(1)
	})
	line("method of nil interface", func() {
		_ = seven +
			iface.
				M(1)
	})
	line("value method of nil", func() {
		_ = full.val() +
			none.
				val()
	})
	line("method value", func() {
		_ = []func(int) int{
			full.M,
			iface.M,
		}
	})
	line("write to field", func() {
		full.n = 1
		none.
			n = 2
	})
	line("write to element", func() {
		xs[1] = 1
		xs[seven] =
			zero
	})
	line("write to array of field", func() {
		full.a[1],
			full.a[seven+
				2] = 1, 2
	})
	line("write to map", func() {
		table["a"] =
			seven
	})
	line("write to inner map", func() {
		full.in.
			m["a"]++
	})
	line("key", func() {
		m := map[any]int{1: 2}
		_ = m[1] +
			m[key]
	})
	line("add to field", func() {
		full.n += 1
		none.n +=
			seven
	})
	line("add to element", func() {
		xs[0] += 1
		xs[seven] +=
			zero
	})
	line("address", func() {
		_ = []*int{
			&full.n,
			&xs[seven],
		}
	})
	line("address of field", func() {
		_ = []*int{
			&full.a[1],
			&none.a[1],
		}
	})
	line("conversion", func() {
		_ = [3]int(xs)
		_ = [2][4]int{
			[4]int(xs),
		}
	})
	line("make", func() {
		_ = [][]int{
			make([]int, seven),
			make([]int, zero-1),
		}
	})
	line("comparison", func() {
		_ = word == key ||
			key ==
				key
	})
	line("range", func() {
		for i := range *(*[2]int)(nil) {
			_ = i
		}
		var p *[3]int
		for i, x := range p {
			_, _ = i, x
		}
	})
	line("literal", func() {
		_ = T{
			n: seven,
			a: [8]int{
				1,
				xs[seven],
			},
		}
	})
	line("argument", func() {
		fmt.Sprint(
			seven,
			none.n,
		)
	})
	line("return", func() {
		f := func() (int, int) {
			return seven,
				none.n
		}
		f()
	})
	line("condition", func() {
		if seven > 1 &&
			none.n > 1 {
			return
		}
	})
	line("case", func() {
		switch seven {
		case 1:
		case full.n,
			none.n:
		}
	})
	line("send", func() {
		var c chan int
		close(
			c)
	})
	line("struct in interface", func() {
		var i any = full
		_ = i.(*T).
			next.n
	})
}
