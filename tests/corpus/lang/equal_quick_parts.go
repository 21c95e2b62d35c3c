package main

import "fmt"

// Structs in interfaces are compared field by field: what follows a field that differs is not looked at,
// so that it may not panic; what comes before it may.

type before struct {
	v any
	s string
	n int
}

type after struct {
	s string
	n int
	v any
}

type texts struct {
	_    int
	a, b string
	_    string
	f    float64
	c    [2]string
}

func equal(a, b any) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(r)
		}
	}()
	fmt.Println(a == b)
}

func main() {
	bad := any([]int{1})
	equal(before{bad, "a", 1}, before{bad, "b", 2})
	equal(before{1, "a", 1}, before{2, "b", 2})
	equal(before{1, "a", 1}, before{1, "a", 1})
	equal(after{"a", 1, bad}, after{"b", 1, bad})
	equal(after{"a", 1, bad}, after{"a", 2, bad})
	equal(after{"a", 1, bad}, after{"ab", 1, bad})
	equal(after{"a", 1, bad}, after{"a", 1, bad})
	equal(after{"a", 1, 2}, after{"a", 1, 3})
	equal(texts{1, "a", "b", "c", 1, [2]string{"d", "e"}}, texts{2, "a", "b", "x", 1, [2]string{"d", "e"}})
	equal(texts{1, "a", "b", "c", 1, [2]string{"d", "e"}}, texts{1, "a", "c", "c", 1, [2]string{"d", "e"}})
	equal(texts{1, "a", "b", "c", 1, [2]string{"d", "e"}}, texts{1, "b", "b", "c", 1, [2]string{"d", "e"}})
	equal(texts{1, "a", "b", "c", 1, [2]string{"d", "e"}}, texts{1, "a", "b", "c", 2, [2]string{"d", "e"}})
	equal(texts{1, "a", "b", "c", 1, [2]string{"d", "e"}}, texts{1, "a", "b", "c", 1, [2]string{"d", "f"}})
}
