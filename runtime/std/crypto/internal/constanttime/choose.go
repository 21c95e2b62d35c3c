// Package constanttime has choices and comparisons without branches, for the packages of a Go
// installation that use it.
package constanttime

// Select is x if v is 1 and y if v is 0.
func Select(v, x, y int) int { return y ^ -v&(x^y) }

// Eq is 1 if x == y, else 0.
func Eq(x, y int32) int {
	d := uint32(x ^ y)
	return int((d|-d)>>31 ^ 1)
}

// ByteEq is Eq of bytes.
func ByteEq(x, y uint8) int { return Eq(int32(x), int32(y)) }

// LessOrEq is 1 if x <= y, else 0.
func LessOrEq(x, y int) int {
	// The sign of y-x, corrected where the difference overflows.
	d := uint64(y) - uint64(x)
	d ^= (uint64(y) ^ uint64(x)) & (uint64(y) ^ d)
	return int(d>>63 ^ 1)
}
