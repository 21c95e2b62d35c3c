package slices

func insertionFunc[E any](x []E, cmp func(a, b E) int) {
	for i := 1; i < len(x); i++ {
		v := x[i]
		j := i
		for j > 0 && cmp(v, x[j-1]) < 0 {
			x[j] = x[j-1]
			j--
		}
		x[j] = v
	}
}

func heapSortFunc[E any](x []E, cmp func(a, b E) int) {
	for root := len(x)/2 - 1; root >= 0; root-- {
		siftDownFunc(x, root, cmp)
	}
	for end := len(x) - 1; end > 0; end-- {
		x[0], x[end] = x[end], x[0]
		siftDownFunc(x[:end], 0, cmp)
	}
}

func siftDownFunc[E any](x []E, root int, cmp func(a, b E) int) {
	for {
		child := 2*root + 1
		if child >= len(x) {
			return
		}
		if child+1 < len(x) && cmp(x[child], x[child+1]) < 0 {
			child++
		}
		if cmp(x[root], x[child]) >= 0 {
			return
		}
		x[root], x[child] = x[child], x[root]
		root = child
	}
}

// order3Func orders three elements of x by their places.
func order3Func[E any](x []E, a, b, c int, cmp func(a, b E) int) {
	if cmp(x[b], x[a]) < 0 {
		x[a], x[b] = x[b], x[a]
	}
	if cmp(x[c], x[b]) < 0 {
		x[b], x[c] = x[c], x[b]
		if cmp(x[b], x[a]) < 0 {
			x[a], x[b] = x[b], x[a]
		}
	}
}

// quickFunc sorts x; budget is how many unbalanced partitions it may still make.
func quickFunc[E any](x []E, budget int, cmp func(a, b E) int) {
	for len(x) > shortRange {
		if budget == 0 {
			heapSortFunc(x, cmp)
			return
		}
		n := len(x)
		mid := n / 2
		if n >= 128 {
			order3Func(x, 0, mid, n-1, cmp)
			order3Func(x, 1, mid-1, n-2, cmp)
			order3Func(x, 2, mid+1, n-3, cmp)
			order3Func(x, mid-1, mid, mid+1, cmp)
		} else {
			order3Func(x, 0, mid, n-1, cmp)
		}
		x[0], x[mid] = x[mid], x[0]
		place, inOrder := partitionFunc(x, cmp)
		left, right := x[:place], skipEqualFunc(x[place:], cmp)
		if min(place, n-1-place) < n/8 {
			budget--
			scatter(left)
			scatter(right)
		} else if inOrder && nearlySortedFunc(left, cmp) && nearlySortedFunc(right, cmp) {
			return
		}
		// Recurse into the shorter side, so that the depth is logarithmic.
		if len(left) < len(right) {
			quickFunc(left, budget, cmp)
			x = right
		} else {
			quickFunc(right, budget, cmp)
			x = left
		}
	}
	insertionFunc(x, cmp)
}

// partitionFunc puts the pivot x[0] at its final place, with smaller elements before it, and
// reports whether no element had to move.
func partitionFunc[E any](x []E, cmp func(a, b E) int) (place int, inOrder bool) {
	pivot := x[0]
	i, j := 1, len(x)-1
	for i <= j && cmp(x[i], pivot) < 0 {
		i++
	}
	for i <= j && cmp(x[j], pivot) >= 0 {
		j--
	}
	inOrder = i > j
	for i < j {
		x[i], x[j] = x[j], x[i]
		i++
		j--
		for i <= j && cmp(x[i], pivot) < 0 {
			i++
		}
		for i <= j && cmp(x[j], pivot) >= 0 {
			j--
		}
	}
	x[0] = x[j]
	x[j] = pivot
	return j, inOrder
}

// skipEqualFunc takes a range whose first element is its least, moves the elements that equal
// it to the front if there seem to be many, and gives what follows them.
func skipEqualFunc[E any](x []E, cmp func(a, b E) int) []E {
	n := len(x)
	if n < 3 || cmp(x[0], x[n/2]) < 0 && cmp(x[0], x[n/4]) < 0 {
		return x[1:]
	}
	k := 1
	for i := 1; i < n; i++ {
		if cmp(x[0], x[i]) >= 0 {
			x[i], x[k] = x[k], x[i]
			k++
		}
	}
	return x[k:]
}

// nearlySortedFunc insertion-sorts x if few moves do it, and reports whether x is sorted now.
func nearlySortedFunc[E any](x []E, cmp func(a, b E) int) bool {
	moves := 0
	for i := 1; i < len(x); i++ {
		v := x[i]
		j := i
		for j > 0 && moves <= 8 && cmp(v, x[j-1]) < 0 {
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
