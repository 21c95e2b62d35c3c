//! What handlers do rarely: run-time errors with Go's texts, panics, frames that do not fit, the end of a goroutine.
//! Out of line, so that the handlers stay small; none of it may be needed by a loop that runs well.
//!
//! Safety, for all of them: as the handlers; pc is at the instruction that asks.
#![allow(clippy::missing_safety_doc, clippy::undocumented_unsafe_blocks)]

use std::sync::atomic::Ordering;

use gvm_bytecode::op::{Cell, Format, Op, SliceKind};
use gvm_bytecode::operand::Role;
use gvm_bytecode::{Intrinsic, Trap};
use gvm_runtime::cx::{Cx, Status, Throw};
use gvm_runtime::desc::TypeDesc;
use gvm_runtime::machine::Exit;

use crate::code::Code;
use crate::flow::Far;
use crate::frame;
use crate::panic;

/// Addresses below this are nil with an offset.
pub const NIL_PAGE: u64 = 4096;

macro_rules! r {
    ($fp:ident, $x:expr) => {
        *$fp.add($x as usize)
    };
}
macro_rules! i {
    ($fp:ident, $x:expr) => {
        (*$fp.add($x as usize) as i64)
    };
}

/// Throws at this instruction.
unsafe fn error(pc: *const Cell, fp: *mut u64, cx: &mut Cx, t: Throw) -> Far {
    cx.throw = Some(t);
    unsafe { Far::of(panic::thrown(pc, fp, cx), fp, cx) }
}

/// The address that gc's code would have touched.
unsafe fn fault_address(pc: *const Cell, fp: *mut u64) -> u64 {
    // SAFETY: pc is at an instruction; its extension is there.
    unsafe {
        let cell = *pc;
        let op = std::mem::transmute::<u16, Op>(cell.op);
        let ext = if op.cells() == 2 { *pc.add(1) } else { Cell::default() };
        if op == Op::CallInterface {
            // An itab's methods are behind three words.
            return 24 + 8 * cell.c as u64;
        }
        let has_offset =
            matches!(op.format(), Format::DSO | Format::SSO | Format::ISO | Format::DSOX);
        let (mut at, mut offset) = (0, 0);
        for (place, role) in op.format().fields() {
            match role {
                Role::Pointer if *fp.add(place.get(cell, ext) as usize) < NIL_PAGE => {
                    at = *fp.add(place.get(cell, ext) as usize);
                }
                Role::Unsigned if has_offset => offset = place.get(cell, ext),
                _ => {}
            }
        }
        at + offset
    }
}

#[cold]
#[inline(never)]
pub unsafe fn nil_far(pc: *const Cell, fp: *mut u64, cx: &mut Cx) -> Far {
    unsafe {
        (*cx.g).fault = fault_address(pc, fp);
        error(pc, fp, cx, Throw::NilDereference)
    }
}

#[cold]
#[inline(never)]
pub unsafe fn runtime_error(pc: *const Cell, fp: *mut u64, cx: &mut Cx, text: &'static str) -> Far {
    unsafe { error(pc, fp, cx, Throw::RuntimeError(text.into())) }
}

/// `new` without a slot at hand.
#[cold]
#[inline(never)]
pub unsafe fn new_far(pc: *const Cell, fp: *mut u64, cx: &mut Cx) -> Far {
    unsafe {
        let t = cx.types.add((*pc).bc() as usize);
        let size = (*t).size as usize;
        r!(fp, (*pc).a) =
            if size == 0 { cx.rt().zero_area() as u64 } else { cx.alloc(size, t) as u64 };
        Far { pc: pc.add(1), fp }
    }
}

/// `closure` without a slot at hand.
#[cold]
#[inline(never)]
pub unsafe fn closure_far(pc: *const Cell, fp: *mut u64, cx: &mut Cx) -> Far {
    unsafe {
        let func = (*pc).bc();
        let desc = (*cx.code.cast::<Code>()).closure_descs.add(func as usize);
        let p = cx.alloc((*desc).size as usize, desc).cast::<u64>();
        *p = func as u64;
        r!(fp, (*pc).a) = p as u64;
        Far { pc: pc.add(1), fp }
    }
}

#[cold]
#[inline(never)]
pub unsafe fn fatal(pc: *const Cell, fp: *mut u64, cx: &mut Cx, text: &'static str) -> Far {
    unsafe { Far::of(panic::fatal(text, pc, fp, cx), fp, cx) }
}

