package syscall

// kill is kill(2).
func kill(pid int, signal int) (errno int)

// id is getpid, getppid, getuid, geteuid, getgid, getegid or the page size, in this order from 0.
func id(which int) int

// Kill sends a process a signal.
func Kill(pid int, sig Signal) error {
	if errno := kill(pid, int(sig)); errno != 0 {
		return Errno(errno)
	}
	return nil
}

func Getpid() int      { return id(0) }
func Getppid() int     { return id(1) }
func Getuid() int      { return id(2) }
func Geteuid() int     { return id(3) }
func Getgid() int      { return id(4) }
func Getegid() int     { return id(5) }
func Getpagesize() int { return id(6) }
