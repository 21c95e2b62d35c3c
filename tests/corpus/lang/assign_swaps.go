// Values that trade places where one of them does not exist: which is looked at first.
package main

import "fmt"

func id[T any](x T) T { return x }

func try(n string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(n, r)
		}
	}()
	f()
}

func main() {
	var v []int
	var w []string
	type S struct{ a, b *int }
	var s []S
	i, j := 1, 2
	try("1", func() { v[i], v[j] = v[j], v[i] })
	try("2", func() { v[i&3], v[(j>>0)&3] = v[(j>>0)&3], v[i&3] })
	try("3", func() { v[len([]int{1})&3], v[(id(j)>>(id(0)&63))&3] = v[(id(j)>>(id(0)&63))&3], v[len([]int{1})&3] })
	try("4", func() { v[i], v[id(j)] = v[id(j)], v[i] })
	try("5", func() { v[id(i)], v[j] = v[j], v[id(i)] })
	try("6", func() { v[id(i)], v[id(j)] = v[id(j)], v[id(i)] })
	try("7", func() { w[i], w[id(j)] = w[id(j)], w[i] })
	try("8", func() { s[i], s[id(j)] = s[id(j)], s[i] })
	try("9", func() { s[len([]int{1})], s[id(j)] = s[id(j)], s[len([]int{1})] })
	try("10", func() { s[len([]int{1})], s[j] = s[j], s[len([]int{1})] })
	try("11", func() { s[min(i, j)], s[j] = s[j], s[min(i, j)] })
	try("12", func() { s[len(w)+1], s[j] = s[j], s[len(w)+1] })
	try("13", func() { v[i], v[id(j)] = id(v[j]), v[i] })
	try("14", func() { v[i], v[id(j)] = v[j+1], id(v[i+3]) })
	try("15", func() { v[i], i = v[j], id(3) })
	try("16", func() { i, v[i], j = v[j], 4, v[id(3)] })
	try("17", func() { v[0], v[1], v[2] = v[3], v[4], v[5] })
	try("18", func() { v[0], v[1], v[2] = v[3], id(2), v[5] })
	try("19", func() { v[0], i, v[2] = v[3], id(2), v[5] })
	try("20", func() { var a [4]int; a[0], v[1], a[id(2)] = v[3], id(2), v[5] })
}
