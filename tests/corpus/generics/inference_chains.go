// Type arguments that follow from others through constraints, several steps far, whatever order the
// parameters stand in and whatever the constraint is made of.
package main

import "fmt"

func down[A []B, B []C, C []D, D []E, E any](e E) A { return A{B{C{D{e}}}} }
func up[E any, D []E, C []D, B []C, A []B](e E) A   { return A{B{C{D{e}}}} }
func zigzag[C []D, A []B, E any, B []C, D []E](e E) A {
	return A{B{C{D{e}}}}
}

func composed[M map[K]F, K [2]N, F func(P) S, P *N, S struct{ V Q }, Q chan N, N comparable](n N) (m M, k K, p P, s S) {
	k[1], p = n, &n
	q := make(Q, 1)
	q <- n
	s = S{q}
	m = M{k: func(q P) S { return s }}
	return
}

// Two ways lead to one parameter, and one parameter to two others.
func diamond[T any, L []T, R []T, B map[string]func(L) R](t T) (B, L, R) {
	b := B{"id": func(l L) R { return R(l) }}
	return b, L{t}, b["id"](L{t, t})
}

// Known from the other end, and from the middle.
func last[A ~[]B, B ~[]C, C any](a A) (c C) { return a[0][0] }
func middle[A []B, B ~[]C, C any](b B) (A, C) {
	return A{b}, b[0]
}

type (
	row  []int
	rows []row
)

// A method's parameter gives the rest.
func keyed[P interface{ Key() K }, K ~[]E, E any](p P) (k K, e E) {
	k = p.Key()
	return k, k[0]
}

func (r rows) Key() row { return r[0] }

func main() {
	fmt.Printf("%T %T %T\n", down(1), up("a"), zigzag(1.5))
	fmt.Println(down(1), up("a"), zigzag(1.5))
	m, k, p, s := composed('x')
	fmt.Printf("%T %T %T %T\n", m, k, p, s)
	fmt.Println(len(m), k, *p, <-m[k](p).V)
	b, l, r := diamond(true)
	fmt.Printf("%T %T %v %v\n", b, l, l, r)
	fmt.Printf("%T %v\n", last(rows{{4}}), last([][]string{{"s"}}))
	a, c := middle(row{7, 8})
	fmt.Printf("%T %v %v\n", a, a, c)
	key, e := keyed(rows{{9}})
	fmt.Printf("%T %T %v\n", key, e, e)
	// Some given, the others found.
	fmt.Printf("%T %T\n", down[[][][][]int](2), zigzag[[][]int, [][][][]int](2))
}
