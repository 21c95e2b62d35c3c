//! Threaded code by sibling calls: each handler ends in a jump to the next one's.
//!
//! A wrapper per op calls the inlined handler and then, in tail position, the handler of the next
//! op through a table. LLVM turns that call into a jump: the frames do not pile up (the torture test
//! runs 10^8 instructions on a small native stack).

use gvm_bytecode::op::Cell;
use gvm_runtime::cx::Cx;
use gvm_runtime::machine::Exit;

use crate::flow::{ColdFn, Flow};
use crate::handlers;

type Handler = unsafe fn(*const Cell, *mut u64, &mut Cx) -> Exit;

macro_rules! dispatch {
    ($pc:expr, $fp:expr, $cx:expr) => {{
        let pc = $pc;
        // SAFETY: code holds only op numbers of the table.
        unsafe { TABLE.get_unchecked((*pc).op as usize)(pc, $fp, $cx) }
    }};
}

macro_rules! threads {
    ($($name:ident $mn:literal $fmt:ident $res:ident $flags:tt $doc:literal,)*) => {
        mod ops {
            #![allow(non_snake_case)]
            use super::{Cell, Cx, Exit, Flow, TABLE, handlers};
            $(
                pub(super) unsafe fn $name(pc: *const Cell, fp: *mut u64, cx: &mut Cx) -> Exit {
                    // SAFETY: the invariants of `handlers`.
                    match unsafe { handlers::$name(pc, fp, cx) } {
                        Flow::Next(pc) => dispatch!(pc, fp, cx),
                        Flow::Jump(pc) => dispatch!(pc, fp, cx),
                        Flow::Frame(pc, fp) => dispatch!(pc, fp, cx),
                        // SAFETY: as above.
                        Flow::Cold(f, pc, fp) => unsafe { super::cold(pc, fp, cx, f) },
                        Flow::Leave(e) => e,
                    }
                }
            )*
        }
        static TABLE: &[Handler] = &[$(ops::$name),*];
    };
}
gvm_bytecode::for_each_op!(threads);

/// Runs what is rarely needed and goes on where it says.
#[cold]
#[inline(never)]
unsafe fn cold(pc: *const Cell, fp: *mut u64, cx: &mut Cx, f: ColdFn) -> Exit {
    // SAFETY: the handler names the place that the function is for.
    match unsafe { f(pc, fp, cx).flow() } {
        Flow::Frame(pc, fp) => dispatch!(pc, fp, cx),
        Flow::Leave(e) => e,
        _ => unreachable!("a cold function says where execution goes on"),
    }
}

/// # Safety
/// (pc, fp) is where `cx.g` stands.
pub unsafe fn run(pc: *const Cell, fp: *mut u64, cx: &mut Cx) -> Exit {
    dispatch!(pc, fp, cx)
}
