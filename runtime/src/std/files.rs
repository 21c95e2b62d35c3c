//! Natives of package os that work on files by path or by number: one system call each.
//!
//! Error numbers are Linux's, 0 for success. Nothing here retries after EINTR: the Go half does.

use std::ffi::CString;

use crate::cx::{Cx, Status};
use crate::event::happens;
use crate::g::GStatus;
use crate::native::{NativeDecl, always, blocking, leaf};

fn errno() -> u64 {
    std::io::Error::last_os_error().raw_os_error().unwrap_or(libc::EIO) as u64
}

/// The error number of a call that gives -1 for failure.
fn checked(result: impl Into<i64>) -> u64 {
    if result.into() == -1 { errno() } else { 0 }
}

/// A count or the like, and the error number.
fn counted(result: impl Into<i64>) -> (u64, u64) {
    let n = result.into();
    (n as u64, if n == -1 { errno() } else { 0 })
}

/// The string in two slots as the system takes it.
///
/// # Safety
/// `w` points to a string.
unsafe fn path(w: *const u64) -> Option<CString> {
    // SAFETY: the caller's promise.
    CString::new(unsafe { crate::string::bytes(*w, *w.add(1)) }.to_vec()).ok()
}

/// A native without allocation on the heap: `$w` is its window; `path n` names the string in slot n, what
/// follows `;` says which memory it writes to.
macro_rules! calls {
    ($($name:ident($w:ident $(, $path:ident at $slot:expr)* $(; $kind:ident $place:literal)?) $body:expr;)*) => {
        $(unsafe fn $name(cx: &mut Cx, window: *mut u64) -> Status {
            // SAFETY: the window has the components that the signature in `list` names, and room for
            // the results; slices stay where they are while a native runs.
            unsafe {
                let $w = |i: usize| *window.add(i);
                $(let Some($path) = path(window.add($slot)) else {
                    *window = libc::EINVAL as u64;
                    *window.add(1) = libc::EINVAL as u64;
                    return Status::Done;
                };)*
                let fills = [Fills::Nothing $(, Fills::$kind(*window.add($place)))?];
                outside(cx, window, fills[fills.len() - 1], || $body);
            }
            Status::Done
        })*
    };
}

/// The memory that a call writes to, beside its results.
#[derive(Clone, Copy)]
pub(super) enum Fills {
    Nothing,
    /// As many bytes as the first result says.
    Bytes(u64),
    /// As many numbers of 32 bits.
    Ids(u64),
    Stat(u64),
}

impl Fills {
    /// Address and bytes.
    fn memory(self, results: &[u64]) -> (u64, usize) {
        let count = |size| {
            results[0].min(i64::MAX as u64 * (results.last() == Some(&0)) as u64) as usize * size
        };
        match self {
            Fills::Nothing => (0, 0),
            Fills::Bytes(at) => (at, count(1)),
            Fills::Ids(at) => (at, count(4)),
            Fills::Stat(at) => (at, STAT_WORDS * 8),
        }
    }
}

/// Makes a call that asks or changes what is outside of the program. Where a whole run is recorded, what it gives is an
/// input; where a run is repeated it gives the same and is not made.
///
/// # Safety
/// `w` has room for the results, and the call writes no other memory than `fills` says.
pub(super) unsafe fn outside<R: Results>(
    cx: &mut Cx,
    w: *mut u64,
    fills: Fills,
    call: impl FnOnce() -> R,
) {
    // SAFETY: the caller's promise; the runtime outlives every M; what is repeated has the lengths that were recorded
    // with the same arguments.
    unsafe {
        let rt = &*cx.rt;
        if !rt.inputs && !rt.keeps_all() {
            return call().put(w);
        }
        let blocks = cx.g.as_ref().is_some_and(|g| g.get_status() == GStatus::Syscall);
        // Others may see what it does before the event of what it gave has its number, and go on. What the goroutine
        // did before has its place before that; a goroutine in a blocking call has told that it makes it.
        if rt.inputs && !blocks {
            rt.event(cx.m, || happens::Input { values: Vec::new() });
        }
        let ask = || {
            call().put(w);
            let results = std::slice::from_raw_parts(w, R::SLOTS);
            let (at, n) = fills.memory(results);
            let bytes = (0..n).map(|i| *(at as *const u8).add(i) as u64);
            results.iter().copied().chain(bytes).collect()
        };
        let told = if blocks && !rt.inputs {
            // The scheduler tells it when it sees that the call is over: this may be another thread.
            cx.input.insert(rt.repeated_input().unwrap_or_else(ask)).clone()
        } else {
            rt.told_of_environment(cx.m, ask)
        };
        if rt.options.replay.is_some() && told.len() >= R::SLOTS {
            let (results, bytes) = told.split_at(R::SLOTS);
            std::ptr::copy_nonoverlapping(results.as_ptr(), w, R::SLOTS);
            let (at, n) = fills.memory(results);
            bytes.iter().take(n).enumerate().for_each(|(i, &b)| *(at as *mut u8).add(i) = b as u8);
        }
    }
}

