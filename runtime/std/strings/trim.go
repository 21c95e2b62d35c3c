package strings

import (
	"unicode"
	"unicode/utf8"
)

// blank reports whether c is one of the six white spaces of ASCII.
func blank(c byte) bool {
	return c == ' ' || c-'\t' < 5
}

// TrimSpace takes white space off both ends.
func TrimSpace(s string) string {
	start, end := 0, len(s)
	for start < end {
		c := s[start]
		if c >= utf8.RuneSelf {
			return TrimFunc(s[start:end], unicode.IsSpace)
		}
		if !blank(c) {
			break
		}
		start++
	}
	for start < end {
		c := s[end-1]
		if c >= utf8.RuneSelf {
			return TrimRightFunc(s[start:end], unicode.IsSpace)
		}
		if !blank(c) {
			break
		}
		end--
	}
	return s[start:end]
}

// Trim takes the runes of cutset off both ends.
func Trim(s, cutset string) string {
	return TrimRight(TrimLeft(s, cutset), cutset)
}

// TrimLeft takes the runes of cutset off the beginning.
func TrimLeft(s, cutset string) string {
	if set, ok := asciiSetOf(cutset); ok {
		i := 0
		for i < len(s) && set.has(s[i]) {
			i++
		}
		return s[i:]
	}
	for s != "" {
		r, width := utf8.DecodeRuneInString(s)
		if IndexRune(cutset, r) < 0 {
			break
		}
		s = s[width:]
	}
	return s
}

// TrimRight takes the runes of cutset off the end.
func TrimRight(s, cutset string) string {
	if set, ok := asciiSetOf(cutset); ok {
		end := len(s)
		for end > 0 && set.has(s[end-1]) {
			end--
		}
		return s[:end]
	}
	for s != "" {
		r, width := utf8.DecodeLastRuneInString(s)
		if IndexRune(cutset, r) < 0 {
			break
		}
		s = s[:len(s)-width]
	}
	return s
}

// TrimFunc takes the runes that f holds for off both ends.
func TrimFunc(s string, f func(rune) bool) string {
	return TrimRightFunc(TrimLeftFunc(s, f), f)
}

// TrimLeftFunc takes the runes that f holds for off the beginning.
func TrimLeftFunc(s string, f func(rune) bool) string {
	if i := indexFunc(s, f, false); i >= 0 {
		return s[i:]
	}
	return ""
}

// TrimRightFunc takes the runes that f holds for off the end.
func TrimRightFunc(s string, f func(rune) bool) string {
	i := lastIndexFunc(s, f, false)
	if i < 0 {
		return ""
	}
	_, width := utf8.DecodeRuneInString(s[i:])
	return s[:i+width]
}

// TrimPrefix takes prefix off the beginning, if it is there.
func TrimPrefix(s, prefix string) string {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

// TrimSuffix takes suffix off the end, if it is there.
func TrimSuffix(s, suffix string) string {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}

// Cut gives what is before and after the first sep; without one, s and the empty string.
func Cut(s, sep string) (before, after string, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// CutLast gives what is before and after the last sep; without one, s and the empty string.
func CutLast(s, sep string) (before, after string, found bool) {
	if i := LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// CutPrefix is TrimPrefix that tells whether the prefix was there.
func CutPrefix(s, prefix string) (after string, found bool) {
	if HasPrefix(s, prefix) {
		return s[len(prefix):], true
	}
	return s, false
}

// CutSuffix is TrimSuffix that tells whether the suffix was there.
func CutSuffix(s, suffix string) (before string, found bool) {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)], true
	}
	return s, false
}
