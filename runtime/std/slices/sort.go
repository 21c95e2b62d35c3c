package slices

import (
	"cmp"
)

// The sorts here are pattern-defeating quicksort, after Orson Peters (arXiv:2106.05123):
// insertion sort for short ranges, the median of three or of nine as pivot, an early stop for
// ranges that turn out to be in order, a few swaps after an unbalanced partition, and heapsort
// after too many of those. Equal elements may end in another order than with gc's library
// when there are more than 12 of them.
const shortRange = 12

// badPartitions is how many unbalanced partitions a range of n elements may take.
func badPartitions(n int) int {
	k := 0
	for ; n > 0; n >>= 1 {
		k++
	}
	return k
}

// Sort sorts x in ascending order; NaNs come first.
func Sort[S ~[]E, E cmp.Ordered](x S) {
	quickOrdered([]E(x), badPartitions(len(x)))
}

// SortFunc sorts x by the strict weak ordering cmp; not stable.
func SortFunc[S ~[]E, E any](x S, cmp func(a, b E) int) {
	quickFunc([]E(x), badPartitions(len(x)), cmp)
}

// SortStableFunc sorts x by cmp and keeps equal elements in their order.
func SortStableFunc[S ~[]E, E any](x S, cmp func(a, b E) int) {
	if len(x) <= shortRange {
		insertionFunc([]E(x), cmp)
		return
	}
	mergeSort([]E(x), make([]E, (len(x)+1)/2), cmp)
}

// IsSorted reports whether x is in ascending order.
func IsSorted[S ~[]E, E cmp.Ordered](x S) bool {
	for i := 1; i < len(x); i++ {
		if cmp.Less(x[i], x[i-1]) {
			return false
		}
	}
	return true
}

// IsSortedFunc reports whether x is in the order of cmp.
func IsSortedFunc[S ~[]E, E any](x S, cmp func(a, b E) int) bool {
	for i := 1; i < len(x); i++ {
		if cmp(x[i], x[i-1]) < 0 {
			return false
		}
	}
	return true
}

// Min is the least element of x; NaN if there is one. It panics when x is empty.
func Min[S ~[]E, E cmp.Ordered](x S) E {
	if len(x) == 0 {
		panic("slices.Min: empty list")
	}
	least := x[0]
	for _, v := range x[1:] {
		least = min(least, v)
	}
	return least
}

// MinFunc is the first least element of x by cmp. It panics when x is empty.
func MinFunc[S ~[]E, E any](x S, cmp func(a, b E) int) E {
	if len(x) == 0 {
		panic("slices.MinFunc: empty list")
	}
	least := x[0]
	for _, v := range x[1:] {
		if cmp(v, least) < 0 {
			least = v
		}
	}
	return least
}

// Max is the greatest element of x; NaN if there is one. It panics when x is empty.
func Max[S ~[]E, E cmp.Ordered](x S) E {
	if len(x) == 0 {
		panic("slices.Max: empty list")
	}
	most := x[0]
	for _, v := range x[1:] {
		most = max(most, v)
	}
	return most
}

// MaxFunc is the first greatest element of x by cmp. It panics when x is empty.
func MaxFunc[S ~[]E, E any](x S, cmp func(a, b E) int) E {
	if len(x) == 0 {
		panic("slices.MaxFunc: empty list")
	}
	most := x[0]
	for _, v := range x[1:] {
		if cmp(v, most) > 0 {
			most = v
		}
	}
	return most
}

// BinarySearch finds target in the sorted x: its first place (or where it belongs) and whether it is there.
func BinarySearch[S ~[]E, E cmp.Ordered](x S, target E) (int, bool) {
	lo, hi := 0, len(x)
	for lo < hi {
		mid := int(uint(lo+hi) / 2)
		if cmp.Less(x[mid], target) {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo, lo < len(x) && cmp.Compare(x[lo], target) == 0
}

// BinarySearchFunc is BinarySearch with an order given by cmp(element, target).
func BinarySearchFunc[S ~[]E, E, T any](x S, target T, cmp func(E, T) int) (int, bool) {
	lo, hi := 0, len(x)
	for lo < hi {
		mid := int(uint(lo+hi) / 2)
		if cmp(x[mid], target) < 0 {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo, lo < len(x) && cmp(x[lo], target) == 0
}

// mergeSort sorts x stably; spare holds at least half of x.
func mergeSort[E any](x, spare []E, cmp func(a, b E) int) {
	if len(x) <= shortRange {
		insertionFunc(x, cmp)
		return
	}
	half := len(x) / 2
	mergeSort(x[:half], spare, cmp)
	mergeSort(x[half:], spare, cmp)
	if cmp(x[half], x[half-1]) >= 0 {
		return
	}
	left := spare[:copy(spare, x[:half])]
	i, j, k := 0, half, 0
	for i < len(left) && j < len(x) {
		if cmp(x[j], left[i]) < 0 {
			x[k] = x[j]
			j++
		} else {
			x[k] = left[i]
			i++
		}
		k++
	}
	copy(x[k:], left[i:])
}

// scatter swaps a few elements of x to break a pattern that partitions badly.
func scatter[E any](x []E) {
	n := len(x)
	if n < 8 {
		return
	}
	quarter := n / 4
	x[0], x[quarter] = x[quarter], x[0]
	x[n-1], x[n-quarter] = x[n-quarter], x[n-1]
	if n > 128 {
		x[1], x[quarter+1] = x[quarter+1], x[1]
		x[2], x[quarter+2] = x[quarter+2], x[2]
		x[n-2], x[n-quarter-1] = x[n-quarter-1], x[n-2]
		x[n-3], x[n-quarter-2] = x[n-quarter-2], x[n-3]
	}
}
