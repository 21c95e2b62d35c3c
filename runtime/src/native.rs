//! Natives: Go functions without a body in `runtime/std`, and their Rust bodies.
//!
//! `vm::link` refuses a name without body and a signature that differs.

use crate::cx::NativeFn;

/// Whether a call would come back now, without anything that has to happen outside. Gets the window.
pub type Ready = unsafe fn(window: *const u64) -> bool;

/// How a native may behave.
#[derive(Clone, Copy, Debug)]
pub enum NativeKind {
    /// Bounded work.
    Leaf,
    /// May queue the goroutine and return `Parked`; results are what it wrote before.
    Parking,
    /// Waits for the world outside: called by the scheduler without a P. Must not allocate and
    /// must return `Done`.
    Blocking(Ready),
}

#[derive(Clone, Copy)]
pub struct NativeDecl {
    /// `time.Sleep`, `sync.semAcquire`, `time.(*Timer).Stop`.
    pub name: &'static str,
    /// As in the Go file: `func(d Duration)`; parameter names do not matter.
    pub signature: &'static str,
    pub kind: NativeKind,
    pub call: NativeFn,
}

pub const fn leaf(name: &'static str, signature: &'static str, call: NativeFn) -> NativeDecl {
    NativeDecl { name, signature, kind: NativeKind::Leaf, call }
}
pub const fn parking(name: &'static str, signature: &'static str, call: NativeFn) -> NativeDecl {
    NativeDecl { name, signature, kind: NativeKind::Parking, call }
}
pub const fn blocking(
    name: &'static str,
    signature: &'static str,
    call: NativeFn,
    ready: Ready,
) -> NativeDecl {
    NativeDecl { name, signature, kind: NativeKind::Blocking(ready), call }
}

/// `Ready` of calls that take long but wait for nobody.
///
/// # Safety
/// None is needed.
pub unsafe fn always(_: *const u64) -> bool {
    true
}

/// All of them.
pub fn natives() -> Vec<NativeDecl> {
    let mut all = Vec::new();
    for list in crate::std::LISTS {
        all.extend_from_slice(list());
    }
    all
}
