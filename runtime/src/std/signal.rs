//! Natives of package os/signal: see `crate::signals`.

use super::files::{Fills, outside};
use crate::cx::{Cx, Status};
use crate::native::{NativeDecl, blocking, leaf};
use crate::signals;

/// A native that takes a signal's number.
macro_rules! of_signal {
    ($name:ident) => {
        unsafe fn $name(_: &mut Cx, w: *mut u64) -> Status {
            // SAFETY: a number.
            signals::$name(unsafe { *w } as i32);
            Status::Done
        }
    };
}
of_signal!(enable);
of_signal!(disable);
of_signal!(ignore);

unsafe fn ignored(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: at most a number; one result.
    unsafe { outside(cx, w, Fills::Nothing, || u64::from(signals::ignored(*w as i32))) };
    Status::Done
}

unsafe fn receive(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: one result.
    unsafe { outside(cx, w, Fills::Nothing, || signals::wait() as u64) };
    Status::Done
}

unsafe fn any(_: *const u64) -> bool {
    signals::any()
}

unsafe fn idle(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: at most a number; one result.
    unsafe { outside(cx, w, Fills::Nothing, || u64::from(signals::idle())) };
    Status::Done
}

pub fn list() -> &'static [NativeDecl] {
    const {
        &[
            leaf("os/signal.enable", "func(n int)", enable),
            leaf("os/signal.disable", "func(n int)", disable),
            leaf("os/signal.ignore", "func(n int)", ignore),
            leaf("os/signal.ignored", "func(n int) bool", ignored),
            blocking("os/signal.receive", "func() int", receive, any),
            leaf("os/signal.idle", "func() bool", idle),
        ]
    }
}
