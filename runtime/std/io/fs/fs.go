// Package fs has the interfaces of file systems and what can be done with any of them.
package fs

import (
	"internal/oserror"
	"time"
)

// What an error of a file operation can be, in the sense of errors.Is.
var (
	ErrInvalid    = oserror.ErrInvalid
	ErrPermission = oserror.ErrPermission
	ErrExist      = oserror.ErrExist
	ErrNotExist   = oserror.ErrNotExist
	ErrClosed     = oserror.ErrClosed
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

// An FS is a tree of files, whose names are as ValidPath wants them.
type FS interface {
	Open(name string) (File, error)
}

// A File is an open file.
type File interface {
	Stat() (FileInfo, error)
	Read([]byte) (int, error)
	Close() error
}

// A FileInfo describes a file.
type FileInfo interface {
	Name() string       // the last element of its path
	Size() int64        // in bytes
	Mode() FileMode     // type and permissions
	ModTime() time.Time // of the last change
	IsDir() bool        // what its mode says
	Sys() any           // where this comes from; may be nil
}

// A DirEntry is what a directory says about a file in it.
type DirEntry interface {
	Name() string
	IsDir() bool
	Type() FileMode
	Info() (FileInfo, error)
}

// A ReadDirFile is a directory that can be read.
type ReadDirFile interface {
	File
	// At most n entries, and io.EOF when there are no more; all of them when n <= 0.
	ReadDir(n int) ([]DirEntry, error)
}

// The interfaces of file systems that do more than Open themselves.
type (
	// ReadDirFS has a ReadDir of its own.
	ReadDirFS interface {
		FS
		ReadDir(name string) ([]DirEntry, error)
	}
	// ReadFileFS has a ReadFile of its own.
	ReadFileFS interface {
		FS
		ReadFile(name string) ([]byte, error)
	}
	// StatFS has a Stat of its own.
	StatFS interface {
		FS
		Stat(name string) (FileInfo, error)
	}
	// GlobFS has a Glob of its own.
	GlobFS interface {
		FS
		Glob(pattern string) ([]string, error)
	}
	// SubFS has a Sub of its own.
	SubFS interface {
		FS
		Sub(dir string) (FS, error)
	}
	// ReadLinkFS knows symbolic links.
	ReadLinkFS interface {
		FS
		ReadLink(name string) (string, error)
		Lstat(name string) (FileInfo, error)
	}
)
