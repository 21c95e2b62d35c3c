// //go:embed: files as a string, as bytes, and as a file system.
package main

import (
	"bytes"
	"embed"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
)

//go:embed hello.txt
var text string

//go:embed hello.txt
var raw []byte

type (
	name  string
	bits  byte
	lines []bits
	tree  = embed.FS
)

var (
	//go:embed "assets/two words.txt"
	named name

	//go:embed assets/empty

	// A comment may stand between.
	empty lines

	nothing embed.FS
)

// Several directives, several patterns, and one file twice.
//
//go:embed assets hello.txt
//go:embed `assets/two words.txt` assets/[0-9].t?t
//go:embed assets/.hidden
var files tree

//go:embed all:assets/*
var all embed.FS

// length is there before this runs.
var length = len(text) + len(raw) + len(named)

func init() { fmt.Println("init:", length, len(empty), empty == nil) }

func list(f fs.FS) {
	err := fs.WalkDir(f, ".", func(path string, d fs.DirEntry, err error) error {
		info, e := d.Info()
		fmt.Println(path, d.Name(), d.IsDir(), d.Type(), info.Size(), info.Mode(), info.ModTime().IsZero(), info.Name(), info.IsDir(), info.Sys(), err, e)
		return nil
	})
	fmt.Println(err)
}

func report(err error) {
	var p *fs.PathError
	fmt.Printf("%v | %T %v\n", err, err, errors.Is(err, fs.ErrNotExist))
	if errors.As(err, &p) {
		fmt.Printf("  %q %q %v\n", p.Op, p.Path, p.Err)
	}
}

func main() {
	fmt.Printf("%q %q %q %v\n", text, raw, named, empty)
	raw[0] = 'J'
	fmt.Println(string(raw[:5]), text[:5])
	list(files)
	list(all)
	list(nothing)
	for _, n := range []string{"hello.txt", "assets/1.txt", "assets", "nope", "", ".", "/hello.txt", "./hello.txt", "assets/", "assets/deep/d.bin", "assets/deep/d.bin/x", "hello", "assets-more.txt"} {
		b, err := files.ReadFile(n)
		fmt.Printf("ReadFile(%q) = %q ", n, b)
		report(err)
		ds, err := files.ReadDir(n)
		fmt.Printf("ReadDir(%q): %d ", n, len(ds))
		report(err)
	}
	b, _ := files.ReadFile("hello.txt")
	b[0] = 'X'
	again, _ := files.ReadFile("hello.txt")
	fmt.Printf("%q %q\n", b, again)

	f, err := files.Open("assets/two words.txt")
	fmt.Println(err)
	info, err := f.Stat()
	fmt.Println(info.Name(), info.Size(), err)
	buf := make([]byte, 4)
	n, err := f.Read(buf)
	fmt.Printf("%d %v %q\n", n, err, buf[:n])
	s := f.(io.ReadSeeker)
	at, err := s.Seek(-3, io.SeekEnd)
	fmt.Println(at, err)
	rest, err := io.ReadAll(f)
	fmt.Printf("%q %v\n", rest, err)
	n, err = f.Read(buf)
	fmt.Println(n, err)
	for _, move := range []struct {
		off    int64
		whence int
	}{{0, io.SeekStart}, {2, io.SeekCurrent}, {-5, io.SeekCurrent}, {100, io.SeekStart}, {1, 7}, {0, io.SeekCurrent}, {12, io.SeekStart}} {
		at, err := s.Seek(move.off, move.whence)
		fmt.Print(at, " ")
		report(err)
	}
	r := f.(io.ReaderAt)
	for _, off := range []int64{0, 9, 12, 13, -1} {
		n, err := r.ReadAt(buf, off)
		fmt.Printf("%d %q ", n, buf[:n])
		report(err)
	}
	fmt.Println(f.Close())
	n, err = f.Read(buf)
	fmt.Println(n, err)

	d, err := files.Open("assets")
	fmt.Println(err)
	_, err = d.Read(buf)
	report(err)
	_, isSeeker := d.(io.Seeker)
	rd := d.(fs.ReadDirFile)
	for _, n := range []int{2, 1, -1, 3, 0} {
		ds, err := rd.ReadDir(n)
		for _, e := range ds {
			fmt.Print(e, " ")
		}
		fmt.Println(len(ds), err, isSeeker)
	}
	_, err = files.Open("no/such")
	report(err)
	sub, err := fs.Sub(files, "assets")
	fmt.Println(err)
	one, err := fs.ReadFile(sub, "1.txt")
	fmt.Printf("%q %v\n", one, err)
	names, err := fs.Glob(files, "*/*.txt")
	fmt.Println(names, err)
	copied := files
	same, _ := copied.ReadFile("assets/1.txt")
	fmt.Println(bytes.Equal(one, same), strings.Repeat("=", 3))
	info, _ = fs.Stat(files, "assets/deep")
	fmt.Println(info)
	e := fs.FileInfoToDirEntry(info)
	fmt.Println(e)
}
