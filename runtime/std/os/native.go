package os

import "syscall"

// The natives of this package. errno is a Linux error number, 0 for success; calls that may wait are
// blocking. None of them retries after EINTR.

// args is the program's command line, the program's name first. Nothing may be stored in the slice: the
// collector does not look at it.
func args() []string

// exit ends the process at once, without deferred calls; code is cut as the system cuts it.
func exit(code int)

// environ is the environment the process was started with, as NAME=value; a NUL ends each.
func environ() string

// lookupEnv is one variable of it.
func lookupEnv(name string) (value string, ok bool)

// pid is getpid(2).
func pid() int

// id is getuid, geteuid, getgid, getegid, getppid or the page size, in this order from 0.
func id(which int) int

// getgroups is getgroups(2); with an empty p it only counts.
func getgroups(p []uint32) (n int, errno int)

// fdRead reads into p; n is 0 at the end of the file.
func fdRead(fd int, p []byte) (n int, errno int)

// fdWrite writes from p, perhaps less than all of it. It is for the standard streams, which never
// wait for the program itself.
func fdWrite(fd int, p []byte) (n int, errno int)

// fdWriteSlow is fdWrite for all other files.
func fdWriteSlow(fd int, p []byte) (n int, errno int)

// fdWait waits a short while for a pipe to be ready; tries is how often it did before.
func fdWait(fd int, write bool, tries int)

func fdReadAt(fd int, p []byte, off int64) (n int, errno int)
func fdWriteAt(fd int, p []byte, off int64) (n int, errno int)
func fdSeek(fd int, off int64, whence int) (at int64, errno int)
func fdSync(fd int) (errno int)
func fdTruncate(fd int, size int64) (errno int)
func fdChmod(fd int, mode uint32) (errno int)
func fdChown(fd, uid, gid int) (errno int)
func fdChdir(fd int) (errno int)
func fdStat(fd int, st *syscall.Stat_t) (errno int)

// fdEntries is getdents64(2).
func fdEntries(fd int, p []byte) (n int, errno int)

// fdOpen is open(2). A path with a NUL byte gives EINVAL, here and everywhere.
func fdOpen(path string, flag int, perm int) (fd int, errno int)

// fdClose is close(2).
func fdClose(fd int) (errno int)

// pathStat is stat(2), or lstat(2) without follow.
func pathStat(path string, follow bool, st *syscall.Stat_t) (errno int)

func mkdir(path string, perm uint32) (errno int)
func rmdir(path string) (errno int)
func unlink(path string) (errno int)
func rename(old, new string) (errno int)
func link(old, new string) (errno int)
func symlink(old, new string) (errno int)
func readlink(path string, p []byte) (n int, errno int)
func chdir(path string) (errno int)
func chmod(path string, mode uint32) (errno int)

// chown is chown(2), or lchown(2) without follow.
func chown(path string, uid, gid int, follow bool) (errno int)
func truncate(path string, size int64) (errno int)

// utimes is utimensat(2).
func utimes(path string, asec, ansec, msec, mnsec int64) (errno int)
func getcwd(p []byte) (n int, errno int)
func gethostname(p []byte) (n int, errno int)

// pipe is pipe2(2): the numbers of the reading and the writing end, which give EAGAIN instead of waiting.
func pipe() (r, w int, errno int)