/// What a native gives: one slot or two.
pub(super) trait Results {
    const SLOTS: usize;
    /// # Safety
    /// `w` has room for the results.
    unsafe fn put(self, w: *mut u64);
}

impl Results for u64 {
    const SLOTS: usize = 1;
    unsafe fn put(self, w: *mut u64) {
        // SAFETY: the caller's promise.
        unsafe { *w = self }
    }
}

impl Results for (u64, u64) {
    const SLOTS: usize = 2;
    unsafe fn put(self, w: *mut u64) {
        // SAFETY: the caller's promise.
        unsafe {
            *w = self.0;
            *w.add(1) = self.1;
        }
    }
}

impl Results for (u64, u64, u64) {
    const SLOTS: usize = 3;
    unsafe fn put(self, w: *mut u64) {
        // SAFETY: the caller's promise.
        unsafe {
            (self.0, self.1).put(w);
            *w.add(2) = self.2;
        }
    }
}

/// What `put_stat` writes.
const STAT_WORDS: usize = 15;

/// Copies what `stat` found into a Go `Stat_t`, which is the kernel's own structure on amd64.
///
/// # Safety
/// `to` points to 18 words.
// Some fields are narrower on other processors.
#[allow(clippy::unnecessary_cast)]
unsafe fn put_stat(st: &libc::stat, to: u64) {
    let words: [u64; STAT_WORDS] = [
        st.st_dev,
        st.st_ino,
        st.st_nlink as u64,
        u64::from(st.st_mode) | u64::from(st.st_uid) << 32,
        u64::from(st.st_gid),
        st.st_rdev,
        st.st_size as u64,
        st.st_blksize as u64,
        st.st_blocks as u64,
        st.st_atime as u64,
        st.st_atime_nsec as u64,
        st.st_mtime as u64,
        st.st_mtime_nsec as u64,
        st.st_ctime as u64,
        st.st_ctime_nsec as u64,
    ];
    // SAFETY: the caller's promise; the rest of the structure is unused.
    unsafe { std::ptr::copy_nonoverlapping(words.as_ptr(), to as *mut u64, words.len()) }
}

fn time(seconds: u64, nanoseconds: u64) -> libc::timespec {
    libc::timespec { tv_sec: seconds as i64, tv_nsec: nanoseconds as i64 }
}

fn id(which: u64) -> i64 {
    // SAFETY: none of these can fail or touches memory.
    unsafe {
        match which {
            0 => i64::from(libc::getuid()),
            1 => i64::from(libc::geteuid()),
            2 => i64::from(libc::getgid()),
            3 => i64::from(libc::getegid()),
            4 => i64::from(libc::getppid()),
            _ => libc::sysconf(libc::_SC_PAGESIZE),
        }
    }
}

