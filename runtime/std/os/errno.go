package os

import (
	"errors"
	"io/fs"
)

var (
	ErrInvalid    = fs.ErrInvalid
	ErrPermission = fs.ErrPermission
	ErrExist      = fs.ErrExist
	ErrNotExist   = fs.ErrNotExist
	ErrClosed     = fs.ErrClosed
)

type PathError = fs.PathError

// errno is an error of the system.
type errno int

const (
	eperm     errno = 1
	enoent    errno = 2
	eintr     errno = 4
	eagain    errno = 11
	eacces    errno = 13
	eexist    errno = 17
	einval    errno = 22
	enotempty errno = 39
	etimedout errno = 110
)

func (e errno) Error() string { return errnoText(int(e)) }

// Is makes errors.Is(err, ErrNotExist) and its like true.
func (e errno) Is(target error) bool {
	switch target {
	case ErrNotExist:
		return e == enoent
	case ErrExist:
		return e == eexist || e == enotempty
	case ErrPermission:
		return e == eacces || e == eperm
	}
	return false
}

func (e errno) Timeout() bool { return e == eagain || e == etimedout }

// isCause looks through a PathError only, not through other wrapping, as these functions always did.
func isCause(err, target error) bool {
	if p, ok := err.(*PathError); ok {
		err = p.Err
	}
	if err == target {
		return true
	}
	e, ok := err.(errno)
	return ok && e.Is(target)
}

func IsExist(err error) bool      { return isCause(err, ErrExist) }
func IsNotExist(err error) bool   { return isCause(err, ErrNotExist) }
func IsPermission(err error) bool { return isCause(err, ErrPermission) }

// IsTimeout tells whether err says that time ran out.
func IsTimeout(err error) bool {
	if p, ok := err.(*PathError); ok {
		err = p.Err
	}
	t, ok := err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// A SyscallError is an error of a system call by name.
type SyscallError struct {
	Syscall string
	Err     error
}

func (e *SyscallError) Error() string { return e.Syscall + ": " + e.Err.Error() }
func (e *SyscallError) Unwrap() error { return e.Err }

// NewSyscallError gives nil for nil.
func NewSyscallError(syscall string, err error) error {
	if err == nil {
		return nil
	}
	return &SyscallError{syscall, err}
}

var errNegativeCount = errors.New("os: the system counted wrong")
