package regexp

import (
	"io"
	"unicode/utf8"
)

// pike runs all ways of a program side by side, a character at a time, as Rob Pike's sam does: it
// needs no notes about the text and reads it once.
type pike struct {
	p       *program
	longest bool
	now     queue
	next    queue
	free    [][]int
	n       int // registers
	best    []int
	matched bool
}

// queue has threads in the order of preference, each instruction once.
type queue struct {
	threads []thread
	place   []uint32 // by pc; valid when threads there has that pc
}

type thread struct {
	pc   int32
	live bool // otherwise the instruction only led to others
	regs []int
}

func (q *queue) has(pc int32) bool {
	i := q.place[pc]
	return int(i) < len(q.threads) && q.threads[i].pc == pc
}

// text gives characters one by one.
type text interface {
	// next is the character and its length; -1 at the end.
	next() (rune, int)
}

type stringText struct {
	s   string
	pos int
}

func (t *stringText) next() (rune, int) {
	if t.pos >= len(t.s) {
		return -1, 0
	}
	r, w := utf8.DecodeRuneInString(t.s[t.pos:])
	t.pos += w
	return r, w
}

type readerText struct {
	r     io.RuneReader
	ended bool
}

func (t *readerText) next() (rune, int) {
	if t.ended {
		return -1, 0
	}
	r, w, err := t.r.ReadRune()
	if err != nil {
		t.ended = true
		return -1, 0
	}
	return r, w
}

// side runs p over the text, which begins at pos; before is the character in front of it.
func side(p *program, t text, before rune, pos, n int, longest bool) (regs []int, found bool) {
	m := &pike{p: p, longest: longest, n: n, best: sized(nil, n)}
	m.now.place = make([]uint32, len(p.insts))
	m.next.place = make([]uint32, len(p.insts))
	after, width := t.next()
	for {
		if !m.matched && !(p.anchored && pos > 0) {
			// A match may begin here, with less preference than those that began before.
			regs := m.regs()
			if n > 0 {
				regs[0] = pos
			}
			m.add(&m.now, p.start, pos, regs, before, after)
			m.release(regs)
		}
		if len(m.now.threads) == 0 && (m.matched || p.anchored) {
			break
		}
		nextPos, c := pos+width, after
		if c >= 0 {
			after, width = t.next()
		}
		if m.step(c, pos, nextPos, after) || c < 0 {
			break
		}
		before, pos = c, nextPos
	}
	return m.best, m.matched
}

func (m *pike) regs() []int {
	if k := len(m.free); k > 0 {
		r := m.free[k-1]
		m.free = m.free[:k-1]
		for i := range r {
			r[i] = -1
		}
		return r
	}
	return sized(nil, m.n)
}

func (m *pike) release(regs []int) {
	if regs != nil {
		m.free = append(m.free, regs)
	}
}

// step moves all threads over c, the character at pos. It reports that nothing can change the
// result any more.
func (m *pike) step(c rune, pos, nextPos int, after rune) (over bool) {
	m.next.threads = m.next.threads[:0]
	for k := range m.now.threads {
		t := &m.now.threads[k]
		if !t.live {
			continue
		}
		i := &m.p.insts[t.pc]
		switch {
		case m.longest && m.matched && m.n > 0 && m.best[0] < t.regs[0]:
			// It began after a match.
		case i.op == opMatch:
			if m.longest && m.matched && m.n > 0 && m.best[1] >= pos {
				break
			}
			m.matched = true
			copy(m.best, t.regs)
			if m.n > 0 {
				m.best[1] = pos
			}
			if m.n == 0 {
				return true
			}
			if !m.longest {
				// What follows is preferred less.
				for _, t := range m.now.threads[k:] {
					m.release(t.regs)
				}
				m.now.threads = m.now.threads[:0]
				m.now, m.next = m.next, m.now
				return false
			}
		case c < 0:
		case i.op == opRune && i.c == c, i.op == opClass && i.set.has(c):
			m.add(&m.next, i.out, nextPos, t.regs, c, after)
		}
		m.release(t.regs)
	}
	m.now, m.next = m.next, m.now
	return false
}

// add enters pc and where it leads without a character.
func (m *pike) add(q *queue, pc int32, pos int, regs []int, before, after rune) {
	for !q.has(pc) {
		q.place[pc] = uint32(len(q.threads))
		q.threads = append(q.threads, thread{pc: pc})
		i := &m.p.insts[pc]
		switch i.op {
		case opSplit:
			m.add(q, i.out, pos, regs, before, after)
			pc = i.arg
			continue
		case opSave:
			if int(i.arg) < m.n {
				old := regs[i.arg]
				regs[i.arg] = pos
				m.add(q, i.out, pos, regs, before, after)
				regs[i.arg] = old
				return
			}
		case opAssert:
			if !holds(i.arg, before, after) {
				return
			}
		case opFail:
			return
		default:
			own := m.regs()
			copy(own, regs)
			q.threads[q.place[pc]] = thread{pc, true, own}
			return
		}
		pc = i.out
	}
}
