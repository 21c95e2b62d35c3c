// A value is computed before the place it is for.
package main

import "fmt"

type T struct {
	s    []int
	next *T
	arr  [3]int
	a2   [3][]int
	m    map[string][]int
}

func try(n string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(n, "panics", r)
		}
	}()
	f()
}

func main() {
	var ns []int
	t := &T{s: []int{1, 2, 3}}
	k := 3
	z := 0
	var nt *T
	try("1", func() { t.s[ns[0]] = ns[2] })
	try("2", func() { t.s[k] = ns[2] })
	try("3", func() { t.s[ns[0]] = 1 / z })
	try("4", func() { nt.s[ns[0]] = 1 / z })
	try("5", func() { nt.s[0] = 1 / z })
	try("6", func() { t.next.arr[ns[1]] = ns[2] })
	try("7", func() { t.next.next.next = nt.next })
	try("8", func() { t.a2[k-2][ns[1]] = ns[2] })
	try("9", func() { t.a2[k][1] = ns[2] })
	try("10", func() { t.m["a"][1] = ns[2] })
	try("11", func() { t.m["a"] = t.s[ns[2]:ns[1]] })
	try("12", func() { nt.m["a"] = t.s[ns[2]:ns[1]] })
	try("13", func() { nt.m["a"][4] = ns[5] })
	try("14", func() { t.s[ns[0]] += ns[2] })
	try("15", func() { t.s[k] += ns[2] })
	try("16", func() { nt.s[ns[3]] += ns[2] })
	try("17", func() { t.arr[ns[3]] = ns[2] })
	try("18", func() { nt.arr[ns[3]] = ns[2] })
	try("19", func() { nt.arr = [3]int{ns[2]} })
	try("20", func() { nt.next.a2[ns[0]] = []int{ns[2]} })
	try("21", func() { *(*int)(nil) = ns[2] })
	try("22", func() { t.s[ns[0]]++ })
	try("23", func() { nt.s[ns[0]]++ })
	try("24", func() { nt.arr[ns[0]]++ })
}
