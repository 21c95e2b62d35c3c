package main

import (
	"cmp"
	"fmt"
	"iter"
	"strings"
)

type node[K cmp.Ordered, V any] struct {
	key         K
	val         V
	left, right *node[K, V]
}

type Map[K cmp.Ordered, V any] struct {
	root *node[K, V]
	n    int
}

func (m *Map[K, V]) Set(k K, v V) {
	p := &m.root
	for *p != nil {
		switch c := cmp.Compare(k, (*p).key); {
		case c < 0:
			p = &(*p).left
		case c > 0:
			p = &(*p).right
		default:
			(*p).val = v
			return
		}
	}
	*p = &node[K, V]{key: k, val: v}
	m.n++
}

func (m *Map[K, V]) Get(k K) (v V, ok bool) {
	for n := m.root; n != nil; {
		switch c := cmp.Compare(k, n.key); {
		case c < 0:
			n = n.left
		case c > 0:
			n = n.right
		default:
			return n.val, true
		}
	}
	return
}

func (m *Map[K, V]) All() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) { m.root.walk(yield) }
}

func (n *node[K, V]) walk(yield func(K, V) bool) bool {
	return n == nil || n.left.walk(yield) && yield(n.key, n.val) && n.right.walk(yield)
}

func (m *Map[K, V]) Len() int { return m.n }

func main() {
	var m Map[string, int]
	for i, w := range strings.Fields("the quick brown fox jumps over the lazy dog") {
		m.Set(w, i)
	}
	for k, v := range m.All() {
		if k == "quick" {
			break
		}
		fmt.Print(k, "=", v, " ")
	}
	fmt.Println(m.Len())
	fmt.Println(m.Get("fox"))
	fmt.Println(m.Get("cat"))
	var f Map[float64, []string]
	f.Set(2.5, []string{"a"})
	fmt.Printf("%T %v\n", f, f.Len())
}
