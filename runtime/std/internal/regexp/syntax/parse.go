package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Flags of the dialect, and those that an expression can set.
type flags uint8

const (
	fold flags = 1 << iota
	dotNewline
	multiLine
	lazy
	perl
)

// group is an open parenthesis and what was read after it.
type group struct {
	done   []*Node // alternatives before the last |
	now    []*Node
	number int // of the capture; 0: none
	outer  flags
}

type parser struct {
	whole  string
	rest   string
	flags  flags
	groups []group
	names  []string // of captures, from 1
}

// Result is an expression that was read.
type Result struct {
	Root  *Node
	Names []string // of captures; the first is the whole expression's
}

// Parse reads an expression in Perl's or, if posix, in egrep's dialect.
func Parse(text string, posix bool) (*Result, error) {
	p := &parser{whole: text, rest: text, groups: make([]group, 1, 8), names: []string{""}}
	if posix {
		p.flags = multiLine
	} else {
		p.flags = perl
	}
	if err := p.run(); err != nil {
		return nil, err
	}
	if len(p.groups) > 1 {
		return nil, &Error{ErrMissingParen, text}
	}
	root := p.close()
	if root.height > maxHeight {
		return nil, &Error{ErrNestingDepth, text}
	}
	if root.size > maxSize {
		return nil, &Error{ErrLarge, text}
	}
	return &Result{root, p.names}, nil
}

func (p *parser) top() *group { return &p.groups[len(p.groups)-1] }

func (p *parser) push(n *Node) {
	g := p.top()
	g.now = append(g.now, n)
}

// close makes one node of the innermost group.
func (p *parser) close() *Node {
	g := p.top()
	return alternate(append(g.done, concat(g.now)))
}

func (p *parser) run() error {
	// Where the operator before this one began, if there was one.
	operator := ""
	for p.rest != "" {
		before := p.rest
		isOperator := false
		var err error
		switch c := p.rest[0]; {
		case c == '(':
			if p.flags&perl != 0 && len(p.rest) > 1 && p.rest[1] == '?' {
				err = p.perlGroup()
				break
			}
			p.rest = p.rest[1:]
			p.open("", true)
		case c == '|':
			p.rest = p.rest[1:]
			g := p.top()
			g.done = append(g.done, concat(g.now))
			g.now = g.now[:0]
		case c == ')':
			err = p.closeParen()
		case c == '^':
			p.rest = p.rest[1:]
			p.push(leaf(p.lineOp(BeginText, BeginLine)))
		case c == '$':
			p.rest = p.rest[1:]
			p.push(leaf(p.lineOp(EndText, EndLine)))
		case c == '.':
			p.rest = p.rest[1:]
			if p.flags&dotNewline != 0 {
				p.push(classNode([]rune{0, unicode.MaxRune}))
			} else {
				p.push(classNode([]rune{0, '\n' - 1, '\n' + 1, unicode.MaxRune}))
			}
		case c == '[':
			err = p.class()
		case c == '*' || c == '+' || c == '?':
			p.rest = p.rest[1:]
			lo, hi := 0, -1
			if c == '+' {
				lo = 1
			} else if c == '?' {
				hi = 1
			}
			err = p.repetition(before, operator, lo, hi)
			isOperator = true
		case c == '{':
			lo, hi, rest, ok := bounds(p.rest)
			if !ok {
				p.rest = p.rest[1:]
				p.literal('{')
				break
			}
			p.rest = rest
			if lo < 0 || lo > maxRepeat || hi > maxRepeat || hi == tooMany || hi >= 0 && lo > hi {
				return &Error{ErrInvalidRepeatSize, before[:len(before)-len(rest)]}
			}
			err = p.repetition(before, operator, lo, hi)
			isOperator = true
		case c == '\\':
			err = p.backslash()
		default:
			var r rune
			if r, err = p.next(); err == nil {
				p.literal(r)
			}
		}
		if err != nil {
			return err
		}
		operator = ""
		if isOperator {
			operator = before
		}
	}
	return nil
}

func (p *parser) lineOp(text, line Op) Op {
	if p.flags&multiLine != 0 {
		return line
	}
	return text
}

// next takes a character.
func (p *parser) next() (rune, error) {
	r, n := utf8.DecodeRuneInString(p.rest)
	if r == utf8.RuneError && n == 1 {
		return 0, &Error{ErrInvalidUTF8, p.rest}
	}
	p.rest = p.rest[n:]
	return r, nil
}

func (p *parser) literal(r rune) {
	if p.flags&fold != 0 && unicode.SimpleFold(r) != r {
		var b classBuilder
		b.addFolded(r, r)
		p.push(classNode(b.done()))
		return
	}
	p.push(runeNode(r))
}

func (p *parser) open(name string, captures bool) {
	g := group{outer: p.flags}
	if captures {
		g.number = len(p.names)
		p.names = append(p.names, name)
	}
	p.groups = append(p.groups, g)
}

