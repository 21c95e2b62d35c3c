// Package bufio puts buffers before readers and writers, and splits input into tokens.
package bufio

import (
	"errors"
	"io"
	"strings"
	"unicode/utf8"
	"unsafe"
)

const (
	usualSize = 4096
	leastSize = 16
	// emptyReads is how many reads in a row may give nothing before a reader counts as broken.
	emptyReads = 100
)

var (
	ErrInvalidUnreadByte = errors.New("bufio: invalid use of UnreadByte")
	ErrInvalidUnreadRune = errors.New("bufio: invalid use of UnreadRune")
	ErrBufferFull        = errors.New("bufio: buffer full")
	ErrNegativeCount     = errors.New("bufio: negative count")

	errNegativeRead = errors.New("bufio: reader returned negative count from Read")
)

// indexByte is where c first stands in b, or -1.
func indexByte(b []byte, c byte) int {
	return strings.IndexByte(unsafe.String(unsafe.SliceData(b), len(b)), c)
}

// A Reader reads ahead: buf[at:end] is what was read and not yet taken.
type Reader struct {
	buf      []byte
	src      io.Reader
	at, end  int
	err      error // the source's error, to be given once the buffer is empty
	last     int   // the byte UnreadByte gives back, or -1
	lastRune int   // size of the rune UnreadRune gives back, or -1
}

// NewReaderSize gives a Reader whose buffer has at least size bytes; rd itself if it is one.
func NewReaderSize(rd io.Reader, size int) *Reader {
	if b, ok := rd.(*Reader); ok && len(b.buf) >= size {
		return b
	}
	b := new(Reader)
	b.restart(make([]byte, max(size, leastSize)), rd)
	return b
}

func NewReader(rd io.Reader) *Reader { return NewReaderSize(rd, usualSize) }

func (b *Reader) restart(buf []byte, src io.Reader) {
	*b = Reader{buf: buf, src: src, last: -1, lastRune: -1}
}

// Size is the size of the buffer.
func (b *Reader) Size() int { return len(b.buf) }

// Reset forgets everything and reads from r.
func (b *Reader) Reset(r io.Reader) {
	if b == r {
		return
	}
	buf := b.buf
	if buf == nil {
		buf = make([]byte, usualSize)
	}
	b.restart(buf, r)
}

// Buffered is how many bytes can be taken without reading.
func (b *Reader) Buffered() int { return b.end - b.at }

// takeErr gives the source's error, once.
func (b *Reader) takeErr() error {
	err := b.err
	b.err = nil
	return err
}

// fill reads once more into the buffer, which has room when what was taken is dropped.
func (b *Reader) fill() {
	if b.at > 0 {
		copy(b.buf, b.buf[b.at:b.end])
		b.end -= b.at
		b.at = 0
	}
	if b.end >= len(b.buf) {
		panic("bufio: tried to fill full buffer")
	}
	for range emptyReads {
		n, err := b.src.Read(b.buf[b.end:])
		if n < 0 {
			panic(errNegativeRead)
		}
		b.end += n
		if err != nil {
			b.err = err
			return
		}
		if n > 0 {
			return
		}
	}
	b.err = io.ErrNoProgress
}

// Peek shows the next n bytes without taking them; they are good until the next read.
func (b *Reader) Peek(n int) ([]byte, error) {
	if n < 0 {
		return nil, ErrNegativeCount
	}
	b.last, b.lastRune = -1, -1
	for b.Buffered() < n && b.Buffered() < len(b.buf) && b.err == nil {
		b.fill()
	}
	if n > len(b.buf) {
		return b.buf[b.at:b.end], ErrBufferFull
	}
	if have := b.Buffered(); have < n {
		err := b.takeErr()
		if err == nil {
			err = ErrBufferFull
		}
		return b.buf[b.at:b.end], err
	}
	return b.buf[b.at : b.at+n], nil
}

// Discard skips n bytes.
func (b *Reader) Discard(n int) (discarded int, err error) {
	if n < 0 {
		return 0, ErrNegativeCount
	}
	if n == 0 {
		return 0, nil
	}
	b.last, b.lastRune = -1, -1
	for rest := n; ; {
		if b.Buffered() == 0 {
			b.fill()
		}
		k := min(b.Buffered(), rest)
		b.at += k
		rest -= k
		if rest == 0 {
			return n, nil
		}
		if b.err != nil {
			return n - rest, b.takeErr()
		}
	}
}

// Read reads at most once from the source.
func (b *Reader) Read(p []byte) (n int, err error) {
	if len(p) == 0 {
		if b.Buffered() > 0 {
			return 0, nil
		}
		return 0, b.takeErr()
	}
	if b.at == b.end {
		if b.err != nil {
			return 0, b.takeErr()
		}
		// A read as big as the buffer goes past it.
		direct := len(p) >= len(b.buf)
		to := p
		if !direct {
			b.at, b.end = 0, 0
			to = b.buf
		}
		n, b.err = b.src.Read(to)
		if n < 0 {
			panic(errNegativeRead)
		}
		if n == 0 {
			return 0, b.takeErr()
		}
		if direct {
			b.last, b.lastRune = int(p[n-1]), -1
			return n, b.takeErr()
		}
		b.end = n
	}
	n = copy(p, b.buf[b.at:b.end])
	b.at += n
	b.last, b.lastRune = int(b.buf[b.at-1]), -1
	return n, nil
}

