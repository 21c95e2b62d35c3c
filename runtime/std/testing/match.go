package testing

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
	"unicode"
)

type matchFunc func(pat, str string) (bool, error)

// matcher decides which tests run, and gives subtests names of their own.
type matcher struct {
	match  matchFunc
	filter filter
	skip   filter

	mu    sync.Mutex
	taken map[string]bool
	next  map[string]int // the number to try after a name
}

// filter is alternatives, each a sequence of expressions for the levels of a name. Without any,
// everything matches (nil) or nothing (empty).
type filter [][]string

func newMatcher(match matchFunc, pattern, flagName, skip string) *matcher {
	m := &matcher{match: match, skip: filter{}, taken: map[string]bool{}, next: map[string]int{}}
	if pattern != "" {
		m.filter = newFilter(match, pattern, flagName)
	}
	if skip != "" {
		m.skip = newFilter(match, skip, "-test.skip")
	}
	return m
}

func newFilter(match matchFunc, pattern, flagName string) filter {
	var f filter
	for i, alternative := range splitOutside(pattern, '|') {
		levels := splitOutside(alternative, '/')
		for k, level := range levels {
			levels[k] = rewrite(level)
			if _, err := match(levels[k], "non-empty"); err != nil {
				fmt.Fprintf(os.Stderr, "testing: invalid regexp for element %d of %s (%q): %s\n", i+k, flagName, level, err)
				os.Exit(1)
			}
		}
		f = append(f, levels)
	}
	return f
}

// splitOutside splits an expression at separators that are in no brackets.
func splitOutside(s string, separator byte) []string {
	var out []string
	start, square, round := 0, 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\':
			i++
		case c == '[':
			square++
		case c == ']':
			square = max(square-1, 0)
		case c == '(' && square == 0:
			round++
		case c == ')' && square == 0:
			round--
		case c == separator && square == 0 && round == 0:
			out = append(out, s[start:i])
			start = i + 1
		}
	}
	return append(out, s[start:])
}

// matches compares a name's levels; partial: the expression asks for more levels than there are.
func (f filter) matches(levels []string, match matchFunc) (ok, partial bool) {
	if f == nil {
		return true, false
	}
next:
	for _, want := range f {
		for i, level := range levels {
			if i >= len(want) {
				break
			}
			if hit, _ := match(want[i], level); !hit {
				continue next
			}
		}
		if len(levels) >= len(want) {
			return true, false
		}
		ok, partial = true, true
	}
	return ok, partial
}

// fullName makes a subtest's name and reports whether it is to run.
func (m *matcher) fullName(c *common, name string) (full string, ok, partial bool) {
	full = name
	m.mu.Lock()
	defer m.mu.Unlock()
	if c != nil && c.level > 0 {
		full = m.unique(c.name, rewrite(name))
	}
	levels := strings.Split(full, "/")
	if ok, partial = m.filter.matches(levels, m.match); !ok {
		return full, false, false
	}
	if skip, partly := m.skip.matches(levels, m.match); skip && !partly {
		return full, false, false
	}
	return full, ok, partial
}

func (m *matcher) unique(parent, name string) string {
	base := parent + "/" + name
	full := base
	if name == "" || m.taken[full] {
		n := m.next[base]
		if name != "" {
			n = max(n, 1)
		}
		for ; ; n++ {
			if full = fmt.Sprintf("%s#%02d", base, n); !m.taken[full] {
				break
			}
		}
		m.next[base] = n + 1
	}
	m.taken[full] = true
	return full
}

// forget makes all names free again, for the next run of the same tests.
func (m *matcher) forget() {
	m.mu.Lock()
	defer m.mu.Unlock()
	clear(m.taken)
	clear(m.next)
}

// rewrite makes a name fit for a line: no spaces, nothing unprintable.
func rewrite(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			b.WriteByte('_')
		case !strconv.IsPrint(r):
			q := strconv.QuoteRune(r)
			b.WriteString(q[1 : len(q)-1])
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
