// The order of evaluation: operands and calls, assignments in two phases, indices and map elements,
// composite literals, defer and go, receivers, channel operations, op-assignments, returns.
package main

import "fmt"

var trace []string

func t[T any](name string, v T) T {
	trace = append(trace, name)
	return v
}

func show(what string) {
	fmt.Println(what, trace)
	trace = nil
}

type S struct {
	a, b int
	p    *S
}

func (s S) val(x int) S   { trace = append(trace, fmt.Sprint("val", s.a, x)); return s }
func (s *S) ptr(x int) *S { trace = append(trace, fmt.Sprint("ptr", s.a, x)); s.a++; return s }

func two() (int, int) { trace = append(trace, "two"); return 1, 2 }

func caught(f func()) (e any) {
	defer func() { e = recover() }()
	f()
	return
}

func swap(a, b int) (x, y int) {
	defer func() { x, y = y*10, x*10 }()
	x, y = a, b
	return y, x
}

func main() {
	_ = t("a", 1) + t("b", 2)*t("c", 3) - t("d", 4)
	show("arithmetic")
	_ = t("a", false) && t("b", true) || t("c", true) && (t("d", false) || t("e", true))
	show("logic")
	_ = []int{t("a", 1), t("b", 2)}[t("c", 1)]
	_ = map[string]int{t("k1", "x"): t("v1", 1), t("k2", "y"): t("v2", 2)}[t("k", "x")]
	_ = S{b: t("b", 1), a: t("a", 2)}
	_ = [...]int{2: t("two", 2), 0: t("zero", 0)}
	show("literals")

	i := 0
	a := []int{10, 20, 30}
	i, a[i] = 1, 99
	fmt.Println(i, a)
	a[0], a[1], a[2] = a[2], a[0], a[1]
	fmt.Println(a)
	i, j, k := 0, 1, 2
	i, j, k = k, i, j
	fmt.Println(i, j, k)
	m := map[string][]int{"x": {1}}
	m["x"], m["y"] = m["y"], append(m["x"], 2)
	fmt.Println(m)
	p := &S{a: 1}
	p.p = &S{a: 2}
	p.a, p.p.a, p = 5, 6, p.p
	fmt.Println(p.a)
	a[t("i", 0)], m[t("k", "z")] = t("v", 1), t("w", []int{3})
	show("assignment")
	*t("p", p), a[t("i", 1)] = t("s", S{a: 7}), t("x", 8)
	show("indirection")
	a[t("i", 2)] += t("v", 5)
	m[t("k", "n")] = append(m[t("k2", "x")], t("v", 1))
	show("op-assign")

	S{a: 1}.val(t("x", 1)).val(t("y", 2))
	(&S{a: 1}).ptr(t("x", 1)).ptr(t("y", 2)).val(t("z", 3))
	show("receivers")
	s := S{a: 1}
	f := s.val
	g := s.ptr
	s.a = 50
	f(1)
	g(2)
	func() {
		defer s.val(t("arg", 3))
		defer s.ptr(t("arg", 4)).val(t("arg2", 5))
		s.a = 70
		show("defer statements")
	}()
	show("deferred")

	c := make(chan int, 2)
	t("c", c) <- t("v", 1)
	*t("p", &i), a[t("i", 0)] = <-t("c", c), t("r", 3)
	select {
	case t("c1", c) <- t("v1", 2):
	case *t("lhs", &i) = <-t("c2", (chan int)(nil)):
	}
	show("channels")

	x, y := two()
	z := func(a, b, c int) int { return a*100 + b*10 + c }(t("a", x), t("b", y), t("c", 3))
	fmt.Println(z)
	show("calls")
	fmt.Println(swap(1, 2))

	var nilmap map[string]int
	fmt.Println(caught(func() { nilmap[t("key", "k")] = t("value", 1) }))
	show("nil map")
	fmt.Println(caught(func() { a[t("index", 5)] = t("value", 1) }))
	show("out of range")
	var np *S
	fmt.Println(caught(func() { np.a = t("value", 1) }))
	show("nil pointer")
	fmt.Println(caught(func() { i, np.a = t("first", 42), t("second", 1) }), i)
	show("nil pointer second")
	fmt.Println(caught(func() { a[0], a[t("idx", 9)] = t("first", 42), t("second", 1) }), a)
	show("index second")
	zero := 0
	fmt.Println(caught(func() { _ = t("l", 1) / t("r", zero) * t("never", 1) }))
	show("division")
	var fn func(int)
	fmt.Println(caught(func() { fn(t("arg", 1)) }))
	show("nil func")
	fmt.Println(caught(func() { defer fn(t("arg", 1)); t("body", 1) }))
	show("deferred nil func")
	var e any = "s"
	fmt.Println(caught(func() { _ = t("x", 1) + e.(int) + t("y", 1) }))
	show("assertion")

	arr := [3]int{1, 2, 3}
	for i, v := range arr {
		arr[2] = 10
		if i == 2 {
			fmt.Println("array range copies:", v)
		}
	}
	sl := []int{1, 2, 3}
	for i, v := range sl {
		sl[2] = 10
		sl = append(sl, v)
		if i == 2 {
			fmt.Println("slice range does not:", v, len(sl))
		}
	}
	b := [2]int{t("b0", 0), t("b1", 1)}
	b2 := b
	pb := &b
	b, pb[0] = [2]int{7, 8}, 9
	fmt.Println(b, b2, *pb)
	trace = nil
	v1, v2 := t("v1", 1), func() int { return t("v2", 2) }()
	switch t("tag", v1+v2) {
	case t("c1", 1), t("c2", 3), t("c3", 3):
		show("switch")
	case t("c4", 3):
	}
	switch {
	case t("x", false):
	case t("y", true):
		fallthrough
	case t("never", true):
		show("fallthrough")
	}
	for range t("range", []int{1, 2}) {
		t("body", 0)
	}
	for i := range t("n", 2) {
		t("n body", i)
	}
	show("range")
}
