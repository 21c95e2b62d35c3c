// Package io: copying, limits, sections, pipes, tees.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
)

// plain hides all methods but Read, and counts.
type plain struct {
	r     io.Reader
	calls int
}

func (p *plain) Read(b []byte) (int, error) { p.calls++; return p.r.Read(b) }

type plainWriter struct{ w io.Writer }

func (p plainWriter) Write(b []byte) (int, error) { return p.w.Write(b) }

type failing struct{ after int }

func (f *failing) Read(p []byte) (int, error) {
	if f.after <= 0 {
		return 0, errors.New("read failed")
	}
	n := min(len(p), f.after, 3)
	for i := range p[:n] {
		p[i] = 'f'
	}
	f.after -= n
	return n, nil
}

func (f *failing) Write(p []byte) (int, error) {
	if f.after -= len(p); f.after < 0 {
		return 1, errors.New("write failed")
	}
	return len(p), nil
}

type short struct{}

func (short) Write(p []byte) (int, error) { return len(p) / 2, nil }

type liar struct{}

func (liar) Write(p []byte) (int, error) { return len(p) + 5, nil }

// loud tells which method was used.
type loud struct{ *strings.Reader }

func (l loud) WriteTo(w io.Writer) (int64, error) {
	fmt.Print("[WriteTo]")
	return l.Reader.WriteTo(w)
}

type loudWriter struct{ bytes.Buffer }

func (l *loudWriter) ReadFrom(r io.Reader) (int64, error) {
	fmt.Print("[ReadFrom]")
	return l.Buffer.ReadFrom(r)
}
func (l *loudWriter) WriteString(s string) (int, error) {
	fmt.Print("[WriteString]")
	return l.Buffer.WriteString(s)
}

type everything struct{ *os.File }

func try(what string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(what, "panics:", r)
		}
	}()
	f()
}

func copying() {
	var out bytes.Buffer
	n, err := io.Copy(&out, strings.NewReader("hello"))
	fmt.Println(n, err, out.String())
	n, err = io.Copy(plainWriter{&out}, &plain{r: strings.NewReader(strings.Repeat("x", 100000))})
	fmt.Println(n, err, out.Len())
	var lw loudWriter
	n, err = io.Copy(&lw, &plain{r: strings.NewReader("abc")})
	fmt.Println(n, err)
	n, err = io.Copy(&lw, loud{strings.NewReader("abc")})
	fmt.Println(n, err)
	n, err = io.Copy(&out, &failing{after: 10})
	fmt.Println(n, err)
	n, err = io.Copy(&failing{after: 4}, &plain{r: strings.NewReader("abcdefgh")})
	fmt.Println(n, err)
	n, err = io.Copy(short{}, &plain{r: strings.NewReader("abcdefgh")})
	fmt.Println(n, err)
	n, err = io.Copy(liar{}, &plain{r: strings.NewReader("abcdefgh")})
	fmt.Println(n, err)
	n, err = io.CopyBuffer(plainWriter{&out}, &plain{r: strings.NewReader("abcdefgh")}, make([]byte, 3))
	fmt.Println(n, err)
	n, err = io.CopyBuffer(&out, strings.NewReader("abc"), nil)
	fmt.Println(n, err)
	try("empty buffer", func() { io.CopyBuffer(plainWriter{&out}, &plain{r: strings.NewReader("x")}, []byte{}) })
	for _, k := range []int64{0, 3, 8, 100} {
		n, err = io.CopyN(&out, strings.NewReader("abcdefgh"), k)
		fmt.Print(n, " ", err, "; ")
	}
	n, err = io.CopyN(&out, &failing{after: 2}, 5)
	fmt.Println(n, err)
	m, err := io.WriteString(&lw, "s")
	fmt.Println(m, err)
	m, err = io.WriteString(plainWriter{&out}, "s")
	fmt.Println(m, err)
	m, err = io.Discard.Write([]byte("gone"))
	fmt.Println(m, err)
	m, err = io.WriteString(io.Discard, "gone")
	fmt.Println(m, err)
	n, err = io.Copy(io.Discard, &plain{r: strings.NewReader("gone")})
	fmt.Println(n, err)
}

