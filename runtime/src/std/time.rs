//! Natives of package time: clocks, sleeping, timers.

use crate::cx::{Cx, Status};
use crate::event::happens;
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
    let host = &cx.rt().host;
    let (sec, nsec, mono) = if cx.rt().inputs {
        let ask = || {
            let (sec, nsec) = host.wall();
            vec![sec as u64, nsec as u64, host.now()]
        };
        let told = cx.rt().told(cx.m, ask);
        (told[0], told[1], told[2])
    } else {
        let (sec, nsec) = host.wall();
        (sec as u64, nsec as u64, host.now())
    };
    // SAFETY: seconds, nanoseconds, monotonic nanoseconds.
    unsafe {
        *w = sec;
        *w.add(1) = nsec;
        *w.add(2) = mono;
    }
    Status::Done
}

/// # Safety
/// As every native.
pub(super) unsafe fn runtime_nano(cx: &mut Cx, w: *mut u64) -> Status {
    let now = || vec![cx.rt().host.now()];
    // SAFETY: one result.
    unsafe { *w = cx.rt().told(cx.m, now)[0] }
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
                pen.emit(happens::TimerSet { timer, when, period, stack });
            });
        });
    }
    Status::Done
}

/// The timer whose tick this goroutine is, before it has waited for anything.
///
/// # Safety
/// As every native.
unsafe fn tick(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: one result; the running G.
    unsafe { *w = (*cx.g).wake }
    Status::Done
}

/// # Safety
/// As every native.
unsafe fn tick_done(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a number.
    unsafe { cx.rt().timers.ticked(*w) };
    Status::Done
}

/// # Safety
/// As every native.
unsafe fn timer_stop(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: number -> bool.
    unsafe { *w = cx.rt().timers.stop(cx, *w) as u64 }
    Status::Done
}

/// # Safety
/// As every native.
unsafe fn timer_chan(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a channel that was just made.
    unsafe { crate::chan::mark_timer(*w as *mut _) };
    Status::Done
}

/// No zone file is longer.
const ZONE_LIMIT: u64 = 1 << 20;

/// # Safety
/// As every native.
unsafe fn read_zone(cx: &mut Cx, w: *mut u64) -> Status {
    use std::io::{Error, ErrorKind, Read};
    // SAFETY: a string; room for two strings and a bool.
    unsafe {
        let path = String::from_utf8_lossy(crate::string::bytes(*w, *w.add(1))).into_owned();
        let mut data = Vec::new();
        let read = std::fs::File::open(&path).and_then(|f| {
            if f.metadata()?.is_dir() {
                return Err(Error::from_raw_os_error(libc::EISDIR));
            }
            f.take(ZONE_LIMIT).read_to_end(&mut data)
        });
        let (problem, absent) = match read {
            Ok(_) => (String::new(), false),
            Err(e) => {
                let text = e.to_string();
                let text = text.split(" (os error").next().unwrap_or("").to_lowercase();
                (text, e.kind() == ErrorKind::NotFound)
            }
        };
        crate::string::put(cx, w, &data);
        crate::string::put(cx, w.add(2), problem.as_bytes());
        *w.add(4) = absent as u64;
    }
    Status::Done
}

pub fn list() -> &'static [NativeDecl] {
    const {
        &[
            parking("time.Sleep", "func(d Duration)", sleep),
            leaf("time.now", "func() (sec int64, nsec int32, mono int64)", now),
            leaf(
                "time.readZone",
                "func(path string) (data string, problem string, absent bool)",
                read_zone,
            ),
            leaf("time.runtimeNano", "func() int64", runtime_nano),
            leaf("time.timerStart", "func(when int64, period int64, f func()) uint64", timer_start),
            leaf("time.tick", "func() uint64", tick),
            leaf("time.tickDone", "func(timer uint64)", tick_done),
            leaf("time.timerChan", "func(c chan Time)", timer_chan),
            leaf("time.timerStop", "func(id uint64) bool", timer_stop),
        ]
    }
}