calls! {
    write_slow(w) counted(libc::write(w(0) as i32, w(1) as *const _, w(2) as usize) as i64);
    read_at(w; Bytes 1) counted(libc::pread(w(0) as i32, w(1) as *mut _, w(2) as usize, w(4) as i64) as i64);
    write_at(w) counted(libc::pwrite(w(0) as i32, w(1) as *const _, w(2) as usize, w(4) as i64) as i64);
    seek(w) counted(libc::lseek(w(0) as i32, w(1) as i64, w(2) as i32));
    sync(w) checked(libc::fsync(w(0) as i32));
    fd_truncate(w) checked(libc::ftruncate(w(0) as i32, w(1) as i64));
    fd_chmod(w) checked(libc::fchmod(w(0) as i32, w(1) as libc::mode_t));
    fd_chown(w) checked(libc::fchown(w(0) as i32, w(1) as u32, w(2) as u32));
    fd_chdir(w) checked(libc::fchdir(w(0) as i32));
    fd_stat(w; Stat 1) {
        let mut st: libc::stat = std::mem::zeroed();
        let e = checked(libc::fstat(w(0) as i32, &mut st));
        put_stat(&st, w(1));
        e
    };
    stat(w, p at 0; Stat 3) {
        let mut st: libc::stat = std::mem::zeroed();
        let flags = if w(2) != 0 { 0 } else { libc::AT_SYMLINK_NOFOLLOW };
        let e = checked(libc::fstatat(libc::AT_FDCWD, p.as_ptr(), &mut st, flags));
        put_stat(&st, w(3));
        e
    };
    entries(w; Bytes 1) counted(libc::syscall(libc::SYS_getdents64, w(0), w(1), w(2)));
    make_dir(w, p at 0) checked(libc::mkdir(p.as_ptr(), w(2) as libc::mode_t));
    remove_dir(_w, p at 0) checked(libc::rmdir(p.as_ptr()));
    unlink(_w, p at 0) checked(libc::unlink(p.as_ptr()));
    rename(_w, old at 0, new at 2) checked(libc::rename(old.as_ptr(), new.as_ptr()));
    link(_w, old at 0, new at 2) checked(libc::link(old.as_ptr(), new.as_ptr()));
    symlink(_w, old at 0, new at 2) checked(libc::symlink(old.as_ptr(), new.as_ptr()));
    read_link(w, p at 0; Bytes 2) counted(libc::readlink(p.as_ptr(), w(2) as *mut _, w(3) as usize) as i64);
    chdir(_w, p at 0) checked(libc::chdir(p.as_ptr()));
    chmod(w, p at 0) checked(libc::chmod(p.as_ptr(), w(2) as libc::mode_t));
    chown(w, p at 0) {
        let flags = if w(4) != 0 { 0 } else { libc::AT_SYMLINK_NOFOLLOW };
        checked(libc::fchownat(libc::AT_FDCWD, p.as_ptr(), w(2) as u32, w(3) as u32, flags))
    };
    truncate(w, p at 0) checked(libc::truncate(p.as_ptr(), w(2) as i64));
    set_times(w, p at 0) {
        let times = [time(w(2), w(3)), time(w(4), w(5))];
        checked(libc::utimensat(libc::AT_FDCWD, p.as_ptr(), times.as_ptr(), 0))
    };
    working_dir(w; Bytes 0) {
        let (p, n) = (w(0) as *mut libc::c_char, w(1) as usize);
        if libc::getcwd(p, n).is_null() { (0, errno()) } else { (libc::strlen(p) as u64, 0) }
    };
    host_name(w; Bytes 0) {
        let (p, n) = (w(0) as *mut libc::c_char, w(1) as usize);
        let e = checked(libc::gethostname(p, n));
        (if e == 0 { libc::strnlen(p, n) as u64 } else { 0 }, e)
    };
    pipe(_w) {
        let mut ends = [0i32; 2];
        let e = checked(libc::pipe2(ends.as_mut_ptr(), libc::O_CLOEXEC | libc::O_NONBLOCK));
        (ends[0] as u64, ends[1] as u64, e)
    };
    number(w) id(w(0)) as u64;
    groups(w; Ids 0) counted(libc::getgroups(w(1) as i32, w(0) as *mut libc::gid_t));
}

/// Whether a read or write of the descriptor in slot 0 comes back now: something is there or fits, or
/// there is an error to tell.
unsafe fn now(window: *const u64, events: libc::c_short) -> bool {
    // SAFETY: a descriptor number; the system fills one structure.
    unsafe {
        let mut fd = libc::pollfd { fd: *window as i32, events, revents: 0 };
        libc::poll(&mut fd, 1, 0) > 0 || libc::fcntl(fd.fd, libc::F_GETFL) & libc::O_NONBLOCK != 0
    }
}

/// # Safety
/// Slot 0 is a descriptor number, here and in `writable`.
pub unsafe fn readable(window: *const u64) -> bool {
    // SAFETY: the caller's promise.
    unsafe { now(window, libc::POLLIN) }
}

unsafe fn writable(window: *const u64) -> bool {
    // SAFETY: the caller's promise.
    unsafe { now(window, libc::POLLOUT) }
}

