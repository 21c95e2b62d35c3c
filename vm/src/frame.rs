//! Frames on a goroutine's stack: the header below each, and walking from one to its caller.
//!
//! Slots `fp-3`, `fp-2`, `fp-1`: closure, return pc, (function << 32 | bytes to the caller's fp).
//! The outermost frame returns to `Code::goexit`.

use gvm_bytecode::op::Cell;
use gvm_runtime::cx::{Cx, Throw};
use gvm_runtime::event::Trail;
use gvm_runtime::g::G;

use crate::code::Code;

/// Slots of a header.
pub const HEADER: usize = 3;
/// Slots of a goroutine's first stack.
const FIRST: usize = 32;

/// The function of a frame.
///
/// # Safety
/// `fp` is a frame.
#[inline(always)]
pub unsafe fn func_of(fp: *const u64) -> u32 {
    // SAFETY: every frame has a header.
    unsafe { (*fp.sub(1) >> 32) as u32 }
}

/// The caller's frame.
///
/// # Safety
/// `fp` is a frame that is not the outermost.
#[inline(always)]
pub unsafe fn caller(fp: *mut u64) -> *mut u64 {
    // SAFETY: every frame has a header.
    unsafe { fp.byte_sub(*fp.sub(1) as u32 as usize) }
}

/// # Safety
/// `fp` is a frame.
#[inline(always)]
pub unsafe fn return_pc(fp: *const u64) -> *const Cell {
    // SAFETY: every frame has a header.
    unsafe { *fp.sub(2) as *const Cell }
}

/// Distance of a frame from the stack's base, in slots.
pub fn distance(g: &G, fp: *const u64) -> u32 {
    ((fp as usize - g.stack as usize) / 8) as u32
}

/// A bigger stack with the same content, so that `need` slots from `fp` on are there. `None` when
/// the goroutine's stack is at its limit.
///
/// # Safety
/// `fp` is in the current goroutine's stack.
pub unsafe fn grow(cx: &mut Cx, fp: *mut u64, need: usize) -> Option<*mut u64> {
    // SAFETY: the running G is this M's; the old stack is valid up to its length.
    unsafe {
        let g = &mut *cx.g;
        let at = (fp as usize - g.stack as usize) / 8;
        let mut len = (g.stack_len as usize * 2).max(FIRST);
        while len < at + need {
            len *= 2;
        }
        if (len * 8) as u64 > cx.rt().max_stack.load(std::sync::atomic::Ordering::Relaxed) {
            return None;
        }
        let new = allocate(len);
        // Arguments of the call that wants the room may lie anywhere above the frame.
        std::ptr::copy_nonoverlapping(g.stack, new, g.stack_len as usize);
        release(g.stack, g.stack_len as usize);
        let from = g.stack_len as u64 * 8;
        g.stack = new;
        g.stack_len = len as u32;
        cx.stack_end = new.add(len);
        cx.rt().event(cx.m, || gvm_trace::kind::happens::StackGrow { from, to: len as u64 * 8 });
        Some(new.add(at))
    }
}

fn layout(len: usize) -> std::alloc::Layout {
    std::alloc::Layout::array::<u64>(len).expect("stack sizes are small")
}

fn allocate(len: usize) -> *mut u64 {
    // SAFETY: the layout is not empty.
    let p = unsafe { std::alloc::alloc(layout(len)) }.cast::<u64>();
    assert!(!p.is_null(), "out of memory for a goroutine's stack");
    p
}

/// # Safety
/// `p` came from `allocate(len)`, or is null.
unsafe fn release(p: *mut u64, len: usize) {
    if !p.is_null() {
        // SAFETY: the caller's promise.
        unsafe { std::alloc::dealloc(p.cast(), layout(len)) };
    }
}

/// Sets a goroutine up to run a `func()` closure.
pub fn start(code: &Code, g: &mut G, closure: u64) {
    // SAFETY: a func value starts with its function's number; the stack gets room for the frame.
    unsafe {
        let func = *(closure as *const u64) as u32;
        let info = code.info(func);
        let need = HEADER + info.frame_size as usize + 8;
        if g.stack.is_null() || (g.stack_len as usize) < need || g.stack_len as usize > 16 * FIRST {
            release(g.stack, g.stack_len as usize);
            let len = need.next_power_of_two().max(FIRST);
            g.stack = allocate(len);
            g.stack_len = len as u32;
        }
        let fp = g.stack.add(HEADER);
        *fp.sub(3) = closure;
        *fp.sub(2) = code.goexit() as u64;
        *fp.sub(1) = (func as u64) << 32;
        g.fp = fp;
        g.pc = info.code.cast();
        g.defers.clear();
        g.panics.clear();
    }
}

