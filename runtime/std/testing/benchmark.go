package testing

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
	"unicode"
)

// B is a benchmark. N is how often it is to do its work.
type B struct {
	common
	N int

	state       *benchState
	f           func(b *B)
	importPath  string
	previousN   int
	timed       bool
	timerStart  time.Time
	elapsed     time.Duration
	bytes       int64
	parallelism int
	showAllocs  bool
	mallocs     uint64 // when the timer was started
	total       uint64
	netMallocs  uint64
	netBytes    uint64
	extra       map[string]float64
	result      BenchmarkResult
	loop        struct {
		n, i uint64
		done bool
	}
	missing bool // it runs only for what it may have below it
}

// benchState is what all benchmarks of a round have in common.
type benchState struct {
	match   *matcher
	longest int // of the names
	procs   int
}

// BenchmarkResult is what a benchmark measured.
type BenchmarkResult struct {
	N         int
	T         time.Duration
	Bytes     int64
	MemAllocs uint64
	MemBytes  uint64
	Extra     map[string]float64
}

// NsPerOp is the time of one turn.
func (r BenchmarkResult) NsPerOp() int64 {
	if v, ok := r.Extra["ns/op"]; ok {
		return int64(v)
	}
	if r.N <= 0 {
		return 0
	}
	return r.T.Nanoseconds() / int64(r.N)
}

func (r BenchmarkResult) megabytes() float64 {
	if v, ok := r.Extra["MB/s"]; ok {
		return v
	}
	if r.Bytes <= 0 || r.T <= 0 || r.N <= 0 {
		return 0
	}
	return float64(r.Bytes) * float64(r.N) / 1e6 / r.T.Seconds()
}

// AllocsPerOp is the number of allocations of one turn.
func (r BenchmarkResult) AllocsPerOp() int64 { return r.perOp("allocs/op", r.MemAllocs) }

// AllocedBytesPerOp is the memory of one turn.
func (r BenchmarkResult) AllocedBytesPerOp() int64 { return r.perOp("B/op", r.MemBytes) }

func (r BenchmarkResult) perOp(unit string, total uint64) int64 {
	if v, ok := r.Extra[unit]; ok {
		return int64(v)
	}
	if r.N <= 0 {
		return 0
	}
	return int64(total) / int64(r.N)
}

// MemString has the two numbers about memory.
func (r BenchmarkResult) MemString() string {
	return fmt.Sprintf("%8d B/op\t%8d allocs/op", r.AllocedBytesPerOp(), r.AllocsPerOp())
}

// String is the line without name and memory.
func (r BenchmarkResult) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%8d", r.N)
	ns, ok := r.Extra["ns/op"]
	if !ok && r.N != 0 {
		ns = float64(r.T.Nanoseconds()) / float64(r.N)
	}
	if ns != 0 {
		b.WriteByte('\t')
		measure(&b, ns, "ns/op")
	}
	if mb := r.megabytes(); mb != 0 {
		fmt.Fprintf(&b, "\t%7.2f MB/s", mb)
	}
	var units []string
	for unit := range r.Extra {
		switch unit {
		case "ns/op", "MB/s", "B/op", "allocs/op":
		default:
			units = append(units, unit)
		}
	}
	slices.Sort(units)
	for _, unit := range units {
		b.WriteByte('\t')
		measure(&b, r.Extra[unit], unit)
	}
	return b.String()
}

// measure writes a number with about four digits, the points below each other.
func measure(b *strings.Builder, x float64, unit string) {
	digits := 0
	for limit := 999.95; digits < 7 && x != 0 && max(x, -x) < limit; limit /= 10 {
		digits++
	}
	width := 10
	if digits > 0 {
		width += 1 + digits
	}
	fmt.Fprintf(b, "%*.*f %s", width, digits, x, unit)
}

func (b *B) memory() (mallocs, total uint64) {
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.Mallocs, stats.TotalAlloc
}

// StartTimer goes on measuring.
func (b *B) StartTimer() {
	if !b.timed {
		b.mallocs, b.total = b.memory()
		b.timerStart = time.Now()
		b.timed = true
	}
}

