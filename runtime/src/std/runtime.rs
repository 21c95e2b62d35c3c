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
    unsafe { *w = cx.rt().told(cx.m, || vec![cx.rt().sched.goroutines()])[0] }
    Status::Done
}

/// # Safety
/// As every native.
unsafe fn in_test_program(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: one result.
    unsafe { *w = cx.rt().options.test_program as u64 }
    Status::Done
}

/// # Safety
/// As every native.
unsafe fn num_cpu(cx: &mut Cx, w: *mut u64) -> Status {
    let rt = cx.rt();
    let count = || match rt.host.deterministic() {
        true => rt.options.procs as u64,
        false => std::thread::available_parallelism().map_or(1, |n| n.get() as u64),
    };
    // SAFETY: one result.
    unsafe { *w = rt.told(cx.m, || vec![count()])[0] }
    Status::Done
}

/// The collection happens in the scheduling round that this causes, before the G goes on.
///
/// # Safety
/// As every native.
unsafe fn collect(cx: &mut Cx, _: *mut u64) -> Status {
    cx.rt().heap.request_gc();
    Status::Gosched
}

/// # Safety
/// As every native.
unsafe fn collections(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: one result.
    unsafe { *w = cx.rt().heap.stats.collections.load(std::sync::atomic::Ordering::Relaxed) }
    Status::Done
}

/// # Safety
/// As every native.
unsafe fn printable(cx: &mut Cx, w: *mut u64) -> Status {
    use crate::desc::{TypeDesc, TypeKind as K};
    // SAFETY: an `any` that is not nil; room for two strings and a bool.
    unsafe {
        let t = &*(*w as *const TypeDesc);
        let data = *w.add(1);
        let word = |size: u32| match size {
            1 => *(data as *const u8) as u64,
            2 => *(data as *const u16) as u64,
            4 => *(data as *const u32) as u64,
            _ => *(data as *const u64),
        };
        let signed = |size: u32| match size {
            1 => *(data as *const i8) as i64,
            2 => *(data as *const i16) as i64,
            4 => *(data as *const i32) as i64,
            _ => *(data as *const i64),
        };
        let float = |at: usize| match t.kind {
            K::Float32 | K::Complex64 => *(data as *const f32).add(at) as f64,
            _ => *(data as *const f64).add(at),
        };
        let text: Option<Vec<u8>> = match t.kind {
            K::Bool => Some((word(1) != 0).to_string().into()),
            K::Int | K::Int8 | K::Int16 | K::Int32 | K::Int64 => {
                Some(signed(t.size).to_string().into())
            }
            K::Uint | K::Uint8 | K::Uint16 | K::Uint32 | K::Uint64 | K::Uintptr => {
                Some(word(t.size).to_string().into())
            }
            K::Float32 | K::Float64 => Some(crate::print::float(float(0)).into()),
            K::Complex64 | K::Complex128 => {
                let im = crate::print::float(float(1));
                let plus = if im.starts_with(['+', '-']) { "" } else { "+" };
                let parts = format!("{}{plus}{im}i", crate::print::float(float(0)));
                // A named type's value stands in parentheses anyway.
                let text = if t.pkg.is_empty() { format!("({parts})") } else { parts };
                Some(text.into())
            }
            K::String => {
                let s = data as *const u64;
                // As it is, in quotes.
                Some([b"\"", crate::string::bytes(*s, *s.add(1)), b"\""].concat())
            }
            _ => None,
        };
        let predeclared = t.pkg.is_empty();
        let basic = text.is_some();
        let address = || format!("{:#x}", cx.rt().guest_addr(data)).into();
        let text = text.unwrap_or_else(address);
        let typ = if basic && predeclared { String::new() } else { t.string.clone() };
        crate::string::put(cx, w, &text);
        crate::string::put(cx, w.add(2), typ.as_bytes());
        *w.add(4) = basic as u64;
    }
    Status::Done
}

/// # Safety
/// As every native.
unsafe fn read_mem_stats(cx: &mut Cx, w: *mut u64) -> Status {
    use std::sync::atomic::Ordering::Relaxed;
    let heap = &cx.rt().heap;
    let s = &heap.stats;
    let in_use = heap.in_use();
    let (objects, bytes) = heap.given_out();
    let freed = s.freed_objects.load(Relaxed);
    let ask = || {
        let words = [
            bytes - s.freed_bytes.load(Relaxed),
            bytes,
            objects,
            freed,
            objects - freed,
            s.collections.load(Relaxed),
            s.pause_ns.load(Relaxed),
            in_use,
        ];
        words.to_vec()
    };
    let words = cx.rt().told(cx.m, ask);
    // SAFETY: room for eight results.
    unsafe { std::ptr::copy_nonoverlapping(words.as_ptr(), w, words.len().min(8)) };
    Status::Done
}

pub fn list() -> &'static [NativeDecl] {
    const {
        &[
            leaf("testing.inTestProgram", "func() bool", in_test_program),
            leaf("runtime.Gosched", "func()", gosched),
            leaf("runtime.Goexit", "func()", goexit),
            leaf("runtime.GOMAXPROCS", "func(n int) int", gomaxprocs),
            leaf("runtime.NumGoroutine", "func() int", num_goroutine),
            leaf("runtime.NumCPU", "func() int", num_cpu),
            leaf("runtime.collect", "func()", collect),
            leaf("runtime.collections", "func() uint64", collections),
            leaf(
                "runtime.readMemStats",
                "func() (inUse, total, mallocs, frees, live, collections, pauses, sys uint64)",
                read_mem_stats,
            ),
            leaf("runtime.printable", "func(v any) (text, typ string, basic bool)", printable),
        ]
    }
}
