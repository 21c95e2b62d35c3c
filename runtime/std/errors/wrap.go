package errors

// comparableType reports whether == is defined for values of err's dynamic type. err is not nil.
func comparableType(err error) bool

// targetFault is 0 when target points to a variable of an interface type or of a type that implements
// error, 1 when it is not a non-nil pointer, 2 when it points to something else. Neither is nil.
func targetFault(err error, target any) int

// assignTarget reports whether err's dynamic type is assignable to the type that target points to
// and stores err there when it is. target is without fault.
func assignTarget(err error, target any) bool

// Unwrap calls err's method Unwrap() error, if there is one; otherwise the result is nil.
// It does not look into errors with several causes, as Join makes them.
func Unwrap(err error) error {
	if w, ok := err.(interface{ Unwrap() error }); ok {
		return w.Unwrap()
	}
	return nil
}

// Is reports whether err's tree has an error that equals target or whose method Is(error) bool says
// that it does. The tree is walked depth first, err itself before what it wraps.
func Is(err, target error) bool {
	if err == nil || target == nil {
		return err == target
	}
	return is(err, target, comparableType(target))
}

func is(err, target error, comparable bool) bool {
	for err != nil {
		if comparable && err == target {
			return true
		}
		if x, ok := err.(interface{ Is(error) bool }); ok && x.Is(target) {
			return true
		}
		switch w := err.(type) {
		case interface{ Unwrap() error }:
			err = w.Unwrap()
		case interface{ Unwrap() []error }:
			for _, cause := range w.Unwrap() {
				if is(cause, target, comparable) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
	return false
}

// As looks in err's tree for the first error that can be assigned to *target, or whose method
// As(any) bool says that it has stored something there. It panics when target is not a non-nil
// pointer to an interface type or to a type that implements error.
func As(err error, target any) bool {
	if err == nil {
		return false
	}
	if target == nil {
		panic("errors: target cannot be nil")
	}
	switch targetFault(err, target) {
	case 1:
		panic("errors: target must be a non-nil pointer")
	case 2:
		panic("errors: *target must be interface or implement error")
	}
	return as(err, target)
}

func as(err error, target any) bool {
	for err != nil {
		if assignTarget(err, target) {
			return true
		}
		if x, ok := err.(interface{ As(any) bool }); ok && x.As(target) {
			return true
		}
		switch w := err.(type) {
		case interface{ Unwrap() error }:
			err = w.Unwrap()
		case interface{ Unwrap() []error }:
			for _, cause := range w.Unwrap() {
				if cause != nil && as(cause, target) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
	return false
}

// AsType looks in err's tree for the first error of type E, or whose method As(any) bool fills a
// variable of that type.
func AsType[E error](err error) (E, bool) {
	var found E
	if err == nil {
		return found, false
	}
	// target is made only for the first error that has a method As.
	var target *E
	ok := asType(err, &found, &target)
	return found, ok
}

func asType[E error](err error, found *E, target **E) bool {
	for err != nil {
		if e, ok := err.(E); ok {
			*found = e
			return true
		}
		if x, ok := err.(interface{ As(any) bool }); ok {
			if *target == nil {
				*target = new(E)
			}
			if x.As(*target) {
				*found = **target
				return true
			}
		}
		switch w := err.(type) {
		case interface{ Unwrap() error }:
			err = w.Unwrap()
		case interface{ Unwrap() []error }:
			for _, cause := range w.Unwrap() {
				if cause != nil && asType(cause, found, target) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
	return false
}
