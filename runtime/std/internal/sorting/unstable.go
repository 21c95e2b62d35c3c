// Package sorting has the sorts behind packages sort and slices, over anything whose elements can be
// compared and swapped by place. Which of equal elements comes first, and how often Less is called,
// are the same as with gc's library.
package sorting

import (
	"math/bits"
	"unsafe"
)

// Data is the elements. As a type parameter's constraint it costs no dynamic call.
type Data interface {
	Less(i, j int) bool
	Swap(i, j int)
	// Insertion is InsertionSort, or does the same by other moves.
	Insertion(lo, hi int)
	// SwapRange swaps n elements from place i with those from place j.
	SwapRange(i, j, n int)
}

// Interface is the elements of a program's own collection.
type Interface interface {
	Less(i, j int) bool
	Swap(i, j int)
}

// Foreign makes Data of a program's own collection.
type Foreign struct{ Interface }

// Insertion is InsertionSort.
func (d Foreign) Insertion(lo, hi int) { InsertionSort(d, lo, hi) }

// SwapRange swaps one by one.
func (d Foreign) SwapRange(i, j, n int) {
	for k := range n {
		d.Swap(i+k, j+k)
	}
}

// swapBytes swaps n bytes of one type's memory, n not above 64 KiB.
func swapBytes(a, b unsafe.Pointer, n uintptr)

// SwapMemory swaps n bytes of memory of elements, in bounded steps.
func SwapMemory(a, b unsafe.Pointer, n uintptr) {
	const step = 64 << 10
	for at := uintptr(0); at < n; at += step {
		swapBytes(unsafe.Add(a, at), unsafe.Add(b, at), min(step, n-at))
	}
}

// Pattern-defeating quicksort: Orson Peters (arXiv:2106.05123), without blocks, with the choices of
// Stjepan Glavina's version of it (the pivot's guess at the order, three swaps against patterns).
const (
	short     = 12 // up to which insertion sort is used
	medium    = 50 // from which nine elements are looked at for a pivot, and shifting pays
	maxSwaps  = 12 // of the search for a pivot
	maxShifts = 5  // of a range that looks sorted
)

// Unstable sorts the first n elements.
func Unstable[D Data](d D, n int) { quick(d, 0, n, bits.Len(uint(n))) }

// Ranges are [lo, hi).

// InsertionSort sorts by swaps of neighbours.
func InsertionSort[D Interface](d D, lo, hi int) {
	for i := lo + 1; i < hi; i++ {
		for j := i; j > lo && d.Less(j, j-1); j-- {
			d.Swap(j, j-1)
		}
	}
}

// siftDown restores the heap's order below root; the heap begins at place first and has n elements.
func siftDown[D Data](d D, root, n, first int) {
	for {
		child := 2*root + 1
		if child >= n {
			return
		}
		if child+1 < n && d.Less(first+child, first+child+1) {
			child++
		}
		if !d.Less(first+root, first+child) {
			return
		}
		d.Swap(first+root, first+child)
		root = child
	}
}

func heap[D Data](d D, lo, hi int) {
	n := hi - lo
	for i := (n - 1) / 2; i >= 0; i-- {
		siftDown(d, i, n, lo)
	}
	for i := n - 1; i >= 0; i-- {
		d.Swap(lo, lo+i)
		siftDown(d, 0, i, lo)
	}
}

// quick sorts a range; after limit bad pivots it falls back to heapsort.
func quick[D Data](d D, lo, hi, limit int) {
	balanced, partitioned := true, true // of the last partition
	for {
		n := hi - lo
		if n <= short {
			d.Insertion(lo, hi)
			return
		}
		if limit == 0 {
			heap(d, lo, hi)
			return
		}
		if !balanced {
			scatter(d, lo, hi)
			limit--
		}
		pivot, swaps := choosePivot(d, lo, hi)
		looksSorted := swaps == 0
		if swaps == maxSwaps {
			for i, j := lo, hi-1; i < j; i, j = i+1, j-1 {
				d.Swap(i, j)
			}
			pivot = hi - 1 - (pivot - lo)
			looksSorted = true
		}
		if balanced && partitioned && looksSorted && nearlySorted(d, lo, hi) {
			return
		}
		// What is before the range is not greater than anything in it: a pivot that is not greater
		// than that is the least one, and likely there are many like it.
		if lo > 0 && !d.Less(lo-1, pivot) {
			lo = splitEqual(d, lo, hi, pivot)
			continue
		}
		var mid int
		mid, partitioned = split(d, lo, hi, pivot)
		left, right := mid-lo, hi-mid
		balanced = min(left, right) >= n/8
		// The shorter side first, so that the depth stays logarithmic.
		if left < right {
			quick(d, lo, mid, limit)
			lo = mid + 1
		} else {
			quick(d, mid+1, hi, limit)
			hi = mid
		}
	}
}

