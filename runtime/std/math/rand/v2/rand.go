// Package rand gives pseudo-random numbers, fit for simulation and not for secrets.
package rand

import "math/bits"

// Source gives uniform 64-bit numbers.
type Source interface {
	Uint64() uint64
}

// Rand draws numbers of several types and ranges from a Source.
type Rand struct {
	src Source
}

// New is a Rand that draws from src.
func New(src Source) *Rand { return &Rand{src} }

// machine takes its numbers from the virtual machine: a seeded run repeats them.
type machine struct{}

func (machine) Uint64() uint64 { return randomBits() }

// randomBits is a number of the virtual machine's own generator.
func randomBits() uint64

// shared is behind the package's functions.
var shared = Rand{machine{}}

// Int64 is uniform in [0, 1<<63).
func (r *Rand) Int64() int64 { return int64(r.src.Uint64() &^ (1 << 63)) }

// Uint32 is a uniform 32-bit number.
func (r *Rand) Uint32() uint32 { return uint32(r.src.Uint64() >> 32) }

// Uint64 is a uniform 64-bit number.
func (r *Rand) Uint64() uint64 { return r.src.Uint64() }

// Int32 is uniform in [0, 1<<31).
func (r *Rand) Int32() int32 { return int32(r.src.Uint64() >> 33) }

// Int is a uniform non-negative int.
func (r *Rand) Int() int { return int(uint(r.src.Uint64()) << 1 >> 1) }

// Uint is a uniform uint.
func (r *Rand) Uint() uint { return uint(r.src.Uint64()) }

// below is uniform in [0, n) by one multiplication in most cases: D. Lemire, "Fast Random Integer
// Generation in an Interval" (2019).
func (r *Rand) below(n uint64) uint64 {
	if n&(n-1) == 0 {
		return r.Uint64() & (n - 1)
	}
	hi, lo := bits.Mul64(r.Uint64(), n)
	if lo < n {
		for threshold := -n % n; lo < threshold; {
			hi, lo = bits.Mul64(r.Uint64(), n)
		}
	}
	return hi
}

// Int64N is uniform in [0, n). It panics if n <= 0.
func (r *Rand) Int64N(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int64N")
	}
	return int64(r.below(uint64(n)))
}

// Uint64N is uniform in [0, n). It panics if n == 0.
func (r *Rand) Uint64N(n uint64) uint64 {
	if n == 0 {
		panic("invalid argument to Uint64N")
	}
	return r.below(n)
}

// Int32N is uniform in [0, n). It panics if n <= 0.
func (r *Rand) Int32N(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int32N")
	}
	return int32(r.below(uint64(n)))
}

// Uint32N is uniform in [0, n). It panics if n == 0.
func (r *Rand) Uint32N(n uint32) uint32 {
	if n == 0 {
		panic("invalid argument to Uint32N")
	}
	return uint32(r.below(uint64(n)))
}

// IntN is uniform in [0, n). It panics if n <= 0.
func (r *Rand) IntN(n int) int {
	if n <= 0 {
		panic("invalid argument to IntN")
	}
	return int(r.below(uint64(n)))
}

// UintN is uniform in [0, n). It panics if n == 0.
func (r *Rand) UintN(n uint) uint {
	if n == 0 {
		panic("invalid argument to UintN")
	}
	return uint(r.below(uint64(n)))
}

// Float64 is uniform in [0, 1).
func (r *Rand) Float64() float64 { return float64(r.Uint64()<<11>>11) / (1 << 53) }

// Float32 is uniform in [0, 1).
func (r *Rand) Float32() float32 { return float32(r.Uint32()<<8>>8) / (1 << 24) }

// Perm is a random order of 0 to n-1.
func (r *Rand) Perm(n int) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	r.Shuffle(n, func(i, j int) { order[i], order[j] = order[j], order[i] })
	return order
}

// Shuffle puts n elements in random order by calls of swap. It panics if n < 0.
func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for i := n - 1; i > 0; i-- {
		swap(i, int(r.below(uint64(i+1))))
	}
}

// Int64 is uniform in [0, 1<<63).
func Int64() int64 { return shared.Int64() }

// Uint32 is a uniform 32-bit number.
func Uint32() uint32 { return shared.Uint32() }

// Uint64 is a uniform 64-bit number.
func Uint64() uint64 { return shared.Uint64() }

// Int32 is uniform in [0, 1<<31).
func Int32() int32 { return shared.Int32() }

// Int is a uniform non-negative int.
func Int() int { return shared.Int() }

// Uint is a uniform uint.
func Uint() uint { return shared.Uint() }

// Int64N is uniform in [0, n). It panics if n <= 0.
func Int64N(n int64) int64 { return shared.Int64N(n) }

// Uint64N is uniform in [0, n). It panics if n == 0.
func Uint64N(n uint64) uint64 { return shared.Uint64N(n) }

// Int32N is uniform in [0, n). It panics if n <= 0.
func Int32N(n int32) int32 { return shared.Int32N(n) }

// Uint32N is uniform in [0, n). It panics if n == 0.
func Uint32N(n uint32) uint32 { return shared.Uint32N(n) }

// IntN is uniform in [0, n). It panics if n <= 0.
func IntN(n int) int { return shared.IntN(n) }

// UintN is uniform in [0, n). It panics if n == 0.
func UintN(n uint) uint { return shared.UintN(n) }

// N is uniform in [0, n), for any integer type. It panics if n <= 0.
func N[Int intType](n Int) Int {
	if n <= 0 {
		panic("invalid argument to N")
	}
	return Int(shared.below(uint64(n)))
}

// intType is any integer type.
type intType interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}

// N is uniform in [0, n), for any integer type. It panics if n <= 0.
func (r *Rand) N[Int intType](n Int) Int {
	if n <= 0 {
		panic("invalid argument to N")
	}
	return Int(r.below(uint64(n)))
}

// Float64 is uniform in [0, 1).
func Float64() float64 { return shared.Float64() }

// Float32 is uniform in [0, 1).
func Float32() float32 { return shared.Float32() }

// Perm is a random order of 0 to n-1.
func Perm(n int) []int { return shared.Perm(n) }

// Shuffle puts n elements in random order by calls of swap. It panics if n < 0.
func Shuffle(n int, swap func(i, j int)) { shared.Shuffle(n, swap) }
