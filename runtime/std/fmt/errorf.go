package fmt

import "errors"

type wrapError struct {
	msg string
	err error
}

func (e *wrapError) Error() string { return e.msg }
func (e *wrapError) Unwrap() error { return e.err }

type wrapErrors struct {
	msg  string
	errs []error
}

func (e *wrapErrors) Error() string   { return e.msg }
func (e *wrapErrors) Unwrap() []error { return e.errs }

// Errorf gives an error with the formatted text that wraps the operands of its %w verbs.
func Errorf(format string, a ...any) error {
	p := newPrinter()
	p.wrapping = true
	p.printf(format, a)
	text := string(p.out)
	switch len(p.wrapped) {
	case 0:
		return errors.New(text)
	case 1:
		err, _ := a[p.wrapped[0]].(error)
		return &wrapError{text, err}
	}
	// Errors are listed in the operands' order, each operand once.
	taken := make([]bool, len(a))
	for _, place := range p.wrapped {
		taken[place] = true
	}
	var errs []error
	for i, arg := range a {
		if err, ok := arg.(error); ok && taken[i] {
			errs = append(errs, err)
		}
	}
	return &wrapErrors{text, errs}
}
