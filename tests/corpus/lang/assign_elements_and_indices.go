// Of several assignments those to elements of maps make the element before their value; what is read and
// written has its computed indices first.
package main

import "fmt"

type cell struct {
	a int
	b [2]int
}

func try(what string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(what, r)
		}
	}()
	f()
}

func several(z int, m map[int]int, none map[int]int, list []int) {
	defer func() { fmt.Println("several", recover(), m, list) }()
	m[1], list[0] = list[0]/z, 5
}

func nilFirst(z int, m map[int]int, none map[int]int, list []int) {
	defer func() { fmt.Println("nil first", recover(), m, list) }()
	none[1], list[0] = list[0]/z, 5
}

func second(z int, m map[int]int, none map[int]int, list []int) {
	defer func() { fmt.Println("second", recover(), m, list) }()
	list[0], m[1], m[2] = 6, 7, 8
	list[1], m[3] = 5/z, 9
}

func alone(z int, m map[int]int, none map[int]int, list []int) {
	defer func() { fmt.Println("alone", recover(), m, list) }()
	m[1] = list[0] / z
}

func updates(z int, cells []cell, p *cell, list []int) {
	try("element", func() { cells[7].b[1/z]-- })
	try("field", func() { p.b[1/z]++ })
	try("read index", func() { p.b[list[9]] += 2 })
	try("computed", func() { cells[9].b[list[1]+list[9]] *= 2 })
	try("path", func() { cells[9].b[cells[8].a] *= 2 })
	try("sum", func() { cells[z+9].b[1] *= list[9] })
	cells[z+1].b[z*5+1] += 4
	fmt.Println(cells)
}

func main() {
	for _, f := range []func(int, map[int]int, map[int]int, []int){several, nilFirst, second, alone} {
		f(0, map[int]int{}, nil, []int{1, 2, 3})
	}
	updates(0, make([]cell, 2), nil, []int{1, 2, 3})
}
