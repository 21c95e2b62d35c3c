package sorting

import (
	"internal/value"
	"unsafe"
)

// Values in their natural order, where nobody can tell equal ones apart, are sorted by natives in
// bounded steps: runs are sorted, then merged.
const runLength = 4096

// sortRun sorts n <= runLength elements of a kind.
func sortRun(kind int, at unsafe.Pointer, n int)

// mergeRuns merges elements of two sorted runs into out until there are n, and tells how many it took
// from each.
func mergeRuns(kind int, a unsafe.Pointer, na int, b unsafe.Pointer, nb int, out unsafe.Pointer, n int) (fromA, fromB int)

// sortedTo is the length of the sorted part at the front; with floating-point numbers 0 if there is
// a NaN or a negative zero, which have equals that differ. n <= 2*runLength.
func sortedTo(kind int, at unsafe.Pointer, n int) int

// Natural sorts n elements in their natural order, if it can. spare makes room for as many.
func Natural(typ value.Type, data unsafe.Pointer, n int, spare func(n int) unsafe.Pointer) bool {
	kind, size := int(typ.Kind()), typ.Size()
	at := func(base unsafe.Pointer, i int) unsafe.Pointer { return unsafe.Add(base, uintptr(i)*size) }
	sorted := true
	for lo := 0; lo < n; lo += runLength {
		// One more, so that runs are compared with each other.
		k := min(runLength+1, n-lo)
		switch sortedTo(kind, at(data, lo), k) {
		case 0:
			return false
		case k:
		default:
			sorted = false
		}
	}
	if sorted {
		return true
	}
	for lo := 0; lo < n; lo += runLength {
		sortRun(kind, at(data, lo), min(runLength, n-lo))
	}
	if n <= runLength {
		return true
	}
	from, to := data, spare(n)
	for size := runLength; size < n; size *= 2 {
		for lo := 0; lo < n; lo += 2 * size {
			a, b := lo, min(lo+size, n)
			endA, endB := b, min(lo+2*size, n)
			for out := lo; out < endB; {
				k := min(runLength, endB-out)
				fromA, fromB := mergeRuns(kind, at(from, a), endA-a, at(from, b), endB-b, at(to, out), k)
				a += fromA
				b += fromB
				out += k
			}
		}
		from, to = to, from
	}
	if from != data {
		for lo := 0; lo < n; lo += runLength {
			k := min(runLength, n-lo)
			mergeRuns(kind, at(from, lo), k, at(from, lo), 0, at(to, lo), k)
		}
	}
	return true
}
