// Literals of arrays and slices with indices: the length comes from the biggest, wherever it stands.
package main

import "fmt"

type point struct{ x, y int }

const last = 'e'

type big struct{ words [12]int }

func f(n int) int { return n * 10 }

func main() {
	n := 3
	fmt.Println([]int{5: 1, 2: 3}, len([]int{5: n, 2: n, n}), cap([]int{7: 0, 0: 1}))
	fmt.Println([...]int{4: 1, 0: 2, 3}, len([...]string{last: "e", 'a': "a"}), [...]string{2: "c", 0: "a"})
	fmt.Println([]string{3: "d", 1: "b", "c"}, [6]int{5: f(1), 1: f(2), f(3)})
	fmt.Println([]point{2: {1, 2}, 0: {3, 4}}, []*point{1: {5, 6}, 0: nil}[1].y, [][]int{2: {1}, 0: {2, 3}, {}})
	fmt.Println(len([]struct{}{9: {}, 1: {}}), len([]byte{255: 1, 0: 2}), [...][2]int{1: {1}, 0: {1: 2}})
	s := []big{2: {[12]int{11: 1}}, 0: {[12]int{3: 3, 0: 7}}}
	fmt.Println(len(s), s[2].words, s[0].words)
	m := map[string][]int{"a": {3: n, 1: n}, "b": {1: 1, 0: 0}}
	fmt.Println(len(m["a"]), m)
	var global = table
	fmt.Println(len(table), global[1], len(names), names['c'])
}

var table = []any{4: 1, 1: "one", 2: nil}
var names = [...]string{'c': "c", 'b': "b"}
