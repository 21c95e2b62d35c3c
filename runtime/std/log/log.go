// Package log writes lines with time and place.
package log

import (
	"fmt"
	"internal/caller"
	"io"
	"os"
	"sync"
	"time"
)

// What stands before a message; several are put together in this order.
const (
	Ldate         = 1 << iota     // 2009/01/23
	Ltime                         // 01:23:23
	Lmicroseconds                 // 01:23:23.123123, also without Ltime
	Llongfile                     // /a/b/c/d.go:23
	Lshortfile                    // d.go:23; goes before Llongfile
	LUTC                          // date and time in UTC instead of local time
	Lmsgprefix                    // the prefix stands before the message, not before all of this
	LstdFlags     = Ldate | Ltime // of the standard logger
)

// A Logger writes each message with one Write, one after another.
type Logger struct {
	mu     sync.Mutex
	prefix string
	flag   int
	out    io.Writer
	line   []byte // memory for the line
}

// New makes a Logger.
func New(out io.Writer, prefix string, flag int) *Logger {
	return &Logger{out: out, prefix: prefix, flag: flag}
}

var std = New(os.Stderr, "", LstdFlags)

// Default is the standard logger, which the functions of this package use.
func Default() *Logger { return std }

// number appends n with at least so many digits.
func number(line []byte, n, digits int) []byte {
	at := len(line)
	for ; digits > 0 || n > 0; digits-- {
		line = append(line, byte('0'+n%10))
		n /= 10
	}
	for i, j := at, len(line)-1; i < j; i, j = i+1, j-1 {
		line[i], line[j] = line[j], line[i]
	}
	return line
}

// header appends what stands before a message.
func header(line []byte, prefix string, flag int, now time.Time, file string, at int) []byte {
	if flag&Lmsgprefix == 0 {
		line = append(line, prefix...)
	}
	if flag&(Ldate|Ltime|Lmicroseconds) != 0 {
		if flag&LUTC != 0 {
			now = now.UTC()
		}
		if flag&Ldate != 0 {
			year, month, day := now.Date()
			line = append(number(line, year, 4), '/')
			line = append(number(line, int(month), 2), '/')
			line = append(number(line, day, 2), ' ')
		}
		if flag&(Ltime|Lmicroseconds) != 0 {
			hour, min, sec := now.Clock()
			line = append(number(line, hour, 2), ':')
			line = append(number(line, min, 2), ':')
			line = number(line, sec, 2)
			if flag&Lmicroseconds != 0 {
				line = number(append(line, '.'), now.Nanosecond()/1000, 6)
			}
			line = append(line, ' ')
		}
	}
	if flag&(Lshortfile|Llongfile) != 0 {
		if flag&Lshortfile != 0 {
			for i := len(file) - 1; i > 0; i-- {
				if file[i] == '/' {
					file = file[i+1:]
					break
				}
			}
		}
		line = append(append(line, file...), ':')
		line = append(number(line, at, 1), ": "...)
	}
	if flag&Lmsgprefix != 0 {
		line = append(line, prefix...)
	}
	return line
}

// Output writes a message. calldepth 1 is the caller of Output, for the place.
func (l *Logger) Output(calldepth int, s string) error {
	return l.output(calldepth+1, s)
}

// output writes a message; calldepth 1 is its caller.
func (l *Logger) output(calldepth int, s string) error {
	now := time.Now()
	l.mu.Lock()
	defer l.mu.Unlock()
	file, at := "", 0
	if l.flag&(Lshortfile|Llongfile) != 0 {
		var ok bool
		if file, at, ok = caller.Of(calldepth); !ok {
			file = "???"
		}
	}
	l.line = header(l.line[:0], l.prefix, l.flag, now, file, at)
	l.line = append(l.line, s...)
	if n := len(l.line); n == 0 || s == "" || l.line[n-1] != '\n' {
		l.line = append(l.line, '\n')
	}
	_, err := l.out.Write(l.line)
	return err
}

// quiet tells whether messages go nowhere, so that they need not be made.
func (l *Logger) quiet() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.out == io.Discard
}

func (l *Logger) Print(v ...any) {
	if !l.quiet() {
		l.output(2, fmt.Sprint(v...))
	}
}

func (l *Logger) Printf(format string, v ...any) {
	if !l.quiet() {
		l.output(2, fmt.Sprintf(format, v...))
	}
}

func (l *Logger) Println(v ...any) {
	if !l.quiet() {
		l.output(2, fmt.Sprintln(v...))
	}
}

// Fatal is Print and the end of the program with status 1.
func (l *Logger) Fatal(v ...any) {
	l.output(2, fmt.Sprint(v...))
	os.Exit(1)
}

func (l *Logger) Fatalf(format string, v ...any) {
	l.output(2, fmt.Sprintf(format, v...))
	os.Exit(1)
}

func (l *Logger) Fatalln(v ...any) {
	l.output(2, fmt.Sprintln(v...))
	os.Exit(1)
}

// Panic is Print and a panic with the message.
func (l *Logger) Panic(v ...any) {
	s := fmt.Sprint(v...)
	l.output(2, s)
	panic(s)
}

func (l *Logger) Panicf(format string, v ...any) {
	s := fmt.Sprintf(format, v...)
	l.output(2, s)
	panic(s)
}

func (l *Logger) Panicln(v ...any) {
	s := fmt.Sprintln(v...)
	l.output(2, s)
	panic(s)
}

func (l *Logger) Flags() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.flag
}

func (l *Logger) SetFlags(flag int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.flag = flag
}

func (l *Logger) Prefix() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.prefix
}

func (l *Logger) SetPrefix(prefix string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.prefix = prefix
}

// Writer is where messages go.
func (l *Logger) Writer() io.Writer {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.out
}

func (l *Logger) SetOutput(w io.Writer) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.out = w
}
