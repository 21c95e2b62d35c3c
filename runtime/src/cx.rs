//! What a handler, an intrinsic or a native gets to work with: the M's view of the machine.
//!
//! One `Cx` per M. It is valid only on the thread of its M; `g` changes with each `resume`.

use std::sync::atomic::AtomicI64;

use crate::desc::TypeDesc;
use crate::g::G;
use crate::heap::Cache;
use crate::runtime::Runtime;
use crate::sched::P;

/// What an intrinsic or native says when it returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum Status {
    Done,
    /// `Cx::throw` says what is thrown.
    Throw,
    /// The G is queued somewhere and waits (its status is set); the machine must leave it with
    /// its pc after the instruction (at the `rt.finish` of a parking intrinsic).
    Parked,
    /// Run the same instruction again when the G is resumed (a long leaf's next step).
    Again,
    /// `runtime.Gosched`.
    Gosched,
    /// `runtime.Goexit`: run the deferred calls, then end the goroutine.
    Goexit,
    /// The process ends: `Runtime::exit_code` is set.
    Exit,
}

/// What is thrown. The machine turns errors into Go values of package runtime's types.
#[derive(Clone, Debug, PartialEq)]
pub enum Throw {
    /// `runtime.Error` whose text is "runtime error: " and this.
    RuntimeError(String),
    /// `runtime.Error` with exactly this text (`send on closed channel`).
    PlainError(String),
    /// A failed type assertion: texts of interface type, concrete type (empty: nil), asserted
    /// type, and missing method (or empty).
    TypeAssertion { interface: String, concrete: String, asserted: String, missing: String },
    /// A memory fault: `invalid memory address or nil pointer dereference`, with its signal line.
    NilDereference,
    /// A Go value: type word of `any`, data word.
    Value(u64, u64),
    /// `fatal error: text`: not recoverable, ends the program with status 2.
    Fatal(String),
}

/// The layout of the first fields is known to the interpreter loops.
#[repr(C)]
pub struct Cx {
    /// Polls left before the slow path. Other threads store 0 to ask for it.
    pub budget: AtomicI64,
    /// End of the current G's stack (first slot that is not usable).
    pub stack_end: *mut u64,
    pub g: *mut G,
    pub p: *mut P,
    /// The P's allocation cache.
    pub cache: *mut Cache,
    pub rt: *const Runtime,
    /// Type table: index with an image type id.
    pub types: *const TypeDesc,
    /// The machine's own tables.
    pub code: *const (),
    /// The machine's table of functions.
    pub funcs: *const (),
    /// Slots above its frame that the running function wants, when the stack has to grow.
    pub stack_need: usize,
    /// Where the intrinsic or native that runs was called: what events show.
    pub at: *const u64,
    pub throw: Option<Throw>,
    /// The event that the G waits has been recorded.
    pub told: bool,
    /// Taken from `runnext` already, by the running G when it parked: the M goes on with it. Events tell that it
    /// runs.
    pub(crate) next_g: *mut G,
    /// The M's buffer of the event log, once it is needed.
    pub(crate) buffer: *const crate::event::Buffer,
    /// Deterministic host: what a blocking call gave, until the scheduler tells it (`event::Runtime::told`).
    pub input: Option<Vec<u64>>,
    /// A blocking call the scheduler is to make without the P.
    pub blocking: Option<Blocking>,
    /// Number of the M.
    pub m: u32,
}

/// A call to be made outside the scheduler.
#[derive(Clone, Copy)]
pub struct Blocking {
    pub call: NativeFn,
    pub ready: crate::native::Ready,
    pub window: *mut u64,
}

/// The body of a native or of an intrinsic without operands: gets the window.
pub type NativeFn = unsafe fn(cx: &mut Cx, window: *mut u64) -> Status;

/// The body of an intrinsic: window, small immediate, type, second immediate.
pub type IntrinsicFn =
    unsafe fn(cx: &mut Cx, window: *mut u64, imm: u16, typ: *const TypeDesc, imm2: u32) -> Status;

impl Cx {
    #[inline(always)]
    pub fn rt(&self) -> &Runtime {
        // SAFETY: the runtime outlives every M.
        unsafe { &*self.rt }
    }
    pub fn g(&mut self) -> &mut G {
        // SAFETY: set by the scheduler before `resume`; only this M touches a running G.
        unsafe { &mut *self.g }
    }
    /// Makes the next poll take the slow path.
    pub fn poll_soon(&self) {
        self.budget.store(0, std::sync::atomic::Ordering::Relaxed);
    }
    #[cold]
    pub fn throw(&mut self, t: Throw) -> Status {
        self.throw = Some(t);
        Status::Throw
    }
    #[cold]
    pub fn runtime_error(&mut self, text: impl Into<String>) -> Status {
        self.throw(Throw::RuntimeError(text.into()))
    }
}
