// Constants: exact arithmetic, iota in all its forms, typed and untyped, conversions, limits, strings,
// shifts, comparisons, functions of constants.
package main

import (
	"fmt"
	"math"
	"unsafe"
)

const (
	_  = iota
	KB = 1 << (10 * iota)
	MB
	GB
	TB
	PB
	EB
	ZB
	YB
)

type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
	_
	Thursday
)

func (d Weekday) String() string { return [...]string{"Su", "Mo", "Tu", "We", "Th"}[d] }

const (
	a, b = iota, iota * 10
	c, d
	_, _
	e, f
	g = "reset"
	h
	i    = iota
	j, k = iota, -iota
)

const (
	bit0, mask0 = 1 << iota, 1<<iota - 1
	bit1, mask1
	_, _
	bit3, mask3
)

const (
	Third  = 1.0 / 3
	Tenth  = 0.1
	Huge   = 1e1000
	Small  = Huge / 1e999
	Pi     = 3.14159265358979323846264338327950288419716939937510582097494459
	Root   = 1.41421356237309504880168872420969807856967187537694807317667974
	Imag   = 2i
	Square = Imag * Imag
	Char   = 'a' + 1
	Word   = "con" + "stant"
)

const (
	lenWord  = len(Word)
	lenArray = len([10]int{})
	size     = unsafe.Sizeof(struct {
		a int8
		b int64
	}{})
	re  = real(3 + 4i)
	im  = imag(3 + 4i)
	mx  = max(1, 2.5, 'a')
	mn  = min("b", "a")
	cmp = "a" < "b" && 1 < 2.0 && 'a' == 97
	not = !cmp
)

type Celsius float64
type Flags uint8

const (
	Boiling Celsius = 100
	FlagA   Flags   = 1 << iota
	FlagB
	FlagAll = FlagA | FlagB
)

func main() {
	fmt.Println(KB, MB, GB, TB, PB, EB, YB/ZB, ZB>>60, float64(YB))
	fmt.Println(Sunday, Monday, Tuesday, Thursday, Weekday(3))
	fmt.Println(a, b, c, d, e, f, g, h, i, j, k)
	fmt.Println(bit0, mask0, bit1, mask1, bit3, mask3)
	fmt.Println(Third*3 == 1, Tenth*10 == 1, Tenth+0.2 == 0.3, Small, float32(Third), float64(Third))
	x, y := 0.1, 0.2
	fmt.Println(x+y == 0.3, x+y, float32(x)+float32(y))
	fmt.Println(Root*Root-2 < 1e-60, Pi*1e10, math.Pi == Pi, float32(Pi))
	fmt.Println(Square, real(Square), Imag, Char, string(rune(Char)), Word, lenWord, lenArray, size, re, im, mx, mn, cmp, not)
	fmt.Printf("%T %T %T %T %T %T %T\n", Third, Imag, Char, Word, KB, Boiling, FlagAll)
	fmt.Println(Boiling*2, FlagAll, Boiling/3, -Boiling)
	fmt.Println(math.MaxInt64, uint64(math.MaxUint64), math.MinInt64, math.MaxFloat64, math.SmallestNonzeroFloat64, math.MaxFloat32)
	fmt.Println(7/2, 7/2.0, 7.0/2, -7/2, 7%3, 1/3*3, 1/3.0*3, 'a'/2, 5/2*2.0)
	var f32 float32 = 16777217
	var f64 float64 = 16777217
	var u8 uint8 = 'x'
	var r rune = 0x10ffff
	var c64 complex64 = 1
	var i8 int8 = -1 << 7
	var up uintptr = 1<<64 - 1
	var n int = 1e3
	var m byte = 10.0
	var q int64 = 5.0 + 0i
	fmt.Println(f32, f64, u8, r, c64, i8, up, n, m, q)
	const local = iota + 5
	const typed uint16 = 1<<16 - 1
	fmt.Println(local, typed, typed&^0xff, ^typed, typed>>4)
	{
		const local = "shadow"
		const (
			p = len(local) << iota
			pp
		)
		fmt.Println(local, p, pp)
	}
	fmt.Println(0x1p-2, 0x1.8p3, 0b101, 0o17, 017, 1_000_000, 0x_ff, 1e-5, .5, 1., 0i, 0x1p-1074, '\x41', '\u00e9', "\xff\u00ff"[0])
	fmt.Println(1e-400 == 0, 1e-400*1e400 == 1, 1<<62, uint64(1<<63), 1<<63>>63, -1<<63, 1<<10.0, 2.0<<3)
	var s uint = 3
	var shifted int = 1.0 << s
	fmt.Println(1<<s, shifted, uint8(1<<s), int64(1)<<s<<1)
	fmt.Println(math.MaxUint32*math.MaxUint32 == 18446744065119617025, 1000000007*1000000009%998244353)
	fmt.Println(len("日本語"), len([...]string{5: "x"}), cap([3]int{}), unsafe.Sizeof(uintptr(0)), len("a"+Word))
	switch n {
	case 1000.0, 'a':
		fmt.Println("thousand")
	}
	fmt.Println([...]string{Monday: "m", Tuesday: "t"}, map[Weekday]int{Thursday: 4})
	fmt.Println(string(rune(65)), string([]rune{0x65e5, -1, 0xd800}), []byte("é"), []rune("é\xff"))
}
