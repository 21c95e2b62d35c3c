// Iterators pulled the wrong way, outputs that panic, patterns and paths that cannot be.
package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"text/tabwriter"
)

func try(name string, f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println(name, "panics:", e)
		}
	}()
	f()
	fmt.Println(name, "returns")
}

type broken struct{}

func (broken) Write([]byte) (int, error) { panic("cannot write") }

func main() {
	// Pull starts a goroutine at once, and no iterator before it is asked.
	before := runtime.NumGoroutine()
	var yield func(int) bool
	seq := func(y func(int) bool) {
		fmt.Println("iterator begins")
		yield = y
		for i := 0; y(i); i++ {
		}
		fmt.Println("iterator ends; after the end:", y(7))
	}
	next, stop := iter.Pull(seq)
	fmt.Println(runtime.NumGoroutine() - before)
	fmt.Println(next())
	try("yield without next", func() { yield(5) })
	fmt.Println(next())
	stop()
	stop()
	fmt.Println(next())
	fmt.Println(yield(1))

	unused, stopUnused := iter.Pull2(func(func(int, string) bool) { fmt.Println("never") })
	stopUnused()
	fmt.Println(unused())

	var again func() (int, bool)
	again, stop = iter.Pull(func(y func(int) bool) {
		try("next inside", func() { again() })
		y(1)
	})
	fmt.Println(again())
	stop()
	bad, stop := iter.Pull(func(func(int) bool) { panic("inside") })
	try("next of a panic", func() { bad() })
	fmt.Println(bad())
	stop()

	for _, text := range []string{"a", "a\n\n"} {
		w := tabwriter.NewWriter(broken{}, 0, 0, 5, ' ', 0)
		try("Write", func() { io.WriteString(w, text) })
		try("Flush", func() { w.Flush() })
	}

	joined := errors.Join(errors.New("a"), nil, errors.New("b"), nil)
	list := joined.(interface{ Unwrap() []error }).Unwrap()
	fmt.Println(len(list), cap(list))
	fmt.Printf("%.[]|%[]|%.[1]|%[", 1)
	fmt.Println()

	deep := "/*" + strings.Repeat("/", 10001)
	_, err := filepath.Glob(deep)
	fmt.Println(err)
	_, err = fs.Glob(os.DirFS("."), deep)
	fmt.Println(err)

	dir, err := os.MkdirTemp("", "edges")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "file")
	os.WriteFile(file, nil, 0o644)
	for _, end := range []string{"", "/", "//", "/.", "/..", "/../file", "/x"} {
		p, err := filepath.EvalSymlinks(file + end)
		fmt.Printf("%q %q %v\n", end, strings.TrimPrefix(p, dir), err)
	}
}
