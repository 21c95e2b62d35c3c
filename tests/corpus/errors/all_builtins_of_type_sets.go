// Built-in functions on values whose type is a type parameter: each type of the set has to fit.
package p

type (
	slices  interface{ []int | []string }
	mixed   interface{ []int | string }
	maps    interface{ map[string]int | map[string]bool }
	keys    interface{ map[string]int | map[int]int }
	either  interface{ map[int]int | []int }
	odd     interface{ []int | map[string]int | int }
	chans   interface{ chan int | chan string }
	sends   interface{ chan int | chan<- int }
	recvs   interface{ chan int | <-chan int }
	bytes   interface{ []byte | string }
	numbers interface{ ~int | ~float64 }
	ordered interface{ ~int | ~string }
	all     interface{ ~int | ~complex128 }
	arrays  interface{ [2]int | [3]int }
	points  interface{ *[2]int | *[2]string }
)

func cleared[A slices, B mixed, C maps, D either, E odd, F any](a A, b B, c C, d D, e E, f F, n int, s string) {
	clear(a)
	clear(b)
	clear(c)
	clear(d)
	clear(e)
	clear(f)
	clear(n)
	clear(s)
	clear([2]int{})
	clear(&a)
}

func closed[A chans, B sends, C recvs, D any, E odd](a A, b B, c C, d D, e E, r <-chan int, s chan<- int) {
	close(a)
	close(b)
	close(c)
	close(d)
	close(e)
	close(r)
	close(s)
	close(1)
}

func deleted[A maps, B keys, C either, D any](a A, b B, c C, d D, m map[string]int) {
	delete(a, "k")
	delete(a, 1)
	delete(b, "k")
	delete(c, 1)
	delete(d, 1)
	delete(m, 'a')
	delete(m)
}

func measured[A slices, B mixed, C maps, D chans, E arrays, F points, G any, H odd](a A, b B, c C, d D, e E, f F, g G, h H) {
	_, _, _, _ = len(a), len(b), len(c), len(d)
	_, _, _, _ = len(e), len(f), len(g), len(h)
	_, _, _, _ = cap(a), cap(b), cap(c), cap(d)
	_, _, _, _ = cap(e), cap(f), cap(g), cap(h)
}

func made[A slices, B mixed, C maps, D chans, E either, F arrays, G any]() {
	_ = make(A, 1)
	_ = make(A)
	_ = make(C)
	_ = make(C, 1, 2)
	_ = make(D, 1)
	_ = make(D, -1)
	_ = make(E, 1)
	_ = make(G, 1)
}

func appended[A slices, B bytes, C ~[]int, D any](a A, b B, c C, d D, bs []byte) {
	_ = append(c, 1)
	_ = append(c, "x")
	_ = append(bs, b...)
	_ = append(b, 1)
	_ = append(d, 1)
	_ = copy(bs, b)
	_ = copy(b, bs)
	_ = copy(c, []int{1})
}

func compared[A numbers, B ordered, C all, D any](a A, b B, c C, d D, x complex128) {
	_ = min(a, 1)
	_ = max(b, b)
	_ = max(b, 1)
	_ = max(c, c)
	_ = min(d)
	_ = min(a, b)
	_ = complex(a, a)
	_ = real(c)
	_ = imag(x) + real(a)
	_ = min(x, x)
	_ = max("a", 'a')
}
