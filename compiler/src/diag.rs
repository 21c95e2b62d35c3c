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

/// `go build`'s form: the first `limit` errors in the order they were found, sorted by place. An
/// error like the one before it in the same line is left out. Returns the lines without the
/// package header.
pub fn render(map: &SourceMap<'_>, diags: &[Diagnostic], limit: Option<usize>) -> String {
    let mut shown: Vec<&Diagnostic> = Vec::new();
    let mut last = None;
    let mut full = None;
    for d in diags {
        let line = map.location(d.pos).map(|l| (l.file, l.line));
        let key = (line, &d.message);
        if last.as_ref() == Some(&key) {
            continue;
        }
        last = Some(key);
        shown.push(d);
        if limit.is_some_and(|n| shown.len() >= n) {
            full = Some(d.pos);
            break;
        }
    }
    shown.sort_by_key(|d| d.pos);
    let place = |pos: Pos| match map.location(pos) {
        Some(l) if l.column > 0 => format!("{}:{}:{}: ", l.file, l.line, l.column),
        Some(l) => format!("{}:{}: ", l.file, l.line),
        None => String::new(),
    };
    let mut out = String::new();
    for (i, d) in shown.iter().enumerate() {
        if i > 0 && shown[i - 1].pos == d.pos && shown[i - 1].message == d.message {
            continue;
        }
        out.push_str(&place(d.pos));
        out.push_str(&d.message);
        out.push('\n');
    }
    if let Some(pos) = full {
        out.push_str(&format!("{}too many errors\n", place(pos)));
    }
    out
}
