//! Terminating statements, as the spec lists them.

use super::Checker;
use super::expr::unparen;
use crate::syntax::Symbol;
use crate::syntax::ast::{BranchKind, Stmt, StmtKind};

impl<'a> Checker<'a> {
    pub(super) fn terminating_list(&self, list: &[&'a Stmt<'a>]) -> bool {
        list.iter()
            .rev()
            .find(|s| !matches!(s.kind, StmtKind::Empty))
            .is_some_and(|s| self.terminating(s, None))
    }

    fn terminating(&self, s: &'a Stmt<'a>, label: Option<Symbol>) -> bool {
        match s.kind {
            StmtKind::Return(_) => true,
            StmtKind::Branch { kind, .. } => {
                matches!(kind, BranchKind::Goto | BranchKind::Fallthrough)
            }
            StmtKind::Expr(e) => self.panics.contains(&unparen(e).id),
            StmtKind::Block(b) => self.terminating_list(b.stmts),
            StmtKind::If(i) => i
                .els
                .is_some_and(|e| self.terminating_list(i.then.stmts) && self.terminating(e, None)),
            StmtKind::Switch(w) => {
                self.clauses(w.clauses.iter().map(|c| (c.exprs.is_none(), c.body)), label)
            }
            StmtKind::TypeSwitch(w) => {
                self.clauses(w.clauses.iter().map(|c| (c.exprs.is_none(), c.body)), label)
            }
            StmtKind::Select(w) => w
                .clauses
                .iter()
                .all(|c| self.terminating_list(c.body) && !breaks_list(c.body, label, true)),
            StmtKind::For(f) => f.cond.is_none() && !breaks_list(f.body.stmts, label, true),
            StmtKind::Labeled { label, stmt } => self.terminating(stmt, Some(label.name)),
            _ => false,
        }
    }

    fn clauses(
        &self,
        clauses: impl Iterator<Item = (bool, &'a [&'a Stmt<'a>])>,
        label: Option<Symbol>,
    ) -> bool {
        let mut default = false;
        for (is_default, body) in clauses {
            default |= is_default;
            if !self.terminating_list(body) || breaks_list(body, label, true) {
                return false;
            }
        }
        default
    }
}

fn breaks_list(list: &[&Stmt<'_>], label: Option<Symbol>, implicit: bool) -> bool {
    list.iter().any(|s| breaks(s, label, implicit))
}

/// Whether a `break` in `s` leaves the statement around it: without label if `implicit`.
fn breaks(s: &Stmt<'_>, label: Option<Symbol>, implicit: bool) -> bool {
    match s.kind {
        StmtKind::Branch { kind: BranchKind::Break, label: l } => match l {
            None => implicit,
            Some(l) => Some(l.name) == label,
        },
        StmtKind::Labeled { stmt, .. } => breaks(stmt, label, implicit),
        StmtKind::Block(b) => breaks_list(b.stmts, label, implicit),
        StmtKind::If(i) => {
            breaks_list(i.then.stmts, label, implicit)
                || i.els.is_some_and(|e| breaks(e, label, implicit))
        }
        StmtKind::Switch(w) => {
            label.is_some() && w.clauses.iter().any(|c| breaks_list(c.body, label, false))
        }
        StmtKind::TypeSwitch(w) => {
            label.is_some() && w.clauses.iter().any(|c| breaks_list(c.body, label, false))
        }
        StmtKind::Select(w) => {
            label.is_some() && w.clauses.iter().any(|c| breaks_list(c.body, label, false))
        }
        StmtKind::For(f) => label.is_some() && breaks_list(f.body.stmts, label, false),
        StmtKind::Range(r) => label.is_some() && breaks_list(r.body.stmts, label, false),
        _ => false,
    }
}
