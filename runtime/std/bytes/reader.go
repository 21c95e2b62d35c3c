package bytes

import (
	"errors"
	"io"
	"unicode/utf8"
)

// Reader reads from a slice of bytes. The zero Reader reads an empty one.
type Reader struct {
	s    []byte
	at   int64 // the next byte; may lie behind the end after Seek
	last int   // where the rune read last begins; negative when the last call read none
}

// NewReader returns a Reader of b.
func NewReader(b []byte) *Reader { return &Reader{b, 0, -1} }

// Reset lets r read b from its beginning.
func (r *Reader) Reset(b []byte) { *r = Reader{b, 0, -1} }

// Len is the number of bytes not read yet.
func (r *Reader) Len() int {
	if r.at >= int64(len(r.s)) {
		return 0
	}
	return len(r.s) - int(r.at)
}

// Size is the length of the whole slice.
func (r *Reader) Size() int64 { return int64(len(r.s)) }

// Read implements io.Reader.
func (r *Reader) Read(b []byte) (n int, err error) {
	if r.Len() == 0 {
		return 0, io.EOF
	}
	r.last = -1
	n = copy(b, r.s[r.at:])
	r.at += int64(n)
	return n, nil
}

// ReadAt implements io.ReaderAt; it does not move the Reader.
func (r *Reader) ReadAt(b []byte, off int64) (n int, err error) {
	if off < 0 {
		return 0, errors.New("bytes.Reader.ReadAt: negative offset")
	}
	if off >= int64(len(r.s)) {
		return 0, io.EOF
	}
	if n = copy(b, r.s[off:]); n < len(b) {
		err = io.EOF
	}
	return n, err
}

// ReadByte implements io.ByteReader.
func (r *Reader) ReadByte() (byte, error) {
	r.last = -1
	if r.Len() == 0 {
		return 0, io.EOF
	}
	c := r.s[r.at]
	r.at++
	return c, nil
}

// UnreadByte steps one byte back.
func (r *Reader) UnreadByte() error {
	if r.at <= 0 {
		return errors.New("bytes.Reader.UnreadByte: at beginning of slice")
	}
	r.last = -1
	r.at--
	return nil
}

// ReadRune implements io.RuneReader.
func (r *Reader) ReadRune() (ch rune, size int, err error) {
	if r.Len() == 0 {
		r.last = -1
		return 0, 0, io.EOF
	}
	r.last = int(r.at)
	ch, size = utf8.DecodeRune(r.s[r.at:])
	r.at += int64(size)
	return ch, size, nil
}

// UnreadRune undoes a ReadRune that was the last operation.
func (r *Reader) UnreadRune() error {
	if r.at <= 0 {
		return errors.New("bytes.Reader.UnreadRune: at beginning of slice")
	}
	if r.last < 0 {
		return errors.New("bytes.Reader.UnreadRune: previous operation was not ReadRune")
	}
	r.at = int64(r.last)
	r.last = -1
	return nil
}

// Seek implements io.Seeker.
func (r *Reader) Seek(offset int64, whence int) (int64, error) {
	r.last = -1
	switch whence {
	case io.SeekStart:
	case io.SeekCurrent:
		offset += r.at
	case io.SeekEnd:
		offset += int64(len(r.s))
	default:
		return 0, errors.New("bytes.Reader.Seek: invalid whence")
	}
	if offset < 0 {
		return 0, errors.New("bytes.Reader.Seek: negative position")
	}
	r.at = offset
	return offset, nil
}

// WriteTo writes what has not been read yet.
func (r *Reader) WriteTo(w io.Writer) (n int64, err error) {
	r.last = -1
	if r.Len() == 0 {
		return 0, nil
	}
	rest := r.s[r.at:]
	m, err := w.Write(rest)
	if m > len(rest) {
		panic("bytes.Reader.WriteTo: invalid Write count")
	}
	r.at += int64(m)
	if m < len(rest) && err == nil {
		err = io.ErrShortWrite
	}
	return int64(m), err
}
