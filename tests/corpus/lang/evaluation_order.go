// Calls are made in order; variables beside them are read after the calls.
package main

import (
	"fmt"
)

var global = 1

func bump() int { global++; return global * 100 }

type point struct{ x, y int }

func (p point) sum() int { return p.x + p.y }

type list struct {
	items []int
	next  *list
}

func trace(name string, v int) int {
	fmt.Print(name, " ")
	return v
}

func two() (int, int) { global += 10; return global, global + 1 }

func returns() (int, int) {
	return global, bump()
}

func operands() {
	a := 1
	f := func() int { a += 10; return a }
	fmt.Println("sum", a+f(), f()+a, a+f()+a+f())
	fmt.Println("literal", []int{a, f(), a}, [2]int{a, f()}, point{a, f()})
	s := fmt.Sprint(a, f(), a)
	fmt.Println("args", s)
	fmt.Println("compare", a == f(), f() == a, a < f())
	x, y := a, f()
	fmt.Println("define", x, y)
	x, y = y+a, f()
	fmt.Println("assign", x, y)
	var p, q = a, f()
	fmt.Println("var", p, q)
	b := 1
	g := func() int { b = 50; return 1 }
	b += g()
	fmt.Println("op", b)
	arr := []int{1, 2, 3}
	i := 0
	h := func() int { i = 2; return 7 }
	arr[i] = h()
	fmt.Println("index", arr)
	i = 0
	arr[i] += h()
	fmt.Println("index op", arr)
	old := arr
	set := func() int { arr = []int{9, 9, 9}; return 5 }
	arr[1] = set()
	fmt.Println("slice", old, arr)
	m := map[int]int{}
	k := 1
	mk := func() int { k = 2; return 8 }
	m[k] = mk()
	fmt.Println("map", m)
	ptr := &point{1, 2}
	other := &point{3, 4}
	swap := func() int { ptr = other; return 40 }
	ptr.x = swap()
	fmt.Println("field", *ptr, *other)
}

func panics() {
	caught := func(name string, f func()) {
		defer func() { fmt.Println(name, "->", recover()) }()
		f()
	}
	called := func() int { fmt.Print("called "); return 1 }
	var nilSlice []int
	var nilPoint *point
	var nilMap map[string]int
	var nilFunc func(int) int
	var empty fmt.Stringer
	caught("index", func() { fmt.Println(nilSlice[3] + called()) })
	caught("deref", func() { fmt.Println(nilPoint.x + called()) })
	caught("store", func() { nilPoint.x = called() })
	caught("element", func() { nilSlice[called()] = called() })
	caught("map", func() { nilMap["a"] = called() })
	caught("func", func() { nilFunc(called()) })
	caught("method", func() { fmt.Println(empty.String(), called()) })
	caught("value method", func() { fmt.Println(nilPoint.sum(), called()) })
	zero := 0
	caught("divide", func() { fmt.Println(1/zero + called()) })
	caught("convert", func() { fmt.Println([2]int(nilSlice), called()) })
	caught("defer", func() { defer empty.String(); called() })
	caught("later", func() { defer nilFunc(called()); called() })
}

func logical() {
	n := 0
	inc := func() bool { n++; return n%2 == 1 }
	fmt.Println(n == 0 && inc() && n == 1, n, inc() || inc(), n)
	switch n + trace("tag", 1) {
	case trace("first", 3), trace("second", n+1):
		fmt.Println("hit")
	case trace("third", 5):
	}
	ch := make(chan int, 4)
	ch <- 1
	ch <- 2
	v := 5
	recv := func() int { v = 6; return <-ch }
	fmt.Println(v+<-ch+recv(), len(ch))
	ch <- v + trace("send", 3)
	fmt.Println(<-ch)
}

func main() {
	operands()
	fmt.Println(returns())
	fmt.Println(global, bump(), global)
	global = 1
	x := []int{trace("a", 1), trace("b", 2), trace("c", 3)}[trace("i", 1)]
	fmt.Println(x)
	l := &list{items: []int{trace("items", 1)}, next: &list{items: []int{trace("next", 2)}}}
	l.next.items[trace("lhs", 0)], l.items[trace("lhs2", 0)] = trace("r1", 7), trace("r2", 8)
	fmt.Println(l.items, l.next.items)
	mm := map[int]string{trace("k1", 1): fmt.Sprint(trace("v1", 1)), trace("k2", 2): fmt.Sprint(trace("v2", 2))}
	fmt.Println(len(mm))
	a, b := two()
	fmt.Println(a, b, global)
	fmt.Println(append([]int{global}, bump(), global))
	pt := point{1, 2}
	change := func() int { pt = point{10, 20}; return 100 }
	fmt.Println(pt.x+change(), pt.sum()+change())
	i := 0
	i, arr := 1, [3]int{i, i + 1, i + 2}
	arr[i], i = i+5, 2
	fmt.Println(i, arr)
	panics()
	logical()
}
