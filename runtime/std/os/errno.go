package os

import (
	"errors"
	"io/fs"
	"syscall"
)

var (
	ErrInvalid    = fs.ErrInvalid
	ErrPermission = fs.ErrPermission
	ErrExist      = fs.ErrExist
	ErrNotExist   = fs.ErrNotExist
	ErrClosed     = fs.ErrClosed

	ErrNoDeadline             = errors.New("file type does not support deadline")
	ErrDeadlineExceeded error = &deadlineExceeded{}
)

type PathError = fs.PathError

// deadlineExceeded is the error of an operation that took too long.
type deadlineExceeded struct{}

func (e *deadlineExceeded) Error() string   { return "i/o timeout" }
func (e *deadlineExceeded) Timeout() bool   { return true }
func (e *deadlineExceeded) Temporary() bool { return true }

// retry makes a call again until no signal interrupts it, and gives its error.
func retry(call func() int) error {
	for {
		if e := syscall.Errno(call()); e != syscall.EINTR {
			if e == 0 {
				return nil
			}
			return e
		}
	}
}

// onPath is retry whose error tells operation and path.
func onPath(op, path string, call func() int) error {
	if err := retry(call); err != nil {
		return &PathError{Op: op, Path: path, Err: err}
	}
	return nil
}

// isCause looks through this package's own errors only, not through other wrapping, as these
// functions always did.
func isCause(err, target error) bool {
	err = cause(err)
	if err == target {
		return true
	}
	e, ok := err.(syscall.Errno)
	return ok && e.Is(target)
}

func cause(err error) error {
	switch e := err.(type) {
	case *PathError:
		return e.Err
	case *LinkError:
		return e.Err
	case *SyscallError:
		return e.Err
	}
	return err
}

func IsExist(err error) bool      { return isCause(err, ErrExist) }
func IsNotExist(err error) bool   { return isCause(err, ErrNotExist) }
func IsPermission(err error) bool { return isCause(err, ErrPermission) }

// IsTimeout tells whether err says that time ran out.
func IsTimeout(err error) bool {
	t, ok := cause(err).(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// A SyscallError is an error of a system call by name.
type SyscallError struct {
	Syscall string
	Err     error
}

func (e *SyscallError) Error() string { return e.Syscall + ": " + e.Err.Error() }
func (e *SyscallError) Unwrap() error { return e.Err }

// Timeout tells whether the error says that time ran out.
func (e *SyscallError) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// NewSyscallError gives nil for nil.
func NewSyscallError(syscall string, err error) error {
	if err == nil {
		return nil
	}
	return &SyscallError{syscall, err}
}

// A LinkError is an error of an operation on two paths.
type LinkError struct {
	Op  string
	Old string
	New string
	Err error
}

func (e *LinkError) Error() string {
	return e.Op + " " + e.Old + " " + e.New + ": " + e.Err.Error()
}

func (e *LinkError) Unwrap() error { return e.Err }

var errNegativeCount = errors.New("os: the system counted wrong")
