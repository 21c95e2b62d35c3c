//! Expressions as gc's messages print them.

use std::fmt::Write;

use super::ast::{ChanDir, Expr, ExprKind, FuncType, InterfaceElem, Param, UnaryOp};
use crate::arena::Interner;

pub fn expr_string(names: &Interner<'_>, e: &Expr<'_>) -> String {
    let mut p = Printer { names, out: String::new() };
    p.expr(e);
    p.out
}

struct Printer<'p, 'a> {
    names: &'p Interner<'a>,
    out: String,
}

impl Printer<'_, '_> {
    fn list(&mut self, es: &[&Expr<'_>]) {
        for (i, e) in es.iter().enumerate() {
            if i > 0 {
                self.out.push_str(", ");
            }
            self.expr(e);
        }
    }

    fn name(&mut self, s: crate::Symbol) {
        self.out.push_str(self.names.resolve(s));
    }

    fn expr(&mut self, e: &Expr<'_>) {
        match e.kind {
            ExprKind::Bad => self.out.push_str("<bad expr>"),
            ExprKind::Ident(n) => self.name(n),
            ExprKind::Lit { text, .. } => self.out.push_str(text),
            ExprKind::Composite { typ, elems, .. } => {
                if let Some(t) = typ {
                    self.expr(t);
                }
                self.out.push_str(if elems.is_empty() { "{}" } else { "{…}" });
            }
            ExprKind::FuncLit { typ, body } => {
                self.out.push_str("func");
                self.signature(typ);
                self.out.push_str(if body.stmts.is_empty() { " {}" } else { " {…}" });
            }
            ExprKind::Paren(x) => {
                self.out.push('(');
                self.expr(x);
                self.out.push(')');
            }
            ExprKind::Selector { x, sel } => {
                self.expr(x);
                self.out.push('.');
                self.name(sel.name);
            }
            ExprKind::Index { x, indices, .. } => {
                self.expr(x);
                self.out.push('[');
                self.list(indices);
                self.out.push(']');
            }
            ExprKind::Slice { x, lo, hi, max, three, .. } => {
                self.expr(x);
                self.out.push('[');
                for (i, part) in [lo, hi, max].into_iter().enumerate() {
                    if i == 1 || i == 2 && three {
                        self.out.push(':');
                    }
                    if let Some(p) = part {
                        self.expr(p);
                    }
                }
                self.out.push(']');
            }
            ExprKind::TypeAssert { x, typ } => {
                self.expr(x);
                self.out.push_str(".(");
                match typ {
                    Some(t) => self.expr(t),
                    None => self.out.push_str("type"),
                }
                self.out.push(')');
            }
            ExprKind::Call { fun, args, ellipsis, .. } => {
                self.expr(fun);
                self.out.push('(');
                self.list(args);
                if ellipsis.is_some() {
                    self.out.push_str("...");
                }
                self.out.push(')');
            }
            ExprKind::Star(x) => {
                self.out.push('*');
                self.expr(x);
            }
            ExprKind::Unary { op, x } => {
                self.out.push_str(match op {
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
                let _ = write!(self.out, " {} ", op.text());
                self.expr(y);
            }
            ExprKind::ArrayType { len, elem } => {
                self.out.push('[');
                match len {
                    Some(n) => self.expr(n),
                    None => self.out.push_str("..."),
                }
                self.out.push(']');
                self.expr(elem);
            }
            ExprKind::SliceType(x) => {
                self.out.push_str("[]");
                self.expr(x);
            }
            ExprKind::StructType { fields, .. } => {
                self.out.push_str("struct{");
                for (i, f) in fields.iter().enumerate() {
                    if i > 0 {
                        self.out.push_str("; ");
                    }
                    if !f.embedded {
                        self.name(f.name.name);
                        self.out.push(' ');
                    }
                    self.expr(f.typ);
                }
                self.out.push('}');
            }
            ExprKind::FuncType(f) => {
                self.out.push_str("func");
                self.signature(f);
            }
            ExprKind::InterfaceType { elems, .. } => {
                self.out.push_str("interface{");
                for (i, el) in elems.iter().enumerate() {
                    if i > 0 {
                        self.out.push_str("; ");
                    }
                    match *el {
                        InterfaceElem::Method { name, typ } => {
                            self.name(name.name);
                            self.signature(typ);
                        }
                        InterfaceElem::Embedded(x) => self.expr(x),
                    }
                }
                self.out.push('}');
            }
            ExprKind::MapType { key, elem } => {
                self.out.push_str("map[");
                self.expr(key);
                self.out.push(']');
                self.expr(elem);
            }
            ExprKind::ChanType { dir, elem } => {
                self.out.push_str(match dir {
                    ChanDir::Both => "chan ",
                    ChanDir::Send => "chan<- ",
                    ChanDir::Recv => "<-chan ",
                });
                self.expr(elem);
            }
        }
    }

    fn params(&mut self, ps: &[&Param<'_>]) {
        for (i, p) in ps.iter().enumerate() {
            if i > 0 {
                self.out.push_str(", ");
            }
            if let Some(n) = p.name {
                self.name(n.name);
                if ps.get(i + 1).is_some_and(|q| q.name.is_some() && std::ptr::eq(q.typ, p.typ)) {
                    continue;
                }
                self.out.push(' ');
            }
            if p.ellipsis.is_some() {
                self.out.push_str("...");
            }
            self.expr(p.typ);
        }
    }

    fn signature(&mut self, f: &FuncType<'_>) {
        self.out.push('(');
        self.params(f.params);
        self.out.push(')');
        match f.results {
            [] => {}
            [r] if r.name.is_none() => {
                self.out.push(' ');
                self.expr(r.typ);
            }
            rs => {
                self.out.push_str(" (");
                self.params(rs);
                self.out.push(')');
            }
        }
    }
}
