//! The runtime of gvm: memory, types, collector, channels, scheduler, natives of the library.
//!
//! It never sees an opcode: code is driven through `Machine`. See ARCHITECTURE.md §4 to §6.

// Gs, Ms, Ps and sudogs are passed as raw pointers everywhere; who may touch them when is said where
// they are defined.
#![allow(clippy::not_unsafe_ptr_arg_deref)]

pub mod chan;
pub mod cx;
pub mod desc;
pub mod equality;
pub mod event;
pub mod finalizer;
pub mod g;
pub mod heap;
pub mod host;
pub mod interface;
pub mod library;
mod library_text;
pub mod machine;
pub mod map;
pub mod native;
pub mod pack;
pub mod print;
pub mod process;
pub mod runtime;
pub mod sched;
pub mod sema;
pub mod signals;
pub mod slice;
pub mod std;
pub mod string;
pub mod timer;
pub mod types;
pub mod weak;
