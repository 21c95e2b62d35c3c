// Calls in places that are assigned to are made once, whatever the key of a map is.
package main

import "fmt"

type pair struct{ a, b int8 }

var (
	g     int8 = 3
	calls int
)

func id[T any](x T) T { return x }

func f(x int) int8 { fmt.Println("call", x); calls++; g++; return int8(x & 3) }

func try(what int, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(what, r)
		}
	}()
	f()
}

func main() {
	tiny := map[int8]int{}
	plain := map[int]int{}
	text := map[string]int{}
	pairs := map[pair]int{}
	boxes := map[any]int{}
	floats := map[float64]*int{}
	s := []int{1, 2, 3, 4}
	arr := [4]pair{}
	p := &arr
	tiny[f(1)] = 5
	tiny[(g^g)^f(2)] = 5
	tiny[(g^g)^f(3)] = (int(g) % (id(6) | 1)) << (id(uint(1)) % 67)
	tiny[g-g+f(4)] += int(g) % id(6)
	tiny[g-g+f(5)]++
	plain[int(g-g)+int(f(6))] = int(g)
	plain[int(g-g)+int(f(7))] /= int(f(8)) + 1
	text[fmt.Sprint(g, f(9))] = int(g)
	text[fmt.Sprint(g)+string('a'+rune(f(10)))] += int(f(11))
	pairs[pair{g, f(12)}] = int(g)
	pairs[pair{g, f(13)}] += int(f(14))
	boxes[f(15)-g] = int(f(16))
	boxes[pair{f(17), g}]++
	floats[float64(g)/float64(f(18)+1)] = nil
	s[int(g-g)+int(f(19))] = id(3)
	s[int(g-g)+int(f(20))] += id(3)
	arr[int(g-g)+int(f(21))].b = f(22)
	p[int(g-g)+int(f(23))].b += f(24)
	(*p)[f(25)], arr[int(g-g)+int(f(26))] = pair{f(27), g}, pair{g, f(28)}
	tiny[g-g+f(29)], tiny[g-g+f(30)] = int(f(31)), int(g)
	boxes[g-g+f(32)], pairs[pair{f(33), g}], s[f(34)] = int(g), int(f(35)), int(g)
	try(36, func() { var none map[pair]int; none[pair{f(36), g}] = int(f(37)) })
	try(38, func() { var none []int; none[g-g+f(38)], tiny[f(39)] = int(f(40)), 1 })
	fmt.Println(tiny, plain, text, pairs, len(boxes), len(floats), s, arr, calls)
}
