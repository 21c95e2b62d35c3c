//! Natives of packages runtime/trace and runtime/pprof: what a program says in the event log.

use std::sync::atomic::Ordering;

use crate::cx::{Cx, Status};
use crate::event::{Pen, happens};
use crate::native::{NativeDecl, leaf};

/// # Safety
/// `w` has a string in two slots.
unsafe fn text(pen: &mut Pen<'_>, w: *const u64) -> crate::event::field::Text {
    // SAFETY: the caller's promise.
    let s = unsafe { crate::string::bytes(*w, *w.add(1)) };
    let head = &s[..s.len().min(1000)];
    pen.text(&String::from_utf8_lossy(head))
}

/// # Safety
/// As every native.
unsafe fn enabled(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: one result.
    unsafe { *w = cx.rt().recording() as u64 }
    Status::Done
}

// States of `Runtime::tracing`.
const OFF: u8 = 0;
pub(crate) const ON: u8 = 1;
const READING: u8 = 2;

/// # Safety
/// As every native.
unsafe fn start(cx: &mut Cx, w: *mut u64) -> Status {
    let tracing = &cx.rt().tracing;
    let begun = tracing.compare_exchange(OFF, ON, Ordering::Relaxed, Ordering::Relaxed).is_ok();
    if begun && !cx.rt().keeps_all() {
        cx.rt().window.lock().trace_begins = true;
        cx.rt().sched.trace_events(cx, true);
    }
    // SAFETY: one result.
    unsafe { *w = begun as u64 }
    Status::Done
}

/// # Safety
/// As every native.
unsafe fn stop(cx: &mut Cx, w: *mut u64) -> Status {
    let tracing = &cx.rt().tracing;
    let ended = tracing.compare_exchange(ON, READING, Ordering::Relaxed, Ordering::Relaxed).is_ok();
    if ended && !cx.rt().keeps_all() {
        cx.rt().sched.trace_events(cx, false);
    }
    // SAFETY: one result.
    unsafe { *w = ended as u64 }
    Status::Done
}

/// Whether what `start` or `stop` asked for has come about.
///
/// # Safety
/// As every native.
unsafe fn settled(cx: &mut Cx, w: *mut u64) -> Status {
    let rt = cx.rt();
    // SAFETY: one result.
    unsafe { *w = (rt.keeps_all() || rt.sched.traces()) as u64 }
    Status::Done
}

/// # Safety
/// As every native.
unsafe fn started(cx: &mut Cx, w: *mut u64) -> Status {
    let rt = cx.rt();
    let on = rt.tracing.load(Ordering::Relaxed) == ON || rt.window.lock().on;
    // SAFETY: one result.
    unsafe { *w = on as u64 }
    Status::Done
}

/// The events since `start` in Go's format. With `--trace` those since the program's start.
///
/// # Safety
/// As every native.
unsafe fn data(cx: &mut Cx, w: *mut u64) -> Status {
    let rt = cx.rt();
    let bytes = rt.trace_data();
    rt.tracing.store(OFF, Ordering::Relaxed);
    // SAFETY: room for a string.
    unsafe { crate::string::put(cx, w, &bytes) }
    Status::Done
}

/// # Safety
/// As every native.
unsafe fn flight_start(cx: &mut Cx, w: *mut u64) -> Status {
    let rt = cx.rt();
    // SAFETY: nanoseconds, bytes -> bool.
    unsafe {
        let mut window = rt.window.lock();
        let begins = !window.on;
        if begins {
            window.start((*w as i64).max(0) as u64, *w.add(1));
        }
        *w = begins as u64;
        drop(window);
        if begins && !rt.keeps_all() {
            rt.sched.trace_events(cx, true);
        }
    }
    Status::Done
}

/// # Safety
/// As every native.
unsafe fn flight_stop(cx: &mut Cx, _: *mut u64) -> Status {
    cx.rt().window.lock().stop();
    if !cx.rt().keeps_all() {
        cx.rt().sched.trace_events(cx, false);
    }
    Status::Done
}

/// # Safety
/// As every native.
unsafe fn flight_cut(cx: &mut Cx, _: *mut u64) -> Status {
    if !cx.rt().keeps_all() {
        cx.rt().sched.cut_events();
        cx.poll_soon();
    }
    Status::Done
}

