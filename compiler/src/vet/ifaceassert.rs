//! ifaceassert: assertions from one interface to another that no type can pass.

use super::Pass;
use crate::syntax::ast::{Expr, ExprKind, StmtKind};
use crate::syntax::walk::Node;
use crate::types::type_::TypeId;

pub fn check(p: &mut Pass<'_, '_>) {
    for n in p.nodes() {
        match n {
            Node::Expr(e) => {
                if let ExprKind::TypeAssert { x, typ: Some(t) } = e.kind {
                    assertion(p, x, t);
                }
            }
            Node::Stmt(s) => {
                let StmtKind::TypeSwitch(w) = s.kind else { continue };
                for t in w.clauses.iter().flat_map(|c| c.exprs.unwrap_or_default()) {
                    assertion(p, w.x, t);
                }
            }
        }
    }
}

fn assertion(p: &mut Pass<'_, '_>, x: &Expr<'_>, t: &Expr<'_>) {
    let pos = super::text::start(t);
    let (Some(v), Some(t)) = (p.type_of(x), p.type_of(t)) else { return };
    if !p.is_interface(v) || !p.is_interface(t) {
        return;
    }
    if let Some(name) = conflict(p, v, t) {
        let (v, t) = (p.type_text(v), p.type_text(t));
        let m = format!(
            "impossible type assertion: no type can implement both {v} and {t} (conflicting types for {name} method)"
        );
        p.report(pos, m);
    }
}

/// A method that both have, with different types.
fn conflict(p: &mut Pass<'_, '_>, a: TypeId, b: TypeId) -> Option<String> {
    let (a, b) = (p.c.types.type_set(a)?, p.c.types.type_set(b)?);
    for m in &a.methods {
        if let Some(o) = b.methods.iter().find(|o| o.name == m.name && o.pkg == m.pkg)
            && !p.c.types.identical(m.sig, o.sig)
        {
            return Some(p.c.name(m.name).to_string());
        }
    }
    None
}