func reading() {
	for _, size := range []int{0, 2, 5, 8} {
		for _, least := range []int{0, 1, 3, 5, 7} {
			p := make([]byte, size)
			n, err := io.ReadAtLeast(&failing{after: 5}, p, least)
			fmt.Print(n, " ", err, "; ")
			n, err = io.ReadAtLeast(strings.NewReader("abc"), p, least)
			fmt.Print(n, " ", err, "; ")
		}
		n, err := io.ReadFull(strings.NewReader("abcde"), make([]byte, size))
		fmt.Println(n, err)
	}
	b, err := io.ReadAll(&plain{r: strings.NewReader(strings.Repeat("y", 5000))})
	fmt.Println(len(b), err)
	b, err = io.ReadAll(&failing{after: 10})
	fmt.Println(string(b), err)
	b, err = io.ReadAll(strings.NewReader(""))
	fmt.Println(b == nil, len(b), err)

	l := io.LimitReader(strings.NewReader("limited text"), 7).(*io.LimitedReader)
	p := make([]byte, 5)
	n, err := l.Read(p)
	fmt.Println(n, err, l.N, l.R != nil)
	n, err = l.Read(p)
	fmt.Println(n, err, l.N)
	n, err = l.Read(p)
	fmt.Println(n, err)

	multi := io.MultiReader(strings.NewReader("a"), strings.NewReader(""), io.MultiReader(strings.NewReader("bc"), strings.NewReader("d")), &plain{r: strings.NewReader("e")})
	b, err = io.ReadAll(multi)
	fmt.Println(string(b), err)
	n, err = multi.Read(p)
	fmt.Println(n, err)
	n, err = io.MultiReader().Read(p)
	fmt.Println(n, err)
	b, err = io.ReadAll(io.MultiReader(strings.NewReader("a"), &failing{after: 1}, strings.NewReader("b")))
	fmt.Println(string(b), err)
	var sink strings.Builder
	k, err := io.Copy(&sink, io.MultiReader(strings.NewReader("x"), strings.NewReader("y")))
	fmt.Println(k, err, sink.String())

	var a, c bytes.Buffer
	mw := io.MultiWriter(&a, io.MultiWriter(&c, io.Discard))
	n, err = mw.Write([]byte("both"))
	m, err2 := io.WriteString(mw, "!")
	fmt.Println(n, err, m, err2, a.String(), c.String())
	n, err = io.MultiWriter(&a, &failing{after: 0}, &c).Write([]byte("zz"))
	fmt.Println(n, err, a.String(), c.String())
	n, err = io.MultiWriter(short{}).Write([]byte("zz"))
	fmt.Println(n, err)
	n, err = io.MultiWriter().Write([]byte("zz"))
	fmt.Println(n, err)

	tee := io.TeeReader(strings.NewReader("tee text"), &sink)
	n, err = tee.Read(p)
	fmt.Println(n, err, sink.String())
	n, err = io.TeeReader(strings.NewReader("tee"), &failing{after: 0}).Read(p)
	fmt.Println(n, err)

	nop := io.NopCloser(strings.NewReader("nop"))
	_, isWriterTo := nop.(io.WriterTo)
	_, isWriterTo2 := io.NopCloser(&plain{r: nop}).(io.WriterTo)
	b, err = io.ReadAll(nop)
	fmt.Println(nop.Close(), isWriterTo, isWriterTo2, string(b), err)
}

func sections() {
	text := strings.NewReader("0123456789")
	s := io.NewSectionReader(text, 2, 5)
	b, err := io.ReadAll(s)
	fmt.Println(string(b), err, s.Size())
	p := make([]byte, 3)
	for _, off := range []int64{0, 3, 4, 5, -1} {
		n, err := s.ReadAt(p, off)
		fmt.Printf("%d %v %q; ", n, err, p[:n])
	}
	fmt.Println()
	for _, c := range []struct {
		off    int64
		whence int
	}{{1, io.SeekStart}, {1, io.SeekCurrent}, {-1, io.SeekEnd}, {-1, io.SeekStart}, {0, 5}, {20, io.SeekStart}} {
		at, err := s.Seek(c.off, c.whence)
		n, err2 := s.Read(p)
		fmt.Print(at, " ", err, " ", n, " ", err2, "; ")
	}
	var typed *io.SectionReader = s
	outer, off, n := typed.Outer()
	fmt.Println(outer == io.ReaderAt(text), off, n)
	far := io.NewSectionReader(text, 8, 1<<62)
	b, err = io.ReadAll(far)
	fmt.Println(string(b), err)
	negative := io.NewSectionReader(text, 5, -3)
	b, err = io.ReadAll(negative)
	fmt.Println(string(b), err, negative.Size())

	file, err := os.CreateTemp("", "io-all")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.Remove(file.Name())
	defer file.Close()
	var o *io.OffsetWriter = io.NewOffsetWriter(file, 5)
	k, err := o.Write([]byte("hello"))
	fmt.Println(k, err)
	k, err = o.WriteAt([]byte("J"), 0)
	fmt.Println(k, err)
	k, err = o.WriteAt([]byte("J"), -1)
	fmt.Println(k, err)
	at, err := o.Seek(-2, io.SeekCurrent)
	fmt.Println(at, err)
	at, err = o.Seek(-2, io.SeekStart)
	fmt.Println(at, err)
	at, err = o.Seek(0, 7)
	fmt.Println(at, err)
	o.Write([]byte("P!"))
	b, err = os.ReadFile(file.Name())
	fmt.Printf("%q %v\n", b, err)
	// os.File is everything that io has a name for.
	var (
		_ io.ReadWriteSeeker = everything{file}
		_ io.ReadSeekCloser  = file
		_ io.ReadWriteCloser = file
		_ io.WriteSeeker     = file
		_ io.ReaderFrom      = file
	)
}

