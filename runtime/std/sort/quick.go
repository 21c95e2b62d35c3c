package sort

// Pattern-defeating quicksort, after Orson Peters (arXiv:2106.05123), over places: insertion
// sort for short ranges, the median of three or of nine as pivot, an early stop for ranges that
// turn out to be in order, a few swaps after an unbalanced partition, heapsort after too many
// of those. A range is [lo, hi).
const shortRange = 12

// badPartitions is how many unbalanced partitions a range of n elements may take.
func badPartitions(n int) int {
	k := 0
	for ; n > 0; n >>= 1 {
		k++
	}
	return k
}

func insertion(data Interface, lo, hi int) {
	for i := lo + 1; i < hi; i++ {
		for j := i; j > lo && data.Less(j, j-1); j-- {
			data.Swap(j, j-1)
		}
	}
}

func heapSort(data Interface, lo, hi int) {
	n := hi - lo
	for root := n/2 - 1; root >= 0; root-- {
		siftDown(data, root, n, lo)
	}
	for end := n - 1; end > 0; end-- {
		data.Swap(lo, lo+end)
		siftDown(data, 0, end, lo)
	}
}

func siftDown(data Interface, root, n, lo int) {
	for {
		child := 2*root + 1
		if child >= n {
			return
		}
		if child+1 < n && data.Less(lo+child, lo+child+1) {
			child++
		}
		if !data.Less(lo+root, lo+child) {
			return
		}
		data.Swap(lo+root, lo+child)
		root = child
	}
}

func order3(data Interface, a, b, c int) {
	if data.Less(b, a) {
		data.Swap(a, b)
	}
	if data.Less(c, b) {
		data.Swap(b, c)
		if data.Less(b, a) {
			data.Swap(a, b)
		}
	}
}

// quick sorts a range; budget is how many unbalanced partitions it may still make.
func quick(data Interface, lo, hi, budget int) {
	for hi-lo > shortRange {
		if budget == 0 {
			heapSort(data, lo, hi)
			return
		}
		n := hi - lo
		mid := lo + n/2
		if n >= 128 {
			order3(data, lo, mid, hi-1)
			order3(data, lo+1, mid-1, hi-2)
			order3(data, lo+2, mid+1, hi-3)
			order3(data, mid-1, mid, mid+1)
		} else {
			order3(data, lo, mid, hi-1)
		}
		data.Swap(lo, mid)
		place, inOrder := partition(data, lo, hi)
		right := skipEqual(data, place, hi)
		if min(place-lo, hi-1-place) < n/8 {
			budget--
			scatter(data, lo, place)
			scatter(data, right, hi)
		} else if inOrder && nearlySorted(data, lo, place) && nearlySorted(data, right, hi) {
			return
		}
		// Recurse into the shorter side, so that the depth is logarithmic.
		if place-lo < hi-right {
			quick(data, lo, place, budget)
			lo = right
		} else {
			quick(data, right, hi, budget)
			hi = place
		}
	}
	insertion(data, lo, hi)
}

// partition puts the pivot, element lo, at its final place, with smaller elements before it,
// and reports whether no element had to move.
func partition(data Interface, lo, hi int) (place int, inOrder bool) {
	i, j := lo+1, hi-1
	for i <= j && data.Less(i, lo) {
		i++
	}
	for i <= j && !data.Less(j, lo) {
		j--
	}
	inOrder = i > j
	for i < j {
		data.Swap(i, j)
		i++
		j--
		for i <= j && data.Less(i, lo) {
			i++
		}
		for i <= j && !data.Less(j, lo) {
			j--
		}
	}
	data.Swap(lo, j)
	return j, inOrder
}

// skipEqual takes a range whose first element is its least, moves the elements that equal it
// to the front if there seem to be many, and gives the place that follows them.
func skipEqual(data Interface, lo, hi int) int {
	n := hi - lo
	if n < 3 || data.Less(lo, lo+n/2) && data.Less(lo, lo+n/4) {
		return lo + 1
	}
	k := lo + 1
	for i := lo + 1; i < hi; i++ {
		if !data.Less(lo, i) {
			data.Swap(i, k)
			k++
		}
	}
	return k
}

// nearlySorted insertion-sorts a range if few swaps do it, and reports whether it is sorted now.
func nearlySorted(data Interface, lo, hi int) bool {
	moves := 0
	for i := lo + 1; i < hi; i++ {
		for j := i; j > lo && data.Less(j, j-1); j-- {
			if moves++; moves > 8 {
				return false
			}
			data.Swap(j, j-1)
		}
	}
	return true
}

// scatter swaps a few elements to break a pattern that partitions badly.
func scatter(data Interface, lo, hi int) {
	n := hi - lo
	if n < 8 {
		return
	}
	quarter := n / 4
	data.Swap(lo, lo+quarter)
	data.Swap(hi-1, hi-quarter)
	if n > 128 {
		data.Swap(lo+1, lo+quarter+1)
		data.Swap(lo+2, lo+quarter+2)
		data.Swap(hi-2, hi-quarter-1)
		data.Swap(hi-3, hi-quarter-2)
	}
}
