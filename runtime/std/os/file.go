// Package os is the program's door to the system: arguments, environment, standard streams, files.
package os

import (
	"io"
	"io/fs"
	"unsafe"
)

// Flags of OpenFile.
const (
	O_RDONLY int = 0x0
	O_WRONLY int = 0x1
	O_RDWR   int = 0x2
	O_APPEND int = 0x400
	O_CREATE int = 0x40
	O_EXCL   int = 0x80
	O_SYNC   int = 0x101000
	O_TRUNC  int = 0x200

	closeOnExec = 0x80000
)

const (
	PathSeparator     = '/'
	PathListSeparator = ':'
	DevNull           = "/dev/null"
)

type FileMode = fs.FileMode

const ModePerm = fs.ModePerm

// A File is an open file.
type File struct {
	fd   int // -1 when closed
	name string
}

var (
	Stdin  = NewFile(0, "/dev/stdin")
	Stdout = NewFile(1, "/dev/stdout")
	Stderr = NewFile(2, "/dev/stderr")
)

// NewFile makes a File of a descriptor that is open already.
func NewFile(fd uintptr, name string) *File {
	if int(fd) < 0 {
		return nil
	}
	return &File{int(fd), name}
}

// Open opens a file for reading.
func Open(name string) (*File, error) { return OpenFile(name, O_RDONLY, 0) }

// Create makes or empties a file, for reading and writing.
func Create(name string) (*File, error) { return OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0666) }

func OpenFile(name string, flag int, perm FileMode) (*File, error) {
	for {
		fd, e := fdOpen(name, flag|closeOnExec, int(perm.Perm()))
		switch errno(e) {
		case 0:
			return &File{fd, name}, nil
		case eintr:
		default:
			return nil, &PathError{Op: "open", Path: name, Err: errno(e)}
		}
	}
}

func (f *File) Name() string { return f.name }

// Fd is the descriptor's number, or the biggest uintptr when the file is closed.
func (f *File) Fd() uintptr {
	if f == nil {
		return ^uintptr(0)
	}
	return uintptr(f.fd)
}

// usable is the error of an operation on a file that is none or is closed.
func (f *File) usable(op string) error {
	if f == nil {
		return ErrInvalid
	}
	if f.fd < 0 {
		return &PathError{Op: op, Path: f.name, Err: ErrClosed}
	}
	return nil
}

func (f *File) Read(p []byte) (n int, err error) {
	if err := f.usable("read"); err != nil {
		return 0, err
	}
	if len(p) == 0 {
		return 0, nil
	}
	for {
		n, e := fdRead(f.fd, p)
		switch {
		case errno(e) == eintr:
		case e != 0:
			return 0, &PathError{Op: "read", Path: f.name, Err: errno(e)}
		case n == 0:
			return 0, io.EOF
		case n < 0 || n > len(p):
			return 0, errNegativeCount
		default:
			return n, nil
		}
	}
}

// Write writes all of p or gives an error.
func (f *File) Write(p []byte) (n int, err error) {
	if err := f.usable("write"); err != nil {
		return 0, err
	}
	for n < len(p) {
		k, e := fdWrite(f.fd, p[n:])
		switch {
		case errno(e) == eintr:
		case e != 0:
			return n, &PathError{Op: "write", Path: f.name, Err: errno(e)}
		case k == 0:
			return n, &PathError{Op: "write", Path: f.name, Err: io.ErrUnexpectedEOF}
		case k < 0 || k > len(p)-n:
			return n, errNegativeCount
		default:
			n += k
		}
	}
	return n, nil
}

// WriteString is Write without a copy of s.
func (f *File) WriteString(s string) (n int, err error) {
	return f.Write(unsafe.Slice(unsafe.StringData(s), len(s)))
}

func (f *File) Close() error {
	if err := f.usable("close"); err != nil {
		return err
	}
	fd := f.fd
	f.fd = -1
	// The descriptor is gone even when the system reports EINTR.
	if e := fdClose(fd); e != 0 && errno(e) != eintr {
		return &PathError{Op: "close", Path: f.name, Err: errno(e)}
	}
	return nil
}

// ReadFile is the content of a whole file.
func ReadFile(name string) ([]byte, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

// WriteFile makes data the content of a file.
func WriteFile(name string, data []byte, perm FileMode) error {
	f, err := OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	return err
}

// Remove removes a file or an empty directory.
func Remove(name string) error {
	for {
		switch e := errno(unlink(name)); e {
		case 0:
			return nil
		case eintr:
		default:
			return &PathError{Op: "remove", Path: name, Err: e}
		}
	}
}
