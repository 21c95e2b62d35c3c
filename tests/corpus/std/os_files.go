// Files: opening, reading, writing, seeking, describing; the texts of errors.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"
)

var dir string

// hide makes what is printed independent of where the temporary directory is.
func hide(x any) string {
	return strings.ReplaceAll(fmt.Sprint(x), dir, "DIR")
}

func show(x ...any) {
	for i, v := range x {
		if i > 0 {
			fmt.Print(" ")
		}
		fmt.Print(hide(v))
	}
	fmt.Println()
}

func kinds(err error) string {
	var pe *os.PathError
	return fmt.Sprint(os.IsNotExist(err), os.IsExist(err), os.IsPermission(err), os.IsTimeout(err), errors.Is(err, fs.ErrNotExist), errors.Is(err, os.ErrExist), errors.Is(err, os.ErrInvalid), errors.Is(err, os.ErrClosed), errors.As(err, &pe))
}

func main() {
	var err error
	dir, err = os.MkdirTemp("", "os-files-*-test")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	show(strings.HasPrefix(dir, os.TempDir()), strings.HasSuffix(dir, "-test"))
	name := dir + "/a.txt"

	_, err = os.Open(name)
	show(err, kinds(err))
	_, err = os.ReadFile(name)
	show(err)
	_, err = os.Stat(name)
	show(err)
	_, err = os.Lstat(name)
	show(err)
	show(os.Remove(name), os.RemoveAll(name))
	show(os.Rename(name, name+"2"))
	show(os.Truncate(name, 5), os.Chmod(name, 0600), os.Chdir(name))
	_, err = os.Readlink(name)
	show(err)
	_, err = os.ReadDir(name)
	show(err)
	_, err = os.Open("nul\x00byte")
	fmt.Printf("%q %s\n", fmt.Sprint(err), kinds(err))
	show(os.Mkdir(dir, 0700), os.MkdirAll(dir+"/sub/deep//er/", 0700), os.MkdirAll(dir, 0700))

	f, err := os.Create(name)
	show(f.Name(), err)
	n, err := f.WriteString("hello, ")
	show(n, err)
	n, err = f.Write([]byte("world\n"))
	show(n, err)
	n, err = f.Write(nil)
	show(n, err)
	at, err := f.Seek(0, io.SeekCurrent)
	show(at, err)
	at, err = f.Seek(-6, io.SeekEnd)
	show(at, err)
	p := make([]byte, 3)
	n, err = f.Read(p)
	show(n, err, string(p))
	at, err = f.Seek(-100, os.SEEK_CUR)
	show(at, err)
	at, err = f.Seek(0, 42)
	show(at, err, os.SEEK_SET, os.SEEK_END)
	n, err = f.ReadAt(p, 7)
	show(n, err, string(p))
	n, err = f.ReadAt(p, 12)
	show(n, err)
	n, err = f.ReadAt(p, 100)
	show(n, err)
	n, err = f.ReadAt(p, -1)
	show(n, err)
	n, err = f.WriteAt([]byte("HELLO"), 0)
	show(n, err)
	n, err = f.WriteAt([]byte("x"), -1)
	show(n, err)
	show(f.Sync(), f.Truncate(5), f.Truncate(-1))
	info, err := f.Stat()
	show(info.Name(), info.Size(), info.Mode(), info.IsDir(), info.Mode().IsRegular(), info.Sys() != nil, err)
	show(time.Since(info.ModTime()) < time.Hour, f.Fd() > 2)
	n, err = f.Read(nil)
	show(n, err)
	f.Seek(0, io.SeekStart)
	b, err := io.ReadAll(f)
	show(string(b), err)
	n, err = f.Read(p)
	show(n, err)
	k, err := f.ReadFrom(strings.NewReader(" and more"))
	show(k, err)
	f.Seek(2, io.SeekStart)
	var out bytes.Buffer
	k, err = f.WriteTo(&out)
	show(k, err, out.String())
	show(f.Chmod(0640), f.Chown(-1, -1))
	info, _ = os.Stat(name)
	show(info.Mode(), info.Mode().Perm())
	show(f.SetDeadline(time.Now()), f.SetReadDeadline(time.Time{}), f.SetWriteDeadline(time.Time{}), errors.Is(f.SetDeadline(time.Now()), os.ErrNoDeadline))
	show(f.Close())
	err = f.Close()
	show(err, kinds(err))
	_, err = f.Read(p)
	show(err)
	_, err = f.Write(p)
	show(err)
	_, err = f.WriteString("")
	show(err)
	_, err = f.Seek(0, 0)
	show(err)
	_, err = f.Stat()
	show(err)
	_, err = f.ReadAt(p, 0)
	show(err)
	_, err = f.WriteAt(p, 0)
	show(err)
	_, err = f.ReadDir(1)
	show(err)
	show(f.Sync(), f.Truncate(0), f.Chmod(0), f.Chdir(), f.Chown(0, 0))
	_, err = f.ReadFrom(strings.NewReader("x"))
	show(err)
	_, err = f.WriteTo(&out)
	show(err)

	var none *os.File
	_, err = none.Read(p)
	show(err, none.Close())
	_, err = none.Stat()
	show(err, none.Fd() == ^uintptr(0), none.Sync(), none.Chdir())
	_, err = none.Readdirnames(0)
	show(err, os.NewFile(^uintptr(0), "bad") == nil)

	f, err = os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0600)
	show(f == nil, err, kinds(err))
	f, err = os.OpenFile(name, os.O_WRONLY|os.O_APPEND, 0)
	show(err)
	f.WriteString("!")
	_, err = f.WriteAt([]byte("x"), 0)
	show(err)
	_, err = f.Read(p)
	show(err)
	f.Close()
	f, _ = os.Open(name)
	_, err = f.Write(p)
	show(err)
	_, err = f.ReadDir(-1)
	show(err)
	f.Close()
	b, err = os.ReadFile(name)
	show(string(b), err)
	f, err = os.OpenFile(name, os.O_RDWR|os.O_TRUNC|os.O_SYNC, 0)
	show(err)
	f.Close()
	info, err = os.Stat(name)
	show(info.Size(), err)

	big := bytes.Repeat([]byte("0123456789"), 20000)
	show(os.WriteFile(name, big, 0644))
	b, err = os.ReadFile(name)
	show(len(b), bytes.Equal(b, big), err)
	show(os.WriteFile(name, []byte("short"), 0600))
	b, err = os.ReadFile(name)
	info, _ = os.Stat(name)
	show(string(b), err, info.Mode())
	show(os.WriteFile(dir, nil, 0600))
	show(os.WriteFile(dir+"/missing/x", nil, 0600))
	b, err = os.ReadFile(dir)
	show(b, err)
	b, err = os.ReadFile(os.DevNull)
	show(len(b), b == nil, err)
	b, err = os.ReadFile("/proc/self/stat")
	show(len(b) > 10, err)

	show(os.Truncate(name, 3), os.Chmod(name, 0755|os.ModeSetuid))
	info, _ = os.Stat(name)
	show(info.Size(), info.Mode(), info.Mode()&os.ModeType == 0, info.Mode()&os.ModeSetuid != 0)
	when := time.Unix(1000000000, 500000000)
	show(os.Chtimes(name, when, when))
	info, _ = os.Stat(name)
	show(info.ModTime().Unix(), info.ModTime().Nanosecond(), info.ModTime().Equal(when))
	show(os.Chtimes(name, time.Time{}, time.Unix(5, 0)), os.Chtimes(name+"?", when, when))
	info, _ = os.Stat(name)
	show(info.ModTime().Unix())

	r, w, err := os.Pipe()
	var described os.FileInfo = info
	mode := described.Mode()
	show(mode.String(), mode&os.ModePerm, os.FileMode(0123), os.ModeAppend, os.ModeCharDevice, os.ModeDevice, os.ModeDir, os.ModeExclusive, os.ModeIrregular, os.ModeSetgid, os.ModeSocket, os.ModeSticky, os.ModeTemporary)
	show(r.Name(), w.Name(), err)
	go func() {
		for i := 0; i < 10000; i++ {
			fmt.Fprintf(w, "line %d\n", i)
		}
		w.Close()
	}()
	b, err = io.ReadAll(r)
	show(len(b), err, r.Close())
	r, w, _ = os.Pipe()
	r.Close()
	info, _ = w.Stat()
	show(info.Mode()&os.ModeNamedPipe != 0, info.Name())
	w.Close()

	tmp, err := os.CreateTemp(dir, "pre*suf")
	show(strings.HasPrefix(tmp.Name(), dir+"/pre"), strings.HasSuffix(tmp.Name(), "suf"), err)
	info, _ = tmp.Stat()
	show(info.Mode())
	tmp.Close()
	_, err = os.CreateTemp(dir, "a/b")
	show(err)
	_, err = os.MkdirTemp(dir, "a/b*")
	show(err)
	_, err = os.MkdirTemp(dir+"/missing", "x")
	show(err)
	sub, err := os.MkdirTemp(dir, "sub")
	info, _ = os.Stat(sub)
	show(len(sub) > len(dir)+4, info.Mode(), err)

	for _, e := range []error{os.ErrInvalid, os.ErrPermission, os.ErrExist, os.ErrNotExist, os.ErrClosed, os.ErrNoDeadline, os.ErrDeadlineExceeded} {
		show(e, os.IsTimeout(e), os.IsNotExist(e), os.IsExist(e))
	}
	show(os.NewSyscallError("call", nil) == nil, os.NewSyscallError("call", os.ErrExist), os.IsExist(os.NewSyscallError("call", os.ErrExist)))
	var se *os.SyscallError
	show(errors.As(os.NewSyscallError("call", os.ErrDeadlineExceeded), &se), se.Error(), se.Unwrap(), se.Timeout(), se.Syscall, se.Err)
	var le *os.LinkError
	show(errors.As(os.Rename(dir+"/no", dir+"/new"), &le), le.Error(), le.Unwrap(), le.Op, le.Old, le.New, le.Err)
	show(os.O_RDONLY, os.O_WRONLY, os.O_RDWR, os.O_APPEND, os.O_CREATE, os.O_EXCL, os.O_SYNC, os.O_TRUNC, os.DevNull, os.PathSeparator, os.PathListSeparator, os.IsPathSeparator('/'), os.IsPathSeparator('\\'))
	show(os.Stdin.Name(), os.Stdout.Name(), os.Stderr.Name(), os.Stdout.Fd())
}
