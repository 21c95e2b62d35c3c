// Package encoding/hex: both directions, streams, dumps, errors.
package main

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"
)

type limited struct {
	bytes.Buffer
	left int
}

func (l *limited) Write(p []byte) (int, error) {
	if len(p) > l.left {
		n, _ := l.Buffer.Write(p[:l.left])
		l.left = 0
		return n, errors.New("full")
	}
	l.left -= len(p)
	return l.Buffer.Write(p)
}

// oneByte reads one byte at a time.
type oneByte struct{ r io.Reader }

func (o oneByte) Read(p []byte) (int, error) {
	if len(p) > 1 {
		p = p[:1]
	}
	return o.r.Read(p)
}

func main() {
	for _, s := range []string{"", "a", "hello\x00\xff", "日本"} {
		e := hex.EncodeToString([]byte(s))
		dst := make([]byte, hex.EncodedLen(len(s)))
		fmt.Println(e, hex.Encode(dst, []byte(s)), string(dst), string(hex.AppendEncode([]byte("0x"), []byte(s))), hex.DecodedLen(len(e)))
	}
	for _, s := range []string{"", "00", "fFaB", "0", "0g", "g0", "zz", "abc", "abz", "ab\xff0", "1234567", "12345x7", "語", "ab cd", "0\n"} {
		b, err := hex.DecodeString(s)
		dst := make([]byte, 10)
		n, err2 := hex.Decode(dst, []byte(s))
		a, err3 := hex.AppendDecode([]byte("+"), []byte(s))
		fmt.Printf("%q: %q %v | %d %v %q | %q %v\n", s, b, err, n, err2, dst[:n], a, err3)
		var invalid hex.InvalidByteError
		fmt.Println(errors.Is(err, hex.ErrLength), errors.As(err, &invalid), byte(invalid), invalid.Error())
		all, err := io.ReadAll(hex.NewDecoder(strings.NewReader(s)))
		fmt.Printf("  %q %v\n", all, err)
		all, err = io.ReadAll(hex.NewDecoder(oneByte{strings.NewReader(s)}))
		fmt.Printf("  %q %v\n", all, err)
	}
	long := strings.Repeat("0123456789abcdef", 200)
	all, err := io.ReadAll(hex.NewDecoder(strings.NewReader(long)))
	fmt.Println(len(all), err)
	var out bytes.Buffer
	w := hex.NewEncoder(&out)
	n, err := w.Write(all)
	fmt.Println(n, err, out.String() == long)
	for _, left := range []int{0, 5, 1023, 1024, 2000} {
		l := &limited{left: left}
		w := hex.NewEncoder(l)
		n, err := w.Write(all)
		fmt.Print(n, " ", err, "; ")
		n, err = w.Write(all)
		fmt.Println(n, err)
	}
	for n := 0; n < 36; n++ {
		data := make([]byte, n)
		for i := range data {
			data[i] = byte(i*7 + 20)
		}
		fmt.Print(hex.Dump(data))
	}
	d := hex.Dumper(&out)
	out.Reset()
	for _, part := range []string{"a", "", "bcdefghi", "jklmnopqrstuvwxyz0123456789", "\x7f\x80~ "} {
		n, err := d.Write([]byte(part))
		fmt.Print(n, err, " ")
	}
	fmt.Println(d.Close(), d.Close())
	_, err = d.Write([]byte("x"))
	fmt.Println(err)
	fmt.Print(out.String())
}
