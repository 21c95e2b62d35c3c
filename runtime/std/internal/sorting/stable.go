package sorting

// blockSize is the length of the runs that Stable insertion-sorts before it merges them.
const blockSize = 20

// Stable sorts the first n elements and keeps equal ones in their order, without other memory.
func Stable[D Data](d D, n int) {
	lo, hi := 0, blockSize
	for hi <= n {
		d.Insertion(lo, hi)
		lo = hi
		hi += blockSize
	}
	d.Insertion(lo, n)
	for size := blockSize; size < n; size *= 2 {
		lo, hi = 0, 2*size
		for hi <= n {
			symMerge(d, lo, lo+size, hi)
			lo = hi
			hi += 2 * size
		}
		if mid := lo + size; mid < n {
			symMerge(d, lo, mid, n)
		}
	}
}

// symMerge merges the sorted ranges [lo, mid) and [mid, hi).
//
// After Pok-Son Kim and Arne Kutzner, "Stable Minimum Storage Merging by Symmetric Comparisons"
// (ESA 2004): a binary search over pairs that lie symmetric to the centre finds what must change
// sides; a rotation moves it; the halves are merged likewise. A single element is inserted.
func symMerge[D Data](d D, lo, mid, hi int) {
	if mid-lo == 1 {
		i, j := mid, hi
		for i < j {
			if h := int(uint(i+j) >> 1); d.Less(h, lo) {
				i = h + 1
			} else {
				j = h
			}
		}
		for k := lo; k < i-1; k++ {
			d.Swap(k, k+1)
		}
		return
	}
	if hi-mid == 1 {
		i, j := lo, mid
		for i < j {
			if h := int(uint(i+j) >> 1); !d.Less(mid, h) {
				i = h + 1
			} else {
				j = h
			}
		}
		for k := mid; k > i; k-- {
			d.Swap(k, k-1)
		}
		return
	}
	centre := int(uint(lo+hi) >> 1)
	sum := centre + mid
	var first, last int
	if mid > centre {
		first, last = sum-hi, centre
	} else {
		first, last = lo, mid
	}
	for p := sum - 1; first < last; {
		if c := int(uint(first+last) >> 1); !d.Less(p-c, c) {
			first = c + 1
		} else {
			last = c
		}
	}
	end := sum - first
	if first < mid && mid < end {
		rotate(d, first, mid, end)
	}
	if lo < first && first < centre {
		symMerge(d, lo, first, centre)
	}
	if centre < end && end < hi {
		symMerge(d, centre, end, hi)
	}
}

// rotate exchanges the neighbouring ranges [lo, mid) and [mid, hi): equal parts are swapped until
// nothing is left.
func rotate[D Data](d D, lo, mid, hi int) {
	left, right := mid-lo, hi-mid
	for left != right {
		if left > right {
			d.SwapRange(mid-left, mid, right)
			left -= right
		} else {
			d.SwapRange(mid-left, mid+right-left, left)
			right -= left
		}
	}
	d.SwapRange(mid-left, mid, left)
}
