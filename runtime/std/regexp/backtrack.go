package regexp

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// backtracker tries the ways of a program in the order of preference. It notes at which place of
// the text it was at which split and never goes that way again, so its time is linear in the
// text's length; the notes are what limits it.
type backtracker struct {
	p       *program
	s       string
	longest bool
	jobs    []job
	seen    []uint64 // a bit for (place - base) * splits + split
	base    int
	reach   int // places from base to here have notes, at most
	regs    []int
	best    []int
	matched bool
}

// job is a way to try, or what a register is to become again.
type job struct {
	pc  int32 // or ^register
	pos int
}

// maxSeen bounds the notes, in bits.
const maxSeen = 1 << 23

var backtrackers = sync.Pool{New: func() any { return new(backtracker) }}

// backtrack looks for the first match at or after pos. With n registers it returns them; ok is
// false when the notes would be too big.
func backtrack(p *program, s string, pos, n int, longest bool) (regs []int, found, ok bool) {
	b := backtrackers.Get().(*backtracker)
	b.p, b.s, b.longest, b.matched = p, s, longest, false
	b.base, b.reach = pos, pos
	b.regs = sized(b.regs, n)
	b.best = sized(b.best, n)
	ok = b.search(pos)
	if b.matched && n > 0 {
		regs = append([]int(nil), b.best...)
	}
	found = b.matched
	b.forget()
	b.s, b.p = "", nil
	backtrackers.Put(b)
	return regs, found, ok
}

// sized is a slice of n unset registers.
func sized(regs []int, n int) []int {
	if cap(regs) < n {
		regs = make([]int, n)
	}
	regs = regs[:n]
	for i := range regs {
		regs[i] = -1
	}
	return regs
}

// forget clears the notes.
func (b *backtracker) forget() {
	words := min((b.reach-b.base+1)*int(b.p.splits)/64+1, len(b.seen))
	clear(b.seen[:words])
}

func (b *backtracker) search(pos int) bool {
	p, s := b.p, b.s
	if p.anchored {
		return pos > 0 || b.from(0)
	}
	for ; pos <= len(s); pos++ {
		if p.prefix != "" {
			i := strings.Index(s[pos:], p.prefix)
			if i < 0 {
				return true
			}
			pos += i
		} else if first := p.first; first != nil {
			for pos < len(s) && !first[s[pos]] {
				pos++
			}
			if pos == len(s) {
				return true
			}
		}
		if b.reach < pos {
			b.forget()
			b.base, b.reach = pos, pos
		}
		if ok := b.from(pos); !ok || b.matched {
			return ok
		}
		if pos < len(s) && s[pos] >= utf8.RuneSelf {
			_, w := utf8.DecodeRuneInString(s[pos:])
			pos += w - 1
		}
	}
	return true
}

// from tries to match at pos.
func (b *backtracker) from(start int) bool {
	p, s, n := b.p, b.s, len(b.regs)
	insts := p.insts
	b.jobs = append(b.jobs[:0], job{p.start, start})
	for len(b.jobs) > 0 {
		last := len(b.jobs) - 1
		pc, pos := b.jobs[last].pc, b.jobs[last].pos
		b.jobs = b.jobs[:last]
		if pc < 0 {
			b.regs[^pc] = pos
			continue
		}
	way:
		for {
			i := &insts[pc]
			switch i.op {
			case opRune:
				if pos >= len(s) {
					break way
				}
				if c := s[pos]; c < utf8.RuneSelf {
					if rune(c) != i.c {
						break way
					}
					pos++
				} else {
					r, w := utf8.DecodeRuneInString(s[pos:])
					if r != i.c {
						break way
					}
					pos += w
				}
			case opClass:
				if pos >= len(s) {
					break way
				}
				if c := s[pos]; c < utf8.RuneSelf {
					if !i.set.ascii[c] {
						break way
					}
					pos++
				} else {
					r, w := utf8.DecodeRuneInString(s[pos:])
					if !i.set.has(r) {
						break way
					}
					pos += w
				}
			case opSplit:
				bit := (pos-b.base)*int(p.splits) + int(i.c)
				word := bit >> 6
				if word >= len(b.seen) {
					if bit > maxSeen {
						b.matched = false
						return false
					}
					b.seen = append(b.seen, make([]uint64, word+64)...)
				}
				if b.seen[word]>>(bit&63)&1 != 0 {
					break way
				}
				b.seen[word] |= 1 << (bit & 63)
				if pos > b.reach {
					b.reach = pos
				}
				b.jobs = append(b.jobs, job{i.arg, pos})
			case opSave:
				if int(i.arg) < n {
					b.jobs = append(b.jobs, job{^i.arg, b.regs[i.arg]})
					b.regs[i.arg] = pos
				}
			case opAssert:
				if !b.holds(i.arg, pos) {
					break way
				}
			case opMatch:
				if !b.longest || n == 0 || !b.matched || pos > b.best[1] {
					b.matched = true
					copy(b.best, b.regs)
					if n > 0 {
						b.best[0], b.best[1] = start, pos
					}
				}
				if !b.longest || n == 0 || pos == len(s) {
					return true
				}
				break way
			case opFail:
				break way
			}
			pc = i.out
		}
	}
	return true
}

func (b *backtracker) holds(kind int32, pos int) bool {
	before, after := rune(-1), rune(-1)
	if pos > 0 {
		before = rune(b.s[pos-1])
	}
	if pos < len(b.s) {
		after = rune(b.s[pos])
	}
	// The bytes of other characters are like none that the empty strings ask for.
	return holds(kind, before, after)
}
