//! Natives of package syscall: pages of memory beside the heap, and signals to processes.
//!
//! The collector knows nothing of such pages: what they hold keeps nothing alive.

use std::collections::BTreeMap;

use parking_lot::Mutex;

use crate::cx::{Cx, Status};
use crate::native::{NativeDecl, leaf};

/// The length of each mapping by its address. Pages of anybody else, the heap's above all, are not to be
/// touched.
static MAPPINGS: Mutex<BTreeMap<usize, usize>> = Mutex::new(BTreeMap::new());

fn errno() -> u64 {
    std::io::Error::last_os_error().raw_os_error().unwrap_or(libc::EIO) as u64
}

unsafe fn mmap(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: five numbers; the system chooses an address that nothing else has.
    unsafe {
        let (fd, offset, length) = (*w as i32, *w.add(1) as i64, *w.add(2) as usize);
        let (prot, flags) = (*w.add(3) as i32, *w.add(4) as i32);
        // A fixed address would replace what is there.
        let fixed = flags & (libc::MAP_FIXED | libc::MAP_FIXED_NOREPLACE) != 0;
        let at = match fixed {
            true => libc::MAP_FAILED,
            false => libc::mmap(std::ptr::null_mut(), length, prot, flags, fd, offset),
        };
        let failed = at == libc::MAP_FAILED;
        *w.add(1) = match (failed, fixed) {
            (true, true) => libc::EINVAL as u64,
            (true, false) => errno(),
            _ => {
                MAPPINGS.lock().insert(at as usize, length);
                0
            }
        };
        *w = if failed { 0 } else { at as u64 };
    }
    Status::Done
}

unsafe fn munmap(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: what `mmap` gave and nobody gave back.
    unsafe {
        let (at, length) = (*w as usize, *w.add(1) as usize);
        let mut mappings = MAPPINGS.lock();
        *w = if mappings.get(&at) != Some(&length) {
            libc::EINVAL as u64
        } else if libc::munmap(at as *mut libc::c_void, length) < 0 {
            errno()
        } else {
            mappings.remove(&at);
            0
        };
    }
    Status::Done
}

unsafe fn mprotect(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a part of what `mmap` gave.
    unsafe {
        let (at, length) = (*w as usize, *w.add(1) as usize);
        let mappings = MAPPINGS.lock();
        let around = mappings.range(..=at).next_back();
        let inside = around.is_some_and(|(from, n)| at - from <= *n && length <= n - (at - from));
        *w = if !inside {
            libc::EACCES as u64
        } else if libc::mprotect(at as *mut libc::c_void, length, *w.add(2) as i32) < 0 {
            errno()
        } else {
            0
        };
    }
    Status::Done
}

unsafe fn kill(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a process and a signal.
    unsafe {
        let (process, signal) = (*w as i32, *w.add(1) as i32);
        let own = libc::getpid();
        // To this process it goes by way of this thread, so that it has come when the call returns:
        // another thread might take it later.
        let send = || {
            let result = if process == own {
                libc::syscall(libc::SYS_tgkill, own, libc::gettid(), signal)
            } else {
                i64::from(libc::kill(process, signal))
            };
            if result < 0 { errno() } else { 0 }
        };
        super::files::outside(cx, w, super::files::Fills::Nothing, send);
    }
    Status::Done
}

/// The numbers of the process and its users; the size of a page.
unsafe fn id(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: calls that only tell.
    unsafe {
        let which = *w;
        let tell = || match which {
            0 => libc::getpid() as u64,
            1 => libc::getppid() as u64,
            2 => u64::from(libc::getuid()),
            3 => u64::from(libc::geteuid()),
            4 => u64::from(libc::getgid()),
            5 => u64::from(libc::getegid()),
            _ => libc::sysconf(libc::_SC_PAGESIZE) as u64,
        };
        super::files::outside(cx, w, super::files::Fills::Nothing, tell);
    }
    Status::Done
}

pub fn list() -> &'static [NativeDecl] {
    const {
        &[
            leaf(
                "syscall.mmap",
                "func(fd int, offset int64, length int, prot int, flags int) (at uintptr, errno int)",
                mmap,
            ),
            leaf("syscall.munmap", "func(at uintptr, length int) (errno int)", munmap),
            leaf(
                "syscall.mprotect",
                "func(at uintptr, length int, prot int) (errno int)",
                mprotect,
            ),
            leaf("syscall.kill", "func(pid int, signal int) (errno int)", kill),
            leaf("syscall.id", "func(which int) int", id),
        ]
    }
}
