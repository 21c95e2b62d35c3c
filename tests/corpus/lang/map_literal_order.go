// Map literals whose keys are equal: entries that are in the data come first, whatever stands before them.
package main

import "fmt"

func f(n int) int { fmt.Print("f", n, " "); return n }

type S struct{ a, b int }

var g = 7

func main() {
	// equal keys, array
	m := map[[2]uint8]int{{}: f(1), {}: -171}
	fmt.Println("1", m)
	m = map[[2]uint8]int{{}: -171, {}: f(1)}
	fmt.Println("2", m)
	m = map[[2]uint8]int{{}: f(1), {}: 5, {}: f(2), {}: 6}
	fmt.Println("3", m)
	m2 := map[S]int{{1, 2}: f(1), {1, 2}: 4}
	fmt.Println("4", m2)
	x := 1
	m2 = map[S]int{{x, 2}: 3, {1, 2}: 4}
	fmt.Println("5", m2)
	m2 = map[S]int{{x, 2}: 3, {1, 2}: 4, {x, x + 1}: 9}
	fmt.Println("6", m2)
	m3 := map[int]int{x: f(3), 1: 8}
	fmt.Println("7", m3)
	m3 = map[int]int{x: 3, 1: 8}
	fmt.Println("8", m3)
	m3 = map[int]int{1: 8, x: 3}
	fmt.Println("9", m3)
	m4 := map[any]int{x: 1, 1: 2}
	fmt.Println("10", m4)
	m4 = map[any]int{S{1, 2}: f(5), S{1, 2}: 9}
	fmt.Println("11", m4)
	m5 := map[string]string{"a" + fmt.Sprint(): "x", "a": "y"}
	fmt.Println("12", m5)
	m6 := map[S][]int{{1, 2}: {f(1)}, {1, 2}: {4}}
	fmt.Println("13", m6)
	m7 := map[S]*S{{1, 2}: &S{f(1), 2}, {1, 2}: &S{4, 5}}
	fmt.Println("14", *m7[S{1, 2}])
	m7 = map[S]*S{{1, 2}: nil, {1, 2}: &S{4, 5}, {1, 2}: nil}
	fmt.Println("14b", m7[S{1, 2}])
	m8 := map[S]func() int{{1, 2}: func() int { return x }, {1, 2}: func() int { return 2 }}
	fmt.Println("15", m8[S{1, 2}]())
	m9 := map[S]any{{1, 2}: f(3), {1, 2}: 4}
	fmt.Println("16", m9)
	m9 = map[S]any{{1, 2}: 3, {1, 2}: S{3, 4}}
	fmt.Println("17", m9)
	m9 = map[S]any{{1, 2}: x, {1, 2}: "s"}
	fmt.Println("18", m9)
	m10 := map[S]S{{1, 2}: {x, 2}, {1, 2}: {3, 4}}
	fmt.Println("19", m10)
	m10 = map[S]S{{1, 2}: {}, {1, 2}: {f(3), 4}, {1, 2}: {5, 6}}
	fmt.Println("20", m10)
	m11 := map[S]int{{1, 2}: g, {1, 2}: 4}
	fmt.Println("21", m11)
	m12 := map[S]*int{{1, 2}: &x, {1, 2}: &g, {1, 2}: nil}
	fmt.Println("22", m12[S{1, 2}] == &g, m12[S{1, 2}] == &x, m12[S{1, 2}] == nil)
	m13 := map[[2]any]int{{1, "a"}: f(1), {1, "a"}: 2}
	fmt.Println("23", m13)
	m14 := map[*int]int{&g: f(1), &g: 2}
	fmt.Println("24", m14[&g])
	m15 := map[any]int{any(S{1, 2}): f(5), S{1, 2}: 9}
	fmt.Println("25", m15)
	const c = 5
	m16 := map[S]int{S{c, len("ab")}: x, {5, 2}: c * 2}
	fmt.Println("26", m16)
	m17 := map[S]uintptr{{1, 2}: uintptr(x), {1, 2}: 3}
	fmt.Println("27", m17)
	m18 := map[S]float64{{1, 2}: float64(x), {1, 2}: float64(4)}
	fmt.Println("28", m18)
	m19 := map[S]error{{1, 2}: fmt.Errorf("x"), {1, 2}: nil}
	fmt.Println("29", m19)
	m20 := map[S]map[int]int{{1, 2}: {f(1): 1}, {1, 2}: nil}
	fmt.Println("30", m20)
	m21 := map[S]map[int]int{{1, 2}: {f(1): 1}, {1, 2}: {1: 2}, {1, 2}: {x: 2}}
	fmt.Println("31", m21)
	m22 := map[S]chan int{{1, 2}: make(chan int, 1), {1, 2}: nil}
	fmt.Println("32", len(m22), m22[S{1, 2}] == nil)
	m23 := map[S]func(int) int{{1, 2}: f, {1, 2}: nil, {1, 2}: f}
	fmt.Println("33", m23[S{1, 2}] == nil)
	m24 := map[S][]byte{{1, 2}: []byte("abc"), {1, 2}: nil, {1, 2}: {1}}
	fmt.Println("34", m24)
	m25 := map[S]string{{1, 2}: string([]byte("abc")), {1, 2}: "k" + "l"}
	fmt.Println("35", m25)
	m26 := map[[1]string]int{{"a"}: 1, {"a"}: 2, {"a"}: x, {"a"}: 3}
	fmt.Println("36", m26)
	m27 := map[S][0]int{{x, 2}: {}, {1, 2}: {}}
	fmt.Println("37", m27)
	m28 := map[S]struct{}{{f(1), 2}: {}, {1, 2}: {}, {f(2), 2}: {}}
	fmt.Println("38", m28)
	func() {
		defer func() { fmt.Println("39", recover()) }()
		var a any = []int{}
		fmt.Println(map[any]int{a: f(9), S{1, 2}: 2, func() {}: 3}, map[any]int{f(1): f(9), "q": f(2), a: f(3), 7: f(4)})
	}()
	func() {
		defer func() { fmt.Println("40", recover()) }()
		var a any = []int{}
		fmt.Println(map[any]int{f(1): f(9), "q": f(2), a: f(3), 7: f(4)})
	}()
}
