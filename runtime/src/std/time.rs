//! Natives of package time: clocks, sleeping, timers.

use crate::cx::{Cx, Status};
use crate::event::Event;
use crate::native::{NativeDecl, leaf, parking};
use crate::timer::{self, Action};

/// # Safety
/// As every native.
unsafe fn sleep(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a duration.
    timer::sleep(cx, w, unsafe { *w } as i64)
}

/// # Safety
/// As every native.
unsafe fn now(cx: &mut Cx, w: *mut u64) -> Status {
    let (sec, nsec) = cx.rt().host.wall();
    // SAFETY: seconds, nanoseconds, monotonic nanoseconds.
    unsafe {
        *w = sec as u64;
        *w.add(1) = nsec as u64;
        *w.add(2) = cx.rt().host.now();
    }
    Status::Done
}

/// # Safety
/// As every native.
unsafe fn runtime_nano(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: one result.
    unsafe { *w = cx.rt().host.now() }
    Status::Done
}

/// # Safety
/// As every native.
unsafe fn timer_start(cx: &mut Cx, w: *mut u64) -> Status {
    let rt = cx.rt();
    // SAFETY: when, period, closure -> number.
    unsafe {
        let (when, period) = ((*w as i64).max(1) as u64, (*w.add(1) as i64).max(0) as u64);
        *w = rt.timers.start(rt, when, period, Action::Spawn(*w.add(2)), |timer| {
            rt.trace(cx.m, |pen| {
                let stack = pen.here(cx, w);
                pen.emit(Event::TimerSet { timer, when, period, stack });
            });
        });
    }
    Status::Done
}

/// # Safety
/// As every native.
unsafe fn timer_stop(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: number -> bool.
    unsafe { *w = cx.rt().timers.stop(cx, *w) as u64 }
    Status::Done
}

pub fn list() -> &'static [NativeDecl] {
    const {
        &[
            parking("time.Sleep", "func(d Duration)", sleep),
            leaf("time.now", "func() (sec int64, nsec int32, mono int64)", now),
            leaf("time.runtimeNano", "func() int64", runtime_nano),
            leaf("time.timerStart", "func(when int64, period int64, f func()) uint64", timer_start),
            leaf("time.timerStop", "func(id uint64) bool", timer_stop),
        ]
    }
}
