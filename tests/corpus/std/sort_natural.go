// Sorting in natural order: every ordered kind and named types, short and long, sorted, reversed and mixed,
// NaNs and negative zeros; and the rest of package sort.
package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"sort"
)

var state uint64 = 88172645463325252

func next() uint64 {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return state
}

// sizes are those to sort: runs of 4096 are merged, but that takes its time.
var sizes = []int{0, 1, 2, 13, 70}

type celsius float64
type word string
type small int8

func check[E cmp.Ordered](name string, make func(u uint64) E, show func(E) uint64) {
	digest := uint64(1)
	for _, n := range sizes {
		x := []E{}
		for range n {
			x = append(x, make(next()))
		}
		slices.Sort(x)
		for i, v := range x {
			if i > 0 && cmp.Less(v, x[i-1]) {
				fmt.Println(name, n, "not sorted at", i)
				break
			}
			digest = digest*31 + show(v)
		}
		fmt.Print(slices.IsSorted(x), " ")
		slices.Reverse(x)
		slices.Sort(x)
		for _, v := range x {
			digest = digest*31 + show(v)
		}
	}
	fmt.Println(name, digest)
}

func integer[E cmp.Ordered](name string, make func(u uint64) E) {
	check(name, make, func(e E) uint64 {
		h := uint64(7)
		for _, c := range fmt.Sprint(e) {
			h = h*31 + uint64(c)
		}
		return h
	})
}

type people []struct {
	name string
	age  int
}

func (p people) Len() int           { return len(p) }
func (p people) Less(i, j int) bool { return p[i].age < p[j].age }
func (p people) Swap(i, j int)      { p[i], p[j] = p[j], p[i] }

func main() {
	integer("int", func(u uint64) int { return int(u) })
	integer("int8", func(u uint64) small { return small(u) })
	integer("int16", func(u uint64) int16 { return int16(u) })
	integer("int32", func(u uint64) int32 { return int32(u) })
	integer("uint8", func(u uint64) uint8 { return uint8(u) })
	integer("uint16", func(u uint64) uint16 { return uint16(u) })
	integer("uint32", func(u uint64) uint32 { return uint32(u) })
	integer("uint64", func(u uint64) uint64 { return u })
	integer("uintptr", func(u uint64) uintptr { return uintptr(u) })
	integer("string", func(u uint64) word { return word(fmt.Sprint(u)[:1+u%9]) })
	f64 := func(f float64) uint64 { return math.Float64bits(f) }
	check("float64", func(u uint64) float64 { return float64(int64(u)) }, f64)
	check("celsius", func(u uint64) celsius { return celsius(u) }, func(c celsius) uint64 { return f64(float64(c)) })
	check("float32", func(u uint64) float32 { return math.Float32frombits(uint32(u)&0x7f7fffff | 1) }, func(f float32) uint64 { return uint64(math.Float32bits(f)) })
	check("zeros", func(u uint64) float64 { return math.Copysign(float64(u%3), float64(u&64)-1) }, f64)
	check("NaNs", func(u uint64) float64 {
		if u%4 == 0 {
			return math.NaN()
		}
		return float64(u % 100)
	}, f64)

	sizes = []int{4097}
	check("many", func(u uint64) int { return int(u) }, func(n int) uint64 { return uint64(n) })
	sizes = []int{8200}
	check("many words", func(u uint64) string { return "abcdefghijklmnop"[u%8 : 8+u/8%8] }, func(s string) uint64 { return uint64(len(s))*256 + uint64(s[0]) })

	ints, floats, strings := []int{3, 1, 2}, []float64{2, math.NaN(), -1, math.Inf(-1)}, []string{"b", "", "a"}
	fmt.Println(sort.IntsAreSorted(ints), sort.Float64sAreSorted(floats), sort.StringsAreSorted(strings))
	sort.Sort(sort.Reverse(sort.IntSlice(ints)))
	sort.Sort(sort.Reverse(sort.Float64Slice(floats)))
	sort.Stable(sort.Reverse(sort.StringSlice(strings)))
	fmt.Println(ints, floats, strings)
	sort.IntSlice(ints).Sort()
	sort.Float64Slice(floats).Sort()
	sort.StringSlice(strings).Sort()
	fmt.Println(ints, floats, strings, sort.IntsAreSorted(ints), sort.Float64sAreSorted(floats), sort.StringsAreSorted(strings))
	fmt.Println(sort.SearchInts(ints, 2), sort.SearchFloat64s(floats, 5), sort.SearchStrings(strings, "aa"), sort.IntSlice(ints).Search(9), sort.Float64Slice(floats).Search(-1), sort.StringSlice(strings).Search(""))
	fmt.Println(sort.Search(100, func(i int) bool { return i*i >= 50 }))
	fmt.Println(sort.Find(len(ints), func(i int) int { return 2 - ints[i] }))
	fmt.Println(sort.Find(len(ints), func(i int) int { return 7 - ints[i] }))
	sort.Ints(ints)
	sort.Float64s(floats)
	sort.Strings(strings)
	p := people{{"Ann", 30}, {"Bob", 25}, {"Cid", 30}, {"Dee", 25}}
	sort.Sort(sort.Reverse(p))
	fmt.Println(p, sort.IsSorted(p), sort.IsSorted(sort.Reverse(p)))
	sort.Stable(p)
	fmt.Println(p, sort.SliceIsSorted(p, p.Less))
	sort.SliceStable(p, func(i, j int) bool { return p[i].name > p[j].name })
	sort.Slice(p, p.Less)
	fmt.Println(p)
	for _, x := range []any{nil, 5, [3]int{3, 2, 1}} {
		func() {
			defer func() { fmt.Println(recover() != nil) }()
			sort.Slice(x, func(i, j int) bool { return false })
		}()
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		slices.SortFunc([]int{3, 2, 1}, func(a, b int) int { panic("in the comparison") })
	}()
}
