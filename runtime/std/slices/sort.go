package slices

import (
	"cmp"
	"internal/sorting"
	"internal/value"
	"unsafe"
)

// ordered and byCmp are slices with their order.
type ordered[E cmp.Ordered] struct{ x []E }

func (d ordered[E]) Less(i, j int) bool { return cmp.Less(d.x[i], d.x[j]) }
func (d ordered[E]) Swap(i, j int)      { d.x[i], d.x[j] = d.x[j], d.x[i] }
func (d ordered[E]) Insertion(lo, hi int) { sorting.InsertionSort(d, lo, hi) }
func (d ordered[E]) SwapRange(i, j, n int) {
	for k := range n {
		d.Swap(i+k, j+k)
	}
}

type byCmp[E any] struct {
	x   []E
	cmp func(a, b E) int
}

func (d byCmp[E]) Less(i, j int) bool { return d.cmp(d.x[i], d.x[j]) < 0 }
func (d byCmp[E]) Swap(i, j int)      { d.x[i], d.x[j] = d.x[j], d.x[i] }

func (d byCmp[E]) Insertion(lo, hi int) { sorting.InsertionSort(d, lo, hi) }

func (d byCmp[E]) SwapRange(i, j, n int) {
	if n < 16 {
		for k := range n {
			d.x[i+k], d.x[j+k] = d.x[j+k], d.x[i+k]
		}
		return
	}
	sorting.SwapMemory(unsafe.Pointer(&d.x[i]), unsafe.Pointer(&d.x[j]), uintptr(n)*unsafe.Sizeof(d.x[0]))
}

// Sort sorts x in ascending order; NaNs come first.
func Sort[S ~[]E, E cmp.Ordered](x S) {
	if len(x) < 2 {
		return
	}
	spare := func(n int) unsafe.Pointer { return unsafe.Pointer(unsafe.SliceData(make([]E, n))) }
	if !sorting.Natural(value.TypeOf(x[0]), unsafe.Pointer(unsafe.SliceData(x)), len(x), spare) {
		sorting.Unstable(ordered[E]{x}, len(x))
	}
}

// SortFunc sorts x by the strict weak ordering cmp; not stable.
func SortFunc[S ~[]E, E any](x S, cmp func(a, b E) int) {
	sorting.Unstable(byCmp[E]{x, cmp}, len(x))
}

// SortStableFunc sorts x by cmp and keeps equal elements in their order.
func SortStableFunc[S ~[]E, E any](x S, cmp func(a, b E) int) {
	sorting.Stable(byCmp[E]{x, cmp}, len(x))
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
