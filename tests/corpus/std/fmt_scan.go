// The Scan family: verbs, spaces and newlines, errors, Scanner and ScanState.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

type custom struct {
	verb rune
	text string
}

func (c *custom) Scan(s fmt.ScanState, verb rune) error {
	c.verb = verb
	w, ok := s.Width()
	tok, err := s.Token(true, func(r rune) bool { return r != ';' && r != '\n' })
	c.text = fmt.Sprintf("%s/%d/%v", tok, w, ok)
	if err != nil {
		return err
	}
	if r, size, err := s.ReadRune(); err == nil {
		if r != ';' {
			s.UnreadRune()
		} else {
			c.text += fmt.Sprint(size)
		}
	}
	return nil
}

type failing struct{}

func (failing) Scan(fmt.ScanState, rune) error { return errors.New("refused") }

type spaces struct{ a, b byte }

func (v *spaces) Scan(s fmt.ScanState, verb rune) error {
	s.SkipSpace()
	var p [1]byte
	if r, _, err := s.ReadRune(); err != nil {
		return err
	} else {
		v.a = byte(r)
	}
	_, err := s.Read(p[:])
	fmt.Print("<", err, ">")
	return nil
}

// oneRune reads without UnreadRune: fmt must not lose what follows.
type oneRune struct{ s string }

func (o *oneRune) Read(p []byte) (int, error) {
	if o.s == "" {
		return 0, io.EOF
	}
	p[0] = o.s[0]
	o.s = o.s[1:]
	return 1, nil
}

type my struct {
	b    bool
	i    int
	i8   int8
	i16  int16
	i32  int32
	i64  int64
	u    uint
	u8   uint8
	u16  uint16
	u32  uint32
	u64  uint64
	up   uintptr
	f32  float32
	f64  float64
	c64  complex64
	c128 complex128
	s    string
	bs   []byte
	r    rune
}

type (
	named  int
	namedS string
	namedB []byte
	namedF float32
)

