// Maps of every kind of key against a list of pairs: inserts, updates, deletes, clears, growth, and
// iteration while the map changes.
package main

import (
	"fmt"
	"math"
)

var seed uint64

func random(n int) int {
	seed = seed*6364136223846793005 + 1442695040888963407
	return int((seed >> 33) % uint64(n))
}

type pair[K comparable, V any] struct {
	k K
	v V
}

func find[K comparable, V any](l []pair[K, V], k K) int {
	for i := range l {
		if l[i].k == k {
			return i
		}
	}
	return -1
}

func check[K comparable, V comparable](name string, key func(int) K, val func(int) V) {
	bad, visits, grew := 0, 0, 0
	for _, room := range []int{-1, 0, 9} {
		for _, span := range []int{5, 40} {
			seed = uint64(room*1000 + span)
			var l []pair[K, V]
			m := map[K]V{}
			if room >= 0 {
				m = make(map[K]V, room)
			}
			for step := range 200 {
				k, v := key(random(span)), val(step)
				at := find(l, k)
				switch what := random(10); {
				case what < 5:
					m[k] = v
					if at < 0 {
						l = append(l, pair[K, V]{k, v})
					} else {
						l[at].v = v
					}
				case what < 8:
					delete(m, k)
					if at >= 0 {
						l = append(l[:at], l[at+1:]...)
					}
				case step == 130:
					clear(m)
					l = l[:0]
				default:
					got, ok := m[k]
					var zero V
					if ok != (at >= 0) || !ok && got != zero || ok && got != l[at].v || m[k] != got {
						bad++
					}
				}
				if len(m) != len(l) {
					bad++
				}
				if step%50 == 7 {
					seen := map[K]bool{}
					for k, v := range m {
						at := find(l, k)
						if at < 0 || l[at].v != v || seen[k] {
							bad++
						}
						seen[k] = true
						visits++
					}
					if len(seen) != len(l) {
						bad++
					}
				}
				if step%100 == 99 {
					// What is deleted before it is reached is not visited, what stays is, once.
					gone, back, seen := map[K]bool{}, map[K]bool{}, map[K]int{}
					for k := range m {
						seen[k]++
						if gone[k] && !back[k] {
							bad++
						}
						for i := range l {
							if random(4) == 0 && l[i].k != k && !gone[l[i].k] {
								gone[l[i].k] = true
								delete(m, l[i].k)
								break
							}
						}
						if random(3) == 0 {
							k := key(span + random(300))
							m[k], back[k] = val(0), true
							grew++
						}
					}
					for i := range l {
						if n := seen[l[i].k]; !back[l[i].k] && (n > 1 || n == 0 && !gone[l[i].k]) {
							bad++
						}
					}
					l = l[:0]
					for k, v := range m {
						l = append(l, pair[K, V]{k, v})
					}
				}
			}
		}
	}
	fmt.Println(name, bad, visits > 0, grew > 0)
}

type point struct{ x, y int32 }
type named struct {
	s string
	_ int
	f float64
}
type boxed [4]string
type chain struct {
	a any
	p *int
}

func main() {
	ints := make([]int, 1000)
	chans := make([]chan int, 1000)
	for i := range chans {
		chans[i] = make(chan int)
	}
	num := func(i int) int { return i }
	check("int", func(i int) int { return i*7 - 50 }, num)
	check("bool", func(i int) bool { return i%2 == 0 }, num)
	check("int8", func(i int) int8 { return int8(i) }, func(i int) string { return fmt.Sprint(i) })
	check("uint16", func(i int) uint16 { return uint16(i * 1021) }, func(i int) [3]int { return [3]int{i, 0, i} })
	check("uint32", func(i int) uint32 { return uint32(i) << 24 }, func(i int) struct{} { return struct{}{} })
	check("uint64", func(i int) uint64 { return uint64(i) << 55 }, num)
	check("uintptr", func(i int) uintptr { return uintptr(i * 4096) }, func(i int) bool { return i%3 == 0 })
	check("float64", func(i int) float64 { return []float64{0, math.Copysign(0, -1), math.Inf(1), 1e-300}[i%4] * float64(i-1) }, num)
	check("float32", func(i int) float32 { return float32(i-2) / 8 }, func(i int) float32 { return float32(i) })
	check("complex", func(i int) complex128 { return complex(float64(i%5), float64(i/5)) }, num)
	check("string", func(i int) string { return "key of some length "[:i%19] + fmt.Sprint(i) }, func(i int) any { return i })
	check("empty strings", func(i int) string { return "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"[:i%40] }, num)
	check("any", func(i int) any { return []any{i, int8(i), fmt.Sprint(i), float64(i), nil, point{int32(i), 1}, [2]int{i, i}}[i%7] }, num)
	check("pointer", func(i int) *int { return &ints[i] }, num)
	check("chan", func(i int) chan int { return chans[i] }, num)
	check("point", func(i int) point { return point{int32(i % 3), int32(i)} }, func(i int) point { return point{1, int32(i)} })
	check("named", func(i int) named { return named{s: fmt.Sprint(i), f: float64(i)} }, num)
	check("boxed", func(i int) boxed { return boxed{3: fmt.Sprint(i)} }, func(i int) boxed { return boxed{fmt.Sprint(i)} })
	check("chain", func(i int) chain { return chain{i % 10, &ints[i]} }, num)
	check("array", func(i int) [2]byte { return [2]byte{byte(i), byte(i >> 8)} }, num)
	check("empty", func(i int) struct{} { return struct{}{} }, num)

	// Keys that differ from themselves are never found, and only clear removes them.
	m := map[float64]int{}
	for i := range 20 {
		m[math.NaN()] = i
		delete(m, math.NaN())
	}
	_, ok := m[math.NaN()]
	sum := 0
	for k, v := range m {
		if k == k {
			sum += 1000
		}
		sum += v
	}
	fmt.Println(len(m), ok, sum)
	clear(m)
	fmt.Println(len(m))
	// Where an iteration starts differs from one to the next, for small and for big maps.
	for _, size := range []int{8, 200} {
		m := map[int]int{}
		for i := range size {
			m[i] = i
		}
		starts := map[int]bool{}
		for range 200 {
			for k := range m {
				starts[k] = true
				break
			}
		}
		fmt.Println(size, len(starts) > 3)
	}
	var none map[any]int
	delete(none, 1)
	clear(none)
	for range none {
		fmt.Println("never")
	}
	try := func(name string, f func()) {
		defer func() { fmt.Println(name, recover()) }()
		f()
	}
	full := map[any]int{1: 1}
	for _, m := range []map[any]int{nil, {}, full} {
		try("read", func() { _ = m[[]int{}] })
		try("ok", func() { _, _ = m[map[int]int{}] })
		try("delete", func() { delete(m, any(func() {})) })
		try("write", func() { m[struct{ f func() }{}] = 1 })
		try("array", func() { m[[1]any{[]int{}}]++ })
		try("fine", func() { m[[0]any{}]++ })
	}
	fmt.Println(len(full))
}
