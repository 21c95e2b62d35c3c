// Package embed gives access to files that are part of the program, as //go:embed directives say.
package embed

import (
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"
	"time"
)

// An FS is a tree of files that nothing changes. The zero FS has none.
type FS struct {
	// The compiler's: the number of files; for each where its name ends and where its contents end, counted
	// from the end of this table; then name and contents of each. Numbers have 8 bytes, the lowest first.
	// Names ascend.
	archive string
}

const word = 8

// number gives the i-th number at the archive's begin.
func (f FS) number(i int) int {
	n := 0
	for at := i*word + word - 1; at >= i*word; at-- {
		n = n<<8 | int(f.archive[at])
	}
	return n
}

func (f FS) count() int {
	if f.archive == "" {
		return 0
	}
	return f.number(0)
}

// file gives a file's path and contents.
func (f FS) file(i int) (path, contents string) {
	text := f.archive[(1+2*f.count())*word:]
	from := 0
	if i > 0 {
		from = f.number(2 * i)
	}
	middle := f.number(2*i + 1)
	return text[from:middle], text[middle:f.number(2*i+2)]
}

// first gives the number of the first file whose path is not below this one.
func (f FS) first(path string) int {
	low, high := 0, f.count()
	for low < high {
		middle := (low + high) / 2
		if p, _ := f.file(middle); p < path {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

// lookup finds a file or a directory.
func (f FS) lookup(op, name string) (*entry, error) {
	if name == "." {
		return &entry{path: name, dir: true}, nil
	}
	if fs.ValidPath(name) {
		if i := f.first(name); i < f.count() {
			if path, contents := f.file(i); path == name {
				return &entry{path: path, contents: contents}, nil
			}
		}
		if i := f.first(name + "/"); i < f.count() {
			if path, _ := f.file(i); strings.HasPrefix(path, name+"/") {
				return &entry{path: name, dir: true}, nil
			}
		}
	}
	return nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist}
}

// inside gives what a directory has, by name.
func (f FS) inside(dir *entry) []*entry {
	prefix := dir.path + "/"
	if dir.path == "." {
		prefix = ""
	}
	var all []*entry
	for i := f.first(prefix); i < f.count(); i++ {
		path, contents := f.file(i)
		rest, ok := strings.CutPrefix(path, prefix)
		if !ok {
			break
		}
		name, _, deeper := strings.Cut(rest, "/")
		e := &entry{path: prefix + name, contents: contents, dir: deeper}
		if deeper {
			e.contents = ""
			if n := len(all); n > 0 && all[n-1].path == e.path {
				continue
			}
		}
		all = append(all, e)
	}
	slices.SortFunc(all, func(a, b *entry) int { return strings.Compare(a.path, b.path) })
	return all
}

// Open opens a file or a directory. A file that is none can be read anywhere (io.Seeker, io.ReaderAt).
func (f FS) Open(name string) (fs.File, error) {
	e, err := f.lookup("open", name)
	if err != nil {
		return nil, err
	}
	if e.dir {
		return &openDir{entry: e, left: f.inside(e)}, nil
	}
	return &openFile{entry: e}, nil
}

// ReadDir gives what a directory has, by name.
func (f FS) ReadDir(name string) ([]fs.DirEntry, error) {
	e, err := f.lookup("open", name)
	if err != nil {
		return nil, err
	}
	if !e.dir {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("not a directory")}
	}
	return listed(f.inside(e)), nil
}

// ReadFile gives a copy of a file's contents.
func (f FS) ReadFile(name string) ([]byte, error) {
	e, err := f.lookup("open", name)
	if err != nil {
		return nil, err
	}
	if e.dir {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("is a directory")}
	}
	return []byte(e.contents), nil
}

func listed(entries []*entry) []fs.DirEntry {
	list := make([]fs.DirEntry, len(entries))
	for i, e := range entries {
		list[i] = e
	}
	return list
}

// An entry is a file or a directory: an fs.FileInfo and an fs.DirEntry.
type entry struct {
	path     string
	contents string
	dir      bool
}

func (e *entry) Name() string               { return e.path[strings.LastIndexByte(e.path, '/')+1:] }
func (e *entry) Size() int64                { return int64(len(e.contents)) }
func (e *entry) ModTime() time.Time         { return time.Time{} }
func (e *entry) IsDir() bool                { return e.dir }
func (e *entry) Sys() any                   { return nil }
func (e *entry) Type() fs.FileMode          { return e.Mode().Type() }
func (e *entry) Info() (fs.FileInfo, error) { return e, nil }
func (e *entry) String() string             { return fs.FormatFileInfo(e) }

func (e *entry) Mode() fs.FileMode {
	if e.dir {
		return fs.ModeDir | 0o555
	}
	return 0o444
}

// An openFile is a file that is read.
type openFile struct {
	*entry
	at int64
}

func (f *openFile) Close() error               { return nil }
func (f *openFile) Stat() (fs.FileInfo, error) { return f.entry, nil }

func (f *openFile) Read(b []byte) (int, error) {
	if f.at >= f.Size() {
		return 0, io.EOF
	}
	n := copy(b, f.contents[f.at:])
	f.at += int64(n)
	return n, nil
}

func (f *openFile) wrong(op string) error {
	return &fs.PathError{Op: op, Path: f.path, Err: fs.ErrInvalid}
}

func (f *openFile) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case io.SeekCurrent:
		offset += f.at
	case io.SeekEnd:
		offset += f.Size()
	}
	if offset < 0 || offset > f.Size() {
		return 0, f.wrong("seek")
	}
	f.at = offset
	return offset, nil
}

func (f *openFile) ReadAt(b []byte, offset int64) (int, error) {
	if offset < 0 || offset > f.Size() {
		return 0, f.wrong("read")
	}
	n := copy(b, f.contents[offset:])
	if n < len(b) {
		return n, io.EOF
	}
	return n, nil
}

// An openDir is a directory that is read; left has what is still to come.
type openDir struct {
	*entry
	left []*entry
}

func (d *openDir) Close() error               { return nil }
func (d *openDir) Stat() (fs.FileInfo, error) { return d.entry, nil }

func (d *openDir) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: d.path + "/", Err: errors.New("is a directory")}
}

func (d *openDir) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 || n > len(d.left) {
		if n > 0 && len(d.left) == 0 {
			return nil, io.EOF
		}
		n = len(d.left)
	}
	list := listed(d.left[:n])
	d.left = d.left[n:]
	return list, nil
}
