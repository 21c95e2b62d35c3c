// Package os is the program's door to the system: arguments, environment, standard streams, files.
package os

import (
	"errors"
	"io"
	"io/fs"
	"runtime"
	"sync/atomic"
	"syscall"
	"time"
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

	closeOnExec   = 0x80000
	directoryOnly = 0x10000
)

// Where Seek counts from.
//
// Deprecated: package io has these.
const (
	SEEK_SET int = 0
	SEEK_CUR int = 1
	SEEK_END int = 2
)

const (
	PathSeparator     = '/'
	PathListSeparator = ':'
	DevNull           = "/dev/null"
)

// A File is an open file.
type File struct{ *file }

type file struct {
	fd     int // -1 when closed
	name   string
	append bool       // every write goes to the end
	dir    *directory // being read as a directory
	pipe   *pipeState // of a pipe that Pipe made
}

// pipeState is what a pipe has beside other files: its calls do not wait, so the waiting is done here,
// and can have an end.
type pipeState struct {
	// Nanoseconds since 1970; 0: whenever. No Time: a program that prints a File would need all of
	// its methods.
	readBy, writeBy atomic.Int64
}

// wait waits until it is worth to try again.
func (f *File) wait(op string, by *atomic.Int64, tries int) error {
	if t := by.Load(); t != 0 && time.Now().UnixNano() >= t {
		return f.fault(op, ErrDeadlineExceeded)
	}
	fdWait(f.fd, op == "write", tries)
	runtime.Gosched()
	return f.usable(op)
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
	return &File{&file{fd: int(fd), name: name}}
}

// Open opens a file for reading.
func Open(name string) (*File, error) { return OpenFile(name, O_RDONLY, 0) }

// Create makes or empties a file, for reading and writing.
func Create(name string) (*File, error) { return OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0666) }

// OpenFile opens a file as flag says; a file that is made gets the permissions perm.
func OpenFile(name string, flag int, perm FileMode) (*File, error) {
	fd := -1
	err := onPath("open", name, func() (e int) {
		fd, e = fdOpen(name, flag|closeOnExec, int(unixMode(perm)))
		return e
	})
	if err != nil {
		return nil, err
	}
	return &File{&file{fd: fd, name: name, append: flag&O_APPEND != 0}}, nil
}

// Pipe makes a pair of files: what is written to w is read from r.
func Pipe() (r *File, w *File, err error) {
	in, out, e := pipe()
	if e != 0 {
		return nil, nil, NewSyscallError("pipe2", syscall.Errno(e))
	}
	r, w = NewFile(uintptr(in), "|0"), NewFile(uintptr(out), "|1")
	r.pipe, w.pipe = &pipeState{}, &pipeState{}
	return r, w, nil
}

// Name is the name that the file was opened with.
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
		return f.fault(op, ErrClosed)
	}
	return nil
}

func (f *File) fault(op string, err error) error {
	return &PathError{Op: op, Path: f.name, Err: err}
}

// call makes a call on a usable file.
func (f *File) call(op string, call func(fd int) int) error {
	if err := f.usable(op); err != nil {
		return err
	}
	return onPath(op, f.name, func() int { return call(f.fd) })
}

// Read reads what is there, at most all of p; io.EOF at the end.
func (f *File) Read(p []byte) (n int, err error) {
	if err := f.usable("read"); err != nil {
		return 0, err
	}
	if len(p) == 0 {
		return 0, nil
	}
	for try := 0; ; try++ {
		n, e := fdRead(f.fd, p)
		switch {
		case syscall.Errno(e) == syscall.EINTR:
		case syscall.Errno(e) == syscall.EAGAIN && f.pipe != nil:
			if err := f.wait("read", &f.pipe.readBy, try); err != nil {
				return 0, err
			}
		case e != 0:
			return 0, f.fault("read", syscall.Errno(e))
		case n == 0:
			return 0, io.EOF
		case n < 0 || n > len(p):
			return 0, errNegativeCount
		default:
			return n, nil
		}
	}
}

// ReadAt reads all of p from a place of the file, or gives an error.
func (f *File) ReadAt(p []byte, off int64) (n int, err error) {
	if err := f.usable("read"); err != nil {
		return 0, err
	}
	if off < 0 {
		return 0, f.fault("readat", errors.New("negative offset"))
	}
	for n < len(p) {
		k, e := fdReadAt(f.fd, p[n:], off+int64(n))
		switch {
		case syscall.Errno(e) == syscall.EINTR:
		case e != 0:
			return n, f.fault("read", syscall.Errno(e))
		case k == 0:
			return n, io.EOF
		default:
			n += k
		}
	}
	return n, nil
}

