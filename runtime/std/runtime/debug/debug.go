// Package debug has what a program can ask of its machine while it is debugged.
package debug

import (
	"os"
	"runtime"
	"time"
)

// setGCPercent sets the growth of the heap, in percent, that makes the collector run (negative:
// never), and gives the old one.
func setGCPercent(percent int) int

// setMaxStack sets the limit of a goroutine's stack, in bytes, and gives the old one.
func setMaxStack(bytes int) int

// SetTraceback sets what is printed when the program dies of a panic: "none", "single", "all",
// "system" or "crash"; the last two show no more than "all", and "crash" makes no core file. It is
// never less than what the environment's GOTRACEBACK says.
func SetTraceback(level string)

// SetGCPercent sets the collection's target: the heap may grow by so much over what was live
// after the last collection. Negative: no collections. It gives the old value.
func SetGCPercent(percent int) int {
	if percent < 0 {
		percent = -1
	}
	return setGCPercent(percent)
}

// FreeOSMemory collects garbage.
func FreeOSMemory() { runtime.GC() }

// SetMaxStack sets the most a goroutine's stack may take, and gives the old limit.
func SetMaxStack(bytes int) int { return setMaxStack(bytes) }

// Stack is the traceback of the goroutine that calls it.
func Stack() []byte {
	buf := make([]byte, 1024)
	for {
		n := runtime.Stack(buf, false)
		if n < len(buf) {
			return buf[:n]
		}
		buf = make([]byte, 2*len(buf))
	}
}

// PrintStack writes the traceback of the goroutine that calls it to standard error.
func PrintStack() { os.Stderr.Write(Stack()) }

// GCStats is what ReadGCStats tells. Single pauses are not kept.
type GCStats struct {
	LastGC         time.Time
	NumGC          int64
	PauseTotal     time.Duration
	Pause          []time.Duration
	PauseEnd       []time.Time
	PauseQuantiles []time.Duration
}

// ReadGCStats fills in statistics of the collections so far.
func ReadGCStats(stats *GCStats) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	stats.NumGC = int64(m.NumGC)
	stats.PauseTotal = time.Duration(m.PauseTotalNs)
}
