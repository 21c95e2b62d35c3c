// Conversions of every kind the spec names, with values at the edges: numbers, strings, slices to arrays,
// pointers, channels, functions, structs whose tags differ, interfaces, type parameters.
package main

import (
	"fmt"
	"math"
	"strings"
)

type (
	Str    string
	Bytes  []byte
	Byte   byte
	MyB    []Byte
	Runes  []rune
	Rune   rune
	Int    int
	F      float64
	Arr    [3]int
	Sl     []int
	PArr   *[3]int
	Fn     func(int) int
	Ch     chan int
	RO     <-chan int
	M      map[string]int
	Tagged struct {
		A int `x:"y"`
		B struct {
			C string `z:"w"`
		}
	}
	Plain struct {
		A int
		B struct{ C string }
	}
	PI  *Int
	Any interface{}
	Err error
)

func (i Int) Error() string { return fmt.Sprint("error ", int(i)) }

func caught(what string, f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println(what, "->", e)
		}
	}()
	f()
}

func narrow[T ~int8 | ~uint8 | ~int16 | ~uint16 | ~int32 | ~uint32](x int64) T { return T(x) }

func text[T ~string | ~[]byte](x T) (string, []byte) { return string(x), []byte(x) }

func main() {
	for _, x := range []int64{0, 127, 128, 255, 256, -1, -128, -129, 65535, 32768, math.MaxInt32, math.MaxInt32 + 1, math.MinInt64, math.MaxInt64} {
		fmt.Println(x, int8(x), uint8(x), int16(x), uint16(x), int32(x), uint32(x), uint64(x), float32(x), float64(x), narrow[int8](x), narrow[uint16](x))
	}
	for _, f := range []float64{0, -0.5, 0.99, 1.5, -1.5, 2147483647.5, 1e15 + 0.3, -1e18, 16777217, 1 << 53, 123456789.123} {
		fmt.Println(f, int64(f), int32(int64(f)), int8(int64(f)), float32(f), F(f), Int(f))
	}
	large := math.MaxFloat64
	fmt.Println(uint64(float64(1<<63)), uint64(1.8e19), uint32(4294967295.0), float64(uint64(math.MaxUint64)), float32(uint64(math.MaxUint64)))
	fmt.Println(float32(large), float32(1e-50), float64(float32(0.1)), complex64(complex(0.1, large)), complex128(complex64(0.1)))
	nan := math.NaN()
	fmt.Println(float32(nan), math.IsNaN(float64(float32(nan))), float32(math.Inf(-1)))

	s := "héllo\xff€"
	fmt.Println([]byte(s), []rune(s), Bytes(s), MyB(s), Runes(s), len(Str(s)))
	fmt.Println(string([]byte{0xe2, 0x82, 0xac}), string([]rune{8364, -5, 0x110000, 0xdfff}), string(MyB{65, 66}), string(Runes{67}), Str(Bytes("x")), string(Str("y")))
	fmt.Printf("%q %q %q %q\n", string(rune(65)), string(rune(-1)), string(Rune(0x1F600)), string(rune(0xd800)))
	fmt.Println(text(Str("ab")))
	fmt.Println(string([]byte(nil)) == "", []byte("") == nil, []rune("") == nil)
	fmt.Println(text(Bytes{1, 2}))
	b := []byte("abc")
	t := string(b)
	b[0] = 'X'
	c := []byte(t)
	c[1] = 'Y'
	fmt.Println(t, string(b), string(c), strings.ToUpper(string(b[:1])))

	sl := []int{1, 2, 3, 4}
	arr := [3]int(sl)
	p := (*[3]int)(sl)
	p[0] = 100
	arr[1] = 200
	fmt.Println(sl, arr, *p, Arr(sl), *(*Arr)(sl), PArr(sl)[2], len((*[0]int)(sl)), (*[2]int)(sl[2:])[1])
	fmt.Println((*[0]int)([]int(nil)) == nil, (*[0]int)([]int{}) == nil, [0]int([]int(nil)))
	caught("array", func() { _ = [5]int(sl) })
	caught("pointer", func() { _ = (*[4]int)(sl[1:]) })
	caught("nil slice", func() { _ = (*[1]int)([]int(nil)) })

	tg := Tagged{1, struct {
		C string `z:"w"`
	}{"c"}}
	pl := Plain(tg)
	pp := (*Plain)(&tg)
	pp.A = 9
	fmt.Printf("%+v %+v %+v %T\n", tg, pl, struct {
		A int
		B struct{ C string }
	}(tg), pl)
	i := 5
	pi := (*Int)(&i)
	*pi = 6
	fmt.Println(i, (*int)((*Int)(PI(pi))) == &i, Int(i).Error())
	var fn Fn = func(x int) int { return x * 2 }
	g := (func(int) int)(fn)
	fmt.Println(g(4), Fn(g)(5))
	ch := make(Ch, 1)
	(chan<- int)(ch) <- 3
	fmt.Println(<-RO((chan int)(ch)), (<-chan int)(ch) == RO((chan int)(ch)))
	m := map[string]int{"a": 1}
	M(m)["b"] = 2
	fmt.Println(len(m), Sl(sl)[0])
	var e error = Int(3)
	fmt.Println(Err(e), Any(e), e.(Int)+1, error(Err(e)) == e, any(Any(nil)) == nil)
	caught("interface", func() { _ = any(1).(Int) })
	caught("nil interface", func() { var x any; _ = x.(error) })
	caught("missing method", func() { _ = any(F(1)).(error) })
	v, ok := any(Str("s")).(string)
	fmt.Println(v, ok)
	const k = 'a'
	fmt.Println(string(k), Int(k), F(k), Byte(k), float32(1)/3 == 1.0/3, F(1)/3 == 1.0/3, Int(7)/2*2.0)
	type rec struct{ next *rec }
	type rec2 rec
	r := rec2{&rec{}}
	fmt.Println(rec(r).next.next == nil, (*rec)(&r) != nil)
}
