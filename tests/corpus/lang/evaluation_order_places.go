package main

import (
	"fmt"
	"strings"
)

// What a call in a statement changes, and what the statement reads after it or before it: elements
// of maps, bounds of slices, what becomes an interface or is compared, in every kind of statement.

type pair struct{ a, b int }

func (p pair) sum(k int) int { return p.a + p.b + k }

type wide struct {
	a    int
	s    string
	more [4]int
}

type odd struct {
	k float64
	s string
}

var (
	m    map[int]int
	ms   map[string]pair
	mw   map[int]wide
	mo   map[odd]int
	s    []int
	ps   []pair
	p    *pair
	w    wide
	st   pair
	x    int
	text string
	e    any
	key  odd
	big  map[int][40]int
)

func reset() {
	m = map[int]int{0: 1, 1: 2}
	ms = map[string]pair{"a": {1, 2}}
	mw = map[int]wide{0: {a: 1, s: "w"}}
	mo = map[odd]int{{}: 1, {1, "k"}: 2}
	s = []int{1, 2, 3}
	ps = []pair{{1, 2}, {3, 4}}
	p = &pair{1, 2}
	w = wide{a: 1, s: "w"}
	st = pair{1, 2}
	x, text, e = 1, "t", 1
	key = odd{}
	big = map[int][40]int{0: {1}}
}

// change changes everything and gives n.
func change(n int) int {
	m[0] += 10
	m[1] -= 10
	ms["a"] = pair{n, 20}
	mw[0] = wide{a: n * 100, s: "changed"}
	mo[odd{}] += 10
	s[0] += 10
	s[1] -= 9
	ps[0].a += 10
	p.a += 10
	w.a += 10
	st.a += 10
	x += 10
	text += "!"
	e = 7
	key = odd{1, "k"}
	big[0] = [40]int{n}
	return n
}

func changed(n int) pair         { return pair{change(n), n} }
func show(xs ...any)             { fmt.Println(xs...) }
func ints(xs ...int) string      { return fmt.Sprint(xs) }
func two(a any, b pair) string   { return fmt.Sprint(a, b) }
func fixed(a int, b wide) string { return fmt.Sprint(a, b.a, b.s) }

