// Package io/fs over file systems of the program's own: the smallest one, and ones with methods.
package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"time"
)

// node is a file or, with children, a directory.
type node struct {
	name     string
	data     string
	mode     fs.FileMode
	children []*node
}

func (n *node) Name() string       { return n.name }
func (n *node) Size() int64        { return int64(len(n.data)) }
func (n *node) Mode() fs.FileMode  { return n.mode }
func (n *node) ModTime() time.Time { return time.Time{} }
func (n *node) IsDir() bool        { return n.mode.IsDir() }
func (n *node) Sys() any           { return nil }

type tree struct{ root *node }

func (t tree) Open(name string) (fs.File, error) {
	at := t.root
	if name != "." {
	next:
		for _, elem := range strings.Split(name, "/") {
			for _, c := range at.children {
				if c.name == elem {
					at = c
					continue next
				}
			}
			return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
		}
	}
	if at.IsDir() {
		if at.name == "nolist" {
			return &open{node: at}, nil
		}
		return &openDir{open{node: at}, 0}, nil
	}
	return &open{at, strings.NewReader(at.data)}, nil
}

type open struct {
	*node
	*strings.Reader
}

func (o *open) Stat() (fs.FileInfo, error) { return o.node, nil }
func (o *open) Size() int64                { return o.node.Size() }
func (o *open) Close() error               { return nil }

type openDir struct {
	open
	at int
}

func (o *openDir) Read([]byte) (int, error) { return 0, errors.New("is a directory") }
func (o *openDir) ReadDir(n int) (list []fs.DirEntry, err error) {
	if o.node.name == "broken" {
		return nil, errors.New("broken directory")
	}
	for ; o.at < len(o.children) && (n <= 0 || len(list) < n); o.at++ {
		list = append(list, fs.FileInfoToDirEntry(o.children[o.at]))
	}
	if n > 0 && len(list) == 0 {
		return nil, io.EOF
	}
	return list, nil
}

// rich has all optional methods, and says when they are used.
type rich struct{ tree }

func (r rich) ReadFile(name string) ([]byte, error)       { return []byte("own " + name), nil }
func (r rich) ReadDir(name string) ([]fs.DirEntry, error) { return nil, errors.New("own ReadDir") }
func (r rich) Stat(name string) (fs.FileInfo, error)      { return r.root, errors.New("own Stat") }
func (r rich) Glob(pattern string) ([]string, error)      { return []string{"own " + pattern}, nil }
func (r rich) Sub(dir string) (fs.FS, error)              { return nil, errors.New("own Sub") }
func (r rich) ReadLink(name string) (string, error)       { return "own link", nil }
func (r rich) Lstat(name string) (fs.FileInfo, error)     { return r.root, errors.New("own Lstat") }

func dirNode(name string, children ...*node) *node {
	return &node{name, "", fs.ModeDir | 0755, children}
}

func file(name, data string) *node { return &node{name, data, 0644, nil} }

