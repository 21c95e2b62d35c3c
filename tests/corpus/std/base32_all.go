// Bytes in base 32, and texts that are not.
package main

import (
	"bytes"
	"encoding/base32"
	"fmt"
	"io"
	"strings"
	"testing/iotest"
)

var x uint32 = 1

func rnd(n int) int { x = x*1664525 + 1013904223; return int(x>>8) % n }

func main() {
	encs := []*base32.Encoding{base32.StdEncoding, base32.HexEncoding, base32.StdEncoding.WithPadding(base32.NoPadding), base32.HexEncoding.WithPadding('*')}
	for i := 0; i < 300; i++ {
		enc := encs[i%4]
		b := make([]byte, rnd(22))
		for j := range b {
			b[j] = byte(rnd(256))
		}
		s := enc.EncodeToString(b)
		back, err := enc.DecodeString(s)
		if !bytes.Equal(b, back) || err != nil || len(s) != enc.EncodedLen(len(b)) {
			fmt.Println("BAD", b, back, err)
		}
		m := []byte(s)
		for range rnd(4) {
			if len(m) == 0 {
				break
			}
			at := rnd(len(m))
			switch rnd(5) {
			case 0:
				m[at] = "=*A\n17 \r"[rnd(8)]
			case 1:
				m = append(m[:at], m[at+1:]...)
			case 2:
				m = append(m[:at:at], append([]byte{"=*A\n2"[rnd(5)]}, m[at:]...)...)
			case 3:
				m = append(m, '=')
			case 4:
				m = m[:at]
			}
		}
		back, err = enc.DecodeString(string(m))
		fmt.Printf("%d %s %q %x %v %d\n", i%4, s, m, back, err, enc.DecodedLen(len(m)))
		dst := make([]byte, 100)
		n, err := enc.Decode(dst, m)
		fmt.Printf("%x %v\n", dst[:n], err)
		if err != nil && i%4 == 2 {
			continue // which group of a stream without padding is the last one is not told
		}
		all, err := io.ReadAll(base32.NewDecoder(enc, bytes.NewReader(m)))
		fmt.Printf("  %x %v\n", all, err)
		all, err = io.ReadAll(base32.NewDecoder(enc, (bytes.NewReader(m))))
		fmt.Printf("  %x %v\n", all, err)
		all, err = io.ReadAll(base32.NewDecoder(enc, iotest.HalfReader(bytes.NewReader(m))))
		fmt.Printf("  %x %v\n", all, err)
		var out strings.Builder
		w := base32.NewEncoder(enc, &out)
		for p := b; len(p) > 0; {
			k := 1 + rnd(len(p))
			w.Write(p[:k])
			p = p[k:]
		}
		w.Close()
		if out.String() != s {
			fmt.Println("BAD", out.String())
		}
	}
	fmt.Println(string(base32.StdEncoding.AppendEncode([]byte("> "), []byte("hi"))))
	enc := make([]byte, 8)
	base32.HexEncoding.Encode(enc, []byte("abc"))
	fmt.Println(string(enc), base32.CorruptInputError(3).Error())
	got, err := base32.StdEncoding.AppendDecode([]byte("> "), []byte("NBUQ===="))
	fmt.Println(string(got), err, base32.CorruptInputError(7), base32.StdPadding)
	for _, f := range []func(){
		func() { base32.NewEncoding("short") },
		func() { base32.NewEncoding("AACDEFGHIJKLMNOPQRSTUVWXYZ234567") },
		func() { base32.NewEncoding("\nBCDEFGHIJKLMNOPQRSTUVWXYZ234567") },
		func() { base32.StdEncoding.WithPadding('A') },
		func() { base32.StdEncoding.WithPadding('\r') },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
