//! Diagnostics: what the compiler has to say about a program, in gc's order and form.
//!
//! Stages push; only `render` knows the text form. No stage stops at the first error.

use std::cell::RefCell;

use crate::source::{Pos, SourceMap};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Severity {
    /// The program is wrong.
    Error,
    /// The program may be right, but gvm does not do this yet.
    Unsupported,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub pos: Pos,
    pub severity: Severity,
    /// May have continuation lines, each of which starts with a tab.
    pub message: String,
    /// Shown only when nothing else is wrong at this line (follow-up errors).
    pub soft: bool,
}

/// A collector that stages share.
#[derive(Debug, Default)]
pub struct Diagnostics {
    list: RefCell<Vec<Diagnostic>>,
}

impl Diagnostics {
    pub fn error(&self, pos: Pos, message: impl Into<String>) {
        self.list.borrow_mut().push(Diagnostic {
            pos,
            severity: Severity::Error,
            message: message.into(),
            soft: false,
        });
    }
    pub fn soft_error(&self, pos: Pos, message: impl Into<String>) {
        self.list.borrow_mut().push(Diagnostic {
            pos,
            severity: Severity::Error,
            message: message.into(),
            soft: true,
        });
    }
    /// `what` is a noun phrase: "generic alias with parameters".
    pub fn unsupported(&self, pos: Pos, what: impl std::fmt::Display) {
        let message = format!("not supported by gvm: {what}");
        self.list.borrow_mut().push(Diagnostic {
            pos,
            severity: Severity::Unsupported,
            message,
            soft: false,
        });
    }
    pub fn len(&self) -> usize {
        self.list.borrow().len()
    }
    pub fn is_empty(&self) -> bool {
        self.list.borrow().is_empty()
    }
    pub fn take(&self) -> Vec<Diagnostic> {
        std::mem::take(&mut self.list.borrow_mut())
    }
    pub fn all(&self) -> Vec<Diagnostic> {
        self.list.borrow().clone()
    }
}

/// `go build`'s form: sorted by place, one error a line at most once, capped at `limit`.
/// Returns the lines without the package header.
pub fn render(map: &SourceMap<'_>, diags: &[Diagnostic], limit: Option<usize>) -> String {
    let mut sorted: Vec<&Diagnostic> = diags.iter().collect();
    sorted.sort_by_key(|d| d.pos);
    let mut out = String::new();
    let mut last: Option<(Option<(String, u32)>, String)> = None;
    let mut shown = 0;
    for d in sorted {
        let loc = map.location(d.pos);
        let key = (loc.as_ref().map(|l| (l.file.to_string(), l.line)), d.message.clone());
        if last.as_ref() == Some(&key) {
            continue;
        }
        last = Some(key);
        if limit.is_some_and(|n| shown >= n) {
            out.push_str("too many errors\n");
            break;
        }
        shown += 1;
        if let Some(l) = loc {
            out.push_str(&format!("{}:{}", l.file, l.line));
            if l.column > 0 {
                out.push_str(&format!(":{}", l.column));
            }
            out.push_str(": ");
        }
        out.push_str(&d.message);
        out.push('\n');
    }
    out
}