func main() {
	t := tree{dirNode(".", dirNode("zoo", file("ape", "ooh"), file("Cat", "meow")), file("b.txt", "bee"), dirNode("a", dirNode("deep", file("x", "")), file("one", "1")), dirNode("broken", file("hidden", "")), dirNode("nolist"))}
	data, err := fs.ReadFile(t, "zoo/ape")
	fmt.Println(string(data), err)
	data, err = fs.ReadFile(t, "zoo/dog")
	fmt.Println(data, err)
	data, err = fs.ReadFile(t, "zoo")
	fmt.Println(data, err)
	info, err := fs.Stat(t, "a/one")
	fmt.Println(info.Name(), info.Size(), info.Mode(), err)
	info, err = fs.Lstat(t, "a")
	fmt.Println(info.Name(), info.Mode(), err)
	_, err = fs.Stat(t, "q")
	fmt.Println(err)
	_, err = fs.ReadLink(t, "a")
	fmt.Println(err)
	for _, d := range []string{".", "zoo", "broken", "nolist", "b.txt", "none"} {
		list, err := fs.ReadDir(t, d)
		fmt.Println(d, list, err)
	}
	for _, p := range []string{"*", "*/*", "a/*/*", "zoo/[a-z]*", "broken/*", "b.txt", "b.*", "none/*", "a/[", "*/deep"} {
		m, err := fs.Glob(t, p)
		fmt.Printf("%s %q %v\n", p, m, err)
	}
	err = fs.WalkDir(t, ".", func(path string, d fs.DirEntry, err error) error {
		fmt.Println("walk", path, d, err)
		return nil
	})
	fmt.Println(err)
	err = fs.WalkDir(t, "broken", func(path string, d fs.DirEntry, err error) error {
		fmt.Println("walk", path, d, err)
		return err
	})
	fmt.Println(err)
	var walk fs.WalkDirFunc = func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return fs.SkipDir
		}
		return nil
	}
	fmt.Println(fs.WalkDir(t, ".", walk), fs.SkipDir, fs.SkipAll)

	sub, err := fs.Sub(t, "a")
	fmt.Println(err)
	fmt.Println(fs.Glob(sub, "*/*"))
	fmt.Println(fs.ReadDir(sub, "."))
	fmt.Println(fs.ReadFile(sub, "none"))
	fmt.Println(fs.ReadLink(sub, "one"))
	_, err = fs.Stat(sub, "..")
	fmt.Println(err)

	var f fs.FS = rich{t}
	data, err = fs.ReadFile(f, "x")
	fmt.Println(string(data), err)
	fmt.Println(fs.ReadDir(f, "x"))
	_, err = fs.Stat(f, "x")
	fmt.Println(err)
	fmt.Println(fs.Glob(f, "x"))
	fmt.Println(fs.Sub(f, "x"))
	fmt.Println(fs.ReadLink(f, "x"))
	_, err = fs.Lstat(f, "x")
	fmt.Println(err)
	_, err = f.(fs.ReadFileFS).ReadFile("")
	fmt.Println(err)
	_, err = f.(fs.ReadDirFS).ReadDir("")
	fmt.Println(err)
	_, err = f.(fs.StatFS).Stat("")
	fmt.Println(err)
	_, err = f.(fs.GlobFS).Glob("")
	fmt.Println(err)
	_, err = f.(fs.SubFS).Sub("")
	fmt.Println(err)
	links := f.(fs.ReadLinkFS)
	_, err = links.ReadLink("")
	fmt.Println(err)
	_, err = links.Lstat("")
	fmt.Println(err)

	o, err := f.Open("zoo")
	var dir fs.ReadDirFile = o.(fs.ReadDirFile)
	list, err2 := dir.ReadDir(1)
	fmt.Println(err, list, err2, o.Close())
	_, err = o.Read(nil)
	info, err2 = o.Stat()
	fmt.Println(err, info.IsDir(), info.Sys(), info.ModTime().IsZero(), err2)
	e := list[0]
	info, err = e.Info()
	fmt.Println(e.Name(), e.IsDir(), e.Type(), info.Name(), err, fs.FormatDirEntry(e), fs.FileInfoToDirEntry(nil) == nil)

	for _, p := range []string{"", ".", "/", "a", "a/b", "/a", "a/", "a//b", "./a", "a/.", "..", "a/..", "a/../b", "...", "a\\b", "日本/語", "\xff", "a/b/c.d", " "} {
		fmt.Print(fs.ValidPath(p), " ")
	}
	fmt.Println()
	for _, m := range []fs.FileMode{0, 0777, 0644, fs.ModeDir | 0755, fs.ModeAppend | 1, fs.ModeExclusive, fs.ModeTemporary, fs.ModeSymlink | 0777, fs.ModeDevice, fs.ModeNamedPipe, fs.ModeSocket, fs.ModeSetuid | 0111, fs.ModeSetgid, fs.ModeDevice | fs.ModeCharDevice, fs.ModeSticky | fs.ModeDir, fs.ModeIrregular, fs.ModeType, ^fs.FileMode(0)} {
		fmt.Println(m, m.IsDir(), m.IsRegular(), m.Perm(), m.Type(), uint32(m), fs.FormatDirEntry(fs.FileInfoToDirEntry(&node{"n", "", m, nil})))
	}
	fmt.Println(fs.ModePerm)
}
