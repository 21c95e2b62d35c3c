// Literals that a value takes an element or field of are made before the rest of it is looked at.
package main

import "fmt"

func id[T any](x T) T { return x }
func try(n int, f func()) {
	defer func() { fmt.Println(n, recover()) }()
	f()
}

func p(z, i int, v []int, k uint) {
	x := 0
	try(1, func() { v[0] *= [1]int{1 / z}[i] })
	try(2, func() { v[0] *= [1]int{1 / z}[0] })
	try(3, func() { v[0] *= [2]int{1 / z, 1}[i] })
	try(4, func() { v[0] = v[1] + [2]int{1 / z, 1}[i] })
	try(5, func() { x = v[1] + [2]int{1 / z, 1}[i] })
	try(6, func() { x = v[1] + [2]int{1 / z, 1}[1] })
	try(7, func() { x = v[1] + [1]int{1 / z}[i] })
	try(8, func() { x = v[1] + [1]int{1 / z}[k%1] })
	try(9, func() { fmt.Println(v[1], [1]int{1 / z}[k%1]) })
	try(10, func() { x = v[1] + [1]int{id(1 / z)}[k%1] })
	try(11, func() { x = v[1] + [1]int{id(1) / z}[k%1] })
	try(12, func() { x = v[1] + [2]int{id(1) / z}[k%1] })
	try(13, func() { v[id(0)] *= [1]int{id(1) / z}[k%1] })
	try(14, func() { v[id(0)] *= [2]int{id(1) / z}[k%1] })
	try(15, func() { v[id(0)] *= [1]int{id(1) / z}[0] })
	try(16, func() { v[id(0)] += struct{ a int }{id(1) / z}.a })
	try(17, func() { v[0] += struct{ a int }{1 / z}.a })
	try(18, func() { v[0] += len([]int{1 / z}) })
	try(19, func() { v[0] += []int{1 / z}[i] })
	try(20, func() { v[id(0)] += id([]int{1})[i] / z })
	try(21, func() { v[id(0)] += [1]int{1}[[1]int{1 / z}[i]] })
	try(22, func() { v[id(0)] += [1]int{1}[[1]int{id(1) / z}[i]] })
	try(23, func() { v[0] += [3]int{1}[[3]int{id(1) / z}[i]] })
	try(24, func() { v[0] += map[int]int{1: 1 / z}[i] })
	_ = x
}

func main() { p(0, 0, nil, 3) }
