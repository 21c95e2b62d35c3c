package strings

import (
	"io"
	"sync"
)

// Replacer replaces many strings at once, in one pass. Of those that are found at the same place the
// one given first is replaced. Goroutines may share a Replacer.
type Replacer struct {
	once   sync.Once
	oldnew []string
	table  *replaceTable
}

// NewReplacer makes a Replacer from pairs of old and new strings. It panics when one is missing.
func NewReplacer(oldnew ...string) *Replacer {
	if len(oldnew)%2 == 1 {
		panic("strings.NewReplacer: odd argument count")
	}
	return &Replacer{oldnew: append([]string(nil), oldnew...)}
}

// Replace returns s with all replacements done.
func (r *Replacer) Replace(s string) string {
	b, changed := r.build().apply(s)
	if !changed {
		return s
	}
	return text(b)
}

// WriteString writes s to w with all replacements done.
func (r *Replacer) WriteString(w io.Writer, s string) (n int, err error) {
	return io.WriteString(w, r.Replace(s))
}

func (r *Replacer) build() *replaceTable {
	r.once.Do(func() {
		r.table = newReplaceTable(r.oldnew)
		r.oldnew = nil
	})
	return r.table
}

// replaceTable finds, at a position, which pair is to be replaced. Pairs are grouped by the first
// byte of the old string, in a trie below it.
type replaceTable struct {
	root  *replaceNode
	first [256]*replaceNode // the root's children
}

// replaceNode stands for the old strings with a common beginning.
type replaceNode struct {
	rank int // of the pair whose old string ends here, the smallest goes first; -1: none
	new  string
	// The children: few at most nodes, so they are searched.
	bytes []byte
	nodes []*replaceNode
}

func newReplaceTable(oldnew []string) *replaceTable {
	t := &replaceTable{root: &replaceNode{rank: -1}}
	for i := 0; i < len(oldnew); i += 2 {
		old := oldnew[i]
		node := t.root
		for j := 0; j < len(old); j++ {
			if j == 0 {
				if t.first[old[0]] == nil {
					t.first[old[0]] = &replaceNode{rank: -1}
				}
				node = t.first[old[0]]
			} else {
				node = node.grow(old[j])
			}
		}
		if node.rank < 0 {
			node.rank = i
			node.new = oldnew[i+1]
		}
	}
	return t
}

func (n *replaceNode) child(c byte) *replaceNode {
	for i, b := range n.bytes {
		if b == c {
			return n.nodes[i]
		}
	}
	return nil
}

func (n *replaceNode) grow(c byte) *replaceNode {
	child := n.child(c)
	if child == nil {
		child = &replaceNode{rank: -1}
		n.bytes = append(n.bytes, c)
		n.nodes = append(n.nodes, child)
	}
	return child
}

// find gives the pair to be replaced at the beginning of s and the length of its old string. The
// empty old string is not looked at when noEmpty is set.
func (t *replaceTable) find(s string, noEmpty bool) (best *replaceNode, length int) {
	if t.root.rank >= 0 && !noEmpty {
		best = t.root
	}
	if s == "" {
		return best, 0
	}
	node := t.first[s[0]]
	for depth := 1; node != nil; depth++ {
		if node.rank >= 0 && (best == nil || node.rank < best.rank) {
			best, length = node, depth
		}
		if depth == len(s) {
			break
		}
		node = node.child(s[depth])
	}
	return best, length
}

// apply makes the replacements; the bytes are valid when something was replaced.
func (t *replaceTable) apply(s string) (b []byte, changed bool) {
	kept := 0
	noEmpty := false // the empty string has just been replaced here
	for i := 0; i <= len(s); {
		if t.root.rank < 0 {
			for i < len(s) && t.first[s[i]] == nil {
				i++
			}
			if i == len(s) {
				break
			}
		}
		node, length := t.find(s[i:], noEmpty)
		noEmpty = node != nil && length == 0
		if node != nil {
			if !changed {
				changed = true
				b = make([]byte, 0, len(s)+len(node.new)+16)
			}
			b = append(b, s[kept:i]...)
			b = append(b, node.new...)
			i += length
			kept = i
			continue
		}
		i++
	}
	if changed {
		b = append(b, s[kept:]...)
	}
	return b, changed
}
