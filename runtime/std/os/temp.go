package os

import "errors"

// randomWord gives a number that is hard to guess.
func randomWord() uint32

// TempDir is the directory for temporary files.
func TempDir() string {
	if dir := Getenv("TMPDIR"); dir != "" {
		return dir
	}
	return "/tmp"
}

// tries is how many names are tried before giving up.
const tries = 10000

// CreateTemp makes a new file in dir, or in TempDir when dir is empty. A random number takes the place
// of the last star of pattern, or is put at its end.
func CreateTemp(dir, pattern string) (*File, error) {
	var f *File
	_, err := temporary("createtemp", dir, pattern, func(name string) (err error) {
		f, err = OpenFile(name, O_RDWR|O_CREATE|O_EXCL, 0600)
		return err
	})
	return f, err
}

// MkdirTemp makes a new directory; see CreateTemp.
func MkdirTemp(dir, pattern string) (string, error) {
	if dir == "" {
		dir = TempDir()
	}
	return temporary("mkdirtemp", dir, pattern, func(name string) error {
		err := Mkdir(name, 0700)
		if IsNotExist(err) {
			// Better tell which directory is missing.
			if _, statErr := Stat(dir); IsNotExist(statErr) {
				return statErr
			}
		}
		return err
	})
}

func temporary(op, dir, pattern string, create func(name string) error) (string, error) {
	if dir == "" {
		dir = TempDir()
	}
	star := len(pattern)
	for i := 0; i < len(pattern); i++ {
		switch pattern[i] {
		case '/':
			return "", &PathError{Op: op, Path: pattern, Err: errors.New("pattern contains path separator")}
		case '*':
			star = i
		}
	}
	prefix, suffix := pattern[:star], pattern[min(star+1, len(pattern)):]
	if dir[len(dir)-1] != '/' {
		dir += "/"
	}
	for try := 1; ; try++ {
		name := dir + prefix + digits(randomWord()) + suffix
		err := create(name)
		if err == nil {
			return name, nil
		}
		if !IsExist(err) {
			return "", err
		}
		if try == tries {
			return "", &PathError{Op: op, Path: dir + prefix + "*" + suffix, Err: ErrExist}
		}
	}
}

// digits is n in decimal.
func digits(n uint32) string {
	text := make([]byte, 10)
	at := len(text)
	for {
		at--
		text[at] = byte('0' + n%10)
		if n /= 10; n == 0 {
			return string(text[at:])
		}
	}
}
