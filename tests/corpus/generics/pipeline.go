package main

import (
	"fmt"
	"strconv"
	"sync"
)

func Map[T, U any](in <-chan T, f func(T) U) <-chan U {
	out := make(chan U)
	go func() {
		defer close(out)
		for v := range in {
			out <- f(v)
		}
	}()
	return out
}

func From[T any](vs ...T) <-chan T {
	out := make(chan T)
	go func() {
		defer close(out)
		for _, v := range vs {
			out <- v
		}
	}()
	return out
}

func Reduce[T, A any](in <-chan T, a A, f func(A, T) A) A {
	for v := range in {
		a = f(a, v)
	}
	return a
}

func Merge[T any](ins ...<-chan T) <-chan T {
	out := make(chan T)
	var wg sync.WaitGroup
	for _, in := range ins {
		wg.Go(func() {
			for v := range in {
				out <- v
			}
		})
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

type Number interface {
	~int | ~int64 | ~float64
}

func Sum[T Number](vs ...T) (s T) {
	for _, v := range vs {
		s += v
	}
	return
}

type MyInt int

func main() {
	sq := Map(From(1, 2, 3, 4), func(i int) int { return i * i })
	str := Map(sq, strconv.Itoa)
	fmt.Println(Reduce(str, "", func(a, s string) string { return a + "<" + s + ">" }))
	fmt.Println(Reduce(Merge(From(1, 2, 3), From(10, 20)), 0, func(a, b int) int { return a + b }))
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2), Sum[MyInt](3, 4), Sum[float64]())
	fmt.Printf("%T %T\n", Sum(MyInt(1)), Map[int, string])
}
