// FormatFileInfo.
package main

import (
	"fmt"
	"io/fs"
	"time"
)

type info struct {
	name string
	size int64
	mode fs.FileMode
	when time.Time
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) Mode() fs.FileMode  { return i.mode }
func (i info) ModTime() time.Time { return i.when }
func (i info) IsDir() bool        { return i.mode.IsDir() }
func (i info) Sys() any           { return nil }

func main() {
	for _, i := range []info{
		{"hello.go", 100, 0644, time.Date(1970, 1, 1, 12, 0, 0, 0, time.UTC)},
		{"dir", 0, fs.ModeDir | 0755, time.Date(2024, 12, 31, 23, 59, 59, 5, time.UTC)},
		{"big", 1<<63 - 1, fs.ModeSymlink | 0777, time.Time{}},
		{"odd name", -1 << 63, fs.ModeSetuid | fs.ModeDevice, time.Unix(0, 0).UTC()},
	} {
		fmt.Println(fs.FormatFileInfo(i))
		fmt.Println(fs.FormatDirEntry(fs.FileInfoToDirEntry(i)), fs.FileInfoToDirEntry(i))
	}
}
