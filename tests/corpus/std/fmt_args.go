// Formats with odd arguments: indexes, stars, missing and extra ones, bad verbs; the Print family's
// spaces; methods that panic.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
)

type panicky struct{ what any }

func (p panicky) String() string { panic(p.what) }

type panickyErr struct{ p *int }

func (p panickyErr) Error() string { return fmt.Sprint(*p.p) }

type panickyFormat struct{}

func (panickyFormat) Format(fmt.State, rune) { panic("format") }

type panickyGo struct{}

func (panickyGo) GoString() string { panic(errors.New("gostring")) }

type nilReceiver struct{ s string }

func (n *nilReceiver) String() string { return n.s }

type valueReceiver struct{ s string }

func (n valueReceiver) String() string { return n.s }

type both struct{}

func (both) Error() string  { return "error" }
func (both) String() string { return "string" }

type embedded struct{ error }

type recursive struct {
	Name string
	Next *recursive
	Self any
}

type goer interface{ fmt.GoStringer }

type state struct {
	out bytes.Buffer
}

func (s *state) Write(p []byte) (int, error) { return s.out.Write(p) }
func (s *state) Width() (int, bool)          { return 12, true }
func (s *state) Precision() (int, bool)      { return 3, true }
func (s *state) Flag(c int) bool             { return c == '-' || c == '+' }

type badWriter struct{}

func (badWriter) Write(p []byte) (int, error) { return 0, errors.New("bad writer") }