// split moves what is less than the pivot before it and the rest behind it, and reports the pivot's
// place and whether nothing had to move.
func split[D Data](d D, lo, hi, pivot int) (place int, done bool) {
	d.Swap(lo, pivot)
	i, j := lo+1, hi-1
	for done = true; ; done = false {
		for i <= j && d.Less(i, lo) {
			i++
		}
		for i <= j && !d.Less(j, lo) {
			j--
		}
		if i > j {
			break
		}
		d.Swap(i, j)
		i++
		j--
	}
	d.Swap(j, lo)
	return j, done
}

// splitEqual moves what equals the pivot, a least element, to the front, and gives the place of the
// first greater one.
func splitEqual[D Data](d D, lo, hi, pivot int) int {
	d.Swap(lo, pivot)
	i, j := lo+1, hi-1
	for {
		for i <= j && !d.Less(lo, i) {
			i++
		}
		for i <= j && d.Less(lo, j) {
			j--
		}
		if i > j {
			return i
		}
		d.Swap(i, j)
		i++
		j--
	}
}

// nearlySorted sorts a range if a few shifts do it, and reports whether it is sorted now.
func nearlySorted[D Data](d D, lo, hi int) bool {
	i := lo + 1
	for range maxShifts {
		for i < hi && !d.Less(i, i-1) {
			i++
		}
		if i == hi {
			return true
		}
		if hi-lo < medium {
			return false
		}
		d.Swap(i, i-1)
		if i-lo >= 2 {
			for j := i - 1; j >= 1 && d.Less(j, j-1); j-- {
				d.Swap(j, j-1)
			}
		}
		if hi-i >= 2 {
			for j := i + 1; j < hi && d.Less(j, j-1); j++ {
				d.Swap(j, j-1)
			}
		}
	}
	return false
}

// scatter swaps three elements with others, against patterns that make bad pivots. The places come
// from G. Marsaglia's xorshift generator, seeded with the length.
func scatter[D Data](d D, lo, hi int) {
	n := hi - lo
	if n < 8 {
		return
	}
	random := uint64(n)
	mask := uint(1)<<bits.Len(uint(n)) - 1
	middle := lo + n/4*2
	for i := range 3 {
		random ^= random << 13
		random ^= random >> 7
		random ^= random << 17
		other := int(uint(random) & mask)
		if other >= n {
			other -= n
		}
		d.Swap(middle-1+i, lo+other)
	}
}

// choosePivot gives the place of a median of three, or of three such medians, and how many swaps
// it took to order them: none and the most there can be tell of a range that may be in order.
func choosePivot[D Data](d D, lo, hi int) (pivot, swaps int) {
	n := hi - lo
	i, j, k := lo+n/4, lo+n/4*2, lo+n/4*3
	if n >= 8 {
		if n >= medium {
			i = median(d, i-1, i, i+1, &swaps)
			j = median(d, j-1, j, j+1, &swaps)
			k = median(d, k-1, k, k+1, &swaps)
		}
		j = median(d, i, j, k, &swaps)
	}
	return j, swaps
}

func median[D Data](d D, a, b, c int, swaps *int) int {
	if d.Less(b, a) {
		*swaps++
		a, b = b, a
	}
	if d.Less(c, b) {
		*swaps++
		b = c
	}
	if d.Less(b, a) {
		*swaps++
		b = a
	}
	return b
}
