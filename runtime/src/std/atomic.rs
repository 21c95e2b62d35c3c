//! Natives of package sync/atomic: sequentially consistent, as Go's memory model has them.

use std::sync::atomic::{AtomicU32, AtomicU64, Ordering::SeqCst};

use crate::cx::{Cx, Status, Throw};
use crate::event::happens;
use crate::native::{NativeDecl, leaf};

/// Where inputs are recorded an operation and its event are one step.
#[inline(always)]
fn one_step(cx: &Cx, addr: u64, act: impl FnOnce()) {
    if !cx.rt().inputs {
        return act();
    }
    cx.rt().in_order(addr, 8, || {
        act();
        cx.rt().event(cx.m, || happens::Atomic {});
    });
}

/// The operations on one width; `$wide` makes a slot of a value.
macro_rules! operations {
    ($module:ident, $atomic:ty, $int:ty, $wide:expr) => {
        mod $module {
            use super::*;
            #[allow(clippy::redundant_closure_call)]
            fn wide(v: $int) -> u64 {
                $wide(v)
            }
            /// # Safety
            /// `addr` is nil or the address of a live, aligned variable.
            unsafe fn at<'a>(addr: u64) -> Option<&'a $atomic> {
                if addr == 0 {
                    return None;
                }
                // SAFETY: the caller's promise.
                Some(unsafe { <$atomic>::from_ptr(addr as *mut $int) })
            }
            macro_rules! operation {
                ($name:ident, |$a:ident, $x:ident, $y:ident| $body:expr) => {
                    /// # Safety
                    /// As every native: address, then up to two operands.
                    pub unsafe fn $name(cx: &mut Cx, w: *mut u64) -> Status {
                        // SAFETY: windows have room for address, operands and result; operands
                        // that an operation has not are not used.
                        unsafe {
                            let Some($a) = at(*w) else { return cx.throw(Throw::NilDereference) };
                            let $x = || *w.add(1) as $int;
                            let $y = || *w.add(2) as $int;
                            let _ = (&$x, &$y);
                            one_step(cx, *w, || *w = $body);
                        }
                        Status::Done
                    }
                };
            }
            operation!(load, |a, x, y| wide(a.load(SeqCst)));
            operation!(swap, |a, x, y| wide(a.swap(x(), SeqCst)));
            operation!(cas, |a, x, y| a.compare_exchange(x(), y(), SeqCst, SeqCst).is_ok() as u64);
            operation!(add, |a, x, y| wide(a.fetch_add(x(), SeqCst).wrapping_add(x())));
            operation!(and, |a, x, y| wide(a.fetch_and(x(), SeqCst)));
            operation!(or, |a, x, y| wide(a.fetch_or(x(), SeqCst)));
            /// # Safety
            /// As every native: address, value.
            pub unsafe fn store(cx: &mut Cx, w: *mut u64) -> Status {
                // SAFETY: two arguments.
                unsafe {
                    let Some(a) = at(*w) else { return cx.throw(Throw::NilDereference) };
                    one_step(cx, *w, || a.store(*w.add(1) as $int, SeqCst));
                }
                Status::Done
            }
        }
    };
}
operations!(i32s, AtomicU32, u32, |v| v as i32 as i64 as u64);
operations!(u32s, AtomicU32, u32, |v| v as u64);
operations!(words, AtomicU64, u64, |v| v);

macro_rules! integer {
    ($module:ident, $upper:literal, $t:literal) => {
        [
            leaf(
                concat!("sync/atomic.Load", $upper),
                concat!("func(addr *", $t, ") (val ", $t, ")"),
                $module::load,
            ),
            leaf(
                concat!("sync/atomic.Store", $upper),
                concat!("func(addr *", $t, ", val ", $t, ")"),
                $module::store,
            ),
            leaf(
                concat!("sync/atomic.Swap", $upper),
                concat!("func(addr *", $t, ", new ", $t, ") (old ", $t, ")"),
                $module::swap,
            ),
            leaf(
                concat!("sync/atomic.CompareAndSwap", $upper),
                concat!("func(addr *", $t, ", old, new ", $t, ") (swapped bool)"),
                $module::cas,
            ),
            leaf(
                concat!("sync/atomic.Add", $upper),
                concat!("func(addr *", $t, ", delta ", $t, ") (new ", $t, ")"),
                $module::add,
            ),
            leaf(
                concat!("sync/atomic.And", $upper),
                concat!("func(addr *", $t, ", mask ", $t, ") (old ", $t, ")"),
                $module::and,
            ),
            leaf(
                concat!("sync/atomic.Or", $upper),
                concat!("func(addr *", $t, ", mask ", $t, ") (old ", $t, ")"),
                $module::or,
            ),
        ]
    };
}

pub fn list() -> &'static [NativeDecl] {
    static LIST: std::sync::OnceLock<Vec<NativeDecl>> = std::sync::OnceLock::new();
    LIST.get_or_init(|| {
        let mut all = Vec::new();
        all.extend(integer!(i32s, "Int32", "int32"));
        all.extend(integer!(words, "Int64", "int64"));
        all.extend(integer!(u32s, "Uint32", "uint32"));
        all.extend(integer!(words, "Uint64", "uint64"));
        all.extend(integer!(words, "Uintptr", "uintptr"));
        let pointer = integer!(words, "Pointer", "unsafe.Pointer");
        // Pointers have no arithmetic.
        all.extend_from_slice(&pointer[..4]);
        all
    })
}
