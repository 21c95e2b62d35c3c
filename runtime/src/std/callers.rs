//! Natives of package runtime about the stack: program counters, their places, tracebacks.
//!
//! A program counter that a program sees is a number for a place in a function and for one of the
//! calls inlined there: (function, place in its code, index of the frame, 1). With the last bit
//! cleared (as `pc - 1` does) it means the same.

use crate::cx::{Cx, Status};
use crate::machine::Frame;
use crate::native::{NativeDecl, leaf};

/// The index that means the outermost frame at a place: the function itself.
const OUTERMOST: u64 = 31;
/// Stands for the caller of a goroutine's first function.
const GOEXIT: u64 = 3;
/// Stands for what runs deferred functions during a panic.
const GOPANIC: u64 = 5;

fn encode(place: u64, index: u64) -> u64 {
    // 24 bits of function (from 1), 32 of place.
    ((place >> 32) + 1) << 38 | (place as u32 as u64) << 6 | index << 1 | 1
}

/// The frame and the entry of its function.
fn decode(cx: &Cx, pc: u64) -> Option<(Frame, u64)> {
    if pc | 1 == GOEXIT || pc | 1 == GOPANIC {
        let (function, file) = match pc | 1 {
            GOEXIT => ("runtime.goexit", "asm_amd64.s"),
            _ => ("runtime.gopanic", "panic.go"),
        };
        let frame = Frame {
            function: function.into(),
            file: format!("/usr/local/go/src/runtime/{file}"),
            line: 1,
            column: 0,
            offset: 0,
            library: true,
            wrapper: false,
        };
        return Some((frame, pc | 1));
    }
    if pc >> 38 == 0 || pc >> 62 != 0 {
        return None;
    }
    let (place, index) = (((pc >> 38) - 1) << 32 | (pc >> 6) as u32 as u64, pc >> 1 & OUTERMOST);
    let mut frames = cx.rt().machine.describe(place);
    let last = frames.len().checked_sub(1)? as u64;
    let at = if index == OUTERMOST { last } else { index };
    let entry = if at == last { encode(place >> 32 << 32, OUTERMOST) } else { pc | 1 };
    (at <= last).then(|| (frames.swap_remove(at as usize), entry))
}

/// # Safety
/// As every native.
unsafe fn callers(cx: &mut Cx, w: *mut u64) -> Status {
    let rt = cx.rt();
    // SAFETY: a number and a slice of words with room for as many.
    unsafe {
        let (mut skip, to, room) = ((*w as i64).max(0), *w.add(1) as *mut u64, *w.add(2));
        let fp = rt.machine.frame_of(cx.at, w);
        let most = (room as usize).saturating_add(skip as usize).saturating_mul(2) + 64;
        let places = rt.machine.callers(&*cx.g, cx.at, fp, most);
        let whole = places.len() < most;
        let mut n = 0;
        let mut put = |pc: u64| {
            if skip > 0 {
                skip -= 1;
            } else if n < room {
                *to.add(n as usize) = pc;
                n += 1;
            }
        };
        for (place, panicking) in places {
            if panicking {
                put(GOPANIC);
            }
            for (k, f) in rt.machine.describe(place).iter().enumerate() {
                if !f.wrapper {
                    put(encode(place, k as u64));
                }
            }
        }
        if whole {
            put(GOEXIT);
        }
        *w = n;
    }
    Status::Done
}

/// # Safety
/// As every native.
unsafe fn place(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a number; room for two strings and two words.
    unsafe {
        let (name, file, line, entry) = match decode(cx, *w) {
            Some((f, entry)) => (f.function, f.file, f.line, entry),
            None => Default::default(),
        };
        crate::string::put(cx, w, name.as_bytes());
        crate::string::put(cx, w.add(2), file.as_bytes());
        *w.add(4) = line as u64;
        *w.add(5) = entry;
    }
    Status::Done
}

/// # Safety
/// As every native.
unsafe fn func_place(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a func value that is not nil; a closure starts with its function's number.
    unsafe {
        let closure = *w;
        *w = encode((*(closure as *const u64) as u32 as u64) << 32, OUTERMOST);
    }
    Status::Done
}

/// # Safety
/// As every native.
unsafe fn stack_text(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a bool; room for a string. The G stands at the call, for this M to look at.
    unsafe {
        let (pc, fp) = (cx.at, cx.rt().machine.frame_of(cx.at, w));
        (*cx.g).pc = pc.cast();
        (*cx.g).fp = fp;
        let rt = cx.rt();
        let mut text = crate::sched::traceback::goroutine(rt, &*cx.g);
        if *w != 0 {
            text.push_str(&crate::sched::traceback::others(rt, cx.g));
        }
        crate::string::put(cx, w, text.as_bytes());
    }
    Status::Done
}

pub fn list() -> &'static [NativeDecl] {
    const {
        &[
            leaf("runtime.callers", "func(skip int, pcs []uintptr) int", callers),
            leaf(
                "runtime.place",
                "func(pc uintptr) (function, file string, line int, entry uintptr)",
                place,
            ),
            leaf("reflect.funcPlace", "func(f unsafe.Pointer) uintptr", func_place),
            leaf("runtime.stackText", "func(all bool) string", stack_text),
        ]
    }
}
