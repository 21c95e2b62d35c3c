// bufio over readers that misbehave: small pieces, errors in the middle, long lines, zero reads, splits of
// one's own; writers that fail.
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

type slow struct {
	s     string
	at, n int
	err   error
}

func (r *slow) Read(p []byte) (int, error) {
	if r.at >= len(r.s) {
		return 0, r.err
	}
	n := copy(p, r.s[r.at:min(len(r.s), r.at+r.n)])
	r.at += n
	return n, nil
}

type atOnce struct{ s string }

func (r *atOnce) Read(p []byte) (int, error) { n := copy(p, r.s); r.s = r.s[n:]; return n, io.EOF }

type empty struct{}

func (empty) Read([]byte) (int, error) { return 0, nil }

type short struct{ n int }

func (w *short) Write(p []byte) (int, error) {
	if len(p) > w.n {
		n := w.n
		w.n = 0
		return n, errors.New("full")
	}
	w.n -= len(p)
	return len(p), nil
}

func main() {
	bad := errors.New("bad disk")
	r := bufio.NewReaderSize(&slow{"first line\nsecond é line\r\n\nno newline", 0, 3, bad}, 16)
	for {
		s, err := r.ReadString('\n')
		fmt.Printf("%q %v\n", s, err)
		if err != nil {
			break
		}
	}
	r = bufio.NewReaderSize(strings.NewReader(strings.Repeat("x", 40)+"\nab\r\nc"), 16)
	for {
		l, more, err := r.ReadLine()
		fmt.Printf("%q %v %v; ", l, more, err)
		if err != nil {
			break
		}
	}
	fmt.Println()
	r.Reset(strings.NewReader("日x\xffend"))
	for {
		c, n, err := r.ReadRune()
		fmt.Print(c, " ", n, " ", err, "; ")
		if err != nil {
			break
		}
		if c == 'x' {
			fmt.Print(r.UnreadRune(), r.UnreadRune(), " ")
			b, _ := r.ReadByte()
			fmt.Print(b, r.UnreadByte(), r.UnreadRune(), "; ")
			r.ReadByte()
		}
	}
	fmt.Println()
	r = bufio.NewReaderSize(strings.NewReader("0123456789abcdefghij"), 16)
	p, err := r.Peek(4)
	fmt.Println(string(p), err, r.Buffered(), r.Size())
	p, err = r.Peek(17)
	fmt.Println(string(p), err)
	n, err := r.Discard(18)
	fmt.Println(n, err)
	p, err = r.Peek(5)
	fmt.Println(string(p), err)
	n, err = r.Discard(5)
	fmt.Println(n, err)
	_, err = r.Peek(-1)
	fmt.Println(err)
	sl, err := bufio.NewReaderSize(strings.NewReader(strings.Repeat("y", 20)), 16).ReadSlice('z')
	fmt.Println(len(sl), err)
	_, err = bufio.NewReader(empty{}).ReadByte()
	fmt.Println(err)
	all, err := io.ReadAll(bufio.NewReader(&slow{"one byte at a time", 0, 1, io.EOF}))
	fmt.Println(string(all), err)
	all, err = io.ReadAll(bufio.NewReader(&atOnce{"data and EOF"}))
	fmt.Println(string(all), err)
	_, err = bufio.NewReader(&slow{strings.Repeat("t", 5000), 0, 4096, errors.New("timeout")}).ReadString('q')
	fmt.Println(err)

	scan := func(in io.Reader, split bufio.SplitFunc, size int) {
		s := bufio.NewScanner(in)
		if split != nil {
			s.Split(split)
		}
		if size > 0 {
			s.Buffer(make([]byte, 0, 4), size)
		}
		for s.Scan() {
			fmt.Printf("%q ", s.Text())
		}
		fmt.Println(s.Err(), len(s.Bytes()))
	}
	text := "  two words\r\nthird\n\n\nlast é "
	scan(strings.NewReader(text), nil, 0)
	scan(&slow{text, 0, 1, io.EOF}, bufio.ScanWords, 0)
	scan(&slow{"aé\xff日", 0, 1, io.EOF}, bufio.ScanRunes, 0)
	scan(strings.NewReader("ab"), bufio.ScanBytes, 0)
	scan(strings.NewReader("short\nmuch too long a line\nx"), nil, 8)
	scan(&slow{"cut off\nhere", 0, 4, bad}, nil, 0)
	comma := func(data []byte, eof bool) (int, []byte, error) {
		if i := bytes.IndexByte(data, ','); i >= 0 {
			if string(data[:i]) == "stop" {
				return i, []byte("last"), bufio.ErrFinalToken
			}
			return i + 1, bytes.TrimFunc(data[:i], unicode.IsSpace), nil
		}
		if eof && len(data) > 0 {
			return len(data), data, nil
		}
		return 0, nil, nil
	}
	scan(strings.NewReader("a, b ,,c"), comma, 0)
	scan(strings.NewReader("a,stop,b,c"), comma, 0)
	scan(strings.NewReader("abc"), func(d []byte, eof bool) (int, []byte, error) { return len(d) + 1, nil, nil }, 0)
	scan(strings.NewReader("abc"), func(d []byte, eof bool) (int, []byte, error) { return -1, nil, nil }, 0)
	scan(strings.NewReader("abc"), func(d []byte, eof bool) (int, []byte, error) { return 0, nil, bad }, 0)
	func() {
		defer func() { fmt.Println(recover()) }()
		s := bufio.NewScanner(strings.NewReader("a b"))
		s.Scan()
		s.Split(bufio.ScanWords)
	}()

	var out bytes.Buffer
	w := bufio.NewWriterSize(&out, 16)
	fmt.Fprintf(w, "%s %d", "formatted", 42)
	fmt.Print(w.Buffered(), w.Available(), w.Size(), out.Len(), " ")
	w.WriteString(strings.Repeat("z", 20))
	w.WriteRune('é')
	w.WriteByte('!')
	fmt.Println(w.Buffered(), out.Len(), w.Flush(), out.String())
	w.Reset(&short{10})
	n, err = w.WriteString("0123456789abcdefghij")
	fmt.Println(n, err)
	n, err = w.Write([]byte("more"))
	fmt.Println(n, err, w.Flush())
	m, err := bufio.NewWriter(&out).ReadFrom(&slow{"read from", 0, 4, io.EOF})
	fmt.Println(m, err)
	rw := bufio.NewReadWriter(bufio.NewReader(strings.NewReader("in")), bufio.NewWriter(&out))
	k, err := rw.WriteTo(io.Discard)
	fmt.Println(k, err, rw.Writer.Buffered())
}