func (p *parser) closeParen() error {
	if len(p.groups) == 1 {
		return &Error{ErrUnexpectedParen, p.whole}
	}
	n, g := p.close(), p.top()
	if g.number > 0 {
		n = capture(n, g.number)
	}
	p.flags = g.outer
	p.groups = p.groups[:len(p.groups)-1]
	p.rest = p.rest[1:]
	p.push(n)
	return p.tooDeep(n)
}

func (p *parser) tooDeep(n *Node) error {
	if n.height > maxHeight {
		return &Error{ErrNestingDepth, p.whole}
	}
	if n.size > maxSize {
		return &Error{ErrLarge, p.whole}
	}
	return nil
}

// repetition applies an operator that began at before to what was read last.
func (p *parser) repetition(before, operator string, lo, hi int) error {
	isLazy := p.flags&lazy != 0
	if p.flags&perl != 0 {
		if strings.HasPrefix(p.rest, "?") {
			p.rest = p.rest[1:]
			isLazy = !isLazy
		}
		if operator != "" {
			return &Error{ErrInvalidRepeatOp, operator[:len(operator)-len(p.rest)]}
		}
	}
	g := p.top()
	text := before[:len(before)-len(p.rest)]
	if len(g.now) == 0 {
		return &Error{ErrMissingRepeatArgument, text}
	}
	last := &g.now[len(g.now)-1]
	*last = repeat(*last, lo, hi, isLazy)
	if (lo >= 2 || hi >= 2) && !fitsRepeat(*last, maxRepeat) {
		return &Error{ErrInvalidRepeatSize, text}
	}
	return p.tooDeep(*last)
}

// A count that no repetition may have.
const tooMany = maxRepeat + 1

// bounds reads {n}, {n,} or {n,m}; hi is -1 without a limit.
func bounds(s string) (lo, hi int, rest string, ok bool) {
	s = s[1:]
	if lo, s, ok = number(s); !ok || s == "" {
		return 0, 0, "", false
	}
	hi = lo
	if s[0] == ',' {
		s = s[1:]
		if s == "" {
			return 0, 0, "", false
		}
		if s[0] == '}' {
			hi = -1
		} else if hi, s, ok = number(s); !ok {
			return 0, 0, "", false
		}
	}
	if s == "" || s[0] != '}' {
		return 0, 0, "", false
	}
	return lo, hi, s[1:], true
}

// number reads digits without needless zeros in front; what is too big is tooMany.
func number(s string) (n int, rest string, ok bool) {
	i := 0
	for ; i < len(s) && '0' <= s[i] && s[i] <= '9'; i++ {
		n = min(n*10+int(s[i]-'0'), tooMany)
	}
	if i == 0 || s[0] == '0' && i > 1 {
		return 0, s, false
	}
	return n, s[i:], true
}

// perlGroup reads what begins with "(?".
func (p *parser) perlGroup() error {
	start := p.rest
	text := func(rest string) string { return start[:len(start)-len(rest)] }
	prefix := len("(?<")
	if strings.HasPrefix(start, "(?P<") {
		prefix++
	}
	if prefix == len("(?P<") || strings.HasPrefix(start, "(?<") {
		end := strings.IndexByte(start, '>')
		if end < 0 {
			if err := wellFormed(start); err != nil {
				return err
			}
			return &Error{ErrInvalidNamedCapture, start}
		}
		name := start[prefix:end]
		if err := wellFormed(name); err != nil {
			return err
		}
		if !isName(name) {
			return &Error{ErrInvalidNamedCapture, start[:end+1]}
		}
		p.rest = start[end+1:]
		p.open(name, true)
		return nil
	}
	p.rest = start[len("(?"):]
	now, minus, some := p.flags, false, false
	for p.rest != "" {
		c, err := p.next()
		if err != nil {
			return err
		}
		var bit flags
		switch c {
		case 'i':
			bit = fold
		case 'm':
			bit = multiLine
		case 's':
			bit = dotNewline
		case 'U':
			bit = lazy
		case '-':
			if minus {
				return &Error{ErrInvalidPerlOp, text(p.rest)}
			}
			minus, some = true, false
			continue
		case ':', ')':
			if minus && !some {
				return &Error{ErrInvalidPerlOp, text(p.rest)}
			}
			if c == ':' {
				p.open("", false)
			}
			p.flags = now
			return nil
		default:
			return &Error{ErrInvalidPerlOp, text(p.rest)}
		}
		some = true
		if minus {
			now &^= bit
		} else {
			now |= bit
		}
	}
	return &Error{ErrInvalidPerlOp, start}
}

func wellFormed(s string) error {
	for i, r := range s {
		if r == utf8.RuneError {
			if _, n := utf8.DecodeRuneInString(s[i:]); n == 1 {
				return &Error{ErrInvalidUTF8, s}
			}
		}
	}
	return nil
}

func isName(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] != '_' && !isAlnum(s[i]) {
			return false
		}
	}
	return s != ""
}

func isAlnum(c byte) bool {
	return '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z'
}
