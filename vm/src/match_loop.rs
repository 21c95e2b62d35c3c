//! The match loop: works on every target and under every tool.

use gvm_bytecode::op::{Cell, Op};
use gvm_runtime::cx::Cx;
use gvm_runtime::machine::Exit;

use crate::flow::Flow;
use crate::handlers;

macro_rules! match_loop {
    ($($name:ident $mn:literal $fmt:ident $res:ident $flags:tt $doc:literal,)*) => {
        /// # Safety
        /// (pc, fp) is where `cx.g` stands.
        pub unsafe fn run(mut pc: *const Cell, mut fp: *mut u64, cx: &mut Cx) -> Exit {
            loop {
                // SAFETY: the invariants of `handlers`; code holds only op numbers of the table.
                let flow = unsafe {
                    match std::mem::transmute::<u16, Op>((*pc).op) {
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
                    Flow::Frame(p, f) => (pc, fp) = (p, f),
                    Flow::Leave(e) => return e,
                }
            }
        }
    };
}
gvm_bytecode::for_each_op!(match_loop);