/// Gives half of a stopped goroutine's stack back when less than a quarter is used.
pub fn shrink(code: &Code, g: &mut G) -> Option<(u64, u64)> {
    if g.stack.is_null() || g.fp.is_null() {
        return None;
    }
    // SAFETY: the goroutine stands in a frame; what is used ends with that frame, or with the one
    // that a deferred call of a panic gets above it.
    unsafe {
        let frame = code.info(func_of(g.fp)).frame_size as usize;
        let used = distance(g, g.fp) as usize + frame + HEADER + 8;
        let len = g.stack_len as usize / 2;
        if len < FIRST || used * 4 >= g.stack_len as usize {
            return None;
        }
        let new = allocate(len);
        std::ptr::copy_nonoverlapping(g.stack, new, len);
        g.fp = new.add(distance(g, g.fp) as usize);
        release(g.stack, g.stack_len as usize);
        g.stack = new;
        g.stack_len = len as u32;
        Some((len as u64 * 16, len as u64 * 8))
    }
}

/// The fatal error of a stack that cannot grow.
pub fn overflow() -> Throw {
    Throw::Fatal("stack overflow".into())
}

/// Frames that a mark looks at.
const MARKED: usize = 16;

/// A number that says where a stack stands: its code addresses, mixed. 0: it is too deep, or a panic called
/// one of its frames.
///
/// # Safety
/// `fp` is a frame of the running goroutine, with headers down to the outermost one.
#[inline]
pub unsafe fn mark(code: &Code, pc: *const Cell, mut fp: *mut u64) -> u64 {
    // Cells that are no code of the program's stand together.
    let special = code.special.as_ptr() as usize;
    let mut mark = pc as u64;
    for _ in 0..MARKED {
        // SAFETY: the caller's promise.
        let ret = unsafe { return_pc(fp) };
        // Each step can be undone: stacks that differ in one address never have the same mark.
        mark = (mark.rotate_left(23) ^ ret as u64).wrapping_mul(0xd6e8_feb8_6659_fd93);
        if (ret as usize).wrapping_sub(special) < size_of_val(&code.special) {
            return if ret == code.goexit() { mark } else { 0 };
        }
        // SAFETY: as above; it is not the outermost one.
        fp = unsafe { caller(fp) };
    }
    0
}

/// The code addresses that `mark` mixes, each at its distance from the window. Where a frame's caller
/// lies follows from where it goes on: so when all are there the stack is the same.
///
/// # Safety
/// As for `mark`; `window` is the one that the instruction gave.
pub unsafe fn trail(
    code: &Code,
    pc: *const Cell,
    mut fp: *mut u64,
    window: *const u64,
) -> Option<Trail> {
    let special = code.special.as_ptr() as usize;
    let mut trail = Trail::new(pc.cast());
    loop {
        // SAFETY: the caller's promise; headers lie below the window.
        let (ret, below) = unsafe { (return_pc(fp), window.offset_from(fp.sub(2))) };
        if !trail.push(below as u32, ret as u64) {
            return None;
        }
        if (ret as usize).wrapping_sub(special) < size_of_val(&code.special) {
            return (ret == code.goexit()).then_some(trail);
        }
        // SAFETY: as above; it is not the outermost one.
        fp = unsafe { caller(fp) };
    }
}

/// One frame of a stopped goroutine.
pub struct Walked {
    pub fp: *mut u64,
    pub func: u32,
    pub pc: *const Cell,
    /// It stands at an instruction that panicked, not at a call.
    pub panicking: bool,
    /// The innermost frame.
    pub top: bool,
}

/// The frames of a stopped goroutine, innermost first. Where a panic called a deferred function the
/// frame below it stands at the panic.
pub fn walk(code: &Code, g: &G) -> Vec<Walked> {
    // SAFETY: a stopped G's saved pc and frame.
    unsafe { walk_from(code, g, g.pc.cast(), g.fp, usize::MAX) }
}

/// The same from a frame on that stands at `pc`, at most so many.
///
/// # Safety
/// `fp` is a frame of the G, which is stopped or is the caller's own.
pub unsafe fn walk_from(
    code: &Code,
    g: &G,
    pc: *const Cell,
    fp: *mut u64,
    most: usize,
) -> Vec<Walked> {
    let mut out = Vec::new();
    let keep = |f| {
        out.push(f);
        out.len() < most
    };
    // SAFETY: the caller's promise.
    unsafe { each(code, g, pc, fp, keep) };
    out
}

/// The same, given to `visit` while it wants more.
///
/// # Safety
/// As for `walk_from`.
#[inline(always)]
pub unsafe fn each(
    code: &Code,
    g: &G,
    mut pc: *const Cell,
    mut fp: *mut u64,
    mut visit: impl FnMut(Walked) -> bool,
) {
    if g.stack.is_null() || pc.is_null() {
        return;
    }
    let (mut panicking, mut top) = (false, true);
    // SAFETY: saved frames of a stopped G have headers down to the outermost one.
    unsafe {
        loop {
            let more = visit(Walked { fp, func: func_of(fp), pc, panicking, top });
            let ret = return_pc(fp);
            if ret == code.goexit() || !more {
                return;
            }
            (panicking, top) = (false, false);
            pc = ret;
            if ret == code.panic_return() || ret == code.panic_text() {
                let mine = distance(g, fp);
                let record = g.panics.iter().rev().find(|p| p.deferred_frame == mine);
                pc = record.map_or(std::ptr::null(), |p| p.pc as *const Cell);
                panicking = true;
            }
            fp = caller(fp);
        }
    }
}
