// The functions of strings that make new strings.
package main

import (
	"fmt"
	"strings"
	"unicode"
)

func show(s string) string { return fmt.Sprintf("%q", s) }

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
		b := s
		fmt.Println(show(b), show(strings.ToUpper(b)), show(strings.ToLower(b)), show(strings.ToTitle(b)), show(strings.Title(b)))
		fmt.Println(" ", show(strings.ToUpperSpecial(unicode.TurkishCase, b)), show(strings.ToLowerSpecial(unicode.TurkishCase, b)),
			show(strings.ToTitleSpecial(unicode.AzeriCase, b)))
		fmt.Println(" ", show(strings.ToValidUTF8(b, "?")), show(strings.ToValidUTF8(b, "")), show(strings.ToValidUTF8(b, "日")))
		fmt.Println(" ", show(strings.Map(func(r rune) rune {
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
		fmt.Println(" ", show(strings.Clone(b)), show(strings.Repeat(b, 0)), show(strings.Repeat(b, 3)))
		for _, old := range []string{"", "a", "b", "o", "\xff", "日本"} {
			for _, n := range []int{-1, 0, 1, 2} {
				fmt.Print(" ", show(strings.Replace(b, old, "<>", n)))
			}
			fmt.Print(" ", show(strings.ReplaceAll(b, old, "")))
		}
		fmt.Println()
		same := 0
		for _, t := range inputs {
			if strings.EqualFold(b, t) {
				same++
			}
		}
		fmt.Println(" ", same)
	}
	for _, n := range []int{0, 1, 2, 3} {
		parts := []string{"x", "", "yz"}[:n]
		fmt.Println(show(strings.Join(parts, "")), show(strings.Join(parts, ", ")))
	}
	try("negative", func() { strings.Repeat("x", -1) })
	try("overflow", func() { strings.Repeat("xx", int(^uint(0)>>1)) })

	big := strings.Repeat("x", 1<<20)
	try("overflow", func() { strings.Join([]string{big, big}, big) })
	long := strings.Repeat("ab", 500) + "X" + strings.Repeat("ba", 500)
	fmt.Println(strings.Index(long, "bX"), strings.LastIndex(long, "ab"), strings.Count(long, "ab"), strings.Count(long, "b"), strings.IndexByte(long, 'X'))
}
