package testing

import (
	"context"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// TB is what tests, benchmarks and fuzz tests have in common.
type TB interface {
	ArtifactDir() string
	Attr(key, value string)
	Chdir(dir string)
	Cleanup(func())
	Context() context.Context
	Error(args ...any)
	Errorf(format string, args ...any)
	Fail()
	FailNow()
	Failed() bool
	Fatal(args ...any)
	Fatalf(format string, args ...any)
	Helper()
	Log(args ...any)
	Logf(format string, args ...any)
	Name() string
	Output() io.Writer
	Setenv(key, value string)
	Skip(args ...any)
	SkipNow()
	Skipf(format string, args ...any)
	Skipped() bool
	TempDir() string

	private()
}

var (
	_ TB = (*T)(nil)
	_ TB = (*B)(nil)
	_ TB = (*F)(nil)
)

// common is one test, benchmark or fuzz test, or what all of them run under (level 0).
type common struct {
	mu       sync.RWMutex
	name     string
	level    int
	parent   *common
	bench    bool
	chat     *chat // nil: what is logged waits
	creator  []uintptr
	output   []byte // complete lines that wait, indented for this level
	unended  []byte // what Output was given after its last newline
	failed   bool
	skipped  bool
	ran      bool // it, or one below
	finished bool // the function came to its end
	done     bool // it and all below, and the parent was told
	hasSub   atomic.Bool
	helpers  map[string]bool
	cleanups []cleanup
	cleaning cleanup // the one that runs
	inClean  atomic.Bool
	tempDir  string
	tempSeq  int
	artifact string
	start    time.Time
	duration time.Duration
	barrier  chan bool // closed when parallel subtests may go on
	signal   chan bool // what the parent waits for; false: it cannot go on
	sub      []*T
	ctx      context.Context
	cancel   context.CancelFunc

	parallel     bool
	denyParallel bool // the environment was changed
}

// cleanup is a function to call at the end, and who asked for it.
type cleanup struct {
	f    func()
	name string
	pcs  []uintptr
}

// frameMark begins lines that are not a test's own output; errorMark and errorEnd enclose errors.
const (
	frameMark = "\x16"
	errorMark = "\x0f"
	errorEnd  = "\x0e"
)

const indent = "    "

// chat prints what tests do while they do it.
type chat struct {
	mu   sync.Mutex
	last string // the test that was printed about last
}

// newChat is nil without -v.
func newChat() *chat {
	if options.verbose.on {
		return new(chat)
	}
	return nil
}

// announce prints a line about a test.
func (c *chat) announce(name, format string, args ...any) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.last = name
	fmt.Print(frame() + fmt.Sprintf(format, args...))
}

// print prints a test's own lines, with its name where another's lines came before.
func (c *chat) print(name, text string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.last == "" {
		c.last = name
	} else if c.last != name {
		fmt.Printf("%s=== NAME  %s\n", frame(), name)
		c.last = name
	}
	fmt.Print(text)
}

func (c *common) private() {}

// Name is the test's name, with those it is below.
func (c *common) Name() string { return c.name }

// Fail marks the test, and those it is below, as failed.
func (c *common) Fail() {
	if c.parent != nil {
		c.parent.Fail()
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.done {
		panic("Fail in goroutine after " + c.name + " has completed")
	}
	c.failed = true
}

func (c *common) Failed() bool {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.failed
}

func (c *common) Skipped() bool {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.skipped
}

// FailNow is Fail, and ends the test's goroutine.
func (c *common) FailNow() {
	c.Fail()
	c.mu.Lock()
	c.finished = true
	c.mu.Unlock()
	runtime.Goexit()
}

// SkipNow marks the test as skipped and ends its goroutine.
func (c *common) SkipNow() {
	c.mu.Lock()
	c.skipped = true
	c.finished = true
	c.mu.Unlock()
	runtime.Goexit()
}

func (c *common) Log(args ...any)                 { c.log(fmt.Sprintln(args...), false) }
func (c *common) Logf(format string, args ...any) { c.log(fmt.Sprintf(format, args...), false) }

func (c *common) Error(args ...any) {
	c.log(fmt.Sprintln(args...), true)
	c.Fail()
}

func (c *common) Errorf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...), true)
	c.Fail()
}

func (c *common) Fatal(args ...any) {
	c.log(fmt.Sprintln(args...), true)
	c.FailNow()
}

func (c *common) Fatalf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...), true)
	c.FailNow()
}

func (c *common) Skip(args ...any) {
	c.log(fmt.Sprintln(args...), false)
	c.SkipNow()
}

func (c *common) Skipf(format string, args ...any) {
	c.log(fmt.Sprintf(format, args...), false)
	c.SkipNow()
}

// log notes a message with the place of the call of its caller.
func (c *common) log(s string, isError bool) {
	text := c.place(2) + strings.TrimSuffix(s, "\n")
	text = indent + strings.ReplaceAll(text, "\n", "\n"+indent+indent)
	if isError && options.verbose.json && c.chat != nil {
		text = errorMark + text + errorEnd
	}
	c.endLine()
	c.emit(text+"\n", s)
}