// StopTimer stops measuring.
func (b *B) StopTimer() {
	if b.timed {
		b.elapsed += time.Since(b.timerStart)
		mallocs, total := b.memory()
		b.netMallocs += mallocs - b.mallocs
		b.netBytes += total - b.total
		b.timed = false
	}
}

// ResetTimer forgets what was measured.
func (b *B) ResetTimer() {
	if b.extra == nil {
		b.extra = map[string]float64{}
	} else {
		clear(b.extra)
	}
	if b.timed {
		b.mallocs, b.total = b.memory()
		b.timerStart = time.Now()
	}
	b.elapsed, b.netMallocs, b.netBytes = 0, 0, 0
}

// Elapsed is the time measured so far.
func (b *B) Elapsed() time.Duration {
	d := b.elapsed
	if b.timed {
		d += time.Since(b.timerStart)
	}
	return d
}

// SetBytes says how many bytes one turn handles.
func (b *B) SetBytes(n int64) { b.bytes = n }

// ReportAllocs has the numbers about memory shown.
func (b *B) ReportAllocs() { b.showAllocs = true }

// ReportMetric adds a number to the result.
func (b *B) ReportMetric(n float64, unit string) {
	if unit == "" {
		panic("metric unit must not be empty")
	}
	if strings.IndexFunc(unit, unicode.IsSpace) >= 0 {
		panic("metric unit must not contain whitespace")
	}
	b.extra[unit] = n
}

// Loop reports whether to do the work once more; it measures from its first call to its last.
func (b *B) Loop() bool {
	l := &b.loop
	if l.i != 0 && l.i < l.n {
		l.i++
		return true
	}
	switch {
	case l.done:
		panic("B.Loop called with timer stopped")
	case l.n == 0:
		if b.N != 1 && options.benchtime.n == 0 {
			panic("testing: B.Loop in a benchmark that also loops over b.N")
		}
		l.n = 1
		if options.benchtime.n > 0 {
			l.n = uint64(options.benchtime.n)
		}
		b.N = 0
		b.ResetTimer()
		b.StartTimer()
	case options.benchtime.n > 0 || b.Elapsed() >= options.benchtime.d && b.timed:
		b.StopTimer()
		b.N = int(l.n)
		l.done = true
		return false
	default:
		if !b.timed {
			panic("B.Loop called with timer stopped")
		}
		l.n = uint64(nextN(options.benchtime.d.Nanoseconds(), int64(l.n), b.Elapsed().Nanoseconds(), int64(l.n)))
	}
	l.i++
	return true
}

const maxN = 1_000_000_000

// nextN guesses how often something must run to take goal ns, when n times took so long: a fifth
// more than that, at most a hundred times, and at least once more.
func nextN(goal, n, took, last int64) int64 {
	guess := goal * n / max(took, 1)
	guess += guess / 5
	return min(max(min(guess, 100*last), last+1), maxN)
}

// runN runs the benchmark once, for N turns.
func (b *B) runN(n int) {
	defer b.runCleanups()
	runtime.GC()
	b.ctx, b.cancel = context.WithCancel(context.Background())
	b.N = n
	b.loop.n, b.loop.i, b.loop.done = 0, 0, false
	b.parallelism = 1
	b.ResetTimer()
	b.StartTimer()
	b.f(b)
	b.StopTimer()
	b.previousN = n
	if b.loop.n > 0 && !b.loop.done && !b.Failed() {
		b.Error("benchmark function returned without B.Loop() == false (break or return in loop?)")
	}
}

// inGoroutine runs f, which FailNow may end.
func (b *B) inGoroutine(f func()) {
	go func() {
		defer func() { b.signal <- true }()
		f()
	}()
	<-b.signal
}

// once runs the benchmark with N = 1 to see what it is. It reports whether there is more to do.
func (b *B) once() bool {
	if s := b.state; s != nil {
		if n := len(b.name) + len(withProcs("", s.procs)) + 1; n > s.longest {
			s.longest = n + 8 // so that not every name moves the columns
		}
	}
	b.inGoroutine(func() { b.runN(1) })
	if b.Failed() {
		fmt.Printf("%s--- FAIL: %s\n%s", frame(), b.name, b.output)
		return false
	}
	b.mu.Lock()
	finished := b.finished
	b.mu.Unlock()
	if b.hasSub.Load() || finished {
		how := "BENCH"
		if b.Skipped() {
			how = "SKIP"
		}
		if b.chat != nil && (len(b.output) > 0 || finished) {
			b.trim()
			fmt.Printf("%s--- %s: %s\n%s", frame(), how, b.name, b.output)
		}
		return false
	}
	return true
}

