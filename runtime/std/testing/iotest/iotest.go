// Package iotest has Readers and Writers that behave in ways that are allowed and seldom met.
package iotest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log"
)

// ErrTimeout is the error of TimeoutReader.
var ErrTimeout = errors.New("timeout")

type readFunc func(p []byte) (int, error)

func (f readFunc) Read(p []byte) (int, error) { return f(p) }

type writeFunc func(p []byte) (int, error)

func (f writeFunc) Write(p []byte) (int, error) { return f(p) }

// OneByteReader reads from r a byte at a time.
func OneByteReader(r io.Reader) io.Reader {
	return readFunc(func(p []byte) (int, error) {
		if len(p) == 0 {
			return 0, nil
		}
		return r.Read(p[:1])
	})
}

// HalfReader reads half of what it is asked for from r.
func HalfReader(r io.Reader) io.Reader {
	return readFunc(func(p []byte) (int, error) { return r.Read(p[:(len(p)+1)/2]) })
}

// DataErrReader gives r's last error with the last data, not after it.
func DataErrReader(r io.Reader) io.Reader {
	var ahead []byte // read and not given away
	buf := make([]byte, 1024)
	var end error
	return readFunc(func(p []byte) (n int, err error) {
		for {
			if len(ahead) == 0 && end == nil {
				var m int
				m, end = r.Read(buf)
				ahead = buf[:m]
			}
			if n > 0 || end != nil && len(ahead) == 0 || len(p) == 0 {
				break
			}
			n = copy(p, ahead)
			ahead = ahead[n:]
		}
		if len(ahead) == 0 {
			err = end
		}
		return n, err
	})
}

// ErrReader gives err only.
func ErrReader(err error) io.Reader {
	return readFunc(func([]byte) (int, error) { return 0, err })
}

// TimeoutReader gives ErrTimeout in the second read.
func TimeoutReader(r io.Reader) io.Reader {
	reads := 0
	return readFunc(func(p []byte) (int, error) {
		if reads++; reads == 2 {
			return 0, ErrTimeout
		}
		return r.Read(p)
	})
}

// TruncateWriter writes n bytes to w and drops the rest.
func TruncateWriter(w io.Writer, n int64) io.Writer {
	return writeFunc(func(p []byte) (int, error) {
		if n <= 0 {
			return len(p), nil
		}
		part := p[:min(int64(len(p)), n)]
		m, err := w.Write(part)
		n -= int64(m)
		if err == nil {
			m = len(p)
		}
		return m, err
	})
}

// NewReadLogger logs what is read from r.
func NewReadLogger(prefix string, r io.Reader) io.Reader {
	return readFunc(func(p []byte) (int, error) {
		n, err := r.Read(p)
		if err != nil {
			log.Printf("%s %x: %v", prefix, p[:n], err)
		} else {
			log.Printf("%s %x", prefix, p[:n])
		}
		return n, err
	})
}

// NewWriteLogger logs what is written to w.
func NewWriteLogger(prefix string, w io.Writer) io.Writer {
	return writeFunc(func(p []byte) (int, error) {
		n, err := w.Write(p)
		if err != nil {
			log.Printf("%s %x: %v", prefix, p[:n], err)
		} else {
			log.Printf("%s %x", prefix, p[:n])
		}
		return n, err
	})
}

// TestReader reads r in all ways it has, and tells what does not fit the content.
func TestReader(r io.Reader, content []byte) error {
	var all []byte
	for n := 0; ; n++ {
		buf := make([]byte, n%9)
		m, err := r.Read(buf)
		if m < 0 || m > len(buf) {
			return fmt.Errorf("Read(%d) = %d", len(buf), m)
		}
		all = append(all, buf[:m]...)
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
	}
	if !bytes.Equal(all, content) {
		return fmt.Errorf("ReadAll(small amounts) = %q\n\twant %q", all, content)
	}
	if n, err := r.Read(make([]byte, 10)); n != 0 || err != io.EOF {
		return fmt.Errorf("Read(10) at EOF = %v, %v, want 0, EOF", n, err)
	}
	if s, ok := r.(io.ReadSeeker); ok {
		if err := testSeek(s, content); err != nil {
			return err
		}
	}
	if at, ok := r.(io.ReaderAt); ok {
		return testReadAt(at, content)
	}
	return nil
}

// testSeek seeks from everywhere to everywhere.
func testSeek(r io.ReadSeeker, content []byte) error {
	size := int64(len(content))
	places := []int64{0, 1, size / 3, size / 2, size - size/3, size}
	for _, from := range places {
		for _, to := range places {
			if from > size || to > size {
				continue
			}
			for _, way := range []struct {
				offset int64
				whence int
				name   string
			}{{to, io.SeekStart, "start"}, {to - from, io.SeekCurrent, "current"}, {to - size, io.SeekEnd, "end"}} {
				if _, err := r.Seek(from, io.SeekStart); err != nil {
					return fmt.Errorf("Seek(%d, 0): %v", from, err)
				}
				got, err := r.Seek(way.offset, way.whence)
				if err != nil || got != to {
					return fmt.Errorf("Seek(%d, %d) from %s = %d, %v, want %d, nil", way.offset, way.whence, way.name, got, err, to)
				}
				rest, err := io.ReadAll(r)
				if err != nil || !bytes.Equal(rest, content[to:]) {
					return fmt.Errorf("ReadAll from offset %d = %q, %v\n\twant %q, nil", to, rest, err, content[to:])
				}
			}
		}
	}
	if _, err := r.Seek(-1, io.SeekStart); err == nil {
		return errors.New("Seek(-1, 0) succeeded")
	}
	return nil
}

// testReadAt reads parts of all kinds.
func testReadAt(r io.ReaderAt, content []byte) error {
	size := len(content)
	for _, from := range []int{0, size / 3, size / 2, size} {
		for _, n := range []int{0, 1, size / 3, size - from, size - from + 1} {
			want := content[from:min(from+n, size)]
			buf := make([]byte, n)
			got, err := r.ReadAt(buf, int64(from))
			if got != len(want) || !bytes.Equal(buf[:got], want) {
				return fmt.Errorf("ReadAt(%d, %d) = %d, %v; data %q\n\twant %q", n, from, got, err, buf[:got], want)
			}
			if len(want) < n && err == nil || len(want) == n && err != nil && err != io.EOF {
				return fmt.Errorf("ReadAt(%d, %d) = %d, %v", n, from, got, err)
			}
		}
	}
	if _, err := r.ReadAt(make([]byte, 1), -1); err == nil {
		return errors.New("ReadAt(1, -1) succeeded")
	}
	return nil
}
