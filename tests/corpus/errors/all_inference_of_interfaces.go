// Several arguments for one type parameter: values of interfaces, named types, channels, functions, constants.
package main

type R interface{ Read() }
type W interface{ Write() }
type RW interface {
	R
	W
}
type RW2 interface {
	Read()
	Write()
}
type F struct{}
type L []int
type Fn func(int) string
type Opt[T any] func(*T)
type Box[T any] struct{ v T }

func (F) Read()           {}
func (F) Write()          {}
func (Box[T]) Get() T     { panic(0) }

func same[T any](a, b T)                     {}
func three[T any](a, b, c T)                 {}
func slices[T any](a, b []T)                 {}
func maps[K comparable, V any](a, b map[K]V) {}
func chans[T any](a, b chan T)               {}
func recv[T any](a <-chan T, b chan<- T)     {}
func funcs[T, U any](f, g func(T) U)         {}
func link[A, B any](f func(A) B, a []A, b B) {}
func ptr[T any, P interface{ *T }](p P, t T) {}
func cross[A, B any](x, y Box[A], f func(A, B) (B, A), g func(B, A) (A, B)) {}
func get[T any](x interface{ Get() T }, t T) {}
func elem[S ~[]E, E any](s S, e E)           {}
func all[T any](xs ...T)                     {}
func opt[T any](o ...Opt[T])                 {}

func calls(r R, w W, rw RW, rw2 RW2, f F, l L, fn Fn, c chan int, ro <-chan int, x any, e error) {
	same(r, rw)
	same(rw, r)
	same(r, w)
	same(rw, rw2)
	same(r, f)
	same(f, r)
	same(w, 1)
	same(x, r)
	same(r, x)
	same(x, 1)
	same(l, []int{})
	same([]int{}, l)
	same(l, []string{})
	same(fn, func(int) string { return "" })
	same(c, ro)
	same(ro, c)
	same(1, 2.5)
	same(1, "a")
	same(1, 'a')
	same('a', 2i)
	same(nil, nil)
	same(nil, 1)
	same(nil, l)
	same(f, &f)
	same(e, r)
	three(r, w, rw)
	three(f, r, w)
	three(1, 2.5, f)
	three(1, x, 2.5)
	three(rw, rw2, r)
	slices(l, []int{1})
	slices([]R{}, []RW{})
	slices([]R{}, []F{})
	slices([]interface{ Read() }{}, []R{})
	slices(nil, l)
	maps(map[string]R{}, map[string]W{})
	maps(map[string]int{}, map[int]string{})
	chans(c, ro)
	chans(c, make(chan string))
	recv(ro, c)
	recv(c, c)
	recv(c, make(chan string))
	funcs(fn, func(int) string { return "" })
	funcs(fn, func(string) int { return 0 })
	funcs(func(R) {}, func(RW) {})
	funcs(func(R) R { return nil }, func(R) RW { return nil })
	link(fn, l, "a")
	link(fn, []string{}, "a")
	link(fn, l, 1)
	ptr(&f, f)
	ptr(f, f)
	ptr(&f, r)
	ptr(new(R), f)
	cross(Box[int]{}, Box[int]{}, func(int, string) (string, int) { return "", 1 }, nil)
	cross(Box[int]{}, Box[string]{}, nil, nil)
	cross(Box[int]{}, Box[int]{}, nil, func(string, int) (int, string) { return 1, "" })
	cross(Box[int]{}, Box[int]{}, nil, func(int, string) (int, string) { return 1, "" })
	get(Box[int]{}, 1)
	get(Box[int]{}, "a")
	get(f, 1)
	elem(l, 1)
	elem(l, "a")
	elem(1, 1)
	elem([]R{}, f)
	all(r, f)
	all(f, r, rw)
	all()
	all[R](r, f, x)
	all(l, []int{})
	opt[F](func(*F) {}, func(*L) {})
	opt(func(*F) {})
	opt(func(f *F) {}, nil)
	var g func(R, RW) = same
	var h func(RW, RW) = same
	var i func([]int, int) = elem
	var j func(L, string) = elem
	_, _, _, _ = g, h, i, j
	_ = []func(int, int){same, same[int], same[string]}
	_ = map[string]int(nil) == nil || 1 == nil || nil == 1 || f == nil || nil == f || l == nil || "a" != nil || nil != 2.5 || nil == nil
}

func main() {}
