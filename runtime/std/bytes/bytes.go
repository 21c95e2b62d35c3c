// Package bytes does for slices of bytes what strings does for strings. What only looks at bytes, or
// only cuts, is done by package strings on a view of the slice; a view never outlives its call.
package bytes

import (
	"internal/bytealg"
	"strings"
	"unicode"
	"unicode/utf8"
	"unsafe"
)

// view shows b as a string, without a copy.
func view(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// Equal reports whether a and b have the same bytes.
func Equal(a, b []byte) bool { return bytealg.Equal(a, b) }

// Compare is -1, 0 or +1 as a is less than, equal to or greater than b.
func Compare(a, b []byte) int { return bytealg.Compare(a, b) }

// EqualFold reports whether s and t are equal when simple case folding is applied to both.
func EqualFold(s, t []byte) bool { return strings.EqualFold(view(s), view(t)) }

// Clone gives a copy of b, nil for nil.
func Clone(b []byte) []byte {
	if b == nil {
		return nil
	}
	return append([]byte{}, b...)
}

// Runes are the code points of s.
func Runes(s []byte) []rune {
	runes := make([]rune, 0, utf8.RuneCount(s))
	for _, r := range view(s) {
		runes = append(runes, r)
	}
	return runes
}

// Join puts the slices together with sep between them, in new memory.
func Join(s [][]byte, sep []byte) []byte {
	switch len(s) {
	case 0:
		return []byte{}
	case 1:
		return append([]byte(nil), s[0]...)
	}
	size := 0
	if len(sep) > 0 {
		if len(s)-1 > maxInt/len(sep) {
			panic("bytes: Join output length overflow")
		}
		size = len(sep) * (len(s) - 1)
	}
	for _, part := range s {
		if len(part) > maxInt-size {
			panic("bytes: Join output length overflow")
		}
		size += len(part)
	}
	b := make([]byte, 0, size)
	b = append(b, s[0]...)
	for _, part := range s[1:] {
		b = append(b, sep...)
		b = append(b, part...)
	}
	return b
}

const maxInt = int(^uint(0) >> 1)

// Repeat gives count copies of b in a row.
func Repeat(b []byte, count int) []byte {
	switch {
	case count < 0:
		panic("bytes: negative Repeat count")
	case count == 0 || len(b) == 0:
		return []byte{}
	case len(b) > maxInt/count:
		panic("bytes: Repeat output length overflow")
	}
	all := make([]byte, len(b)*count)
	for done := copy(all, b); done < len(all); done *= 2 {
		copy(all[done:], all[:done])
	}
	return all
}

// Replace gives a copy of s with the first n old that do not overlap replaced, all of them when n is
// negative. An empty old is found before each rune and at the end.
func Replace(s, old, new []byte, n int) []byte {
	m := 0
	if n != 0 {
		m = Count(s, old)
	}
	if m == 0 {
		return append([]byte(nil), s...)
	}
	if n < 0 || n > m {
		n = m
	}
	b := make([]byte, 0, len(s)+n*(len(new)-len(old)))
	at := 0
	for i := 0; i < n; i++ {
		next := at
		if len(old) > 0 {
			next += Index(s[at:], old)
		} else if i > 0 {
			_, width := utf8.DecodeRune(s[at:])
			next += width
		}
		b = append(b, s[at:next]...)
		b = append(b, new...)
		at = next + len(old)
	}
	return append(b, s[at:]...)
}

// ReplaceAll replaces every old; see Replace.
func ReplaceAll(s, old, new []byte) []byte { return Replace(s, old, new, -1) }

// Map gives mapping's results for the runes of s; negative ones are left out.
func Map(mapping func(r rune) rune, s []byte) []byte {
	b := make([]byte, 0, len(s))
	for _, r := range view(s) {
		if r = mapping(r); r >= 0 {
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}

// ToValidUTF8 gives a copy of s with each run of bytes that are not well-formed UTF-8 replaced.
func ToValidUTF8(s, replacement []byte) []byte {
	b := make([]byte, 0, len(s)+len(replacement))
	inRun := false
	for i := 0; i < len(s); {
		c := s[i]
		width := 1
		ill := false
		if c >= utf8.RuneSelf {
			_, width = utf8.DecodeRune(s[i:])
			ill = width == 1
		}
		if !ill {
			b = append(b, s[i:i+width]...)
		} else if !inRun {
			b = append(b, replacement...)
		}
		inRun = ill
		i += width
	}
	return b
}

// ToUpper gives a copy of s in upper case.
func ToUpper(s []byte) []byte { return shiftCase(s, 'a', unicode.ToUpper) }

// ToLower gives a copy of s in lower case.
func ToLower(s []byte) []byte { return shiftCase(s, 'A', unicode.ToLower) }

// shiftCase changes the case of the letters first … first+25 in a copy of s if s is all ASCII, and
// otherwise maps s.
func shiftCase(s []byte, first byte, mapping func(rune) rune) []byte {
	for i := range s {
		if s[i] >= utf8.RuneSelf {
			return Map(mapping, s)
		}
	}
	b := append([]byte{}, s...)
	for i, c := range b {
		if c-first < 26 {
			b[i] = c ^ ' '
		}
	}
	return b
}

// ToTitle gives a copy of s in title case, rune by rune.
func ToTitle(s []byte) []byte { return Map(unicode.ToTitle, s) }

// ToUpperSpecial maps s to upper case, c's rules first.
func ToUpperSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToUpper, s) }

// ToLowerSpecial maps s to lower case, c's rules first.
func ToLowerSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToLower, s) }

// ToTitleSpecial maps s to title case, c's rules first.
func ToTitleSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToTitle, s) }

// Title maps the letters that begin words to title case.
//
// Deprecated: its idea of words does not handle punctuation of Unicode.
func Title(s []byte) []byte { return []byte(strings.Title(view(s))) }
