// The predicates and mappings of package unicode, over all runes in blocks.
package main

import (
	"fmt"
	"unicode"
)

func main() {
	predicates := []struct {
		name string
		f    func(rune) bool
	}{
		{"control", unicode.IsControl}, {"digit", unicode.IsDigit}, {"graphic", unicode.IsGraphic}, {"letter", unicode.IsLetter}, {"lower", unicode.IsLower},
		{"mark", unicode.IsMark}, {"number", unicode.IsNumber}, {"print", unicode.IsPrint}, {"punct", unicode.IsPunct}, {"space", unicode.IsSpace},
		{"symbol", unicode.IsSymbol}, {"title", unicode.IsTitle}, {"upper", unicode.IsUpper},
	}
	blocks := [][2]rune{{-2, 0x180}, {0x2000, 0x2100}, {0x1F80, 0x1FFF}, {0x10A0, 0x1100}, {0x1C80, 0x1CC0}, {0xA640, 0xA6A0}, {0xAB30, 0xABC0}, {0xFF00, 0xFFFF}, {0x10400, 0x10450}, {0x1D400, 0x1D450}, {0x1E900, 0x1E950}, {0x10FFF0, 0x110002}, {0xD7F0, 0xD810}}
	for _, p := range predicates {
		for _, b := range blocks {
			count, sum := 0, uint32(0)
			for r := b[0]; r <= b[1]; r++ {
				if p.f(r) {
					count++
					sum = sum*31 + uint32(r)
				}
			}
			fmt.Print(p.name, " ", count, " ", sum, "; ")
		}
		fmt.Println()
	}
	mappings := []struct {
		name string
		f    func(rune) rune
	}{
		{"upper", unicode.ToUpper}, {"lower", unicode.ToLower}, {"title", unicode.ToTitle}, {"fold", unicode.SimpleFold},
		{"to upper", func(r rune) rune { return unicode.To(unicode.UpperCase, r) }}, {"to lower", func(r rune) rune { return unicode.To(unicode.LowerCase, r) }},
		{"to title", func(r rune) rune { return unicode.To(unicode.TitleCase, r) }}, {"to none", func(r rune) rune { return unicode.To(unicode.MaxCase, r) }},
		{"turkish upper", unicode.TurkishCase.ToUpper}, {"turkish lower", unicode.TurkishCase.ToLower}, {"azeri title", unicode.AzeriCase.ToTitle},
	}
	for _, m := range mappings {
		for _, b := range blocks {
			changed, sum := 0, uint32(0)
			for r := b[0]; r <= b[1]; r++ {
				to := m.f(r)
				if to != r {
					changed++
				}
				sum = sum*31 + uint32(to)
			}
			fmt.Print(m.name, " ", changed, " ", sum, "; ")
		}
		fmt.Println()
	}
	for _, r := range "aZ5é ßǅΣσςKk\u212aſ日٣Ⅷ½_-+$\u00ad\u200b\ufeff\u0301😀\ufffd" {
		fmt.Printf("%U", r)
		for _, p := range predicates {
			if p.f(r) {
				fmt.Print(" ", p.name)
			}
		}
		fmt.Printf(" %q %q %q %q", unicode.ToUpper(r), unicode.ToLower(r), unicode.ToTitle(r), unicode.SimpleFold(r))
		fmt.Println("", unicode.Is(unicode.Greek, r), unicode.In(r, unicode.Latin, unicode.Han), unicode.In(r), unicode.IsOneOf([]*unicode.RangeTable{unicode.Letter, unicode.Digit}, r))
	}
	own := &unicode.RangeTable{R16: []unicode.Range16{{Lo: 'a', Hi: 'z', Stride: 2}, {Lo: 0x100, Hi: 0x110, Stride: 4}}, R32: []unicode.Range32{{Lo: 0x10000, Hi: 0x10010, Stride: 8}}, LatinOffset: 1}
	for _, r := range []rune{'a', 'b', 'c', 'z', 0x100, 0x102, 0x104, 0x110, 0x111, 0x10000, 0x10001, 0x10008, 0x10010, 0x10018, -1} {
		fmt.Print(unicode.Is(own, r), " ")
	}
	fmt.Println()
	special := unicode.SpecialCase{unicode.CaseRange{Lo: 'a', Hi: 'c', Delta: [unicode.MaxCase]rune{1, 2, 3}}, {Lo: 'p', Hi: 'q', Delta: [3]rune{unicode.UpperLower, unicode.UpperLower, unicode.UpperLower}}}
	for _, r := range "abcdpqrz" {
		fmt.Printf("%q%q%q ", special.ToUpper(r), special.ToLower(r), special.ToTitle(r))
	}
	fmt.Println()
	fmt.Println(unicode.MaxRune, unicode.ReplacementChar, unicode.MaxASCII, unicode.MaxLatin1, unicode.UpperLower)
}
