package os

import (
	"errors"
	"syscall"
)

func Getuid() int  { return id(0) }
func Geteuid() int { return id(1) }
func Getgid() int  { return id(2) }
func Getegid() int { return id(3) }

// Getppid is the number of the process that started this one.
func Getppid() int { return id(4) }

// Getpagesize is the size of a page of memory.
func Getpagesize() int { return id(5) }

// Getgroups has the groups of the process.
func Getgroups() ([]int, error) {
	n, e := getgroups(nil)
	list := make([]uint32, n)
	if e == 0 && n > 0 {
		n, e = getgroups(list)
	}
	if e != 0 {
		return nil, NewSyscallError("getgroups", syscall.Errno(e))
	}
	var groups []int
	for _, g := range list[:n] {
		groups = append(groups, int(g))
	}
	return groups, nil
}

// Hostname is the name of the machine.
func Hostname() (name string, err error) {
	p := make([]byte, 256)
	n, e := gethostname(p)
	if e != 0 {
		return "", NewSyscallError("uname", syscall.Errno(e))
	}
	return string(p[:n]), nil
}

// Executable is the path of what runs the program.
func Executable() (string, error) { return Readlink("/proc/self/exe") }

// UserHomeDir is $HOME.
func UserHomeDir() (string, error) {
	if dir := Getenv("HOME"); dir != "" {
		return dir, nil
	}
	return "", errors.New("$HOME is not defined")
}

// UserCacheDir is $XDG_CACHE_HOME or $HOME/.cache.
func UserCacheDir() (string, error) { return userDir("XDG_CACHE_HOME", "/.cache") }

// UserConfigDir is $XDG_CONFIG_HOME or $HOME/.config.
func UserConfigDir() (string, error) { return userDir("XDG_CONFIG_HOME", "/.config") }

func userDir(variable, below string) (string, error) {
	if dir := Getenv(variable); dir != "" {
		if dir[0] != '/' {
			return "", errors.New("path in $" + variable + " is relative")
		}
		return dir, nil
	}
	dir := Getenv("HOME")
	if dir == "" {
		return "", errors.New("neither $" + variable + " nor $HOME are defined")
	}
	return dir + below, nil
}