// emit prints lines or keeps them; those of a test that is over go to one that is not.
func (c *common) emit(lines, message string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch {
	case c.done:
		for p := c.parent; p != nil; p = p.parent {
			p.mu.Lock()
			if !p.done {
				p.output = append(p.output, lines...)
				p.mu.Unlock()
				return
			}
			p.mu.Unlock()
		}
		panic("Log in goroutine after " + c.name + " has completed: " + message)
	case c.chat != nil && c.bench:
		fmt.Print(lines)
	case c.chat != nil:
		c.chat.print(c.name, lines)
	default:
		c.output = append(c.output, lines...)
	}
}

// Output writes to where Log writes, without places.
func (c *common) Output() io.Writer { return outputOf{c} }

type outputOf struct{ c *common }

func (o outputOf) Write(b []byte) (int, error) {
	c := o.c
	c.mu.Lock()
	if c.done {
		c.mu.Unlock()
		panic("Write called on Output of " + c.name + " after it has completed")
	}
	text := append(c.unended, b...)
	end := strings.LastIndexByte(string(text), '\n') + 1
	c.unended = slices.Clone(text[end:])
	c.mu.Unlock()
	if end > 0 {
		c.emit(indented(string(text[:end])), "")
	}
	return len(b), nil
}

// endLine ends what Output began.
func (c *common) endLine() {
	c.mu.Lock()
	rest := c.unended
	c.unended = nil
	c.mu.Unlock()
	if len(rest) > 0 {
		c.emit(indent+string(rest)+"\n", "")
	}
}

// indented moves complete lines to the right.
func indented(lines string) string {
	var b strings.Builder
	for line := range strings.Lines(lines) {
		b.WriteString(indent)
		b.WriteString(line)
	}
	return b.String()
}

// place is "file:line: " of the caller skip frames up, above functions that called Helper.
func (c *common) place(skip int) string {
	f := c.frame(skip + 1)
	file, line := f.File, f.Line
	switch {
	case file == "":
		file, line = "???", 1
	case !options.fullpath:
		file = file[strings.LastIndexByte(file, '/')+1:]
	}
	return fmt.Sprintf("%s:%d: ", file, line)
}

func (c *common) frame(skip int) runtime.Frame {
	var pcs [50]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(skip+2, pcs[:])])
	var first, before runtime.Frame
	for more := true; more; {
		var f runtime.Frame
		f, more = frames.Next()
		if first.Function == "" {
			first = f
		}
		switch {
		case f.Function == "runtime.gopanic" || f.Function == "panic":
			continue
		case f.Function == c.cleaning.name && c.cleaning.name != "":
			// What asked for the cleanup called it, so to say.
			frames, more = runtime.CallersFrames(c.cleaning.pcs), true
			continue
		case f.Function == runnerName:
			// The test's function is itself a helper.
			if c.level <= 1 {
				return before
			}
			frames, more = runtime.CallersFrames(c.creator), true
			c = c.parent
			continue
		}
		c.mu.RLock()
		helper := c.helpers[f.Function]
		c.mu.RUnlock()
		if !helper {
			return f
		}
		before = f
	}
	return first
}

// runnerName is the function that calls the tests'.
const runnerName = "testing.tRunner"

// Helper marks the caller: its lines are not shown with messages.
func (c *common) Helper() { c.helper(1) }

// helper marks the function skip frames above its caller.
func (c *common) helper(skip int) {
	var pcs [1]uintptr
	runtime.Callers(2+skip, pcs[:])
	f, _ := runtime.CallersFrames(pcs[:]).Next()
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.helpers == nil {
		c.helpers = map[string]bool{}
	}
	c.helpers[f.Function] = true
}

// Cleanup has f called when the test and all below it are over, last added first.
func (c *common) Cleanup(f func()) {
	var pcs [50]uintptr
	n := runtime.Callers(2, pcs[:])
	caller, _ := runtime.CallersFrames(pcs[:n]).Next()
	c.mu.Lock()
	defer c.mu.Unlock()
	c.cleanups = append(c.cleanups, cleanup{f, caller.Function + "'s cleanup", pcs[:n]})
}

// runCleanups calls the functions; one that ends the goroutine does not keep the others from running.
func (c *common) runCleanups() {
	c.inClean.Store(true)
	defer c.inClean.Store(false)
	if c.cancel != nil {
		c.cancel()
	}
	for {
		c.mu.Lock()
		n := len(c.cleanups)
		if n == 0 {
			c.mu.Unlock()
			return
		}
		f := c.cleanups[n-1]
		c.cleanups = c.cleanups[:n-1]
		c.mu.Unlock()
		func() {
			over := false
			defer func() {
				if !over {
					c.runCleanups()
				}
			}()
			f.f()
			over = true
		}()
	}
}

