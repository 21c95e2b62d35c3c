// Keys that cannot be hashed, in maps that are nil, empty and full, by every operation and in every kind of key
// that may hold them.
package main

import "fmt"

type in struct {
	n int
	v any
}

type deep struct {
	a [2]in
	s string
}

type iface interface{ m() }
type bad []int

func (bad) m() {}

type good int

func (good) m() {}

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, r)
		}
	}()
	f()
	fmt.Println(name, "no panic")
}

func all[K comparable](name string, fine, other, wrong K) {
	for i, m := range []map[K]int{nil, {}, {fine: 1}, {fine: 1, other: 2}} {
		n := fmt.Sprint(name, " ", i, " ")
		for _, k := range []K{fine, wrong} {
			try(n+"get", func() { fmt.Print(m[k], " ") })
			try(n+"get, ok", func() { v, ok := m[k]; fmt.Print(v, ok, " ") })
			try(n+"delete", func() { delete(m, k) })
			try(n+"set", func() { m[k] = 1 })
			try(n+"update", func() { m[k]++ })
			try(n+"literal", func() { fmt.Print(len(map[K]int{other: 1, k: 2}), " ") })
		}
		try(n+"emptied", func() { clear(m); fmt.Print(m[wrong]) })
	}
}

func main() {
	f := func() {}
	all[any]("any", 1, "b", []int{})
	all[any]("any of array", 1, "b", [1]any{f})
	all[iface]("interface", good(1), good(2), bad{})
	all("array", [2]any{1, 2}, [2]any{1, 3}, [2]any{1, map[int]int{}})
	all("struct", in{1, 2}, in{2, 2}, in{1, f})
	all("array of structs", [1]in{{1, 2}}, [1]in{{1, nil}}, [1]in{{1, []string{}}})
	all("deep", deep{s: "x"}, deep{s: "y"}, deep{a: [2]in{1: {0, bad{}}}})
	all("array of interfaces", [2]iface{good(1), nil}, [2]iface{nil, nil}, [2]iface{nil, bad{}})
}
