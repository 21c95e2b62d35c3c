// Package bufio: Reader, Writer, Scanner, with small buffers and difficult partners.
package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
)

// chunks reads parts as they were given, then an error.
type chunks struct {
	parts []string
	err   error
}

func (c *chunks) Read(p []byte) (int, error) {
	if len(c.parts) == 0 {
		return 0, c.err
	}
	n := copy(p, c.parts[0])
	if c.parts[0] = c.parts[0][n:]; c.parts[0] == "" {
		c.parts = c.parts[1:]
		if len(c.parts) == 0 && c.err != nil && c.err != io.EOF {
			return n, c.err
		}
	}
	return n, nil
}

type lazy struct{}

func (lazy) Read([]byte) (int, error) { return 0, nil }

type negative struct{}

func (negative) Read([]byte) (int, error) { return -1, nil }

type recorder struct {
	calls []string
	limit int
	short bool
}

func (r *recorder) Write(p []byte) (int, error) {
	r.calls = append(r.calls, string(p))
	if r.short {
		return len(p) / 2, nil
	}
	if r.limit > 0 && len(p) > r.limit {
		return r.limit, errors.New("too much")
	}
	return len(p), nil
}

func try(what string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(what, "panics:", r)
		}
	}()
	f()
}

func reading() {
	r := bufio.NewReaderSize(&chunks{[]string{"héllo", " wor", "ld\nline2\r\nline3 is longer than the buffer\n", "last"}, io.EOF}, 16)
	fmt.Println(r.Size(), r.Buffered(), bufio.NewReader(r).Size(), bufio.NewReaderSize(r, 10) == r, bufio.NewReaderSize(r, 1).Size())
	fmt.Println(r.UnreadByte(), r.UnreadRune())
	p, err := r.Peek(3)
	fmt.Printf("%q %v %d\n", p, err, r.Buffered())
	_, err = r.Peek(-1)
	fmt.Println(err)
	p, err = r.Peek(17)
	fmt.Printf("%q %v\n", p, err)
	c, err := r.ReadByte()
	fmt.Printf("%q %v %v %v\n", c, err, r.UnreadByte(), r.UnreadRune())
	c, err = r.ReadByte()
	ru, size, err := r.ReadRune()
	fmt.Printf("%q %d %v %v %v\n", ru, size, err, r.UnreadRune(), r.UnreadRune())
	r.ReadRune()
	fmt.Println(r.UnreadByte())
	n, err := r.Discard(1)
	fmt.Println(n, err)
	_, err = r.Discard(-1)
	fmt.Println(err)
	line, prefix, err := r.ReadLine()
	fmt.Printf("%q %v %v\n", line, prefix, err)
	line, prefix, err = r.ReadLine()
	fmt.Printf("%q %v %v\n", line, prefix, err)
	for i := 0; i < 5; i++ {
		line, prefix, err = r.ReadLine()
		fmt.Printf("%q %v %v\n", line, prefix, err)
	}
	text := strings.Repeat("0123456789", 3) + "\nshort\n" + strings.Repeat("x", 40)
	r.Reset(strings.NewReader(text))
	p, err = r.ReadSlice('\n')
	fmt.Printf("%q %v\n", p, err)
	p, err = r.ReadBytes('\n')
	fmt.Printf("%q %v\n", p, err)
	s, err := r.ReadString('\n')
	fmt.Printf("%q %v\n", s, err)
	s, err = r.ReadString('\n')
	fmt.Printf("%q %v\n", s, err)
	s, err = r.ReadString('\n')
	fmt.Printf("%q %v\n", s, err)
	p, err = r.ReadSlice('\n')
	fmt.Printf("%q %v\n", p, err)
	r.Reset(strings.NewReader(text))
	r.ReadByte()
	big := make([]byte, 100)
	n, err = r.Read(big)
	fmt.Println(n, err)
	n, err = r.Read(big)
	fmt.Println(n, err)
	n, err = r.Read(nil)
	fmt.Println(n, err)
	n, err = r.Read(big)
	fmt.Println(n, err)
	n, err = r.Read(big)
	fmt.Println(n, err)
	r.Reset(strings.NewReader(text))
	r.Peek(5)
	var out strings.Builder
	k, err := r.WriteTo(&out)
	fmt.Println(k, err, out.String() == text)
	r.Reset(&chunks{[]string{"abc", "def"}, errors.New("broken")})
	out.Reset()
	k, err = r.WriteTo(&out)
	fmt.Println(k, err, out.String())
	r.Reset(lazy{})
	_, err = r.ReadByte()
	fmt.Println(err)
	_, _, err = r.ReadRune()
	fmt.Println(err, err == io.ErrNoProgress)
	r.Reset(negative{})
	try("negative", func() { r.ReadByte() })
	r.Reset(strings.NewReader("\xe6\x97"))
	ru, size, err = r.ReadRune()
	fmt.Println(ru, size, err)
	r.Reset(&chunks{[]string{"\xe6", "\x97", "\xa5!"}, io.EOF})
	ru, size, err = r.ReadRune()
	fmt.Printf("%q %d %v\n", ru, size, err)
	r.Reset(strings.NewReader("abcdef"))
	n, err = r.Discard(100)
	fmt.Println(n, err)
	r.Reset(&chunks{[]string{"ab", "c"}, errors.New("late")})
	p, err = r.Peek(5)
	fmt.Printf("%q %v\n", p, err)
	s, err = r.ReadString('x')
	fmt.Printf("%q %v\n", s, err)
	s, err = r.ReadString('x')
	fmt.Printf("%q %v\n", s, err)
	r.Reset(strings.NewReader("\r\n\r\n\rx\r"))
	for {
		line, prefix, err = r.ReadLine()
		fmt.Printf("%q %v %v; ", line, prefix, err)
		if err != nil {
			break
		}
	}
	fmt.Println()
	r.Reset(strings.NewReader("0123456789abcde\r\nx"))
	for {
		line, prefix, err = r.ReadLine()
		fmt.Printf("%q %v %v; ", line, prefix, err)
		if err != nil {
			break
		}
	}
	fmt.Println()
	var zero bufio.Reader
	zero.Reset(strings.NewReader("z"))
	c, err = zero.ReadByte()
	fmt.Println(c, err, zero.Size())
}

