// fmt's verbs over odd values: nested, nil, cyclic through pointers, methods that panic, named kinds, bad
// verbs, flags that fight, width and precision from arguments.
package main

import (
	"errors"
	"fmt"
	"math"
	"time"
)

type (
	B   bool
	I8  int8
	U   uint
	F32 float32
	C64 complex64
	S   string
	Bs  []byte
	Arr [3]byte
	M   map[string]any
	Fn  func()
	P   *int
	E   struct{}
	St  struct {
		A int
		b string
		C *St
		d any
		e error
		F []any
		g map[I8]B
		h [2]F32
		i func()
		j chan int
		k struct{ x, y int }
	}
)

type str struct{ n int }

func (s str) String() string { return fmt.Sprintf("<str %d>", s.n) }

type pstr struct{ n int }

func (s *pstr) String() string { return fmt.Sprintf("<pstr %d>", s.n) }

type both struct{}

func (both) Error() string    { return "as error" }
func (both) String() string   { return "as string" }
func (both) GoString() string { return "as Go" }

type panics struct{ v any }

func (p panics) String() string { panic(p.v) }

type nilp struct{}

func (*nilp) String() string { return "nilp" }

type nilv struct{ x int }

func (n nilv) String() string { return fmt.Sprint(n.x) }

type form struct{}

func (form) Format(f fmt.State, c rune) {
	w, okw := f.Width()
	p, okp := f.Precision()
	fmt.Fprintf(f, "[%c %d/%v %d/%v", c, w, okw, p, okp)
	for _, x := range "+-# 0" {
		if f.Flag(int(x)) {
			fmt.Fprintf(f, " %q", x)
		}
	}
	f.Write([]byte("]"))
}

type embedded struct {
	str
	x int
}

type wrapped struct {
	s  str
	p  *pstr
	e  error
	t  time.Duration
	in interface{ String() string }
}

