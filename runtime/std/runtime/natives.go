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

// GC collects garbage.
func GC()
