// Strings of JSON byte by byte: every escape, every way UTF-8 can be right or wrong, all blanks, numbers at the edges.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"strings"
)

func main() {
	// Each escape alone, in a name, beside others.
	for c := 0; c < 128; c++ {
		for _, text := range []string{`"\` + string(rune(c)) + `"`, `["a\` + string(rune(c)) + `b"]`, `{"\` + string(rune(c)) + `":1}`} {
			var v any
			err := json.Unmarshal([]byte(text), &v)
			if err == nil || c%16 == 1 {
				fmt.Printf("%q %q %v\n", text, fmt.Sprint(v), err)
			}
		}
	}
	// First bytes with the second bytes at the edges of what they allow.
	seconds := []byte{0x00, 0x20, 0x22, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xff}
	var sum, wrong uint32
	for first := 0x7e; first < 0x100; first++ {
		for _, second := range seconds {
			for _, rest := range []string{"", "\x80", "\x80\x80", "\xbf\xbf", "\x80\xc0", "z"} {
				text := `"` + string([]byte{byte(first), second}) + rest + `"`
				var s string
				err := json.Unmarshal([]byte(text), &s)
				if err != nil {
					wrong++
				}
				for _, r := range s {
					sum = sum*31 + uint32(r)
				}
				sum = sum*31 + uint32(len(s))
				out, _ := json.Marshal(string([]byte{byte(first), second}) + rest)
				for _, b := range out {
					sum = sum*31 + uint32(b)
				}
				if json.Valid([]byte(text)) != (err == nil) {
					fmt.Println("differs", text)
				}
			}
		}
	}
	fmt.Println(sum, wrong)
	for _, s := range []string{"\xe0\x9f\x80", "\xe0\xa0\x80", "\xed\x9f\xbf", "\xed\xa0\x80", "\xf0\x8f\xbf\xbf", "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xc1\xbf", "\xc2\x80", "\xf5\x80\x80\x80"} {
		var back string
		err := json.Unmarshal([]byte(`"`+s+`"`), &back)
		fmt.Printf("%+q %v\n", back, err)
	}
	// Surrogates, alone and in pairs.
	for _, s := range []string{`\ud83d\ude00`, `\ud83d`, `\ude00`, `\ud83dx`, `\ud83d\u0041`, `\ud83d\n`, `\uFFFF`, `\u0000`, `\u00e9\u20ac`, `\uD83D\uDE0`} {
		var back string
		err := json.Unmarshal([]byte(`"`+s+`"`), &back)
		fmt.Printf("%+q %v\n", back, err)
	}
	// Blanks everywhere, and what is none.
	blanks := " \t\r\n"
	text := blanks + "{" + blanks + `"a"` + blanks + ":" + blanks + "[" + blanks + "1" + blanks + "," + blanks + "null" + blanks + "]" + blanks + "}" + blanks
	for i := range 4 {
		var v any
		fmt.Println(json.Unmarshal([]byte(strings.ReplaceAll(text, blanks, blanks[i:i+1])), &v), v)
	}
	for _, b := range []string{"\v", "\f", "\x00", "\u0085", "\u00a0", "\ufeff"} {
		var v any
		fmt.Println(json.Unmarshal([]byte("["+b+"1]"), &v))
	}
	var compact, indented bytes.Buffer
	fmt.Println(json.Compact(&compact, []byte(text)), compact.String())
	fmt.Println(json.Indent(&indented, []byte(text), ">", "\t"))
	fmt.Printf("%q\n", indented.String())
	// Numbers.
	type all struct {
		I8  int8
		I16 int16
		I32 int32
		I64 int64
		U8  uint8
		U16 uint16
		U32 uint32
		U64 uint64
		F32 float32
		F64 float64
		P   uintptr
	}
	for _, v := range []all{
		{math.MaxInt8, math.MaxInt16, math.MaxInt32, math.MaxInt64, math.MaxUint8, math.MaxUint16, math.MaxUint32, math.MaxUint64, math.MaxFloat32, math.MaxFloat64, math.MaxUint64},
		{math.MinInt8, math.MinInt16, math.MinInt32, math.MinInt64, 0, 1 << 15, 1 << 31, 1 << 63, math.SmallestNonzeroFloat32, math.SmallestNonzeroFloat64, 1 << 63},
		{-1, -1, -1, -1, 1, 1, 1, 1, 1e21, 1e-7, 1}, {F32: 1e20, F64: 1e-6}, {F32: 123456789, F64: 123456789012345678}, {F32: -0.1, F64: -1e21},
	} {
		out, err := json.Marshal(v)
		var back all
		fmt.Println(string(out), err, json.Unmarshal(out, &back), back == v)
	}
	for _, n := range []string{"128", "-129", "32768", "2147483648", "9223372036854775808", "256", "-1", "65536", "4294967296", "18446744073709551616", "1.5", "1e2", "1e400", "-0"} {
		var v all
		for _, field := range []string{"I8", "I16", "I32", "I64", "U8", "U16", "U32", "U64", "F32", "F64"} {
			if err := json.Unmarshal([]byte(`{"`+field+`":`+n+`}`), &v); err != nil {
				fmt.Println(n, field, err)
			}
		}
		fmt.Println(n, v)
	}
}