func main() {
	step := func(name string, f func()) {
		reset()
		defer func() {
			if r := recover(); r != nil {
				fmt.Println(name, "panic", r)
			}
		}()
		fmt.Print(name, " ")
		f()
	}
	step("variadic", func() { show(e, m[0], pair{0, change(1)}) })
	step("variadic structs", func() { show(ms["a"], ps[0], *p, mw[0], pair{x, change(1)}, st) })
	step("ints", func() { show(ints(m[0], s[0], x, change(1), m[0])) })
	step("any", func() { show(two(ms["a"], pair{change(1), x})) })
	step("concrete", func() { show(fixed(m[0], mw[change(0)])) })
	step("append", func() { show(append([]any{0}, st, mw[0], e, m[1], pair{0, change(1)})) })
	step("append to element", func() { show(append(ps[:1], ms["a"], changed(1))) })
	step("append keeps key", func() {
		q := map[int][]int{}
		q[m[0]&1] = append(q[s[0]&1], x, change(1), m[0])
		show(q)
	})
	step("min max", func() { show(min(m[0], change(50)), max(x, s[0], change(2))) })
	step("copy", func() { show(copy(s[x&1:], []int{m[0], change(5)}), s) })
	step("cap", func() { show(cap([]byte(text)) >= 1+change(1), len(text)) })
	step("bounds", func() { show(s[m[0]&1 : change(3)]) })
	step("bounds of text", func() { show((text + "abc")[s[1]&1 : change(3)]) })
	step("bounds of bytes", func() {
		b := []byte("abc")
		show(string(b)[func() int { b[1] = 'X'; return 0 }():])
	})
	step("array bounds", func() { show(w.more[m[0]&1:change(2)], len(w.more[x&0:change(1)])) })
	step("return", func() {
		show(func() (any, pair, int) { return ms["a"], ms["a"], change(1) }())
	})
	step("return any", func() { show(func() (any, any) { return m[0], change(1) }()) })
	step("assign", func() {
		st, x = ms["a"], change(1)
		show(st, x)
	})
	step("assign place", func() {
		s[m[0]&1], ps[x&1].b = m[0], change(1)
		show(s, ps)
	})
	step("assign any", func() {
		e, x = ms["a"], change(1)
		show(e, x)
	})
	step("define", func() {
		a, b, c := mw[0], m[1], change(1)
		show(a, b, c)
	})
	step("var", func() {
		var a, b, c any = ms["a"], m[0], change(1)
		show(a, b, c)
	})
	step("increment", func() {
		m[change(1)]++
		mm := map[int]int{}
		get := func() map[int]int { return mm }
		get()[func() int { mm = map[int]int{}; return 1 }()]++
		show(m, mm)
	})
	step("op", func() {
		m[x&1] += change(1)
		ms[text] = pair{m[0], change(2)}
		show(m, len(ms))
	})
	step("odd keys", func() { show(mo[key], change(1), mo[key]) })
	step("big elements", func() { show(big[0][0], change(5), [1]any{big[0]}[0].([40]int)[0]) })
	step("struct", func() { show(pair{m[0], change(1)}, pair{b: change(2), a: x}) })
	step("slice", func() { show([]pair{ms["a"], {m[0], change(1)}, st}) })
	step("pointers", func() {
		q := []*pair{{m[0], len(map[int]int{1: x, 2: s[0]})}, {change(1), x}}
		show(*q[0], *q[1])
	})
	step("array", func() { show([2]wide{mw[0], {a: change(1), s: text}}) })
	step("anys", func() { show([]any{ms["a"], m[0], pair{x, 1}, w, change(1)}) })
	step("fields", func() {
		show(struct {
			a any
			b pair
			c int
		}{ms["a"], ms["a"], change(1)})
	})
	step("compare", func() { show(ms["a"] == pair{change(1), 20}, any(ms["a"]) == any(changed(2))) })
	step("compare mixed", func() { show(e == pair{x, change(1)}, e == any(change(7))) })
	step("switch", func() {
		switch m[0] + change(1) {
		case s[0] + change(1), x:
			show("first")
		default:
			show("default", m, x)
		}
	})
	step("case", func() {
		switch any(st) {
		case any(ms["a"]), changed(1):
			show("one")
		case pair{x, change(1)}:
			show("two")
		default:
			show("none")
		}
	})
	step("type switch", func() {
		switch v := any(pair{x, change(1)}).(type) {
		case pair:
			show(v)
		}
	})
	step("select", func() {
		c := make(chan pair, 1)
		select {
		case c <- pair{m[0], change(1)}:
			show(<-c)
		}
		d := make(chan int, 1)
		d <- 77
		select {
		case s[[]int{x, change(1)}[0]&1], _ = <-d:
			show(s)
		}
	})
	step("send", func() {
		c := make(chan any, 3)
		c <- []pair{ms["a"], {change(1), x}}[0]
		c <- pair{x, change(1)}
		show(<-c, <-c)
	})
	step("range", func() {
		for _, v := range []int{x, m[0], change(1)} {
			fmt.Print(v, " ")
		}
		for ps[change(0)].b, s[x&1] = range []int{5} {
		}
		show(ps, s)
	})
	step("defer", func() {
		defer show("deferred", ms["a"], m[0], x, change(1))
		defer st.sum(m[0] + change(2))
	})
	step("go", func() {
		done := make(chan string)
		go func(a any, b int, c ...any) { done <- fmt.Sprint(a, b, c) }(pair{x, 2}, m[0], ms["a"], m[0], change(1))
		show(<-done)
	})
	step("make", func() { show(len(make([]int, m[0]&3, 4+change(1))), m[0]) })
	step("method", func() { show(ms["a"].sum(change(1)), pair{x, 1}.sum(change(2)), ps[0].sum(m[0])) })
	step("conversion", func() { show(strings.ToUpper(string([]byte(text))+fmt.Sprint(change(1))), []byte(text)[0]) })
	step("panics", func() { show(s[m[0]+9], change(1)) })
	step("panics in map", func() { m[s[x+9]] = change(1) })
	step("delete", func() {
		delete(m, x&1+change(0))
		show(m)
	})
	step("complex", func() { show(complex(float64(m[0]), float64(change(1)))) })
	step("panic", func() { panic(fmt.Sprint(m[0], change(1))) })
}
