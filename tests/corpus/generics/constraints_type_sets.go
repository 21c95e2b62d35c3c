// Constraints: unions, tildes, methods beside type sets, comparable, nested interfaces, empty sets.
package main

import (
	"cmp"
	"fmt"
	"strconv"
)

type Signed interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64
}

type Unsigned interface {
	~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}

type Integer interface{ Signed | Unsigned }

type Float interface{ ~float32 | ~float64 }

type Complex interface{ ~complex64 | ~complex128 }

type Number interface{ Integer | Float | Complex }

type Text interface{ ~string | ~[]byte }

type Celsius float32

func (c Celsius) String() string { return strconv.FormatFloat(float64(c), 'f', 1, 32) + "°" }

type Meters int16

type ShownNumber interface {
	Float
	fmt.Stringer
}

func Sum[T Number](xs ...T) T {
	var s T
	for _, x := range xs {
		s += x
	}
	return s
}

func Abs[T Signed | Float](x T) T {
	if x < 0 {
		return -x
	}
	return x
}

func Bits[T Integer](x T) (n int) {
	for ; x != 0; x &= x - 1 {
		n++
	}
	return
}

func Wrap[T Integer](x T) T { return x*x + x<<3 - x>>1 ^ x&^3 }

func Show[T ShownNumber](xs []T) string {
	var sum T
	out := ""
	for _, x := range xs {
		sum += x
		out += x.String() + " "
	}
	return out + "= " + sum.String()
}

func Len[T Text](x T) (bytes, runes int) {
	bytes = len(x)
	for range string(x) {
		runes++
	}
	return
}

func Cut[T Text](x T, i, j int) T { return x[i:j] }

func Convert[To, From Number1](x From) To { return To(x) }

type Number1 interface{ Integer | Float }

func Index[T comparable](xs []T, x T) int {
	for i, y := range xs {
		if x == y {
			return i
		}
	}
	return -1
}

type Key interface {
	comparable
	fmt.Stringer
}

type ID struct {
	a string
	n int
}

func (i ID) String() string { return i.a + strconv.Itoa(i.n) }

func Count[K Key](ks ...K) map[K]int {
	m := map[K]int{}
	for _, k := range ks {
		m[k]++
	}
	return m
}

type Pointer[T any] interface {
	*T
	Set(string)
}

type Setting struct{ v string }

func (s *Setting) Set(x string) { s.v = x }

func Make[T any, P Pointer[T]](values ...string) []T {
	out := make([]T, len(values))
	for i, v := range values {
		P(&out[i]).Set(v)
	}
	return out
}

func Max[T cmp.Ordered](a T, rest ...T) T {
	for _, r := range rest {
		if cmp.Less(a, r) {
			a = r
		}
	}
	return a
}

// Nothing satisfies it, which is no error.
type Never interface {
	int
	string
}

func never[T Never](x T) {}

type MapLike[K comparable, V any] interface{ ~map[K]V }

type Table map[string]int

func Keys[M MapLike[K, V], K comparable, V any](m M) int { return len(m) }

type ChanOf[T any] interface{ ~chan T | ~<-chan T }

func Drain[C ChanOf[T], T any](c C) (out []T) {
	for x := range c {
		out = append(out, x)
	}
	return
}

type FuncLike interface{ ~func(int) int }

type Step func(int) int

func Twice[F FuncLike](f F, x int) int { return f(f(x)) }

type ArrayOrSlice[T any] interface{ ~[]T | ~[3]T }

func At[S ArrayOrSlice[int]](s S, i int) int { return s[i] }

func main() {
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2), Sum[Meters](4, 5), Sum(1i, 2), Sum[uint8](200, 100))
	fmt.Println(Sum(Celsius(1.25), 2), Sum[complex64]())
	fmt.Println(Abs(-3), Abs(Meters(-7)), Abs(-2.5), Abs(int8(-128)), Abs(Celsius(-1)))
	fmt.Println(Bits(255), Bits(int8(-1)), Bits(uint64(1)<<63), Bits(Meters(-2)))
	fmt.Println(Wrap(int8(100)), Wrap(uint8(100)), Wrap(int16(30000)), Wrap(uint32(1<<31+5)), Wrap(-7), Wrap(uint64(1<<63+9)))
	fmt.Println(Show([]Celsius{1, 2.5, -0.25}))
	fmt.Println(Len("héé"))
	fmt.Println(Len([]byte("日本")))
	fmt.Println(Cut("hello", 1, 3), Cut([]byte("hello"), 1, 3), cap(Cut(make([]byte, 2, 10), 0, 1)))
	fmt.Println(Convert[int](2.9), Convert[uint8](300), Convert[float32](1<<24+1), Convert[Meters](-1.5), Convert[float64](uint8(7)))
	fmt.Println(Convert[int8](Celsius(-3.99)), Convert[uint64](int8(-1)), Convert[Celsius](7))
	fmt.Println(Index([]string{"a", "b"}, "b"), Index([]ID{{"x", 1}}, ID{"x", 1}), Index([]any{1, "a", nil, 2.0}, any(2.0)), Index([][2]int{{1, 2}}, [2]int{2, 1}))
	fmt.Println(Count(ID{"a", 1}, ID{"b", 2}, ID{"a", 1}))
	fmt.Println(Make[Setting]("p", "q"))
	fmt.Println(Max(3, 9, 4), Max("b", "ab"), Max(1.5), Max[Celsius](1, 7, 3))
	fmt.Println(Keys(Table{"a": 1}), Keys(map[bool]string{}))
	c := make(chan rune, 3)
	c <- 'x'
	c <- 'y'
	close(c)
	fmt.Println(Drain(c), Drain((<-chan rune)(c)))
	fmt.Println(Twice(func(x int) int { return x * 3 }, 2), Twice(Step(func(x int) int { return x - 1 }), 2))
	fmt.Println(At([]int{1, 2, 3}, 1), At([3]int{4, 5, 6}, 2))
	func() {
		defer func() { fmt.Println(recover()) }()
		Index([]any{[]int{1}}, any([]int{1}))
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		At([]int{1}, 2)
	}()
}
