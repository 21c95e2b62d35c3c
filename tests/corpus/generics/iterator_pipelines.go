// Pipelines of generic iterators, pushed and pulled, with early ends, panics and cleanups.
package main

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"
)

type Seq[T any] iter.Seq[T]

func Of[T any](xs ...T) Seq[T] { return Seq[T](slices.Values(xs)) }

func Count(from, to int) Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Print("[count done]")
		for i := from; i < to; i++ {
			if !yield(i) {
				return
			}
		}
	}
}

func (s Seq[T]) Where(p func(T) bool) Seq[T] {
	return func(yield func(T) bool) {
		for x := range s {
			if p(x) && !yield(x) {
				return
			}
		}
	}
}

func (s Seq[T]) Take(n int) Seq[T] {
	return func(yield func(T) bool) {
		if n <= 0 {
			return
		}
		i := 0
		for x := range s {
			if !yield(x) {
				return
			}
			if i++; i == n {
				return
			}
		}
	}
}

func (s Seq[T]) To[U any](f func(T) U) Seq[U] {
	return func(yield func(U) bool) {
		s(func(x T) bool { return yield(f(x)) })
	}
}

func (s Seq[T]) Numbered() iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		i := 0
		for x := range s {
			if !yield(i, x) {
				break
			}
			i++
		}
	}
}

func Zip[A, B any](a Seq[A], b Seq[B]) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		next, stop := iter.Pull(iter.Seq[B](b))
		defer stop()
		for x := range a {
			y, ok := next()
			if !ok || !yield(x, y) {
				return
			}
		}
	}
}

func Merge[T cmp.Ordered](a, b Seq[T]) Seq[T] {
	return func(yield func(T) bool) {
		na, sa := iter.Pull(iter.Seq[T](a))
		defer sa()
		nb, sb := iter.Pull(iter.Seq[T](b))
		defer sb()
		x, okx := na()
		y, oky := nb()
		for okx || oky {
			if !oky || okx && x <= y {
				if !yield(x) {
					return
				}
				x, okx = na()
			} else {
				if !yield(y) {
					return
				}
				y, oky = nb()
			}
		}
	}
}

func Windows[T any](s Seq[T], n int) Seq[[]T] {
	return func(yield func([]T) bool) {
		var w []T
		for x := range s {
			w = append(w, x)
			if len(w) > n {
				w = w[1:]
			}
			if len(w) == n && !yield(slices.Clone(w)) {
				return
			}
		}
	}
}

func Group[K comparable, T any](s Seq[T], key func(T) K) map[K][]T {
	m := make(map[K][]T)
	for x := range s {
		k := key(x)
		m[k] = append(m[k], x)
	}
	return m
}

func first[T any](s Seq[T], p func(T) bool) (T, bool) {
	for x := range s {
		if p(x) {
			return x, true
		}
	}
	var zero T
	return zero, false
}

func main() {
	evens := Count(0, 100).Where(func(i int) bool { return i%2 == 0 })
	for s := range evens.To(strconv.Itoa).Take(4) {
		fmt.Print(s, " ")
	}
	fmt.Println()
	fmt.Println(slices.Collect(iter.Seq[string](Of(1, 2, 3).To(func(i int) string { return strings.Repeat("ab", i) }))))
	for i, x := range Of("a", "b", "c", "d").Numbered() {
		if i == 1 {
			continue
		}
		fmt.Print(i, x, " ")
		if i == 2 {
			break
		}
	}
	fmt.Println()
	for a, b := range Zip(Of(1, 2, 3, 4), Count(7, 9)) {
		fmt.Print(a, "-", b, " ")
	}
	fmt.Println()
	for x := range Merge(Of(1, 4, 6), Of(2, 3, 5, 7, 8)) {
		fmt.Print(x, " ")
	}
	fmt.Println()
	fmt.Println(slices.Collect(iter.Seq[[]int](Windows(Count(0, 6), 3).Take(2))))
	g := Group(Of(strings.Fields("one two three four five six")...), func(s string) int { return len(s) })
	for _, k := range slices.Sorted(maps.Keys(g)) {
		fmt.Print(k, g[k], " ")
	}
	fmt.Println()
	fmt.Println(first(Count(10, 1000), func(i int) bool { return i*i > 200 }))
	fmt.Println(first(Of[string](), func(string) bool { return true }))
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		for x := range evens {
			if x > 3 {
				panic(fmt.Sprint("at ", x))
			}
		}
	}()
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		bad := Seq[int](func(yield func(int) bool) { yield(1); yield(2) })
		for range bad {
			break
		}
	}()
	next, stop := iter.Pull2(Of('x', 'y').Numbered())
	fmt.Println(next())
	fmt.Println(next())
	fmt.Println(next())
	stop()
	fmt.Println(next())
outer:
	for x := range Count(1, 10) {
		for y := range Count(1, 10) {
			if y == 3 {
				continue outer
			}
			if x == 3 {
				break outer
			}
			fmt.Print(x*y, " ")
		}
	}
	fmt.Println()
}
