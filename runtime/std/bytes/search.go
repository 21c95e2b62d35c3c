package bytes

import (
	"internal/bytealg"
	"strings"
	"unicode/utf8"
)

// Index is the index of the first sep in s, -1 when there is none.
func Index(s, sep []byte) int { return bytealg.Index(s, sep) }

// IndexByte is the index of the first c in b, -1 when there is none.
func IndexByte(b []byte, c byte) int { return bytealg.IndexByte(b, c) }

// IndexRune is the index of the first r in s, -1 when there is none. RuneError is found where s is
// not well-formed.
func IndexRune(s []byte, r rune) int { return strings.IndexRune(view(s), r) }

// IndexAny is the index of the first rune of s that is in chars, -1 when there is none.
func IndexAny(s []byte, chars string) int { return strings.IndexAny(view(s), chars) }

// IndexFunc is the index of the first rune of s that f holds for, -1 when there is none.
func IndexFunc(s []byte, f func(r rune) bool) int { return strings.IndexFunc(view(s), f) }

// LastIndex is the index of the last sep in s, -1 when there is none.
func LastIndex(s, sep []byte) int { return strings.LastIndex(view(s), view(sep)) }

// LastIndexByte is the index of the last c in s, -1 when there is none.
func LastIndexByte(s []byte, c byte) int { return strings.LastIndexByte(view(s), c) }

// LastIndexAny is the index of the last rune of s that is in chars, -1 when there is none.
func LastIndexAny(s []byte, chars string) int { return strings.LastIndexAny(view(s), chars) }

// LastIndexFunc is the index of the last rune of s that f holds for, -1 when there is none.
func LastIndexFunc(s []byte, f func(r rune) bool) int { return strings.LastIndexFunc(view(s), f) }

// Contains reports whether subslice is in b.
func Contains(b, subslice []byte) bool { return bytealg.Index(b, subslice) >= 0 }

// ContainsAny reports whether a rune of chars is in b.
func ContainsAny(b []byte, chars string) bool { return IndexAny(b, chars) >= 0 }

// ContainsRune reports whether r is in b.
func ContainsRune(b []byte, r rune) bool { return IndexRune(b, r) >= 0 }

// ContainsFunc reports whether f holds for a rune of b.
func ContainsFunc(b []byte, f func(rune) bool) bool { return IndexFunc(b, f) >= 0 }

// HasPrefix reports whether s begins with prefix.
func HasPrefix(s, prefix []byte) bool {
	return len(s) >= len(prefix) && bytealg.Equal(s[:len(prefix)], prefix)
}

// HasSuffix reports whether s ends with suffix.
func HasSuffix(s, suffix []byte) bool {
	return len(s) >= len(suffix) && bytealg.Equal(s[len(s)-len(suffix):], suffix)
}

// Count is the number of sep in s that do not overlap; for an empty sep it is one more than the
// number of runes.
func Count(s, sep []byte) int {
	switch len(sep) {
	case 0:
		return utf8.RuneCount(s) + 1
	case 1:
		return bytealg.Count(s, sep[0])
	}
	return strings.Count(view(s), view(sep))
}
