//! Loaded code: what the loops and the walkers of stacks look at.
//!
//! Built once by `link`; nothing in it changes while the program runs.

use std::sync::atomic::{AtomicU64, Ordering};

use gvm_bytecode::image::{FuncEntry, func_flags};
use gvm_bytecode::op::{Cell, Op};
use gvm_runtime::cx::IntrinsicFn;
use gvm_runtime::desc::TypeDesc;
use gvm_runtime::native::NativeDecl;

/// What a call needs. The loops read it by function number.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct FuncInfo {
    /// The cell before it is the head: frame size, number of the function.
    pub code: *const Cell,
    /// Slots.
    pub frame_size: u32,
    pub flags: u32,
}

/// The loops find this behind `Cx::code`; the first fields are hot.
#[repr(C)]
pub struct Code {
    pub funcs: *const FuncInfo,
    /// Address of each data section.
    pub data: *const u64,
    /// Static closures, one word each: `&closures[f]` is the func value of function f.
    pub closures: *const u64,
    pub itabs: *const u64,
    pub globals: *mut u8,
    /// Descriptor of each function's closure object.
    pub closure_descs: *const TypeDesc,
    pub intrinsics: *const IntrinsicFn,
    pub finishers: *const IntrinsicFn,
    pub natives: *const NativeDecl,
    pub preempt_every: u64,
    /// Operations wait for their turn: a run on real threads is repeated.
    pub gated: bool,
    /// What the instrumented loop counts, when it is asked to.
    pub profile: Option<Box<Profile>>,
    /// Cells that calls made by the VM return to.
    pub special: [Cell; 3],
    pub types: *const TypeDesc,
    /// Owners of what the pointers above point to.
    pub(crate) own: Owned,
}

/// How often each cell was executed.
pub struct Profile {
    /// Where a function's cells begin in `cells`.
    pub first: Vec<usize>,
    pub cells: Vec<AtomicU64>,
    /// Of the VM's own cells, which are in no function.
    pub outside: AtomicU64,
    /// All instructions, counted on their own.
    pub steps: AtomicU64,
}

impl Profile {
    pub fn new(entries: &[FuncEntry]) -> Profile {
        let mut first = Vec::with_capacity(entries.len());
        let mut n = 0;
        for e in entries {
            first.push(n);
            n += e.code.len();
        }
        let cells = std::iter::repeat_with(AtomicU64::default).take(n).collect();
        Profile { first, cells, outside: AtomicU64::new(0), steps: AtomicU64::new(0) }
    }

    /// The counts by function and cell.
    pub fn counts(&self) -> Vec<Vec<u64>> {
        let ends = self.first.iter().skip(1).copied().chain([self.cells.len()]);
        let of = |(&from, to): (&usize, usize)| {
            self.cells[from..to].iter().map(|c| c.load(Ordering::Relaxed)).collect()
        };
        self.first.iter().zip(ends).map(of).collect()
    }
}

#[derive(Default)]
pub(crate) struct Owned {
    /// All code, each function's behind a head (`link::load_code`).
    pub text: Vec<Cell>,
    pub funcs: Vec<FuncInfo>,
    pub data: Vec<u64>,
    pub sections: Vec<Box<[u64]>>,
    pub closures: Vec<u64>,
    pub itabs: Vec<u64>,
    pub globals: Box<[u64]>,
    pub closure_descs: Vec<TypeDesc>,
    pub intrinsics: Vec<IntrinsicFn>,
    pub finishers: Vec<IntrinsicFn>,
    pub natives: Vec<NativeDecl>,
    pub types: Vec<TypeDesc>,
    pub entries: Vec<FuncEntry>,
    pub files: Vec<String>,
    /// Functions by code address, for symbolising: (first cell, number).
    pub by_address: Vec<(u64, u32)>,
    pub error_string: Option<u32>,
    pub plain_error: Option<u32>,
    pub assertion_error: Option<u32>,
    pub nil_error: Option<u32>,
    pub string_type: Option<u32>,
    pub panic_text: Option<u32>,
    pub looping: crate::Loop,
    /// Texts of the panics that end the program, while they are made.
    pub texts: parking_lot::Mutex<Vec<String>>,
    /// How many panics are being described for the end of the program; 0 before that.
    pub described: std::sync::atomic::AtomicUsize,
}

// SAFETY: built before the program starts and only read afterwards, except the globals, which are
// shared as Go shares them.
unsafe impl Send for Code {}
// SAFETY: as above.
unsafe impl Sync for Code {}

/// Where a call made by a panic returns to, one that describes a panic's value, and a goroutine's
/// first function.
pub const SPECIAL: [Cell; 3] = [
    Cell::new(Op::PanicReturn, 0, 0, 0),
    Cell::new(Op::PanicText, 0, 0, 0),
    Cell::new(Op::Goexit, 0, 0, 0),
];

impl Code {
    pub fn entry(&self, func: u32) -> &FuncEntry {
        &self.own.entries[func as usize]
    }

    pub fn info(&self, func: u32) -> FuncInfo {
        self.own.funcs[func as usize]
    }

    pub fn is_wrapper(&self, func: u32) -> bool {
        self.info(func).flags & func_flags::WRAPPER != 0
    }

    /// The function that holds a code address.
    pub fn func_at(&self, pc: u64) -> Option<u32> {
        let list = &self.own.by_address;
        let i = list.partition_point(|x| x.0 <= pc).checked_sub(1)?;
        let func = list[i].1;
        let cells = (pc - list[i].0) / 8;
        ((cells as usize) < self.entry(func).code.len()).then_some(func)
    }

    /// Memory outside the heap that a program can see the addresses of: host address, bytes, and
    /// the address it sees, which does not depend on the machine.
    /// `zero`: what values without size point to.
    pub fn statics(&self, globals_bytes: u64, zero: &[u64]) -> Vec<(u64, u64, u64)> {
        const GUEST: u64 = 0x60_0000;
        let mut at = GUEST;
        let mut out = Vec::new();
        let mut add = |host: u64, bytes: u64| {
            out.push((host, bytes, at));
            at += bytes.next_multiple_of(64);
        };
        add(self.globals as u64, globals_bytes);
        add(self.closures as u64, self.own.closures.len() as u64 * 8);
        for s in &self.own.sections {
            add(s.as_ptr() as u64, s.len() as u64 * 8);
        }
        add(zero.as_ptr() as u64, zero.len() as u64 * 8);
        out
    }

    pub fn panic_return(&self) -> *const Cell {
        &self.special[0]
    }

    pub fn panic_text(&self) -> *const Cell {
        &self.special[1]
    }

    /// The return pc of an outermost frame.
    pub fn goexit(&self) -> *const Cell {
        &self.special[2]
    }

    /// A pc as a cell number of its function.
    pub fn offset(&self, func: u32, pc: *const Cell) -> u32 {
        ((pc as u64).wrapping_sub(self.info(func).code as u64) / 8) as u32
    }
}
