// Every verb with every sort of value, and the flags, widths and precisions.
package main

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"unsafe"
)

type (
	myInt    int
	myUint8  uint8
	myString string
	myBytes  []byte
	myBool   bool
	myFloat  float64
	myFunc   func()
	point    struct{ X, Y int }
	nested   struct {
		P   point
		Q   *point
		S   []string
		M   map[string]int
		I   any
		E   error
		f   float64
		b   [2]byte
		c   complex64
		ch  chan int
		fn  func()
		any interface{ M() }
	}
	stringer   struct{ n int }
	ptrString  struct{ n int }
	goStringer struct{ n int }
	errValue   struct{ msg string }
	formatter  struct{}
	byteElem   byte
)

func (s stringer) String() string     { return fmt.Sprintf("S(%d)", s.n) }
func (s *ptrString) String() string   { return fmt.Sprintf("P(%d)", s.n) }
func (g goStringer) GoString() string { return fmt.Sprintf("G(%d)", g.n) }
func (e errValue) Error() string      { return "E:" + e.msg }
func (formatter) Format(f fmt.State, verb rune) {
	w, wok := f.Width()
	p, pok := f.Precision()
	fmt.Fprintf(f, "F[%c %d %v %d %v", verb, w, wok, p, pok)
	for _, c := range "+-# 0" {
		if f.Flag(int(c)) {
			f.Write([]byte{byte(c)})
		}
	}
	f.Write([]byte(fmt.FormatString(f, verb)))
	fmt.Fprint(f, "]")
}

var verbs = "vTtbcdoOqxXUeEfFgGspwz!"

func values() []any {
	n := 7
	_ = n
	return []any{
		nil, true, myBool(false), 0, -42, myInt(99), int8(-128), int16(300), int32('x'), int64(math.MinInt64), uint(7), myUint8(200), uint8('a'), uint16(65535), uint32(1 << 31),
		uint64(math.MaxUint64), uintptr(0xbeef), rune('本'), rune(0x10FFFF), 0x110000, -1,
		0.0, math.Copysign(0, -1), 1.0, -2.5, 1e21, 1e-7, math.Pi, float32(math.Pi), math.Inf(1), math.Inf(-1), math.NaN(), myFloat(6.02e23), math.MaxFloat64, math.SmallestNonzeroFloat64, float32(1e10),
		1 + 2i, complex64(-1.5 - 0.25i), complex(math.Inf(1), math.NaN()),
		"", "hello", "日本\x00\n\"`", "\xff\xfe", myString("my"), "a`b", "tab\t",
		[]byte("bytes\xff"), []byte{}, []byte(nil), myBytes("mb"), [3]byte{1, 2, 3}, []byteElem{65, 66},
		[]int{1, -2, 3}, []int{}, []int(nil), [2]bool{true, false}, []string{"a", "b c"}, []any{1, "x", nil, 2.5}, [0]int{}, [][]int{{1}, {2, 3}}, []float64{1, 2.5}, []rune("h日"),
		map[string]int{"z": 26, "a": 1}, map[int]string(nil), map[bool]float64{true: 1, false: 0}, map[point]string{{2, 1}: "b", {1, 2}: "a"}, map[any]int{"s": 1, "a": 2}, map[float64]int{math.NaN(): 1, 1: 2, -1: 3},
		point{1, 2}, struct{}{}, struct{ A any }{nil}, []point{{1, 2}, {3, 4}}, struct {
			B []byte
			S string
			p *int
		}{[]byte("hi"), "s", nil},
		nested{}, nested{S: []string{"x"}, M: map[string]int{"k": 1}, I: 5, E: errValue{"bad"}, f: 1.5, b: [2]byte{8, 9}, c: 1i},
		stringer{1}, []stringer{{1}, {2}}, struct{ S stringer }{stringer{3}}, struct{ s stringer }{stringer{4}}, map[stringer]stringer{{1}: {2}}, ptrString{5}, []any{stringer{6}},
		goStringer{1}, []goStringer{{2}}, errValue{"x"}, []error{errValue{"y"}, nil}, errors.New("plain"), formatter{}, []formatter{{}},
		(*int)(nil), (*point)(nil), (func())(nil), myFunc(nil), (chan int)(nil), (map[string]int)(nil), unsafe.Pointer(nil), []any(nil), (*stringer)(nil), (*ptrString)(nil), error(nil),
		&point{3, 4}, &[]int{1}, &map[string]int{"a": 1}, &[1]string{"q"}, &struct{ P *int }{nil},
	}
}

func main() {
	for i, v := range values() {
		fmt.Printf("%d %T:", i, v)
		for _, verb := range verbs {
			if verb == 'p' && v != nil && fmt.Sprintf("%v", v) != "<nil>" {
				// Addresses are compared elsewhere.
				switch k := fmt.Sprintf("%#v", v); {
				case !strings.HasSuffix(k, "(nil)"):
					continue
				}
			}
			if k := fmt.Sprintf("%v", v); len(k) > 2 && k[:2] == "0x" {
				continue
			}
			fmt.Printf(" "+fmt.Sprintf("%%%c", verb)+"|", v)
		}
		fmt.Printf("\n  %+v|%#v|% v|%-8v|%8v|%08v|%.2v|%8.3v|%+d|% d|%#x|% x|%#X|% #x|%+q|%#q|%x|%.3s|%6.2s|%-6s|%06d|%-06d|%+.2e|%#g|%#U|%#o|%#b|%+08.3f|%6c|\n",
			v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v)
	}
}
