// Package heap keeps any sort.Interface with Push and Pop in heap order: a binary tree
// laid out in a slice, where no element sorts before its parent.
package heap

import "sort"

// Interface is what a type gives to be a heap. Push appends x as element Len(), Pop removes and returns element Len()-1.
type Interface interface {
	sort.Interface
	Push(x any)
	Pop() any
}

// Init puts h in heap order. O(n).
func Init(h Interface) {
	n := h.Len()
	for parent := n/2 - 1; parent >= 0; parent-- {
		sink(h, parent, n)
	}
}

// Push adds x. O(log n).
func Push(h Interface, x any) {
	h.Push(x)
	rise(h, h.Len()-1)
}

// Pop removes and returns the least element. O(log n).
func Pop(h Interface) any {
	last := h.Len() - 1
	h.Swap(0, last)
	sink(h, 0, last)
	return h.Pop()
}

// Remove removes and returns element i. O(log n).
func Remove(h Interface, i int) any {
	last := h.Len() - 1
	if i != last {
		h.Swap(i, last)
		if !sink(h, i, last) {
			rise(h, i)
		}
	}
	return h.Pop()
}

// Fix restores the order after element i has changed. O(log n).
func Fix(h Interface, i int) {
	if !sink(h, i, h.Len()) {
		rise(h, i)
	}
}

// rise moves element i towards the root until its parent does not sort after it.
func rise(h Interface, i int) {
	for i > 0 {
		parent := (i - 1) / 2
		if !h.Less(i, parent) {
			return
		}
		h.Swap(parent, i)
		i = parent
	}
}

// sink moves element i of the first n towards the leaves, and reports whether it moved.
func sink(h Interface, i, n int) bool {
	start := i
	for {
		child := 2*i + 1
		if child >= n || child < 0 {
			break
		}
		if right := child + 1; right < n && h.Less(right, child) {
			child = right
		}
		if !h.Less(child, i) {
			break
		}
		h.Swap(i, child)
		i = child
	}
	return i > start
}
