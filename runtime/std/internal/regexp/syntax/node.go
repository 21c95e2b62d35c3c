package syntax

import "slices"

// Op is a node's kind.
type Op uint8

const (
	Empty      Op = iota
	Rune          // one character, Node.Rune
	Class         // one of Node.Class
	BeginLine     // the empty strings; no fields
	EndLine       //
	BeginText     //
	EndText       //
	WordEdge      //
	NoWordEdge    //
	Capture       // Subs[0], group number Cap
	Repeat        // Subs[0], Min to Max times; Max < 0: no limit
	Concat        // all Subs
	Alternate     // one of Subs, the first preferred
)

// Node is a part of an expression.
type Node struct {
	Op    Op
	Lazy  bool // of Repeat: prefers fewer
	Rune  rune
	Cap   int
	Min   int
	Max   int
	Class []rune // ascending, disjoint pairs: low, high
	Subs  []*Node

	height int   // of the tree, as the limit counts it
	size   int64 // instructions that it will need, about
}

// Limits of an expression: the tree's height, instructions, and what counted repetitions multiply to.
const (
	maxHeight = 1000
	maxSize   = 128 << 20 / 40
	maxRepeat = 1000
)

func leaf(op Op) *Node { return &Node{Op: op, height: 1, size: 1} }

func runeNode(r rune) *Node { return &Node{Op: Rune, Rune: r, height: 1, size: 1} }

func classNode(class []rune) *Node { return &Node{Op: Class, Class: class, height: 1, size: 1} }

func capture(sub *Node, number int) *Node {
	return &Node{Op: Capture, Cap: number, Subs: []*Node{sub}, height: sub.height + 1, size: sub.size + 2}
}

func repeat(sub *Node, min, max int, lazy bool) *Node {
	n := &Node{Op: Repeat, Min: min, Max: max, Lazy: lazy, Subs: []*Node{sub}, height: sub.height + 1}
	switch {
	case max < 0:
		n.size = int64(min)*sub.size + 2
		if min > 0 {
			n.size--
		}
	default:
		n.size = int64(max)*sub.size + int64(max-min)
	}
	n.size = max1(n.size)
	return n
}

func max1(n int64) int64 { return max(n, 1) }

// concat joins nodes; a run of characters counts as one text.
func concat(subs []*Node) *Node {
	switch len(subs) {
	case 0:
		return leaf(Empty)
	case 1:
		return subs[0]
	}
	n := &Node{Op: Concat, Subs: append([]*Node(nil), subs...)}
	parts := 0
	for i, s := range subs {
		n.size += s.size
		n.height = max(n.height, s.height)
		if i == 0 || s.Op != Rune || subs[i-1].Op != Rune {
			parts++
		}
	}
	if parts > 1 {
		n.height++
	}
	return n
}

// alternate joins nodes of which one is to match; single characters become a class.
func alternate(subs []*Node) *Node {
	if len(subs) == 1 {
		return subs[0]
	}
	if prefix := commonPrefix(subs); len(prefix) > 0 {
		rest := make([]*Node, len(subs))
		for i, s := range subs {
			rest[i] = concat(parts(s)[len(prefix):])
		}
		return concat(append(append([]*Node(nil), prefix...), parts(alternate(rest))...))
	}
	subs = slices.CompactFunc(subs, func(a, b *Node) bool { return a.Op == Empty && b.Op == Empty })
	if len(subs) == 1 {
		return subs[0]
	}
	n := &Node{Op: Alternate, Subs: subs}
	single := true
	for _, s := range subs {
		n.size += s.size + 1
		n.height = max(n.height, s.height)
		single = single && (s.Op == Rune || s.Op == Class)
	}
	n.height++
	if !single {
		return n
	}
	var b classBuilder
	for _, s := range subs {
		if s.Op == Rune {
			b.add(s.Rune, s.Rune)
		} else {
			b.addClass(s.Class)
		}
	}
	class := b.done()
	if len(class) == 2 && class[0] == class[1] {
		return runeNode(class[0])
	}
	return classNode(class)
}

// parts has what a node is a sequence of.
func parts(n *Node) []*Node {
	switch n.Op {
	case Concat:
		return n.Subs
	case Empty:
		return nil
	}
	return []*Node{n}
}

// commonPrefix has the characters that all alternatives begin with.
func commonPrefix(subs []*Node) []*Node {
	prefix := parts(subs[0])
	for i, n := range prefix {
		if n.Op != Rune {
			prefix = prefix[:i]
			break
		}
	}
	for _, s := range subs[1:] {
		p := parts(s)
		n := 0
		for n < len(prefix) && n < len(p) && p[n].Op == Rune && p[n].Rune == prefix[n].Rune {
			n++
		}
		prefix = prefix[:n]
	}
	return prefix
}

// fitsRepeat reports whether counted repetitions in n multiply to at most limit.
func fitsRepeat(n *Node, limit int) bool {
	if n.Op == Repeat && !simpleRepeat(n) {
		m := n.Max
		if m == 0 {
			return true
		}
		if m < 0 {
			m = n.Min
		}
		if m > limit {
			return false
		}
		if m > 0 {
			limit /= m
		}
	}
	for _, s := range n.Subs {
		if !fitsRepeat(s, limit) {
			return false
		}
	}
	return true
}

// simpleRepeat reports whether n is written with *, + or ?.
func simpleRepeat(n *Node) bool {
	return n.Max < 0 && n.Min <= 1 || n.Max == 1 && n.Min == 0
}
