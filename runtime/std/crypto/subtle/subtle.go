// Package subtle has functions whose running time does not tell their operands.
package subtle

import "unsafe"

// ConstantTimeCompare is 1 if x and y are the same bytes, else 0.
func ConstantTimeCompare(x, y []byte) int {
	if len(x) != len(y) {
		return 0
	}
	var d byte
	for i, b := range x {
		d |= b ^ y[i]
	}
	return ConstantTimeByteEq(d, 0)
}

// ConstantTimeSelect is x if v is 1, y if it is 0.
func ConstantTimeSelect(v, x, y int) int { return ^(v-1)&x | (v-1)&y }

// ConstantTimeByteEq is 1 if x == y, else 0.
func ConstantTimeByteEq(x, y uint8) int { return int((uint32(x^y) - 1) >> 31) }

// ConstantTimeEq is 1 if x == y, else 0.
func ConstantTimeEq(x, y int32) int { return int((uint64(uint32(x^y)) - 1) >> 63) }

// ConstantTimeLessOrEq is 1 if x <= y, else 0; both are at least 0 and below 1<<31.
func ConstantTimeLessOrEq(x, y int) int {
	d := int32(x) - int32(y) - 1
	return int(uint32(d) >> 31)
}

// ConstantTimeCopy copies y to x, which has the same length, if v is 1.
func ConstantTimeCopy(v int, x, y []byte) {
	if len(x) != len(y) {
		panic("subtle: slices have different lengths")
	}
	keep := byte(v - 1)
	for i, b := range y {
		x[i] = x[i]&keep | b&^keep
	}
}

// XORBytes sets dst to x ^ y, as long as both are, and gives that length.
func XORBytes(dst, x, y []byte) int {
	n := min(len(x), len(y))
	if n == 0 {
		return 0
	}
	if n > len(dst) {
		panic("subtle.XORBytes: dst too short")
	}
	if overlap(dst[:n], x[:n]) || overlap(dst[:n], y[:n]) {
		panic("subtle.XORBytes: invalid overlap")
	}
	for i := range n {
		dst[i] = x[i] ^ y[i]
	}
	return n
}

// overlap tells whether slices of one length share memory without being the same.
func overlap(a, b []byte) bool {
	p, q := uintptr(unsafe.Pointer(&a[0])), uintptr(unsafe.Pointer(&b[0]))
	n := uintptr(len(a))
	return p != q && p < q+n && q < p+n
}

// WithDataIndependentTiming calls f.
func WithDataIndependentTiming(f func()) { f() }