func main() {
	// Each type with each verb and each text.
	texts := []string{"", " ", "1", "-1", "+7", "0x1F", "0b101", "0o17", "017", "1_000", "300", "99999999999999999999", "1.5", "-2e3", "0x1p4", "inf", "nan", "1+2i", "(3-4i)", "true", "F", "t", "maybe", "hello", `"quoted\n"`, "`raw`", "'x'", "日本", "68656c", "xyz", " 5", "\n5", "12 34", "1,2"}
	for _, verb := range []string{"%v", "%d", "%b", "%o", "%x", "%X", "%c", "%q", "%s", "%t", "%e", "%f", "%g", "%U", "%z", "%3d", "%2s", "%5v"} {
		fmt.Println(verb)
		for _, text := range texts {
			var m my
			var n named
			var ns namedS
			var nb namedB
			var nf namedF
			for _, p := range []any{&m.b, &m.i, &m.i8, &m.u, &m.u8, &m.f32, &m.f64, &m.c128, &m.s, &m.bs, &m.r, &n, &ns, &nb, &nf} {
				count, err := fmt.Sscanf(text, verb, p)
				if err != nil {
					fmt.Print(" ", count, " ", err, ";")
				}
			}
			fmt.Printf("\n %q %v %q %q %q %v\n", text, m, m.s, ns, nb, nf)
		}
	}
	for _, text := range texts {
		var m my
		for _, p := range []any{&m.b, &m.i, &m.i8, &m.i16, &m.i32, &m.i64, &m.u, &m.u8, &m.u16, &m.u32, &m.u64, &m.up, &m.f32, &m.f64, &m.c64, &m.c128, &m.s, &m.bs} {
			count, err := fmt.Sscan(text, p)
			fmt.Print(" ", count, " ", err, ";")
		}
		fmt.Printf("\n %q %v\n", text, m)
	}

	var a, b, c int
	var s, t string
	var r1, r2 rune
	var f float64
	show := func(n int, err error) {
		fmt.Printf("%d %v | %d %d %d %q %q %q %q %v\n", n, err, a, b, c, s, t, r1, r2, f)
		a, b, c, s, t, r1, r2, f = 0, 0, 0, "", "", 0, 0, 0
	}
	show(fmt.Sscan("1 2\n3", &a, &b, &c))
	show(fmt.Sscan("1 2", &a, &b, &c))
	show(fmt.Sscan("1 x 3", &a, &b, &c))
	show(fmt.Sscanln("1 2 3\n4", &a, &b, &c))
	show(fmt.Sscanln("1 2\n3", &a, &b, &c))
	show(fmt.Sscanln("1 2 3 4", &a, &b, &c))
	show(fmt.Sscanln("1 2 3  ", &a, &b, &c))
	show(fmt.Sscanln("", &a))
	show(fmt.Sscanln("\n", &a))
	show(fmt.Sscanln("1\r\n", &a))
	show(fmt.Sscan("", &a))
	show(fmt.Sscan("1"))
	show(fmt.Sscan("5 five", &a, &s))
	show(fmt.Sscan("1", a))
	show(fmt.Sscan("x", &struct{}{}))
	show(fmt.Sscanf("1,2,3", "%d,%d,%d", &a, &b, &c))
	show(fmt.Sscanf("1, 2 ,3", "%d,%d,%d", &a, &b, &c))
	show(fmt.Sscanf("1 2\n3", "%d %d\n%d", &a, &b, &c))
	show(fmt.Sscanf("1\n2", "%d %d", &a, &b))
	show(fmt.Sscanf("1 2", "%d\n%d", &a, &b))
	show(fmt.Sscanf("1   2", "%d %d", &a, &b))
	show(fmt.Sscanf("1 2", "%d%d", &a, &b))
	show(fmt.Sscanf("12", "%1d%1d", &a, &b))
	show(fmt.Sscanf("12345", "%2d%d", &a, &b))
	show(fmt.Sscanf("abc 5", "abc %d", &a))
	show(fmt.Sscanf("abd 5", "abc %d", &a))
	show(fmt.Sscanf("50% off", "%d%% %s", &a, &s))
	show(fmt.Sscanf("50", "%d%%", &a))
	show(fmt.Sscanf("x=5 y=hello", "x=%d y=%s", &a, &s))
	show(fmt.Sscanf("xy", "%c%c", &r1, &r2))
	show(fmt.Sscanf(" x", "%c%c", &r1, &r2))
	show(fmt.Sscanf("日本", "%c%c", &r1, &r2))
	show(fmt.Sscanf("hello world", "%3s%s", &s, &t))
	show(fmt.Sscanf("1 2 3", "%d %d", &a, &b))
	show(fmt.Sscanf("1", "%d %d", &a, &b))
	show(fmt.Sscanf("1 2", "%d", &a, &b))
	show(fmt.Sscanf("1 2", "%d %d %d", &a, &b))
	show(fmt.Sscanf("1", "%", &a))
	show(fmt.Sscanf("1", "%!", &a))
	show(fmt.Sscanf("3.25e2 7", "%g %d", &f, &a))
	show(fmt.Sscanf("(1)", "(%d)", &a))
	show(fmt.Sscanf("a  b", "a b"))
	show(fmt.Sscanf("ab", "a b"))
	show(fmt.Sscanf("\n\n5", "%d", &a))
	show(fmt.Sscanf("5\n\n6", "%d\n\n%d", &a, &b))
	show(fmt.Sscanf("5 \n 6", "%d \n %d", &a, &b))
	show(fmt.Sscanf("0x1f 1f", "%v %x", &a, &b))
	show(fmt.Sscanf("-0x1f -077", "%v %v", &a, &b))
	show(fmt.Sscanf("5 6 7", "%[2]d %d", &a, &b))

	var cu custom
	n, err := fmt.Sscan("  word;rest", &cu)
	fmt.Println(n, err, cu)
	n, err = fmt.Sscanf("abc;def", "%5q%s", &cu, &s)
	fmt.Println(n, err, cu, s)
	n, err = fmt.Sscan("x", failing{})
	fmt.Println(n, err)
	var sp spaces
	n, err = fmt.Sscan("  q", &sp)
	fmt.Println(n, err, sp)
	var scanner fmt.Scanner = &cu
	fmt.Println(scanner.Scan(nil2(), 'v') != nil)

	// Reading goes on where the last call stopped.
	reader := strings.NewReader("10 20 30\nforty fifty\n60")
	for {
		n, err := fmt.Fscan(reader, &a)
		fmt.Print(n, " ", err, " ", a, "; ")
		if err != nil {
			break
		}
	}
	n, err = fmt.Fscanln(reader, &s, &t)
	fmt.Println(n, err, s, t)
	n, err = fmt.Fscanln(reader, &s, &t)
	fmt.Println(n, err, s, t)
	n, err = fmt.Fscanf(reader, "%d", &a)
	fmt.Println(n, err, a, reader.Len())
	slow := &oneRune{"7 8é9"}
	n, err = fmt.Fscan(slow, &a)
	fmt.Printf("%d %v %d %q\n", n, err, a, slow.s)
	n, err = fmt.Fscanf(slow, "%d%c", &a, &r1)
	fmt.Printf("%d %v %d %q %q\n", n, err, a, r1, slow.s)
	var buf bytes.Buffer
	buf.WriteString("1 2 3")
	n, err = fmt.Fscan(&buf, &a, &b)
	fmt.Println(n, err, a, b, buf.String())
	// Standard input is empty here.
	n, err = fmt.Scan(&a)
	fmt.Println(n, err)
	n, err = fmt.Scanln(&a)
	fmt.Println(n, err)
	n, err = fmt.Scanf("%d", &a)
	fmt.Println(n, err)
	os.Stdin.Close()
}

type noState struct{}

func (noState) ReadRune() (rune, int, error)                { return 0, 0, io.EOF }
func (noState) UnreadRune() error                           { return nil }
func (noState) SkipSpace()                                  {}
func (noState) Token(bool, func(rune) bool) ([]byte, error) { return nil, io.EOF }
func (noState) Width() (int, bool)                          { return 0, false }
func (noState) Read([]byte) (int, error)                    { return 0, io.EOF }
func nil2() fmt.ScanState                                   { return noState{} }
