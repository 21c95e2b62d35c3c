package regexp

import (
	"internal/regexp/syntax"
	"slices"
	"unicode"
	"unicode/utf8"
)

// An expression as a program for an automaton, as in Thompson's construction (CACM 1968) and
// Russ Cox's "Regular Expression Matching: the Virtual Machine Approach".

type opcode uint8

const (
	opRune   opcode = iota // takes the character c
	opClass                // takes one of set
	opSplit                // goes on at out, and with less preference at arg
	opSave                 // notes the place in register arg
	opAssert               // goes on where the empty string of kind arg is
	opMatch
	opFail
)

type inst struct {
	op  opcode
	out int32
	arg int32
	c   rune
	set *set
}

// set is a character class, quick for ASCII.
type set struct {
	ascii [utf8.RuneSelf]bool
	pairs []rune
}

func (s *set) has(r rune) bool {
	if uint32(r) < utf8.RuneSelf {
		return s.ascii[r]
	}
	lo, hi := 0, len(s.pairs)/2
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if s.pairs[2*m+1] < r {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo < len(s.pairs)/2 && s.pairs[2*lo] <= r
}

type program struct {
	insts    []inst
	start    int32
	splits   int32 // each split has its number in c
	anchored bool  // every match begins at the beginning of the text
	prefix   string
	complete bool            // the prefix is all of the expression
	first    *[256]bool      // bytes that a match can begin with; nil: no such set
	sets     map[string]*set // by their pairs, while compiling
}

func compile(root *syntax.Node) *program {
	p := &program{sets: map[string]*set{}}
	match := p.add(inst{op: opMatch})
	p.start = p.node(root, match)
	p.sets = nil
	for i := range p.insts {
		if p.insts[i].op == opSplit {
			p.insts[i].c = p.splits
			p.splits++
		}
	}
	p.findPrefix()
	p.findFirst()
	return p
}

func (p *program) add(i inst) int32 {
	p.insts = append(p.insts, i)
	return int32(len(p.insts) - 1)
}

// node adds the code of n, which goes on at next; it returns where it begins.
func (p *program) node(n *syntax.Node, next int32) int32 {
	switch n.Op {
	case syntax.Rune:
		return p.add(inst{op: opRune, c: n.Rune, out: next})
	case syntax.Class:
		if len(n.Class) == 0 {
			return p.add(inst{op: opFail})
		}
		return p.add(inst{op: opClass, set: p.set(n.Class), out: next})
	case syntax.Capture:
		end := p.add(inst{op: opSave, arg: int32(2*n.Cap + 1), out: next})
		return p.add(inst{op: opSave, arg: int32(2 * n.Cap), out: p.node(n.Subs[0], end)})
	case syntax.Concat:
		for _, s := range slices.Backward(n.Subs) {
			next = p.node(s, next)
		}
		return next
	case syntax.Alternate:
		at := p.node(n.Subs[len(n.Subs)-1], next)
		for _, s := range slices.Backward(n.Subs[:len(n.Subs)-1]) {
			at = p.add(inst{op: opSplit, out: p.node(s, next), arg: at})
		}
		return at
	case syntax.Repeat:
		return p.repeat(n, next)
	case syntax.Empty:
		return next
	}
	return p.add(inst{op: opAssert, arg: int32(n.Op), out: next})
}

func (p *program) set(class []rune) *set {
	key := string(class)
	if s := p.sets[key]; s != nil {
		return s
	}
	s := &set{pairs: class}
	for i := 0; i < len(class); i += 2 {
		for c := class[i]; c <= class[i+1] && c < utf8.RuneSelf; c++ {
			s.ascii[c] = true
		}
	}
	p.sets[key] = s
	return s
}

// split prefers sub, or skip if lazy.
func (p *program) split(sub, skip int32, lazy bool) int32 {
	if lazy {
		sub, skip = skip, sub
	}
	return p.add(inst{op: opSplit, out: sub, arg: skip})
}

func (p *program) repeat(n *syntax.Node, next int32) int32 {
	sub, count := n.Subs[0], n.Min
	switch {
	case matchesNothing(n):
		return next
	case matchesNothing(sub):
		return p.split(next, next, false)
	case isEmptyWidth(sub):
		// More than once is the same as once.
		if n.Max < 0 || n.Max > 1 {
			n = &syntax.Node{Op: syntax.Repeat, Min: min(n.Min, 1), Max: 1, Lazy: n.Lazy, Subs: n.Subs}
			count = n.Min
		}
		if n.Max == 1 && count == 0 {
			next = p.split(p.node(sub, next), next, n.Lazy)
		}
	case n.Max < 0 && count == 0 && canBeEmpty(sub):
		// As (x+)?, so that x may match nothing once.
		next = p.split(p.plus(sub, next, n.Lazy), next, n.Lazy)
	case n.Max < 0 && count == 0:
		loop := p.split(0, next, n.Lazy)
		body := p.node(sub, loop)
		if n.Lazy {
			p.insts[loop].arg = body
		} else {
			p.insts[loop].out = body
		}
		return loop
	case n.Max < 0:
		next = p.plus(sub, next, n.Lazy)
		count--
	default:
		skip := next
		for i := n.Min; i < n.Max; i++ {
			next = p.split(p.node(sub, next), skip, n.Lazy)
		}
	}
	for range count {
		next = p.node(sub, next)
	}
	return next
}

func (p *program) plus(sub *syntax.Node, next int32, lazy bool) int32 {
	loop := p.split(0, next, lazy)
	body := p.node(sub, loop)
	if lazy {
		p.insts[loop].arg = body
	} else {
		p.insts[loop].out = body
	}
	return body
}

// matchesNothing reports whether n is the empty expression, however it is written.
func matchesNothing(n *syntax.Node) bool {
	switch n.Op {
	case syntax.Empty:
		return true
	case syntax.Repeat:
		// With two optional ones LiteralPrefix sees a choice.
		return n.Max == 0 || n.Max-n.Min < 2 && matchesNothing(n.Subs[0])
	}
	return false
}

// isEmptyWidth reports whether n is a place in the text, or nothing.
func isEmptyWidth(n *syntax.Node) bool {
	switch n.Op {
	case syntax.Empty, syntax.BeginLine, syntax.EndLine, syntax.BeginText, syntax.EndText, syntax.WordEdge, syntax.NoWordEdge:
		return true
	}
	return false
}

func canBeEmpty(n *syntax.Node) bool {
	switch n.Op {
	case syntax.Rune, syntax.Class:
		return false
	case syntax.Capture:
		return canBeEmpty(n.Subs[0])
	case syntax.Repeat:
		return n.Min == 0 || canBeEmpty(n.Subs[0])
	case syntax.Concat:
		for _, s := range n.Subs {
			if !canBeEmpty(s) {
				return false
			}
		}
		return true
	case syntax.Alternate:
		return slices.ContainsFunc(n.Subs, canBeEmpty)
	}
	return true
}

// skipSaves is the first instruction from at on that is not a register's.
func (p *program) skipSaves(at int32) *inst {
	i := &p.insts[at]
	for i.op == opSave {
		i = &p.insts[i.out]
	}
	return i
}

func (p *program) findPrefix() {
	i := p.skipSaves(p.start)
	if i.op == opAssert && syntax.Op(i.arg) == syntax.BeginText {
		p.anchored = true
		return
	}
	p.prefix, i = p.literal(i)
	p.complete = i.op == opMatch
}

// literal is the text that a match has from i on, and what comes after it.
func (p *program) literal(i *inst) (string, *inst) {
	var text []rune
	for i.op == opRune && i.c != utf8.RuneError {
		text = append(text, i.c)
		i = p.skipSaves(i.out)
	}
	return string(text), i
}

// findFirst finds the bytes that a match can begin with, unless one can be empty.
func (p *program) findFirst() {
	if p.anchored || p.prefix != "" {
		return
	}
	var first [256]bool
	seen := make([]bool, len(p.insts))
	var walk func(at int32) bool
	walk = func(at int32) bool {
		for !seen[at] {
			seen[at] = true
			i := &p.insts[at]
			switch i.op {
			case opMatch:
				return false
			case opFail:
				return true
			case opRune:
				addFirst(&first, i.c, i.c)
				return true
			case opClass:
				for k := 0; k < len(i.set.pairs); k += 2 {
					addFirst(&first, i.set.pairs[k], i.set.pairs[k+1])
				}
				return true
			case opSplit:
				if !walk(i.arg) {
					return false
				}
			}
			at = i.out
		}
		return true
	}
	if walk(p.start) {
		p.first = &first
	}
}

// addFirst adds the first bytes of characters; a broken one reads as RuneError.
func addFirst(first *[256]bool, lo, hi rune) {
	for c := lo; c <= hi && c < utf8.RuneSelf; c++ {
		first[c] = true
	}
	if hi < utf8.RuneSelf {
		return
	}
	if lo <= utf8.RuneError && utf8.RuneError <= hi {
		for b := utf8.RuneSelf; b < 256; b++ {
			first[b] = true
		}
		return
	}
	lead := func(r rune) int {
		var buf [utf8.UTFMax]byte
		utf8.EncodeRune(buf[:], r)
		return int(buf[0])
	}
	// A surrogate is never in a text; its neighbours' first byte is the same.
	from, to := lead(max(lo, utf8.RuneSelf)), lead(min(hi, unicode.MaxRune))
	for b := from; b <= to; b++ {
		first[b] = true
	}
}

// isWord is the \w of \b.
func isWord(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '_'
}

// holds reports whether the empty string of this kind is between two characters; -1 is the text's
// beginning or end.
func holds(kind int32, before, after rune) bool {
	switch syntax.Op(kind) {
	case syntax.BeginText:
		return before < 0
	case syntax.EndText:
		return after < 0
	case syntax.BeginLine:
		return before < 0 || before == '\n'
	case syntax.EndLine:
		return after < 0 || after == '\n'
	case syntax.WordEdge:
		return isWord(before) != isWord(after)
	case syntax.NoWordEdge:
		return isWord(before) == isWord(after)
	}
	return false
}
