package sort

import (
	"internal/sorting"
	"internal/value"
)

// anySlice sorts a slice of any type with a less function over places.
type anySlice struct {
	less func(i, j int) bool
	value.Swapper
}

func (s *anySlice) Less(i, j int) bool { return s.less(i, j) }

func (s *anySlice) Insertion(lo, hi int)  { sorting.InsertionSort(s, lo, hi) }
func (s *anySlice) SwapRange(i, j, n int) { sorting.SwapMemory(s.At(i), s.At(j), s.Bytes(n)) }

func sliceOf(x any, less func(i, j int) bool) *anySlice {
	return &anySlice{less, value.SwapperOf(x)}
}

// Slice sorts the slice x by less; not stable. It panics when x is not a slice.
func Slice(x any, less func(i, j int) bool) {
	d := sliceOf(x, less)
	sorting.Unstable(d, d.Len())
}

// SliceStable sorts the slice x by less and keeps equal elements in their order.
func SliceStable(x any, less func(i, j int) bool) {
	d := sliceOf(x, less)
	sorting.Stable(d, d.Len())
}

// SliceIsSorted reports whether the slice x is in the order of less.
func SliceIsSorted(x any, less func(i, j int) bool) bool { return IsSorted(sliceOf(x, less)) }
