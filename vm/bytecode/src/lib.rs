//! The bytecode of gvm: the op table, the program image, and tools derived from them.
//!
//! A leaf crate: it knows nothing about Go syntax, the heap or goroutines.
#![forbid(unsafe_code)]

pub mod asm;
pub mod binary;
pub mod disasm;
pub mod image;
pub mod intrinsic;
pub mod listing;
pub mod op;
pub mod operand;
pub mod reference;
pub mod verify;

pub use image::{FuncEntry, FuncId, Image, Kind, TypeEntry, TypeKind};
pub use intrinsic::{Intrinsic, Trap};
pub use op::{Cell, Format, Op};
