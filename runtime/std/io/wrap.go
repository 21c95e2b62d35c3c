package io

// LimitReader gives a Reader that ends after n bytes of r.
func LimitReader(r Reader, n int64) Reader { return &LimitedReader{r, n} }

// A LimitedReader reads at most N more bytes of R.
type LimitedReader struct {
	R Reader
	N int64
}

func (l *LimitedReader) Read(p []byte) (n int, err error) {
	if l.N <= 0 {
		return 0, EOF
	}
	if int64(len(p)) > l.N {
		p = p[:l.N]
	}
	n, err = l.R.Read(p)
	l.N -= int64(n)
	return n, err
}

// A SectionReader reads a window of a ReaderAt.
type SectionReader struct {
	r        ReaderAt
	from, to int64
	at       int64
	size     int64
}

// NewSectionReader gives the n bytes of r from off on.
func NewSectionReader(r ReaderAt, off int64, n int64) *SectionReader {
	const last = 1<<63 - 1
	to := int64(last)
	if off <= last-n {
		to = off + n
	}
	return &SectionReader{r, off, to, off, n}
}

func (s *SectionReader) Read(p []byte) (n int, err error) {
	if s.at >= s.to {
		return 0, EOF
	}
	if rest := s.to - s.at; int64(len(p)) > rest {
		p = p[:rest]
	}
	n, err = s.r.ReadAt(p, s.at)
	s.at += int64(n)
	return n, err
}

func (s *SectionReader) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case SeekStart:
		offset += s.from
	case SeekCurrent:
		offset += s.at
	case SeekEnd:
		offset += s.to
	default:
		return 0, errBadWhence
	}
	if offset < s.from {
		return 0, errBadOffset
	}
	s.at = offset
	return offset - s.from, nil
}

func (s *SectionReader) ReadAt(p []byte, off int64) (n int, err error) {
	if off < 0 || off >= s.Size() {
		return 0, EOF
	}
	off += s.from
	rest := s.to - off
	if int64(len(p)) <= rest {
		return s.r.ReadAt(p, off)
	}
	n, err = s.r.ReadAt(p[:rest], off)
	if err == nil {
		err = EOF
	}
	return n, err
}

// Size is the size of the window.
func (s *SectionReader) Size() int64 { return s.to - s.from }

// Outer gives the arguments of NewSectionReader.
func (s *SectionReader) Outer() (r ReaderAt, off int64, n int64) { return s.r, s.from, s.size }

// An OffsetWriter writes into a WriterAt, places counted from an offset.
type OffsetWriter struct {
	w    WriterAt
	from int64
	at   int64
}

func NewOffsetWriter(w WriterAt, off int64) *OffsetWriter { return &OffsetWriter{w, off, off} }

func (o *OffsetWriter) Write(p []byte) (n int, err error) {
	n, err = o.w.WriteAt(p, o.at)
	o.at += int64(n)
	return n, err
}

func (o *OffsetWriter) WriteAt(p []byte, off int64) (n int, err error) {
	if off < 0 {
		return 0, errBadOffset
	}
	return o.w.WriteAt(p, o.from+off)
}

func (o *OffsetWriter) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case SeekStart:
		offset += o.from
	case SeekCurrent:
		offset += o.at
	default:
		return 0, errBadWhence
	}
	if offset < o.from {
		return 0, errBadOffset
	}
	o.at = offset
	return offset - o.from, nil
}

// TeeReader gives a Reader that writes to w what it reads from r.
func TeeReader(r Reader, w Writer) Reader { return &teeReader{r, w} }

type teeReader struct {
	r Reader
	w Writer
}

func (t *teeReader) Read(p []byte) (n int, err error) {
	n, err = t.r.Read(p)
	if n > 0 {
		if k, werr := t.w.Write(p[:n]); werr != nil {
			return k, werr
		}
	}
	return n, err
}