func writing() {
	var rec recorder
	w := bufio.NewWriterSize(&rec, 8)
	fmt.Println(w.Size(), w.Available(), w.Buffered(), bufio.NewWriter(w).Size(), bufio.NewWriterSize(w, 4) == w, bufio.NewWriterSize(&rec, -1).Size())
	n, err := w.WriteString("abc")
	fmt.Println(n, err, w.Buffered(), w.Available(), len(rec.calls))
	n, err = w.Write([]byte("defghijklmnopq"))
	fmt.Println(n, err, w.Buffered(), rec.calls)
	fmt.Println(w.WriteByte('!'), w.Buffered())
	n, err = w.WriteRune('日')
	fmt.Println(n, err, w.Buffered(), rec.calls)
	n, err = w.WriteRune(-1)
	fmt.Println(n, err, w.Buffered(), rec.calls)
	fmt.Println(w.Flush(), rec.calls)
	fmt.Println(w.Flush(), len(rec.calls))
	n, err = w.Write([]byte("a write that is much longer than the buffer"))
	fmt.Println(n, err, w.Buffered(), rec.calls[len(rec.calls)-1])
	n, err = w.WriteString("a string that is much longer than the buffer")
	fmt.Println(n, err, w.Buffered(), rec.calls[len(rec.calls)-2:])
	b := append(w.AvailableBuffer(), "xy"...)
	n, err = w.Write(b)
	fmt.Println(n, err, w.Buffered(), w.Flush())
	k, err := w.ReadFrom(strings.NewReader(strings.Repeat("r", 20)))
	fmt.Println(k, err, w.Buffered(), w.Flush())
	k, err = w.ReadFrom(&chunks{[]string{"12", "345", "6"}, io.EOF})
	fmt.Println(k, err, w.Buffered(), w.Flush())
	k, err = w.ReadFrom(&chunks{[]string{"12", "345"}, errors.New("reading failed")})
	fmt.Println(k, err, w.Buffered(), w.Flush())
	_, err = w.ReadFrom(lazy{})
	fmt.Println(err)

	bad := &recorder{limit: 3}
	w.Reset(bad)
	w.WriteString("12345")
	fmt.Println(w.Flush(), w.Buffered(), w.Flush())
	n, err = w.WriteString("x")
	fmt.Println(n, err, w.WriteByte('x'))
	n, err = w.WriteRune('x')
	fmt.Println(n, err)
	n, err = w.Write([]byte("more"))
	fmt.Println(n, err, bad.calls)
	k, err = w.ReadFrom(strings.NewReader("x"))
	fmt.Println(k, err)
	w.Reset(&recorder{short: true})
	w.WriteString("12345")
	fmt.Println(w.Flush(), w.Buffered())
	var zero bufio.Writer
	zero.Reset(&rec)
	zero.WriteByte('z')
	fmt.Println(zero.Flush(), zero.Size(), rec.calls[len(rec.calls)-1])

	var buf bytes.Buffer
	rw := bufio.NewReadWriter(bufio.NewReader(strings.NewReader("in\n")), bufio.NewWriter(&buf))
	s, err := rw.ReadString('\n')
	fmt.Fprintf(rw, "out %d", 1)
	fmt.Println(s, err, rw.Flush(), buf.String(), rw.Reader.Buffered(), rw.Writer.Buffered())
	var two bufio.ReadWriter
	fmt.Println(two.Reader == nil, two.Writer == nil)
}

func tokens(name, text string, split bufio.SplitFunc) {
	for _, r := range []io.Reader{strings.NewReader(text), &chunks{strings.SplitAfter(text, "\n"), io.EOF}} {
		sc := bufio.NewScanner(r)
		sc.Buffer(make([]byte, 0, 4), 40)
		sc.Split(split)
		fmt.Print(name, ":")
		for sc.Scan() {
			fmt.Printf(" %q", sc.Text())
			if string(sc.Bytes()) != sc.Text() {
				fmt.Print("!")
			}
		}
		fmt.Println(" ", sc.Err(), sc.Scan(), sc.Text() == "")
	}
}

