package os

import (
	"syscall"
	"time"
)

// IsPathSeparator tells whether c stands between the elements of paths.
func IsPathSeparator(c uint8) bool { return c == PathSeparator }

// Mkdir makes a directory.
func Mkdir(name string, perm FileMode) error {
	err := onPath("mkdir", name, func() int { return mkdir(name, unixMode(perm)) })
	if err == nil && perm&ModeSticky != 0 {
		// Not every system lets mkdir set it.
		err = Chmod(name, perm)
	}
	return err
}

// MkdirAll makes a directory and those it is in, as far as they are missing.
func MkdirAll(path string, perm FileMode) error {
	if info, err := Stat(path); err == nil {
		if info.IsDir() {
			return nil
		}
		return &PathError{Op: "mkdir", Path: path, Err: syscall.ENOTDIR}
	}
	end := len(path)
	for end > 0 && path[end-1] == '/' {
		end--
	}
	for end > 0 && path[end-1] != '/' {
		end--
	}
	for end > 0 && path[end-1] == '/' {
		end--
	}
	if end > 0 {
		if err := MkdirAll(path[:end], perm); err != nil {
			return err
		}
	}
	err := Mkdir(path, perm)
	if err != nil {
		// Something else may have made it, or the path ends in "/.".
		if info, err := Lstat(path); err == nil && info.IsDir() {
			return nil
		}
	}
	return err
}

// Remove removes a file or an empty directory.
func Remove(name string) error {
	err := retry(func() int { return unlink(name) })
	if err == nil {
		return nil
	}
	dirErr := retry(func() int { return rmdir(name) })
	if dirErr == nil {
		return nil
	}
	// Of the two errors the one is told that is about what name is.
	if dirErr != syscall.ENOTDIR {
		err = dirErr
	}
	return &PathError{Op: "remove", Path: name, Err: err}
}

// RemoveAll removes path and what is in it. There being nothing is not an error.
func RemoveAll(path string) error {
	if path == "" {
		return nil
	}
	if lastElement(path) == "." {
		return &PathError{Op: "RemoveAll", Path: path, Err: syscall.EINVAL}
	}
	err := Remove(path)
	if err == nil || IsNotExist(err) {
		return nil
	}
	info, statErr := Lstat(path)
	if statErr != nil {
		if IsNotExist(statErr) {
			return nil
		}
		return &PathError{Op: "unlinkat", Path: path, Err: cause(err)}
	}
	if !info.IsDir() {
		return &PathError{Op: "unlinkat", Path: path, Err: cause(err)}
	}
	var first error
	if f, err := Open(path); err == nil {
		names, err := f.Readdirnames(-1)
		first = err
		f.Close()
		for _, name := range names {
			if err := RemoveAll(path + "/" + name); first == nil {
				first = err
			}
		}
	} else if !IsNotExist(err) {
		first = err
	}
	err = Remove(path)
	if err == nil || IsNotExist(err) {
		return nil
	}
	if first == nil {
		first = &PathError{Op: "unlinkat", Path: path, Err: cause(err)}
	}
	return first
}

// onTwo makes a call on two paths.
func onTwo(op, old, new string, call func() int) error {
	if err := retry(call); err != nil {
		return &LinkError{op, old, new, err}
	}
	return nil
}

// Rename moves a file; what is at newpath is replaced unless it is a directory.
func Rename(oldpath, newpath string) error {
	if info, err := Lstat(newpath); err == nil && info.IsDir() {
		// The system would replace an empty directory. On itself it does nothing.
		old, err := Lstat(oldpath)
		if err != nil {
			return &LinkError{"rename", oldpath, newpath, cause(err)}
		}
		if newpath == oldpath || !SameFile(old, info) {
			return &LinkError{"rename", oldpath, newpath, syscall.EEXIST}
		}
	}
	return onTwo("rename", oldpath, newpath, func() int { return rename(oldpath, newpath) })
}

// Link makes newname another name of a file.
func Link(oldname, newname string) error {
	return onTwo("link", oldname, newname, func() int { return link(oldname, newname) })
}

// Symlink makes a symbolic link.
func Symlink(oldname, newname string) error {
	return onTwo("symlink", oldname, newname, func() int { return symlink(oldname, newname) })
}

// Readlink is where a symbolic link leads.
func Readlink(name string) (string, error) {
	for size := 128; ; size *= 2 {
		p := make([]byte, size)
		n := 0
		err := onPath("readlink", name, func() (e int) {
			n, e = readlink(name, p)
			return e
		})
		if err != nil {
			return "", err
		}
		if n < size {
			return string(p[:n]), nil
		}
	}
}

func Chmod(name string, mode FileMode) error {
	return onPath("chmod", name, func() int { return chmod(name, unixMode(mode)) })
}

func Chown(name string, uid, gid int) error {
	return onPath("chown", name, func() int { return chown(name, uid, gid, true) })
}

// Lchown is Chown that does not follow a symbolic link.
func Lchown(name string, uid, gid int) error {
	return onPath("lchown", name, func() int { return chown(name, uid, gid, false) })
}

// Chtimes sets the times of the last use and of the last change; a zero Time leaves one as it is.
func Chtimes(name string, atime time.Time, mtime time.Time) error {
	asec, ansec := timespec(atime)
	msec, mnsec := timespec(mtime)
	return onPath("chtimes", name, func() int { return utimes(name, asec, ansec, msec, mnsec) })
}

func timespec(t time.Time) (sec, nsec int64) {
	if t.IsZero() {
		// UTIME_OMIT
		return 0, 1<<30 - 2
	}
	return t.Unix(), int64(t.Nanosecond())
}

// Truncate makes a file size bytes long.
func Truncate(name string, size int64) error {
	return onPath("truncate", name, func() int { return truncate(name, size) })
}

// Chdir sets the current directory.
func Chdir(dir string) error {
	return onPath("chdir", dir, func() int { return chdir(dir) })
}

// Getwd is the current directory, by the name that PWD has for it if it has one.
func Getwd() (dir string, err error) {
	here, err := Stat(".")
	if err != nil {
		return "", err
	}
	if dir = Getenv("PWD"); dir != "" && dir[0] == '/' {
		if there, err := Stat(dir); err == nil && SameFile(here, there) {
			return dir, nil
		}
	}
	p := make([]byte, 4096)
	n := 0
	err = retry(func() (e int) {
		n, e = getcwd(p)
		return e
	})
	return string(p[:n]), NewSyscallError("getwd", err)
}
