package main

import (
	"fmt"
	"math"
	"sort"
)

// Of package level, so that gc has no room for them on a stack.
var (
	grow []int
	gs   []string
)

func main() {
	m := map[string][]int{}
	m["a"] = append(m["a"], 1, 2)
	m["b"] = append(m["b"], 3)
	v, ok := m["z"]
	fmt.Println(m, len(m), v == nil, ok)
	delete(m, "a")
	delete(m, "nope")
	fmt.Println(m)
	clear(m)
	fmt.Println(len(m))
	nan := map[float64]int{}
	nan[math.NaN()] = 1
	nan[math.NaN()] = 2
	nan[0.0] = 3
	nan[math.Copysign(0, -1)] = 4
	fmt.Println(len(nan), nan[0], nan[math.NaN()])
	big := make(map[int]int, 10)
	for i := range 5000 {
		big[i*7] = i
	}
	sum := 0
	for k, v := range big {
		if k != v*7 {
			fmt.Println("bad")
		}
		sum += v
	}
	for i := 0; i < 5000; i += 2 {
		delete(big, i*7)
	}
	fmt.Println(len(big), sum, big[7], big[14])
	keys := map[any]string{1: "int", "s": "string", 2.5: "float", [2]int{1, 2}: "array", struct{ x int }{1}: "struct", nil: "nil", true: "bool"}
	fmt.Println(keys[1], keys["s"], keys[[2]int{1, 2}], keys[struct{ x int }{1}], keys[nil], keys[int8(1)] == "")
	nested := map[string]map[string]int{"x": {"y": 1}}
	nested["x"]["z"]++
	fmt.Println(nested)
	type key struct {
		a string
		b int
	}
	sk := map[key]*int{}
	n := 5
	sk[key{"q", 1}] = &n
	*sk[key{"q", 1}]++
	fmt.Println(n)

	s := make([]int, 3, 10)
	t := append(s, 4)
	u := append(s, 5)
	fmt.Println(t, u, len(s), cap(s), &t[0] == &u[0])
	w := s[1:2:3]
	w = append(w, 7)
	w = append(w, 8)
	fmt.Println(w, s, cap(w) >= 3)
	copy(s, []int{9, 9})
	fmt.Println(s, copy(s[1:], s))
	var nilS []int
	fmt.Println(nilS == nil, len(nilS), append(nilS, nilS...) == nil, append([]int{}, nilS...) == nil)
	caps := []int{}
	last := -1
	for i := range 3000 {
		grow = append(grow, i)
		if cap(grow) != last {
			last = cap(grow)
			caps = append(caps, last)
		}
	}
	fmt.Println(caps)
	last = -1
	for range 300 {
		gs = append(gs, "")
		if cap(gs) != last {
			last = cap(gs)
			fmt.Print(last, " ")
		}
	}
	fmt.Println(cap(append([]byte("hello"), 1)), cap(append([]int{1}, 2, 3, 4)))
	arr := [...]string{2: "c", 0: "a"}
	fmt.Printf("%q %d\n", arr, len(arr))
	pa := &arr
	pa[1] = "b"
	for i, x := range pa {
		fmt.Print(i, x, " ")
	}
	fmt.Println(len(pa), arr[1:], pa[:2])
	a2 := [2][3]int{{1, 2, 3}, {4, 5, 6}}
	b2 := a2
	b2[1][2] = 60
	fmt.Println(a2, b2, a2 != b2)
	as := (*[3]int)([]int{1, 2, 3})
	as[0] = 10
	fmt.Println(*as, [2]int([]int{7, 8}))
	matrix := make([][]float64, 3)
	for i := range matrix {
		matrix[i] = make([]float64, 3)
		matrix[i][i] = 1
	}
	fmt.Println(matrix)
	people := []struct {
		Name string
		Age  int
	}{{"Al", 30}, {"Bo", 25}, {"Cy", 35}, {"Di", 25}}
	sort.SliceStable(people, func(i, j int) bool { return people[i].Age < people[j].Age })
	fmt.Println(people)
	i := 1
	sl := []int{10, 20, 30}
	sl[i], i = i, 2
	fmt.Println(sl, i)
	sl = append(sl[:1], sl[2:]...)
	fmt.Println(sl, len(sl), cap(sl))
	clear(sl)
	fmt.Println(sl)
	idx := map[rune]int{}
	for _, r := range "hello" {
		idx[r]++
	}
	fmt.Println(idx['l'], len(idx))
	mf := map[string]func(int) int{"dbl": func(x int) int { return 2 * x }}
	fmt.Println(mf["dbl"](4))
	mm := map[string]struct{ n int }{"a": {1}}
	fmt.Println(mm["a"].n, mm["b"].n)
}
