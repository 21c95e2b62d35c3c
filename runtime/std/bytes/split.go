package bytes

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Parts are cut with their capacity, so that appending to one does not write into the next.

// Split gives the subslices between separators; with an empty sep, the runes.
func Split(s, sep []byte) [][]byte { return split(s, sep, 0, -1) }

// SplitN gives at most n subslices, the last of which is the rest; all when n is negative.
func SplitN(s, sep []byte, n int) [][]byte { return split(s, sep, 0, n) }

// SplitAfter is Split that leaves each separator at the end of the subslice before it.
func SplitAfter(s, sep []byte) [][]byte { return split(s, sep, len(sep), -1) }

// SplitAfterN is SplitN that leaves each separator at the end of the subslice before it.
func SplitAfterN(s, sep []byte, n int) [][]byte { return split(s, sep, len(sep), n) }

func split(s, sep []byte, keep, n int) [][]byte {
	switch {
	case n == 0:
		return nil
	case len(sep) == 0:
		return explode(s, n)
	}
	if most := Count(s, sep) + 1; n < 0 || n > most {
		n = most
	}
	parts := make([][]byte, 0, n)
	for len(parts) < n-1 {
		i := Index(s, sep)
		parts = append(parts, s[:i+keep:i+keep])
		s = s[i+len(sep):]
	}
	return append(parts, s)
}

// explode splits s after each rune, at most n-1 times when n is positive.
func explode(s []byte, n int) [][]byte {
	if count := utf8.RuneCount(s); n < 0 || n > count {
		n = count
	}
	parts := make([][]byte, 0, n)
	for len(s) > 0 {
		width := len(s)
		if len(parts) < n-1 {
			_, width = utf8.DecodeRune(s)
		}
		parts = append(parts, s[:width:width])
		s = s[width:]
	}
	return parts
}

// Fields gives what is between runs of white space.
func Fields(s []byte) [][]byte {
	fields := make([][]byte, 0, 8)
	for field := range FieldsSeq(s) {
		fields = append(fields, field)
	}
	return fields
}

// FieldsFunc gives what is between runs of runes that f holds for.
func FieldsFunc(s []byte, f func(rune) bool) [][]byte {
	fields := make([][]byte, 0, 8)
	for field := range FieldsFuncSeq(s, f) {
		fields = append(fields, field)
	}
	return fields
}

// Lines iterates over the lines of s, each with its newline; the last may have none.
func Lines(s []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for len(s) > 0 {
			end := IndexByte(s, '\n') + 1
			if end == 0 {
				end = len(s)
			}
			if !yield(s[:end:end]) {
				return
			}
			s = s[end:]
		}
	}
}

// SplitSeq iterates over what Split gives.
func SplitSeq(s, sep []byte) iter.Seq[[]byte] { return splitSeq(s, sep, 0) }

// SplitAfterSeq iterates over what SplitAfter gives.
func SplitAfterSeq(s, sep []byte) iter.Seq[[]byte] { return splitSeq(s, sep, len(sep)) }

func splitSeq(s, sep []byte, keep int) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		rest := s
		if len(sep) == 0 {
			for len(rest) > 0 {
				_, width := utf8.DecodeRune(rest)
				if !yield(rest[:width:width]) {
					return
				}
				rest = rest[width:]
			}
			return
		}
		for {
			i := Index(rest, sep)
			if i < 0 {
				yield(rest[:len(rest):len(rest)])
				return
			}
			if !yield(rest[: i+keep : i+keep]) {
				return
			}
			rest = rest[i+len(sep):]
		}
	}
}

// FieldsSeq iterates over what Fields gives.
func FieldsSeq(s []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		at := 0
		for field := range strings.FieldsSeq(view(s)) {
			// Fields are in s, in order: what lies between is white space.
			start := skipSpace(s, at)
			at = start + len(field)
			if !yield(s[start:at:at]) {
				return
			}
		}
	}
}

// skipSpace is the place of the first rune from at on that is not white space.
func skipSpace(s []byte, at int) int {
	for {
		r, width := rune(s[at]), 1
		if r >= utf8.RuneSelf {
			r, width = utf8.DecodeRune(s[at:])
		}
		if !unicode.IsSpace(r) {
			return at
		}
		at += width
	}
}

// FieldsFuncSeq iterates over what FieldsFunc gives.
func FieldsFuncSeq(s []byte, f func(rune) bool) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		start := -1
		for i, r := range view(s) {
			if !f(r) {
				if start < 0 {
					start = i
				}
				continue
			}
			if start >= 0 && !yield(s[start:i:i]) {
				return
			}
			start = -1
		}
		if start >= 0 {
			yield(s[start:len(s):len(s)])
		}
	}
}
