//! bools: `x == 1 || x == 1`, `x != 1 || x != 2`.

use hashbrown::HashSet;

use super::{Pass, unparen};
use crate::syntax::NodeId;
use crate::syntax::ast::{BinaryOp, Expr, ExprKind, UnaryOp};
use crate::syntax::walk::{self, Node};
use crate::types::constant::Value;

pub fn check(p: &mut Pass<'_, '_>) {
    let mut seen: HashSet<NodeId> = HashSet::new();
    for n in p.nodes() {
        let Node::Expr(e) = n else { continue };
        let ExprKind::Binary { op, .. } = e.kind else { continue };
        let (word, sign, compare) = match op {
            BinaryOp::LogicalOr => ("or", "||", BinaryOp::Ne),
            BinaryOp::LogicalAnd => ("and", "&&", BinaryOp::Eq),
            _ => continue,
        };
        for operands in commutative(p, e, op, &mut seen) {
            redundant(p, &operands, word, sign);
            suspect(p, &operands, word, sign, compare);
        }
    }
}

/// The operands of a chain of one operator, in runs without side effects.
fn commutative<'a>(
    p: &Pass<'_, 'a>,
    e: &'a Expr<'a>,
    op: BinaryOp,
    seen: &mut HashSet<NodeId>,
) -> Vec<Vec<&'a Expr<'a>>> {
    let mut operands = Vec::new();
    split(e, op, &mut operands, seen);
    let mut runs = Vec::new();
    let mut run = Vec::new();
    for o in operands {
        if has_effects(p, o) {
            runs.push(std::mem::take(&mut run));
        } else {
            run.push(o);
        }
    }
    runs.push(run);
    runs.retain(|r| r.len() > 1);
    runs
}

fn split<'a>(
    e: &'a Expr<'a>,
    op: BinaryOp,
    out: &mut Vec<&'a Expr<'a>>,
    seen: &mut HashSet<NodeId>,
) {
    let e = unparen(e);
    match e.kind {
        ExprKind::Binary { op: o, x, y, .. } if o == op => {
            if seen.insert(e.id) {
                // From the right, as go vet goes.
                split(y, op, out, seen);
                split(x, op, out, seen);
            }
        }
        _ => out.push(e),
    }
}

fn has_effects<'a>(p: &Pass<'_, 'a>, e: &'a Expr<'a>) -> bool {
    let mut found = false;
    walk::expr(e, &mut |n| {
        if let Node::Expr(x) = n {
            match x.kind {
                ExprKind::Call { fun, .. } => found |= !p.is_type(fun),
                ExprKind::Unary { op: UnaryOp::Receive, .. } => found = true,
                _ => {}
            }
        }
        !found
    });
    found
}

fn redundant(p: &mut Pass<'_, '_>, operands: &[&Expr<'_>], word: &str, sign: &str) {
    let mut texts: Vec<String> = Vec::new();
    for e in operands {
        let text = p.source(e);
        if texts.contains(&text) {
            let m = format!("redundant {word}: {text} {sign} {text}");
            p.report(super::text::start(e), m);
        } else {
            texts.push(text);
        }
    }
}

fn suspect(p: &mut Pass<'_, '_>, operands: &[&Expr<'_>], word: &str, sign: &str, op: BinaryOp) {
    // What was compared with a constant, with the whole comparison.
    let mut compared: Vec<(String, String)> = Vec::new();
    let constant = |p: &Pass<'_, '_>, e: &Expr<'_>| {
        p.c.info.exprs.get(&e.id).is_some_and(|t| t.value != Value::Unknown)
    };
    for e in operands {
        let ExprKind::Binary { op: o, x, y, .. } = e.kind else { continue };
        if o != op {
            continue;
        }
        let variable = match (constant(p, x), constant(p, y)) {
            (false, true) => x,
            (true, false) => y,
            _ => continue,
        };
        let (name, text) = (p.source(variable), p.source(e));
        match compared.iter().find(|c| c.0 == name) {
            Some((_, before)) => {
                if *before != text {
                    let m = format!("suspect {word}: {text} {sign} {before}");
                    p.report(super::text::start(e), m);
                }
            }
            None => compared.push((name, text)),
        }
    }
}
