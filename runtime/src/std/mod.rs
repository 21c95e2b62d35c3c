//! Rust bodies of the library's natives, a file a package.

pub mod atomic;
pub mod big;
pub mod bits;
pub mod bytealg;
pub mod caller;
pub mod callers;
pub mod errors;
pub mod files;
pub mod finalizer;
// Published coefficients are given with all their digits.
#[allow(clippy::excessive_precision)]
mod bessel;
pub mod hash;
pub mod installed;
pub mod json;
#[allow(clippy::excessive_precision)]
pub mod math;
pub mod math_natives;
pub mod os;
pub mod reflect;
pub mod runtime;
pub mod signal;
pub mod sorting;
#[allow(clippy::excessive_precision, clippy::approx_constant)]
mod special;
pub mod strconv;
pub mod sync;
pub mod syscall;
pub mod time;
pub mod trace;
pub mod value;
pub mod weak;

use crate::native::NativeDecl;

/// One function a package that has natives.
pub(crate) const LISTS: &[fn() -> &'static [NativeDecl]] = &[
    atomic::list,
    big::list,
    bits::list,
    bytealg::list,
    caller::list,
    callers::list,
    errors::list,
    files::list,
    finalizer::list,
    hash::list,
    installed::list,
    json::list,
    math_natives::list,
    os::list,
    reflect::list,
    runtime::list,
    signal::list,
    sorting::list,
    strconv::list,
    sync::list,
    syscall::list,
    time::list,
    trace::list,
    value::list,
    weak::list,
];