func (b *Reader) ReadByte() (byte, error) {
	b.lastRune = -1
	for b.at == b.end {
		if b.err != nil {
			return 0, b.takeErr()
		}
		b.fill()
	}
	c := b.buf[b.at]
	b.at++
	b.last = int(c)
	return c, nil
}

// UnreadByte gives back the last byte that was read.
func (b *Reader) UnreadByte() error {
	if b.last < 0 || b.at == 0 && b.end > 0 {
		return ErrInvalidUnreadByte
	}
	if b.at > 0 {
		b.at--
	} else {
		b.end = 1 // the buffer is empty: the byte goes to its start
	}
	b.buf[b.at] = byte(b.last)
	b.last, b.lastRune = -1, -1
	return nil
}

func (b *Reader) ReadRune() (r rune, size int, err error) {
	for b.end < b.at+utf8.UTFMax && !utf8.FullRune(b.buf[b.at:b.end]) && b.err == nil && b.Buffered() < len(b.buf) {
		b.fill()
	}
	b.lastRune = -1
	if b.at == b.end {
		return 0, 0, b.takeErr()
	}
	r, size = rune(b.buf[b.at]), 1
	if r >= utf8.RuneSelf {
		r, size = utf8.DecodeRune(b.buf[b.at:b.end])
	}
	b.at += size
	b.last, b.lastRune = int(b.buf[b.at-1]), size
	return r, size, nil
}

// UnreadRune gives back a rune that ReadRune read just before.
func (b *Reader) UnreadRune() error {
	if b.lastRune < 0 || b.at < b.lastRune {
		return ErrInvalidUnreadRune
	}
	b.at -= b.lastRune
	b.last, b.lastRune = -1, -1
	return nil
}

// ReadSlice reads up to and with delim. The bytes are good until the next read; a line that does not
// fit in the buffer gives ErrBufferFull.
func (b *Reader) ReadSlice(delim byte) (line []byte, err error) {
	for seen := 0; ; {
		if i := indexByte(b.buf[b.at+seen:b.end], delim); i >= 0 {
			line = b.buf[b.at : b.at+seen+i+1]
			b.at += len(line)
			break
		}
		if b.err != nil {
			line = b.buf[b.at:b.end]
			b.at = b.end
			err = b.takeErr()
			break
		}
		if b.Buffered() >= len(b.buf) {
			line = b.buf
			b.at = b.end
			err = ErrBufferFull
			break
		}
		seen = b.Buffered()
		b.fill()
	}
	if n := len(line); n > 0 {
		b.last, b.lastRune = int(line[n-1]), -1
	}
	return line, err
}

// ReadLine reads a line without its end; isPrefix tells that the line goes on.
func (b *Reader) ReadLine() (line []byte, isPrefix bool, err error) {
	line, err = b.ReadSlice('\n')
	if err == ErrBufferFull {
		// A final \r may belong to \r\n: it stays for the next call.
		if n := len(line); n > 0 && line[n-1] == '\r' {
			if b.at == 0 {
				panic("bufio: tried to rewind past start of buffer")
			}
			b.at--
			line = line[:n-1]
		}
		return line, true, nil
	}
	if len(line) == 0 {
		return nil, false, err
	}
	return trimEnd(line), false, nil
}

// trimEnd drops \n or \r\n at the end.
func trimEnd(line []byte) []byte {
	if n := len(line); n > 0 && line[n-1] == '\n' {
		line = line[:n-1]
		if n > 1 && line[n-2] == '\r' {
			line = line[:n-2]
		}
	}
	return line
}

// ReadBytes reads up to and with delim.
func (b *Reader) ReadBytes(delim byte) ([]byte, error) {
	var all []byte
	for {
		part, err := b.ReadSlice(delim)
		all = append(all, part...)
		if err != ErrBufferFull {
			if all == nil {
				all = []byte{}
			}
			return all, err
		}
	}
}

// ReadString reads up to and with delim.
func (b *Reader) ReadString(delim byte) (string, error) {
	part, err := b.ReadSlice(delim)
	if err != ErrBufferFull {
		return string(part), err
	}
	all := append([]byte(nil), part...)
	for err == ErrBufferFull {
		part, err = b.ReadSlice(delim)
		all = append(all, part...)
	}
	return string(all), err
}

// WriteTo writes everything up to the end of the source.
func (b *Reader) WriteTo(w io.Writer) (n int64, err error) {
	b.last, b.lastRune = -1, -1
	n, err = b.drain(w)
	if err != nil {
		return n, err
	}
	if from, ok := b.src.(io.WriterTo); ok && b.err == nil {
		k, err := from.WriteTo(w)
		return n + k, err
	}
	if to, ok := w.(io.ReaderFrom); ok && b.err == nil {
		k, err := to.ReadFrom(b.src)
		return n + k, err
	}
	for {
		if b.err == nil && b.Buffered() < len(b.buf) {
			b.fill()
		}
		if b.at == b.end {
			break
		}
		k, err := b.drain(w)
		n += k
		if err != nil {
			return n, err
		}
	}
	if b.err == io.EOF {
		b.err = nil
	}
	return n, b.takeErr()
}

// drain writes what is buffered.
func (b *Reader) drain(w io.Writer) (int64, error) {
	if b.at == b.end {
		return 0, nil
	}
	n, err := w.Write(b.buf[b.at:b.end])
	if n < 0 {
		panic("bufio: writer returned negative count from Write")
	}
	if n < b.Buffered() && err == nil {
		err = io.ErrShortWrite
	}
	b.at += n
	return int64(n), err
}
