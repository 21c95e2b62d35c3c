// Guards that return at once, with results that are where they must be: all comparisons, both ways.
package main

import "fmt"

type node struct {
	left, right *node
	value       int
}

var calls int

func (n *node) walk(f func(int)) {
	if n == nil {
		return
	}
	n.left.walk(f)
	f(n.value)
	n.right.walk(f)
}

func insert(n *node, v int) *node {
	if n != nil {
		if v < n.value {
			n.left = insert(n.left, v)
		} else {
			n.right = insert(n.right, v)
		}
		return n
	}
	return &node{value: v}
}

func less(n int) int {
	if n < 2 {
		return n
	}
	return less(n-1) + less(n-2)
}

func lessEqual(n int) int {
	if n <= 2 {
		return n
	}
	return lessEqual(n-1) + lessEqual(n-3)
}

func greater(n int) int {
	if n > 100 {
		return n
	}
	return greater(n + 7)
}

func greaterEqual(n int8) int8 {
	if n >= 100 {
		return n
	}
	return greaterEqual(n + 3)
}

func equal(n uint16) uint16 {
	if n == 7 {
		return n
	}
	return equal(n*5 + 2)
}

func unequal(n int64) int64 {
	if n != -3 {
		return n
	}
	return unequal(n + 1)
}

func isTrue(b bool, n int) (bool, int) {
	if b {
		return b, n
	}
	return isTrue(n > 3, n+1)
}

func isFalse(b bool, n int) (bool, int) {
	if !b {
		return b, n
	}
	return isFalse(n < 3, n+1)
}

func void(n int) {
	calls++
	if n == 0 {
		return
	}
	void(n - 1)
	if n&1 != 0 {
		return
	}
	calls += 10
}

func nothing(s string) {
	if len(s) > 3 {
		return
	}
	calls++
	nothing(s + "x")
}

func later(n int) (result int) {
	defer func() { result += n }()
	if n < 3 {
		return n
	}
	return later(n-1) * 2
}

func main() {
	var root *node
	for _, v := range []int{5, 2, 8, 1, 9, 3} {
		root = insert(root, v)
	}
	root.walk(func(v int) { fmt.Print(v, " ") })
	fmt.Println()
	fmt.Println(less(20), lessEqual(20), greater(3), greaterEqual(-5), equal(1), unequal(-3), unequal(4))
	fmt.Println(isTrue(false, 0))
	fmt.Println(isFalse(true, 0))
	void(9)
	nothing("")
	fmt.Println(calls, later(6))
	for n := range 4 {
		fmt.Print(less(n), lessEqual(n), greater(98+n), unequal(int64(n)-4), " ")
	}
	fmt.Println()
	defer func() { fmt.Println("recovered:", recover()) }()
	var guard func(n int) int
	guard = func(n int) int {
		if n < 0 {
			return n
		}
		return guard(n-1) / n
	}
	fmt.Println(guard(3))
}
