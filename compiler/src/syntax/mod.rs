//! Syntax: scanner, parser, printer and the tree they share. Knows nothing about types.

pub mod ast;
pub mod dump;
pub mod parser;
pub mod printer;
pub mod scanner;
pub mod token;
pub mod walk;

use std::cell::Cell;

pub use crate::arena::Symbol;
use crate::arena::{Arena, Interner};
use crate::diag::Diagnostics;
pub use crate::source::Pos;
use crate::source::SourceFile;
pub use ast::NodeId;

/// What all files of a compilation share.
pub struct Session<'a> {
    pub arena: &'a Arena,
    pub interner: &'a Interner<'a>,
    pub diags: &'a Diagnostics,
    /// The next node's number.
    pub next_node: Cell<u32>,
}

impl<'a> Session<'a> {
    pub fn new(
        arena: &'a Arena,
        interner: &'a Interner<'a>,
        diags: &'a Diagnostics,
    ) -> Session<'a> {
        Session { arena, interner, diags, next_node: Cell::new(1) }
    }
}

/// Parses a file. Never fails: errors go to the session's diagnostics. In library files the
/// heads and bodies of functions are skipped; they are parsed when asked for.
pub fn parse_file<'a>(session: &'a Session<'a>, source: &'a SourceFile<'a>) -> &'a ast::File<'a> {
    parser::Parser::new(session, source).file()
}

/// Parses a skipped head.
fn parse_head<'a>(skipped: &ast::SkippedHead<'a>) -> ast::ParsedHead<'a> {
    parser::Parser::new(skipped.session, skipped.source).skipped_head(skipped)
}

/// Parses a skipped body, once.
pub fn parse_body<'a>(
    session: &'a Session<'a>,
    source: &'a SourceFile<'a>,
    body: &'a ast::FuncBody<'a>,
) -> &'a ast::Block<'a> {
    body.block.get_or_init(|| parser::Parser::new(session, source).body(body))
}
