// Package unicode/utf8 on well-formed and ill-formed text.
package main

import (
	"fmt"
	"unicode/utf8"
)

func main() {
	var texts []string
	// All pairs of interesting bytes, and longer sequences made of them.
	edge := []byte{0x00, 'a', 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF}
	for _, a := range edge {
		texts = append(texts, string([]byte{a}))
		for _, b := range edge {
			texts = append(texts, string([]byte{a, b}))
			if a >= 0xE0 {
				for _, c := range []byte{'a', 0x80, 0xBF, 0xC2} {
					texts = append(texts, string([]byte{a, b, c}))
					for _, d := range []byte{'a', 0x80, 0xBF} {
						texts = append(texts, string([]byte{a, b, c, d}))
					}
				}
			}
		}
	}
	texts = append(texts, "", "hello", "日本語", "a\xffb", "é\xe6\x97", "\U0010FFFF\uFFFD", "😀x")
	sum := uint32(2166136261)
	for _, s := range texts {
		b := []byte(s)
		r, n := utf8.DecodeRune(b)
		rs, ns := utf8.DecodeRuneInString(s)
		l, m := utf8.DecodeLastRune(b)
		ls, ms := utf8.DecodeLastRuneInString(s)
		line := fmt.Sprint(r, n, rs, ns, l, m, ls, ms, utf8.FullRune(b), utf8.FullRuneInString(s), utf8.RuneCount(b), utf8.RuneCountInString(s), utf8.Valid(b), utf8.ValidString(s))
		for i := 0; i < len(line); i++ {
			sum = (sum ^ uint32(line[i])) * 16777619
		}
		if len(s) != 2 && len(s) < 3 || len(s) > 4 {
			fmt.Printf("%q %s\n", s, line)
		}
	}
	fmt.Println(len(texts), sum)
	for _, r := range []rune{-1, 0, 'a', 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xD800, 0xDFFF, 0xE000, 0xFFFD, 0xFFFF, 0x10000, 0x10FFFF, 0x110000, 1 << 30} {
		p := make([]byte, utf8.UTFMax)
		n := utf8.EncodeRune(p, r)
		fmt.Printf("%x: %d %d % x % x %v\n", r, utf8.RuneLen(r), n, p[:n], utf8.AppendRune([]byte{'>'}, r), utf8.ValidRune(r))
	}
	for _, c := range edge {
		fmt.Print(utf8.RuneStart(c), " ")
	}
	fmt.Println(utf8.RuneError, utf8.RuneSelf, utf8.MaxRune, utf8.UTFMax)
	defer func() { fmt.Println(recover()) }()
	utf8.EncodeRune(make([]byte, 2), '日')
}