// MultiReader gives the readers one after the other.
func MultiReader(readers ...Reader) Reader {
	return &multiReader{append([]Reader(nil), readers...)}
}

type multiReader struct{ rest []Reader }

func (c *multiReader) Read(p []byte) (n int, err error) {
	for len(c.rest) > 0 {
		// A multiReader whose last reader is a multiReader becomes that one, so that nesting costs nothing.
		if len(c.rest) == 1 {
			if inner, ok := c.rest[0].(*multiReader); ok {
				c.rest = inner.rest
				continue
			}
		}
		n, err = c.rest[0].Read(p)
		if err == EOF {
			c.rest[0] = eofReader{}
			c.rest = c.rest[1:]
		}
		if n > 0 || err != EOF {
			if err == EOF && len(c.rest) > 0 {
				err = nil
			}
			return n, err
		}
	}
	return 0, EOF
}

func (c *multiReader) WriteTo(w Writer) (sum int64, err error) {
	buf := make([]byte, 32<<10)
	return c.drain(w, buf)
}

func (c *multiReader) drain(w Writer, buf []byte) (sum int64, err error) {
	for i, r := range c.rest {
		var n int64
		if inner, ok := r.(*multiReader); ok {
			n, err = inner.drain(w, buf)
		} else {
			n, err = transfer(w, r, buf)
		}
		sum += n
		if err != nil {
			c.rest = c.rest[i:]
			return sum, err
		}
		c.rest[i] = nil
	}
	c.rest = nil
	return sum, nil
}

// eofReader stands where a reader was that is used up and can be collected.
type eofReader struct{}

func (eofReader) Read([]byte) (int, error) { return 0, EOF }

// MultiWriter gives a Writer that writes to all writers, in order, up to the first error.
func MultiWriter(writers ...Writer) Writer {
	var all multiWriter
	for _, w := range writers {
		if inner, ok := w.(*multiWriter); ok {
			all.to = append(all.to, inner.to...)
		} else {
			all.to = append(all.to, w)
		}
	}
	return &all
}

type multiWriter struct{ to []Writer }

func (f *multiWriter) Write(p []byte) (n int, err error) {
	for _, w := range f.to {
		n, err = w.Write(p)
		if err == nil && n != len(p) {
			err = ErrShortWrite
		}
		if err != nil {
			return n, err
		}
	}
	return len(p), nil
}

func (f *multiWriter) WriteString(s string) (n int, err error) {
	var p []byte
	for _, w := range f.to {
		if sw, ok := w.(StringWriter); ok {
			n, err = sw.WriteString(s)
		} else {
			if p == nil {
				p = []byte(s)
			}
			n, err = w.Write(p)
		}
		if err == nil && n != len(s) {
			err = ErrShortWrite
		}
		if err != nil {
			return n, err
		}
	}
	return len(s), nil
}

// NopCloser gives r a Close that does nothing; it keeps WriteTo if r has it.
func NopCloser(r Reader) ReadCloser {
	if _, ok := r.(WriterTo); ok {
		return nopCloserWriterTo{r}
	}
	return nopCloser{r}
}

type nopCloser struct{ Reader }

func (nopCloser) Close() error { return nil }

type nopCloserWriterTo struct{ Reader }

func (nopCloserWriterTo) Close() error { return nil }

func (o nopCloserWriterTo) WriteTo(w Writer) (n int64, err error) {
	return o.Reader.(WriterTo).WriteTo(w)
}

// Discard is a Writer that takes everything and keeps nothing.
var Discard Writer = discard{}

type discard struct{}

func (discard) Write(p []byte) (int, error)       { return len(p), nil }
func (discard) WriteString(s string) (int, error) { return len(s), nil }

func (discard) ReadFrom(r Reader) (n int64, err error) {
	buf := make([]byte, 8<<10)
	for {
		k, err := r.Read(buf)
		n += int64(k)
		if err == EOF {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}