func pipes() {
	r, w := io.Pipe()
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		for i := 0; i < 3; i++ {
			n, err := fmt.Fprintf(w, "message %d", i)
			if err != nil {
				fmt.Println(n, err)
			}
		}
		w.Close()
	}()
	p := make([]byte, 5)
	total := 0
	for {
		n, err := r.Read(p)
		total += n
		if err != nil {
			fmt.Println(total, err)
			break
		}
	}
	wg.Wait()
	fmt.Println(r.Close(), w.Close())
	n, err := w.Write([]byte("x"))
	fmt.Println(n, err, err == io.ErrClosedPipe)

	r, w = io.Pipe()
	wg.Add(1)
	go func() {
		defer wg.Done()
		n, err := w.Write([]byte("a long message"))
		fmt.Println(n, err)
	}()
	r.Read(p)
	r.CloseWithError(errors.New("enough"))
	wg.Wait()
	n, err = r.Read(p)
	fmt.Println(n, err)
	r, w = io.Pipe()
	fmt.Println(w.CloseWithError(errors.New("producer failed")))
	n, err = r.Read(p)
	fmt.Println(n, err)
	w.CloseWithError(nil)
	n, err = r.Read(p)
	fmt.Println(n, err)
	r, w = io.Pipe()
	r.CloseWithError(nil)
	n, err = w.Write(nil)
	fmt.Println(n, err)
	var pr *io.PipeReader = r
	var pw *io.PipeWriter = w
	fmt.Println(pr != nil, pw != nil)
}

func interfaces() {
	var buf bytes.Buffer
	var (
		rw  io.ReadWriter   = &buf
		br  io.ByteReader   = &buf
		bs  io.ByteScanner  = &buf
		bw  io.ByteWriter   = &buf
		rr  io.RuneReader   = &buf
		rs  io.RuneScanner  = &buf
		sw  io.StringWriter = &buf
		rf  io.ReaderFrom   = &buf
		wt  io.WriterTo     = &buf
		src                 = strings.NewReader("é seekable")
		sk  io.ReadSeeker   = src
		ra  io.ReaderAt     = src
		se  io.Seeker       = src
		wc  io.WriteCloser
		rc  io.ReadCloser
		cl  io.Closer
		wa  io.WriterAt
	)
	_, w := io.Pipe()
	wc, cl = w, w
	rc = io.NopCloser(src)
	rw.Write([]byte("é"))
	bw.WriteByte('b')
	sw.WriteString("s")
	fmt.Println(rf.ReadFrom(src))
	fmt.Println(se.Seek(0, io.SeekStart))
	fmt.Println(rr.ReadRune())
	fmt.Println(rs.UnreadRune(), buf.Len())
	fmt.Println(br.ReadByte())
	fmt.Println(bs.UnreadByte(), buf.Len())
	p := make([]byte, 4)
	fmt.Println(rw.Read(p))
	fmt.Println(sk.Read(p))
	fmt.Println(ra.ReadAt(p, 3))
	fmt.Println(rc.Read(p))
	fmt.Println(rc.Close(), wc.Close(), cl.Close(), wa == nil)
	fmt.Println(wt.WriteTo(io.Discard))
	file, err := os.CreateTemp("", "io-all")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.Remove(file.Name())
	wa = file
	fmt.Println(wa.WriteAt([]byte("at"), 3))
	fmt.Println(io.EOF, io.ErrUnexpectedEOF, io.ErrShortWrite, io.ErrShortBuffer, io.ErrNoProgress, io.ErrClosedPipe, io.SeekStart, io.SeekCurrent, io.SeekEnd)
	for _, x := range []any{io.LimitReader(nil, 3), io.MultiReader(nil), io.TeeReader(nil, nil), io.Discard, io.NopCloser(src)} {
		fmt.Printf("%T ", x)
	}
	fmt.Println()
}

func main() {
	copying()
	reading()
	sections()
	pipes()
	interfaces()
}
