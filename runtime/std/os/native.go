package os

// The natives of this package. errno is a Linux error number, 0 for success. fdRead, fdWrite and
// fdOpen may block; they do not retry after EINTR (the Go half does).

// args is the program's command line, the program's name first.
func args() []string

// exit ends the process at once, without deferred calls; code is cut as the system cuts it.
func exit(code int)

// fdRead reads into p; n is 0 at the end of the file.
func fdRead(fd int, p []byte) (n int, errno int)

// fdWrite writes from p, perhaps less than all of it.
func fdWrite(fd int, p []byte) (n int, errno int)

// fdOpen is open(2). A path with a NUL byte gives EINVAL.
func fdOpen(path string, flag int, perm int) (fd int, errno int)

// fdClose is close(2).
func fdClose(fd int) (errno int)

// unlink removes a file, or an empty directory: unlink(2), and rmdir(2) when that says EISDIR or EPERM.
func unlink(path string) (errno int)

// environ is the environment the process was started with, as NAME=value.
func environ() []string

// errnoText is the system's text for an error number as Go has it: lower case, no number.
func errnoText(errno int) string

// pid is getpid(2).
func pid() int
