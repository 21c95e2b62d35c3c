//! Expressions as they stand in the source, and where they begin and end.

use super::Pass;
use crate::source::Pos;
use crate::syntax::ast::{Expr, ExprKind};

/// Where an expression begins.
pub fn start(e: &Expr<'_>) -> Pos {
    match e.kind {
        ExprKind::Selector { x, .. }
        | ExprKind::Index { x, .. }
        | ExprKind::Slice { x, .. }
        | ExprKind::TypeAssert { x, .. }
        | ExprKind::Binary { x, .. } => start(x),
        ExprKind::Call { fun, .. } => start(fun),
        ExprKind::Composite { typ: Some(t), .. } => start(t),
        ExprKind::Composite { lbrace, .. } => lbrace,
        _ => e.pos,
    }
}

impl Pass<'_, '_> {
    /// An expression's source text; what ends where syntax does not say is written anew.
    pub fn source(&self, e: &Expr<'_>) -> String {
        if let ExprKind::Binary { op, x, y, .. } = e.kind {
            return format!("{} {} {}", self.source(x), op.text(), self.source(y));
        }
        let from = start(e);
        let text = self.end(e).and_then(|end| {
            let file = self.c.map.file(from)?;
            file.text.get(file.offset(from)..file.offset(end))
        });
        text.map_or_else(|| self.c.expr_str(e), str::to_string)
    }

    /// The position after an expression.
    fn end(&self, e: &Expr<'_>) -> Option<Pos> {
        let closed = |p: Pos, with: char| {
            let file = self.c.map.file(p)?;
            let at = file.offset(p);
            Some(p.plus(file.text[at..].find(with)? as u32 + 1))
        };
        match e.kind {
            ExprKind::Ident(name) => Some(e.pos.plus(self.c.name(name).len() as u32)),
            ExprKind::Lit { text, .. } => Some(e.pos.plus(text.len() as u32)),
            ExprKind::Composite { rbrace, .. } => Some(rbrace.plus(1)),
            ExprKind::FuncLit { body, .. } => Some(body.rbrace.plus(1)),
            ExprKind::Paren(x) => closed(self.end(x)?, ')'),
            ExprKind::Selector { sel, .. } => {
                Some(sel.pos.plus(self.c.name(sel.name).len() as u32))
            }
            ExprKind::Index { rbrack, .. } | ExprKind::Slice { rbrack, .. } => Some(rbrack.plus(1)),
            ExprKind::TypeAssert { typ: Some(t), .. } => closed(self.end(t)?, ')'),
            ExprKind::Call { rparen, .. } => Some(rparen.plus(1)),
            ExprKind::Star(x) | ExprKind::Unary { x, .. } => self.end(x),
            ExprKind::Binary { y, .. } => self.end(y),
            _ => None,
        }
    }
}
