//! Terminating statements (spec, "Terminating statements").

use super::Checker;
use crate::syntax::Symbol;
use crate::syntax::ast::{BranchKind, Expr, ExprKind, Stmt, StmtKind};
use crate::types::info::ExprMode;
use crate::types::object::Builtin;

/// Whether a statement list ends in a terminating statement.
pub fn terminates(c: &Checker<'_>, list: &[&Stmt<'_>]) -> bool {
    let last = list.iter().rev().find(|s| !matches!(s.kind, StmtKind::Empty));
    last.is_some_and(|s| terminating(c, s, None))
}

fn terminating(c: &Checker<'_>, s: &Stmt<'_>, label: Option<Symbol>) -> bool {
    match s.kind {
        StmtKind::Return(_) => true,
        StmtKind::Branch { kind, .. } => matches!(kind, BranchKind::Goto | BranchKind::Fallthrough),
        StmtKind::Expr(e) => is_panic(c, e),
        StmtKind::Block(b) => terminates(c, b.stmts),
        StmtKind::If(i) => i.els.is_some_and(|e| terminates(c, i.then.stmts) && terminating(c, e, None)),
        StmtKind::For(f) => f.cond.is_none() && !has_break(f.body.stmts, label, true),
        StmtKind::Switch(w) => {
            w.clauses.iter().any(|k| k.exprs.is_none()) && w.clauses.iter().all(|k| terminates(c, k.body) && !has_break(k.body, label, true))
        }
        StmtKind::TypeSwitch(w) => {
            w.clauses.iter().any(|k| k.exprs.is_none()) && w.clauses.iter().all(|k| terminates(c, k.body) && !has_break(k.body, label, true))
        }
        StmtKind::Select(w) => w.clauses.iter().all(|k| terminates(c, k.body) && !has_break(k.body, label, true)),
        StmtKind::Labeled { label, stmt } => terminating(c, stmt, Some(label.name)),
        _ => false,
    }
}

fn is_panic(c: &Checker<'_>, e: &Expr<'_>) -> bool {
    match e.kind {
        ExprKind::Paren(x) => is_panic(c, x),
        ExprKind::Call { fun, .. } => {
            let f = super::expr::unparen(fun);
            c.info.exprs.get(&f.id).is_some_and(|tv| tv.mode == ExprMode::Builtin(Builtin::Panic))
        }
        _ => false,
    }
}

/// A `break` out of the statement these lists belong to.
fn has_break(list: &[&Stmt<'_>], label: Option<Symbol>, implicit: bool) -> bool {
    list.iter().any(|s| breaks(s, label, implicit))
}

fn breaks(s: &Stmt<'_>, label: Option<Symbol>, implicit: bool) -> bool {
    match s.kind {
        StmtKind::Branch { kind: BranchKind::Break, label: l } => match l {
            None => implicit,
            Some(l) => Some(l.name) == label,
        },
        StmtKind::Block(b) => has_break(b.stmts, label, implicit),
        StmtKind::If(i) => has_break(i.then.stmts, label, implicit) || i.els.is_some_and(|e| breaks(e, label, implicit)),
        StmtKind::Labeled { stmt, .. } => breaks(stmt, label, implicit),
        StmtKind::For(f) => has_break(f.body.stmts, label, false),
        StmtKind::Range(r) => has_break(r.body.stmts, label, false),
        StmtKind::Switch(w) => w.clauses.iter().any(|k| has_break(k.body, label, false)),
        StmtKind::TypeSwitch(w) => w.clauses.iter().any(|k| has_break(k.body, label, false)),
        StmtKind::Select(w) => w.clauses.iter().any(|k| has_break(k.body, label, false)),
        _ => false,
    }
}
