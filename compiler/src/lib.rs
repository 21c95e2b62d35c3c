//! The Go compiler of gvm: source text to a bytecode image.
//!
//! Stages: `syntax` → `load` → `types` → `lower` → `ir` → `emit`. See ARCHITECTURE.md.
#![forbid(unsafe_code)]

pub mod arena;
pub mod diag;
pub mod emit;
pub mod ir;
pub mod source;
pub mod syntax;
pub mod types;

pub use arena::{Arena, Interner, Symbol};
