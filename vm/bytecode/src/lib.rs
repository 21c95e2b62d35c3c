//! The bytecode of gvm: the op table, the program image, and tools derived from them.
//!
//! A leaf crate: it knows nothing about Go syntax, the heap or goroutines.
#![forbid(unsafe_code)]

pub mod disasm;
pub mod image;
pub mod intrinsic;
pub mod op;

pub use image::{FuncEntry, FuncId, Image, Kind, TypeEntry, TypeKind};
pub use intrinsic::{Intrinsic, Trap};
pub use op::{Cell, Format, Op};
