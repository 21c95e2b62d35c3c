package sort

// blockSize is the length of the runs that Stable insertion-sorts before it merges them.
const blockSize = 20

// symMerge merges the sorted ranges [lo, mid) and [mid, hi) in place.
//
// After Pok-Son Kim and Arne Kutzner, "Stable Minimum Storage Merging by Symmetric
// Comparisons" (ESA 2004): a binary search over pairs that lie symmetric to the centre finds
// what must change sides; a rotation moves it; the halves are merged likewise.
func symMerge(data Interface, lo, mid, hi int) {
	if lo >= mid || mid >= hi || !data.Less(mid, mid-1) {
		return
	}
	centre := int(uint(lo+hi) / 2)
	sum := centre + mid
	var first, end int
	if mid > centre {
		first, end = sum-hi, centre
	} else {
		first, end = lo, mid
	}
	for first < end {
		probe := int(uint(first+end) / 2)
		if data.Less(sum-1-probe, probe) {
			end = probe
		} else {
			first = probe + 1
		}
	}
	last := sum - first
	rotate(data, first, mid, last)
	symMerge(data, lo, first, centre)
	symMerge(data, centre, last, hi)
}

// rotate exchanges the neighbouring ranges [lo, mid) and [mid, hi) by three reversals.
func rotate(data Interface, lo, mid, hi int) {
	if lo == mid || mid == hi {
		return
	}
	reverse(data, lo, mid)
	reverse(data, mid, hi)
	reverse(data, lo, hi)
}

func reverse(data Interface, lo, hi int) {
	for hi--; lo < hi; lo, hi = lo+1, hi-1 {
		data.Swap(lo, hi)
	}
}
