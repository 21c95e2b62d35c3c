//! atomic: `x = atomic.AddInt32(&x, 1)`, an assignment that is not atomic.

use super::{Call, Pass, unparen};
use crate::syntax::ast::{Expr, ExprKind, StmtKind, UnaryOp};
use crate::syntax::walk::Node;

pub fn check(p: &mut Pass<'_, '_>) {
    for n in p.nodes() {
        let Node::Stmt(s) = n else { continue };
        // `:=` makes a variable of its own.
        let StmtKind::Assign { lhs, op: None, rhs, .. } = s.kind else { continue };
        if lhs.len() != rhs.len() {
            continue;
        }
        for (&left, &right) in lhs.iter().zip(rhs) {
            let Some(call) = Call::of(right) else { continue };
            let Some(f) = p.callee(&call) else { continue };
            let adds = ["Int32", "Int64", "Uint32", "Uint64", "Uintptr"]
                .iter()
                .any(|t| f.full == format!("sync/atomic.Add{t}"));
            if adds && call.args.len() == 2 && adds_to(p, call.args[0], left) {
                p.report(super::text::start(left), "direct assignment to atomic value".into());
            }
        }
    }
}

fn adds_to(p: &Pass<'_, '_>, address: &Expr<'_>, left: &Expr<'_>) -> bool {
    let same = |a: &Expr<'_>, b: &Expr<'_>| p.source(a) == p.source(b);
    match address.kind {
        ExprKind::Unary { op: UnaryOp::Address, x } => same(x, left),
        _ => match unparen(left).kind {
            ExprKind::Star(x) => same(x, address),
            _ => false,
        },
    }
}
