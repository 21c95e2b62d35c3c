//! `for … range`.

use super::Checker;
use super::operand::Operand;
use crate::syntax::Symbol;
use crate::syntax::ast::{Expr, ExprKind, Ident, RangeStmt};
use crate::types::type_::{ChanDir, TypeId, TypeKind};

/// What a range expression gives: key and value types, how many there may be.
struct Ranged {
    key: Option<TypeId>,
    value: Option<TypeId>,
    is_int: bool,
}

impl<'a> Checker<'a> {
    pub(super) fn range_stmt(&mut self, r: &'a RangeStmt<'a>) {
        self.in_scope(|c| {
            let mut x = c.expr(r.x);
            let mut ranged = None;
            if !x.is_invalid() {
                match c.ranged(&x) {
                    Ok(k) => {
                        let max = k.key.is_some() as usize + k.value.is_some() as usize;
                        if let Some(extra) = r.extra {
                            c.error(extra.pos, "range clause permits at most two iteration variables");
                        } else if let Some(v) = r.value.filter(|_| max < 2) {
                            let d = c.describe(&x);
                            let n = if max == 0 { "no iteration variables" } else { "only one iteration variable" };
                            c.error(v.pos, format!("range over {d} permits {n}"));
                        } else if let Some(v) = r.key.filter(|_| max < 1) {
                            let d = c.describe(&x);
                            c.error(v.pos, format!("range over {d} permits no iteration variables"));
                        }
                        ranged = Some(k);
                    }
                    Err(why) => {
                        let d = c.describe(&x);
                        let why = if why.is_empty() { why } else { format!(": {why}") };
                        c.error(r.x.pos, format!("cannot range over {d}{why}"));
                        x.set_invalid();
                    }
                }
            }
            let is_int = ranged.as_ref().is_some_and(|k| k.is_int);
            let types = [ranged.as_ref().and_then(|k| k.key), ranged.as_ref().and_then(|k| k.value)];
            if r.define {
                let mut made = Vec::new();
                for (l, t) in [r.key, r.value].into_iter().zip(types) {
                    let Some(l) = l else { continue };
                    let ExprKind::Ident(name) = l.kind else {
                        let s = c.expr_str(l);
                        c.error(l.pos, format!("non-name {s} on left side of :="));
                        continue;
                    };
                    let ident = Ident { id: l.id, pos: l.pos, name };
                    let obj = c.new_local(ident, TypeId::INVALID);
                    match t {
                        Some(_) if is_int => {
                            // The variable takes the default type of an untyped bound.
                            c.assignment(&mut x, None, "range clause");
                            c.objs[obj].typ = x.typ;
                        }
                        Some(t) => c.objs[obj].typ = t,
                        None => {
                            if let Some(v) = c.objs.var_mut(obj) {
                                v.used = true;
                            }
                        }
                    }
                    made.push((ident, obj));
                }
                if let Some(scope) = c.env.scope {
                    for (ident, obj) in made {
                        if ident.name == Symbol::BLANK {
                            c.info.defs.insert(ident.id, obj);
                            continue;
                        }
                        c.declare(scope, ident, obj);
                    }
                }
            } else {
                for (l, t) in [r.key, r.value].into_iter().zip(types) {
                    let Some(l) = l else { continue };
                    c.range_target(l, t, is_int, &mut x);
                }
            }
            if is_int && !x.is_invalid() && c.is_untyped(x.typ) {
                c.assignment(&mut x, None, "range clause");
            }
            c.in_scope(|c| c.block_stmts(r.body.stmts));
        });
    }

    /// `for l = range …`
    fn range_target(&mut self, l: &'a Expr<'a>, t: Option<TypeId>, is_int: bool, x: &mut Operand<'a>) {
        let Ok(target) = self.left_side(l) else { return };
        let Some(t) = t else { return };
        if is_int {
            self.assignment(x, target, "range clause");
            return;
        }
        if target.is_some() {
            let mut v = Operand::value(t, Some(l));
            self.assignment(&mut v, target, "assignment");
        }
    }

    fn ranged(&mut self, x: &Operand<'a>) -> Result<Ranged, String> {
        let one = |key, value| Ok(Ranged { key, value, is_int: false });
        let Some(u) = self.core_string(x.typ) else { return Err("no core type".into()) };
        match self.under_kind(u) {
            TypeKind::Basic(b) if b.is_string() => {
                let rune = self.universe.rune;
                one(Some(TypeId::INT), Some(rune))
            }
            TypeKind::Basic(b) if b.is_integer() => Ok(Ranged { key: Some(x.typ), value: None, is_int: true }),
            TypeKind::Basic(b) if b.is_untyped() && x.val.to_int().is_some() && x.is_const() => {
                Ok(Ranged { key: Some(x.typ), value: None, is_int: true })
            }
            TypeKind::Array(_, e) | TypeKind::Slice(e) => one(Some(TypeId::INT), Some(e)),
            TypeKind::Pointer(p) => match self.under_kind(p) {
                TypeKind::Array(_, e) => one(Some(TypeId::INT), Some(e)),
                _ => Err(String::new()),
            },
            TypeKind::Map(k, v) => one(Some(k), Some(v)),
            TypeKind::Chan(ChanDir::Send, _) => Err("receive from send-only channel".into()),
            TypeKind::Chan(_, e) => one(Some(e), None),
            TypeKind::Signature(sig) => {
                if sig.params.len() != 1 {
                    return Err("func must be func(yield func(...) bool): wrong argument count".into());
                }
                if !sig.results.is_empty() {
                    return Err("func must be func(yield func(...) bool): unexpected result(s)".into());
                }
                let TypeKind::Signature(y) = self.under_kind(sig.params[0]) else {
                    return Err("func must be func(yield func(...) bool): argument is not func".into());
                };
                if y.results.len() != 1 || !self.is_boolean(y.results[0]) {
                    return Err("func must be func(yield func(...) bool): yield func does not return bool".into());
                }
                if y.params.len() > 2 {
                    return Err("func must be func(yield func(...) bool): yield func has too many parameters".into());
                }
                Ok(Ranged { key: y.params.first().copied(), value: y.params.get(1).copied(), is_int: false })
            }
            _ => Err(String::new()),
        }
    }
}
