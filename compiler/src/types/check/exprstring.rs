//! Expressions as messages show them: the source again, with long parts left out.

use crate::arena::Interner;
use crate::syntax::ast::{
    ChanDir, Expr, ExprKind, FieldDecl, FuncType, InterfaceElem, Param, UnaryOp,
};

pub fn expr_string(names: &Interner<'_>, e: &Expr<'_>) -> String {
    let mut text = Text { names, out: String::new() };
    text.expr(e);
    text.out
}

/// One text that all parts are added to, so that it takes time linear in its length.
struct Text<'t, 'a> {
    names: &'t Interner<'a>,
    out: String,
}

impl Text<'_, '_> {
    fn put(&mut self, s: &str) {
        self.out.push_str(s);
    }

    fn name(&mut self, s: crate::Symbol) {
        self.out.push_str(self.names.resolve(s));
    }

    fn list(&mut self, es: &[&Expr<'_>]) {
        for (i, e) in es.iter().enumerate() {
            if i > 0 {
                self.put(", ");
            }
            self.expr(e);
        }
    }

    fn expr(&mut self, e: &Expr<'_>) {
        match e.kind {
            ExprKind::Bad => self.put("BadExpr"),
            ExprKind::Ident(n) => self.name(n),
            ExprKind::Lit { text, .. } => self.put(text),
            ExprKind::Paren(x) => {
                self.put("(");
                self.expr(x);
                self.put(")");
            }
            ExprKind::Selector { x, sel } => {
                self.expr(x);
                self.put(".");
                self.name(sel.name);
            }
            ExprKind::Index { x, indices, .. } => {
                self.expr(x);
                self.put("[");
                self.list(indices);
                self.put("]");
            }
            ExprKind::Slice { x, lo, hi, max, .. } => {
                self.expr(x);
                self.put("[");
                lo.iter().for_each(|e| self.expr(e));
                self.put(":");
                hi.iter().for_each(|e| self.expr(e));
                if let Some(m) = max {
                    self.put(":");
                    self.expr(m);
                }
                self.put("]");
            }
            ExprKind::TypeAssert { x, typ } => {
                self.expr(x);
                self.put(".(");
                match typ {
                    Some(t) => self.expr(t),
                    None => self.put("type"),
                }
                self.put(")");
            }
            ExprKind::Call { fun, args, ellipsis, .. } => {
                self.expr(fun);
                self.put("(");
                self.list(args);
                self.put(if ellipsis.is_some() { "...)" } else { ")" });
            }
            ExprKind::Star(x) => {
                self.put("*");
                self.expr(x);
            }
            ExprKind::Unary { op, x } => {
                self.put(match op {
                    UnaryOp::Plus => "+",
                    UnaryOp::Minus => "-",
                    UnaryOp::Not => "!",
                    UnaryOp::Complement => "^",
                    UnaryOp::Address => "&",
                    UnaryOp::Receive => "<-",
                    UnaryOp::Tilde => "~",
                });
                self.expr(x);
            }
            ExprKind::Binary { op, x, y, .. } => {
                self.expr(x);
                self.put(" ");
                self.put(op.text());
                self.put(" ");
                self.expr(y);
            }
            ExprKind::Composite { typ, elems, .. } => {
                typ.iter().for_each(|t| self.expr(t));
                self.put(if elems.is_empty() { "{}" } else { "{…}" });
            }
            ExprKind::FuncLit { typ, body } => {
                self.put("func");
                self.signature(typ);
                self.put(if body.stmts.is_empty() { " {}" } else { " {…}" });
            }
            ExprKind::ArrayType { len, elem } => {
                self.put("[");
                match len {
                    Some(n) => self.expr(n),
                    None => self.put("..."),
                }
                self.put("]");
                self.expr(elem);
            }
            ExprKind::SliceType(x) => {
                self.put("[]");
                self.expr(x);
            }
            ExprKind::StructType { fields, .. } => {
                self.put("struct{");
                self.fields(fields);
                self.put("}");
            }
            ExprKind::InterfaceType { elems, .. } => {
                self.put("interface{");
                for (i, elem) in elems.iter().enumerate() {
                    if i > 0 {
                        self.put("; ");
                    }
                    match elem {
                        InterfaceElem::Method { name, typ } => {
                            self.name(name.name);
                            self.signature(typ);
                        }
                        InterfaceElem::Embedded(x) => self.expr(x),
                    }
                }
                self.put("}");
            }
            ExprKind::FuncType(f) => {
                self.put("func");
                self.signature(f);
            }
            ExprKind::MapType { key, elem } => {
                self.put("map[");
                self.expr(key);
                self.put("]");
                self.expr(elem);
            }
            ExprKind::ChanType { dir, elem } => {
                self.put(match dir {
                    ChanDir::Send => "chan<- ",
                    ChanDir::Recv => "<-chan ",
                    ChanDir::Both => "chan ",
                });
                let receives = matches!(elem.kind, ExprKind::ChanType { dir: ChanDir::Recv, .. });
                let parens = dir == ChanDir::Both && receives;
                self.put(if parens { "(" } else { "" });
                self.expr(elem);
                self.put(if parens { ")" } else { "" });
            }
        }
    }

    fn fields(&mut self, fields: &[&FieldDecl<'_>]) {
        for (i, f) in fields.iter().enumerate() {
            if !f.embedded {
                self.name(f.name.name);
                // Names of one group share their type.
                let shared =
                    fields.get(i + 1).is_some_and(|g| !g.embedded && std::ptr::eq(g.typ, f.typ));
                if shared {
                    self.put(", ");
                    continue;
                }
                self.put(" ");
            }
            self.expr(f.typ);
            if let Some((_, tag)) = f.tag {
                self.put(" ");
                self.put(tag);
            }
            if i + 1 < fields.len() {
                self.put("; ");
            }
        }
    }

    fn params(&mut self, ps: &[&Param<'_>]) {
        for (i, p) in ps.iter().enumerate() {
            if i > 0 {
                self.put(", ");
            }
            if let Some(n) = p.name {
                self.name(n.name);
                // Names of one group share their type.
                let shared =
                    ps.get(i + 1).is_some_and(|q| q.name.is_some() && std::ptr::eq(q.typ, p.typ));
                if shared {
                    continue;
                }
                self.put(" ");
            }
            if p.ellipsis.is_some() {
                self.put("...");
            }
            self.expr(p.typ);
        }
    }

    fn signature(&mut self, f: &FuncType<'_>) {
        self.put("(");
        self.params(f.params);
        self.put(")");
        match f.results {
            [] => {}
            [p] if p.name.is_none() => {
                self.put(" ");
                self.expr(p.typ);
            }
            rs => {
                self.put(" (");
                self.params(rs);
                self.put(")");
            }
        }
    }
}
