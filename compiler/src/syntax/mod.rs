//! Syntax: scanner, parser, printer and the tree they share. Knows nothing about types.

pub mod ast;

pub use crate::arena::Symbol;
pub use crate::source::Pos;
pub use ast::NodeId;
