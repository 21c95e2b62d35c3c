// Assignments of several values: what sees what was assigned before it, and what is left when one panics.
package main

import (
	"errors"
	"fmt"
)

type In struct{ a, b int }
type T struct {
	In
	p    *In
	arr  [3]int
	s    []int
	m    map[string]int
	f    func() int
	any  any
	next *T
}

var glob, other = 1, 2

func id[X any](x X) X       { return x }
func set(p *int, v int) int { *p = v; return v }

func try(n string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(n, "panics", r)
		}
	}()
	f()
}

func result() (a, b int, err error) {
	defer func() {
		recover()
		a *= 10
	}()
	a, b = 1, 2
	var p *int
	a, b, err = 3, *p, errors.New("no")
	return
}

func result2() (a, b int) {
	defer func() { recover(); fmt.Println("deferred", a, b) }()
	z := 0
	a, b = 5, 7/z
	return
}

func result3(p *int) (a, b int) {
	defer func() { recover(); fmt.Println("deferred", a, b) }()
	a, b = 5, 6
	b, a = a+1, b/(*p)
	return b, a
}

func result4() (a, b int) {
	a, b = 5, 6
	a, b = b, a
	return b, a + b
}

func main() {
	x, y := 1, 2
	x, y = y, x
	fmt.Println(x, y)
	t := T{In: In{1, 2}, arr: [3]int{1, 2, 3}, s: []int{4, 5, 6}, m: map[string]int{"a": 1}}
	t.p = &t.In
	t.a, t.b = t.b, t.a
	fmt.Println(t.In)
	t.a, t.p.a = t.p.b, t.a
	fmt.Println(t.In)
	t.p.a, t.a = t.b, t.p.a
	fmt.Println(t.In)
	t.arr[0], t.arr[1], t.arr[2] = t.arr[2], t.arr[0], t.arr[1]
	fmt.Println(t.arr)
	i := 0
	i, t.arr[i] = 2, 9
	fmt.Println(i, t.arr)
	t.arr[i], i = 7, 1
	fmt.Println(i, t.arr)
	i, t.arr = t.arr[i], [3]int{t.arr[2], i, t.arr[0]}
	fmt.Println(i, t.arr)
	t.s[0], t.s[1] = t.s[1], t.s[0]
	t.s, t.s[0] = t.s[1:], 100
	fmt.Println(t.s, cap(t.s))
	t.m["a"], t.m["b"] = t.m["b"], t.m["a"]
	fmt.Println(t.m)
	t.m, t.m["a"] = nil, 5
	fmt.Println(t.m)
	glob, other = other, glob
	fmt.Println(glob, other)
	pg := &glob
	*pg, glob = glob+1, *pg+10
	fmt.Println(glob)
	glob, *pg = *pg+1, glob+10
	fmt.Println(glob)
	c := 5
	f := func() int { c++; return c }
	c, x = x, f()
	fmt.Println(c, x)
	x, c = f(), c
	fmt.Println(c, x)
	c, y, x = 10, c, c+f()
	fmt.Println(c, y, x)
	g := func() int { return c }
	c, g = 3, func() int { return c + 1 }
	fmt.Println(g())
	list := &T{any: 1}
	list.next = &T{any: 2}
	list.next.next = &T{any: 3}
	var prev *T
	for list != nil {
		list.next, prev, list = prev, list, list.next
	}
	for p := prev; p != nil; p = p.next {
		fmt.Print(p.any, " ")
	}
	fmt.Println()
	prev, prev.next, prev.next.next = prev.next, prev.next.next, prev
	fmt.Println(prev.any, prev.next.any)
	var a, b any = 1, "x"
	a, b = b, a
	fmt.Println(a, b)
	b, a = a.(string), b.(int)
	fmt.Println(a, b)
	try("assert", func() { a, b = b.(int), a.(string) })
	var st struct{ v [2]In }
	st.v[0], st.v[1] = In{1, 2}, In{3, 4}
	st.v[0], st.v[1] = st.v[1], st.v[0]
	st.v[0].a, st.v = st.v[1].b, [2]In{st.v[1], st.v[0]}
	fmt.Println(st)
	big := [4]int{1, 2, 3, 4}
	big2 := [4]int{5, 6, 7, 8}
	big, big2 = big2, big
	big[0], big = big[1], big2
	fmt.Println(big, big2)
	big, big[0] = big2, big[1]
	fmt.Println(big, big2)
	ch := make(chan int, 2)
	ch <- 1
	ch <- 2
	x, y = <-ch, <-ch
	fmt.Println(x, y)
	var np *In
	var ns []int
	k := 0
	try("1", func() { k, x = 1, np.a })
	fmt.Println(k, x)
	try("2", func() { t.s[0], x = 77, np.a })
	fmt.Println(t.s[0])
	try("3", func() { k, ns[k] = 4, 5 })
	fmt.Println(k)
	try("4", func() { np.a, k = 3, 5 })
	fmt.Println(k)
	try("5", func() { k, np.a = 6, 5 })
	fmt.Println(k)
	try("6", func() { k, x, y = 7, ns[3], ns[4] })
	fmt.Println(k, x)
	try("7", func() { glob, x = 70, ns[other] })
	fmt.Println(glob)
	try("8", func() { x, glob = ns[other], 71 })
	fmt.Println(glob)
	try("9", func() { *pg, x = 72, 1/(other-other) })
	fmt.Println(glob)
	try("10", func() { *pg, x = 73, 1/(k-k) })
	fmt.Println(glob)
	try("11", func() { *pg, x = 74, len("abc"[k:k-1]) })
	fmt.Println(glob)
	try("12", func() { *pg, x = 75, int("abc"[k+5]) })
	fmt.Println(glob)
	try("13", func() { l := 1; l, x = 2, ns[l]; fmt.Println(l) })
	try("14", func() { l := 1; l, x = 2, ns[k]; fmt.Println(l) })
	try("15", func() { _, x = ns[5], ns[k] })
	try("16", func() { _, _ = ns[5], ns[k] })
	try("17", func() { x, _ = 5, ns[k] })
	try("18", func() { var arr [3]int; arr[k&1], x = ns[1], ns[2] })
	try("19", func() { var arr [3]int; arr[k+5], x = ns[1], ns[2] })
	try("20", func() { var arr [3]int; x, arr[k+5] = ns[1], ns[2] })
	try("21", func() { var mm map[string]int; mm["a"], x = ns[1], ns[2] })
	try("22", func() { var mm map[string]int; mm["a"], x = 1, ns[2] })
	try("23", func() { var mm map[any]int; mm[ns[4]], x = 1, ns[2] })
	try("24", func() { var tp *T; tp.arr[k], x = ns[1], 2 })
	try("25", func() { var tp *T; x, tp.arr[ns[2]] = ns[1], 2 })
	try("26", func() { var tp *T; tp.next.arr[0], tp.s[1] = ns[1], ns[2] })
	try("27", func() { t.next.arr[0], t.s[1] = ns[1], ns[2] })
	try("28", func() { t.next.next, t.s[id(1)+5] = nil, ns[2] })
	try("29", func() { t.s[9], t.next.next = 4, nil })
	try("30", func() { t.s[ns[0]], t.s[ns[1]] = ns[2], ns[3] })
	try("31", func() { t.s[0], t.s[ns[1]] = ns[2], 5 })
	try("32", func() { t.s[ns[0]], t.s[0] = 1, ns[3] })
	fmt.Println(result())
	fmt.Println(result2())
	z := 0
	fmt.Println(result3(&z))
	fmt.Println(result3(nil))
	fmt.Println(result4())
}
