// Maps that are rebuilt while a range goes over them, with collections in between, so that a new table may lie
// where the first one was: what stays in the map is visited once, what was deleted is not.
package main

import (
	"fmt"
	"runtime"
)

// churn makes a map of n entries use up its table more than once.
func churn(m map[int]int, n int) {
	for i := range 3 * n {
		m[-1-i] = i
		delete(m, -1-i)
	}
}

func visit(n, rounds, removed int) {
	m := map[int]int{}
	for i := range n {
		m[i] = i * i
	}
	seen := make([]int, n)
	gone := make([]bool, n)
	late := 0
	for k, v := range m {
		if k < 0 {
			late++
			continue
		}
		seen[k]++
		if gone[k] || v != k*k {
			fmt.Println(n, rounds, removed, "visits", k, v, gone[k])
		}
		if seen[k] > 1 {
			fmt.Println(n, rounds, removed, "twice", k)
		}
		// Entries before and after this one go away.
		for j := range removed {
			if d := (k + 1 + j*7) % n; d != k {
				delete(m, d)
				gone[d] = true
			}
		}
		for range k%rounds + 1 {
			churn(m, n)
			runtime.GC()
			churn(m, n/2)
		}
	}
	for k := range n {
		if seen[k] == 0 && !gone[k] {
			fmt.Println(n, rounds, removed, "missed", k)
		}
	}
	if late > 0 {
		fmt.Println("late", late)
	}
}

func main() {
	for _, n := range []int{5, 12, 20, 40} {
		for rounds := 1; rounds <= 3; rounds++ {
			for removed := range 3 {
				visit(n, rounds, removed)
			}
		}
	}
	fmt.Println("all visited")
}
