//! Operands: an expression with what is known about it, and how messages describe it.

use crate::syntax::ast::Expr;
use crate::types::check::Checker;
use crate::types::constant::Value;
use crate::types::object::Builtin;
use crate::types::type_::{Basic, TypeId, TypeKind};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    Invalid,
    NoValue,
    Builtin(Builtin),
    TypeExpr,
    Constant,
    Variable,
    MapIndex,
    Value,
    Nil,
    /// A value that can also give an `ok`: receive, type assertion.
    CommaOk,
}

#[derive(Clone, Debug)]
pub struct Operand<'a> {
    pub mode: Mode,
    pub typ: TypeId,
    pub val: Value,
    pub expr: Option<&'a Expr<'a>>,
}

impl<'a> Operand<'a> {
    pub fn invalid() -> Operand<'a> {
        Operand { mode: Mode::Invalid, typ: TypeId::INVALID, val: Value::Unknown, expr: None }
    }
    pub fn value(typ: TypeId, expr: Option<&'a Expr<'a>>) -> Operand<'a> {
        Operand { mode: Mode::Value, typ, val: Value::Unknown, expr }
    }
    pub fn is_invalid(&self) -> bool {
        self.mode == Mode::Invalid
    }
    pub fn set_invalid(&mut self) {
        self.mode = Mode::Invalid;
        self.typ = TypeId::INVALID;
    }
    pub fn is_const(&self) -> bool {
        self.mode == Mode::Constant
    }
    pub fn is_nil(&self) -> bool {
        self.mode == Mode::Nil
    }
}

impl<'a> Checker<'a> {
    /// `x (variable of type int)`
    pub fn describe(&mut self, x: &Operand<'a>) -> String {
        if x.mode == Mode::Nil {
            return if self.types.kind(x.typ) == &TypeKind::Basic(Basic::UntypedNil) {
                "nil".into()
            } else {
                let t = self.type_str(x.typ);
                format!("nil (of type {t})")
            };
        }
        let expr = match (x.expr, x.mode) {
            (Some(e), _) => self.expr_str(e),
            (None, Mode::Builtin(b)) => b.name().into(),
            (None, Mode::TypeExpr) => self.type_str(x.typ),
            (None, Mode::Constant) => x.val.display(),
            _ => String::new(),
        };
        let mut out = String::new();
        if !expr.is_empty() {
            out.push_str(&expr);
            out.push_str(" (");
        }
        let mut has_type = false;
        match x.mode {
            Mode::Invalid | Mode::NoValue | Mode::Builtin(_) | Mode::TypeExpr => {}
            _ => {
                if let &TypeKind::Basic(b) = self.types.kind(x.typ)
                    && b.is_untyped()
                {
                    out.push_str(b.name());
                    out.push(' ');
                } else {
                    has_type = true;
                }
            }
        }
        out.push_str(match x.mode {
            Mode::Invalid => "invalid operand",
            Mode::NoValue => "no value",
            Mode::Builtin(_) => "built-in",
            Mode::TypeExpr => "type",
            Mode::Constant => "constant",
            Mode::Variable => "variable",
            Mode::MapIndex => "map index expression",
            Mode::Value => "value",
            Mode::Nil => "nil",
            Mode::CommaOk => "comma, ok expression",
        });
        if x.mode == Mode::Constant {
            let s = x.val.display();
            if s != expr {
                out.push(' ');
                out.push_str(&s);
            }
        }
        if has_type {
            if x.typ != TypeId::INVALID {
                let mut desc = String::new();
                if self.is_generic(x.typ) {
                    desc.push_str("generic ");
                }
                let tpar = self.types.as_tparam(x.typ);
                if tpar.is_none()
                    && matches!(self.types.raw_kind(x.typ), TypeKind::Named(_) | TypeKind::Alias(_))
                {
                    let kind = self.composite_kind(x.typ);
                    if !kind.is_empty() {
                        desc.push_str(kind);
                        desc.push(' ');
                    } else if let TypeKind::Basic(b) = self.types.under_kind(x.typ)
                        && !self.is_predeclared_alias(x.typ)
                        && matches!(
                            self.types.raw_kind(x.typ),
                            TypeKind::Named(_) | TypeKind::Alias(_)
                        )
                    {
                        let name = match b {
                            Basic::Uint8 | Basic::Int32 => {
                                let u = self.shown_under(x.typ);
                                self.type_str(u)
                            }
                            b => b.name().into(),
                        };
                        desc.push_str(&name);
                        desc.push(' ');
                    }
                }
                out.push_str(" of ");
                out.push_str(&desc);
                out.push_str("type ");
                let t = self.value_type_str(x);
                out.push_str(&t);
                if let Some(p) = tpar {
                    let c = self.types.tparam(p).constraint;
                    let c = self.type_str(c);
                    out.push_str(" constrained by ");
                    out.push_str(&c);
                }
                if self.has_empty_type_set(x.typ) {
                    out.push_str(" with empty type set");
                }
            } else {
                out.push_str(" with invalid type");
            }
        }
        if !expr.is_empty() {
            out.push(')');
        }
        out
    }

    /// The type of `x`; for the values of a call with the names of the results.
    fn value_type_str(&mut self, x: &Operand<'a>) -> String {
        let results = x
            .expr
            .filter(|_| matches!(self.types.kind(x.typ), TypeKind::Tuple(_)))
            .and_then(|e| match crate::types::check::expr::unparen(e).kind {
                crate::syntax::ast::ExprKind::Call { fun, .. } => self.info.exprs.get(&fun.id),
                _ => None,
            })
            .and_then(|f| match self.types.kind(f.typ) {
                TypeKind::Signature(s) => Some(crate::types::type_::Signature {
                    params: Box::default(),
                    names: s.names.get(s.params.len()..).unwrap_or(&[]).into(),
                    tparams: Box::default(),
                    ..(**s).clone()
                }),
                _ => None,
            });
        match results {
            Some(s) => {
                let t = self.types.signature(s);
                let text = self.type_str(t);
                text.strip_prefix("func() ").map_or(text.clone(), str::to_string)
            }
            None => self.type_str(x.typ),
        }
    }

    /// What sort of composite type `t` is, or the empty string.
    pub fn composite_kind(&mut self, t: TypeId) -> &'static str {
        match self.types.under_kind(t) {
            TypeKind::Array(..) => "array",
            TypeKind::Slice(_) => "slice",
            TypeKind::Struct(_) => "struct",
            TypeKind::Pointer(_) => "pointer",
            TypeKind::Signature(_) => "func",
            TypeKind::Interface(_) => "interface",
            TypeKind::Map(..) => "map",
            TypeKind::Chan(..) => "chan",
            TypeKind::Tuple(_) => "tuple",
            TypeKind::Union(_) => "union",
            _ => "",
        }
    }

    fn is_predeclared_alias(&self, t: TypeId) -> bool {
        matches!(self.types.raw_kind(t), TypeKind::Alias(a) if self.types.alias(*a).obj.is_none())
    }

    fn has_empty_type_set(&mut self, t: TypeId) -> bool {
        self.types.is_tparam(t) && self.types.type_set(t).is_some_and(|s| s.is_empty())
    }
}
