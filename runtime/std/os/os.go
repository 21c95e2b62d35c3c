// Package os is the program's view of the system: arguments, environment, files, exit.
package os

import "io"

func args() []string
func environ() []string
func exit(code int)
func fdRead(fd int, p []byte) (n int, errno int)
func fdWrite(fd int, p []byte) (n int, errno int)
func fdOpen(path string, flag int, perm int) (fd int, errno int)
func fdClose(fd int) (errno int)
func removePath(path string) (errno int)
func errnoText(errno int) string

// Args are the command line; Args[0] is the program.
var Args []string = args()

// Getpid is the process's number.
func Getpid() int

// Exit ends the program at once; deferred functions do not run.
func Exit(code int) { exit(code) }

// Flags of OpenFile.
const (
	O_RDONLY int = 0
	O_WRONLY int = 1
	O_RDWR   int = 2
	O_APPEND int = 0x400
	O_CREATE int = 0x40
	O_EXCL   int = 0x80
	O_SYNC   int = 0x101000
	O_TRUNC  int = 0x200
)

// FileMode has a file's permissions.
type FileMode uint32

// ModePerm are the permission bits.
const ModePerm FileMode = 0o777

type fixedError struct{ text string }

func (e *fixedError) Error() string { return e.text }

// Errors that errors.Is finds in those of this package.
var (
	ErrInvalid    error = &fixedError{"invalid argument"}
	ErrPermission error = &fixedError{"permission denied"}
	ErrExist      error = &fixedError{"file already exists"}
	ErrNotExist   error = &fixedError{"file does not exist"}
	ErrClosed     error = &fixedError{"file already closed"}
)

// errno is an error of the system.
type errno int

func (e errno) Error() string { return errnoText(int(e)) }

func (e errno) Is(target error) bool {
	switch target {
	case ErrPermission:
		return e == 13 || e == 1
	case ErrExist:
		return e == 17 || e == 39
	case ErrNotExist:
		return e == 2
	}
	return false
}

// PathError says what failed on which path.
type PathError struct {
	Op   string
	Path string
	Err  error
}

func (e *PathError) Error() string { return e.Op + " " + e.Path + ": " + e.Err.Error() }

// Unwrap gives the cause.
func (e *PathError) Unwrap() error { return e.Err }

func cause(err error) error {
	if p, ok := err.(*PathError); ok {
		return p.Err
	}
	return err
}

func isCause(err, target error) bool {
	err = cause(err)
	if err == target {
		return true
	}
	e, ok := err.(errno)
	return ok && e.Is(target)
}

// IsNotExist reports whether err says that a file is missing.
func IsNotExist(err error) bool { return isCause(err, ErrNotExist) }

// IsExist reports whether err says that a file is there already.
func IsExist(err error) bool { return isCause(err, ErrExist) }

// IsPermission reports whether err says that something is not allowed.
func IsPermission(err error) bool { return isCause(err, ErrPermission) }

// File is an open file.
type File struct {
	fd     int
	name   string
	closed bool
}

// The standard streams.
var (
	Stdin  = &File{fd: 0, name: "/dev/stdin"}
	Stdout = &File{fd: 1, name: "/dev/stdout"}
	Stderr = &File{fd: 2, name: "/dev/stderr"}
)

// Name is the name it was opened with.
func (f *File) Name() string { return f.name }

// Fd is its number in the system.
func (f *File) Fd() uintptr { return uintptr(f.fd) }

func (f *File) check(op string) error {
	if f == nil {
		return ErrInvalid
	}
	if f.closed {
		return &PathError{op, f.name, ErrClosed}
	}
	return nil
}

// Read implements io.Reader.
func (f *File) Read(p []byte) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if len(p) == 0 {
		return 0, nil
	}
	n, e := fdRead(f.fd, p)
	if e != 0 {
		return 0, &PathError{"read", f.name, errno(e)}
	}
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

// Write implements io.Writer.
func (f *File) Write(p []byte) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	for n < len(p) {
		m, e := fdWrite(f.fd, p[n:])
		if e != 0 {
			return n, &PathError{"write", f.name, errno(e)}
		}
		n += m
	}
	return n, nil
}

// WriteString writes a string.
func (f *File) WriteString(s string) (n int, err error) { return f.Write([]byte(s)) }

// Sync does nothing: writes are not buffered.
func (f *File) Sync() error { return f.check("sync") }

// Close closes the file.
func (f *File) Close() error {
	if err := f.check("close"); err != nil {
		return err
	}
	f.closed = true
	if e := fdClose(f.fd); e != 0 {
		return &PathError{"close", f.name, errno(e)}
	}
	return nil
}

// OpenFile opens a file with flags.
func OpenFile(name string, flag int, perm FileMode) (*File, error) {
	fd, e := fdOpen(name, flag, int(perm))
	if e != 0 {
		return nil, &PathError{"open", name, errno(e)}
	}
	return &File{fd: fd, name: name}, nil
}

// Open opens a file for reading.
func Open(name string) (*File, error) { return OpenFile(name, O_RDONLY, 0) }

// Create makes a file, or empties one, for writing.
func Create(name string) (*File, error) { return OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0o666) }

// Remove removes a file or an empty directory.
func Remove(name string) error {
	if e := removePath(name); e != 0 {
		return &PathError{"remove", name, errno(e)}
	}
	return nil
}

// ReadFile reads a whole file.
func ReadFile(name string) ([]byte, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

// WriteFile writes a whole file.
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

var environment []string = environ()

func find(key string) int {
	for i, e := range environment {
		if len(e) > len(key) && e[len(key)] == '=' && e[:len(key)] == key {
			return i
		}
	}
	return -1
}

// LookupEnv gives an environment variable's value and whether it is set.
func LookupEnv(key string) (string, bool) {
	if i := find(key); i >= 0 {
		return environment[i][len(key)+1:], true
	}
	return "", false
}

// Getenv gives an environment variable's value.
func Getenv(key string) string {
	v, _ := LookupEnv(key)
	return v
}

// Setenv sets an environment variable of this program.
func Setenv(key, value string) error {
	if key == "" {
		return &fixedError{"setenv: invalid argument"}
	}
	if i := find(key); i >= 0 {
		environment[i] = key + "=" + value
	} else {
		environment = append(environment, key+"="+value)
	}
	return nil
}

// Unsetenv removes an environment variable.
func Unsetenv(key string) error {
	if i := find(key); i >= 0 {
		environment = append(environment[:i], environment[i+1:]...)
	}
	return nil
}

// Environ lists all variables as key=value.
func Environ() []string { return append([]string(nil), environment...) }
