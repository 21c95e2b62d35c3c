//! Natives of package runtime.

use crate::cx::{Cx, Status};
use crate::native::{NativeDecl, leaf};

/// # Safety
/// As every native.
unsafe fn gosched(_: &mut Cx, _: *mut u64) -> Status {
    Status::Gosched
}

/// # Safety
/// As every native.
unsafe fn goexit(_: &mut Cx, _: *mut u64) -> Status {
    Status::Goexit
}

/// # Safety
/// As every native.
unsafe fn gomaxprocs(cx: &mut Cx, w: *mut u64) -> Status {
    let sched = &cx.rt().sched;
    let old = sched.procs();
    // SAFETY: one argument, one result.
    unsafe {
        let n = *w as i64;
        *w = old as u64;
        if n > 0 && n != old as i64 {
            sched.set_procs(cx, n.min(crate::sched::MAX_PROCS as i64) as u32);
        }
    }
    Status::Done
}

/// # Safety
/// As every native.
unsafe fn num_goroutine(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: one result.
    unsafe { *w = cx.rt().sched.goroutines() }
    Status::Done
}

/// # Safety
/// As every native.
unsafe fn num_cpu(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: one result.
    unsafe { *w = std::thread::available_parallelism().map_or(1, |n| n.get() as u64) }
    Status::Done
}

/// The collection happens in the scheduling round that this causes, before the G goes on.
///
/// # Safety
/// As every native.
unsafe fn gc(cx: &mut Cx, _: *mut u64) -> Status {
    cx.rt().heap.request_gc();
    Status::Gosched
}

pub fn list() -> &'static [NativeDecl] {
    const {
        &[
            leaf("runtime.Gosched", "func()", gosched),
            leaf("runtime.Goexit", "func()", goexit),
            leaf("runtime.GOMAXPROCS", "func(n int) int", gomaxprocs),
            leaf("runtime.NumGoroutine", "func() int", num_goroutine),
            leaf("runtime.NumCPU", "func() int", num_cpu),
            leaf("runtime.GC", "func()", gc),
        ]
    }
}