func main() {
	for _, f := range []func() string{
		func() string { return fmt.Sprintf("%d %d", 1) },
		func() string { return fmt.Sprintf("%d", 1, 2, "x", nil) },
		func() string { return fmt.Sprintf("no verbs", 1.5) },
		func() string { return fmt.Sprintf("%") },
		func() string { return fmt.Sprintf("%%|%5%|%-5%|%z%") },
		func() string { return fmt.Sprintf("%-") },
		func() string { return fmt.Sprintf("%!") },
		func() string { return fmt.Sprintf("%é %日", 1, 2) },
		func() string { return fmt.Sprintf("%\xff", 1) },
		func() string { return fmt.Sprintf("%[2]d %[1]d", 1, 2) },
		func() string { return fmt.Sprintf("%[2]d %d", 1, 2, 3) },
		func() string { return fmt.Sprintf("%[2]d", 1, 2, 3) },
		func() string { return fmt.Sprintf("%[3]d", 1, 2) },
		func() string { return fmt.Sprintf("%[0]d %[-1]d %[x]d %[]d %[1 %[1]", 1) },
		func() string { return fmt.Sprintf("%[1]*d|%[2]*[1]d", 5, 7) },
		func() string { return fmt.Sprintf("%[3]*.[2]*[1]f|", 12.0, 2, 6) },
		func() string { return fmt.Sprintf("%6.[2]*f|", 12.0, 2) },
		func() string { return fmt.Sprintf("%.[1]2d", 1) },
		func() string { return fmt.Sprintf("%[5]d %d", 1, 2) },
		func() string { return fmt.Sprintf("%[1]d %[1]d %[1]v %d", 1) },
		func() string { return fmt.Sprintf("%*d|%-*d|%*d", 5, 1, 5, 2, -5, 3) },
		func() string { return fmt.Sprintf("%.*f|%.*f|%.*f", 2, 1.23456, -1, 1.5, 0, 2.5) },
		func() string { return fmt.Sprintf("%*d", "x", 1) },
		func() string { return fmt.Sprintf("%.*d", 2.5, 1) },
		func() string { return fmt.Sprintf("%*d", 10000000, 1) },
		func() string { return fmt.Sprintf("%.*d|", -10000000, 1) },
		func() string { return fmt.Sprintf("%*d|%*d|%*d", int8(3), 1, uint16(4), 1, uintptr(5), 1) },
		func() string { return fmt.Sprintf("%*", 4) },
		func() string { return fmt.Sprintf("%10000000d", 1) },
		func() string { return fmt.Sprintf("%.10000000d", 1) },
		func() string { return fmt.Sprintf("%1000000000000000000000d", 1) },
		func() string { return fmt.Sprintf("%-010d|%+-5d|%0-5d|%- 5d|%+ d|% +d", 1, 2, 3, 4, 5, 6) },
		func() string { return fmt.Sprintf("%#-10x|%-#10x|%010x|%+#x|%x|%X", 255, 255, -255, 255, -255, "hi") },
		func() string { return fmt.Sprintf("%5.d|%.d|%.0d|%5.0d|%+.0d|%x", 0, 0, 0, 0, 0, 0) },
		func() string { return fmt.Sprintf("%.3d|%8.3d|%-8.3d|%08.3d|%+8.3d", 7, 7, 7, 7, 7) },
		func() string { return fmt.Sprintf("%5t|%-7t|%07t|%q", true, false, true, true) },
		func() string { return fmt.Sprintf("%5c|%-5c|%05c|%c|%c", 'x', 'y', 'z', -1, 0x110000) },
		func() string { return fmt.Sprintf("%5q|%-8q|%08q|%#q|%+q|%#+q", "x", "y", "z", "`", "é", "é") },
		func() string {
			return fmt.Sprintf("%5s|%-5s|%05s|%.2s|%5.1s|%-5.1s|", "日本", "日本", "日本", "日本語", "日本", "日本")
		},
		func() string {
			return fmt.Sprintf("%.1q|%.2x|%.2X|%.1s", "日本", "hello", []byte("hello"), []byte("日"))
		},
		func() string { return fmt.Sprintf("% x|%# x|% X|%x|%#x", "abc", "abc", []byte("abc"), "", []byte{}) },
		func() string { return fmt.Sprintf("%10x|%-10x|%010x|%10.1x|", "ab", "ab", "ab", "ab") },
		func() string {
			return fmt.Sprintf("%U|%#U|%8U|%-8U|%08U|%.6U|%#.6U|%#14.6U|", 'x', 'é', 'x', 'x', 'x', 'x', '⌘', '⌘')
		},
		func() string {
			return fmt.Sprintf("%e|%E|%.0e|%#.0e|%12.3e|%-12.3e|%+e|% e", 1234.5678, 1234.5678, 1234.5678, 1234.5678, 1234.5678, 1234.5678, 1234.5678, 1234.5678)
		},
		func() string {
			return fmt.Sprintf("%f|%.0f|%#.0f|%8.2f|%-8.2f|%08.2f|%+08.2f|% 08.2f|%+f", 3.14159, 2.5, 2.5, 3.14159, 3.14159, 3.14159, 3.14159, 3.14159, -0.0)
		},
		func() string {
			return fmt.Sprintf("%g|%G|%.3g|%#g|%#.3g|%10g|%-10g|%010g|%g|%g", 1e6, 1e-7, 1234.5, 1.0, 100.0, 1.5, 1.5, -1.5, 1e20, 1e21)
		},
		func() string { return fmt.Sprintf("%b|%x|%X|%.3x|%#x|%+x|%20x", 1.5, 1.5, -1.5, 1.0/3, 1.0, 2.0, 1.5) },
		func() string {
			return fmt.Sprintf("%v|%6.1f|%+.1e|%g|%#v|%T|%08.2f", 1+2i, 1+2i, 1-2i, -1-2i, 1+2i, complex64(1), 1+2i)
		},
		func() string { return fmt.Sprintf("%t %t", 1, "x") },
		func() string { return fmt.Sprintf("%s %s %d", nil, error(nil), nil) },
		func() string {
			return fmt.Sprintf("%v %d %s", []any{1, "a", nil}, []any{1, "a", nil}, []any{1, "a", nil})
		},
		func() string { return fmt.Sprintf("%6d|%-6d|%06d", []int{1, -2}, [2]int{3, 4}, map[string]int{"k": 5}) },
		func() string {
			return fmt.Sprintf("%s|%q|%x", []string{"a", "b"}, []string{"a", "b"}, []string{"ab", "cd"})
		},
		func() string {
			return fmt.Sprintf("%s|%v|%d|%q|%x|%#v", [3]byte{65, 66, 67}, [3]byte{65, 66, 67}, [3]byte{65, 66, 67}, [3]byte{65, 66, 67}, [3]byte{65, 66, 67}, [3]byte{65, 66, 67})
		},
		func() string { return fmt.Sprintf("%v|%s", both{}, both{}) },
		func() string {
			return fmt.Sprintf("%v|%+v", embedded{errors.New("inner")}, &embedded{errors.New("inner")})
		},
		func() string {
			return fmt.Sprintf("%v|%+v|%d", panicky{"boom"}, panicky{errors.New("err")}, panicky{3})
		},
		func() string { return fmt.Sprintf("%v|%s", panicky{nil}, panicky{42}) },
		func() string { return fmt.Sprintf("%v|%s|%d", panickyErr{}, panickyErr{}, panickyErr{}) },
		func() string { return fmt.Sprintf("%v|%d", panickyFormat{}, panickyFormat{}) },
		func() string { return fmt.Sprintf("%v|%#v|%#v", panickyGo{}, panickyGo{}, goer(panickyGo{})) },
		func() string {
			return fmt.Sprintf("%v|%s|%d|%+v", (*nilReceiver)(nil), (*nilReceiver)(nil), (*nilReceiver)(nil), (*valueReceiver)(nil))
		},
		func() string {
			return fmt.Sprintf("%v %v", struct{ p panicky }{panicky{1}}, struct{ P panicky }{panicky{1}})
		},
		func() string { return fmt.Sprintf("%+v", recursive{"a", &recursive{"b", nil, nil}, 1}.Next.Next) },
		func() string { return fmt.Sprintf("%v %+v", &recursive{"a", nil, 2}, &recursive{"a", nil, []int{1}}) },
		func() string { return fmt.Sprintf("%w %w", errors.New("x"), 5) },
		func() string { return fmt.Sprint() + fmt.Sprintln() },
		func() string { return fmt.Sprint(1, 2, "a", "b", 3, 'x', 4.5, nil, nil) },
		func() string { return fmt.Sprint("a", 1, 2, "b", "c", true, false, []int{1}, struct{}{}) },
		func() string { return fmt.Sprintln("a", 1, true, nil, []string{"x", ""}, errors.New("e")) },
		func() string { return string(fmt.Append([]byte("+"), 1, "a", 2)) },
		func() string { return string(fmt.Appendf([]byte("+"), "%03d", 7)) },
		func() string { return string(fmt.Appendln(nil, 1, "a", 2)) },
		func() string { return fmt.FormatString(&state{}, 'q') },
	} {
		fmt.Printf("%s\n", f())
	}
	var s state
	fmt.Fprintf(&s, "%s", "through")
	fmt.Println(s.out.String())

	n, err := fmt.Print("a", 1, "\n")
	fmt.Println(n, err)
	n, err = fmt.Printf("%d\n", 12345)
	fmt.Println(n, err)
	n, err = fmt.Println("x")
	fmt.Println(n, err)
	n, err = fmt.Fprint(os.Stdout, "é", 2, 3, "\n")
	fmt.Println(n, err)
	n, err = fmt.Fprintf(badWriter{}, "x")
	fmt.Println(n, err)
	n, err = fmt.Fprintln(badWriter{}, "x")
	fmt.Println(n, err)
	n, err = fmt.Fprint(badWriter{}, "x")
	fmt.Println(n, err)
	fmt.Fprint(os.Stderr, "to standard error\n")

	var st fmt.Stringer = valueReceiver{"s"}
	var g fmt.GoStringer
	var f fmt.Formatter
	fmt.Println(st.String(), g, f)
	func() {
		defer func() { fmt.Println("recovered:", recover() != nil) }()
		fmt.Println(g.GoString())
	}()
	func() {
		defer func() { fmt.Println("recovered:", recover() != nil) }()
		f.Format(nil, 'v')
	}()

	for _, err := range []error{
		fmt.Errorf("plain %d", 1), fmt.Errorf("one: %w", io.EOF), fmt.Errorf("two: %w and %w", io.EOF, os.ErrNotExist),
		fmt.Errorf("%[2]w %[1]d", 1, io.EOF), fmt.Errorf("nil: %w", nil), fmt.Errorf("not an error: %w", "x"), fmt.Errorf("%w %w", nil, io.EOF), fmt.Errorf("%v", io.EOF),
		fmt.Errorf("%[1]w %[1]w", io.EOF), fmt.Errorf("%w"), fmt.Errorf("extra", io.EOF), fmt.Errorf("%-10w|", io.EOF), fmt.Errorf("%+w %#w", io.EOF, "x"),
	} {
		var many interface{ Unwrap() []error }
		fmt.Printf("%T %q %v %v %v\n", err, err, errors.Unwrap(err), errors.Is(err, io.EOF), errors.As(err, &many) && len(many.Unwrap()) > 0)
	}
}
