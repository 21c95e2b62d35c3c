// Package unicode/utf16, every function around its boundaries.
package main

import (
	"fmt"
	"unicode/utf16"
)

func main() {
	runes := []rune{-1, 0, 'a', 0xD7FF, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xE000, 0xFFFD, 0xFFFF, 0x10000, 0x10437, 0x10FFFF, 0x110000}
	for _, r := range runes {
		r1, r2 := utf16.EncodeRune(r)
		fmt.Printf("%x: %v %d %x %x %x\n", r, utf16.IsSurrogate(r), utf16.RuneLen(r), r1, r2, utf16.AppendRune([]uint16{7}, r))
	}
	for _, r1 := range runes {
		for _, r2 := range runes {
			fmt.Printf("%x ", utf16.DecodeRune(r1, r2))
		}
	}
	fmt.Println()
	fmt.Printf("%x\n", utf16.Encode(runes))
	fmt.Printf("%x\n", utf16.Encode([]rune("a日𝄞z")))
	for _, s := range [][]uint16{nil, {'a'}, {0xD834, 0xDD1E}, {0xD834}, {0xDD1E, 0xD834}, {0xD834, 'x'}, {0xD834, 0xD834, 0xDD1E, 0xDD1E}, {0xFFFF, 0xE000}} {
		fmt.Printf("%x %q\n", utf16.Decode(s), string(utf16.Decode(s)))
	}
	fmt.Println(utf16.Encode(nil) == nil, utf16.Decode(nil) == nil)
}
