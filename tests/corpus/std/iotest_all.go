// Readers and writers that behave oddly.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"strings"
	"testing/iotest"
)

type short struct{ *strings.Reader }

func (s short) ReadAt(p []byte, off int64) (int, error) { return 0, nil }

func main() {
	log.SetFlags(0)
	log.SetOutput(os.Stdout)
	for _, make := range []func() io.Reader{
		func() io.Reader { return iotest.OneByteReader(strings.NewReader("hello")) },
		func() io.Reader { return iotest.HalfReader(strings.NewReader("hello, world")) },
		func() io.Reader { return iotest.DataErrReader(strings.NewReader("hello")) },
		func() io.Reader { return iotest.TimeoutReader(strings.NewReader("hello")) },
		func() io.Reader { return iotest.ErrReader(errors.New("broken")) },
		func() io.Reader { return iotest.NewReadLogger("r:", strings.NewReader("hello")) },
	} {
		r := make()
		for range 8 {
			p := []byte("......")
			n, err := r.Read(p)
			fmt.Printf("%d %v %q; ", n, err, p)
			if err == io.EOF {
				break
			}
		}
		fmt.Println()
	}
	fmt.Println(iotest.OneByteReader(strings.NewReader("x")).Read(nil))
	fmt.Println(iotest.ErrTimeout)
	var b bytes.Buffer
	w := iotest.TruncateWriter(&b, 7)
	for range 3 {
		n, err := io.WriteString(w, "abcd")
		fmt.Println(n, err, b.String())
	}
	w = iotest.NewWriteLogger("w:", &b)
	io.WriteString(w, "\x00\xff")
	p, q := io.Pipe()
	p.Close()
	io.WriteString(iotest.NewWriteLogger("closed:", q), "x")
	fmt.Println(iotest.TestReader(strings.NewReader("some content"), []byte("some content")))
	fmt.Println(iotest.TestReader(bytes.NewReader(nil), nil))
	fmt.Println(iotest.TestReader(strings.NewReader("other"), []byte("some")) != nil)
	fmt.Println(iotest.TestReader(iotest.OneByteReader(strings.NewReader("some")), []byte("some")))
	fmt.Println(iotest.TestReader(short{strings.NewReader("some")}, []byte("some")) != nil)
}
