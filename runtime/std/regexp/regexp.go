// Package regexp searches texts for regular expressions, in time linear in the text's length.
//
// The language is RE2's; internal/regexp/syntax reads it. A program is made of it, which the
// backtracker runs, or where its notes would be too big, Pike's machine.
package regexp

import (
	"internal/regexp/syntax"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
	"unsafe"
)

// Regexp is a compiled expression. All methods but Longest may be used by several goroutines at once.
type Regexp struct {
	expr    string
	prog    *program
	names   []string
	longest bool
}

// Compile reads an expression. Of several matches that begin leftmost, it takes the one that a
// backtracking search finds first.
func Compile(expr string) (*Regexp, error) { return compileAs(expr, false) }

// CompilePOSIX reads an expression in egrep's language. Of several matches that begin leftmost, it
// takes the longest.
func CompilePOSIX(expr string) (*Regexp, error) { return compileAs(expr, true) }

func compileAs(expr string, posix bool) (*Regexp, error) {
	r, err := syntax.Parse(expr, posix)
	if err != nil {
		return nil, err
	}
	return &Regexp{expr, compile(r.Root), r.Names, posix}, nil
}

// MustCompile is Compile for expressions that have no errors; otherwise it panics.
func MustCompile(str string) *Regexp {
	re, err := Compile(str)
	if err != nil {
		panic("regexp: Compile(" + quoted(str) + "): " + err.Error())
	}
	return re
}

// MustCompilePOSIX is CompilePOSIX for expressions that have no errors; otherwise it panics.
func MustCompilePOSIX(str string) *Regexp {
	re, err := CompilePOSIX(str)
	if err != nil {
		panic("regexp: CompilePOSIX(" + quoted(str) + "): " + err.Error())
	}
	return re
}

func quoted(s string) string {
	if strconv.CanBackquote(s) {
		return "`" + s + "`"
	}
	return strconv.Quote(s)
}

func (re *Regexp) String() string { return re.expr }

// Copy is a copy, for which there is no need.
func (re *Regexp) Copy() *Regexp {
	c := *re
	return &c
}

// Longest makes searches prefer the longest of the leftmost matches.
func (re *Regexp) Longest() { re.longest = true }

// NumSubexp is the number of groups that capture.
func (re *Regexp) NumSubexp() int { return len(re.names) - 1 }

// SubexpNames has the groups' names by number; the expression's own and unnamed ones are empty.
func (re *Regexp) SubexpNames() []string { return re.names }

// SubexpIndex is the number of the first group with that name, or -1.
func (re *Regexp) SubexpIndex(name string) int {
	if name != "" {
		for i, n := range re.names {
			if n == name {
				return i
			}
		}
	}
	return -1
}

// LiteralPrefix is a text that every match begins with; complete: it is the whole expression.
func (re *Regexp) LiteralPrefix() (prefix string, complete bool) {
	if re.prog.anchored {
		return re.prog.anchoredPrefix()
	}
	return re.prog.prefix, re.prog.complete
}

func (re *Regexp) AppendText(b []byte) ([]byte, error) { return append(b, re.expr...), nil }
func (re *Regexp) MarshalText() ([]byte, error)        { return re.AppendText(nil) }

// UnmarshalText compiles the text.
func (re *Regexp) UnmarshalText(text []byte) error {
	made, err := Compile(string(text))
	if err != nil {
		return err
	}
	*re = *made
	return nil
}

const special = `\.+*?()|[]{}^$`

// QuoteMeta is an expression that matches s itself.
func QuoteMeta(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if strings.IndexByte(special, s[i]) >= 0 {
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func Match(pattern string, b []byte) (matched bool, err error) {
	re, err := Compile(pattern)
	if err != nil {
		return false, err
	}
	return re.Match(b), nil
}

func MatchString(pattern string, s string) (matched bool, err error) {
	re, err := Compile(pattern)
	if err != nil {
		return false, err
	}
	return re.MatchString(s), nil
}

func MatchReader(pattern string, r io.RuneReader) (matched bool, err error) {
	re, err := Compile(pattern)
	if err != nil {
		return false, err
	}
	return re.MatchReader(r), nil
}

// asString is b without a copy; nothing writes to it while the string is in use.
func asString(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// search finds the first match at or after pos with n registers: 0 (only whether there is one), 2
// (where), or all.
func (re *Regexp) search(s string, pos, n int) ([]int, bool) {
	regs, found, ok := backtrack(re.prog, s, pos, n, re.longest)
	if ok {
		return regs, found
	}
	before := rune(-1)
	if pos > 0 {
		before, _ = utf8.DecodeLastRuneInString(s[:pos])
	}
	return side(re.prog, &stringText{s, pos}, before, pos, n, re.longest)
}

func (re *Regexp) registers() int { return 2 * len(re.names) }

func (re *Regexp) searchReader(r io.RuneReader, n int) []int {
	regs, found := side(re.prog, &readerText{r: r}, -1, 0, n, re.longest)
	if !found {
		return nil
	}
	return regs
}

// each calls yield with the matches in s, as the All functions define them: an empty match right
// after another match does not count.
func (re *Regexp) each(s string, n int, yield func(regs []int) bool) {
	end := -1
	for pos := 0; pos <= len(s); {
		regs, found := re.search(s, pos, n)
		if !found {
			return
		}
		empty := regs[0] == regs[1]
		if !empty || regs[0] != end {
			if !yield(regs) {
				return
			}
		}
		end = regs[1]
		pos = end
		if empty {
			_, w := utf8.DecodeRuneInString(s[pos:])
			pos += max(w, 1)
		}
	}
}
