// Package encoding/base64: encodings, errors with their places, streams.
package main

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"strings"
)

var encodings = []struct {
	name string
	enc  *base64.Encoding
}{
	{"std", base64.StdEncoding}, {"url", base64.URLEncoding}, {"rawstd", base64.RawStdEncoding}, {"rawurl", base64.RawURLEncoding},
	{"strict", base64.StdEncoding.Strict()}, {"rawstrict", base64.RawURLEncoding.Strict()}, {"odd", base64.StdEncoding.WithPadding('@')},
	{"byte", base64.StdEncoding.WithPadding('\xff')},
	{"own", base64.NewEncoding("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789()")},
}

type oneByte struct{ r io.Reader }

func (o oneByte) Read(p []byte) (int, error) {
	if len(p) > 1 {
		p = p[:1]
	}
	return o.r.Read(p)
}

type failing struct{ left int }

func (f *failing) Write(p []byte) (int, error) {
	if f.left -= len(p); f.left < 0 {
		return 0, errors.New("full")
	}
	return len(p), nil
}

func try(what string, f func()) {
	defer func() { fmt.Println(what, "panics:", recover()) }()
	f()
}

func decode(name string, enc *base64.Encoding, s string, show bool) string {
	dst := make([]byte, len(s)+8)
	n, err := enc.Decode(dst, []byte(s))
	line := fmt.Sprintf("%s %q: %q %v", name, s, dst[:n], err)
	b, err := enc.DecodeString(s)
	line += fmt.Sprintf(" | %q %v", b, err)
	if show {
		fmt.Println(line)
	}
	return line
}

func main() {
	data := []byte("\x00\xff\xfe\x10any carnal pleas\xfb\xef\xbe")
	for _, e := range encodings {
		fmt.Println(e.name)
		for n := 0; n <= 7; n++ {
			s := e.enc.EncodeToString(data[:n])
			fmt.Print(" ", fmt.Sprintf("%q", s), e.enc.EncodedLen(n), e.enc.DecodedLen(n))
			a, err := e.enc.AppendDecode([]byte("x"), e.enc.AppendEncode(nil, data[:n]))
			fmt.Print(err, string(a) == "x"+string(data[:n]))
		}
		fmt.Println()
		fmt.Println(e.enc.EncodeToString(data))
		for _, s := range []string{"", "A", "AA", "AAA", "AAAA", "AA=", "AA==", "AA===", "AAA=", "AAA==", "AAAA=", "====", "=", "A=", "A===", "AA=A", "AAA=A",
			"AB==", "AAB=", "AB", "AAB", "AA==AAAA", "\n\nAA\r\n=\n=\n", "AA=\n", "AAA=\r\n", "AA\nAA\nA", "AA A", "AA-_", "AA+/", "!AAA", "AAAAAAA!", "AAAAAAAA!", "AAA\xff", "AA\xff\xff", "AA@@", "語"} {
			decode(e.name, e.enc, s, true)
		}
	}
	// Many strings over few characters: their results, summed up.
	const chars = "AB=+_\n!z"
	sum := uint32(2166136261)
	seed := uint32(1)
	for i := 0; i < 4000; i++ {
		n := i % 11
		s := make([]byte, n)
		for j := range s {
			seed = seed*1664525 + 1013904223
			s[j] = chars[(seed>>24)*uint32(len(chars))>>8]
			if seed>>8&3 == 0 {
				s[j] = 'A'
			}
		}
		e := encodings[i%6]
		for _, c := range []byte(decode(e.name, e.enc, string(s), false)) {
			sum = (sum ^ uint32(c)) * 16777619
		}
	}
	fmt.Println(sum)

	long := bytes.Repeat(data, 100)
	for _, e := range encodings[:4] {
		var out bytes.Buffer
		w := base64.NewEncoder(e.enc, &out)
		for i := 0; i < len(long); i += 17 {
			w.Write(long[i:min(i+17, len(long))])
		}
		w.Write(nil)
		fmt.Println(w.Close(), w.Close(), out.String() == e.enc.EncodeToString(long))
		text := out.String()
		wrapped := ""
		for i := 0; i < len(text); i += 76 {
			wrapped += text[i:min(i+76, len(text))] + "\r\n"
		}
		for _, r := range []io.Reader{strings.NewReader(text), oneByte{strings.NewReader(wrapped)}, strings.NewReader(wrapped)} {
			got, err := io.ReadAll(base64.NewDecoder(e.enc, r))
			fmt.Print(bytes.Equal(got, long), err, " ")
		}
		fmt.Println()
	}
	for _, s := range []string{"", "A", "AA", "AAA", "AAAA", "AAAAA", "AA==", "AA=", "!", "AAAA!AAA", "\n", "AAAA\n\nAA"} {
		for _, e := range encodings[:3] {
			got, err := io.ReadAll(base64.NewDecoder(e.enc, oneByte{strings.NewReader(s)}))
			fmt.Printf("%q %v; ", got, err)
		}
		fmt.Println()
	}
	w := base64.NewEncoder(base64.StdEncoding, &failing{left: 1030})
	n, err := w.Write(long)
	fmt.Println(n, err)
	n, err = w.Write([]byte("x"))
	fmt.Println(n, err, w.Close())
	var corrupt base64.CorruptInputError
	_, err = base64.StdEncoding.DecodeString("AAA*")
	dst := make([]byte, 8)
	base64.StdEncoding.Encode(dst, []byte("dst!"))
	fmt.Println(string(dst), corrupt.Error())
	fmt.Println(errors.As(err, &corrupt), int64(corrupt), base64.CorruptInputError(-3), base64.StdPadding, base64.NoPadding)

	std := "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+"
	try("short", func() { base64.NewEncoding("abc") })
	try("newline", func() { base64.NewEncoding(std + "\n") })
	try("twice", func() { base64.NewEncoding(std + "A") })
	try("padding", func() { base64.StdEncoding.WithPadding('A') })
	try("padding", func() { base64.StdEncoding.WithPadding('\n') })
	try("padding", func() { base64.StdEncoding.WithPadding(-2) })
	try("padding", func() { base64.StdEncoding.WithPadding('語') })
}