// runCleanupsQuietly runs them and returns what they panicked with.
func (c *common) runCleanupsQuietly() (value any) {
	defer func() { value = recover() }()
	c.runCleanups()
	return nil
}

// Context is canceled just before the cleanups.
func (c *common) Context() context.Context { return c.ctx }

func (c *common) Setenv(key, value string) {
	c.forbidParallel()
	old, had := os.LookupEnv(key)
	if err := os.Setenv(key, value); err != nil {
		c.Fatalf("cannot set environment variable: %v", err)
	}
	c.Cleanup(func() {
		if had {
			os.Setenv(key, old)
		} else {
			os.Unsetenv(key)
		}
	})
}

const parallelConflict = `testing: test using t.Setenv, t.Chdir, or cryptotest.SetGlobalRandom can not use t.Parallel`

// forbidParallel is for what changes the whole program.
func (c *common) forbidParallel() {
	for p := c; p != nil; p = p.parent {
		if p.parallel {
			panic(parallelConflict)
		}
	}
	c.denyParallel = true
}

func (c *common) Chdir(dir string) {
	c.forbidParallel()
	old, err := os.Getwd()
	if err != nil {
		c.Fatal(err)
	}
	if err := os.Chdir(dir); err != nil {
		c.Fatal(err)
	}
	c.Cleanup(func() {
		if err := os.Chdir(old); err != nil {
			panic("testing.Chdir: " + err.Error())
		}
	})
	if now, err := os.Getwd(); err == nil {
		c.Setenv("PWD", now)
	}
}

// TempDir makes a folder that is removed at the end.
func (c *common) TempDir() string {
	c.mu.Lock()
	base, n := c.tempDir, c.tempSeq
	c.tempSeq++
	c.mu.Unlock()
	if base == "" {
		allowed := func(r rune) rune {
			switch {
			case r >= 0x80 && r != 0xfffd, '0' <= r && r <= '9', 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z',
				strings.ContainsRune("-_", r):
				return r
			}
			return -1
		}
		made, err := os.MkdirTemp(os.Getenv("GOTMPDIR"), strings.Map(allowed, c.name))
		if err != nil {
			c.Fatalf("TempDir: %v", err)
		}
		c.mu.Lock()
		c.tempDir = made
		c.mu.Unlock()
		base = made
		c.Cleanup(func() {
			// A benchmark begins anew with each run.
			c.tempDir, c.tempSeq, c.artifact = "", 0, ""
			if err := os.RemoveAll(made); err != nil {
				c.Errorf("TempDir RemoveAll cleanup: %v", err)
			}
		})
	}
	dir := fmt.Sprintf("%s%c%03d", base, os.PathSeparator, n+1)
	if err := os.Mkdir(dir, 0o777); err != nil {
		c.Fatalf("TempDir: %v", err)
	}
	return dir
}

// ArtifactDir is a folder for what the test makes; without -artifacts it is removed at the end.
func (c *common) ArtifactDir() string {
	if c.artifact == "" {
		c.artifact = c.TempDir()
	}
	return c.artifact
}

// Attr prints an attribute of the test.
func (c *common) Attr(key, value string) {
	if strings.ContainsFunc(key, isSpace) {
		c.Errorf("disallowed whitespace in attribute key %q", key)
		return
	}
	if strings.ContainsAny(value, "\r\n") {
		c.Errorf("disallowed newline in attribute value %q", value)
		return
	}
	if c.chat != nil {
		c.chat.announce(c.name, "=== ATTR  %s %v %v\n", c.name, key, value)
	}
}

func isSpace(r rune) bool { return strings.ContainsRune(" \t\n\v\f\r\u0085\u00a0", r) }

// tell gives the parent a line about this test, and what was logged.
func (c *common) tell(format string, args ...any) {
	c.endLine()
	p := c.parent
	c.mu.Lock()
	logged := string(c.output)
	c.output = nil
	c.mu.Unlock()
	line := fmt.Sprintf(format, args...)
	if p.level == 0 || c.chat != nil && options.verbose.json {
		if c.chat != nil {
			c.chat.announce(c.name, "%s", line+logged)
		} else {
			fmt.Print(line + logged)
		}
		return
	}
	p.endLine()
	p.mu.Lock()
	defer p.mu.Unlock()
	p.output = append(p.output, indented(line+logged)...)
}

// seconds is a duration as reports show it.
func seconds(d time.Duration) string { return fmt.Sprintf("%.2fs", d.Seconds()) }

// report tells the parent how the test ended.
func (c *common) report() {
	if c.parent == nil {
		return
	}
	how := "PASS"
	switch {
	case c.Failed():
		how = "FAIL"
	case c.chat == nil:
		return
	case c.Skipped():
		how = "SKIP"
	}
	c.tell("--- %s: %s (%s)\n", how, c.name, seconds(c.duration))
}

func (c *common) setRan() {
	if c.parent != nil {
		c.parent.setRan()
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.ran = true
}
