// Package strings searches, cuts, splits, joins and changes strings that hold UTF-8.
package strings

import (
	"internal/bytealg"
	"unicode"
	"unicode/utf8"
	"unsafe"
)

// text makes a string of bytes that are never written again.
func text(b []byte) string {
	return unsafe.String(unsafe.SliceData(b), len(b))
}

// Clone returns a copy of s that shares no memory with it.
func Clone(s string) string {
	if s == "" {
		return ""
	}
	return text([]byte(s))
}

// Join puts the elements together with sep between them.
func Join(elems []string, sep string) string {
	switch len(elems) {
	case 0:
		return ""
	case 1:
		return elems[0]
	}
	size := 0
	if len(sep) > 0 {
		if len(elems)-1 > maxInt/len(sep) {
			panic("strings: Join output length overflow")
		}
		size = len(sep) * (len(elems) - 1)
	}
	for _, e := range elems {
		if len(e) > maxInt-size {
			panic("strings: Join output length overflow")
		}
		size += len(e)
	}
	if s, ok := bytealg.Join(elems, sep, size); ok {
		return s
	}
	b := make([]byte, 0, size)
	b = append(b, elems[0]...)
	for _, e := range elems[1:] {
		b = append(b, sep...)
		b = append(b, e...)
	}
	return text(b)
}

const maxInt = int(^uint(0) >> 1)

// Repeat gives count copies of s in a row.
func Repeat(s string, count int) string {
	switch {
	case count < 0:
		panic("strings: negative Repeat count")
	case count == 0 || s == "":
		return ""
	case count == 1:
		return s
	case len(s) > maxInt/count:
		panic("strings: Repeat output length overflow")
	}
	b := make([]byte, len(s)*count)
	// What is there is doubled until the end.
	for done := copy(b, s); done < len(b); done *= 2 {
		copy(b[done:], b[:done])
	}
	return text(b)
}

// Replace replaces the first n old that do not overlap, all of them when n is negative. An empty old
// is found before each rune and at the end.
func Replace(s, old, new string, n int) string {
	if old == new || n == 0 {
		return s
	}
	m := Count(s, old)
	if m == 0 {
		return s
	}
	if n < 0 || n > m {
		n = m
	}
	b := make([]byte, 0, len(s)+n*(len(new)-len(old)))
	at := 0
	if old == "" {
		for ; n > 0; n-- {
			b = append(b, new...)
			if at < len(s) && n > 1 {
				_, width := utf8.DecodeRuneInString(s[at:])
				b = append(b, s[at:at+width]...)
				at += width
			}
		}
		return text(append(b, s[at:]...))
	}
	for ; n > 0; n-- {
		i := Index(s[at:], old)
		b = append(b, s[at:at+i]...)
		b = append(b, new...)
		at += i + len(old)
	}
	return text(append(b, s[at:]...))
}

// ReplaceAll replaces every old; see Replace.
func ReplaceAll(s, old, new string) string { return Replace(s, old, new, -1) }

// Map gives the string of mapping's results for the runes of s; negative ones are left out.
func Map(mapping func(rune) rune, s string) string {
	// Nothing is copied as long as nothing changes.
	for i, r := range s {
		to := mapping(r)
		if to == r {
			if r != utf8.RuneError {
				continue
			}
			// An ill-formed byte becomes an encoded RuneError, which is a change.
			if _, width := utf8.DecodeRuneInString(s[i:]); width != 1 {
				continue
			}
		}
		b := make([]byte, 0, len(s)+utf8.UTFMax)
		b = append(b, s[:i]...)
		if to >= 0 {
			b = utf8.AppendRune(b, to)
		}
		_, width := utf8.DecodeRuneInString(s[i:])
		for _, r := range s[i+width:] {
			if r = mapping(r); r >= 0 {
				b = utf8.AppendRune(b, r)
			}
		}
		return text(b)
	}
	return s
}

// ToValidUTF8 replaces each run of bytes that are not well-formed UTF-8.
func ToValidUTF8(s, replacement string) string {
	var b []byte
	kept := 0 // s[:kept] is in b
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			i++
			continue
		}
		_, width := utf8.DecodeRuneInString(s[i:])
		if width > 1 {
			i += width
			continue
		}
		if b == nil {
			b = make([]byte, 0, len(s)+len(replacement))
		}
		b = append(b, s[kept:i]...)
		b = append(b, replacement...)
		for i++; i < len(s) && s[i] >= utf8.RuneSelf; i++ {
			if _, width := utf8.DecodeRuneInString(s[i:]); width > 1 {
				break
			}
		}
		kept = i
	}
	if b == nil {
		return s
	}
	return text(append(b, s[kept:]...))
}

// ToUpper maps s to upper case.
func ToUpper(s string) string {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			return Map(unicode.ToUpper, s)
		}
		if 'a' <= c && c <= 'z' {
			return shiftCase(s, i, 'a', unicode.ToUpper)
		}
	}
	return s
}

// ToLower maps s to lower case.
func ToLower(s string) string {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			return Map(unicode.ToLower, s)
		}
		if 'A' <= c && c <= 'Z' {
			return shiftCase(s, i, 'A', unicode.ToLower)
		}
	}
	return s
}

// shiftCase changes the case of the letters first … first+25 of s from i on, if s is all ASCII,
// and otherwise maps s.
func shiftCase(s string, i int, first byte, mapping func(rune) rune) string {
	b := []byte(s)
	for ; i < len(b); i++ {
		c := b[i]
		if c >= utf8.RuneSelf {
			return Map(mapping, s)
		}
		if c-first < 26 {
			b[i] = c ^ ' '
		}
	}
	return text(b)
}

// ToTitle maps s to title case, rune by rune.
func ToTitle(s string) string { return Map(unicode.ToTitle, s) }

// ToUpperSpecial maps s to upper case, c's rules first.
func ToUpperSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToUpper, s) }

// ToLowerSpecial maps s to lower case, c's rules first.
func ToLowerSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToLower, s) }

// ToTitleSpecial maps s to title case, c's rules first.
func ToTitleSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToTitle, s) }

// Title maps the letters that begin words to title case.
//
// Deprecated: its idea of words does not handle punctuation of Unicode.
func Title(s string) string {
	begins := true
	return Map(func(r rune) rune {
		was := begins
		begins = separates(r)
		if was {
			return unicode.ToTitle(r)
		}
		return r
	}, s)
}

// separates reports whether a letter after r begins a word for Title.
func separates(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return !('0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r == '_')
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		return false
	}
	return unicode.IsSpace(r)
}

// EqualFold reports whether s and t are equal when simple case folding is applied to both.
func EqualFold(s, t string) bool {
	i := 0
	for ; i < len(s) && i < len(t); i++ {
		a, b := s[i], t[i]
		if a|b >= utf8.RuneSelf {
			break
		}
		if a != b && (a^b != ' ' || (a|' ')-'a' >= 26) {
			return false
		}
	}
	s, t = s[i:], t[i:]
	for s != "" && t != "" {
		a, n := utf8.DecodeRuneInString(s)
		b, m := utf8.DecodeRuneInString(t)
		s, t = s[n:], t[m:]
		if a == b {
			continue
		}
		// The runes that fold together form a cycle.
		r := unicode.SimpleFold(a)
		for r != a && r != b {
			r = unicode.SimpleFold(r)
		}
		if r != b {
			return false
		}
	}
	return s == t
}
