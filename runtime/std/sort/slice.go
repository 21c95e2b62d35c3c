package sort

import "internal/value"

// anySlice sorts a slice of any type with a less function over places.
type anySlice struct {
	less func(i, j int) bool
	value.Swapper
}

func (s *anySlice) Less(i, j int) bool { return s.less(i, j) }

func sliceOf(x any, less func(i, j int) bool) *anySlice {
	return &anySlice{less, value.SwapperOf(x)}
}

// Slice sorts the slice x by less; not stable. It panics when x is not a slice.
func Slice(x any, less func(i, j int) bool) { Sort(sliceOf(x, less)) }

// SliceStable sorts the slice x by less and keeps equal elements in their order.
func SliceStable(x any, less func(i, j int) bool) { Stable(sliceOf(x, less)) }

// SliceIsSorted reports whether the slice x is in the order of less.
func SliceIsSorted(x any, less func(i, j int) bool) bool { return IsSorted(sliceOf(x, less)) }
