package runtime

// Gosched lets other goroutines run.
func Gosched()

// Goexit ends the goroutine after its deferred calls.
func Goexit()

// GOMAXPROCS sets the number of processors that run Go code at once, and gives the old one.
func GOMAXPROCS(n int) int

// NumGoroutine is the number of goroutines there are.
func NumGoroutine() int

// NumCPU is the number of processors the program may use.
func NumCPU() int

// GC collects garbage: a whole collection, begun after the call.
func GC() {
	// Another M may take the goroutine up before the world has stopped.
	for before := collections(); collections() == before; {
		collect()
	}
}

// collect asks for a collection and lets others run.
func collect()

// collections counts those that there were.
func collections() uint64
