package main

import "fmt"

type point struct{ x, y int }

func (p point) sum() int { return p.x + p.y }

type adder interface{ sum() int }

func add(a, b int) (total int) {
	total = a + b
	return
}

// count says how often each word occurs among the first.
func count(words []string, limit int) map[string]int {
	m := map[string]int{}
	for i, w := range words {
		if i >= limit {
			break
		}
		m[w]++
		if step := add(i, limit); step > 3 {
			println(step)
		}
	}
	return m
}

func guarded(a adder) (n int) {
	defer func() {
		if r := recover(); r != nil {
			n = -1
		}
	}()
	return a.sum()
}

func main() {
	p := point{1, 2}
	n := 0
	inc := func() { n += p.sum() }
	inc()
	q := &p
	q.x = 7
	done := make(chan string)
	go func() { done <- "done" }()
	fmt.Println(n, count([]string{"a", "b", "a"}, 5), guarded(q), guarded(nil), <-done)
}
