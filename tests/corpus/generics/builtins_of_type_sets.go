// Built-in functions on values whose type is a type parameter.
package main

import "fmt"

func clearBoth[T ~[]int | ~map[int]int](x T) int {
	clear(x)
	return len(x)
}

func clearAll[S ~[]E, M ~map[K]E, K comparable, E any](s S, m M) (S, M) {
	clear(s[1:])
	clear(m)
	return s, m
}

func sizes[T ~[]int | ~[4]int | ~*[2]int](x T) (int, int) { return len(x), cap(x) }
func lengths[T ~string | ~[]byte | ~map[int]int | ~chan int](x T) int { return len(x) }

func build[T ~[]E, E any](n int) T          { return make(T, n, 2*n) }
func channel[T ~chan int | ~chan<- int](n int) T { return make(T, n) }
func table[M ~map[K]V, K comparable, V any](k K, v V) M {
	m := make(M, 3)
	m[k] = v
	var zero K
	delete(m, zero)
	return m
}

func join[B ~[]byte | ~string](to []byte, b B) ([]byte, int) {
	n := copy(to, b)
	return append(to, b...), n
}

func extremes[T ~int8 | ~float32 | ~string](a, b, c T) (T, T) { return min(a, b, c), max(c, b, a) }

func shut[C ~chan E, E any](c C, e E) (E, bool) {
	c <- e
	close(c)
	<-c
	v, ok := <-c
	return v, ok
}

type words []string
type index map[string]string

func main() {
	fmt.Println(clearBoth([]int{1, 2}), clearBoth(map[int]int{1: 2}))
	fmt.Println(clearAll(words{"a", "b", "c"}, index{"x": "y"}))
	fmt.Println(sizes([]int{1, 2, 3}[:2]))
	fmt.Println(sizes([4]int{}))
	fmt.Println(sizes(&[2]int{}))
	c := channel[chan int](3)
	c <- 1
	fmt.Println(lengths("äb"), lengths([]byte{1, 2}), lengths(map[int]int{1: 1}), lengths(c), cap(c))
	fmt.Println(len(build[[]int](2)), cap(build[[]int8](3)), cap(channel[chan<- int](4)))
	fmt.Println(table[index]("k", "v"), table[map[int]bool](0, true))
	b, n := join(make([]byte, 2), "xyz")
	fmt.Println(b, n)
	b, n = join([]byte("ab"), []byte{1})
	fmt.Println(b, n)
	fmt.Println(extremes[int8](3, -4, 5))
	fmt.Println(extremes[float32](0.5, -0.5, 2))
	fmt.Println(extremes("b", "", "ab"))
	fmt.Println(shut(make(chan string, 1), "s"))
}
