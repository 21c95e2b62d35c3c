// Conversions of every kind, at their limits.
package main

import (
	"fmt"
	"math"
)

type (
	celsius float64
	name    string
	flags   uint8
	bytes   []byte
	runes   []rune
	pair    struct {
		a int `json:"a"`
		b string
	}
	other struct {
		a int
		b string `xml:"b"`
	}
	reader interface{ read() int }
	both   interface {
		reader
		write(int)
	}
	device struct{ n int }
)

func (d *device) read() int   { return d.n }
func (d *device) write(n int) { d.n = n }

func integers() {
	values := []int64{0, 1, -1, 127, 128, 255, 256, -128, -129, 32767, 65536, math.MaxInt32, math.MinInt32, math.MaxInt64, math.MinInt64}
	for _, v := range values {
		fmt.Println(v, int8(v), uint8(v), int16(v), uint16(v), int32(v), uint32(v), uint64(v), uintptr(v)&0xff, flags(v))
	}
	var u uint64 = math.MaxUint64
	fmt.Println(int64(u), int8(u), uint32(u), float64(u), float32(u))
	var r rune = 'x'
	fmt.Println(string(r), string(rune(-1)), string(rune(0x10ffff)), string(rune(0x110000)), string(rune(0xd800)))
}

func floats() {
	for _, f := range []float64{0, -0.5, 0.5, 1.9, -1.9, 255.9, 1e9, -1e9, 4294967295.5, 1 << 53, 1 << 62} {
		fmt.Println(f, int8(int64(f)), int(f), int32(int64(f)), uint8(int64(f)), float32(f))
		if f >= 0 {
			fmt.Println(uint64(f), uint32(uint64(f)))
		}
	}
	for _, f := range []float64{1 << 63, 1<<63 + 4096, 18446744073709549568} {
		fmt.Println(uint64(f))
	}
	big := 1e40
	fmt.Println(float32(big), float32(-big), float32(1e-50), celsius(float32(0.1)))
	nan := math.NaN()
	fmt.Println(nan, float32(nan), math.Signbit(math.Copysign(0, -1)), 1/math.Copysign(0, -1))
	third := float32(1) / 3
	fmt.Println(float64(third), third*3 == 1, float64(third)*3 == 1)
	c := complex(float32(1.5), -2)
	fmt.Println(complex128(c), complex64(complex128(c)), real(c), imag(c))
	var i64 int64 = 1<<53 + 1
	fmt.Println(float64(i64), float32(i64), int64(float64(i64)))
	var u64 uint64 = 1<<63 + 1<<10 + 1
	fmt.Println(float64(u64), float32(u64))
}

func texts() {
	s := "héllo, 世界\xff!"
	b := []byte(s)
	b[0] = 'H'
	fmt.Println(s, string(b), len(b), []rune(s), string([]rune(s)))
	fmt.Println(bytes(s)[1], runes(s)[1], name(b), string(name("n")), []byte(name("xy")))
	fmt.Println(string([]rune{0x41, -1, 0x1F600, 0xD800}), string([]byte{0xe4, 0xb8}), string([]byte(nil)) == "")
	n := name("k")
	fmt.Println(string(n)+"v", name("a"+string(n)))
	type myByte byte
	type myBytes []myByte
	fmt.Println(string(myBytes{65, 66}), []myByte("CD"))
}

func composites() {
	p := pair{1, "x"}
	o := other(p)
	fmt.Println(o, pair(o) == p, struct {
		a int
		b string
	}(p))
	pp := (*other)(&p)
	pp.a = 7
	fmt.Println(p.a)
	s := []int{1, 2, 3, 4}
	arr := [3]int(s)
	ptr := (*[2]int)(s)
	ptr[1] = 99
	fmt.Println(arr, *ptr, s, (*[0]int)(nil) == nil, (*[0]int)([]int{}) == nil)
	for _, n := range []int{5, 4} {
		func() {
			defer func() { fmt.Println(recover()) }()
			if n == 5 {
				_ = [5]int(s)
			} else {
				_ = (*[4]int)(s[:n-1])
			}
		}()
	}
	var ch chan int = make(chan int, 1)
	var send chan<- int = ch
	var recv <-chan int = ch
	send <- 5
	fmt.Println(<-recv, cap(send))
	type fn func(int) int
	f := fn(func(x int) int { return x * 2 })
	g := (func(int) int)(f)
	fmt.Println(f(2), g(3))
	m := map[string]int(map[string]int{"a": 1})
	fmt.Println(m)
}

func interfaces() {
	d := &device{3}
	var r reader = d
	var b both = r.(both)
	b.write(9)
	var e any = b
	fmt.Println(r.read(), reader(b).read(), e.(reader).read(), e == any(d), r == reader(b), any(r) == e)
	_, ok := e.(fmt.Stringer)
	fmt.Println(ok)
	for _, v := range []any{nil, 1, "s", d, pair{}, error(nil)} {
		switch x := v.(type) {
		case nil:
			fmt.Println("nil", x == nil)
		case both:
			fmt.Println("both", x.read())
		case int, string:
			fmt.Printf("%T %v\n", x, x)
		default:
			fmt.Printf("other %T\n", x)
		}
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = e.(fmt.Stringer)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = e.(int)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var none reader
		_ = none.(both)
	}()
}

func main() {
	integers()
	floats()
	texts()
	composites()
	interfaces()
}
