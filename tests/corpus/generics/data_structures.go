// Data structures: heap, tree with iterators, linked list, ring, trie, set algebra, LRU cache, graph.
package main

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
)

type Heap[T any] struct {
	xs   []T
	less func(a, b T) bool
}

func NewHeap[T any](less func(a, b T) bool, xs ...T) *Heap[T] {
	h := &Heap[T]{less: less}
	for _, x := range xs {
		h.Push(x)
	}
	return h
}

func (h *Heap[T]) Push(x T) {
	h.xs = append(h.xs, x)
	for i := len(h.xs) - 1; i > 0; {
		p := (i - 1) / 2
		if !h.less(h.xs[i], h.xs[p]) {
			break
		}
		h.xs[i], h.xs[p] = h.xs[p], h.xs[i]
		i = p
	}
}

func (h *Heap[T]) Pop() (T, bool) {
	var zero T
	n := len(h.xs)
	if n == 0 {
		return zero, false
	}
	top := h.xs[0]
	h.xs[0], h.xs[n-1] = h.xs[n-1], zero
	h.xs = h.xs[:n-1]
	for i := 0; ; {
		c := 2*i + 1
		if c >= len(h.xs) {
			break
		}
		if c+1 < len(h.xs) && h.less(h.xs[c+1], h.xs[c]) {
			c++
		}
		if !h.less(h.xs[c], h.xs[i]) {
			break
		}
		h.xs[c], h.xs[i] = h.xs[i], h.xs[c]
		i = c
	}
	return top, true
}

func (h *Heap[T]) Drain() iter.Seq[T] {
	return func(yield func(T) bool) {
		for {
			x, ok := h.Pop()
			if !ok || !yield(x) {
				return
			}
		}
	}
}

type Tree[K cmp.Ordered, V any] struct {
	root *node[K, V]
	n    int
}

type node[K cmp.Ordered, V any] struct {
	left, right *node[K, V]
	key         K
	value       V
}

func (t *Tree[K, V]) Put(k K, v V) (old V, had bool) {
	at := &t.root
	for *at != nil {
		switch c := cmp.Compare(k, (*at).key); {
		case c < 0:
			at = &(*at).left
		case c > 0:
			at = &(*at).right
		default:
			old, (*at).value = (*at).value, v
			return old, true
		}
	}
	*at = &node[K, V]{key: k, value: v}
	t.n++
	return
}

func (n *node[K, V]) walk(yield func(K, V) bool) bool {
	return n == nil || n.left.walk(yield) && yield(n.key, n.value) && n.right.walk(yield)
}

func (t *Tree[K, V]) All() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) { t.root.walk(yield) }
}

type Set[T comparable] map[T]struct{}

func SetOf[T comparable](xs ...T) Set[T] {
	s := Set[T]{}
	for _, x := range xs {
		s[x] = struct{}{}
	}
	return s
}

func (s Set[T]) And(o Set[T]) Set[T] {
	r := Set[T]{}
	for x := range s {
		if _, ok := o[x]; ok {
			r[x] = struct{}{}
		}
	}
	return r
}

func (s Set[T]) Or(o Set[T]) Set[T] {
	r := maps.Clone(s)
	maps.Copy(r, o)
	return r
}

func Sorted[M ~map[K]V, K cmp.Ordered, V any](m M) []K { return slices.Sorted(maps.Keys(m)) }

type LRU[K comparable, V any] struct {
	cap         int
	m           map[K]*entry[K, V]
	first, last *entry[K, V]
}

type entry[K comparable, V any] struct {
	k          K
	v          V
	prev, next *entry[K, V]
}

func NewLRU[K comparable, V any](n int) *LRU[K, V] {
	return &LRU[K, V]{cap: n, m: make(map[K]*entry[K, V])}
}

func (l *LRU[K, V]) unlink(e *entry[K, V]) {
	if e.prev != nil {
		e.prev.next = e.next
	} else {
		l.first = e.next
	}
	if e.next != nil {
		e.next.prev = e.prev
	} else {
		l.last = e.prev
	}
	e.prev, e.next = nil, nil
}

func (l *LRU[K, V]) front(e *entry[K, V]) {
	e.next = l.first
	if l.first != nil {
		l.first.prev = e
	}
	l.first = e
	if l.last == nil {
		l.last = e
	}
}

var ErrMissing = errors.New("missing")