/// Whether opening waits for nobody: a named pipe waits for its other end.
///
/// # Safety
/// `window` points to a string.
pub unsafe fn opens_at_once(window: *const u64) -> bool {
    // SAFETY: the caller's promise; the system fills one structure.
    unsafe {
        let Some(p) = path(window) else { return true };
        let mut st: libc::stat = std::mem::zeroed();
        libc::stat(p.as_ptr(), &mut st) != 0 || st.st_mode & libc::S_IFMT != libc::S_IFIFO
    }
}

/// Waits until a pipe is ready, but not for long: the caller looks again, and another goroutine may
/// have closed the file. Where all goroutines share one thread it waits only when no other has anything
/// to do.
unsafe fn wait(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a descriptor number, a bool, how often it was tried.
    unsafe {
        let events = if *w.add(1) != 0 { libc::POLLOUT } else { libc::POLLIN };
        let mut fd = libc::pollfd { fd: *w as i32, events, revents: 0 };
        let host = &cx.rt().host;
        let timeout = match (host.deterministic(), *w.add(2)) {
            (false, _) => 20,
            (true, tries) => i32::from(tries > 1000 && cx.rt().sched.all_wait_but(cx.rt(), cx.m)),
        };
        if cx.rt().follows {
            return Status::Done;
        }
        // Virtual time passes by waiting, so that a deadline comes.
        host.advance_to(host.now() + 20_000);
        libc::poll(&mut fd, 1, timeout);
    }
    Status::Done
}

pub fn list() -> &'static [NativeDecl] {
    const {
        &[
            blocking(
                "os.fdWriteSlow",
                "func(fd int, p []byte) (n int, errno int)",
                write_slow,
                writable,
            ),
            blocking(
                "os.fdReadAt",
                "func(fd int, p []byte, off int64) (n int, errno int)",
                read_at,
                always,
            ),
            blocking(
                "os.fdWriteAt",
                "func(fd int, p []byte, off int64) (n int, errno int)",
                write_at,
                always,
            ),
            leaf("os.fdSeek", "func(fd int, off int64, whence int) (at int64, errno int)", seek),
            blocking("os.fdWait", "func(fd int, write bool, tries int)", wait, always),
            blocking("os.fdSync", "func(fd int) (errno int)", sync, always),
            leaf("os.fdTruncate", "func(fd int, size int64) (errno int)", fd_truncate),
            leaf("os.fdChmod", "func(fd int, mode uint32) (errno int)", fd_chmod),
            leaf("os.fdChown", "func(fd, uid, gid int) (errno int)", fd_chown),
            leaf("os.fdChdir", "func(fd int) (errno int)", fd_chdir),
            leaf("os.fdStat", "func(fd int, st *Stat_t) (errno int)", fd_stat),
            leaf("os.pathStat", "func(path string, follow bool, st *Stat_t) (errno int)", stat),
            leaf("os.fdEntries", "func(fd int, p []byte) (n int, errno int)", entries),
            leaf("os.mkdir", "func(path string, perm uint32) (errno int)", make_dir),
            leaf("os.rmdir", "func(path string) (errno int)", remove_dir),
            leaf("os.unlink", "func(path string) (errno int)", unlink),
            leaf("os.rename", "func(old, new string) (errno int)", rename),
            leaf("os.link", "func(old, new string) (errno int)", link),
            leaf("os.symlink", "func(old, new string) (errno int)", symlink),
            leaf("os.readlink", "func(path string, p []byte) (n int, errno int)", read_link),
            leaf("os.chdir", "func(path string) (errno int)", chdir),
            leaf("os.chmod", "func(path string, mode uint32) (errno int)", chmod),
            leaf("os.chown", "func(path string, uid, gid int, follow bool) (errno int)", chown),
            leaf("os.truncate", "func(path string, size int64) (errno int)", truncate),
            leaf(
                "os.utimes",
                "func(path string, asec, ansec, msec, mnsec int64) (errno int)",
                set_times,
            ),
            leaf("os.getcwd", "func(p []byte) (n int, errno int)", working_dir),
            leaf("os.gethostname", "func(p []byte) (n int, errno int)", host_name),
            leaf("os.pipe", "func() (r, w int, errno int)", pipe),
            leaf("os.id", "func(which int) int", number),
            leaf("os.getgroups", "func(p []uint32) (n int, errno int)", groups),
        ]
    }
}
