// Assignments of several values that change pointers which later places go through, written or embedded.
package main

import "fmt"

type Inner struct {
	x   int
	arr [3]int
	ip  *int
}
type Mid struct{ *Inner }
type Outer struct {
	Mid
	n  int
	is []Inner
}

func main() {
	a, b := &Inner{x: 1}, &Inner{x: 2}
	o := Outer{Mid: Mid{a}}
	o.Inner, o.x = b, 10
	fmt.Println(a.x, b.x)
	o.x, o.Inner = 11, a
	fmt.Println(a.x, b.x)
	o.Inner, o.arr[1], o.Mid = b, 7, Mid{a}
	fmt.Println(a.arr, b.arr)
	o.Mid, o.Mid.Inner.x = Mid{b}, 20
	fmt.Println(a.x, b.x)
	p := &o
	p.Mid, p.x, p = Mid{a}, 30, nil
	fmt.Println(a.x, b.x, p == nil)
	p = &o
	p, p.x, p.n = &Outer{Mid: Mid{b}}, 31, 5
	fmt.Println(a.x, b.x, p.n, o.n)
	n := 1
	o.arr[n], n, o.arr[n] = 5, 2, 6
	fmt.Println(a.arr, n)
	o.is = []Inner{{x: 1}, {x: 2}}
	o.is[0], o.is[1].x, o.is = o.is[1], 50, nil
	is := []Inner{{x: 1}, {x: 2}}
	i := 0
	i, is[i].x, is[i].arr[i], is = 1, 60, 61, []Inner{{x: 5}, {x: 6}}
	fmt.Println(i, is)
	x, y := 1, 2
	a.ip = &x
	a.ip, *a.ip, *o.ip = &y, 8, 9
	fmt.Println(x, y)
	arr := [3]*Inner{a, b, a}
	arr[0], arr[0].x, arr[1].x = b, 70, 71
	fmt.Println(a.x, b.x)
	func() {
		var q *Outer
		defer func() { fmt.Println(recover(), a.x, b.x) }()
		a.x, q.x = 80, 81
	}()
	func() {
		var q Outer
		defer func() { fmt.Println(recover(), a.x, b.x) }()
		b.x, q.x = 82, 83
	}()
	func() {
		var q Outer
		k := 5
		defer func() { fmt.Println(recover(), a.x, b.x, k) }()
		k, q.arr[k] = 6, 83
	}()
	m := map[string]*Inner{"a": a, "b": b}
	m["a"], m["a"].x, m["b"].x = b, 90, 91
	fmt.Println(a.x, b.x)
}
