package rand

const (
	registerSize = 607
	shortLag     = 273
)

// Source gives uniform 63-bit numbers.
type Source interface {
	Int63() int64
	Seed(seed int64)
}

// Source64 is a Source that gives uniform 64-bit numbers as well.
type Source64 interface {
	Source
	Uint64() uint64
}

// additive is the additive lagged Fibonacci generator of D. P. Mitchell and J. A. Reeds:
// x[n] = x[n-607] + x[n-273] modulo 2^64.
type additive struct {
	short, long int // places of x[n-273] and x[n-607], walking down
	register    [registerSize]uint64
}

// lehmer is the multiplicative generator of Park and Miller with the multiplier 48271.
func lehmer(x int64) int64 { return x * 48271 % (1<<31 - 1) }

// Seed restarts the sequence.
func (a *additive) Seed(seed int64) {
	a.short, a.long = 0, registerSize-shortLag
	seed %= 1<<31 - 1
	if seed < 0 {
		seed += 1<<31 - 1
	}
	if seed == 0 {
		seed = 89482311
	}
	x := seed
	for range 20 {
		x = lehmer(x)
	}
	for i := range a.register {
		var u uint64
		for _, shift := range [...]uint{40, 20, 0} {
			x = lehmer(x)
			u ^= uint64(x) << shift
		}
		a.register[i] = u ^ warmState[i]
	}
}

// Uint64 is the next number.
func (a *additive) Uint64() uint64 {
	if a.short--; a.short < 0 {
		a.short += registerSize
	}
	if a.long--; a.long < 0 {
		a.long += registerSize
	}
	x := a.register[a.long] + a.register[a.short]
	a.register[a.long] = x
	return x
}

// Int63 is the next number's low 63 bits.
func (a *additive) Int63() int64 { return int64(a.Uint64() & (1<<63 - 1)) }

// NewSource is a source whose sequence the seed decides. It is not safe for several goroutines.
func NewSource(seed int64) Source {
	a := new(additive)
	a.Seed(seed)
	return a
}

// vmSource takes its numbers from the virtual machine: a seeded run repeats them.
type vmSource struct{}

func (vmSource) Seed(int64)     {}
func (vmSource) Int63() int64   { return int64(randomBits() & (1<<63 - 1)) }
func (vmSource) Uint64() uint64 { return randomBits() }

// randomBits is a number of the virtual machine's own generator.
func randomBits() uint64
