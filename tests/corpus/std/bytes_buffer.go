// Buffer and Reader: contents, capacity, errors and panics.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

func state(what string, b *bytes.Buffer) {
	fmt.Printf("%s: len %d cap %d avail %d %q\n", what, b.Len(), b.Cap(), b.Available(), b.String())
}

func try(what string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			_, isError := r.(error)
			fmt.Println(what, "panics:", r, isError)
		}
	}()
	f()
}

type badReader struct{}

func (badReader) Read([]byte) (int, error) { return -1, nil }

type failing struct{ left int }

func (f *failing) Read(p []byte) (int, error) {
	if f.left == 0 {
		return 0, errors.New("no more")
	}
	n := min(f.left, len(p), 7)
	f.left -= n
	for i := range p[:n] {
		p[i] = 'r'
	}
	return n, nil
}

func (f *failing) Write(p []byte) (int, error) {
	if len(p) > f.left {
		return f.left, errors.New("full")
	}
	return len(p), nil
}

type short struct{}

func (short) Write(p []byte) (int, error) { return len(p) / 2, nil }

type long struct{}

func (long) Write(p []byte) (int, error) { return len(p) + 1, nil }

func buffer() {
	var b bytes.Buffer
	state("zero", &b)
	var none *bytes.Buffer
	fmt.Println(none.String())
	b.WriteString("hello, ")
	state("first", &b)
	b.Write([]byte("world"))
	b.WriteByte('!')
	n, err := b.WriteRune('語')
	fmt.Println(n, err)
	n, err = b.WriteRune(-5)
	fmt.Println(n, err)
	b.WriteRune('x')
	state("written", &b)
	p := make([]byte, 5)
	n, err = b.Read(p)
	fmt.Printf("%d %v %q\n", n, err, p)
	fmt.Println(b.UnreadByte(), b.UnreadByte())
	fmt.Printf("%q\n", b.Next(3))
	fmt.Println(b.UnreadRune())
	c, err := b.ReadByte()
	fmt.Printf("%q %v %v\n", c, err, b.UnreadByte())
	for i := 0; i < 12; i++ {
		r, size, err := b.ReadRune()
		fmt.Printf("%q %d %v, ", r, size, err)
	}
	fmt.Println(b.UnreadRune(), b.UnreadRune())
	peeked, err := b.Peek(2)
	fmt.Printf("%q %v\n", peeked, err)
	peeked, err = b.Peek(100)
	fmt.Printf("%q %v\n", peeked, err)
	state("rest", &b)
	b.WriteString("tail")
	b.Truncate(1)
	state("truncated", &b)
	b.Reset()
	state("reset", &b)
	n, err = b.Read(p)
	fmt.Println(n, err)
	n, err = b.Read(nil)
	fmt.Println(n, err)
	_, err = b.ReadByte()
	_, _, err2 := b.ReadRune()
	fmt.Println(err, err2, b.UnreadByte())

	for _, n := range []int{1, 63, 64, 65, 100, 500, 1000, 5000} {
		var g bytes.Buffer
		g.Grow(n)
		fmt.Print(n, " ", g.Len(), " ", g.Cap() >= n, "; ")
	}
	fmt.Println()
	spare := bytes.NewBuffer(make([]byte, 0, 32))
	a := append(spare.AvailableBuffer(), "appended"...)
	spare.Write(a)
	state("spare", spare)

	fmt.Println(bytes.NewBufferString("from a string").String())
	b.WriteString("one\ntwo\nthree")
	line, err := b.ReadString('\n')
	fmt.Printf("%q %v\n", line, err)
	bytesLine, err := b.ReadBytes('\n')
	fmt.Printf("%q %v\n", bytesLine, err)
	line, err = b.ReadString('\n')
	fmt.Printf("%q %v\n", line, err)
	line, err = b.ReadString('\n')
	fmt.Printf("%q %v\n", line, err)
	bytesLine, err = b.ReadBytes('x')
	fmt.Printf("%v %v\n", bytesLine == nil, err)

	// Writing while reading lets the buffer reuse its memory.
	var q bytes.Buffer
	sum := 0
	for i := 0; i < 2000; i++ {
		fmt.Fprintf(&q, "%d,", i)
		if i%3 == 0 {
			s, _ := q.ReadString(',')
			sum += len(s)
		}
	}
	fmt.Println(sum, q.Len(), q.Cap() < 16384)

	k, err := b.ReadFrom(strings.NewReader(strings.Repeat("z", 3000)))
	fmt.Println(k, err, b.Len())
	k, err = b.ReadFrom(&failing{left: 20})
	fmt.Println(k, err, b.Len())
	var sink strings.Builder
	k, err = b.WriteTo(&sink)
	fmt.Println(k, err, b.Len(), sink.Len())
	k, err = b.WriteTo(&sink)
	fmt.Println(k, err)
	b.WriteString("abcdef")
	k, err = b.WriteTo(&failing{left: 2})
	fmt.Println(k, err, b.String())
	k, err = b.WriteTo(short{})
	fmt.Println(k, err, b.String())

	try("grow", func() { b.Grow(-1) })
	try("truncate", func() { b.Truncate(100) })
	try("truncate", func() { b.Truncate(-1) })
	try("reader", func() { b.ReadFrom(badReader{}) })
	try("writer", func() { b.WriteTo(long{}) })
	try("huge", func() { b.Grow(int(^uint(0) >> 1)) })
	fmt.Println(bytes.ErrTooLarge, bytes.MinRead)
}

func reader() {
	r := bytes.NewReader([]byte("héllo\xffz"))
	fmt.Println(r.Len(), r.Size())
	fmt.Println(r.UnreadByte(), r.UnreadRune())
	for {
		c, size, err := r.ReadRune()
		if err != nil {
			fmt.Println(c, size, err)
			break
		}
		fmt.Printf("%q %d, ", c, size)
		if c == 'é' {
			fmt.Print(r.UnreadRune(), " ", r.UnreadRune(), ", ")
			r.ReadRune()
		}
	}
	for _, s := range []struct {
		offset int64
		whence int
	}{{1, io.SeekStart}, {2, io.SeekCurrent}, {-2, io.SeekEnd}, {-1, io.SeekStart}, {0, 9}, {100, io.SeekStart}} {
		at, err := r.Seek(s.offset, s.whence)
		fmt.Print(at, " ", err, " ", r.Len(), "; ")
	}
	fmt.Println()
	p := make([]byte, 4)
	n, err := r.Read(p)
	fmt.Println(n, err)
	for _, off := range []int64{0, 3, 6, 8, 100, -1} {
		n, err = r.ReadAt(p, off)
		fmt.Printf("%d %v %q; ", n, err, p[:n])
	}
	fmt.Println()
	r.Reset([]byte("again"))
	c, err := r.ReadByte()
	fmt.Println(c, err, r.UnreadByte(), r.UnreadByte())
	var sink bytes.Buffer
	k, err := r.WriteTo(&sink)
	fmt.Println(k, err, sink.String())
	k, err = r.WriteTo(&sink)
	fmt.Println(k, err)
	_, err = r.ReadByte()
	fmt.Println(err)
	r.Reset([]byte("failing"))
	k, err = r.WriteTo(short{})
	fmt.Println(k, err, r.Len())
	try("writer", func() { r.WriteTo(long{}) })
	var zero bytes.Reader
	n, err = zero.Read(p)
	fmt.Println(n, err, zero.Len(), zero.Size())
}

func main() {
	buffer()
	reader()
}
