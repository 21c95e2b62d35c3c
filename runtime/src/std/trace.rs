//! Natives of packages runtime/trace and runtime/pprof: what a program says in the event log.

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
