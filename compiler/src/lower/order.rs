//! The order of evaluation within a statement.
//!
//! The specification orders calls, receives and logical operations, and leaves open when variables
//! are read. gc reads them after all calls of the statement, and programs show it: so the calls in
//! a statement's operands are made first, in their order, and their values wait in `ready` until the
//! operand that needs them is evaluated. Nothing here may change how often something is evaluated.

use super::call::unparen;
use super::func::FuncLower;
use crate::Symbol;
use crate::syntax::ast::{BinaryOp, Expr, ExprKind, UnaryOp};
use crate::syntax::walk::{self, Node};
use crate::types::info::ExprMode;
use crate::types::object::Builtin;
use crate::types::type_::{TypeId, TypeKind};

impl<'a> FuncLower<'_, '_, 'a> {
    /// Makes the calls in operands that are evaluated after this, in the order given.
    pub fn calls_first(&mut self, operands: &[&'a Expr<'a>]) {
        if self.read_before_call(operands) {
            for e in operands {
                self.ready_in(e);
            }
        }
    }

    /// `calls_first` for a call: what it calls, and its arguments with the types they are passed as.
    pub fn calls_first_args(&mut self, f: &'a Expr<'a>, args: &[&'a Expr<'a>], params: &[TypeId]) {
        let all: Vec<&'a Expr<'a>> = std::iter::once(f).chain(args.iter().copied()).collect();
        if !self.read_before_call(&all) {
            return;
        }
        self.ready_in(f);
        for (k, e) in args.iter().enumerate() {
            self.ready_in(e);
            let param = params.get(k).or(params.last()).copied().unwrap_or(TypeId::INVALID);
            if self.copied_to_interface(e, param) {
                self.make_ready(e);
            }
        }
    }

    /// Whether gc copies an argument in its turn, to pass its address to the conversion. What has an
    /// address is not copied.
    fn copied_to_interface(&mut self, e: &'a Expr<'a>, param: TypeId) -> bool {
        if self.is_constant(e)
            || !matches!(self.l.under(param), TypeKind::Interface(_))
            || self.has_address(e)
        {
            return false;
        }
        let t = self.type_of(e);
        let by_value = match self.l.under(t) {
            TypeKind::Interface(_) | TypeKind::Slice(_) | TypeKind::Tuple(_) => true,
            TypeKind::Basic(b) => b.is_untyped() || b.is_string(),
            _ => false,
        };
        if by_value || self.l.layouts.is_direct(&mut self.l.c.types, t) {
            return false;
        }
        let rep = self.l.rep(t);
        let word = matches!(rep.size, 2 | 4 | 8) && rep.align == rep.size;
        !(word && rep.kinds().all(|k| !k.is_ptr()))
    }

    fn has_address(&mut self, e: &'a Expr<'a>) -> bool {
        match e.kind {
            ExprKind::Ident(_) | ExprKind::Star(_) => true,
            ExprKind::Paren(x) => self.has_address(x),
            ExprKind::Selector { x, .. } => {
                let t = self.type_of(x);
                !self.l.c.info.selections.contains_key(&e.id)
                    || matches!(self.l.under(t), TypeKind::Pointer(_))
                    || self.has_address(x)
            }
            ExprKind::Index { x, .. } => {
                let t = self.type_of(x);
                match self.l.under(t) {
                    TypeKind::Slice(_) | TypeKind::Pointer(_) => true,
                    TypeKind::Array(..) => self.has_address(x),
                    _ => false,
                }
            }
            _ => false,
        }
    }

    /// As `calls_first`, with operands that are assigned to before those that are read.
    pub fn calls_first_assign(&mut self, lhs: &[&'a Expr<'a>], rhs: &[&'a Expr<'a>]) {
        let all: Vec<&'a Expr<'a>> = lhs.iter().chain(rhs).copied().collect();
        if self.read_before_call(&all) {
            for e in lhs {
                self.ready_in_place(e);
            }
            for e in rhs {
                self.ready_in(e);
            }
        }
    }

    /// Whether something that a call can change or that can panic stands before a call.
    fn read_before_call(&mut self, operands: &[&'a Expr<'a>]) -> bool {
        let (mut read, mut found) = (false, false);
        for &e in operands {
            walk::expr(e, &mut |n| {
                let Node::Expr(e) = n else { return false };
                if found || self.is_constant(e) {
                    return false;
                }
                match e.kind {
                    ExprKind::FuncLit { .. } => false,
                    ExprKind::Ident(_) => {
                        read |= self.can_change(e);
                        false
                    }
                    ExprKind::Call { fun, .. } => {
                        if self.is_conversion(fun) {
                            return true;
                        }
                        // Its own operands are put in order when it is made.
                        found |= read;
                        false
                    }
                    ExprKind::Unary { op: UnaryOp::Receive, .. } => {
                        found |= read;
                        false
                    }
                    ExprKind::Star(_)
                    | ExprKind::Index { .. }
                    | ExprKind::Binary {
                        op: BinaryOp::Div | BinaryOp::Rem | BinaryOp::Shl | BinaryOp::Shr,
                        ..
                    } => {
                        read = true;
                        true
                    }
                    ExprKind::Selector { .. } => {
                        read |= self.l.c.info.selections.contains_key(&e.id);
                        true
                    }
                    _ => true,
                }
            });
        }
        found
    }

