// The functions of bytes that make new slices.
package main

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
)

func show(b []byte) string {
	if b == nil {
		return "nil"
	}
	return fmt.Sprintf("%q", b)
}

func try(what string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(what, "panics:", r)
		}
	}()
	f()
}

func main() {
	inputs := []string{"", "abc", "ABC def", "straße ÄÖÜ", "ǆungla ǅ", "日本語", "\xffa\xfe\xfdb", "iıİI", "hello, wOrld o'clock", "a\x80", "ſK\u212a"}
	for _, s := range inputs {
		b := []byte(s)
		fmt.Println(show(b), show(bytes.ToUpper(b)), show(bytes.ToLower(b)), show(bytes.ToTitle(b)), show(bytes.Title(b)))
		fmt.Println(" ", show(bytes.ToUpperSpecial(unicode.TurkishCase, b)), show(bytes.ToLowerSpecial(unicode.TurkishCase, b)),
			show(bytes.ToTitleSpecial(unicode.AzeriCase, b)))
		fmt.Println(" ", show(bytes.ToValidUTF8(b, []byte("?"))), show(bytes.ToValidUTF8(b, nil)), show(bytes.ToValidUTF8(b, []byte("日"))))
		fmt.Println(" ", show(bytes.Map(func(r rune) rune {
			switch {
			case r == 'a':
				return -1
			case r == 'b':
				return '語'
			case r == 'd':
				return 0xD800
			}
			return r
		}, b)))
		fmt.Println(" ", show(bytes.Clone(b)), show(bytes.Repeat(b, 0)), show(bytes.Repeat(b, 3)))
		for _, old := range []string{"", "a", "b", "o", "\xff", "日本"} {
			for _, n := range []int{-1, 0, 1, 2} {
				fmt.Print(" ", show(bytes.Replace(b, []byte(old), []byte("<>"), n)))
			}
			fmt.Print(" ", show(bytes.ReplaceAll(b, []byte(old), nil)))
		}
		fmt.Println()
		same := 0
		for _, t := range inputs {
			if bytes.EqualFold(b, []byte(t)) {
				same++
			}
		}
		fmt.Println(" ", same)
	}
	fmt.Println(show(bytes.Clone(nil)), show(bytes.Replace(nil, nil, []byte("x"), -1)), show(bytes.Replace(nil, []byte("a"), nil, -1)),
		show(bytes.Repeat(nil, 2)), show(bytes.ToUpper(nil)), show(bytes.Map(unicode.ToUpper, nil)), show(bytes.ToValidUTF8(nil, nil)))
	for _, n := range []int{0, 1, 2, 3} {
		parts := [][]byte{[]byte("x"), nil, []byte("yz")}[:n]
		fmt.Println(show(bytes.Join(parts, nil)), show(bytes.Join(parts, []byte(", "))))
	}
	one := [][]byte{[]byte("x")}
	joined := bytes.Join(one, nil)
	joined[0] = 'y'
	fmt.Println(show(one[0]), show(joined), show(bytes.Join([][]byte{nil}, nil)))
	try("negative", func() { bytes.Repeat([]byte("x"), -1) })
	try("overflow", func() { bytes.Repeat([]byte("xx"), int(^uint(0)>>1)) })

	// Results never share memory with the argument.
	b := []byte("same")
	for _, c := range [][]byte{bytes.ToUpper(b), bytes.ToLower(b), bytes.Clone(b), bytes.Replace(b, []byte("q"), nil, 1),
		bytes.ToValidUTF8(b, nil), bytes.Map(func(r rune) rune { return r }, b), bytes.Title(b)} {
		c[0] = '#'
	}
	fmt.Println(show(b))
	fmt.Println(bytes.Equal(nil, []byte{}), bytes.Compare(nil, []byte{}), bytes.Compare([]byte("a"), nil))
	long := []byte(strings.Repeat("ab", 500) + "X" + strings.Repeat("ba", 500))
	fmt.Println(bytes.Index(long, []byte("bX")), bytes.LastIndex(long, []byte("ab")), bytes.Count(long, []byte("ab")), bytes.Count(long, []byte("b")), bytes.IndexByte(long, 'X'))
}
