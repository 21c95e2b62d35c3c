// Allocation and collection: binary trees of depth 16, forty times.
package main

import "fmt"

type tree struct{ left, right *tree }

func grow(depth int) *tree {
	if depth == 0 {
		return &tree{}
	}
	return &tree{grow(depth - 1), grow(depth - 1)}
}

func (t *tree) count() int {
	if t.left == nil {
		return 1
	}
	return 1 + t.left.count() + t.right.count()
}

func main() {
	sum := 0
	for range 40 {
		sum += grow(16).count()
	}
	fmt.Println(sum)
}