func (l *LRU[K, V]) Get(k K) (v V, err error) {
	e, ok := l.m[k]
	if !ok {
		return v, fmt.Errorf("%v: %w", k, ErrMissing)
	}
	l.unlink(e)
	l.front(e)
	return e.v, nil
}

func (l *LRU[K, V]) Put(k K, v V) {
	if e, ok := l.m[k]; ok {
		e.v = v
		l.unlink(e)
		l.front(e)
		return
	}
	if len(l.m) == l.cap {
		delete(l.m, l.last.k)
		l.unlink(l.last)
	}
	e := &entry[K, V]{k: k, v: v}
	l.m[k] = e
	l.front(e)
}

func (l *LRU[K, V]) Keys() (ks []K) {
	for e := l.first; e != nil; e = e.next {
		ks = append(ks, e.k)
	}
	return
}

type Trie[V any] struct {
	kids map[rune]*Trie[V]
	v    *V
}

func (t *Trie[V]) Add(s string, v V) {
	for _, r := range s {
		if t.kids == nil {
			t.kids = map[rune]*Trie[V]{}
		}
		if t.kids[r] == nil {
			t.kids[r] = new(Trie[V])
		}
		t = t.kids[r]
	}
	t.v = &v
}

func (t *Trie[V]) Walk(prefix string, visit func(string, V)) {
	if t == nil {
		return
	}
	if t.v != nil {
		visit(prefix, *t.v)
	}
	for _, r := range Sorted(t.kids) {
		t.kids[r].Walk(prefix+string(r), visit)
	}
}

type Graph[N comparable] struct{ edges map[N][]N }

func (g *Graph[N]) Add(from N, to ...N) {
	if g.edges == nil {
		g.edges = make(map[N][]N)
	}
	g.edges[from] = append(g.edges[from], to...)
}

func (g Graph[N]) BFS(from N) iter.Seq2[int, N] {
	return func(yield func(int, N) bool) {
		seen := SetOf(from)
		for depth, level := 0, []N{from}; len(level) > 0; depth++ {
			var next []N
			for _, n := range level {
				if !yield(depth, n) {
					return
				}
				for _, to := range g.edges[n] {
					if _, ok := seen[to]; !ok {
						seen[to] = struct{}{}
						next = append(next, to)
					}
				}
			}
			level = next
		}
	}
}

func main() {
	h := NewHeap(func(a, b int) bool { return a > b }, 5, 2, 9, 1, 7, 7)
	for x := range h.Drain() {
		fmt.Print(x, " ")
		if x == 5 {
			break
		}
	}
	fmt.Println(len(h.xs))
	hs := NewHeap(func(a, b string) bool { return len(a) < len(b) })
	for _, w := range strings.Fields("four a three to") {
		hs.Push(w)
	}
	fmt.Println(slices.Collect(hs.Drain()))

	var t Tree[string, int]
	for i, w := range strings.Fields("the quick brown fox jumps over the lazy dog the end") {
		if old, had := t.Put(w, i); had {
			fmt.Print(w, "@", old, " ")
		}
	}
	fmt.Println(t.n)
	for k, v := range t.All() {
		if k == "lazy" {
			continue
		}
		fmt.Print(k, "=", v, " ")
		if k > "o" {
			break
		}
	}
	fmt.Println()

	a, b := SetOf(1, 2, 3), SetOf(2, 3, 4)
	fmt.Println(Sorted(a.And(b)), Sorted(a.Or(b)), len(a))

	l := NewLRU[string, float64](2)
	l.Put("a", 1)
	l.Put("b", 2)
	fmt.Println(l.Get("a"))
	l.Put("c", 3)
	_, err := l.Get("b")
	fmt.Println(err, errors.Is(err, ErrMissing), l.Keys())
	l.Put("a", 10)
	fmt.Println(l.Keys(), len(l.m))

	var tr Trie[[]int]
	for i, w := range []string{"tea", "ten", "to", "té", "i", "inn", ""} {
		tr.Add(w, []int{i, len(w)})
	}
	tr.Walk("", func(s string, v []int) { fmt.Printf("%q%v ", s, v) })
	fmt.Println()

	var g Graph[[2]int]
	for x := range 3 {
		for y := range 3 {
			g.Add([2]int{x, y}, [2]int{x + 1, y}, [2]int{x, y + 1})
		}
	}
	for d, n := range g.BFS([2]int{1, 1}) {
		if d > 2 {
			break
		}
		fmt.Print(d, n, " ")
	}
	fmt.Println()
}
