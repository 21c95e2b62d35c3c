package regexp

import (
	"internal/regexp/syntax"
	"unicode/utf8"
)

// anchoredPrefix is LiteralPrefix of an expression that begins with ^ or \A. There is one only
// where each character decides which way to go, as real Go's "one-pass" programs are; where there
// are choices, they must also end with $.
func (p *program) anchoredPrefix() (string, bool) {
	i := &p.insts[p.start]
	w := onePass{p: p, seen: make([]bool, len(p.insts))}
	if i.op != opAssert || !w.check(p.start, i) {
		return "", false
	}
	var text []rune
	for i = &p.insts[i.out]; i.op == opRune && i.c != utf8.RuneError; i = &p.insts[i.out] {
		text = append(text, i.c)
	}
	if len(text) == 0 {
		return "", false
	}
	return string(text), isEnd(i) && p.insts[i.out].op == opMatch
}

func isEnd(i *inst) bool { return i.op == opAssert && syntax.Op(i.arg) == syntax.EndText }

type onePass struct {
	p    *program
	seen []bool
}

// check reports whether from at on there is never a choice between two ways for one character.
// before is the instruction that led to at.
func (w *onePass) check(at int32, before *inst) bool {
	i := &w.p.insts[at]
	if i.op == opMatch {
		return isEnd(before) || w.p.splits == 0 && before.op != opAssert
	}
	if w.seen[at] {
		return true
	}
	w.seen[at] = true
	switch i.op {
	case opFail:
		return true
	case opSplit:
		a, aEnds := w.firsts(i.out, map[int32]bool{})
		b, bEnds := w.firsts(i.arg, map[int32]bool{})
		return !(aEnds && bEnds) && !overlap(a, b) && w.check(i.out, i) && w.check(i.arg, i)
	}
	return w.check(i.out, i)
}

// firsts has the characters that a way from at can begin with, as pairs; ends: it can need none.
// What was seen has been counted.
func (w *onePass) firsts(at int32, seen map[int32]bool) (pairs []rune, ends bool) {
	if seen[at] {
		return nil, false
	}
	seen[at] = true
	switch i := &w.p.insts[at]; i.op {
	case opRune:
		return []rune{i.c, i.c}, false
	case opClass:
		return i.set.pairs, false
	case opMatch:
		return nil, true
	case opFail:
		return nil, false
	case opSplit:
		a, aEnds := w.firsts(i.out, seen)
		b, bEnds := w.firsts(i.arg, seen)
		return append(append([]rune(nil), a...), b...), aEnds || bEnds
	default:
		return w.firsts(i.out, seen)
	}
}

func overlap(a, b []rune) bool {
	for i := 0; i < len(a); i += 2 {
		for k := 0; k < len(b); k += 2 {
			if a[i] <= b[k+1] && b[k] <= a[i+1] {
				return true
			}
		}
	}
	return false
}
