// Every function of package slices, with what they do to the memory behind a slice and what they refuse.
package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
)

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panics:", r)
		}
	}()
	f()
}

type list []int

func main() {
	a := list{3, 1, 4, 1, 5, 9, 2, 6}
	even := func(n int) bool { return n%2 == 0 }
	fmt.Println(slices.Contains(a, 9), slices.ContainsFunc(a, even), slices.Index(a, 1), slices.Index(a, 7), slices.IndexFunc(a, even), slices.IndexFunc(a, func(n int) bool { return n > 99 }))
	fmt.Println(slices.Max(a), slices.Min(a), slices.Max([]float64{1, math.NaN()}), slices.Min([]string{"b", "a"}))
	byLen := func(x, y string) int { return cmp.Compare(len(x), len(y)) }
	words := []string{"bb", "a", "cc", "d", "eee"}
	fmt.Println(slices.MaxFunc(words, byLen), slices.MinFunc(words, byLen))
	fmt.Println(slices.Equal(a, a), slices.Equal(a, a[1:]), slices.Equal([]float64{math.NaN()}, []float64{math.NaN()}), slices.EqualFunc(a[:2], []string{"3", "1"}, func(n int, s string) bool { return fmt.Sprint(n) == s }))
	fmt.Println(slices.Compare(a, a[:3]), slices.Compare([]int{1, 2}, []int{1, 3}), slices.Compare([]int{}, nil), slices.CompareFunc([]int{1}, []string{"x"}, func(int, string) int { return 7 }))

	b := slices.Clone(a)
	b = slices.Insert(b, 2, 100, 101)
	fmt.Println(b, a, slices.Insert(b[:2:2], 2, b[5:]...), slices.Insert([]int(nil), 0), slices.Insert(list{1}, 1, 2))
	b = slices.Delete(b, 2, 4)
	fmt.Println(b, b[:10])
	c := slices.DeleteFunc(slices.Clone(a), even)
	fmt.Println(c, c[:8])
	d := slices.Replace(slices.Clone(a), 1, 3, 7, 8, 9)
	e := slices.Replace(slices.Clone(a), 1, 5, 7)
	fmt.Println(d, e, e[:8], slices.Replace(list{1, 2}, 0, 2))
	f := slices.Compact([]int{1, 1, 2, 2, 2, 3, 1, 1})
	fmt.Println(f, f[:8], slices.CompactFunc([]string{"a", "A", "b", "B", "c"}, strings.EqualFold))
	g := slices.Grow(list{1}, 10)
	fmt.Println(len(g), cap(g) >= 11, cap(slices.Clip(g)), slices.Clone(list(nil)) == nil, len(slices.Clone(list{})))
	slices.Reverse(words)
	fmt.Println(words, slices.Concat(a, list{0}, nil, list{7}), slices.Repeat([]string{"x", "y"}, 3), slices.Repeat(a, 0))

	s := slices.Clone(a)
	slices.SortFunc(s, func(x, y int) int { return y - x })
	fmt.Println(s, slices.IsSorted(s), slices.IsSortedFunc(s, func(x, y int) int { return y - x }))
	slices.SortStableFunc(words, byLen)
	slices.Sort(s)
	fmt.Println(words, s)
	fmt.Println(slices.BinarySearch(s, 5))
	fmt.Println(slices.BinarySearch(s, 7))
	fmt.Println(slices.BinarySearchFunc(words, 2, func(w string, n int) int { return len(w) - n }))

	for i, v := range slices.All(words[:2]) {
		fmt.Print(i, v, " ")
	}
	for i, v := range slices.Backward(words) {
		if i < 3 {
			break
		}
		fmt.Print(i, v, " ")
	}
	for v := range slices.Values(words[:1]) {
		fmt.Print(v, " ")
	}
	for part := range slices.Chunk(a, 3) {
		fmt.Print(part, cap(part), " ")
	}
	fmt.Println()
	fmt.Println(slices.Collect(slices.Values(a)), slices.Collect(slices.Values(list{})) == nil, slices.AppendSeq([]int{0}, slices.Values(a[:2])))
	fmt.Println(slices.Sorted(slices.Values(a)), slices.SortedFunc(slices.Values(a), func(x, y int) int { return y - x }), slices.SortedStableFunc(slices.Values(words), byLen))

	try("Max", func() { slices.Max([]int{}) })
	try("Min", func() { slices.Min([]int{}) })
	try("MaxFunc", func() { slices.MaxFunc([]string{}, byLen) })
	try("MinFunc", func() { slices.MinFunc([]string{}, byLen) })
	try("Insert", func() { slices.Insert(a, 9, 1) })
	try("Delete", func() { slices.Delete(a, 3, 2) })
	try("Delete beyond", func() { slices.Delete(a, 3, 99) })
	try("Replace", func() { slices.Replace(a, 3, 99, 1) })
	try("Grow", func() { slices.Grow(a, -1) })
	try("Chunk", func() { slices.Chunk(a, 0) })
	try("Repeat", func() { slices.Repeat(a, -1) })
	try("Repeat much", func() { slices.Repeat(a, math.MaxInt) })
}
