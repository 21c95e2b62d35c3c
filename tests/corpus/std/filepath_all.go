// Package path/filepath: texts of paths, walks, links, patterns over real directories.
package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
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

func main() {
	paths := []string{"", ".", "..", "/", "//", "a", "a/", "/a", "/a/", "a/b", "a//b", "a/./b", "a/../b", "../a", "../../a", "a/..", "/..", "/../a", "a/b/../..", "a/b/../../..", "./a", "/a/b/c.txt", "a\\b", "...", "dir.d/file"}
	for _, p := range paths {
		d, f := filepath.Split(p)
		local, err := filepath.Localize(p)
		fmt.Printf("%q: %q %q %q %q %v %q %q %v %q %v\n", p, filepath.Clean(p), filepath.Base(p), filepath.Dir(p), filepath.Ext(p), filepath.IsAbs(p), d, f, filepath.IsLocal(p), local, err)
		fmt.Printf("  %q %q %q %v\n", filepath.FromSlash(p), filepath.ToSlash(p), filepath.VolumeName(p), filepath.HasPrefix(p, "a"))
		for _, q := range paths {
			r, err := filepath.Rel(p, q)
			fmt.Print(" ", r, " ", err, ";")
		}
		fmt.Println()
	}
	fmt.Println(filepath.Localize("a\x00b"))
	for _, l := range []string{"", ":", "a", "a:b", ":a:", "/usr/bin:/bin"} {
		fmt.Printf("%q ", filepath.SplitList(l))
	}
	fmt.Println(filepath.Join("a", "", "../b", "/c"), filepath.Join() == "", string(filepath.Separator), string(filepath.ListSeparator))
	fmt.Println(filepath.Match("a*", "abc"))
	fmt.Println(filepath.Match("*", "a/b"))
	fmt.Println(filepath.Match("[", "a"))
	fmt.Println(filepath.ErrBadPattern, filepath.SkipDir == fs.SkipDir, filepath.SkipAll == fs.SkipAll)

	var err error
	if dir, err = os.MkdirTemp("", "filepath-all"); err != nil {
		fmt.Println(err)
		return
	}
	if dir, err = filepath.EvalSymlinks(dir); err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	// What is printed must not depend on the temporary directory's name.
	dir += "/root"
	for _, d := range []string{"a/b/c", "empty", "z"} {
		os.MkdirAll(filepath.Join(dir, d), 0755)
	}
	for _, f := range []string{"a/1.txt", "a/b/2.txt", "a/b/c/3.go", "z/4.go", "top"} {
		os.WriteFile(filepath.Join(dir, f), []byte(f), 0644)
	}
	for _, l := range [][2]string{{"a/b", "toB"}, {dir + "/a", "toA"}, {"toB", "twice"}, {"../a/b/../1.txt", "z/up"}, {"loop", "loop"}, {"nowhere", "dangling"}, {"a/b/c/../../1.txt", "far"}, {"toA/b", "through"}} {
		os.Symlink(l[0], filepath.Join(dir, l[1]))
	}
	for _, p := range []string{"a", "toB", "toB/2.txt", "toA/b/c", "twice", "twice/c/3.go", "z/up", "dangling", "far", "through/c", "toB/..", "a/b/..", "missing", "top/x", "toB/c/../2.txt", "./a/./b"} {
		r, err := filepath.EvalSymlinks(dir + "/" + p)
		show(p, r, err)
	}
	_, err = filepath.EvalSymlinks(dir + "/loop")
	show(err != nil)

	show(filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		show("walkdir", path, d, err)
		if d.Name() == "b" {
			return filepath.SkipDir
		}
		return nil
	}))
	show(filepath.Walk(dir, func(path string, info fs.FileInfo, err error) error {
		show("walk", path, info.Name(), info.Mode().Type(), err)
		if info.Name() == "c" {
			return filepath.SkipDir
		}
		if info.Name() == "loop" {
			return filepath.SkipDir
		}
		return nil
	}))
	var walk filepath.WalkFunc = func(path string, info fs.FileInfo, err error) error {
		if filepath.Base(path) == "b" {
			return filepath.SkipAll
		}
		show("all", path)
		return nil
	}
	show(filepath.Walk(dir, walk))
	show(filepath.Walk(dir+"/none", func(path string, info fs.FileInfo, err error) error { show(info == nil); return err }))
	show(filepath.WalkDir(dir+"/none", func(path string, d fs.DirEntry, err error) error { show(d == nil); return err }))
	show(filepath.Walk(dir, func(path string, info fs.FileInfo, err error) error { return errors.New("stop") }))
	show(filepath.WalkDir(dir+"/top", func(path string, d fs.DirEntry, err error) error { show(path, d); return filepath.SkipDir }))

	for _, p := range []string{"*", "a/*", "*/*.go", "?", "a/b/*/3.go", "none*", "z/up", "dangling", "*/[", "[a-b]/?.txt", "*/../top", "*/", "a/"} {
		m, err := filepath.Glob(dir + "/" + p)
		show(p, m, err)
	}
	wd, _ := os.Getwd()
	os.Chdir(dir)
	m, err := filepath.Glob("*/*.txt")
	show(m, err)
	m, err = filepath.Glob("a*")
	show(m, err)
	abs, err := filepath.Abs("a/../z")
	show(abs, err)
	abs, err = filepath.Abs("/x/../y")
	show(abs, err)
	r, err := filepath.EvalSymlinks("toB/../z/up")
	show(r, err)
	r, err = filepath.EvalSymlinks("toA/b")
	show(r, err)
	r, err = filepath.EvalSymlinks("..")
	show(r, err)
	r, err = filepath.EvalSymlinks("")
	show(r, err)
	os.Chdir(wd)
}
