// Assignments to elements of maps: value, key and map, and which of them panics first.
package main

import "fmt"

type T struct {
	s  []int
	m  map[string][]int
	mi map[int]int
	ma map[any]int
	mb map[[3]int]int
}

func try(n string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(n, "panics", r)
		}
	}()
	f()
}

func id[X any](x X) X { fmt.Println("id", x); return x }

func main() {
	var ns []int
	z := 0
	t := &T{s: []int{1, 2, 3}}
	var nt *T
	full := &T{mi: map[int]int{}, ma: map[any]int{}, mb: map[[3]int]int{}}
	try("1", func() { t.mi[ns[0]] = ns[2] })
	try("2", func() { t.ma[ns[0]] = ns[2] })
	try("3", func() { t.mb[[3]int{ns[0]}] = ns[2] })
	try("4", func() { nt.mi[ns[0]] = ns[2] })
	try("5", func() { nt.mi[0] = ns[2] })
	try("6", func() { nt.ma[0] = ns[2] })
	try("7", func() { full.mi[0] = ns[2] })
	try("8", func() { full.ma[ns] = ns[2] })
	try("9", func() { full.ma[ns] = 1 / z })
	try("10", func() { t.mi[1] = 1 / z })
	try("11", func() { t.mi[1/z] = ns[4] })
	try("12", func() { full.mi[ns[1]], z = ns[2], ns[4] })
	try("13", func() { full.mi[1], z = ns[2], ns[4] })
	try("14", func() { z, full.mi[ns[1]] = ns[2], 4 })
	try("15", func() { z, full.ma[ns[1]] = ns[2], 4 })
	try("16", func() { t.m["a"][ns[1]] = ns[2] })
	try("17", func() { t.s[id(1)+len(ns[2:])] = id(2) })
	try("18", func() { full.mi[id(1)] = id(2) + ns[4] })
	try("19", func() { full.mi[ns[4]+id(1)] = id(2) })
	try("20", func() { full.mi[ns[4]+id(1)] = id(2) + ns[5] })
	try("21", func() { full.mb[[3]int{ns[4]}] = id(2) + ns[5] })
	try("22", func() { full.mi[ns[4]] += ns[5] })
	try("23", func() { full.mi[4] += ns[5] })
	try("24", func() { nt.mi[4] += ns[5] })
	try("25", func() { nt.mi[ns[4]]++ })
	try("26", func() { t.mi[4]++ })
	try("27", func() { t.mi[4] += ns[3] })
	try("28", func() { t.mi[ns[4]] += ns[3] })
}
