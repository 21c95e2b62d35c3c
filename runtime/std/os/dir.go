package os

import (
	"errors"
	"io"
	"io/fs"
	"sort"
	"syscall"
)

// directory is the state of reading one: what the system gave and has not been looked at.
type directory struct {
	memory  []byte
	pending []byte
	done    bool
}

// unixDirent is an entry of a directory.
type unixDirent struct {
	parent string
	name   string
	typ    FileMode
	info   FileInfo // when it had to be looked up
}

func (d *unixDirent) Name() string   { return d.name }
func (d *unixDirent) IsDir() bool    { return d.typ.IsDir() }
func (d *unixDirent) Type() FileMode { return d.typ }
func (d *unixDirent) String() string { return fs.FormatDirEntry(d) }

func (d *unixDirent) Info() (FileInfo, error) {
	if d.info != nil {
		return d.info, nil
	}
	return Lstat(d.parent + "/" + d.name)
}

// errClosing is what reading a closed directory gives.
var errClosing = errors.New("use of closed file")

// next gives the name and the type (of stat's mode; 0 when it is not known) of the next entry; no name
// at the end.
func (f *File) next() (name string, mode uint32, err error) {
	if f.dir == nil {
		f.dir = &directory{memory: make([]byte, 8192)}
	}
	d := f.dir
	for {
		if len(d.pending) == 0 {
			if d.done {
				return "", 0, nil
			}
			n, e := fdEntries(f.fd, d.memory)
			if syscall.Errno(e) == syscall.EINTR {
				continue
			}
			if e != 0 {
				return "", 0, f.fault("readdirent", syscall.Errno(e))
			}
			d.pending = d.memory[:n]
			d.done = n == 0
			continue
		}
		// struct linux_dirent64: number and offset in 16 bytes, length, type, name with NUL.
		entry := d.pending[:int(d.pending[16])|int(d.pending[17])<<8]
		d.pending = d.pending[len(entry):]
		end := 19
		for end < len(entry) && entry[end] != 0 {
			end++
		}
		name := string(entry[19:end])
		if name == "." || name == ".." || entry[0]|entry[1]|entry[2]|entry[3]|entry[4]|entry[5]|entry[6]|entry[7] == 0 {
			continue
		}
		return name, uint32(entry[18]) << 12, nil
	}
}

// each calls take for at most n entries (all when n <= 0) and gives their number.
func (f *File) each(n int, take func(name string, mode uint32) error) (count int, err error) {
	if f.fd < 0 {
		return 0, f.fault("readdirent", errClosing)
	}
	for n <= 0 || count < n {
		name, mode, err := f.next()
		if err != nil {
			return count, err
		}
		if name == "" {
			break
		}
		err = take(name, mode)
		if IsNotExist(err) {
			// It was removed in the meantime.
			continue
		}
		if err != nil {
			return count, err
		}
		count++
	}
	if n > 0 && count == 0 {
		return 0, io.EOF
	}
	return count, nil
}

// Readdirnames has the names of at most n entries, of all when n <= 0, in the directory's order.
func (f *File) Readdirnames(n int) (names []string, err error) {
	if f == nil {
		return nil, ErrInvalid
	}
	names = []string{}
	_, err = f.each(n, func(name string, _ uint32) error {
		names = append(names, name)
		return nil
	})
	return names, err
}

// ReadDir has at most n entries, all when n <= 0, in the directory's order.
func (f *File) ReadDir(n int) ([]DirEntry, error) {
	if f == nil {
		return nil, ErrInvalid
	}
	list := []DirEntry{}
	_, err := f.each(n, func(name string, mode uint32) error {
		e := &unixDirent{parent: f.name, name: name, typ: fileType(mode)}
		if mode == 0 {
			info, err := Lstat(f.name + "/" + name)
			if err != nil {
				return err
			}
			e.typ, e.info = info.Mode().Type(), info
		}
		list = append(list, e)
		return nil
	})
	return list, err
}

// Readdir describes at most n entries, all when n <= 0, in the directory's order.
func (f *File) Readdir(n int) ([]FileInfo, error) {
	if f == nil {
		return nil, ErrInvalid
	}
	list := []FileInfo{}
	_, err := f.each(n, func(name string, _ uint32) error {
		info, err := Lstat(f.name + "/" + name)
		if err == nil {
			list = append(list, info)
		}
		return err
	})
	return list, err
}

// ReadDir has the entries of a directory, sorted by name; with an error, those before it.
func ReadDir(name string) ([]DirEntry, error) {
	f, err := OpenFile(name, O_RDONLY|directoryOnly, 0)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	list, err := f.ReadDir(-1)
	sort.Slice(list, func(i, j int) bool { return list[i].Name() < list[j].Name() })
	return list, err
}