/// # Safety
/// As every native.
unsafe fn flight_data(cx: &mut Cx, w: *mut u64) -> Status {
    let bytes = cx.rt().window_data();
    // SAFETY: room for a string.
    unsafe { crate::string::put(cx, w, &bytes) }
    Status::Done
}

/// # Safety
/// As every native.
unsafe fn task_begin(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: parent, name -> number.
    unsafe {
        let task = cx.rt().new_object_id();
        cx.rt().trace(cx.m, |pen| {
            let (parent, name, stack) = (*w, text(pen, w.add(1)), pen.here(cx, w));
            pen.emit(happens::TaskBegin { task, parent, name, stack });
        });
        *w = task;
    }
    Status::Done
}

/// # Safety
/// As every native.
unsafe fn task_end(cx: &mut Cx, w: *mut u64) -> Status {
    cx.rt().trace(cx.m, |pen| {
        let stack = pen.here(cx, w);
        // SAFETY: number.
        pen.emit(happens::TaskEnd { task: unsafe { *w }, stack });
    });
    Status::Done
}

/// # Safety
/// As every native.
unsafe fn region_begin(cx: &mut Cx, w: *mut u64) -> Status {
    cx.rt().trace(cx.m, |pen| {
        // SAFETY: task, name.
        let (task, name) = unsafe { (*w, text(pen, w.add(1))) };
        let stack = pen.here(cx, w);
        pen.emit(happens::RegionBegin { task, name, stack });
    });
    Status::Done
}

/// # Safety
/// As every native.
unsafe fn region_end(cx: &mut Cx, w: *mut u64) -> Status {
    cx.rt().trace(cx.m, |pen| {
        // SAFETY: task, name.
        let (task, name) = unsafe { (*w, text(pen, w.add(1))) };
        let stack = pen.here(cx, w);
        pen.emit(happens::RegionEnd { task, name, stack });
    });
    Status::Done
}

/// # Safety
/// As every native.
unsafe fn user_log(cx: &mut Cx, w: *mut u64) -> Status {
    cx.rt().trace(cx.m, |pen| {
        // SAFETY: task, category, message.
        let (task, key, text) = unsafe { (*w, text(pen, w.add(1)), text(pen, w.add(3))) };
        let stack = pen.here(cx, w);
        pen.emit(happens::UserLog { task, key, text, stack });
    });
    Status::Done
}

/// # Safety
/// As every native.
unsafe fn set_labels(cx: &mut Cx, w: *mut u64) -> Status {
    cx.rt().trace(cx.m, |pen| {
        // SAFETY: a string.
        let text = unsafe { text(pen, w) };
        pen.emit(happens::Label { text });
    });
    Status::Done
}

pub fn list() -> &'static [NativeDecl] {
    const {
        &[
            leaf("runtime/trace.enabled", "func() bool", enabled),
            leaf("runtime/trace.start", "func() bool", start),
            leaf("runtime/trace.stop", "func() bool", stop),
            leaf("runtime/trace.settled", "func() bool", settled),
            leaf("runtime/trace.started", "func() bool", started),
            leaf("runtime/trace.data", "func() string", data),
            leaf(
                "runtime/trace.flightStart",
                "func(minAge int64, maxBytes uint64) bool",
                flight_start,
            ),
            leaf("runtime/trace.flightStop", "func()", flight_stop),
            leaf("runtime/trace.flightCut", "func()", flight_cut),
            leaf("runtime/trace.flightData", "func() string", flight_data),
            leaf(
                "runtime/trace.taskBegin",
                "func(parent uint64, name string) (id uint64)",
                task_begin,
            ),
            leaf("runtime/trace.taskEnd", "func(id uint64)", task_end),
            leaf("runtime/trace.regionBegin", "func(task uint64, name string)", region_begin),
            leaf("runtime/trace.regionEnd", "func(task uint64, name string)", region_end),
            leaf("runtime/trace.userLog", "func(task uint64, category, message string)", user_log),
            leaf("runtime/pprof.setLabels", "func(text string)", set_labels),
        ]
    }
}
