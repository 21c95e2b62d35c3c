//! Natives of packages runtime and runtime/debug about memory: finalizers, the collector's target,
//! the limit of stacks.

use std::sync::atomic::Ordering;

use crate::cx::{Cx, Status, Throw};
use crate::desc::{TypeDesc, TypeKind};
use crate::finalizer::Entry;
use crate::native::{NativeDecl, leaf};

/// # Safety
/// As every native.
unsafe fn set_finalizer(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: two pointers, a word and a bool; one result.
    unsafe {
        let entry = Entry { object: *w, call: *w.add(1), word: *w.add(2), cleanup: *w.add(3) != 0 };
        let rt = cx.rt();
        *w = match rt.heap.object_start(entry.object) {
            // Not in the heap: it is never freed.
            None => 0,
            Some(start) if !entry.cleanup && start != entry.object => -1i64 as u64,
            Some(_) => rt.finalizers.add(entry).unwrap_or(-2i64 as u64),
        };
    }
    Status::Done
}

/// # Safety
/// As every native.
unsafe fn remove_finalizer(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a pointer and a number.
    unsafe {
        match *w.add(1) {
            0 => cx.rt().finalizers.remove(*w),
            n => cx.rt().finalizers.stop(n),
        }
    }
    Status::Done
}

/// # Safety
/// As every native.
unsafe fn next_finalizer(cx: &mut Cx, w: *mut u64) -> Status {
    let next = cx.rt().finalizers.next();
    // SAFETY: five results.
    unsafe {
        let found = next.is_some();
        let e = next.unwrap_or(Entry { object: 0, call: 0, word: 0, cleanup: false });
        *w = e.object;
        *w.add(1) = e.call;
        *w.add(2) = e.word;
        *w.add(3) = e.cleanup as u64;
        *w.add(4) = found as u64;
    }
    Status::Done
}

/// # Safety
/// As every native.
unsafe fn set_runner(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a func value.
    cx.rt().finalizers.set_runner(unsafe { *w });
    Status::Done
}

/// # Safety
/// As every native.
unsafe fn become_system(cx: &mut Cx, _: *mut u64) -> Status {
    let rt: *const crate::runtime::Runtime = cx.rt;
    // SAFETY: the runtime outlives every M; the running G is this M's.
    unsafe { (*rt).sched.hide(cx.g()) };
    Status::Done
}

/// # Safety
/// As every native.
unsafe fn finalizer_word(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: two `any`s; room for a word and a string.
    unsafe {
        let (obj, data) = ((*w as *const TypeDesc).as_ref(), *w.add(1));
        let f = (*w.add(2) as *const TypeDesc).as_ref();
        let (word, wrong) = match check(cx, obj, data, f) {
            Ok(word) => (word, String::new()),
            Err(text) => (0, text),
        };
        *w = word;
        crate::string::put(cx, w.add(1), wrong.as_bytes());
    }
    Status::Done
}

/// # Safety
/// Types of the program.
unsafe fn check(
    cx: &Cx,
    obj: Option<&TypeDesc>,
    data: u64,
    f: Option<&TypeDesc>,
) -> Result<u64, String> {
    let obj = obj.ok_or("first argument is nil")?;
    if obj.kind != TypeKind::Pointer {
        return Err(format!("first argument is {}, not pointer", obj.string));
    }
    if data == 0 {
        return Err("nil elem type!".into());
    }
    let Some(f) = f else { return Ok(0) };
    if f.kind != TypeKind::Func {
        return Err(format!("second argument is {}, not a function", f.string));
    }
    let cannot = || format!("cannot pass {} to finalizer {}", obj.string, f.string);
    if f.variadic {
        return Err(format!("{} because dotdotdot", cannot()));
    }
    let [param] = f.params[..] else { return Err(cannot()) };
    // SAFETY: a type of the program.
    let param = unsafe { &*param };
    if std::ptr::eq(param, obj) {
        return Ok(0);
    }
    match param.kind {
        TypeKind::Pointer
            if (param.name.is_empty() || obj.name.is_empty())
                && std::ptr::eq(param.elem, obj.elem) =>
        {
            Ok(0)
        }
        TypeKind::Interface if param.methods.is_empty() => Ok(obj as *const TypeDesc as u64),
        TypeKind::Interface => match cx.rt().itabs.find(param, obj) {
            0 => Err(cannot()),
            itab => Ok(itab),
        },
        _ => Err(cannot()),
    }
}

/// # Safety
/// As every native.
unsafe fn fatal(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a string.
    let text = unsafe { crate::string::bytes(*w, *w.add(1)) };
    let text = String::from_utf8_lossy(text).into_owned();
    cx.throw(Throw::Fatal(text))
}

/// # Safety
/// As every native.
unsafe fn set_gc_percent(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a number.
    unsafe { *w = cx.rt().heap.set_percent(*w as i64) as u64 };
    Status::Done
}

/// # Safety
/// As every native.
unsafe fn set_max_stack(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a number.
    unsafe { *w = cx.rt().max_stack.swap(*w, Ordering::Relaxed) };
    Status::Done
}

/// # Safety
/// As every native.
unsafe fn set_traceback(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a string.
    let level = crate::runtime::traceback_level(unsafe { crate::string::bytes(*w, *w.add(1)) });
    let rt = cx.rt();
    let least = rt.env.iter().find_map(|e| e.strip_prefix("GOTRACEBACK="));
    let least = least.map_or(0, |e| crate::runtime::traceback_level(e.as_bytes()));
    rt.traceback.store(level.max(least), Ordering::Relaxed);
    Status::Done
}

pub fn list() -> &'static [NativeDecl] {
    const {
        &[
            leaf(
                "runtime.setFinalizer",
                "func(p, f unsafe.Pointer, word uintptr, cleanup bool) int",
                set_finalizer,
            ),
            leaf("runtime.removeFinalizer", "func(p unsafe.Pointer, number int)", remove_finalizer),
            leaf(
                "runtime.nextFinalizer",
                "func() (p, f unsafe.Pointer, word uintptr, cleanup, found bool)",
                next_finalizer,
            ),
            leaf("runtime.setFinalizerRunner", "func(run func())", set_runner),
            leaf("runtime.becomeSystem", "func()", become_system),
            leaf("iter.leave", "func()", become_system),
            leaf(
                "runtime.finalizerWord",
                "func(obj, f any) (word uintptr, wrong string)",
                finalizer_word,
            ),
            leaf("runtime.fatal", "func(text string)", fatal),
            leaf("runtime/debug.setGCPercent", "func(percent int) int", set_gc_percent),
            leaf("runtime/debug.setMaxStack", "func(bytes int) int", set_max_stack),
            leaf("runtime/debug.SetTraceback", "func(level string)", set_traceback),
        ]
    }
}
