// Package fmt prints and scans values under the control of format strings.
package fmt

import (
	"internal/value"
	"io"
	"os"
	"unicode/utf8"
)

// A Stringer says how it is printed by the verbs that are valid for strings.
type Stringer interface {
	String() string
}

// A GoStringer says how it is printed by %#v.
type GoStringer interface {
	GoString() string
}

// A Formatter does all its formatting itself.
type Formatter interface {
	Format(f State, verb rune)
}

// State is what a Formatter sees of the printer.
type State interface {
	Write(b []byte) (n int, err error)
	Width() (wid int, ok bool)
	Precision() (prec int, ok bool)
	Flag(c int) bool
}

// options are flags, width and precision of one directive.
type options struct {
	width, prec       int
	hasWidth, hasPrec bool
	minus, plus       bool
	sharp, space      bool
	zero              bool
	plusV, sharpV     bool // %+v and %#v: there the flag is not plus or sharp
}

// A printer holds the output of one call and the state of the directive it is at.
type printer struct {
	out []byte
	options
	now       value.Value // what is being printed, when it was reached by walking
	arg       any         // what is being printed otherwise
	wrapping  bool        // Errorf: %w is a verb
	wrapped   []int       // places of the operands of %w
	erroring  bool        // printing a %!verb(…) text: no methods
	panicking bool        // printing a panic's value: a panic in there goes through
}

func newPrinter() *printer { return &printer{out: make([]byte, 0, 64)} }

// Write is for Formatters.
func (p *printer) Write(b []byte) (n int, err error) {
	p.out = append(p.out, b...)
	return len(b), nil
}

// WriteString is what io.WriteString finds in a State.
func (p *printer) WriteString(s string) (n int, err error) {
	p.out = append(p.out, s...)
	return len(s), nil
}

func (p *printer) Width() (wid int, ok bool) { return p.width, p.hasWidth }

func (p *printer) Precision() (prec int, ok bool) { return p.prec, p.hasPrec }

func (p *printer) Flag(c int) bool {
	switch c {
	case '-':
		return p.minus
	case '+':
		return p.plus || p.plusV
	case '#':
		return p.sharp || p.sharpV
	case ' ':
		return p.space
	case '0':
		return p.zero
	}
	return false
}

// FormatString gives the directive that state and verb stand for.
func FormatString(state State, verb rune) string {
	b := make([]byte, 1, 16)
	b[0] = '%'
	for _, c := range " +-#0" {
		if state.Flag(int(c)) {
			b = append(b, byte(c))
		}
	}
	if w, ok := state.Width(); ok {
		b = appendDecimal(b, int64(w))
	}
	if n, ok := state.Precision(); ok {
		b = append(b, '.')
		b = appendDecimal(b, int64(n))
	}
	return string(utf8.AppendRune(b, verb))
}

// print prints operands as Print does: a space between two that are both not strings.
func (p *printer) print(a []any) {
	afterString := true
	for i, arg := range a {
		isString := isStringKind(arg)
		if i > 0 && !isString && !afterString {
			p.out = append(p.out, ' ')
		}
		p.operand(arg, 'v')
		afterString = isString
	}
}

func isStringKind(arg any) bool {
	switch arg.(type) {
	case nil, int, bool, float64, error:
		if _, ok := arg.(error); !ok {
			return false
		}
	case string:
		return true
	}
	return value.TypeOf(arg).Kind() == value.String
}

// println prints operands as Println does: spaces between, a newline at the end.
func (p *printer) println(a []any) {
	for i, arg := range a {
		if i > 0 {
			p.out = append(p.out, ' ')
		}
		// The operands of most calls need nothing else of the printer.
		switch x := arg.(type) {
		case string:
			p.out = append(p.out, x...)
		case int:
			p.out = appendDecimal(p.out, int64(x))
		default:
			p.operand(arg, 'v')
		}
	}
	p.out = append(p.out, '\n')
}

func Fprintf(w io.Writer, format string, a ...any) (n int, err error) {
	p := newPrinter()
	p.printf(format, a)
	return w.Write(p.out)
}

func Printf(format string, a ...any) (n int, err error) {
	p := newPrinter()
	p.printf(format, a)
	return os.Stdout.Write(p.out)
}

func Sprintf(format string, a ...any) string {
	p := newPrinter()
	p.printf(format, a)
	return string(p.out)
}

func Appendf(b []byte, format string, a ...any) []byte {
	p := &printer{out: b}
	p.printf(format, a)
	return p.out
}

func Fprint(w io.Writer, a ...any) (n int, err error) {
	p := newPrinter()
	p.print(a)
	return w.Write(p.out)
}

func Print(a ...any) (n int, err error) {
	p := newPrinter()
	p.print(a)
	return os.Stdout.Write(p.out)
}

func Sprint(a ...any) string {
	p := newPrinter()
	p.print(a)
	return string(p.out)
}

func Append(b []byte, a ...any) []byte {
	p := &printer{out: b}
	p.print(a)
	return p.out
}

func Fprintln(w io.Writer, a ...any) (n int, err error) {
	p := newPrinter()
	p.println(a)
	return w.Write(p.out)
}

func Println(a ...any) (n int, err error) {
	p := newPrinter()
	p.println(a)
	return os.Stdout.Write(p.out)
}

func Sprintln(a ...any) string {
	p := newPrinter()
	p.println(a)
	return string(p.out)
}

func Appendln(b []byte, a ...any) []byte {
	p := &printer{out: b}
	p.println(a)
	return p.out
}
