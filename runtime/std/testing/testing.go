// Package testing runs tests, benchmarks, examples and the seed inputs of fuzz tests.
//
// The program is made by `gvm test`: its main gives MainStart the tables of what there is to run.
// What is printed and when is what `go test` users and tools rely on.
package testing

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// options are the flags of a test program, each named with -test. in front.
var options struct {
	set bool

	artifacts, benchmem, failfast, fullpath, short, panicOnExit0 bool

	run, skip, list, bench, cpu, shuffle, outputDir string

	count, parallel  int
	timeout          time.Duration
	benchtime        benchTime
	verbose          verbosity
	fuzz, fuzzCache  string
	fuzzWorker       bool
	unsupportedFiles [len(unsupportedFlags)]string
}

// unsupportedFlags are known to `go test` and ask for what gvm cannot do.
var unsupportedFlags = [...]string{"blockprofile", "coverprofile", "cpuprofile", "memprofile", "mutexprofile", "trace"}

// verbosity is off, on, or on with marks for the conversion to JSON.
type verbosity struct{ on, json bool }

func (v *verbosity) IsBoolFlag() bool { return true }

func (v *verbosity) Get() any {
	if v.json {
		return "test2json"
	}
	return v.on
}

func (v *verbosity) String() string {
	if v.json {
		return "test2json"
	}
	return strconv.FormatBool(v.on)
}

func (v *verbosity) Set(s string) error {
	switch s {
	case "true", "test2json":
		*v = verbosity{true, s == "test2json"}
	case "false":
		*v = verbosity{}
	default:
		return fmt.Errorf("invalid flag -test.v=%s", s)
	}
	return nil
}

// benchTime is how long a benchmark is to run, or how often.
type benchTime struct {
	d time.Duration
	n int
}

func (b *benchTime) String() string {
	if b.n > 0 {
		return strconv.Itoa(b.n) + "x"
	}
	return b.d.String()
}

func (b *benchTime) Set(s string) error {
	if digits, ok := strings.CutSuffix(s, "x"); ok {
		n, err := strconv.ParseInt(digits, 10, 0)
		if err != nil || n < 0 || n == 0 {
			return fmt.Errorf("invalid count")
		}
		*b = benchTime{n: int(n)}
		return nil
	}
	d, err := time.ParseDuration(s)
	if err != nil || d <= 0 {
		return fmt.Errorf("invalid duration")
	}
	*b = benchTime{d: d}
	return nil
}

// Init registers the flags; a second call does nothing.
func Init() {
	o := &options
	if o.set {
		return
	}
	o.set = true
	o.benchtime.d = time.Second
	flag.BoolVar(&o.artifacts, "test.artifacts", false, "store test artifacts in test.,outputdir")
	flag.StringVar(&o.bench, "test.bench", "", "run only benchmarks matching `regexp`")
	flag.BoolVar(&o.benchmem, "test.benchmem", false, "print memory allocations for benchmarks")
	flag.Var(&o.benchtime, "test.benchtime", "run each benchmark for duration `d` or N times if `d` is of the form Nx")
	flag.IntVar(&o.count, "test.count", 1, "run tests and benchmarks `n` times")
	flag.StringVar(&o.cpu, "test.cpu", "", "comma-separated `list` of cpu counts to run each test with")
	flag.BoolVar(&o.failfast, "test.failfast", false, "do not start new tests after the first test failure")
	flag.BoolVar(&o.fullpath, "test.fullpath", false, "show full file names in error messages")
	flag.StringVar(&o.fuzz, "test.fuzz", "", "run the fuzz test matching `regexp`")
	flag.StringVar(&o.list, "test.list", "", "list tests, examples, and benchmarks matching `regexp` then exit")
	flag.StringVar(&o.outputDir, "test.outputdir", "", "write profiles to `dir`")
	flag.BoolVar(&o.panicOnExit0, "test.paniconexit0", false, "panic on call to os.Exit(0)")
	flag.IntVar(&o.parallel, "test.parallel", runtime.GOMAXPROCS(0), "run at most `n` tests in parallel")
	flag.StringVar(&o.run, "test.run", "", "run only tests and examples matching `regexp`")
	flag.BoolVar(&o.short, "test.short", false, "run smaller test suite to save time")
	flag.StringVar(&o.shuffle, "test.shuffle", "off", "randomize the execution order of tests and benchmarks")
	flag.StringVar(&o.skip, "test.skip", "", "do not list or run tests matching `regexp`")
	flag.DurationVar(&o.timeout, "test.timeout", 0, "panic test binary after duration `d` (default 0, timeout disabled)")
	flag.Var(&o.verbose, "test.v", "verbose: print additional output")
	for i, name := range unsupportedFlags {
		flag.StringVar(&o.unsupportedFiles[i], "test."+name, "", "not supported by gvm: `file`")
	}
}

// Short reports whether -test.short is set.
func Short() bool {
	if !options.set {
		panic("testing: Short called before Init")
	}
	if !flag.Parsed() {
		panic("testing: Short called before Parse")
	}
	return options.short
}

// Verbose reports whether -test.v is set.
func Verbose() bool {
	if !inTestProgram() && !flag.Parsed() {
		panic("testing: Verbose called before Parse")
	}
	return options.verbose.on
}

// Testing reports whether the program was made by `gvm test`.
func Testing() bool { return inTestProgram() }

// Cover describes a program's coverage counters. gvm makes none.
type Cover struct {
	Mode            string
	Counters        map[string][]uint32
	Blocks          map[string][]CoverBlock
	CoveredPackages string
}

// CoverBlock is a run of statements with one counter.
type CoverBlock struct {
	Line0 uint32
	Col0  uint16
	Line1 uint32
	Col1  uint16
	Stmts uint16
}

var cover Cover

// RegisterCover records the counters of a program.
func RegisterCover(c Cover) { cover = c }

// CoverMode is "" without coverage.
func CoverMode() string { return cover.Mode }

// Coverage is the part of the counters that are not 0; without any it is 0.
func Coverage() float64 {
	n, hit := 0, 0
	for _, counters := range cover.Counters {
		for _, c := range counters {
			n++
			if c > 0 {
				hit++
			}
		}
	}
	if n == 0 {
		return 0
	}
	return float64(hit) / float64(n)
}

// AllocsPerRun is the average number of allocations of f, a whole number. f runs once more, to
// warm up.
func AllocsPerRun(runs int, f func()) (avg float64) {
	if parallelTests.Load() > 0 {
		panic("testing: AllocsPerRun called during parallel test")
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	f()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range runs {
		f()
	}
	runtime.ReadMemStats(&after)
	return float64((after.Mallocs - before.Mallocs) / uint64(runs))
}
