package main

type Number interface{ ~int | ~float64 }

func Sum[T Number](xs ...T) (s T) { return }
func Map[T, U any](x T, f func(T) U) U { return f(x) }
func Make[T any]() T { var z T; return z }

type Stack[T any] struct{ xs []T }

func (s *Stack[T]) Push(x T) {}

func main() {
	Sum("a", "b")
	Sum(1, 2.5)
	Sum(1, "x")
	Make()
	var s Stack
	var t Stack[int, string]
	var u Stack[int]
	u.Push("x")
	var n Number
	Sum[string]()
	Map(1, 2)
	_, _, _ = s, t, n
}
