// The order that unstable sorts leave equal elements in, and how often sorts compare, for many shapes of input.
package main

import (
	"fmt"
	"slices"
	"sort"
)

var state uint64 = 88172645463325252

func next(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state % uint64(n))
}

type pair struct{ k, id int }

type byK []pair

func (b byK) Len() int           { return len(b) }
func (b byK) Less(i, j int) bool { return b[i].k < b[j].k }
func (b byK) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

func gen(kind, n int) []pair {
	p := make([]pair, n)
	for i := range p {
		switch kind {
		case 0:
			p[i].k = next(n + 1)
		case 1:
			p[i].k = next(4)
		case 2:
			p[i].k = i / 3
		case 3:
			p[i].k = -i / 2
		case 4:
			p[i].k = i % 7
		case 5:
			p[i].k = min(i, n-i)
		case 6:
			p[i].k = i
			if next(10) == 0 {
				p[i].k = next(n)
			}
		case 7:
			p[i].k = 5
		}
		p[i].id = i
	}
	return p
}

func hash(p []pair) uint64 {
	h := uint64(1469598103934665603)
	for _, x := range p {
		h = (h ^ uint64(x.k*1000003+x.id)) * 1099511628211
	}
	return h
}

func main() {
	for _, n := range []int{0, 1, 2, 5, 11, 12, 13, 20, 49, 50, 51, 100, 127, 128, 129, 500, 1000} {
		for kind := range 8 {
			a := gen(kind, n)
			b, c, d, e := slices.Clone(a), slices.Clone(a), slices.Clone(a), slices.Clone(a)
			var cmps [4]int
			sort.Sort(byK(a))
			sort.Slice(b, func(i, j int) bool { cmps[0]++; return b[i].k < b[j].k })
			slices.SortFunc(c, func(x, y pair) int { cmps[1]++; return x.k - y.k })
			sort.Stable(byK(d))
			slices.SortStableFunc(e, func(x, y pair) int { cmps[2]++; return x.k - y.k })
			fmt.Println(n, kind, hash(a), hash(b), hash(c), hash(d), hash(e), cmps)
		}
	}
}
