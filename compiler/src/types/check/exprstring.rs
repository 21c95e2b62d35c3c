//! Expressions as messages show them: the source again, with long parts left out.

use crate::arena::Interner;
use crate::syntax::ast::{
    ChanDir, Expr, ExprKind, FieldDecl, FuncType, InterfaceElem, Param, UnaryOp,
};
use crate::types::check::binary::op_str;

pub fn expr_string(names: &Interner<'_>, e: &Expr<'_>) -> String {
    let s = |e: &Expr<'_>| expr_string(names, e);
    let list = |es: &[&Expr<'_>]| es.iter().map(|e| s(e)).collect::<Vec<_>>().join(", ");
    match e.kind {
        ExprKind::Bad => "BadExpr".into(),
        ExprKind::Ident(n) => names.resolve(n).into(),
        ExprKind::Lit { text, .. } => text.into(),
        ExprKind::Paren(x) => format!("({})", s(x)),
        ExprKind::Selector { x, sel } => format!("{}.{}", s(x), names.resolve(sel.name)),
        ExprKind::Index { x, indices, .. } => format!("{}[{}]", s(x), list(indices)),
        ExprKind::Slice { x, lo, hi, max, .. } => {
            let o = |e: Option<&Expr<'_>>| e.map(s).unwrap_or_default();
            let max = max.map(|m| format!(":{}", s(m))).unwrap_or_default();
            format!("{}[{}:{}{max}]", s(x), o(lo), o(hi))
        }
        ExprKind::TypeAssert { x, typ } => {
            format!("{}.({})", s(x), typ.map_or("type".into(), s))
        }
        ExprKind::Call { fun, args, ellipsis, .. } => {
            format!("{}({}{})", s(fun), list(args), if ellipsis.is_some() { "..." } else { "" })
        }
        ExprKind::Star(x) => format!("*{}", s(x)),
        ExprKind::Unary { op, x } => {
            let op = match op {
                UnaryOp::Plus => "+",
                UnaryOp::Minus => "-",
                UnaryOp::Not => "!",
                UnaryOp::Complement => "^",
                UnaryOp::Address => "&",
                UnaryOp::Receive => "<-",
                UnaryOp::Tilde => "~",
            };
            format!("{op}{}", s(x))
        }
        ExprKind::Binary { op, x, y, .. } => format!("{} {} {}", s(x), op_str(op), s(y)),
        ExprKind::Composite { typ, elems, .. } => {
            let dots = if elems.is_empty() { "" } else { "…" };
            format!("{}{{{dots}}}", typ.map(s).unwrap_or_default())
        }
        ExprKind::FuncLit { typ, body } => {
            let dots = if body.stmts.is_empty() { "" } else { "…" };
            format!("func{} {{{dots}}}", signature(names, typ))
        }
        ExprKind::ArrayType { len, elem } => {
            format!("[{}]{}", len.map_or("...".into(), s), s(elem))
        }
        ExprKind::SliceType(x) => format!("[]{}", s(x)),
        ExprKind::StructType { fields, .. } => format!("struct{{{}}}", field_list(names, fields)),
        ExprKind::InterfaceType { elems, .. } => {
            let elem = |e: &InterfaceElem<'_>| match e {
                InterfaceElem::Method { name, typ } => {
                    format!("{}{}", names.resolve(name.name), signature(names, typ))
                }
                InterfaceElem::Embedded(x) => s(x),
            };
            format!("interface{{{}}}", elems.iter().map(elem).collect::<Vec<_>>().join("; "))
        }
        ExprKind::FuncType(f) => format!("func{}", signature(names, f)),
        ExprKind::MapType { key, elem } => format!("map[{}]{}", s(key), s(elem)),
        ExprKind::ChanType { dir, elem } => match dir {
            ChanDir::Send => format!("chan<- {}", s(elem)),
            ChanDir::Recv => format!("<-chan {}", s(elem)),
            ChanDir::Both => match elem.kind {
                ExprKind::ChanType { dir: ChanDir::Recv, .. } => format!("chan ({})", s(elem)),
                _ => format!("chan {}", s(elem)),
            },
        },
    }
}

fn field_list(names: &Interner<'_>, fields: &[&FieldDecl<'_>]) -> String {
    let mut out = String::new();
    for (i, f) in fields.iter().enumerate() {
        if !f.embedded {
            out.push_str(names.resolve(f.name.name));
            // Names of one group share their type.
            let shared =
                fields.get(i + 1).is_some_and(|g| !g.embedded && std::ptr::eq(g.typ, f.typ));
            if shared {
                out.push_str(", ");
                continue;
            }
            out.push(' ');
        }
        out.push_str(&expr_string(names, f.typ));
        if let Some((_, tag)) = f.tag {
            out.push(' ');
            out.push_str(tag);
        }
        if i + 1 < fields.len() {
            out.push_str("; ");
        }
    }
    out
}

fn params(names: &Interner<'_>, ps: &[&Param<'_>]) -> String {
    let mut out = String::new();
    for (i, p) in ps.iter().enumerate() {
        if i > 0 {
            out.push_str(", ");
        }
        if let Some(n) = p.name {
            out.push_str(names.resolve(n.name));
            // Names of one group share their type.
            let shared =
                ps.get(i + 1).is_some_and(|q| q.name.is_some() && std::ptr::eq(q.typ, p.typ));
            if shared {
                continue;
            }
            out.push(' ');
        }
        if p.ellipsis.is_some() {
            out.push_str("...");
        }
        out.push_str(&expr_string(names, p.typ));
    }
    out
}

fn signature(names: &Interner<'_>, f: &FuncType<'_>) -> String {
    let head = format!("({})", params(names, f.params));
    match f.results {
        [] => head,
        [p] if p.name.is_none() => format!("{head} {}", expr_string(names, p.typ)),
        rs => format!("{head} ({})", params(names, rs)),
    }
}