#[cold]
#[inline(never)]
pub unsafe fn divide_far(pc: *const Cell, fp: *mut u64, cx: &mut Cx) -> Far {
    unsafe { runtime_error(pc, fp, cx, "integer divide by zero") }
}

#[cold]
#[inline(never)]
pub unsafe fn shift_far(pc: *const Cell, fp: *mut u64, cx: &mut Cx) -> Far {
    unsafe { runtime_error(pc, fp, cx, "negative shift amount") }
}

/// Which operands of the bounds check at `pc` are unsigned 64-bit numbers (`FuncEntry::unsigned`).
unsafe fn unsigned_operands(pc: *const Cell, fp: *mut u64, cx: &Cx) -> u8 {
    let (code, func) = unsafe { (&*cx.code.cast::<Code>(), frame::func_of(fp)) };
    let (list, pc) = (&code.entry(func).unsigned, code.offset(func, pc));
    list.binary_search_by_key(&pc, |u| u.0).map_or(0, |i| list[i].1)
}

/// An operand of a bounds check: its type, and so the number, may be unsigned.
fn bound(x: i64, unsigned: bool) -> i128 {
    if unsigned { x as u64 as i128 } else { x as i128 }
}

/// At an instruction with a base, an index in `c` and a length in the extension.
#[cold]
#[inline(never)]
pub unsafe fn index_far(pc: *const Cell, fp: *mut u64, cx: &mut Cx) -> Far {
    let (index, len) = unsafe { (i!(fp, (*pc).c), r!(fp, (*pc.add(1)).op)) };
    let index = bound(index, unsafe { unsigned_operands(pc, fp, cx) } != 0);
    let text = if index < 0 {
        format!("index out of range [{index}]")
    } else {
        format!("index out of range [{index}] with length {len}")
    };
    unsafe { error(pc, fp, cx, Throw::RuntimeError(text)) }
}

#[cold]
#[inline(never)]
pub unsafe fn raise(pc: *const Cell, fp: *mut u64, cx: &mut Cx, typ: u64, data: u64) -> Far {
    unsafe { Far::of(panic::raise(typ, data, pc, fp, cx), fp, cx) }
}

#[cold]
#[inline(never)]
pub unsafe fn deferred_returned(fp: *mut u64, cx: &mut Cx) -> Far {
    unsafe { Far::of(panic::deferred_returned(fp, cx), fp, cx) }
}

#[cold]
#[inline(never)]
pub unsafe fn text_returned(fp: *mut u64, cx: &mut Cx) -> Far {
    unsafe { Far::of(panic::text_returned(fp, cx), fp, cx) }
}

/// Gives the goroutine `Cx::stack_need` slots above its frame and runs the instruction again.
#[cold]
#[inline(never)]
pub unsafe fn grow_and_retry(pc: *const Cell, fp: *mut u64, cx: &mut Cx) -> Far {
    unsafe {
        match frame::grow(cx, fp, cx.stack_need) {
            Some(fp) => Far { pc, fp },
            None => Far::of(panic::fatal("stack overflow", pc, fp, cx), fp, cx),
        }
    }
}

/// Goes on after an intrinsic or native with this status.
#[cold]
#[inline(never)]
pub unsafe fn not_done(
    status: Status,
    next: *const Cell,
    pc: *const Cell,
    fp: *mut u64,
    cx: &mut Cx,
) -> Far {
    unsafe {
        let g = &mut *cx.g;
        let mut leave = |pc: *const Cell, e: Exit| {
            g.pc = pc.cast();
            g.fp = fp;
            Far::leave(e)
        };
        match status {
            Status::Done => Far { pc: next, fp },
            Status::Throw => {
                (*cx.g).fault = 0;
                Far::of(panic::thrown(pc, fp, cx), fp, cx)
            }
            Status::Parked => leave(next, Exit::Parked),
            Status::Again => leave(pc, Exit::Yield),
            Status::Gosched => leave(next, Exit::Gosched),
            Status::Goexit => Far::of(panic::goexit(pc, fp, cx), fp, cx),
            Status::Exit => Far::leave(Exit::Exit),
        }
    }
}

