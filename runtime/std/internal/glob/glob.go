// Package glob matches names with the shell patterns of path and path/filepath, and cleans paths:
// both packages have the same rules where the separator is a slash.
package glob

import (
	"errors"
	"internal/bytealg"
	"unicode/utf8"
)

// Match tells whether all of name matches the pattern, and whether the pattern is well-formed. A
// malformed pattern matches nothing.
//
// A star that was passed last is the only one to come back to: those before it matched as early as
// possible, which leaves the most to the rest.
func Match(pattern, name string) (matched, ok bool) {
	if !wellFormed(pattern) {
		return false, false
	}
	star, from := -1, 0 // the pattern after the last star, and where in name it was tried last
	p, n := 0, 0
	for {
		switch {
		case p < len(pattern) && pattern[p] == '*':
			p++
			star, from = p, n
			continue
		case p == len(pattern) && n == len(name):
			return true, true
		case p < len(pattern) && n < len(name):
			if nextP, nextN, same := one(pattern, p, name, n); same {
				p, n = nextP, nextN
				continue
			}
		}
		// The star takes one byte more, but never a separator.
		if star < 0 || from == len(name) || name[from] == '/' {
			return false, true
		}
		from++
		p, n = star, from
	}
}

// one matches one term that is not a star and gives the places after it.
func one(pattern string, p int, name string, n int) (nextP, nextN int, same bool) {
	switch pattern[p] {
	case '?':
		if name[n] == '/' {
			return 0, 0, false
		}
		_, width := utf8.DecodeRuneInString(name[n:])
		return p + 1, n + width, true
	case '[':
		r, width := utf8.DecodeRuneInString(name[n:])
		p, in, _ := class(pattern, p, r)
		return p, n + width, in
	case '\\':
		p++
	}
	return p + 1, n + 1, pattern[p] == name[n]
}

// class reads the character class at pattern[p] and tells whether r is in it.
func class(pattern string, p int, r rune) (after int, in, ok bool) {
	p++
	negated := p < len(pattern) && pattern[p] == '^'
	if negated {
		p++
	}
	for count := 0; ; count++ {
		if p < len(pattern) && pattern[p] == ']' && count > 0 {
			return p + 1, in != negated, true
		}
		var low, high rune
		if low, p, ok = bound(pattern, p); !ok {
			return p, false, false
		}
		high = low
		if pattern[p] == '-' {
			if high, p, ok = bound(pattern, p+1); !ok {
				return p, false, false
			}
		}
		in = in || low <= r && r <= high
	}
}

// bound reads one character of a class, after which the class must go on.
func bound(pattern string, p int) (r rune, after int, ok bool) {
	if p >= len(pattern) || pattern[p] == '-' || pattern[p] == ']' {
		return 0, p, false
	}
	if pattern[p] == '\\' {
		p++
		if p == len(pattern) {
			return 0, p, false
		}
	}
	r, width := utf8.DecodeRuneInString(pattern[p:])
	if r == utf8.RuneError && width == 1 {
		return 0, p, false
	}
	p += width
	return r, p, p < len(pattern)
}

func wellFormed(pattern string) bool {
	for p := 0; p < len(pattern); {
		switch pattern[p] {
		case '\\':
			if p++; p == len(pattern) {
				return false
			}
		case '[':
			after, _, ok := class(pattern, p, 0)
			if !ok {
				return false
			}
			p = after
			continue
		}
		p++
	}
	return true
}

// Clean is the shortest path that means the same, by looking at its text only.
func Clean(path string) string {
	if path == "" {
		return "."
	}
	rooted := path[0] == '/'
	if isClean(path, rooted) {
		return path
	}
	out := make([]byte, 0, len(path))
	floor := 0 // what ".." cannot take away
	if rooted {
		out = append(out, '/')
		floor = 1
	}
	for i := 0; i < len(path); {
		start := i
		for i < len(path) && path[i] != '/' {
			i++
		}
		elem := path[start:i]
		i++
		switch {
		case elem == "" || elem == ".":
			continue
		case elem == ".." && len(out) > floor:
			n := len(out) - 1
			for n > floor && out[n] != '/' {
				n--
			}
			out = out[:n]
			continue
		case elem == ".." && rooted:
			continue
		}
		if n := len(out); n > 0 && out[n-1] != '/' {
			out = append(out, '/')
		}
		out = append(out, elem...)
		if elem == ".." {
			floor = len(out)
		}
	}
	if len(out) == 0 {
		return "."
	}
	return string(out)
}

