package fmt

import (
	"io"
	"os"
)

// A Scanner reads its own text form; it must be a pointer to be of use.
type Scanner interface {
	Scan(state ScanState, verb rune) error
}

// ScanState is what a Scanner sees of the input.
type ScanState interface {
	ReadRune() (r rune, size int, err error)
	UnreadRune() error
	SkipSpace()
	Token(skipSpace bool, f func(rune) bool) (token []byte, err error)
	Width() (wid int, ok bool)
	Read(buf []byte) (n int, err error)
}

// Scan reads operands from standard input, separated by white space; newlines count as space.
func Scan(a ...any) (n int, err error) { return Fscan(os.Stdin, a...) }

// Scanln is Scan, but stops at a newline, which must follow the last operand.
func Scanln(a ...any) (n int, err error) { return Fscanln(os.Stdin, a...) }

// Scanf reads operands from standard input as the format says.
func Scanf(format string, a ...any) (n int, err error) { return Fscanf(os.Stdin, format, a...) }

func Sscan(str string, a ...any) (n int, err error) {
	return newReading(&textSource{text: str}, true, false).operands(a)
}

func Sscanln(str string, a ...any) (n int, err error) {
	return newReading(&textSource{text: str}, false, true).operands(a)
}

func Sscanf(str string, format string, a ...any) (n int, err error) {
	return newReading(&textSource{text: str}, false, false).formatted(format, a)
}

func Fscan(r io.Reader, a ...any) (n int, err error) {
	return newReading(sourceOf(r), true, false).operands(a)
}

func Fscanln(r io.Reader, a ...any) (n int, err error) {
	return newReading(sourceOf(r), false, true).operands(a)
}

func Fscanf(r io.Reader, format string, a ...any) (n int, err error) {
	return newReading(sourceOf(r), false, false).formatted(format, a)
}

// operands reads the operands of Scan and Scanln.
func (s *reading) operands(a []any) (n int, err error) {
	for _, arg := range a {
		if s.operand('v', arg); s.err != nil {
			return n, s.err
		}
		n++
	}
	if s.lineEnds {
		r := s.next()
		for r != none && r != '\n' && isSpace(r) {
			r = s.next()
		}
		if r != none && r != '\n' {
			s.failText("expected newline")
		}
	}
	return n, s.err
}
