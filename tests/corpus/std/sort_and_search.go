// Sorting: stability, all ways to say an order, odd orders, NaN, searching, heaps of records.
package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"sort"
	"strings"
)

type rec struct {
	k string
	n int
	i int
}

type byK []rec

func (b byK) Len() int           { return len(b) }
func (b byK) Less(i, j int) bool { return b[i].k < b[j].k }
func (b byK) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

func make_(n int) []rec {
	var out []rec
	x := uint32(12345)
	for i := range n {
		x = x*1664525 + 1013904223
		out = append(out, rec{string(rune('a' + x>>28%5)), int(x >> 20 % 7), i})
	}
	return out
}

func stable(rs []rec) bool {
	for i := 1; i < len(rs); i++ {
		if rs[i-1].k == rs[i].k && rs[i-1].i > rs[i].i {
			return false
		}
	}
	return true
}

func main() {
	for _, n := range []int{0, 1, 2, 11, 12, 13, 50, 257, 1000} {
		rs := make_(n)
		a, b, c, d := slices.Clone(rs), slices.Clone(rs), slices.Clone(rs), slices.Clone(rs)
		sort.Stable(byK(a))
		sort.SliceStable(b, func(i, j int) bool { return b[i].k < b[j].k })
		slices.SortStableFunc(c, func(x, y rec) int { return strings.Compare(x.k, y.k) })
		sort.Sort(sort.Reverse(byK(d)))
		fmt.Println(n, stable(a), slices.Equal(a, b), slices.Equal(b, c), sort.IsSorted(byK(a)), sort.IsSorted(sort.Reverse(byK(d))))
		slices.SortFunc(rs, func(x, y rec) int {
			return cmp.Or(cmp.Compare(x.n, y.n), -strings.Compare(x.k, y.k), cmp.Compare(x.i, y.i))
		})
		ok := slices.IsSortedFunc(rs, func(x, y rec) int { return cmp.Or(x.n-y.n, strings.Compare(y.k, x.k), x.i-y.i) })
		fmt.Println(ok, len(rs))
	}
	fs := []float64{3, math.NaN(), -1, math.Inf(1), 0, math.Copysign(0, -1), math.Inf(-1), math.NaN(), 2}
	gs := slices.Clone(fs)
	sort.Float64s(fs)
	slices.Sort(gs)
	fmt.Println(fs, gs, slices.IsSorted(fs), sort.Float64sAreSorted(gs), cmp.Compare(math.NaN(), 1), cmp.Less(1, math.NaN()))
	fmt.Println(slices.Max([]float64{1, math.NaN()}), slices.Min([]float64{1, 2}), min(1, math.NaN()), max(0, math.Copysign(0, -1)))
	xs := []int{1, 3, 3, 3, 7, 9}
	for _, x := range []int{0, 1, 2, 3, 8, 9, 10} {
		i, ok := slices.BinarySearch(xs, x)
		j := sort.SearchInts(xs, x)
		k, found := sort.Find(len(xs), func(i int) int { return x - xs[i] })
		l := sort.Search(len(xs), func(i int) bool { return xs[i] > x })
		fmt.Print(i, ok, j, k, found, l, "; ")
	}
	fmt.Println()
	i, ok := slices.BinarySearchFunc([]rec{{"a", 1, 0}, {"c", 2, 0}}, "b", func(r rec, s string) int { return strings.Compare(r.k, s) })
	fmt.Println(i, ok, sort.SearchStrings([]string{"a", "c"}, "b"), sort.SearchFloat64s([]float64{1, 2}, 1.5))
	ys := slices.Repeat([]int{5, 1, 4}, 40)
	slices.Sort(ys)
	fmt.Println(len(slices.Compact(ys)), ys[:4])
	zs := make([]int, 300)
	for i := range zs {
		zs[i] = (i * 7919) % 300
	}
	for _, pattern := range []func(i int) int{func(i int) int { return i }, func(i int) int { return -i }, func(i int) int { return i % 2 }, func(i int) int { return i ^ 1 }, func(i int) int { return 5 }, func(i int) int { return (i * i) % 17 }} {
		a := make([]int, 200)
		for i := range a {
			a[i] = pattern(i)
		}
		b := slices.Clone(a)
		sort.Ints(a)
		sort.Sort(sort.IntSlice(b))
		fmt.Print(slices.IsSorted(a), slices.Equal(a, b), " ")
	}
	slices.SortFunc(zs, func(a, b int) int { return b - a })
	fmt.Println(zs[0], zs[299])
	ss := sort.StringSlice{"b", "a", "c"}
	ss.Sort()
	fmt.Println(ss, ss.Search("b"), sort.IntSlice{3, 1}.Len(), sort.Float64Slice{1, math.NaN()}.Less(1, 0))
	type pt struct{ x, y int }
	ps := []pt{{1, 2}, {0, 5}, {1, 1}, {0, 4}}
	slices.SortFunc(ps, func(a, b pt) int { return cmp.Or(cmp.Compare(a.x, b.x), cmp.Compare(b.y, a.y)) })
	fmt.Println(ps, slices.MinFunc(ps, func(a, b pt) int { return a.y - b.y }), slices.MaxFunc(ps, func(a, b pt) int { return a.x - b.x }))
	func() {
		defer func() { fmt.Println(recover()) }()
		slices.Max([]int{})
	}()
	fmt.Println(slices.Sorted(slices.Values([]string{"z", "a"})), slices.SortedFunc(slices.Values(xs), func(a, b int) int { return b - a }), slices.SortedStableFunc(slices.Values(ps), func(a, b pt) int { return a.x - b.x }))
}
