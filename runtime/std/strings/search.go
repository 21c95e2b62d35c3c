package strings

import (
	"internal/bytealg"
	"unicode/utf8"
)

// Index is the index of the first substr in s, -1 when there is none.
func Index(s, substr string) int {
	switch n := len(substr); {
	case n == 0:
		return 0
	case n == 1:
		return bytealg.IndexByteString(s, substr[0])
	case n > len(s):
		return -1
	}
	return bytealg.IndexString(s, substr)
}

// IndexByte is the index of the first c in s, -1 when there is none.
func IndexByte(s string, c byte) int { return bytealg.IndexByteString(s, c) }

// IndexRune is the index of the first r in s, -1 when there is none. RuneError is found where s is
// not well-formed.
func IndexRune(s string, r rune) int {
	switch {
	case 0 <= r && r < utf8.RuneSelf:
		return bytealg.IndexByteString(s, byte(r))
	case r == utf8.RuneError:
		for i, c := range s {
			if c == utf8.RuneError {
				return i
			}
		}
		return -1
	case !utf8.ValidRune(r):
		return -1
	}
	return bytealg.IndexString(s, string(r))
}

// IndexAny is the index of the first rune of s that is in chars, -1 when there is none.
func IndexAny(s, chars string) int {
	if chars == "" {
		return -1
	}
	if len(chars) == 1 && chars[0] < utf8.RuneSelf {
		return bytealg.IndexByteString(s, chars[0])
	}
	if set, ok := asciiSetOf(chars); ok {
		for i := 0; i < len(s); i++ {
			if set.has(s[i]) {
				return i
			}
		}
		return -1
	}
	for i, r := range s {
		if IndexRune(chars, r) >= 0 {
			return i
		}
	}
	return -1
}

// IndexFunc is the index of the first rune of s that f holds for, -1 when there is none.
func IndexFunc(s string, f func(rune) bool) int {
	return indexFunc(s, f, true)
}

func indexFunc(s string, f func(rune) bool, wanted bool) int {
	for i, r := range s {
		if f(r) == wanted {
			return i
		}
	}
	return -1
}

// LastIndex is the index of the last substr in s, -1 when there is none.
func LastIndex(s, substr string) int {
	n := len(substr)
	if n == 0 {
		return len(s)
	}
	// A hash rolling from the end: Karp and Rabin's search.
	if n > len(s) {
		return -1
	}
	const base = 16777619
	var wanted, h, weight uint32 = 0, 0, 1
	start := len(s) - n
	for i := n - 1; i >= 0; i-- {
		wanted = wanted*base + uint32(substr[i])
		h = h*base + uint32(s[start+i])
		weight *= base
	}
	for {
		if h == wanted && s[start:start+n] == substr {
			return start
		}
		if start == 0 {
			return -1
		}
		start--
		h = h*base + uint32(s[start]) - weight*uint32(s[start+n])
	}
}

// LastIndexByte is the index of the last c in s, -1 when there is none.
func LastIndexByte(s string, c byte) int {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == c {
			return i
		}
	}
	return -1
}

// LastIndexAny is the index of the last rune of s that is in chars, -1 when there is none.
func LastIndexAny(s, chars string) int {
	if chars == "" {
		return -1
	}
	if set, ok := asciiSetOf(chars); ok {
		for i := len(s) - 1; i >= 0; i-- {
			if set.has(s[i]) {
				return i
			}
		}
		return -1
	}
	for end := len(s); end > 0; {
		r, width := utf8.DecodeLastRuneInString(s[:end])
		end -= width
		if IndexRune(chars, r) >= 0 {
			return end
		}
	}
	return -1
}

// LastIndexFunc is the index of the last rune of s that f holds for, -1 when there is none.
func LastIndexFunc(s string, f func(rune) bool) int {
	return lastIndexFunc(s, f, true)
}

func lastIndexFunc(s string, f func(rune) bool, wanted bool) int {
	for end := len(s); end > 0; {
		r, width := utf8.DecodeLastRuneInString(s[:end])
		end -= width
		if f(r) == wanted {
			return end
		}
	}
	return -1
}

// Contains reports whether substr is in s.
func Contains(s, substr string) bool { return Index(s, substr) >= 0 }

// ContainsAny reports whether a rune of chars is in s.
func ContainsAny(s, chars string) bool { return IndexAny(s, chars) >= 0 }

// ContainsRune reports whether r is in s.
func ContainsRune(s string, r rune) bool { return IndexRune(s, r) >= 0 }

// ContainsFunc reports whether f holds for a rune of s.
func ContainsFunc(s string, f func(rune) bool) bool { return indexFunc(s, f, true) >= 0 }

// HasPrefix reports whether s begins with prefix.
func HasPrefix(s, prefix string) bool {
	return len(s) >= len(prefix) && s[:len(prefix)] == prefix
}

// HasSuffix reports whether s ends with suffix.
func HasSuffix(s, suffix string) bool {
	return len(s) >= len(suffix) && s[len(s)-len(suffix):] == suffix
}

// Count is the number of substr in s that do not overlap; for an empty substr it is one more than
// the number of runes.
func Count(s, substr string) int {
	switch len(substr) {
	case 0:
		return utf8.RuneCountInString(s) + 1
	case 1:
		return bytealg.CountString(s, substr[0])
	}
	n := 0
	for {
		i := Index(s, substr)
		if i < 0 {
			return n
		}
		n++
		s = s[i+len(substr):]
	}
}

// Compare is -1, 0 or +1 as a is less than, equal to or greater than b.
func Compare(a, b string) int {
	switch {
	case a == b:
		return 0
	case a < b:
		return -1
	}
	return 1
}

// asciiSet is a set of ASCII characters, a bit each.
type asciiSet struct {
	low, high uint64
}

// asciiSetOf makes the set of the characters of chars; it fails when one is not ASCII.
func asciiSetOf(chars string) (set asciiSet, ok bool) {
	for i := 0; i < len(chars); i++ {
		switch c := chars[i]; {
		case c < 64:
			set.low |= 1 << c
		case c < utf8.RuneSelf:
			set.high |= 1 << (c - 64)
		default:
			return set, false
		}
	}
	return set, true
}

func (set asciiSet) has(c byte) bool {
	if c < 64 {
		return set.low>>c&1 != 0
	}
	return c < utf8.RuneSelf && set.high>>(c-64)&1 != 0
}
