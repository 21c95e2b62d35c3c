// Package cmp holds the ordering of Go's ordered types.
package cmp

// Ordered is the constraint of the types that have < and >.
type Ordered interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 |
		~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr |
		~float32 | ~float64 |
		~string
}

// Less reports whether x sorts before y. A NaN sorts before every other number.
func Less[T Ordered](x, y T) bool {
	if x < y {
		return true
	}
	return x != x && y == y
}

// Compare gives -1, 0 or +1 as x sorts before, with or after y. NaNs are equal to
// each other and before every other number; -0.0 equals 0.0.
func Compare[T Ordered](x, y T) int {
	switch {
	case x < y:
		return -1
	case x > y:
		return +1
	case x == y:
		return 0
	}
	// At least one is a NaN.
	if x == x {
		return +1
	}
	if y == y {
		return -1
	}
	return 0
}

// Or gives the first of vals that is not the zero value, or the zero value.
func Or[T comparable](vals ...T) T {
	var zero T
	for _, v := range vals {
		if v != zero {
			return v
		}
	}
	return zero
}
