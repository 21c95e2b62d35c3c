// Package errors: identity, trees, Is and As with methods of their own.
package main

import (
	"encoding"
	"errors"
	"fmt"
	"io"
	"io/fs"
)

type coded struct{ code int }

func (c coded) Error() string { return fmt.Sprint("code ", c.code) }

type pointerErr struct{ s string }

func (p *pointerErr) Error() string { return p.s }

type liar struct{ error }

func (l liar) Is(target error) bool { return target == io.EOF }
func (l liar) As(target any) bool {
	if c, ok := target.(*coded); ok {
		c.code = 77
		return true
	}
	return false
}

type wrapping struct {
	msg string
	err error
}

func (w wrapping) Error() string { return w.msg + ": " + w.err.Error() }
func (w wrapping) Unwrap() error { return w.err }

type multi []error

func (m multi) Error() string   { return fmt.Sprint(len(m), " errors") }
func (m multi) Unwrap() []error { return m }

type uncomparable struct{ list []int }

func (uncomparable) Error() string { return "uncomparable" }

type timeouter interface{ Timeout() bool }

type slow struct{}

func (slow) Error() string { return "slow" }
func (slow) Timeout() bool { return true }

// both text and binary forms
type version struct{ major, minor int }

func (v version) MarshalText() ([]byte, error) {
	return fmt.Appendf(nil, "%d.%d", v.major, v.minor), nil
}
func (v version) AppendText(b []byte) ([]byte, error) {
	return fmt.Appendf(b, "%d.%d", v.major, v.minor), nil
}
func (v *version) UnmarshalText(b []byte) error {
	_, err := fmt.Sscanf(string(b), "%d.%d", &v.major, &v.minor)
	return err
}
func (v version) MarshalBinary() ([]byte, error) { return []byte{byte(v.major), byte(v.minor)}, nil }
func (v version) AppendBinary(b []byte) ([]byte, error) {
	return append(b, byte(v.major), byte(v.minor)), nil
}
func (v *version) UnmarshalBinary(b []byte) error {
	if len(b) != 2 {
		return errors.ErrUnsupported
	}
	v.major, v.minor = int(b[0]), int(b[1])
	return nil
}

func try(what string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(what, "panics:", r)
		}
	}()
	f()
}

func main() {
	a, b := errors.New("same"), errors.New("same")
	fmt.Println(a == a, a == b, a.Error() == b.Error(), errors.Is(a, b), errors.Is(a, a))
	base := &pointerErr{"base"}
	w := wrapping{"outer", wrapping{"inner", base}}
	list := []error{nil, a, base, w, liar{a}, coded{3}, multi{io.EOF, coded{5}}, multi{}, multi{nil, a}, errors.Join(), errors.Join(nil, nil), errors.Join(a), errors.Join(a, nil, base), errors.Join(errors.Join(a, io.EOF), w),
		fmt.Errorf("w: %w", a), fmt.Errorf("%w %w", io.EOF, coded{9}), uncomparable{}, wrapping{"u", uncomparable{}}, slow{}, fmt.Errorf("deep: %w", fmt.Errorf("deeper: %w", slow{})), &fs.PathError{Op: "op", Path: "path", Err: slow{}}, errors.ErrUnsupported}
	targets := []error{nil, a, b, io.EOF, base, coded{3}, coded{5}, errors.ErrUnsupported, uncomparable{}}
	for i, err := range list {
		fmt.Printf("%d %T %q unwrap %v:", i, err, fmt.Sprint(err), errors.Unwrap(err))
		for _, t := range targets {
			fmt.Print(" ", errors.Is(err, t))
		}
		var c coded
		var p *pointerErr
		var t timeouter
		var w wrapping
		var e error
		fmt.Println(" |", errors.As(err, &c), c, errors.As(err, &p), p == base, errors.As(err, &t), t, errors.As(err, &w), w.msg, errors.As(err, &e), e != nil)
		found, ok := errors.AsType[coded](err)
		fmt.Print("   ", found, ok)
		pe, ok := errors.AsType[*pointerErr](err)
		fmt.Print(pe == base, ok)
		path, ok := errors.AsType[*fs.PathError](err)
		fmt.Println(path, ok)
	}
	try("nil target", func() { errors.As(a, nil) })
	try("not a pointer", func() { errors.As(a, "x") })
	try("nil pointer", func() { errors.As(a, (*error)(nil)) })
	try("not an error", func() { var s string; errors.As(a, &s) })
	try("nil error", func() { fmt.Println(errors.As(nil, nil)) })

	pe := &fs.PathError{Op: "open", Path: "/x", Err: fs.ErrNotExist}
	fmt.Println(pe.Error(), pe.Unwrap(), pe.Timeout(), pe.Op, pe.Path, pe.Err, errors.Is(pe, fs.ErrNotExist))
	fmt.Println(fs.ErrInvalid, fs.ErrPermission, fs.ErrExist, fs.ErrNotExist, fs.ErrClosed, errors.ErrUnsupported)

	v := version{1, 22}
	var tm encoding.TextMarshaler = v
	var ta encoding.TextAppender = v
	var bm encoding.BinaryMarshaler = v
	var ba encoding.BinaryAppender = v
	var to version
	var tu encoding.TextUnmarshaler = &to
	var bu encoding.BinaryUnmarshaler = &to
	text, err := tm.MarshalText()
	fmt.Println(string(text), err, tu.UnmarshalText([]byte("3.4")), to)
	text, err = ta.AppendText([]byte("v"))
	fmt.Println(string(text), err)
	bin, err := bm.MarshalBinary()
	fmt.Println(bin, err, bu.UnmarshalBinary(bin), to, bu.UnmarshalBinary(nil))
	bin, err = ba.AppendBinary(bin)
	fmt.Println(bin, err)
}