// trim keeps long logs short.
func (b *B) trim() {
	const most = 10
	lines := 0
	for i, c := range b.output {
		if c == '\n' {
			if lines++; lines >= most {
				b.output = append(b.output[:i:i], "\n\t... [output truncated]\n"...)
				return
			}
		}
	}
}

// measureAll runs the benchmark until it took long enough.
func (b *B) measureAll() BenchmarkResult {
	b.inGoroutine(func() {
		switch {
		case b.loop.n > 0:
			// It measured all in its only run.
		case options.benchtime.n > 0:
			if options.benchtime.n > 1 {
				b.runN(options.benchtime.n)
			}
		default:
			goal := options.benchtime.d
			for n := int64(1); !b.Failed() && b.elapsed < goal && n < maxN; {
				n = nextN(goal.Nanoseconds(), int64(b.N), b.elapsed.Nanoseconds(), n)
				b.runN(int(n))
			}
		}
	})
	b.result = BenchmarkResult{b.N, b.elapsed, b.bytes, b.netMallocs, b.netBytes, b.extra}
	return b.result
}

// RunParallel runs body in several goroutines that share the N turns.
func (b *B) RunParallel(body func(*PB)) {
	if b.N == 0 {
		return
	}
	// A goroutine takes turns worth about 100 µs at once.
	grain := uint64(1)
	if b.previousN > 0 && b.elapsed > 0 {
		grain = 1e5 * uint64(b.previousN) / uint64(b.elapsed)
	}
	grain = min(max(grain, 1), 1e4)
	var taken atomic.Uint64
	var group sync.WaitGroup
	for range b.parallelism * runtime.GOMAXPROCS(0) {
		group.Go(func() { body(&PB{taken: &taken, grain: grain, n: uint64(b.N)}) })
	}
	group.Wait()
	if taken.Load() <= uint64(b.N) && !b.Failed() {
		b.Fatal("RunParallel: body exited without pb.Next() == false")
	}
}

// SetParallelism has RunParallel use p goroutines for each processor.
func (b *B) SetParallelism(p int) {
	if p >= 1 {
		b.parallelism = p
	}
}

// PB counts the turns of a parallel benchmark.
type PB struct {
	taken          *atomic.Uint64
	grain, left, n uint64
}

// Next reports whether there is another turn.
func (pb *PB) Next() bool {
	if pb.left == 0 {
		n := pb.taken.Add(pb.grain)
		switch {
		case n <= pb.n:
			pb.left = pb.grain
		case n < pb.n+pb.grain:
			pb.left = pb.n + pb.grain - n
		default:
			return false
		}
	}
	pb.left--
	return true
}

// Run runs f as a benchmark below this one, which is then not measured itself.
func (b *B) Run(name string, f func(b *B)) bool {
	b.hasSub.Store(true)
	full, ok, partial := name, true, false
	if b.state != nil {
		full, ok, partial = b.state.match.fullName(&b.common, name)
	}
	if !ok {
		return true
	}
	var pcs [50]uintptr
	n := runtime.Callers(2, pcs[:])
	sub := &B{f: f, state: b.state, importPath: b.importPath, missing: partial, common: common{
		name: full, level: b.level + 1, parent: &b.common, bench: true, chat: b.chat,
		creator: pcs[:n], signal: make(chan bool, 1),
	}}
	if partial {
		// Only what is below it is wanted.
		sub.hasSub.Store(true)
	}
	if b.chat != nil && b.state != nil {
		heading.Do(func() { printHeading(b.importPath) })
		if options.verbose.json {
			b.chat.announce(full, "=== RUN   %s\n", full)
		}
		fmt.Println(full)
	}
	if sub.once() {
		sub.repeat()
	}
	b.mu.Lock()
	b.failed = b.failed || sub.Failed()
	b.mu.Unlock()
	return !sub.Failed()
}

