// Before go1.22 a loop has one variable for all its iterations.
package main

import "fmt"

type pair struct{ a, b int }

func main() {
	var fs []func()
	var ps []*int
	add := func(f func()) { fs = append(fs, f) }
	for i := 0; i < 3; i++ {
		add(func() { fmt.Print(i, " ") })
		ps = append(ps, &i)
	}
	for i, v := range []int{7, 8} {
		add(func() { fmt.Print(i, v, " ") })
		ps = append(ps, &v)
	}
	for i, v := range [...]pair{{1, 2}, {3, 4}} {
		add(func() { v.a += i; fmt.Print(v, " ") })
	}
	for i, c := range "añ" {
		add(func() { fmt.Print(i, string(c), " ") })
	}
	for k, v := range map[string]pair{"k": {5, 6}} {
		add(func() { fmt.Print(k, v, " ") })
	}
	c := make(chan string, 2)
	c <- "x"
	c <- "y"
	close(c)
	for s := range c {
		add(func() { fmt.Print(s, " ") })
	}
	// One variable again each time the loop begins, and none where it is declared outside.
	for range [2]int{} {
		for j := range []int{0, 0} {
			add(func() { fmt.Print(j, " "); j++ })
		}
	}
	var k int
	for k = range []int{0, 0, 0} {
		add(func() { fmt.Print(k, " ") })
	}
	for i, j := 0, 10; i < j; i, j = i+1, j-4 {
		i := i
		add(func() { fmt.Print(i, j, " "); j++ })
	}
	for _, f := range fs {
		f()
	}
	fmt.Println()
	for _, p := range ps {
		fmt.Print(*p, " ")
	}
	fmt.Println(ps[0] == ps[2], ps[3] == ps[4], ps[0] == ps[3])
}
