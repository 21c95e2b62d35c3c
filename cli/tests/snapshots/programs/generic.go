package main

//go:noinline
func index[T comparable](xs []T, x T) int {
	for i, y := range xs {
		if x == y {
			return i
		}
	}
	return -1
}

func main() { println(index([]string{"a", "b"}, "b"), index([]int8{1, 2}, 3)) }
