package fs

import "errors"

// What a WalkDirFunc returns to leave something out.
var (
	SkipDir = errors.New("skip this directory")               // the directory, or what is left of the one the file is in
	SkipAll = errors.New("skip everything and stop the walk") // all that is left
)

// WalkDirFunc is called for each file of a walk. With err, path could not be examined: d is nil when it
// is the root, and otherwise it is a directory that was visited before and could not be read.
type WalkDirFunc func(path string, d DirEntry, err error) error

// WalkDir visits root and all that is below it, each directory's files in the order of their names.
// Symbolic links are not followed.
func WalkDir(fsys FS, root string, fn WalkDirFunc) error {
	info, err := Stat(fsys, root)
	if err != nil {
		err = fn(root, nil, err)
	} else {
		err = walk(fsys, root, FileInfoToDirEntry(info), fn)
	}
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

func walk(fsys FS, name string, d DirEntry, fn WalkDirFunc) error {
	if err := fn(name, d, nil); err != nil || !d.IsDir() {
		if err == SkipDir && d.IsDir() {
			return nil
		}
		return err
	}
	list, err := ReadDir(fsys, name)
	if err != nil {
		if err = fn(name, d, err); err != nil {
			if err == SkipDir {
				return nil
			}
			return err
		}
	}
	for _, e := range list {
		if err := walk(fsys, join(name, e.Name()), e, fn); err != nil {
			if err == SkipDir {
				break
			}
			return err
		}
	}
	return nil
}

func join(dir, name string) string {
	if dir == "." {
		return name
	}
	return dir + "/" + name
}
