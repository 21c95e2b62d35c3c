// Sorting half a million integers: sort.Ints, slices.Sort, sort.Slice.
package main

import (
	"fmt"
	"slices"
	"sort"
)

func numbers(n int) []int {
	list, x := make([]int, n), uint32(1)
	for i := range list {
		x = x*1664525 + 1013904223
		list[i] = int(x >> 8)
	}
	return list
}

func main() {
	const n = 500_000
	a, b, c := numbers(n), numbers(n), numbers(n)
	sort.Ints(a)
	slices.Sort(b)
	sort.Slice(c, func(i, j int) bool { return c[i] < c[j] })
	fmt.Println(a[0], b[n/2], c[n-1])
}
