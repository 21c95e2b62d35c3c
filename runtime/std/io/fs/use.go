package fs

import (
	"errors"
	"internal/glob"
	"io"
	"unicode/utf8"
)

// ValidPath tells whether name can be opened: elements with slashes between, none of them empty, "."
// or "..", in UTF-8; or "." for the root.
func ValidPath(name string) bool {
	if name == "." {
		return true
	}
	for start, i := 0, 0; ; i++ {
		if i < len(name) && name[i] != '/' {
			continue
		}
		if elem := name[start:i]; elem == "" || elem == "." || elem == ".." {
			return false
		}
		if start = i + 1; i >= len(name) {
			return utf8.ValidString(name)
		}
	}
}

// ReadFile is the content of a file.
func ReadFile(fsys FS, name string) ([]byte, error) {
	if fsys, ok := fsys.(ReadFileFS); ok {
		return fsys.ReadFile(name)
	}
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(file)
}

// Stat describes a file.
func Stat(fsys FS, name string) (FileInfo, error) {
	if fsys, ok := fsys.(StatFS); ok {
		return fsys.Stat(name)
	}
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return file.Stat()
}

// Lstat describes a file, of a symbolic link the link itself if fsys knows links.
func Lstat(fsys FS, name string) (FileInfo, error) {
	if fsys, ok := fsys.(ReadLinkFS); ok {
		return fsys.Lstat(name)
	}
	return Stat(fsys, name)
}

// ReadLink is where a symbolic link leads.
func ReadLink(fsys FS, name string) (string, error) {
	if fsys, ok := fsys.(ReadLinkFS); ok {
		return fsys.ReadLink(name)
	}
	return "", &PathError{Op: "readlink", Path: name, Err: ErrInvalid}
}

// ReadDir has the entries of a directory, sorted by name.
func ReadDir(fsys FS, name string) ([]DirEntry, error) {
	if fsys, ok := fsys.(ReadDirFS); ok {
		return fsys.ReadDir(name)
	}
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	dir, ok := file.(ReadDirFile)
	if !ok {
		return nil, &PathError{Op: "readdir", Path: name, Err: errors.New("not implemented")}
	}
	list, err := dir.ReadDir(-1)
	sortByName(list)
	return list, err
}

// sortByName sorts by straight merging.
func sortByName(list []DirEntry) {
	if len(list) < 2 {
		return
	}
	mid := len(list) / 2
	sortByName(list[:mid])
	sortByName(list[mid:])
	left := append([]DirEntry(nil), list[:mid]...)
	for i, j, k := 0, mid, 0; i < len(left); k++ {
		if j < len(list) && list[j].Name() < left[i].Name() {
			list[k] = list[j]
			j++
		} else {
			list[k] = left[i]
			i++
		}
	}
}

// Glob has the names of the files that match a pattern of path.Match; directories that cannot be read
// are passed over.
func Glob(fsys FS, pattern string) (matches []string, err error) {
	if fsys, ok := fsys.(GlobFS); ok {
		return fsys.Glob(pattern)
	}
	return glob.Expand(pattern, glob.Tree{
		Exists: func(name string) bool {
			_, err := Stat(fsys, name)
			return err == nil
		},
		Names: func(dir string) []string {
			list, _ := ReadDir(fsys, dir)
			names := make([]string, len(list))
			for i, e := range list {
				names[i] = e.Name()
			}
			return names
		},
		Root: ".",
	})
}