// Write writes all of p or gives an error.
func (f *File) Write(p []byte) (n int, err error) {
	if err := f.usable("write"); err != nil {
		return 0, err
	}
	for try := 0; n < len(p); try++ {
		var k, e int
		if f.fd <= 2 {
			k, e = fdWrite(f.fd, p[n:])
		} else {
			k, e = fdWriteSlow(f.fd, p[n:])
		}
		switch {
		case syscall.Errno(e) == syscall.EINTR:
		case syscall.Errno(e) == syscall.EAGAIN && f.pipe != nil:
			if err := f.wait("write", &f.pipe.writeBy, try); err != nil {
				return n, err
			}
		case e != 0:
			return n, f.fault("write", syscall.Errno(e))
		case k == 0:
			return n, f.fault("write", io.ErrUnexpectedEOF)
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

// WriteAt writes all of p to a place of the file, or gives an error.
func (f *File) WriteAt(p []byte, off int64) (n int, err error) {
	if err := f.usable("write"); err != nil {
		return 0, err
	}
	if f.append {
		return 0, errors.New("os: invalid use of WriteAt on file opened with O_APPEND")
	}
	if off < 0 {
		return 0, f.fault("writeat", errors.New("negative offset"))
	}
	for n < len(p) {
		k, e := fdWriteAt(f.fd, p[n:], off+int64(n))
		switch {
		case syscall.Errno(e) == syscall.EINTR:
		case e != 0:
			return n, f.fault("write", syscall.Errno(e))
		default:
			n += k
		}
	}
	return n, nil
}

// onlyReader and onlyWriter hide the methods that would lead back to the file.
type (
	onlyReader struct{ io.Reader }
	onlyWriter struct{ io.Writer }
)

// ReadFrom writes what r has to the file.
func (f *File) ReadFrom(r io.Reader) (n int64, err error) {
	if err := f.usable("write"); err != nil {
		return 0, err
	}
	return io.Copy(onlyWriter{f}, r)
}

// WriteTo writes what is left of the file to w.
func (f *File) WriteTo(w io.Writer) (n int64, err error) {
	if err := f.usable("read"); err != nil {
		return 0, err
	}
	return io.Copy(w, onlyReader{f})
}

// Seek sets where the next Read or Write begins.
func (f *File) Seek(offset int64, whence int) (ret int64, err error) {
	if err := f.usable("seek"); err != nil {
		return 0, err
	}
	at, e := fdSeek(f.fd, offset, whence)
	if e == 0 && at != 0 && f.dir != nil {
		e = int(syscall.EISDIR)
	}
	if e != 0 {
		return 0, f.fault("seek", syscall.Errno(e))
	}
	// A directory is read again from its beginning.
	f.dir = nil
	return at, nil
}

func (f *File) Close() error {
	if err := f.usable("close"); err != nil {
		return err
	}
	fd := f.fd
	f.fd = -1
	// The descriptor is gone even when the system reports EINTR.
	if e := syscall.Errno(fdClose(fd)); e != 0 && e != syscall.EINTR {
		return f.fault("close", e)
	}
	return nil
}

// Sync makes the system write the file to its device.
func (f *File) Sync() error { return f.call("sync", fdSync) }

// Truncate makes the file size bytes long.
func (f *File) Truncate(size int64) error {
	return f.call("truncate", func(fd int) int { return fdTruncate(fd, size) })
}

func (f *File) Chmod(mode FileMode) error {
	return f.call("chmod", func(fd int) int { return fdChmod(fd, unixMode(mode)) })
}

func (f *File) Chown(uid, gid int) error {
	return f.call("chown", func(fd int) int { return fdChown(fd, uid, gid) })
}

// Chdir makes the directory the current one.
func (f *File) Chdir() error { return f.call("chdir", fdChdir) }

// Stat describes the file.
func (f *File) Stat() (FileInfo, error) {
	info := &fileStat{}
	if err := f.call("stat", func(fd int) int { return fdStat(fd, &info.sys) }); err != nil {
		return nil, err
	}
	return info.fill(f.name), nil
}

// SetDeadline sets when reading and writing of a pipe give up; the zero Time: never. Other files have
// no deadlines.
func (f *File) SetDeadline(t time.Time) error {
	err := f.SetReadDeadline(t)
	if err == nil {
		err = f.SetWriteDeadline(t)
	}
	return err
}

// SetReadDeadline is SetDeadline for reading.
func (f *File) SetReadDeadline(t time.Time) error {
	if err := f.deadlines(); err != nil {
		return err
	}
	store(&f.pipe.readBy, t)
	return nil
}

// SetWriteDeadline is SetDeadline for writing.
func (f *File) SetWriteDeadline(t time.Time) error {
	if err := f.deadlines(); err != nil {
		return err
	}
	store(&f.pipe.writeBy, t)
	return nil
}

func store(to *atomic.Int64, t time.Time) {
	if t.IsZero() {
		to.Store(0)
		return
	}
	left := int64(time.Until(t))
	if left <= 0 {
		to.Store(1) // long ago
		return
	}
	now := time.Now().UnixNano()
	to.Store(now + min(left, 1<<63-1-now))
}

// deadlines tells whether the file can have deadlines.
func (f *File) deadlines() error {
	if err := f.usable("set deadline"); err != nil {
		return err
	}
	if f.pipe == nil {
		return ErrNoDeadline
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
	size := 0
	if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
		size = int(info.Size())
	}
	// One byte more, so that the end is seen without growing; files of /proc say that they are empty.
	data := make([]byte, 0, max(size+1, 512))
	for {
		n, err := f.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if err == io.EOF {
			return data, nil
		}
		if err != nil {
			return data, err
		}
		if len(data) == cap(data) {
			data = append(data, 0)[:len(data)]
		}
	}
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

var _ fs.ReadDirFile = (*File)(nil)
