// Package errors makes error values and walks the trees that wrapped errors form.
package errors

// ErrUnsupported says that a requested operation cannot be done because it is not supported.
// It is to be found with Is, wrapped in an error that tells which operation it was.
var ErrUnsupported = New("unsupported operation")

// errorString is an error that is nothing but its text. %T shows its name.
type errorString struct {
	s string
}

// New returns an error with the given text; each call gives a different value.
func New(text string) error {
	return &errorString{text}
}

func (e *errorString) Error() string { return e.s }

// joinError is what Join returns. %T shows its name.
type joinError struct {
	errs []error
}

// Join wraps the errors that are not nil into one, whose text has a line for each.
// It returns nil when all are nil.
func Join(errs ...error) error {
	n := 0
	for _, err := range errs {
		if err != nil {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	kept := make([]error, 0, n)
	for _, err := range errs {
		if err != nil {
			kept = append(kept, err)
		}
	}
	return &joinError{kept}
}

func (e *joinError) Error() string {
	if len(e.errs) == 1 {
		return e.errs[0].Error()
	}
	var text []byte
	for i, err := range e.errs {
		if i > 0 {
			text = append(text, '\n')
		}
		text = append(text, err.Error()...)
	}
	return string(text)
}

// Unwrap gives the joined errors.
func (e *joinError) Unwrap() []error { return e.errs }
