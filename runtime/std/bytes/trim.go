package bytes

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cutLeft is the end of s that starts where rest does; nil when rest is empty and all of s went.
func cutLeft(s []byte, rest string) []byte {
	if rest == "" {
		return nil
	}
	return s[len(s)-len(rest):]
}

// Trim takes the runes of cutset off both ends; nil when nothing is left.
func Trim(s []byte, cutset string) []byte {
	if len(s) == 0 {
		return nil
	}
	if cutset == "" {
		return s
	}
	rest := TrimLeft(s, cutset)
	if len(rest) == 0 {
		return nil
	}
	return TrimRight(rest, cutset)
}

// TrimLeft takes the runes of cutset off the beginning; nil when nothing is left.
func TrimLeft(s []byte, cutset string) []byte {
	if len(s) > 0 && cutset == "" {
		return s
	}
	return cutLeft(s, strings.TrimLeft(view(s), cutset))
}

// TrimRight takes the runes of cutset off the end.
func TrimRight(s []byte, cutset string) []byte {
	return s[:len(strings.TrimRight(view(s), cutset))]
}

// TrimFunc takes the runes that f holds for off both ends.
func TrimFunc(s []byte, f func(r rune) bool) []byte {
	return TrimRightFunc(TrimLeftFunc(s, f), f)
}

// TrimLeftFunc takes the runes that f holds for off the beginning; nil when nothing is left.
func TrimLeftFunc(s []byte, f func(r rune) bool) []byte {
	return cutLeft(s, strings.TrimLeftFunc(view(s), f))
}

// TrimRightFunc takes the runes that f holds for off the end.
func TrimRightFunc(s []byte, f func(r rune) bool) []byte {
	return s[:len(strings.TrimRightFunc(view(s), f))]
}

// TrimSpace takes white space off both ends; nil when nothing is left.
func TrimSpace(s []byte) []byte {
	start := 0
	for start < len(s) {
		r, width := rune(s[start]), 1
		if r >= utf8.RuneSelf {
			r, width = utf8.DecodeRune(s[start:])
		}
		if !unicode.IsSpace(r) {
			break
		}
		start += width
	}
	if start == len(s) {
		return nil
	}
	return s[start : start+len(strings.TrimSpace(view(s[start:])))]
}

// TrimPrefix takes prefix off the beginning, if it is there.
func TrimPrefix(s, prefix []byte) []byte {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

// TrimSuffix takes suffix off the end, if it is there.
func TrimSuffix(s, suffix []byte) []byte {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}

// Cut gives what is before and after the first sep; without one, s and nil.
func Cut(s, sep []byte) (before, after []byte, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

// CutLast gives what is before and after the last sep; without one, s and nil.
func CutLast(s, sep []byte) (before, after []byte, found bool) {
	if i := LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

// CutPrefix is TrimPrefix that tells whether the prefix was there.
func CutPrefix(s, prefix []byte) (after []byte, found bool) {
	if HasPrefix(s, prefix) {
		return s[len(prefix):], true
	}
	return s, false
}

// CutSuffix is TrimSuffix that tells whether the suffix was there.
func CutSuffix(s, suffix []byte) (before []byte, found bool) {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)], true
	}
	return s, false
}