// isClean tells, for most clean paths, that they are.
func isClean(path string, rooted bool) bool {
	if rooted {
		if path = path[1:]; path == "" {
			return true
		}
	}
	begins := true // of an element
	for i := 0; i < len(path); i++ {
		c := path[i]
		if begins && (c == '.' || c == '/') {
			return false
		}
		begins = c == '/'
	}
	return !begins
}

// Base is the last element, without slashes after it.
func Base(path string) string {
	if path == "" {
		return "."
	}
	end := len(path)
	for end > 0 && path[end-1] == '/' {
		end--
	}
	if end == 0 {
		return "/"
	}
	return path[lastSlash(path[:end])+1 : end]
}

// Split cuts path after its last slash.
func Split(path string) (dir, file string) {
	i := lastSlash(path) + 1
	return path[:i], path[i:]
}

// Ext is what follows the last dot of the last element, with the dot.
func Ext(path string) string {
	for i := len(path) - 1; i >= 0 && path[i] != '/'; i-- {
		if path[i] == '.' {
			return path[i:]
		}
	}
	return ""
}

// Join puts elements together, empty ones left out, and cleans the result; "" for nothing.
func Join(elem []string) string {
	size := 0
	for _, e := range elem {
		size += len(e) + 1
	}
	joined := make([]byte, 0, size)
	for _, e := range elem {
		if e != "" {
			if len(joined) > 0 {
				joined = append(joined, '/')
			}
			joined = append(joined, e...)
		}
	}
	if len(joined) == 0 {
		return ""
	}
	return Clean(string(joined))
}

func lastSlash(path string) int {
	i := len(path) - 1
	for i >= 0 && path[i] != '/' {
		i--
	}
	return i
}

// ErrBadPattern is the error of a malformed pattern.
var ErrBadPattern = errors.New("syntax error in pattern")

// Tree is what Expand wants to know about files.
type Tree struct {
	Exists func(name string) bool
	Names  func(dir string) []string // in a directory, sorted; none when it cannot be read
	Root   string                    // the directory of names without a slash
}

// A pattern with more separators is refused: each costs a call on the stack.
const mostSeparators = 10000

// Expand has the names of the files that match a pattern, whose elements are matched one by one.
func Expand(pattern string, tree Tree) (matches []string, err error) {
	if !wellFormed(pattern) || bytealg.CountString(pattern, '/') > mostSeparators {
		return nil, ErrBadPattern
	}
	return expand(pattern, tree), nil
}

func expand(pattern string, tree Tree) (matches []string) {
	if !hasMeta(pattern) {
		if tree.Exists(pattern) {
			return []string{pattern}
		}
		return nil
	}
	dir, file := Split(pattern)
	switch dir {
	case "":
		dir = tree.Root
	case "/":
	default:
		dir = dir[:len(dir)-1]
	}
	dirs := []string{dir}
	if hasMeta(dir) {
		// A directory that its own pattern cannot be cut from would be looked at for ever.
		if dir == pattern {
			return nil
		}
		dirs = expand(dir, tree)
	}
	for _, d := range dirs {
		for _, name := range tree.Names(d) {
			if ok, _ := Match(file, name); ok {
				matches = append(matches, Join([]string{d, name}))
			}
		}
	}
	return matches
}

func hasMeta(pattern string) bool {
	for i := 0; i < len(pattern); i++ {
		switch pattern[i] {
		case '*', '?', '[', '\\':
			return true
		}
	}
	return false
}