/// The goroutine's function returned; main's ends the program.
#[cold]
#[inline(never)]
pub unsafe fn finished(_: *const Cell, _: *mut u64, cx: &mut Cx) -> Far {
    unsafe {
        if (*cx.g).id == 1 {
            cx.rt().exit_code.store(0, Ordering::Relaxed);
            cx.rt().main_returned.store(true, Ordering::Relaxed);
            return Far::leave(Exit::Exit);
        }
    }
    Far::leave(Exit::Finished)
}

#[cold]
#[inline(never)]
pub unsafe fn slice_error(pc: *const Cell, fp: *mut u64, cx: &mut Cx) -> Far {
    // SAFETY: pc is at a `slice.check`.
    let (lo, hi, max, limit, kind) = unsafe {
        let (i, x) = (*pc, *pc.add(1));
        (i!(fp, i.a), i!(fp, i.b), i!(fp, i.c), i!(fp, x.op), x.a)
    };
    let unsigned = unsafe { unsigned_operands(pc, fp, cx) };
    let (lo, hi, max) =
        (bound(lo, unsigned & 1 != 0), bound(hi, unsigned & 2 != 0), bound(max, unsigned & 4 != 0));
    let three = kind == SliceKind::Slice3 as u16 || kind == SliceKind::Length3 as u16;
    let noun = if kind == SliceKind::Length as u16 || kind == SliceKind::Length3 as u16 {
        "length"
    } else {
        "capacity"
    };
    // The upper bounds are checked first.
    let text = if three {
        if max as u64 > limit as u64 {
            if max < 0 {
                format!("slice bounds out of range [::{max}]")
            } else {
                format!("slice bounds out of range [::{max}] with {noun} {limit}")
            }
        } else if hi as u64 > max as u64 {
            if hi < 0 {
                format!("slice bounds out of range [:{hi}:]")
            } else {
                format!("slice bounds out of range [:{hi}:{max}]")
            }
        } else if lo < 0 {
            format!("slice bounds out of range [{lo}::]")
        } else {
            format!("slice bounds out of range [{lo}:{hi}:]")
        }
    } else if hi as u64 > limit as u64 {
        if hi < 0 {
            format!("slice bounds out of range [:{hi}]")
        } else {
            format!("slice bounds out of range [:{hi}] with {noun} {limit}")
        }
    } else if lo < 0 {
        format!("slice bounds out of range [{lo}:]")
    } else {
        format!("slice bounds out of range [{lo}:{hi}]")
    };
    unsafe { error(pc, fp, cx, Throw::RuntimeError(text)) }
}

/// `PanicTrap`: run-time errors that code asks for.
pub unsafe fn panic_trap(cx: &mut Cx, w: *mut u64, imm: u16, _: *const TypeDesc, _: u32) -> Status {
    let (a, b) = unsafe { (*w as i64, *w.add(1) as i64) };
    let text = match imm {
        x if x == Trap::SliceToArray as u16 => {
            format!(
                "cannot convert slice with length {a} to array or pointer to array with length {b}"
            )
        }
        x if x == Trap::NilValueMethod as u16 => {
            // SAFETY: the words are a string.
            let text = unsafe { gvm_runtime::string::bytes(a as u64, b as u64) };
            return cx.throw(Throw::PlainError(String::from_utf8_lossy(text).into_owned()));
        }
        x if x == Trap::RangeFuncState as u16 => {
            use gvm_bytecode::intrinsic::range_state as state;
            let why = match a {
                state::LEFT => "function for loop body returned false",
                state::RUNNING => "loop body panic",
                state::OVER => "whole loop exit",
                _ => "",
            };
            if why.is_empty() {
                "range function recovered a loop body panic and did not resume panicking".into()
            } else {
                format!("range function continued iteration after {why}")
            }
        }
        x if x == Trap::DivideByZero as u16 => "integer divide by zero".into(),
        x if x == Trap::Index as u16 => format!("index out of range [{a}] with length {b}"),
        x if x == Trap::NegativeShift as u16 => "negative shift amount".into(),
        _ => return cx.throw(Throw::NilDereference),
    };
    cx.runtime_error(text)
}

/// Stands where an intrinsic has no second half.
pub unsafe fn no_finish(cx: &mut Cx, _: *mut u64, imm: u16, _: *const TypeDesc, _: u32) -> Status {
    let name = Intrinsic::from_u16(imm).map_or("?", Intrinsic::name);
    cx.throw(Throw::Fatal(format!("internal error: no finish ({name})")))
}
