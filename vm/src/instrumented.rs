//! The instrumented loop: as the match loop, and counts every instruction.
//!
//! With `--preempt-every=N` a goroutine leaves after N instructions on average (1 to 2N-1), at the first place from
//! there on that has a pointer map for it. It also repeats runs on real threads (`sched::replay`). With a `Profile` it
//! counts how often each cell is executed. Each frame that it enters or comes back to must lie in the goroutine's
//! stack.

use std::sync::atomic::Ordering;

use gvm_bytecode::op::{Cell, Op};
use gvm_runtime::cx::Cx;
use gvm_runtime::machine::Exit;

use crate::code::{Code, Profile};
use crate::flow::Flow;
use crate::frame;
use crate::handlers;
use crate::panic;

/// After these, results lie in the window, which the map at that pc (the one for while the callee
/// runs) does not name: no place to leave.
fn returns(op: Op) -> bool {
    op.returns_in_place() || matches!(op, Op::Ret1 | Op::CallNative)
}

/// It may do something to what goroutines share, beside memory: where a run on real threads is repeated, each of
/// these waits for its turn.
fn shares(op: Op) -> bool {
    matches!(op, Op::CallNative | Op::Rt | Op::RtFinish)
}

/// Counts the instruction at `pc`.
///
/// # Safety
/// fp is a frame; pc is in its function unless it is a special cell.
unsafe fn count(code: &Code, p: &Profile, pc: *const Cell, fp: *mut u64) {
    p.steps.fetch_add(1, Ordering::Relaxed);
    // SAFETY: every frame has a header.
    let func = unsafe { frame::func_of(fp) };
    let at = code.offset(func, pc) as usize;
    let inside = at < code.entry(func).code.len();
    let counter = if inside { &p.cells[p.first[func as usize] + at] } else { &p.outside };
    counter.fetch_add(1, Ordering::Relaxed);
}

/// The other loops would write past the stack.
///
/// # Safety
/// `fp` is a frame of the running goroutine.
unsafe fn check_frame(code: &Code, fp: *mut u64, cx: &Cx) {
    // SAFETY: the caller's promise.
    let (g, func) = unsafe { (&*cx.g, frame::func_of(fp)) };
    let (at, size) = (frame::distance(g, fp) as usize, code.info(func).frame_size as usize);
    let end = (cx.stack_end as usize).wrapping_sub(g.stack as usize) / 8;
    assert!(
        at >= frame::HEADER && at + size <= g.stack_len as usize && end == g.stack_len as usize,
        "{}: a frame of {size} slots at {at} of {} (end {end})",
        code.entry(func).name,
        g.stack_len,
    );
}

macro_rules! instrumented_loop {
    ($($name:ident $mn:literal $fmt:ident $res:ident $flags:tt $doc:literal,)*) => {
        /// # Safety
        /// (pc, fp) is where `cx.g` stands.
        pub unsafe fn run(mut pc: *const Cell, mut fp: *mut u64, cx: &mut Cx) -> Exit {
            // SAFETY: `Cx::code` was set by `resume`.
            let code = unsafe { panic::code(cx) };
            // Not always the same: a loop of as many instructions would be left at the same place
            // for ever. The mean is N.
            let mut left = match code.preempt_every {
                0 => 0,
                // SAFETY: a G runs on a P that is its M's alone.
                n => 1 + unsafe { (*cx.p).random_below((2 * n.min(1 << 30) - 1) as u32) } as u64,
            };
            loop {
                if let Some(p) = &code.profile {
                    // SAFETY: pc is at an instruction; fp is a frame.
                    unsafe { count(code, p, pc, fp) };
                }
                // SAFETY: pc is at an instruction; code holds only op numbers of the table.
                let op = unsafe { std::mem::transmute::<u16, Op>((*pc).op) };
                let comes_back = returns(op);
                if code.gated && shares(op) && !gvm_runtime::sched::replay::may(cx) {
                    // SAFETY: the running G.
                    unsafe {
                        (*cx.g).pc = pc.cast();
                        (*cx.g).fp = fp;
                    }
                    return Exit::Yield;
                }
                // SAFETY: the invariants of `handlers`; code holds only op numbers of the table.
                let flow = unsafe {
                    match op {
                        $(Op::$name => handlers::$name(pc, fp, cx),)*
                    }
                };
                let flow = match flow {
                    // SAFETY: the handler names the place that the function is for.
                    Flow::Cold(cold, pc, fp) => unsafe { cold(pc, fp, cx).flow() },
                    other => other,
                };
                match flow {
                    Flow::Cold(..) => unreachable!("a cold function says where execution goes on"),
                    Flow::Next(p) | Flow::Jump(p) => pc = p,
                    Flow::Frame(p, f) => {
                        (pc, fp) = (p, f);
                        // SAFETY: the handler made a frame or came back to one.
                        unsafe { check_frame(code, fp, cx) };
                    }
                    Flow::Leave(e) => return e,
                }
                left = left.saturating_sub(1);
                if left == 0 && code.preempt_every > 0 && !comes_back {
                    // SAFETY: fp is a frame; pc is in its function unless it is a special cell.
                    unsafe {
                        let func = frame::func_of(fp);
                        let at = code.offset(func, pc);
                        if (at as usize) < code.entry(func).code.len() && code.entry(func).pointer_map(at).is_some() {
                            (*cx.g).pc = pc.cast();
                            (*cx.g).fp = fp;
                            return Exit::Yield;
                        }
                    }
                }
            }
        }
    };
}
gvm_bytecode::for_each_op!(instrumented_loop);