func main() {
	values := []any{
		nil, B(true), I8(-5), U(7), F32(1.5), C64(1 - 2i), S("s\n"), Bs("hi"), Arr{1, 2, 255}, M{"b": 1, "a": nil}, E{},
		"é", 'x', []string{"a", "b c"}, []any{1, "x", nil}, [2]bool{true}, map[int]string{2: "b", 1: "a"}, &E{}, &[]int{1}, &map[string]int{"a": 1}, &Arr{9},
		str{1}, &str{2}, &pstr{4}, both{}, form{}, embedded{str{5}, 6}, []error{both{}, nil},
		[]str{{1}, {2}}, map[str]*pstr{}, struct {
			a any
			b *int
		}{}, []byte(nil), []int(nil), map[string]int(nil), (*int)(nil), (func())(nil), (chan int)(nil), error(nil),
		time.Duration(1500) * time.Millisecond, []time.Duration{1, 2e9}, uintptr(10), math.NaN(), math.Inf(-1), complex(math.Inf(1), math.NaN()), [0]int{}, [][]int{{1}, nil, {}}, [3][]byte{[]byte("x")},
	}
	for _, verb := range []string{"%v", "%+v", "%#v", "%T", "%d", "%s", "%q", "%x", "%X", "%t", "%e", "%08.3f", "%U", "%c", "%o", "%b", "%-8v|", "%8v|", "%+d", "% x", "%#x", "%6.2v|"} {
		fmt.Print(verb, ":")
		for _, v := range values {
			fmt.Printf(" "+verb, v)
		}
		fmt.Println()
	}
	st := St{A: 1, b: "q", C: &St{}, d: I8(3), e: both{}, F: []any{1, "a"}, g: map[I8]B{1: true}, h: [2]F32{0.5}, k: struct{ x, y int }{1, 2}}
	st.C = nil
	fmt.Printf("%v\n%+v\n", st, st)
	fmt.Printf("%#v\n", st)
	w := wrapped{str{1}, nil, both{}, time.Second, str{3}}
	fmt.Printf("%v %+v %s %d\n", w, w, w, w)
	fmt.Printf("%#v\n", struct {
		t time.Duration
		u uint8
		f float64
		g float64
		c complex128
		s []string
		m map[string][]int
		i any
		e E
		p *E
		r rune
		a [2]any
		b []byte
	}{f: 1, g: 1e21, m: map[string][]int{"x": nil}, i: struct{ A any }{2}, b: []byte{1}})

	fmt.Printf("%v %s %d\n", panics{"boom"}, panics{errors.New("err")}, panics{1})
	fmt.Printf("%v %+v\n", []any{panics{2.5}, 1}, struct{ P panics }{panics{nil}})
	var np *nilp
	var nv *nilv
	fmt.Printf("%v %s %v %s %d\n", np, np, nv, nv, nv)
	fmt.Printf("%!|%z|%-|%", 1, 2)
	fmt.Println()
	fmt.Printf("%d %d|%d|%s\n", 1)
	fmt.Printf("%d\n", 1, 2, "three")
	fmt.Printf("%[2]d %[1]d %d|%[3]d|%[0]d|%[x]d|%[1]|%[-1]d\n", 1, 2)
	fmt.Printf("%*d|%-*d|%.*f|%*.*f|%*d|%.*d\n", 5, 1, 5, 2, 2, 3.14159, 8, 3, 2.71828, "w", 1, -3, 2)
	fmt.Printf("%[3]*.[2]*[1]f|%[1]*[2]d|%-010d|%+-5d|%+05d|% 05d|%x|%X|%#o|%#b|%O\n", 12.0, 2, 6, 7, 8, 9, 10, -255, "hello", 8, 5, 64)
	fmt.Printf("%10000000d|%.1000001f|%99999999999d\n", 1, 2.0, 3)
	fmt.Printf("%6.3s|%-6.3s|%06s|%.0s|%.10q|%+q|%#q|%#+q|% q|%x|% X|%#x|%# x\n", "héllo", "héllo", "ab", "zz", "abc", "é\u2028", "a`b", "é", "q", "é", "abc", "abc", "abc")
	fmt.Printf("%c|%5c|%-5c|%q|%+q|%#q|%U|%#U|%#U|%c|%q|%U\n", 'é', 'x', 'y', 'é', 'é', '\'', 0x1F600, 0x1F600, -1, -1, 0x110000, 0x110000)
	fmt.Printf("%e|%E|%g|%G|%f|%.3g|%#g|%#.3x|%x|%X|%b|%+.2e|% .3f|%010.2f|%-10.2f|%+f\n", 1234.5678, 0.00012, 1e21, 1e-7, 1e6, 123456.0, 1.0, 1.0, 3.5, -0.1, 4.5, 12345.678, 2.0, -3.14159, 2.5, math.Inf(1))
	fmt.Printf("%v|%.2f|%+v|%g|%8.1f|%x\n", 1+2i, complex(1.005, -2.5), -1i, C64(0.1+0.2i), 3-4i, 1+1i)
	fmt.Printf("%t|%5t|%-7t|%q|%v|%s\n", true, false, true, true, false, true)
	fmt.Printf("%p %v %d\n", nil, nil, nil)
	fmt.Printf("%x|%X|% x|%#x|%s|%q|%v|%d|%#v\n", []byte{1, 0xab}, []byte("hi"), []byte{1, 2}, []byte{1, 2}, []byte("x"), []byte("x\n"), []byte("x"), []byte("x"), []byte("x"))
	fmt.Printf("%s|%q|%x|%5d|%-5d|%05d|%v\n", []string{"a", "b"}, []string{"a", "b"}, []string{"a", "b"}, []int{1, 2}, []int{1, 2}, []int{1, -2}, [][]string{{"a"}, {}})
	fmt.Println(fmt.Sprint("a", 1, 2, "b", "c", 3.0, nil, nil, 'x', []int{1}, E{}), fmt.Sprint(), fmt.Sprintln("a", 1, true))
	fmt.Printf("%w %w\n", errors.New("x"), 1)
	err := fmt.Errorf("a %w b %w c %v", errors.New("x"), errors.New("y"), errors.New("z"))
	fmt.Println(err, errors.Unwrap(err), len(err.(interface{ Unwrap() []error }).Unwrap()))
	fmt.Println(fmt.Errorf("%w", nil), fmt.Errorf("%d %w", 1, "s"), errors.Unwrap(fmt.Errorf("q %w", err)) == err)
	fmt.Println(fmt.Append([]byte("x"), 1, "y"), string(fmt.Appendf(nil, "%03d", 7)), string(fmt.Appendln([]byte(">"), 1, 2)))
}
