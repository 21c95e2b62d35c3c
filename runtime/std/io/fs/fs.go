// Package fs holds what file systems have in common. So far: the errors of files, and file modes as
// far as opening files needs them.
package fs

import "errors"

// What an error of a file operation can be, in the sense of errors.Is.
var (
	ErrInvalid    = errors.New("invalid argument")
	ErrPermission = errors.New("permission denied")
	ErrExist      = errors.New("file already exists")
	ErrNotExist   = errors.New("file does not exist")
	ErrClosed     = errors.New("file already closed")
)

// A PathError is an error together with the operation and the file that had it.
type PathError struct {
	Op   string
	Path string
	Err  error
}

func (e *PathError) Error() string { return e.Op + " " + e.Path + ": " + e.Err.Error() }

func (e *PathError) Unwrap() error { return e.Err }

// Timeout tells whether the error says that time ran out.
func (e *PathError) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// A FileMode is a file's permission bits; other bits are not supported yet.
type FileMode uint32

// ModePerm masks the permission bits.
const ModePerm FileMode = 0777

func (m FileMode) Perm() FileMode { return m & ModePerm }