    fn is_constant(&self, e: &Expr<'a>) -> bool {
        self.l.c.info.exprs.get(&e.id).is_some_and(|tv| tv.mode == ExprMode::Constant)
    }

    fn is_conversion(&self, fun: &'a Expr<'a>) -> bool {
        let f = unparen(fun);
        self.l.c.info.exprs.get(&f.id).is_some_and(|tv| tv.mode == ExprMode::Type)
    }

    /// A variable that a call can assign to.
    fn can_change(&mut self, e: &Expr<'a>) -> bool {
        let Some(obj) = self.obj_of(e.id) else { return false };
        let Some(v) = self.l.c.objs.var(obj) else { return false };
        v.is_global || self.in_memory(obj)
    }

    /// Evaluates the calls below an expression that is assigned to, but not the place itself.
    fn ready_in_place(&mut self, e: &'a Expr<'a>) {
        match e.kind {
            ExprKind::Paren(x) => self.ready_in_place(x),
            ExprKind::Index { x, indices, .. } => {
                self.ready_in(x);
                indices.iter().for_each(|i| self.ready_in(i));
            }
            _ => self.ready_in(e),
        }
    }

    fn ready_in(&mut self, e: &'a Expr<'a>) {
        if self.is_constant(e) {
            return;
        }
        match e.kind {
            ExprKind::Paren(x) | ExprKind::Star(x) => self.ready_in(x),
            ExprKind::Unary { op: UnaryOp::Receive, .. } => self.make_ready(e),
            ExprKind::Unary { op: UnaryOp::Address, x } => self.ready_in_place(x),
            ExprKind::Unary { x, .. } => self.ready_in(x),
            ExprKind::Binary { op: BinaryOp::LogicalAnd | BinaryOp::LogicalOr, .. } => {
                // Its right side is evaluated or not; the whole comes in its turn.
                self.make_ready_whole(e);
            }
            ExprKind::Binary { x, y, .. } => {
                self.ready_in(x);
                self.ready_in(y);
            }
            ExprKind::Selector { x, .. } => {
                let is_type =
                    self.l.c.info.exprs.get(&x.id).is_some_and(|tv| tv.mode == ExprMode::Type);
                if !is_type && self.l.c.info.selections.contains_key(&e.id) {
                    self.ready_in(x);
                }
            }
            ExprKind::Index { x, indices, .. } => {
                let t = self.type_of(x);
                match self.l.under(t) {
                    TypeKind::Signature(_) => {}
                    TypeKind::Map(..) => self.make_ready(e),
                    _ => {
                        self.ready_in(x);
                        indices.iter().for_each(|i| self.ready_in(i));
                    }
                }
            }
            ExprKind::Slice { .. } | ExprKind::TypeAssert { .. } => self.make_ready_whole(e),
            ExprKind::Composite { elems, .. } => {
                let t = self.type_of(e);
                if matches!(self.l.under(t), TypeKind::Map(..)) {
                    // Its entries are set one after the other; the whole comes in its turn.
                    return self.make_ready_whole(e);
                }
                for el in elems {
                    if let Some(k) = el.key
                        && !matches!(k.kind, ExprKind::Ident(_))
                    {
                        self.ready_in(k);
                    }
                    // A literal without a type is evaluated with that of its element.
                    self.ready_in(el.value);
                }
            }
            ExprKind::Call { fun, args, .. } => {
                let f = unparen(fun);
                if self.is_conversion(f) {
                    return args.iter().for_each(|a| self.ready_in(a));
                }
                let builtin = match self.l.c.info.exprs.get(&f.id).map(|tv| tv.mode) {
                    Some(ExprMode::Builtin(b)) => Some(b),
                    _ => self.builtin_of(f),
                };
                match builtin {
                    Some(
                        Builtin::Len
                        | Builtin::Cap
                        | Builtin::Real
                        | Builtin::Imag
                        | Builtin::Complex,
                    ) if args.len() != 1 || !self.is_tuple(args) => {
                        args.iter().for_each(|a| self.ready_in(a));
                    }
                    _ => self.make_ready(e),
                }
            }
            _ => {}
        }
    }

    /// An expression that is evaluated in its turn when there is a call in it.
    fn make_ready_whole(&mut self, e: &'a Expr<'a>) {
        if has_call(e) {
            self.make_ready(e);
        }
    }

    fn make_ready(&mut self, e: &'a Expr<'a>) {
        let site = self.b.site;
        let v = self.expr(e);
        self.b.site = site;
        self.ready.insert(e.id, v);
    }
}

/// Whether evaluating an expression calls or receives something (function literals in it are not
/// evaluated any further).
pub fn has_call<'a>(e: &'a Expr<'a>) -> bool {
    let mut found = false;
    walk::expr(e, &mut |n| {
        if let Node::Expr(x) = n {
            found |= matches!(
                x.kind,
                ExprKind::Call { .. } | ExprKind::Unary { op: UnaryOp::Receive, .. }
            );
            return !matches!(x.kind, ExprKind::FuncLit { .. });
        }
        false
    });
    found
}

/// `_`
pub fn is_blank(e: &Expr<'_>) -> bool {
    matches!(e.kind, ExprKind::Ident(n) if n == Symbol::BLANK)
}