// repeat measures, and prints a line for each of -cpu's values and each of -count's rounds.
func (b *B) repeat() {
	if b.state == nil {
		b.measureAll()
		return
	}
	heading.Do(func() { printHeading(b.importPath) })
	procs, _ := procsList()
	for i, n := range procs {
		for k := range options.count {
			runtime.GOMAXPROCS(n)
			name := withProcs(b.name, n)
			if b.chat == nil {
				fmt.Printf("%-*s\t", b.state.longest, name)
			}
			if i > 0 || k > 0 {
				again := &B{f: b.f, state: b.state, importPath: b.importPath, common: common{
					name: b.name, level: b.level, parent: b.parent, bench: true, chat: b.chat, signal: make(chan bool, 1),
				}}
				again.inGoroutine(func() { again.runN(1) })
				b.adopt(again)
			}
			r := b.measureAll()
			if b.Failed() {
				fmt.Printf("%s--- FAIL: %s\n%s", frame(), name, b.output)
				continue
			}
			line := r.String()
			if b.chat != nil {
				fmt.Printf("%-*s\t", b.state.longest, name)
			}
			if options.benchmem || b.showAllocs {
				line += "\t" + r.MemString()
			}
			fmt.Println(line)
			if len(b.output) > 0 {
				b.trim()
				fmt.Printf("%s--- BENCH: %s\n%s", frame(), name, b.output)
				b.output = nil
			}
		}
	}
}

// adopt goes on with another run of the same benchmark.
func (b *B) adopt(o *B) {
	b.N, b.elapsed, b.bytes, b.netMallocs, b.netBytes, b.extra = o.N, o.elapsed, o.bytes, o.netMallocs, o.netBytes, o.extra
	b.loop, b.showAllocs, b.previousN, b.output = o.loop, o.showAllocs, o.previousN, o.output
	b.failed = b.failed || o.failed
}

// withProcs is a benchmark's name with GOMAXPROCS.
func withProcs(name string, n int) string {
	if n == 1 {
		return name
	}
	return name + "-" + strconv.Itoa(n)
}

// heading is printed once, before the first benchmark.
var heading sync.Once

func printHeading(importPath string) {
	fmt.Printf("goos: %s\ngoarch: %s\n", runtime.GOOS, runtime.GOARCH)
	if importPath != "" {
		fmt.Printf("pkg: %s\n", importPath)
	}
	if name := processor(); name != "" {
		fmt.Printf("cpu: %s\n", name)
	}
}

// processor is the name that Linux gives for it.
func processor() string {
	b, err := os.ReadFile("/proc/cpuinfo")
	if err != nil {
		return ""
	}
	for line := range strings.Lines(string(b)) {
		if key, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(key) == "model name" {
			return strings.TrimSpace(value)
		}
	}
	return ""
}

// RunBenchmarks runs a table of benchmarks.
func RunBenchmarks(matchString func(pat, str string) (bool, error), benchmarks []InternalBenchmark) {
	procs, _ := procsList()
	runBenchmarks("", matchString, benchmarks, procs)
}

func runBenchmarks(importPath string, match matchFunc, benchmarks []InternalBenchmark, procs []int) bool {
	if options.bench == "" {
		return true
	}
	state := &benchState{match: newMatcher(match, options.bench, "-test.bench", options.skip), procs: slices.Max(procs)}
	var wanted []InternalBenchmark
	for _, b := range benchmarks {
		if name, ok, _ := state.match.fullName(nil, b.Name); ok {
			wanted = append(wanted, b)
			state.longest = max(state.longest, len(withProcs(name, state.procs))+len(withProcs("", state.procs))+1)
		}
	}
	main := &B{state: state, importPath: importPath, common: common{bench: true, chat: newChat(), signal: make(chan bool, 1)}}
	for _, b := range wanted {
		main.Run(b.Name, b.F)
	}
	return !main.Failed()
}

// Benchmark measures f; the flags need not have been read.
func Benchmark(f func(b *B)) BenchmarkResult {
	Init()
	b := &B{f: f, common: common{bench: true, signal: make(chan bool, 1)}}
	if b.once() {
		b.measureAll()
	}
	return b.result
}
