package os

import (
	"io/fs"
	"syscall"
	"time"
)

type (
	FileInfo = fs.FileInfo
	FileMode = fs.FileMode
	DirEntry = fs.DirEntry
)

const (
	ModeDir        = fs.ModeDir
	ModeAppend     = fs.ModeAppend
	ModeExclusive  = fs.ModeExclusive
	ModeTemporary  = fs.ModeTemporary
	ModeSymlink    = fs.ModeSymlink
	ModeDevice     = fs.ModeDevice
	ModeNamedPipe  = fs.ModeNamedPipe
	ModeSocket     = fs.ModeSocket
	ModeSetuid     = fs.ModeSetuid
	ModeSetgid     = fs.ModeSetgid
	ModeCharDevice = fs.ModeCharDevice
	ModeSticky     = fs.ModeSticky
	ModeIrregular  = fs.ModeIrregular

	ModeType = fs.ModeType
	ModePerm = fs.ModePerm
)

// The bits of the system's modes.
const (
	unixType       = 0170000
	unixPipe       = 0010000
	unixCharDevice = 0020000
	unixDir        = 0040000
	unixDevice     = 0060000
	unixRegular    = 0100000
	unixLink       = 0120000
	unixSocket     = 0140000
	unixSetuid     = 0004000
	unixSetgid     = 0002000
	unixSticky     = 0001000
)

// unixMode is a mode's permissions as the system has them.
func unixMode(m FileMode) uint32 {
	u := uint32(m.Perm())
	if m&ModeSetuid != 0 {
		u |= unixSetuid
	}
	if m&ModeSetgid != 0 {
		u |= unixSetgid
	}
	if m&ModeSticky != 0 {
		u |= unixSticky
	}
	return u
}

// fileType is the type part of a mode of the system.
func fileType(u uint32) FileMode {
	switch u & unixType {
	case unixRegular:
		return 0
	case unixDir:
		return ModeDir
	case unixLink:
		return ModeSymlink
	case unixPipe:
		return ModeNamedPipe
	case unixSocket:
		return ModeSocket
	case unixDevice:
		return ModeDevice
	case unixCharDevice:
		return ModeDevice | ModeCharDevice
	}
	return 0
}

// fileStat is what Stat finds.
type fileStat struct {
	name    string
	size    int64
	mode    FileMode
	modTime time.Time
	sys     syscall.Stat_t
}

// fill sets the rest from sys.
func (s *fileStat) fill(path string) *fileStat {
	u := s.sys.Mode
	s.name = lastElement(path)
	s.size = s.sys.Size
	s.mode = FileMode(u&0777) | fileType(u)
	if u&unixSetuid != 0 {
		s.mode |= ModeSetuid
	}
	if u&unixSetgid != 0 {
		s.mode |= ModeSetgid
	}
	if u&unixSticky != 0 {
		s.mode |= ModeSticky
	}
	s.modTime = time.Unix(s.sys.Mtim.Sec, s.sys.Mtim.Nsec)
	return s
}

func (s *fileStat) Name() string       { return s.name }
func (s *fileStat) Size() int64        { return s.size }
func (s *fileStat) Mode() FileMode     { return s.mode }
func (s *fileStat) ModTime() time.Time { return s.modTime }
func (s *fileStat) IsDir() bool        { return s.mode.IsDir() }
func (s *fileStat) Sys() any           { return &s.sys }

// lastElement is a path's last element, without slashes after it.
func lastElement(path string) string {
	end := len(path)
	for end > 1 && path[end-1] == '/' {
		end--
	}
	start := end
	for start > 0 && path[start-1] != '/' {
		start--
	}
	if start == end {
		// The root.
		return path[:end]
	}
	return path[start:end]
}

// Stat describes a file.
func Stat(name string) (FileInfo, error) { return stat("stat", name, true) }

// Lstat describes a file, of a symbolic link the link itself.
func Lstat(name string) (FileInfo, error) { return stat("lstat", name, false) }

func stat(op, name string, follow bool) (FileInfo, error) {
	info := &fileStat{}
	if err := onPath(op, name, func() int { return pathStat(name, follow, &info.sys) }); err != nil {
		return nil, err
	}
	return info.fill(name), nil
}

// SameFile tells whether two results of Stat describe the same file.
func SameFile(fi1, fi2 FileInfo) bool {
	a, ok1 := fi1.(*fileStat)
	b, ok2 := fi2.(*fileStat)
	return ok1 && ok2 && a.sys.Dev == b.sys.Dev && a.sys.Ino == b.sys.Ino
}
