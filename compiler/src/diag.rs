//! Diagnostics: what the compiler has to say about a program, in gc's order and form.
//!
//! Stages push; only `render` knows the text form. No stage stops at the first error.

use std::cell::RefCell;
use std::panic::Location;

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
    /// Where in the compiler it was reported: tests see by it which diagnostics a program provokes.
    pub site: &'static Location<'static>,
}

/// A collector that stages share.
#[derive(Debug, Default)]
pub struct Diagnostics {
    list: RefCell<Vec<Diagnostic>>,
}

impl Diagnostics {
    #[track_caller]
    pub fn error(&self, pos: Pos, message: impl Into<String>) {
        self.list.borrow_mut().push(Diagnostic {
            pos,
            severity: Severity::Error,
            message: message.into(),
            soft: false,
            site: Location::caller(),
        });
    }
    #[track_caller]
    pub fn soft_error(&self, pos: Pos, message: impl Into<String>) {
        self.list.borrow_mut().push(Diagnostic {
            pos,
            severity: Severity::Error,
            message: message.into(),
            soft: true,
            site: Location::caller(),
        });
    }
    /// `what` is a noun phrase: "generic alias with parameters".
    #[track_caller]
    pub fn unsupported(&self, pos: Pos, what: impl std::fmt::Display) {
        let message = format!("not supported by gvm: {what}");
        self.list.borrow_mut().push(Diagnostic {
            pos,
            severity: Severity::Unsupported,
            message,
            soft: false,
            site: Location::caller(),
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

/// A diagnostic with its place worked out, in the order it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The package it is about: an import path or `command-line-arguments`.
    pub package: String,
    /// As messages show it; empty when there is no place.
    pub file: String,
    /// From 1, `//line` applied; 0 when unknown.
    pub line: u32,
    /// In bytes of UTF-8, from 1; 0 when unknown.
    pub column: u32,
    pub severity: Severity,
    pub message: String,
    /// The line in the source file, for a form that shows it.
    pub source: Option<String>,
    /// As `Diagnostic::site`; nothing where the diagnostic sums others up.
    pub site: Option<&'static Location<'static>>,
}

/// What is shown of one package's diagnostics, in `go build`'s order: the first `limit` that were
/// found, sorted by place; one like the one before it in the same line is left out, and so is a
/// second syntax error in a line. The flag says that the limit cut the list off.
pub fn reports(
    map: &SourceMap<'_>,
    package: &str,
    diags: &[Diagnostic],
    limit: Option<usize>,
) -> (Vec<Report>, bool) {
    let mut shown: Vec<&Diagnostic> = Vec::new();
    let mut last = None;
    let mut last_syntax = None;
    let mut full = false;
    for d in diags {
        let line = map.file(d.pos).map(|f| (f.base, f.line_column(d.pos).0));
        if d.message.starts_with("syntax error") {
            if last_syntax.is_some() && last_syntax == Some(line) {
                continue;
            }
            last_syntax = Some(line);
        } else {
            let key = (line, &d.message);
            if last.as_ref() == Some(&key) {
                continue;
            }
            last = Some(key);
        }
        shown.push(d);
        if limit.is_some_and(|n| shown.len() >= n) {
            full = true;
            break;
        }
    }
    let last_pos = shown.last().map(|d| d.pos);
    // Files come in the order in which something was first found in them.
    let mut files: Vec<Pos> = Vec::new();
    let base = |p: Pos| map.file(p).map_or(Pos::NONE, |f| f.pos(0));
    for d in &shown {
        let b = base(d.pos);
        if !files.contains(&b) {
            files.push(b);
        }
    }
    shown.sort_by_key(|d| {
        let b = base(d.pos);
        (files.iter().position(|&f| f == b), d.pos)
    });
    shown.dedup_by(|a, b| a.pos == b.pos && a.message == b.message);
    let mut out: Vec<Report> = shown
        .into_iter()
        .map(|d| report(map, package, d.pos, d.severity, d.message.clone(), Some(d.site)))
        .collect();
    if full && let Some(pos) = last_pos {
        out.push(report(map, package, pos, Severity::Error, "too many errors".into(), None));
    }
    (out, full)
}

fn report(
    map: &SourceMap<'_>,
    package: &str,
    pos: Pos,
    severity: Severity,
    message: String,
    site: Option<&'static Location<'static>>,
) -> Report {
    let place = map.location(pos);
    let source = map.file(pos).map(|f| f.line_text(f.line_column(pos).0).to_string());
    Report {
        package: package.into(),
        file: place.as_ref().map_or(String::new(), |l| l.file.into()),
        line: place.as_ref().map_or(0, |l| l.line),
        column: place.as_ref().map_or(0, |l| l.column),
        severity,
        message,
        source,
        site,
    }
}

impl Report {
    /// `./prog.go:3:7`, or nothing. gc keeps no columns from 255 on.
    pub fn place(&self) -> String {
        match (self.line, self.column) {
            (0, _) => String::new(),
            (l, 0 | 255..) => format!("{}:{l}", self.file),
            (l, c) => format!("{}:{l}:{c}", self.file),
        }
    }

    /// `./prog.go:3:7: message`
    pub fn line(&self) -> String {
        let place = self.place();
        if place.is_empty() { self.message.clone() } else { format!("{place}: {}", self.message) }
    }
}

/// `go build`'s text: each package under its header line.
pub fn render(reports: &[Report]) -> String {
    let mut out = String::new();
    let mut package = None;
    for r in reports {
        if package != Some(&r.package) {
            package = Some(&r.package);
            out.push_str(&format!("# {}\n", r.package));
        }
        out.push_str(&r.line());
        out.push('\n');
    }
    out
}
