// Package path: the lexical functions and the shell patterns.
package main

import (
	"fmt"
	"path"
)

func main() {
	paths := []string{"", ".", "..", "/", "//", "a", "a/", "/a", "/a/", "a/b", "a//b", "a/./b", "a/../b", "../a", "../../a", "a/..", "/..", "/../a", "a/b/../..",
		"a/b/../../..", "./a", ".a", "..a", "a/.b", "a/..b", "/a/b/c.txt", "c.tar.gz", "/.profile", "dir.d/file", "a/b/./../c//d/", "...", "a/...", "/a/../../b", "abc/def/../ghi/.", "日/本"}
	for _, p := range paths {
		dir, file := path.Split(p)
		fmt.Printf("%q: %q %q %q %q %v %q %q\n", p, path.Clean(p), path.Base(p), path.Dir(p), path.Ext(p), path.IsAbs(p), dir, file)
	}
	for _, elems := range [][]string{nil, {""}, {"", ""}, {"a"}, {"a", "b"}, {"a/", "/b"}, {"", "a"}, {"/", "a"}, {"a", ""}, {"a", "..", "b"}, {"/", ".."}, {"..", "a"}, {"a/b", "../../.."}} {
		fmt.Printf("%q: %q\n", elems, path.Join(elems...))
	}
	patterns := []string{"", "*", "?", "a", "a*", "*a", "*b*", "a?c", "a*b?c*", "[abc]", "[^abc]", "[a-c]", "[^a-c]*", "*.go", "a/*", "*/b", "*/*", "a[", "a[]", "a[^]", "[]a]", "[-]", "[x-]", "[-x]",
		"[a-b-c]", "[\\]]", "[\\-x]", "\\*", "\\", "a\\", "[", "[a", "[a-", "[a\\", "[\xff]", "*x", "**", "a**c", "*?", "*??", "日?", "[日-本]", "*[", "a/[", "z*[", "[^^]", "[a^]"}
	names := []string{"", "a", "b", "abc", "abbbc", "axbyczzz", "a/b", "/", "a/", "*", "-", "]", "x", "x.go", "日本", "日", "\xff", "a/b/c", "^", "\\", "abc/abc"}
	for _, p := range patterns {
		fmt.Printf("%q:", p)
		for _, n := range names {
			ok, err := path.Match(p, n)
			switch {
			case err != nil:
				fmt.Print(" !", err == path.ErrBadPattern)
			case ok:
				fmt.Printf(" %q", n)
			}
		}
		fmt.Println()
	}
	fmt.Println(path.ErrBadPattern)
}