func scanning() {
	texts := []string{"", "\n", "one", "one\ntwo", "one\ntwo\n", "a\r\nb\r\n\r\n", "  spaced   out \t words\n here ", "日本 語\xff x", "\n\n\n", strings.Repeat("long", 20), "ok\n" + strings.Repeat("y", 39) + "\nz", strings.Repeat("w", 39)}
	for _, t := range texts {
		tokens("lines", t, bufio.ScanLines)
		tokens("words", t, bufio.ScanWords)
		tokens("runes", t, bufio.ScanRunes)
		tokens("bytes", t, bufio.ScanBytes)
	}
	commas := func(data []byte, atEOF bool) (int, []byte, error) {
		if i := bytes.IndexByte(data, ','); i >= 0 {
			return i + 1, data[:i], nil
		}
		if atEOF && len(data) > 0 {
			return len(data), data, bufio.ErrFinalToken
		}
		return 0, nil, nil
	}
	tokens("commas", "a,b,,c", commas)
	tokens("final", "1,2,STOP,3", func(data []byte, atEOF bool) (int, []byte, error) {
		n, tok, err := commas(data, atEOF)
		if string(tok) == "STOP" {
			return n, []byte("stopped"), bufio.ErrFinalToken
		}
		return n, tok, err
	})
	tokens("final nil", "1,2,STOP,3", func(data []byte, atEOF bool) (int, []byte, error) {
		n, tok, err := commas(data, atEOF)
		if string(tok) == "STOP" {
			return n, nil, bufio.ErrFinalToken
		}
		return n, tok, err
	})
	tokens("error", "abc", func(data []byte, atEOF bool) (int, []byte, error) { return 1, data[:1], errors.New("split failed") })
	tokens("negative", "abc", func(data []byte, atEOF bool) (int, []byte, error) { return -1, nil, nil })
	tokens("too far", "abc", func(data []byte, atEOF bool) (int, []byte, error) { return len(data) + 1, nil, nil })
	tokens("skip", "a1b22c", func(data []byte, atEOF bool) (int, []byte, error) {
		i := bytes.IndexFunc(data, unicode.IsDigit)
		if i < 0 {
			return len(data), nil, nil
		}
		return i + 1, data[i : i+1], nil
	})
	try("empty tokens", func() {
		sc := bufio.NewScanner(strings.NewReader("x"))
		sc.Split(func(data []byte, atEOF bool) (int, []byte, error) { return 0, []byte{}, nil })
		n := 0
		for sc.Scan() {
			n++
			if n > 1000 {
				break
			}
		}
		fmt.Println(n)
	})
	var sc *bufio.Scanner = bufio.NewScanner(&chunks{[]string{"a\nb"}, errors.New("read failed")})
	for sc.Scan() {
		fmt.Print(sc.Text(), " ")
	}
	fmt.Println(sc.Err())
	sc = bufio.NewScanner(lazy{})
	fmt.Println(sc.Scan(), sc.Err())
	sc = bufio.NewScanner(negative{})
	fmt.Println(sc.Scan(), sc.Err())
	sc = bufio.NewScanner(strings.NewReader("a b"))
	sc.Scan()
	try("split", func() { sc.Split(bufio.ScanWords) })
	try("buffer", func() { sc.Buffer(nil, 5) })
	sc = bufio.NewScanner(strings.NewReader(strings.Repeat("x", bufio.MaxScanTokenSize) + "\n"))
	fmt.Println(sc.Scan(), sc.Err(), sc.Err() == bufio.ErrTooLong)
	sc = bufio.NewScanner(strings.NewReader(strings.Repeat("x", bufio.MaxScanTokenSize-2) + "\n"))
	fmt.Println(sc.Scan(), sc.Err(), len(sc.Text()))
	for _, err := range []error{bufio.ErrAdvanceTooFar, bufio.ErrBadReadCount, bufio.ErrBufferFull, bufio.ErrFinalToken, bufio.ErrInvalidUnreadByte, bufio.ErrInvalidUnreadRune, bufio.ErrNegativeAdvance, bufio.ErrNegativeCount, bufio.ErrTooLong} {
		fmt.Println(err)
	}
	for _, f := range []bufio.SplitFunc{bufio.ScanLines, bufio.ScanWords, bufio.ScanRunes, bufio.ScanBytes} {
		for _, s := range []string{"", "a", "a\n", " a ", "\xe6", "\r\n", "日本"} {
			for _, end := range []bool{false, true} {
				if s == "" && !end {
					continue
				}
				n, tok, err := f([]byte(s), end)
				fmt.Printf("%d %q %v %v; ", n, tok, tok == nil, err)
			}
		}
		fmt.Println()
	}
}

func main() {
	reading()
	writing()
	scanning()
}
