// Directories, links, walks, and the file system interface over them.
package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"sort"
	"strings"
	"syscall"
)

var dir string

func show(x ...any) {
	for i, v := range x {
		if i > 0 {
			fmt.Print(" ")
		}
		fmt.Print(strings.ReplaceAll(fmt.Sprint(v), dir, "DIR"))
	}
	fmt.Println()
}

func entries(list []fs.DirEntry) string {
	s := ""
	for _, e := range list {
		s += fmt.Sprintf("[%v %s %v %v]", e, e.Name(), e.IsDir(), e.Type())
	}
	return s
}

func main() {
	var err error
	if dir, err = os.MkdirTemp("", "os-dirs"); err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	for _, d := range []string{"a", "a/b", "a/b/c", "empty", "z"} {
		show(os.Mkdir(dir+"/"+d, 0755))
	}
	for i, f := range []string{"a/1.txt", "a/b/2.txt", "a/b/c/3.go", "z/4.go", "top"} {
		show(os.WriteFile(dir+"/"+f, []byte(strings.Repeat("x", i)), 0644))
	}
	show(os.Mkdir(dir+"/missing/sub", 0755), os.Mkdir(dir+"/top", 0755), os.MkdirAll(dir+"/top/x", 0755), os.MkdirAll(dir+"/top", 0755), os.MkdirAll(dir+"/m/n/o", 0700))
	show(os.Symlink("a/1.txt", dir+"/link"), os.Symlink("nowhere", dir+"/dangling"), os.Symlink("x", dir+"/link"), os.Link(dir+"/top", dir+"/hard"), os.Link(dir+"/no", dir+"/no2"))
	target, err := os.Readlink(dir + "/link")
	show(target, err)
	_, err = os.Readlink(dir + "/top")
	show(err)
	info, err := os.Lstat(dir + "/link")
	show(info.Mode(), info.Name(), info.Mode()&os.ModeSymlink != 0, err)
	info, err = os.Stat(dir + "/link")
	show(info.Mode(), info.Name(), info.Size(), err)
	_, err = os.Stat(dir + "/dangling")
	show(err)
	info, err = os.Stat(dir + "/")
	show(info.IsDir(), "/"+info.Name() == dir[strings.LastIndexByte(dir, '/'):], err)
	info, _ = os.Stat("/")
	show(info.Name())
	a, _ := os.Stat(dir + "/top")
	b, _ := os.Stat(dir + "/hard")
	c, _ := os.Stat(dir + "/link")
	show(os.SameFile(a, b), os.SameFile(a, c), os.SameFile(nil, a), a.Sys().(*syscall.Stat_t).Nlink)
	st := a.Sys().(*syscall.Stat_t)
	var mtime syscall.Timespec = st.Mtim
	show(st.Size, st.Mode, st.Uid == uint32(os.Getuid()), st.Gid == uint32(os.Getgid()), st.Dev == b.Sys().(*syscall.Stat_t).Dev, st.Ino == b.Sys().(*syscall.Stat_t).Ino, st.Rdev, st.Blksize > 0, st.Blocks >= 0,
		mtime.Sec == a.ModTime().Unix(), int(mtime.Nsec) == a.ModTime().Nanosecond(), st.Atim.Sec > 0, st.Ctim.Sec >= mtime.Sec, st.X__pad0, st.X__unused)
	var entry os.DirEntry = fs.FileInfoToDirEntry(a)
	show(entry)

	list, err := os.ReadDir(dir)
	show(entries(list), err)
	for _, e := range list {
		info, err := e.Info()
		show(info.Name(), info.Mode()&os.ModeType, err)
	}
	_, err = os.ReadDir(dir + "/top")
	show(err)
	f, _ := os.Open(dir)
	names, err := f.Readdirnames(2)
	rest, err2 := f.Readdirnames(-1)
	none, err3 := f.Readdirnames(1)
	names = append(names, rest...)
	sort.Strings(names)
	show(names, err, err2, none, err3)
	none, err = f.Readdirnames(0)
	show(none, none == nil, err)
	at, err := f.Seek(0, io.SeekStart)
	infos, err2 := f.Readdir(-1)
	show(at, err, len(infos), err2)
	f.Seek(0, io.SeekStart)
	count := 0
	for {
		part, err := f.ReadDir(3)
		count += len(part)
		if err != nil {
			show(err, count, part == nil)
			break
		}
	}
	f.Close()

	show(os.Rename(dir+"/top", dir+"/renamed"), os.Rename(dir+"/renamed", dir+"/a"), os.Rename(dir+"/a", dir+"/hard"), os.Rename(dir+"/empty", dir+"/z"), os.Rename(dir+"/no", dir+"/z"), os.Rename(dir+"/a", dir+"/a"))
	show(os.Rename(dir+"/renamed", dir+"/hard2"), os.Rename(dir+"/m", dir+"/m/n"), os.Rename(dir+"/z", dir+"/y"))
	show(os.Remove(dir+"/a"), os.Remove(dir+"/empty"), os.Remove(dir+"/dangling"), os.Remove(dir+"/hard/x"))

	// A file system over the directory.
	fsys := os.DirFS(dir)
	show(fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		show("walk", path, d, err)
		switch path {
		case "a/b/c":
			return fs.SkipDir
		case "m":
			return fs.SkipDir
		}
		return nil
	}))
	show(fs.WalkDir(fsys, "a", func(path string, d fs.DirEntry, err error) error {
		if !d.IsDir() {
			return fs.SkipDir
		}
		show("walk", path)
		return nil
	}))
	show(fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		if path == "a/b" {
			return fs.SkipAll
		}
		show("walk", path)
		return nil
	}))
	show(fs.WalkDir(fsys, "missing", func(path string, d fs.DirEntry, err error) error { return err }))
	show(fs.WalkDir(fsys, "missing", func(path string, d fs.DirEntry, err error) error { show(d == nil); return fs.SkipDir }))
	show(fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error { return errors.New("stop") }))
	for _, pattern := range []string{"*", "*/*", "a/*.txt", "a/?/*", "*/[", "nothing*", "a/b", "a/b/nope", "y/*.go", ".", "[", "a/\\b"} {
		m, err := fs.Glob(fsys, pattern)
		show(pattern, m, len(m), err)
	}
	data, err := fs.ReadFile(fsys, "a/b/2.txt")
	show(string(data), err)
	_, err = fs.ReadFile(fsys, "a/none")
	show(err)
	_, err = fs.ReadFile(fsys, "../x")
	show(err)
	_, err = fsys.Open("/abs")
	show(err)
	_, err = fsys.Open("a/./b")
	show(err, errors.Is(err, fs.ErrInvalid))
	info, err = fs.Stat(fsys, "a/b")
	show(info.Name(), info.IsDir(), err)
	info, err = fs.Lstat(fsys, "link")
	show(info.Mode(), err)
	target, err = fs.ReadLink(fsys, "link")
	show(target, err)
	_, err = fs.ReadLink(fsys, "a")
	show(err)
	list, err = fs.ReadDir(fsys, "a")
	show(entries(list), err)
	_, err = fs.ReadDir(fsys, "none")
	show(err)
	_, err = os.DirFS("").Open("x")
	show(err)

	sub, err := fs.Sub(fsys, "a")
	show(err)
	data, err = fs.ReadFile(sub, "1.txt")
	show(len(data), err)
	_, err = sub.Open("none")
	show(err)
	_, err = sub.Open("../y")
	show(err)
	list, err = fs.ReadDir(sub, "b")
	show(entries(list), err)
	m, err := fs.Glob(sub, "*/*.txt")
	show(m, err)
	m, err = fs.Glob(sub, "[")
	show(m, err)
	info, err = fs.Lstat(sub, "b")
	show(info.Name(), err)
	_, err = fs.ReadLink(sub, "b")
	show(err)
	subsub, err := fs.Sub(sub, "b/c")
	show(err)
	data, err = fs.ReadFile(subsub, "3.go")
	show(string(data), err)
	same, err := fs.Sub(sub, ".")
	show(same == sub, err)
	_, err = fs.Sub(fsys, "../a")
	show(err)

	show(os.CopyFS(dir+"/copy", sub), os.CopyFS(dir+"/copy", sub))
	list, err = os.ReadDir(dir + "/copy/b")
	show(entries(list), err)
	show(os.RemoveAll(dir+"/copy"), os.RemoveAll(dir+"/a/."), os.RemoveAll(""), os.RemoveAll(dir+"/none/x"), os.RemoveAll(dir+"/link"), os.RemoveAll(dir+"/hard/x"))
	show(os.Lchown(dir+"/y", -1, -1), os.Chown(dir+"/y", -1, -1), os.Lchown(dir+"/none", -1, -1), os.Chown(dir+"/none", -1, -1))

	wd, err := os.Getwd()
	show(wd != "", err, os.Chdir(dir))
	now, err := os.Getwd()
	show(strings.HasSuffix(now, dir), err)
	data, err = os.ReadFile("a/1.txt")
	show(len(data), err)
	d, _ := os.Open("a/b")
	show(d.Chdir(), d.Close())
	data, err = os.ReadFile("2.txt")
	show(len(data), err, os.Chdir(wd))
}
