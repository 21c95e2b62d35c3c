//! The seam between the runtime and whatever executes goroutines.
//!
//! The runtime never sees an instruction: the scheduler picks a G and calls `Machine::resume`; the
//! collector asks it to visit a stack's pointers; tracebacks ask it for frames.

use crate::cx::Cx;
use crate::event::Trail;
use crate::g::G;

/// Why `resume` came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum Exit {
    /// The budget is used up and the poll asked to yield; the G is runnable.
    Yield,
    /// `runtime.Gosched`: as `Yield`, but to the global queue.
    Gosched,
    /// The G waits for something; it was queued there before, and may already be running elsewhere.
    Parked,
    /// The goroutine's function returned, or it called `runtime.Goexit`.
    Finished,
    /// Main returned, `os.Exit`, an unrecovered panic or a fatal error: `Runtime::exit_code` is
    /// set and everything that is to be printed has been.
    Exit,
    /// A blocking native is to be called: `Cx::blocking` says which; the P may be handed off
    /// meanwhile, and the G is resumed after the call.
    Blocking,
}

/// One frame of a goroutine, innermost first; inlined calls are frames of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    pub function: String,
    pub file: String,
    pub line: u32,
    pub column: u32,
    /// Offset of the pc in the function, in bytes of code.
    pub offset: u64,
    /// Of the library.
    pub library: bool,
    /// A wrapper made by the compiler: not shown.
    pub wrapper: bool,
}

pub trait Machine: Send + Sync {
    /// Runs `cx.g` until it leaves the processor.
    fn resume(&self, cx: &mut Cx) -> Exit;
    /// Gives `visit` every pointer that the stack, defer list and panics of a stopped G hold.
    fn scan(&self, g: &G, visit: &mut dyn FnMut(u64));
    /// Prepares a new G to run the `func()` closure.
    fn start(&self, g: &mut G, closure: u64);
    /// The frames of a stopped G.
    fn frames(&self, g: &G) -> Vec<Frame>;
    /// The places of a G's frames, innermost first and as many as fit, from code address and frame on;
    /// gives their number. A place is a number that `describe` understands, the same on every machine.
    ///
    /// # Safety
    /// `fp` is a frame of the stopped or calling G, and `pc` is where it stands.
    unsafe fn places(&self, g: &G, pc: *const u64, fp: *mut u64, out: &mut [u64]) -> usize;
    /// As `places`, each with whether the frame stands at a panic that called the frame before it.
    ///
    /// # Safety
    /// As for `places`.
    unsafe fn callers(&self, g: &G, pc: *const u64, fp: *mut u64, most: usize) -> Vec<(u64, bool)>;
    /// The frame that called an intrinsic or native at `pc` with this window.
    ///
    /// # Safety
    /// `pc` is the call's cell and `window` the window it was given.
    unsafe fn frame_of(&self, pc: *const u64, window: *const u64) -> *mut u64;
    /// A number that says all of a stack from the frame on that called an intrinsic or native: equal
    /// stacks have equal ones, others hardly ever. 0: there is none.
    ///
    /// # Safety
    /// As for `frame_of`; the G runs.
    unsafe fn mark(&self, _pc: *const u64, _window: *const u64) -> u64 {
        0
    }
    /// The words by which a stack that has a mark is known again, unless they are many.
    ///
    /// # Safety
    /// As for `mark`.
    unsafe fn trail(&self, _pc: *const u64, _window: *const u64) -> Option<Trail> {
        None
    }
    /// The place of a code address.
    fn place(&self, pc: u64) -> Option<u64>;
    /// The frames at a place, inlined calls first.
    fn describe(&self, place: u64) -> Vec<Frame>;
    /// Gives back half of a stopped G's stack when less than a quarter is used: bytes before and
    /// after.
    fn shrink(&self, g: &mut G) -> Option<(u64, u64)>;
    /// A code address, such as where a goroutine was created.
    fn symbolise(&self, pc: u64) -> Option<Frame>;
}
