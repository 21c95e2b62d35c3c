// Package rand gives pseudo-random numbers, fit for simulation and not for secrets.
package rand

import "sync"

// Rand draws numbers of several types and ranges from a Source.
type Rand struct {
	source   Source
	source64 Source64
	held     uint64 // bytes that Read has drawn and not given yet
	heldSize int
}

// New is a Rand that draws from src.
func New(src Source) *Rand {
	s64, _ := src.(Source64)
	return &Rand{source: src, source64: s64}
}

// Seed restarts the source.
func (r *Rand) Seed(seed int64) {
	r.heldSize = 0
	r.source.Seed(seed)
}

// Int63 is uniform in [0, 1<<63).
func (r *Rand) Int63() int64 { return r.source.Int63() }

// Uint32 is a uniform 32-bit number.
func (r *Rand) Uint32() uint32 { return uint32(r.Int63() >> 31) }

// Uint64 is a uniform 64-bit number.
func (r *Rand) Uint64() uint64 {
	if r.source64 != nil {
		return r.source64.Uint64()
	}
	return uint64(r.Int63())>>31 | uint64(r.Int63())<<32
}

// Int31 is uniform in [0, 1<<31).
func (r *Rand) Int31() int32 { return int32(r.Int63() >> 32) }

// Int is a uniform non-negative int.
func (r *Rand) Int() int { return int(uint(r.Int63())) }

// Int63n is uniform in [0, n). It panics if n <= 0.
func (r *Rand) Int63n(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int63n")
	}
	if n&(n-1) == 0 {
		return r.Int63() & (n - 1)
	}
	// Numbers of the last, incomplete run of n are drawn again.
	limit := int64(1<<63 - 1 - (1<<63)%uint64(n))
	v := r.Int63()
	for v > limit {
		v = r.Int63()
	}
	return v % n
}

// Int31n is uniform in [0, n). It panics if n <= 0.
func (r *Rand) Int31n(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int31n")
	}
	if n&(n-1) == 0 {
		return r.Int31() & (n - 1)
	}
	limit := int32(1<<31 - 1 - (1<<31)%uint32(n))
	v := r.Int31()
	for v > limit {
		v = r.Int31()
	}
	return v % n
}

// below is uniform in [0, n) by one multiplication in most cases: D. Lemire, "Fast Random
// Integer Generation in an Interval" (2019).
func (r *Rand) below(n int32) int32 {
	product := uint64(r.Uint32()) * uint64(n)
	if low := uint32(product); low < uint32(n) {
		threshold := uint32(-n) % uint32(n)
		for low < threshold {
			product = uint64(r.Uint32()) * uint64(n)
			low = uint32(product)
		}
	}
	return int32(product >> 32)
}

// Intn is uniform in [0, n). It panics if n <= 0.
func (r *Rand) Intn(n int) int {
	if n <= 0 {
		panic("invalid argument to Intn")
	}
	if n <= 1<<31-1 {
		return int(r.Int31n(int32(n)))
	}
	return int(r.Int63n(int64(n)))
}

// Float64 is uniform in [0, 1).
func (r *Rand) Float64() float64 {
	for {
		if f := float64(r.Int63()) / (1 << 63); f != 1 {
			return f
		}
	}
}

// Float32 is uniform in [0, 1).
func (r *Rand) Float32() float32 {
	for {
		if f := float32(r.Float64()); f != 1 {
			return f
		}
	}
}

// Perm is a random order of 0 to n-1.
func (r *Rand) Perm(n int) []int {
	order := make([]int, n)
	for i := range order {
		j := r.Intn(i + 1)
		order[i] = order[j]
		order[j] = i
	}
	return order
}

// Shuffle puts n elements in random order by calls of swap. It panics if n < 0.
func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for i := n - 1; i > 0; i-- {
		if i > 1<<31-1-1 {
			swap(i, int(r.Int63n(int64(i+1))))
		} else {
			swap(i, int(r.below(int32(i+1))))
		}
	}
}

// Read fills p with random bytes; it always succeeds.
func (r *Rand) Read(p []byte) (n int, err error) {
	for n < len(p) {
		if r.heldSize == 0 {
			r.held, r.heldSize = uint64(r.Int63()), 7
		}
		p[n] = byte(r.held)
		r.held >>= 8
		r.heldSize--
		n++
	}
	return n, nil
}

// shared is behind the package's functions. Its source may be used by several goroutines, so only
// the bytes that Read holds back need a lock.
var shared = New(vmSource{})

// Seed does nothing, as since Go 1.24: the package's functions are not repeatable.
func Seed(seed int64) {}

// Int63 is uniform in [0, 1<<63).
func Int63() int64 { return shared.Int63() }

// Uint32 is a uniform 32-bit number.
func Uint32() uint32 { return shared.Uint32() }

// Uint64 is a uniform 64-bit number.
func Uint64() uint64 { return shared.Uint64() }

// Int31 is uniform in [0, 1<<31).
func Int31() int32 { return shared.Int31() }

// Int is a uniform non-negative int.
func Int() int { return shared.Int() }

// Int63n is uniform in [0, n). It panics if n <= 0.
func Int63n(n int64) int64 { return shared.Int63n(n) }

// Int31n is uniform in [0, n). It panics if n <= 0.
func Int31n(n int32) int32 { return shared.Int31n(n) }

// Intn is uniform in [0, n). It panics if n <= 0.
func Intn(n int) int { return shared.Intn(n) }

// Float64 is uniform in [0, 1).
func Float64() float64 { return shared.Float64() }

// Float32 is uniform in [0, 1).
func Float32() float32 { return shared.Float32() }

// NormFloat64 is normally distributed with mean 0 and deviation 1.
func NormFloat64() float64 { return shared.NormFloat64() }

// ExpFloat64 is exponentially distributed with rate 1.
func ExpFloat64() float64 { return shared.ExpFloat64() }

// Perm is a random order of 0 to n-1.
func Perm(n int) []int { return shared.Perm(n) }

// Shuffle puts n elements in random order by calls of swap. It panics if n < 0.
func Shuffle(n int, swap func(i, j int)) { shared.Shuffle(n, swap) }

// reading is held by Read.
var reading sync.Mutex

// Read fills p with random bytes; it always succeeds.
func Read(p []byte) (n int, err error) {
	reading.Lock()
	defer reading.Unlock()
	return shared.Read(p)
}
