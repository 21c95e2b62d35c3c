package main

type number interface {
	~int | ~int64 | float64
}

type list[T any] struct {
	head *cell[T]
	n    int
}

type cell[T any] struct {
	val  T
	next *cell[T]
}

type pair[K comparable, V any] struct {
	key K
	val V
}

type set[T comparable] map[T]struct{}

type named = list[string]

type vec[T any] = []T

func (l *list[T]) push(v T) *list[T] {
	l.head = &cell[T]{v, l.head}
	l.n++
	return l
}

func (s set[E]) has(e E) bool { _, ok := s[e]; return ok }

func (l *list[T]) each(f func(T) bool) {
	for c := l.head; c != nil && f(c.val); c = c.next {
	}
}

func sum[T number](xs ...T) (t T) {
	for _, x := range xs {
		t += x
	}
	return t * 2
}

func apply[S ~[]E, E, R any](s S, f func(E) R) []R {
	out := make([]R, 0, len(s))
	for i := range s {
		out = append(out, f(s[i]))
	}
	return out
}

func find[K comparable, M interface{ ~map[K]V }, V any](m M, k K) (pair[K, V], error) {
	var p pair[K, V]
	if v, ok := m[k]; ok {
		p = pair[K, V]{key: k, val: v}
	}
	return p, nil
}

type cloner[T any] interface {
	clone() T
}

func twice[T cloner[T]](x T) [2]T { return [2]T{x.clone(), x} }

type num int

func (n num) clone() num { return n + 1 }

func convert[To, From number](f From) To { return To(f) }

func zero[P interface{ *T }, T any](p P) {
	var t T
	*p = t
	switch any(t).(type) {
	case int, vec[int]:
	}
}

func main() {
	var l named
	l.push("a").each(func(s string) bool { return s != "" })
	x := sum(1, 2, 3)
	y := sum[float64](1, 2.5)
	_ = apply([]int{x}, func(i int) string { return string(rune(i)) })
	p, err := find(map[string]num{"k": 1}, "k")
	_, _ = twice(p.val), err
	g := convert[int, float64]
	x = g(y)
	zero(&x)
	var s set[pair[int, bool]]
	_ = s.has(pair[int, bool]{1, true})
	var f func([]string, func(string) int) []int = apply
	_ = f
}
