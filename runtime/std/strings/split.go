package strings

import (
	"internal/bytealg"
	"iter"
	"unicode"
	"unicode/utf8"
)

// Split gives the substrings between separators; with an empty sep, the runes.
func Split(s, sep string) []string { return split(s, sep, 0, -1) }

// SplitN gives at most n substrings, the last of which is the rest; all when n is negative.
func SplitN(s, sep string, n int) []string { return split(s, sep, 0, n) }

// SplitAfter is Split that leaves each separator at the end of the substring before it.
func SplitAfter(s, sep string) []string { return split(s, sep, len(sep), -1) }

// SplitAfterN is SplitN that leaves each separator at the end of the substring before it.
func SplitAfterN(s, sep string, n int) []string { return split(s, sep, len(sep), n) }

// split keeps the first keep bytes of the separators.
func split(s, sep string, keep, n int) []string {
	if n == 0 {
		return nil
	}
	if sep == "" {
		return explode(s, n)
	}
	if n < 0 {
		n = Count(s, sep) + 1
	} else if n > len(s)+1 {
		n = len(s) + 1
	}
	parts := make([]string, 0, n)
	for len(parts) < n-1 {
		i := Index(s, sep)
		if i < 0 {
			break
		}
		parts = append(parts, s[:i+keep])
		s = s[i+len(sep):]
	}
	return append(parts, s)
}

// explode splits s after each rune, at most n-1 times when n is positive.
func explode(s string, n int) []string {
	if count := utf8.RuneCountInString(s); n < 0 || n > count {
		n = count
	}
	parts := make([]string, 0, n)
	for len(parts) < n-1 {
		_, width := utf8.DecodeRuneInString(s)
		parts = append(parts, s[:width])
		s = s[width:]
	}
	if n > 0 {
		parts = append(parts, s)
	}
	return parts
}

// Fields gives what is between runs of white space.
func Fields(s string) []string {
	fields := make([]string, 0, blanksBetween(s))
	for {
		field, rest, ok := nextField(s)
		if !ok {
			return fields
		}
		fields = append(fields, field)
		s = rest
	}
}

// blanksBetween guesses the number of fields of s: exactly, when s is ASCII.
func blanksBetween(s string) int {
	n := 0
	inside := false
	for i := 0; i < len(s); i++ {
		if blank(s[i]) {
			inside = false
		} else if !inside {
			inside = true
			n++
		}
	}
	return n
}

// nextField cuts the first field off s.
func nextField(s string) (field, rest string, ok bool) {
	if start, end := bytealg.Field(s, 0); start >= 0 {
		return s[start:end], s[end:], start < end
	}
	start := 0
	for start < len(s) {
		c := s[start]
		if c < utf8.RuneSelf {
			if !blank(c) {
				break
			}
			start++
			continue
		}
		r, width := utf8.DecodeRuneInString(s[start:])
		if !unicode.IsSpace(r) {
			break
		}
		start += width
	}
	if start == len(s) {
		return "", "", false
	}
	end := start
	for end < len(s) {
		c := s[end]
		if c < utf8.RuneSelf {
			if blank(c) {
				return s[start:end], s[end+1:], true
			}
			end++
			continue
		}
		r, width := utf8.DecodeRuneInString(s[end:])
		if unicode.IsSpace(r) {
			return s[start:end], s[end+width:], true
		}
		end += width
	}
	return s[start:], "", true
}

// FieldsFunc gives what is between runs of runes that f holds for. f is called in order, once for each.
func FieldsFunc(s string, f func(rune) bool) []string {
	fields := make([]string, 0, 8)
	start := -1
	for i, r := range s {
		if f(r) {
			if start >= 0 {
				fields = append(fields, s[start:i])
				start = -1
			}
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		fields = append(fields, s[start:])
	}
	return fields
}

// Lines iterates over the lines of s, each with its newline; the last may have none.
func Lines(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		rest := s
		for rest != "" {
			line := rest
			if i := IndexByte(rest, '\n'); i >= 0 {
				line = rest[:i+1]
			}
			if !yield(line) {
				return
			}
			rest = rest[len(line):]
		}
	}
}

// SplitSeq iterates over what Split gives.
func SplitSeq(s, sep string) iter.Seq[string] { return splitSeq(s, sep, 0) }

// SplitAfterSeq iterates over what SplitAfter gives.
func SplitAfterSeq(s, sep string) iter.Seq[string] { return splitSeq(s, sep, len(sep)) }

func splitSeq(s, sep string, keep int) iter.Seq[string] {
	return func(yield func(string) bool) {
		rest := s
		if sep == "" {
			for rest != "" {
				_, width := utf8.DecodeRuneInString(rest)
				if !yield(rest[:width]) {
					return
				}
				rest = rest[width:]
			}
			return
		}
		for {
			i := Index(rest, sep)
			if i < 0 {
				yield(rest)
				return
			}
			if !yield(rest[:i+keep]) {
				return
			}
			rest = rest[i+len(sep):]
		}
	}
}

// FieldsSeq iterates over what Fields gives.
func FieldsSeq(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		rest := s
		for {
			field, after, ok := nextField(rest)
			if !ok || !yield(field) {
				return
			}
			rest = after
		}
	}
}

// FieldsFuncSeq iterates over what FieldsFunc gives.
func FieldsFuncSeq(s string, f func(rune) bool) iter.Seq[string] {
	return func(yield func(string) bool) {
		start := -1
		for i, r := range s {
			if f(r) {
				if start >= 0 {
					if !yield(s[start:i]) {
						return
					}
					start = -1
				}
			} else if start < 0 {
				start = i
			}
		}
		if start >= 0 {
			yield(s[start:])
		}
	}
}
