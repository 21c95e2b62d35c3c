package testing

import (
	"flag"
	"fmt"
	"internal/testexit"
	"math/rand"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// testDeps is what the test program brings along, so that this package needs not import it.
type testDeps interface {
	MatchString(pat, str string) (bool, error)
	ImportPath() string
}

// M runs a test program; TestMain gets it.
type M struct {
	deps       testDeps
	tests      []InternalTest
	benchmarks []InternalBenchmark
	fuzz       []InternalFuzzTarget
	examples   []InternalExample
	alarm      *time.Timer
	exitCode   int
}

// InternalTest is an entry of the table of tests.
type InternalTest struct {
	Name string
	F    func(*T)
}

// InternalBenchmark is an entry of the table of benchmarks.
type InternalBenchmark struct {
	Name string
	F    func(b *B)
}

// InternalFuzzTarget is an entry of the table of fuzz tests.
type InternalFuzzTarget struct {
	Name string
	Fn   func(f *F)
}

// InternalExample is an entry of the table of examples.
type InternalExample struct {
	Name      string
	F         func()
	Output    string
	Unordered bool
}

// MainStart is called by the main of a test program.
func MainStart(deps testDeps, tests []InternalTest, benchmarks []InternalBenchmark, fuzzTargets []InternalFuzzTarget, examples []InternalExample) *M {
	Init()
	return &M{deps: deps, tests: tests, benchmarks: benchmarks, fuzz: fuzzTargets, examples: examples}
}

// matchOnly are the deps of those who call Main.
type matchOnly func(pat, str string) (bool, error)

func (f matchOnly) MatchString(pat, str string) (bool, error) { return f(pat, str) }
func (f matchOnly) ImportPath() string                        { return "" }

// Main runs everything and exits.
func Main(matchString func(pat, str string) (bool, error), tests []InternalTest, benchmarks []InternalBenchmark, examples []InternalExample) {
	os.Exit(MainStart(matchOnly(matchString), tests, benchmarks, nil, examples).Run())
}

// Run runs what the flags ask for and returns the exit status: 1 when something failed, 2 for bad
// flags.
func (m *M) Run() (code int) {
	defer func() {
		code = m.exitCode
		testexit.LastStatus = code
	}()
	if !flag.Parsed() {
		flag.Parse()
	}
	o := &options
	for i, name := range unsupportedFlags {
		if o.unsupportedFiles[i] != "" {
			fmt.Fprintf(os.Stderr, "testing: not supported by gvm: -test.%s\n", name)
			m.exitCode = 2
			return
		}
	}
	if o.fuzz != "" {
		fmt.Fprintln(os.Stderr, "testing: not supported by gvm: -test.fuzz (fuzz tests run their seed inputs only)")
		m.exitCode = 2
		return
	}
	if o.artifacts {
		fmt.Fprintln(os.Stderr, "testing: not supported by gvm: -test.artifacts")
		m.exitCode = 2
		return
	}
	if o.parallel < 1 {
		fmt.Fprintln(os.Stderr, "testing: -parallel can only be given a positive integer")
		flag.Usage()
		m.exitCode = 2
		return
	}
	if o.list != "" {
		m.list()
		return
	}
	procs, ok := procsList()
	if !ok {
		m.exitCode = 1
		return
	}
	if o.shuffle != "off" && !m.shuffle() {
		m.exitCode = 2
		return
	}
	m.begin()
	defer m.end()
	deadline := m.startAlarm()
	match := m.deps.MatchString
	testRan, testOk := runTests(match, m.tests, procs, deadline)
	fuzzRan, fuzzOk := runFuzzTests(match, m.fuzz, procs, deadline)
	m.stopAlarm()
	exampleRan, exampleOk := runExamples(match, m.examples)
	if !testRan && !exampleRan && !fuzzRan && o.bench == "" {
		fmt.Fprintln(os.Stderr, "testing: warning: no tests to run")
	}
	if !testOk || !exampleOk || !fuzzOk || !runBenchmarks(m.deps.ImportPath(), match, m.benchmarks, procs) {
		fmt.Print(frame(), "FAIL\n")
		m.exitCode = 1
		return
	}
	fmt.Print(frame(), "PASS\n")
	return
}

// frame marks lines that are not a test's own output, for the conversion to JSON.
func frame() string {
	if options.verbose.json {
		return frameMark
	}
	return ""
}

func (m *M) begin() {
	if options.panicOnExit0 {
		testexit.PanicOnZero = true
	}
}

func (m *M) end() {
	m.stopAlarm()
	testexit.PanicOnZero = false
}

// procsList has the values of GOMAXPROCS to run with.
func procsList() (list []int, ok bool) {
	for value := range strings.SplitSeq(options.cpu, ",") {
		if value = strings.TrimSpace(value); value == "" {
			continue
		}
		n, err := strconv.Atoi(value)
		if err != nil || n <= 0 {
			fmt.Fprintf(os.Stderr, "testing: invalid value %q for -test.cpu\n", value)
			return nil, false
		}
		list = append(list, n)
	}
	if list == nil {
		list = []int{runtime.GOMAXPROCS(-1)}
	}
	return list, true
}

func (m *M) shuffle() bool {
	seed := time.Now().UnixNano()
	if options.shuffle != "on" {
		var err error
		if seed, err = strconv.ParseInt(options.shuffle, 10, 64); err != nil {
			fmt.Fprintln(os.Stderr, `testing: -shuffle should be "off", "on", or a valid integer:`, err)
			return false
		}
	}
	fmt.Println("-test.shuffle", seed)
	r := rand.New(rand.NewSource(seed))
	r.Shuffle(len(m.tests), func(i, k int) { m.tests[i], m.tests[k] = m.tests[k], m.tests[i] })
	r.Shuffle(len(m.benchmarks), func(i, k int) { m.benchmarks[i], m.benchmarks[k] = m.benchmarks[k], m.benchmarks[i] })
	return true
}

// list prints the names that match -test.list.
func (m *M) list() {
	print := func(name string) {
		ok, err := m.deps.MatchString(options.list, name)
		if err != nil {
			fmt.Fprintf(os.Stderr, "testing: invalid regexp in -test.list (%q): %s\n", options.list, err)
			os.Exit(1)
		}
		if ok {
			fmt.Println(name)
		}
	}
	for _, t := range m.tests {
		print(t.Name)
	}
	for _, b := range m.benchmarks {
		print(b.Name)
	}
	for _, f := range m.fuzz {
		print(f.Name)
	}
	for _, e := range m.examples {
		print(e.Name)
	}
}

// running has the tests that run now and when they began.
var running sync.Map

func (m *M) startAlarm() (deadline time.Time) {
	d := options.timeout
	if d <= 0 {
		return
	}
	deadline = time.Now().Add(d)
	m.alarm = time.AfterFunc(d, func() {
		m.end()
		debug.SetTraceback("all")
		var names []string
		running.Range(func(name, start any) bool {
			names = append(names, fmt.Sprintf("%s (%v)", name, time.Since(start.(time.Time)).Round(time.Second)))
			return true
		})
		text := ""
		if slices.Sort(names); names != nil {
			text = "\nrunning tests:\n\t" + strings.Join(names, "\n\t")
		}
		panic(fmt.Sprintf("test timed out after %v%s", d, text))
	})
	return deadline
}

func (m *M) stopAlarm() {
	if m.alarm != nil {
		m.alarm.Stop()
	}
}
