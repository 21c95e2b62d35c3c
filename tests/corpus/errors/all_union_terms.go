// Terms of unions beside each other, lengths of arrays, and cores of type sets.
package main

type N int
type A = int
type S []int
type P *int

type (
	u1  interface{ int | int }
	u2  interface{ int | ~int }
	u3  interface{ ~int | int }
	u4  interface{ ~int | N }
	u5  interface{ N | ~int }
	u6  interface{ N | int }
	u7  interface{ A | int }
	u8  interface{ []int | S }
	u9  interface{ ~[]int | S }
	u10 interface{ ~S }
	u11 interface{ ~N | int }
	u12 interface{ string | int | ~string }
	u13 interface{ []int | []int }
	u14 interface{ map[string]int | map[string]A }
	u15 interface{ ~[]int | ~[]A }
	u16 interface{ *int | P }
	u17 interface{ ~*int | P | int }
	u18 interface{ error | int }
	u19 interface{ any | int }
	u20 interface{ comparable | int }
	u21 interface{ u6 | int }
	u22 interface{ u6 | u1 }
	u23 interface{ ~error }
	u24 interface {
		int
		string
	}
	u25 interface {
		~int
		N | string
	}
)

type fields struct {
	c [N]int
	e [-1]int
	f [1.5]int
	g ["a"]int
	h [2.0]int
	i ['a']int
	j [len("abc")]int
}

func core1[C ~chan int | ~<-chan int](c C)              { <-c; c <- 1; close(c) }
func core2[C ~chan int | ~chan<- int](c C)              { <-c; c <- 1; close(c) }
func core3[C ~<-chan int | ~chan<- int](c C)            { <-c; c <- 1; close(c) }
func core4[C ~chan int | ~chan string](c C)             { <-c; c <- 1; for range c {} }
func core5[X ~[]int | ~[]string](x X)                   { _ = x[0]; for range x {}; _ = append(x, x[0]); _ = x[1:] }
func core6[X ~[]byte | ~string](x X)                    { _ = x[0]; for range x {}; _ = x[1:]; x[0] = 1; _ = append([]byte{}, x...) }
func core7[X ~map[string]int | ~map[int]int](x X)       { _ = x["a"]; delete(x, "a"); clear(x); for range x {} }
func core8[X ~[]int | ~[4]int | ~*[4]int](x X)          { _ = x[5]; _ = x[1]; _ = len(x); _ = x[1:]; for range x {} }
func core9[F ~func() | ~func(int)](f F)                 { f(); f(1) }
func core10[F ~func(int) int](f F) int                  { return f("a") + f(1) }
func core11[X ~struct{ a int } | ~struct{ a string }](x X) { _ = x.a; _ = X{1} }
func core12[X u24](x X)                                 { _ = x + x; var y int = x; _ = int(x) }
func core13[X u25](x X)                                 { _ = x + x; _ = int(x); var _ N = x }
func core14[X ~*int | ~*string](x X)                    { *x = 1; _ = *x }
func core15[X int | string | []byte](x X)               { _ = x + x; _ = string(x); _ = len(x); _ = x == x; switch any(x).(type) {} }
func core16[X interface{ int; comparable }](x, y X) bool { return x < y }

type ints = []int
type list []int

func from1[C ~chan E | ~<-chan E, E any](c C) (e E)       { return }
func from2[C ~chan<- E | ~chan E, E any](c C) (e E)       { return }
func from3[C ~<-chan E | ~chan<- E, E any](c C) (e E)     { return }
func from4[C chan int | chan E, E any](c C) (e E)         { return }
func from5[S ~[]E | ~map[int]E, E any](s S) (e E)         { return }
func from6[S []E | list, E any](s S) (e E)                { return }
func from7[S ~[]E, E ~int | ~string](s S) (e E)           { return }
func from8[F ~func(A) B, A, B any](f F) (a A, b B)        { return }
func from9[S interface{ ~[]E; Len() int }, E any](s S) E  { panic(0) }
func from10[P interface{ *E; Set(string) }, E any](e E) P { panic(0) }
func from11[M ~map[K]V, K comparable, V ~[]E, E any](m M) (k K, e E) { return }
func from12[C chan E | chan<- E | <-chan E, E any](c C) (e E) { return }

func (list) Len() int    { return 0 }
func (*N) Set(string)    {}

func inferred(c chan int, r <-chan int, w chan<- int, s chan string) {
	var n int = from1(c) + from1(r) + from1(w) + from1(s)
	n = from2(c) + from2(r) + from2(w) + from2(s)
	n = from3(c) + from3(r) + from3(w) + from3(s)
	n = from4(c) + from4(r) + from4(s)
	n = from5(ints{}) + from5(list{}) + from5(map[int]int{}) + from5(map[string]int{})
	n = from6(ints{}) + from6(list{}) + from6([]string{})
	n = from7(ints{}) + from7(list{}) + from7([]float64{}) + from7([]N{})
	_, n = from8(func(string) int { return 1 })
	n, _ = from8(func(string) int { return 1 })
	n, _ = from8(func(string) {})
	n = from9(list{}) + from9(ints{})
	_ = from10(N(1))
	_ = from10(1)
	_, n = from11(map[string][]int{})
	_, n = from11(map[string]list{})
	_, n = from11(map[string]int{})
	n = from12(c) + from12(r) + from12(w) + from12(s)
	core1(c)
	core1(r)
	core2(w)
	core2(r)
	core3(w)
	core4(s)
	core4(make(chan bool))
	core5([]bool{})
	core9(func() {})
	core10(func(int) {})
}

func main() {
	_ = core1[chan N]
	_ = core1[chan<- int]
	core12[int](1)
	core13[N](1)
	core13(1)
}
