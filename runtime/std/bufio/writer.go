package bufio

import (
	"io"
	"unicode/utf8"
	"unsafe"
)

// A Writer collects what is written: buf[:n] waits. After an error it writes nothing any more.
type Writer struct {
	buf []byte
	n   int
	dst io.Writer
	err error
}

// NewWriterSize gives a Writer whose buffer has at least size bytes; w itself if it is one.
func NewWriterSize(w io.Writer, size int) *Writer {
	if b, ok := w.(*Writer); ok && len(b.buf) >= size {
		return b
	}
	if size <= 0 {
		size = usualSize
	}
	return &Writer{buf: make([]byte, size), dst: w}
}

func NewWriter(w io.Writer) *Writer { return NewWriterSize(w, usualSize) }

// Size is the size of the buffer.
func (b *Writer) Size() int { return len(b.buf) }

// Reset drops what waits, forgets the error and writes to w.
func (b *Writer) Reset(w io.Writer) {
	if b == w {
		return
	}
	if b.buf == nil {
		b.buf = make([]byte, usualSize)
	}
	b.n, b.dst, b.err = 0, w, nil
}

// Available is how many bytes the buffer has room for.
func (b *Writer) Available() int { return len(b.buf) - b.n }

// AvailableBuffer is an empty slice over the buffer's room, to append to and then Write.
func (b *Writer) AvailableBuffer() []byte { return b.buf[b.n:][:0] }

// Buffered is how many bytes wait.
func (b *Writer) Buffered() int { return b.n }

// Flush writes what waits.
func (b *Writer) Flush() error {
	if b.err != nil || b.n == 0 {
		return b.err
	}
	n, err := b.dst.Write(b.buf[:b.n])
	if n < b.n && err == nil {
		err = io.ErrShortWrite
	}
	if err != nil {
		if n > 0 && n < b.n {
			copy(b.buf, b.buf[n:b.n])
		}
		b.n -= n
		b.err = err
		return err
	}
	b.n = 0
	return nil
}

func (b *Writer) Write(p []byte) (n int, err error) {
	for len(p) > b.Available() && b.err == nil {
		var k int
		if b.n == 0 {
			// Nothing waits and p does not fit: it goes past the buffer.
			k, b.err = b.dst.Write(p)
		} else {
			k = copy(b.buf[b.n:], p)
			b.n += k
			b.Flush()
		}
		n += k
		p = p[k:]
	}
	if b.err != nil {
		return n, b.err
	}
	k := copy(b.buf[b.n:], p)
	b.n += k
	return n + k, nil
}

// WriteString writes s; a destination that takes strings gets big ones as they are.
func (b *Writer) WriteString(s string) (n int, err error) {
	var direct io.StringWriter
	if len(s) > b.Available() && b.err == nil {
		direct, _ = b.dst.(io.StringWriter)
	}
	for len(s) > b.Available() && b.err == nil {
		var k int
		if b.n == 0 && direct != nil {
			k, b.err = direct.WriteString(s)
		} else {
			k = copy(b.buf[b.n:], unsafe.Slice(unsafe.StringData(s), len(s)))
			b.n += k
			b.Flush()
		}
		n += k
		s = s[k:]
	}
	if b.err != nil {
		return n, b.err
	}
	k := copy(b.buf[b.n:], s)
	b.n += k
	return n + k, nil
}

func (b *Writer) WriteByte(c byte) error {
	if b.err != nil {
		return b.err
	}
	if b.Available() <= 0 && b.Flush() != nil {
		return b.err
	}
	b.buf[b.n] = c
	b.n++
	return nil
}

func (b *Writer) WriteRune(r rune) (size int, err error) {
	if uint32(r) < utf8.RuneSelf {
		if err := b.WriteByte(byte(r)); err != nil {
			return 0, err
		}
		return 1, nil
	}
	if b.err != nil {
		return 0, b.err
	}
	if b.Available() < utf8.UTFMax {
		if b.Flush(); b.err != nil {
			return 0, b.err
		}
		if b.Available() < utf8.UTFMax {
			return b.WriteString(string(r)) // a very small buffer
		}
	}
	size = utf8.EncodeRune(b.buf[b.n:], r)
	b.n += size
	return size, nil
}

// ReadFrom reads r to its end.
func (b *Writer) ReadFrom(r io.Reader) (n int64, err error) {
	if b.err != nil {
		return 0, b.err
	}
	to, direct := b.dst.(io.ReaderFrom)
	for {
		if b.Available() == 0 {
			if err := b.Flush(); err != nil {
				return n, err
			}
		}
		if direct && b.n == 0 {
			k, err := to.ReadFrom(r)
			b.err = err
			return n + k, err
		}
		var k int
		for range emptyReads {
			k, err = r.Read(b.buf[b.n:])
			if k != 0 || err != nil {
				break
			}
		}
		if k == 0 && err == nil {
			return n, io.ErrNoProgress
		}
		b.n += k
		n += int64(k)
		if err != nil {
			break
		}
	}
	if err == io.EOF {
		// A buffer that is exactly full is written at once.
		err = nil
		if b.Available() == 0 {
			err = b.Flush()
		}
	}
	return n, err
}

// A ReadWriter is a Reader and a Writer.
type ReadWriter struct {
	*Reader
	*Writer
}

func NewReadWriter(r *Reader, w *Writer) *ReadWriter { return &ReadWriter{r, w} }
