//! Where execution goes on after an instruction: what handlers return and the loops act on.

use gvm_bytecode::op::Cell;
use gvm_runtime::cx::Cx;
use gvm_runtime::machine::Exit;

use Flow::{Cold, Frame, Jump, Leave, Next};

/// Where execution goes on.
pub enum Flow {
    /// In the same frame.
    Next(*const Cell),
    /// The same, as the taken side of a branch.
    Jump(*const Cell),
    /// In another frame.
    Frame(*const Cell, *mut u64),
    /// Wherever the function says. In the threaded loop the handler jumps to it, so that what is
    /// fast needs no stack frame.
    Cold(ColdFn, *const Cell, *mut u64),
    /// Out of the loop.
    Leave(Exit),
}

/// What is rarely needed, out of line.
pub type ColdFn = unsafe fn(*const Cell, *mut u64, &mut Cx) -> Far;

/// What cold functions return: a `Flow` in two registers. In a stack slot it would keep LLVM from
/// turning the threaded loop's calls into jumps. Null pc: leave, `fp` is the exit's number.
#[derive(Clone, Copy)]
pub struct Far {
    pub pc: *const Cell,
    pub fp: *mut u64,
}

impl Far {
    #[inline(always)]
    pub fn flow(self) -> Flow {
        if self.pc.is_null() {
            // SAFETY: only made from an `Exit`, below.
            Leave(unsafe { std::mem::transmute::<u32, Exit>(self.fp as usize as u32) })
        } else {
            Frame(self.pc, self.fp)
        }
    }

    pub fn of(f: Flow, fp: *mut u64, cx: &mut Cx) -> Far {
        match f {
            // SAFETY: cold functions are given the place they are for.
            Cold(cold, pc, fp) => unsafe { cold(pc, fp, cx) },
            Next(pc) | Jump(pc) => Far { pc, fp },
            Frame(pc, fp) => Far { pc, fp },
            Leave(e) => Far::leave(e),
        }
    }

    pub fn leave(e: Exit) -> Far {
        Far { pc: std::ptr::null(), fp: e as u32 as usize as *mut u64 }
    }
}
