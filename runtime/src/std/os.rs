//! Natives of package os: arguments, environment, files by number, exit.

use std::sync::atomic::Ordering;

use super::files::{Fills, outside};
use crate::cx::{Cx, Status};
use crate::native::{NativeDecl, leaf};

/// A []string of these texts in three slots.
unsafe fn put_strings(cx: &mut Cx, w: *mut u64, list: &[String]) {
    // Strings are kept by the runtime, so the elements may point to them.
    let bytes = list.len() * 16;
    let array = if bytes == 0 { 0 } else { cx.alloc(bytes, std::ptr::null()) as u64 };
    // SAFETY: a new array of as many strings; three slots.
    unsafe {
        for (i, s) in list.iter().enumerate() {
            let at = (array as *mut u64).add(2 * i);
            *at = if s.is_empty() { 0 } else { s.as_ptr() as u64 };
            *at.add(1) = s.len() as u64;
        }
        *w = array;
        *w.add(1) = list.len() as u64;
        *w.add(2) = list.len() as u64;
    }
}

unsafe fn args(cx: &mut Cx, w: *mut u64) -> Status {
    let list: *const Vec<String> = &cx.rt().args;
    // SAFETY: the runtime's list does not change while the program runs; room for a slice.
    unsafe { put_strings(cx, w, &*list) };
    Status::Done
}

/// All variables, each with a NUL behind it.
unsafe fn environ(cx: &mut Cx, w: *mut u64) -> Status {
    let (m, rt) = (cx.m, cx.rt());
    let told = rt.told_of_environment(m, || {
        rt.env.iter().flat_map(|e| e.bytes().chain([0])).map(u64::from).collect()
    });
    let text: Vec<u8> = told.iter().map(|&b| b as u8).collect();
    // SAFETY: room for a string.
    unsafe { crate::string::put(cx, w, &text) };
    Status::Done
}

/// The variable of this name; of two the first counts.
unsafe fn lookup_env(cx: &mut Cx, w: *mut u64) -> Status {
    let (m, rt) = (cx.m, cx.rt());
    // SAFETY: a string; room for a string and a bool.
    unsafe {
        let name = crate::string::bytes(*w, *w.add(1));
        let told = rt.told_of_environment(m, || {
            let value = |e: &String| {
                e.as_bytes().strip_prefix(name)?.strip_prefix(b"=").map(<[u8]>::to_vec)
            };
            let found = rt.env.iter().find_map(value);
            let bytes = found.iter().flatten().map(|&b| b as u64);
            std::iter::once(found.is_some() as u64).chain(bytes).collect()
        });
        let text: Vec<u8> = told.iter().skip(1).map(|&b| b as u8).collect();
        crate::string::put(cx, w, &text);
        *w.add(2) = told.first().copied().unwrap_or(0);
    }
    Status::Done
}

unsafe fn exit(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a status.
    cx.rt().exit_code.store(unsafe { *w } as i32, Ordering::Relaxed);
    cx.rt().ends(crate::event::field::End::Exit);
    Status::Exit
}

fn errno() -> u64 {
    std::io::Error::last_os_error().raw_os_error().unwrap_or(5) as u64
}

unsafe fn fd_read(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a descriptor number and a byte slice.
    unsafe {
        let (fd, p, n) = (*w as i32, *w.add(1), *w.add(2) as usize);
        outside(cx, w, Fills::Bytes(p), || {
            let got = libc::read(fd, p as *mut libc::c_void, n);
            if got < 0 { (u64::MAX, errno()) } else { (got as u64, 0) }
        });
    }
    Status::Done
}

unsafe fn fd_write(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a descriptor number and a byte slice.
    unsafe {
        let (fd, p, n) = (*w as i32, *w.add(1), *w.add(2));
        if fd == 1 || fd == 2 {
            // Standard streams belong to the host.
            let done = cx.rt().write(cx.m, fd, crate::string::bytes(p, n));
            let error = done.err().map(|e| e.raw_os_error().unwrap_or(libc::EIO));
            if error == Some(libc::EPIPE) {
                crate::signals::broken_pipe();
            }
            *w = if error.is_none() { n } else { u64::MAX };
            *w.add(1) = error.unwrap_or(0) as u64;
            return Status::Done;
        }
        outside(cx, w, Fills::Nothing, || {
            let put = libc::write(fd, p as *const libc::c_void, n as usize);
            if put < 0 { (u64::MAX, errno()) } else { (put as u64, 0) }
        });
    }
    Status::Done
}

unsafe fn fd_open(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a string, flags, permissions.
    unsafe {
        let path = crate::string::bytes(*w, *w.add(1)).to_vec();
        let Ok(path) = std::ffi::CString::new(path) else {
            *w = u64::MAX;
            *w.add(1) = libc::EINVAL as u64;
            return Status::Done;
        };
        let (flags, permissions) = (*w.add(2) as i32 | libc::O_CLOEXEC, *w.add(3));
        outside(cx, w, Fills::Nothing, || {
            let fd = libc::open(path.as_ptr(), flags, permissions as libc::c_uint);
            (fd as i64 as u64, if fd < 0 { errno() } else { 0 })
        });
    }
    Status::Done
}

unsafe fn fd_close(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a descriptor number.
    unsafe {
        let fd = *w as i32;
        outside(cx, w, Fills::Nothing, || if libc::close(fd) < 0 { errno() } else { 0 });
    }
    Status::Done
}

unsafe fn getpid(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: one result.
    unsafe { *w = cx.rt().told_of_environment(cx.m, || vec![std::process::id() as u64])[0] };
    Status::Done
}

unsafe fn random_word(cx: &mut Cx, w: *mut u64) -> Status {
    let word = || vec![cx.rt().host.random() >> 32];
    // SAFETY: one result.
    unsafe { *w = cx.rt().told(cx.m, word)[0] };
    Status::Done
}

pub fn list() -> &'static [NativeDecl] {
    const {
        &[
            leaf("os.args", "func() []string", args),
            leaf("os.environ", "func() string", environ),
            leaf("os.lookupEnv", "func(name string) (value string, ok bool)", lookup_env),
            leaf("time.getenv", "func(name string) (value string, ok bool)", lookup_env),
            leaf("os.exit", "func(code int)", exit),
            crate::native::blocking(
                "os.fdRead",
                "func(fd int, p []byte) (n int, errno int)",
                fd_read,
                super::files::readable,
            ),
            leaf("os.fdWrite", "func(fd int, p []byte) (n int, errno int)", fd_write),
            crate::native::blocking(
                "os.fdOpen",
                "func(path string, flag int, perm int) (fd int, errno int)",
                fd_open,
                super::files::opens_at_once,
            ),
            leaf("os.fdClose", "func(fd int) (errno int)", fd_close),
            leaf("os.randomWord", "func() uint32", random_word),
            leaf("os.pid", "func() int", getpid),
        ]
    }
}
