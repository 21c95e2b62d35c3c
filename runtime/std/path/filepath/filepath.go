// Package filepath works on the paths of the system's files. Paths have slashes here, so most of it
// is what package path does.
package filepath

import (
	"errors"
	"internal/glob"
	"io/fs"
	"os"
	"syscall"
)

const (
	Separator     = os.PathSeparator
	ListSeparator = os.PathListSeparator
)

// ErrBadPattern is the error of a malformed pattern.
var ErrBadPattern = glob.ErrBadPattern

// What a WalkFunc or WalkDirFunc returns to leave something out.
var (
	SkipDir error = fs.SkipDir
	SkipAll error = fs.SkipAll
)

// Base is the last element of path.
func Base(path string) string { return glob.Base(path) }

// Clean is the shortest path that means the same.
func Clean(path string) string { return glob.Clean(path) }

// Dir is all but the last element of path, cleaned.
func Dir(path string) string {
	dir, _ := glob.Split(path)
	return glob.Clean(dir)
}

// Ext is the extension of the file's name, with its dot.
func Ext(path string) string { return glob.Ext(path) }

// IsAbs tells whether path begins at the root.
func IsAbs(path string) bool { return path != "" && path[0] == '/' }

// Join puts elements together and cleans the result.
func Join(elem ...string) string { return glob.Join(elem) }

// Split cuts path after its last slash.
func Split(path string) (dir, file string) { return glob.Split(path) }

// Match tells whether all of name matches the shell pattern.
func Match(pattern, name string) (matched bool, err error) {
	matched, ok := glob.Match(pattern, name)
	if !ok {
		return false, ErrBadPattern
	}
	return matched, nil
}

// Glob has the names of the files that match a pattern; directories that cannot be read are passed
// over.
func Glob(pattern string) (matches []string, err error) {
	return glob.Expand(pattern, glob.Tree{
		Exists: func(name string) bool {
			_, err := os.Lstat(name)
			return err == nil
		},
		Names: func(dir string) []string {
			list, _ := os.ReadDir(dir)
			names := make([]string, len(list))
			for i, e := range list {
				names[i] = e.Name()
			}
			return names
		},
		Root: ".",
	})
}

// FromSlash replaces slashes by separators, which they are.
func FromSlash(path string) string { return path }

// ToSlash replaces separators by slashes, which they are.
func ToSlash(path string) string { return path }

// VolumeName is empty: there are no volumes.
func VolumeName(path string) string { return "" }

// HasPrefix tells whether p begins with prefix.
//
// Deprecated: it does not look at the elements of paths.
func HasPrefix(p, prefix string) bool {
	return len(p) >= len(prefix) && p[:len(prefix)] == prefix
}

// SplitList cuts a list such as PATH; of an empty one it gives none.
func SplitList(path string) []string {
	if path == "" {
		return []string{}
	}
	var list []string
	start := 0
	for i := 0; i < len(path); i++ {
		if path[i] == ListSeparator {
			list = append(list, path[start:i])
			start = i + 1
		}
	}
	return append(list, path[start:])
}

// IsLocal tells whether path, by its text, stays within the directory it starts from.
func IsLocal(path string) bool {
	if path == "" || IsAbs(path) {
		return false
	}
	clean := Clean(path)
	return clean != ".." && !HasPrefix(clean, "../")
}

// Localize makes the system's path of a name as fs.ValidPath wants them.
func Localize(path string) (string, error) {
	valid := fs.ValidPath(path)
	for i := 0; i < len(path); i++ {
		valid = valid && path[i] != 0
	}
	if !valid {
		return "", errors.New("invalid path")
	}
	return path, nil
}

// Abs makes a path that begins at the root.
func Abs(path string) (string, error) {
	if IsAbs(path) {
		return Clean(path), nil
	}
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	return Join(dir, path), nil
}

// Rel is the way from basePath to targPath, by their texts.
func Rel(basePath, targPath string) (string, error) {
	base, targ := Clean(basePath), Clean(targPath)
	if base == targ {
		return ".", nil
	}
	if base == "." {
		base = ""
	}
	fault := errors.New("Rel: can't make " + targPath + " relative to " + basePath)
	if IsAbs(base) != IsAbs(targ) {
		return "", fault
	}
	// The elements that both begin with.
	b, t := 0, 0
	for b < len(base) && t < len(targ) {
		be, te := elementEnd(base, b), elementEnd(targ, t)
		if base[b:be] != targ[t:te] {
			break
		}
		b, t = min(be+1, len(base)), min(te+1, len(targ))
	}
	rest := base[b:]
	if rest == ".." || HasPrefix(rest, "../") {
		return "", fault
	}
	var up []byte
	for i := 0; i < len(rest); {
		if rest[i] == '/' {
			i++
			continue
		}
		if up != nil {
			up = append(up, '/')
		}
		up = append(up, ".."...)
		i = elementEnd(rest, i)
	}
	if up == nil {
		return targ[t:], nil
	}
	if t < len(targ) && targ != "." {
		up = append(append(up, '/'), targ[t:]...)
	}
	return string(up), nil
}

// elementEnd is where the element that starts at path[from] ends.
func elementEnd(path string, from int) int {
	for from < len(path) && path[from] != '/' {
		from++
	}
	return from
}

// EvalSymlinks follows the symbolic links in path.
func EvalSymlinks(path string) (string, error) {
	const most = 255
	out := ""
	rest := path
	if IsAbs(path) {
		out = "/"
	}
	for links := 0; rest != ""; {
		end := elementEnd(rest, 0)
		elem, last := rest[:end], end == len(rest)
		rest = rest[min(end+1, len(rest)):]
		switch elem {
		case "", ".":
			continue
		case "..":
			out = above(out)
			continue
		}
		next := out
		if next != "" && next != "/" {
			next += "/"
		}
		next += elem
		info, err := os.Lstat(next)
		if err != nil {
			return "", err
		}
		if info.Mode()&fs.ModeSymlink == 0 {
			if !info.IsDir() && !last {
				return "", syscall.ENOTDIR
			}
			out = next
			continue
		}
		if links++; links > most {
			return "", errors.New("EvalSymlinks: too many links")
		}
		target, err := os.Readlink(next)
		if err != nil {
			return "", err
		}
		if IsAbs(target) {
			out = "/"
		}
		if rest != "" {
			target += "/" + rest
		}
		rest = target
	}
	return Clean(out), nil
}

// above is the directory that dir is in, which has no links.
func above(dir string) string {
	switch {
	case dir == "/":
		return dir
	case dir == "":
		return ".."
	case dir == ".." || len(dir) > 3 && dir[len(dir)-3:] == "/..":
		return dir + "/.."
	}
	i := len(dir) - 1
	for i >= 0 && dir[i] != '/' {
		i--
	}
	if i == 0 {
		return "/"
	}
	return dir[:max(i, 0)]
}
