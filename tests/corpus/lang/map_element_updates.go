// x op= y of map elements: what is evaluated before the element is made, and what after.
package main

import "fmt"

func try(f func()) {
	defer func() { fmt.Print(recover(), "; ") }()
	f()
}

var zero int

type T struct {
	a, b int
}

type U struct {
	n int
	s string
}

func pan() int { panic("pan") }
func main() {
	m := map[int]int{}
	try(func() { m[1] /= zero })
	try(func() { m[2] += pan() })
	try(func() { m[3] %= zero })
	try(func() { m[4] <<= zero - 1 })
	n := map[any]int{}
	try(func() { n[[]int{}]++ })
	try(func() { n[[]int{}] += 2 })
	try(func() { n[any(func() {})] = pan() })
	var z map[any]string
	try(func() { z[[]int{}] += "a" })
	try(func() { z[1] += "a" })
	s := map[any][]int{}
	try(func() { s[[]int{}] = append(s[[]int{}], 1) })
	try(func() { s[1] = append(s[1], 1) })
	try(func() { s[1] = append(s[1], pan()) })
	p := map[any]*int{}
	try(func() { *p[1] = 2 })
	try(func() { *p[[]int{}] = 2 })
	try(func() { *p[1] += 2 })
	e := map[string]T{}
	try(func() { e["a"] = T{a: 1 / zero} })
	try(func() { e["b"], m[5] = T{}, 1/zero })
	try(func() { e["c"], m[6] = T{}, 1; n[[]int{}], m[7] = 1, 2 })
	fmt.Println(len(m), m, len(n), len(z), s, len(p), e)
	more()
}

func more() {
	a := []int{}
	i := 3
	m := map[int]int{}
	var p *int
	var q *U
	var x any = "a"
	try(func() { m[1] += a[i] })
	try(func() { m[2] += *p })
	try(func() { m[3] += q.n })
	try(func() { m[4] += x.(int) })
	try(func() { m[a[i]] += 1 })
	try(func() { m[5] -= len(a[:i]) })
	try(func() { m[6] *= 1 / (i - 3) })
	s := map[int]string{}
	try(func() { s[1] += q.s })
	try(func() { s[2] += "a" + fmt.Sprint(a[i]) })
	var nm map[int]int
	try(func() { nm[1] += a[i] })
	try(func() { nm[1] /= i - 3 })
	try(func() { nm[1] <<= i - 30 })
	try(func() { nm[1]++ })
	f := map[int]float64{}
	try(func() { f[1] /= float64(i - 3) })
	t := map[int]*U{}
	try(func() { t[1].n += 2 })
	fmt.Println(m, s, f, len(t))
}
