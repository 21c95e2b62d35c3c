//! The runtime of gvm: memory, types, collector, channels, scheduler, natives of the library.
//!
//! It never sees an opcode: code is driven through `Machine`. See ARCHITECTURE.md §4 to §6.

pub mod cx;
pub mod desc;
pub mod g;
pub mod heap;
pub mod machine;
pub mod runtime;
pub mod sched;
