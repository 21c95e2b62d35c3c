package slices

import "cmp"

func insertionOrdered[E cmp.Ordered](x []E) {
	for i := 1; i < len(x); i++ {
		v := x[i]
		j := i
		for j > 0 && cmp.Less(v, x[j-1]) {
			x[j] = x[j-1]
			j--
		}
		x[j] = v
	}
}

func heapSortOrdered[E cmp.Ordered](x []E) {
	for root := len(x)/2 - 1; root >= 0; root-- {
		siftDownOrdered(x, root)
	}
	for end := len(x) - 1; end > 0; end-- {
		x[0], x[end] = x[end], x[0]
		siftDownOrdered(x[:end], 0)
	}
}

func siftDownOrdered[E cmp.Ordered](x []E, root int) {
	for {
		child := 2*root + 1
		if child >= len(x) {
			return
		}
		if child+1 < len(x) && cmp.Less(x[child], x[child+1]) {
			child++
		}
		if !cmp.Less(x[root], x[child]) {
			return
		}
		x[root], x[child] = x[child], x[root]
		root = child
	}
}

// order3Ordered orders three elements of x by their places.
func order3Ordered[E cmp.Ordered](x []E, a, b, c int) {
	if cmp.Less(x[b], x[a]) {
		x[a], x[b] = x[b], x[a]
	}
	if cmp.Less(x[c], x[b]) {
		x[b], x[c] = x[c], x[b]
		if cmp.Less(x[b], x[a]) {
			x[a], x[b] = x[b], x[a]
		}
	}
}

// quickOrdered sorts x; budget is how many unbalanced partitions it may still make.
func quickOrdered[E cmp.Ordered](x []E, budget int) {
	for len(x) > shortRange {
		if budget == 0 {
			heapSortOrdered(x)
			return
		}
		n := len(x)
		mid := n / 2
		if n >= 128 {
			order3Ordered(x, 0, mid, n-1)
			order3Ordered(x, 1, mid-1, n-2)
			order3Ordered(x, 2, mid+1, n-3)
			order3Ordered(x, mid-1, mid, mid+1)
		} else {
			order3Ordered(x, 0, mid, n-1)
		}
		x[0], x[mid] = x[mid], x[0]
		place, inOrder := partitionOrdered(x)
		left, right := x[:place], skipEqualOrdered(x[place:])
		if min(place, n-1-place) < n/8 {
			budget--
			scatter(left)
			scatter(right)
		} else if inOrder && nearlySortedOrdered(left) && nearlySortedOrdered(right) {
			return
		}
		// Recurse into the shorter side, so that the depth is logarithmic.
		if len(left) < len(right) {
			quickOrdered(left, budget)
			x = right
		} else {
			quickOrdered(right, budget)
			x = left
		}
	}
	insertionOrdered(x)
}

// partitionOrdered puts the pivot x[0] at its final place, with smaller elements before it, and
// reports whether no element had to move.
func partitionOrdered[E cmp.Ordered](x []E) (place int, inOrder bool) {
	pivot := x[0]
	i, j := 1, len(x)-1
	for i <= j && cmp.Less(x[i], pivot) {
		i++
	}
	for i <= j && !cmp.Less(x[j], pivot) {
		j--
	}
	inOrder = i > j
	for i < j {
		x[i], x[j] = x[j], x[i]
		i++
		j--
		for i <= j && cmp.Less(x[i], pivot) {
			i++
		}
		for i <= j && !cmp.Less(x[j], pivot) {
			j--
		}
	}
	x[0] = x[j]
	x[j] = pivot
	return j, inOrder
}

// skipEqualOrdered takes a range whose first element is its least, moves the elements that equal
// it to the front if there seem to be many, and gives what follows them.
func skipEqualOrdered[E cmp.Ordered](x []E) []E {
	n := len(x)
	if n < 3 || cmp.Less(x[0], x[n/2]) && cmp.Less(x[0], x[n/4]) {
		return x[1:]
	}
	k := 1
	for i := 1; i < n; i++ {
		if !cmp.Less(x[0], x[i]) {
			x[i], x[k] = x[k], x[i]
			k++
		}
	}
	return x[k:]
}

// nearlySortedOrdered insertion-sorts x if few moves do it, and reports whether x is sorted now.
func nearlySortedOrdered[E cmp.Ordered](x []E) bool {
	moves := 0
	for i := 1; i < len(x); i++ {
		v := x[i]
		j := i
		for j > 0 && moves <= 8 && cmp.Less(v, x[j-1]) {
			x[j] = x[j-1]
			j--
			moves++
		}
		x[j] = v
		if moves > 8 {
			return false
		}
	}
	return true
}
