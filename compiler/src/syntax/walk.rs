//! Walking a syntax tree: every statement and expression below a node, in source order.

use super::ast::{Block, CaseClause, Decl, Expr, ExprKind, Stmt, StmtKind};

/// What is met on the way.
#[derive(Clone, Copy, Debug)]
pub enum Node<'a> {
    Stmt(&'a Stmt<'a>),
    Expr(&'a Expr<'a>),
}

/// `visit` says whether to go below the node. Types are not entered, except for lengths and calls
/// that stand in expressions.
pub fn block<'a>(b: &'a Block<'a>, visit: &mut dyn FnMut(Node<'a>) -> bool) {
    stmts(b.stmts, visit);
}

pub fn stmts<'a>(list: &'a [&'a Stmt<'a>], visit: &mut dyn FnMut(Node<'a>) -> bool) {
    list.iter().for_each(|s| stmt(s, visit));
}

fn exprs<'a>(list: &'a [&'a Expr<'a>], visit: &mut dyn FnMut(Node<'a>) -> bool) {
    list.iter().for_each(|e| expr(e, visit));
}

fn clause<'a>(c: &'a CaseClause<'a>, visit: &mut dyn FnMut(Node<'a>) -> bool) {
    if let Some(es) = c.exprs {
        exprs(es, visit);
    }
    stmts(c.body, visit);
}

pub fn stmt<'a>(s: &'a Stmt<'a>, visit: &mut dyn FnMut(Node<'a>) -> bool) {
    if !visit(Node::Stmt(s)) {
        return;
    }
    match s.kind {
        StmtKind::Bad | StmtKind::Empty | StmtKind::Branch { .. } => {}
        StmtKind::Expr(e)
        | StmtKind::Go(e)
        | StmtKind::Defer(e)
        | StmtKind::IncDec { x: e, .. } => expr(e, visit),
        StmtKind::Send { chan, value, .. } => {
            expr(chan, visit);
            expr(value, visit);
        }
        StmtKind::Assign { lhs, rhs, .. } | StmtKind::Define { lhs, rhs, .. } => {
            exprs(lhs, visit);
            exprs(rhs, visit);
        }
        StmtKind::Return(es) => exprs(es, visit),
        StmtKind::Block(b) => block(b, visit),
        StmtKind::If(i) => {
            i.init.iter().for_each(|s| stmt(s, visit));
            expr(i.cond, visit);
            block(i.then, visit);
            i.els.iter().for_each(|s| stmt(s, visit));
        }
        StmtKind::Switch(w) => {
            w.init.iter().for_each(|s| stmt(s, visit));
            w.tag.iter().for_each(|e| expr(e, visit));
            w.clauses.iter().for_each(|c| clause(c, visit));
        }
        StmtKind::TypeSwitch(w) => {
            w.init.iter().for_each(|s| stmt(s, visit));
            expr(w.x, visit);
            w.clauses.iter().for_each(|c| clause(c, visit));
        }
        StmtKind::Select(w) => {
            for c in w.clauses {
                c.comm.iter().for_each(|s| stmt(s, visit));
                stmts(c.body, visit);
            }
        }
        StmtKind::For(f) => {
            f.init.iter().for_each(|s| stmt(s, visit));
            f.cond.iter().for_each(|e| expr(e, visit));
            f.post.iter().for_each(|s| stmt(s, visit));
            block(f.body, visit);
        }
        StmtKind::Range(r) => {
            for e in [r.key, r.value].into_iter().flatten() {
                expr(e, visit);
            }
            expr(r.x, visit);
            block(r.body, visit);
        }
        StmtKind::Labeled { stmt: inner, .. } => stmt(inner, visit),
        StmtKind::Decl(ds) => {
            for d in ds {
                if let Decl::Var(v) = d {
                    exprs(v.values, visit);
                }
            }
        }
    }
}

pub fn expr<'a>(e: &'a Expr<'a>, visit: &mut dyn FnMut(Node<'a>) -> bool) {
    if !visit(Node::Expr(e)) {
        return;
    }
    match e.kind {
        ExprKind::Composite { elems, .. } => {
            for el in elems {
                el.key.iter().for_each(|k| expr(k, visit));
                expr(el.value, visit);
            }
        }
        ExprKind::FuncLit { body, .. } => block(body, visit),
        ExprKind::Paren(x)
        | ExprKind::Star(x)
        | ExprKind::Unary { x, .. }
        | ExprKind::Selector { x, .. }
        | ExprKind::TypeAssert { x, .. } => {
            expr(x, visit);
        }
        ExprKind::Index { x, indices, .. } => {
            expr(x, visit);
            exprs(indices, visit);
        }
        ExprKind::Slice { x, lo, hi, max, .. } => {
            expr(x, visit);
            for i in [lo, hi, max].into_iter().flatten() {
                expr(i, visit);
            }
        }
        ExprKind::Call { fun, args, .. } => {
            expr(fun, visit);
            exprs(args, visit);
        }
        ExprKind::Binary { x, y, .. } => {
            expr(x, visit);
            expr(y, visit);
        }
        _ => {}
    }
}

/// A `defer` statement in this body, function literals not counted.
pub fn has_defer<'a>(b: &'a Block<'a>) -> bool {
    let mut found = false;
    block(b, &mut |n| {
        match n {
            Node::Stmt(s) => found |= matches!(s.kind, StmtKind::Defer(_)),
            Node::Expr(e) if matches!(e.kind, ExprKind::FuncLit { .. }) => return false,
            Node::Expr(_) => {}
        }
        !found
    });
    found
}
