// Package html escapes and unescapes text as HTML does.
package html

import (
	"strings"
	"sync"
	"unicode/utf8"
)

var escaper = strings.NewReplacer("&", "&amp;", "'", "&#39;", "<", "&lt;", ">", "&gt;", `"`, "&#34;")

// EscapeString replaces <, >, &, ' and " by references.
func EscapeString(s string) string { return escaper.Replace(s) }

var tables = sync.OnceValues(func() (all map[string]string, short map[string]bool) {
	all = map[string]string{}
	for item := range strings.SplitSeq(names, "\x00") {
		if name, text, ok := strings.Cut(item, " "); ok {
			all[name] = text
		}
	}
	short = map[string]bool{}
	for name := range strings.FieldsSeq(bare) {
		short[name] = true
	}
	return all, short
})

// The longest name that needs no semicolon.
const longestBare = 6

// UnescapeString replaces references to characters, those without a semicolon too where HTML allows it.
func UnescapeString(s string) string {
	i := strings.IndexByte(s, '&')
	if i < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i >= 0 {
		b.WriteString(s[:i])
		s = s[i:]
		text, n := reference(s)
		b.WriteString(text)
		s = s[n:]
		i = strings.IndexByte(s, '&')
	}
	b.WriteString(s)
	return b.String()
}

// reference is what the text that s, which starts with &, begins with stands for, and its length.
func reference(s string) (text string, n int) {
	if len(s) > 1 && s[1] == '#' {
		return number(s)
	}
	n = 1
	for n < len(s) && ('a' <= s[n]|0x20 && s[n]|0x20 <= 'z' || '0' <= s[n] && s[n] <= '9') {
		n++
	}
	name := s[1:n]
	all, short := tables()
	if n < len(s) && s[n] == ';' {
		if text, ok := all[name]; ok {
			return text, n + 1
		}
	}
	for k := min(len(name), longestBare); k > 1; k-- {
		if short[name[:k]] {
			return all[name[:k]], 1 + k
		}
	}
	return s[:n], n
}

// What the numbers from 0x80 to 0x9F stand for, by the HTML standard: the characters of Windows-1252.
const windows = "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f" +
	"\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178"

// number reads a reference &#…; with a decimal or hexadecimal number.
func number(s string) (text string, n int) {
	n = 2
	base := rune(10)
	if n < len(s) && s[n]|0x20 == 'x' {
		base = 16
		n++
	}
	start := n
	x := rune(0)
	for ; n < len(s); n++ {
		c := s[n]
		var d rune
		switch {
		case '0' <= c && c <= '9':
			d = rune(c - '0')
		case base == 16 && 'a' <= c|0x20 && c|0x20 <= 'f':
			d = rune(c|0x20-'a') + 10
		default:
			d = -1
		}
		if d < 0 {
			break
		}
		x = min(x*base+d, utf8.MaxRune+1)
	}
	if n == start {
		return s[:n], n
	}
	if n < len(s) && s[n] == ';' {
		n++
	}
	switch {
	case 0x80 <= x && x <= 0x9f:
		x = []rune(windows)[x-0x80]
	case x == 0 || !utf8.ValidRune(x):
		x = utf8.RuneError
	}
	return string(x), n
}
