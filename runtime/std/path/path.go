// Package path works on paths with slashes, by their text only.
package path

import "internal/glob"

// ErrBadPattern is the error of a malformed pattern.
var ErrBadPattern = glob.ErrBadPattern

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

// Match tells whether all of name matches the shell pattern.
func Match(pattern, name string) (matched bool, err error) {
	matched, ok := glob.Match(pattern, name)
	if !ok {
		return false, ErrBadPattern
	}
	return matched, nil
}

// Split cuts path after its last slash.
func Split(path string) (dir, file string) { return glob.Split(path) }
