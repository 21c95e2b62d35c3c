//! What is shown of a program's bytecode: `view` takes a function apart once, the others write it down:
//! `text` for a terminal, `json`, `graph` (DOT and SVG of the basic blocks), `page` (one HTML file).
//!
//! It only reads an image. **Never** anything the assembler should read: that is `gvm_bytecode::listing`.
#![forbid(unsafe_code)]

pub mod graph;
pub mod json;
pub mod names;
pub mod page;
pub mod text;
pub mod view;

pub use view::{Program, Selection, View};
