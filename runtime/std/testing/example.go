package testing

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"
)

// RunExamples runs a table of examples and compares what they print.
func RunExamples(matchString func(pat, str string) (bool, error), examples []InternalExample) (ok bool) {
	_, ok = runExamples(matchString, examples)
	return ok
}

func runExamples(match matchFunc, examples []InternalExample) (ran, ok bool) {
	ok = true
	m := newMatcher(match, options.run, "-test.run", options.skip)
	for _, e := range examples {
		if _, wanted, _ := m.fullName(nil, e.Name); !wanted {
			continue
		}
		ran = true
		if !runExample(e) {
			ok = false
		}
	}
	return ran, ok
}

func runExample(e InternalExample) (ok bool) {
	if options.verbose.on {
		fmt.Printf("%s=== RUN   %s\n", frame(), e.Name)
	}
	stdout := os.Stdout
	r, w, err := os.Pipe()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Stdout = w
	printed := make(chan string)
	go func() {
		b, err := io.ReadAll(r)
		r.Close()
		if err != nil {
			fmt.Fprintf(os.Stderr, "testing: copying pipe: %v\n", err)
			os.Exit(1)
		}
		printed <- string(b)
	}()
	start, finished := time.Now(), false
	defer func() {
		took := time.Since(start)
		w.Close()
		got := <-printed
		os.Stdout = stdout
		cause := recover()
		ok = e.report(got, took, finished, cause)
	}()
	e.F()
	finished = true
	return
}

// report prints how an example ended; cause is what it panicked with.
func (e *InternalExample) report(text string, took time.Duration, finished bool, cause any) bool {
	failure := ""
	switch got, want := strings.TrimSpace(text), strings.TrimSpace(e.Output); {
	case e.Unordered:
		if sortedLines(got) != sortedLines(want) && cause == nil {
			failure = fmt.Sprintf("got:\n%s\nwant (unordered):\n%s\n", text, e.Output)
		}
	case got != want && cause == nil:
		failure = fmt.Sprintf("got:\n%s\nwant:\n%s\n", got, want)
	}
	if failure != "" || !finished || cause != nil {
		fmt.Printf("%s--- FAIL: %s (%s)\n%s", frame(), e.Name, seconds(took), failure)
		if cause != nil {
			panic(cause)
		}
		if !finished {
			panic(errUnfinished)
		}
		return false
	}
	if options.verbose.on {
		fmt.Printf("%s--- PASS: %s (%s)\n", frame(), e.Name, seconds(took))
	}
	if options.verbose.json {
		fmt.Printf("%s=== NAME  %s\n", frame(), "")
	}
	return true
}

func sortedLines(s string) string {
	lines := strings.Split(s, "\n")
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}
