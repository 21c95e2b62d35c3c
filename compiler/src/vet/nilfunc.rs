//! nilfunc: functions compared with nil, which they never are.

use super::{Pass, unparen};
use crate::syntax::ast::{BinaryOp, ExprKind};
use crate::syntax::walk::Node;
use crate::types::info::ExprMode;
use crate::types::object::ObjKind;

pub fn check(p: &mut Pass<'_, '_>) {
    for n in p.nodes() {
        let Node::Expr(e) = n else { continue };
        let ExprKind::Binary { op: op @ (BinaryOp::Eq | BinaryOp::Ne), x, y, .. } = e.kind else {
            continue;
        };
        let is_nil = |p: &Pass<'_, '_>, e: &crate::syntax::ast::Expr<'_>| {
            p.c.info.exprs.get(&e.id).is_some_and(|t| t.mode == ExprMode::Nil)
        };
        let f = match (is_nil(p, x), is_nil(p, y)) {
            (true, false) => y,
            (false, true) => x,
            _ => continue,
        };
        let Some(callee) = p.named(unparen(f)) else { continue };
        let declared = match callee.obj {
            Some(o) => matches!(p.c.objs[o].kind, ObjKind::Func(_)),
            None => true,
        };
        if declared {
            let (op, always) = if op == BinaryOp::Eq { ("==", false) } else { ("!=", true) };
            let m = format!("comparison of function {} {op} nil is always {always}", callee.name);
            p.report(super::text::start(e), m);
        }
    }
}
