// Package log: prefixes, flags, places, panics, a fatal end.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"strings"
	"sync"
)

type counting struct {
	writes int
	bytes.Buffer
}

func (c *counting) Write(p []byte) (int, error) { c.writes++; return c.Buffer.Write(p) }

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("cannot write") }

type loud struct{}

func (loud) String() string { fmt.Print("[formatted]"); return "loud" }

// shape replaces digits, so that times can be compared.
func shape(s string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return '9'
		}
		return r
	}, s)
}

func try(f func()) {
	defer func() {
		r := recover()
		fmt.Printf("%q %T\n", r, r)
	}()
	f()
}

func helper(l *log.Logger, depth int) error { return l.Output(depth, "from helper") }

func main() {
	var buf counting
	l := log.New(&buf, "pre: ", 0)
	for flags := 0; flags < 128; flags++ {
		l.SetFlags(flags)
		if l.Flags() != flags {
			fmt.Println("flags")
		}
		buf.Reset()
		l.Print("message")
		text := buf.String()
		if flags&log.Llongfile != 0 && flags&log.Lshortfile == 0 {
			// The folder is not the same everywhere.
			i, j := strings.Index(text, "/"), strings.LastIndex(text, "/")
			if flags&log.Ldate != 0 {
				i += 6 + strings.Index(text[i+6:], "/")
			}
			text = text[:i] + "…" + text[j:]
		}
		if flags&(log.Lshortfile|log.Llongfile) == 0 {
			text = shape(text)
		} else if i := strings.Index(text, "log_all.go"); i >= 0 {
			text = shape(text[:i]) + text[i:]
		}
		fmt.Print(flags, " ", text)
	}
	l.SetFlags(log.Lshortfile | log.Lmsgprefix)
	buf.Reset()
	l.Print("a", 1, 2, "b", "c")
	l.Printf("%d-%s", 5, "x")
	l.Println("a", 1, nil)
	l.Print("with newline\n")
	l.Print("")
	l.Println()
	l.Printf("two\nlines\n\n")
	fmt.Println(l.Output(1, "output 1"), helper(l, 1), helper(l, 2), l.Output(100, "nowhere"))
	func() { l.Print("in a literal") }()
	try(func() { l.Panic("panic", 1) })
	try(func() { l.Panicf("%05d", 42) })
	try(func() { l.Panicln("panic", "line") })
	fmt.Print(buf.String())
	fmt.Println(buf.writes, l.Prefix(), l.Writer() == io.Writer(&buf))
	l.SetPrefix("other ")
	l.SetOutput(failing{})
	fmt.Println(l.Prefix(), l.Output(1, "x"))
	l.Print("lost")
	l.SetOutput(io.Discard)
	l.Print(loud{})
	l.Printf("%v", loud{})
	l.Println(loud{})

	// The standard logger.
	std := log.Default()
	fmt.Println(log.Flags() == log.LstdFlags, log.Flags() == log.Ldate|log.Ltime, log.Prefix() == "", log.Writer() == io.Writer(os.Stderr), std.Flags())
	buf.Reset()
	log.SetOutput(&buf)
	log.SetFlags(log.Lshortfile | log.LUTC)
	log.SetPrefix("std ")
	log.Print("print", 1)
	log.Printf("%q", "printf")
	log.Println("println", 2)
	fmt.Println(log.Output(1, "output"))
	try(func() { log.Panic("a", 1) })
	try(func() { log.Panicf("%d", 1) })
	try(func() { log.Panicln("a", 1) })
	log.SetFlags(log.Ldate | log.Lmicroseconds)
	std.Print("with time")
	text := buf.String()
	i := strings.LastIndex(text, "std ")
	fmt.Print(text[:i], shape(text[i:]))

	// Lines of several goroutines are not mixed.
	buf.Reset()
	log.SetFlags(0)
	var wg sync.WaitGroup
	for g := 0; g < 4; g++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := 0; i < 50; i++ {
				log.Println("a line of", "some length")
			}
		}()
	}
	wg.Wait()
	fmt.Println(strings.Count(buf.String(), "std a line of some length\n"), buf.Len())

	log.SetOutput(os.Stderr)
	defer fmt.Println("never")
	log.Fatalf("fatal %d", 1)
}
