package fs

// A FileMode is a file's type and permissions, the same on all systems.
type FileMode uint32

// Bits of a FileMode; in the text of a mode they are the letters dalTLDpSugct? in this order.
const (
	ModeDir        FileMode = 1 << (31 - iota) // directory
	ModeAppend                                 // append-only
	ModeExclusive                              // for exclusive use
	ModeTemporary                              // temporary
	ModeSymlink                                // symbolic link
	ModeDevice                                 // device
	ModeNamedPipe                              // named pipe
	ModeSocket                                 // socket
	ModeSetuid                                 // setuid
	ModeSetgid                                 // setgid
	ModeCharDevice                             // character device, with ModeDevice
	ModeSticky                                 // sticky
	ModeIrregular                              // not a regular file, nothing else is known

	// ModeType masks the type.
	ModeType = ModeDir | ModeSymlink | ModeNamedPipe | ModeSocket | ModeDevice | ModeCharDevice | ModeIrregular
	// ModePerm masks the permissions.
	ModePerm FileMode = 0777
)

// IsDir tells whether m is that of a directory.
func (m FileMode) IsDir() bool { return m&ModeDir != 0 }

// IsRegular tells whether m is that of a regular file.
func (m FileMode) IsRegular() bool { return m&ModeType == 0 }

// Perm is the permissions.
func (m FileMode) Perm() FileMode { return m & ModePerm }

// Type is the type.
func (m FileMode) Type() FileMode { return m & ModeType }

func (m FileMode) String() string {
	text := make([]byte, 0, 22)
	for i, letter := range []byte("dalTLDpSugct?") {
		if m&(ModeDir>>i) != 0 {
			text = append(text, letter)
		}
	}
	if len(text) == 0 {
		text = append(text, '-')
	}
	for i, letter := range []byte("rwxrwxrwx") {
		if m&(0400>>i) == 0 {
			letter = '-'
		}
		text = append(text, letter)
	}
	return string(text)
}

// infoEntry is a FileInfo as a DirEntry.
type infoEntry struct{ info FileInfo }

func (e infoEntry) Name() string            { return e.info.Name() }
func (e infoEntry) IsDir() bool             { return e.info.IsDir() }
func (e infoEntry) Type() FileMode          { return e.info.Mode().Type() }
func (e infoEntry) Info() (FileInfo, error) { return e.info, nil }
func (e infoEntry) String() string          { return FormatDirEntry(e) }

// FileInfoToDirEntry makes a DirEntry that says what info says; nil of nil.
func FileInfoToDirEntry(info FileInfo) DirEntry {
	if info == nil {
		return nil
	}
	return infoEntry{info}
}

// FormatFileInfo is a line with mode, size, time and name.
func FormatFileInfo(info FileInfo) string {
	line := info.Mode().String() + " " + decimal(info.Size()) + " " + info.ModTime().Format("2006-01-02 15:04:05") + " " + info.Name()
	if info.IsDir() {
		line += "/"
	}
	return line
}

func decimal(n int64) string {
	digits := make([]byte, 20)
	at := len(digits)
	u := uint64(n)
	if n < 0 {
		u = -u
	}
	for {
		at--
		digits[at] = byte('0' + u%10)
		if u /= 10; u == 0 {
			break
		}
	}
	if n < 0 {
		at--
		digits[at] = '-'
	}
	return string(digits[at:])
}

// FormatDirEntry is a line with type and name.
func FormatDirEntry(dir DirEntry) string {
	mode := dir.Type().String()
	// The permissions are not known.
	line := mode[:len(mode)-9] + " " + dir.Name()
	if dir.IsDir() {
		line += "/"
	}
	return line
}
