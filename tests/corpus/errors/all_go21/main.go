// What came after go1.21.
package main

type A[T any] = []T

type T struct{}

func (T) Map[U any](f func(int) U) U { return f(1) }

type In struct{ a, b int }

type Out struct {
	In
	c int
}

func id[T any](x T) T { return x }

func main() {
	for range 3 {
	}
	for i := range f {
		_ = i
	}
	_ = new(1)
	_ = Out{a: 1, c: 2}
	_ = T{}.Map(id[int])
	var _ A[int]
}

func f(yield func(int) bool) {}
