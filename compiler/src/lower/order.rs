//! The order of evaluation within a statement.
//!
//! The specification orders calls, receives and logical operations, and leaves open when variables
//! are read. gc reads them after all calls of the statement, and programs show it: so the calls in
//! a statement's operands are made first, in their order, and their values wait in `ready` until the
//! operand that needs them is evaluated. Nothing here may change how often something is evaluated.

use super::call::unparen;
use super::func::FuncLower;
use crate::Symbol;
use crate::syntax::ast::{BinaryOp, Element, Expr, ExprKind, UnaryOp};
use crate::syntax::walk::{self, Node};
use crate::types::info::ExprMode;
use crate::types::type_::{TypeId, TypeKind};

/// What happens while operands are evaluated in their order.
#[derive(Clone, Copy, Default)]
pub struct Reads {
    /// Something is read that a call can change, or can panic.
    read: bool,
    call: bool,
    /// A call comes after such a read.
    before_call: bool,
}

impl Reads {
    fn then(&mut self, next: Reads) {
        self.before_call |= next.before_call || self.read && next.call;
        self.read |= next.read;
        self.call |= next.call;
    }
}

impl<'a> FuncLower<'_, '_, 'a> {
    /// Makes the calls in operands that are evaluated after this, in the order given.
    pub fn calls_first(&mut self, operands: &[&'a Expr<'a>]) {
        self.calls_first_to(operands, &[]);
    }

    /// `calls_first` for values of these types (`INVALID`, or none: of their own).
    pub fn calls_first_to(&mut self, operands: &[&'a Expr<'a>], to: &[TypeId]) {
        if self.read_before_call(operands) {
            for (k, e) in operands.iter().enumerate() {
                self.ready_as(e, to.get(k).copied().unwrap_or(TypeId::INVALID));
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
            let param = params.get(k).or(params.last()).copied().unwrap_or(TypeId::INVALID);
            self.ready_as(e, param);
        }
    }

    /// `ready_in` for a value of another type.
    fn ready_as(&mut self, e: &'a Expr<'a>, to: TypeId) {
        let to = self.subst(to);
        self.ready_in(e);
        if self.copied_to_interface(e, to) {
            self.make_ready(e);
        }
    }

    /// What gc passes by address is copied in its turn when it has none. Its calls are made already.
    fn ready_by_address(&mut self, e: &'a Expr<'a>) {
        if !self.is_constant(e) && !self.has_address(e) {
            self.make_ready(e);
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
            self.ready_each(lhs, rhs);
        }
    }

    fn ready_each(&mut self, lhs: &[&'a Expr<'a>], rhs: &[&'a Expr<'a>]) {
        for (k, e) in rhs.iter().enumerate() {
            match lhs.get(k) {
                Some(l) if lhs.len() == rhs.len() && !is_blank(l) => {
                    let to = self.type_of(l);
                    self.ready_as(e, to);
                }
                _ => self.ready_in(e),
            }
        }
    }

    /// Whether something that a call can change or that can panic stands before a call.
    fn read_before_call(&mut self, operands: &[&'a Expr<'a>]) -> bool {
        let mut all = Reads::default();
        for &e in operands {
            let part = self.reads(e);
            all.then(part);
        }
        all.before_call
    }

    fn reads(&mut self, e: &'a Expr<'a>) -> Reads {
        let mut all = Reads::default();
        walk::expr(e, &mut |n| {
            let Node::Expr(e) = n else { return false };
            if all.before_call || self.is_constant(e) {
                return false;
            }
            match e.kind {
                ExprKind::FuncLit { .. } => false,
                ExprKind::Ident(_) => {
                    all.read |= self.can_change(e);
                    false
                }
                ExprKind::Call { fun, args, .. } => {
                    if self.is_conversion(fun) {
                        // Of a slice to a string or an array: its elements are read.
                        let from = args.first().map(|a| self.type_of(a));
                        all.read |=
                            from.is_some_and(|t| matches!(self.l.under(t), TypeKind::Slice(_)));
                        return true;
                    }
                    // Its own operands are put in order when it is made.
                    all.then(Reads { call: true, ..Reads::default() });
                    false
                }
                ExprKind::Unary { op: UnaryOp::Receive, .. } => {
                    all.then(Reads { call: true, ..Reads::default() });
                    false
                }
                ExprKind::Composite { elems, .. } => {
                    all.then(self.reads_of_literal(e, elems));
                    false
                }
                ExprKind::Star(_)
                | ExprKind::Index { .. }
                | ExprKind::Binary {
                    op: BinaryOp::Div | BinaryOp::Rem | BinaryOp::Shl | BinaryOp::Shr,
                    ..
                } => {
                    all.read = true;
                    true
                }
                ExprKind::Selector { .. } => {
                    all.read |= self.l.c.info.selections.contains_key(&e.id);
                    true
                }
                _ => true,
            }
        });
        all
    }

    /// Kept, as the literals in a literal are looked at again when it is their turn.
    fn reads_of_literal(&mut self, e: &'a Expr<'a>, elems: &'a [Element<'a>]) -> Reads {
        if let Some(&known) = self.literal_reads.get(&e.id) {
            return known;
        }
        let mut all = Reads::default();
        for el in elems {
            for x in el.key.into_iter().chain([el.value]) {
                let part = self.reads(x);
                all.then(part);
            }
        }
        self.literal_reads.insert(e.id, all);
        all
    }

    pub fn is_constant(&self, e: &Expr<'a>) -> bool {
        self.l.c.info.exprs.get(&e.id).is_some_and(|tv| tv.mode == ExprMode::Constant)
    }

    pub fn is_conversion(&self, fun: &'a Expr<'a>) -> bool {
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
    pub fn ready_in_place(&mut self, e: &'a Expr<'a>) {
        match e.kind {
            ExprKind::Paren(x) => self.ready_in_place(x),
            ExprKind::Index { x, indices, .. } => {
                self.ready_in(x);
                indices.iter().for_each(|i| self.ready_in(i));
                let t = self.type_of(x);
                if let TypeKind::Map(k, v) = self.l.under(t)
                    && !self.is_fast_map(k, v)
                    && !self.is_constant(indices[0])
                {
                    self.make_ready(indices[0]);
                }
            }
            _ => self.ready_in(e),
        }
    }

    fn ready_in(&mut self, e: &'a Expr<'a>) {
        if self.is_constant(e) || self.ready.contains_key(&e.id) {
            return;
        }
        match e.kind {
            ExprKind::Paren(x) | ExprKind::Star(x) => self.ready_in(x),
            ExprKind::Unary { op: UnaryOp::Receive, .. } => self.make_ready(e),
            ExprKind::Unary { op: UnaryOp::Address, x } => self.ready_in_place(x),
            ExprKind::Unary { x, .. } => self.ready_in(x),
            ExprKind::Binary { op: BinaryOp::LogicalAnd | BinaryOp::LogicalOr, .. } => {
                // Its right side is evaluated or not; the whole comes in its turn.
                self.make_ready(e);
            }
            ExprKind::Binary { op: BinaryOp::Eq | BinaryOp::Ne, x, y, .. } => {
                let (tx, ty) = (self.type_of(x), self.type_of(y));
                let aggregate = |t| matches!(t, TypeKind::Struct(_) | TypeKind::Array(..));
                if aggregate(self.l.under(tx)) && aggregate(self.l.under(ty)) {
                    self.ready_in(x);
                    self.ready_in(y);
                    self.ready_by_address(x);
                    self.ready_by_address(y);
                } else {
                    self.ready_as(x, ty);
                    self.ready_as(y, tx);
                }
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
                    TypeKind::Map(k, v) => {
                        self.ready_in(x);
                        // The element itself is read after all calls.
                        if self.is_fast_map(k, v) {
                            self.ready_in(indices[0]);
                        } else {
                            self.ready_as(indices[0], k);
                            self.ready_by_address(indices[0]);
                        }
                    }
                    _ => {
                        self.ready_in(x);
                        indices.iter().for_each(|i| self.ready_in(i));
                    }
                }
            }
            // gc evaluates these in their turn, as it does calls.
            ExprKind::Slice { x, lo, hi, max, .. } => {
                let t = self.type_of(x);
                if matches!(self.l.under(t), TypeKind::Array(..)) {
                    self.ready_in_place(x);
                } else {
                    self.ready_in(x);
                }
                for i in [lo, hi, max].into_iter().flatten() {
                    self.ready_in(i);
                    if !self.is_constant(i) && !matches!(unparen(i).kind, ExprKind::Ident(_)) {
                        self.make_ready(i);
                    }
                }
                self.make_ready(e);
            }
            ExprKind::TypeAssert { x, .. } => {
                self.ready_in(x);
                self.make_ready(e);
            }
            ExprKind::Composite { elems, .. } => {
                let t = self.type_of(e);
                if matches!(self.l.under(t), TypeKind::Map(..)) {
                    // Its entries are set one after the other; the whole comes in its turn.
                    return self.make_ready(e);
                }
                // A literal without a type is evaluated with that of its element.
                for (n, el) in elems.iter().enumerate() {
                    let to = self.element_type(t, n, el);
                    self.ready_as(el.value, to);
                }
            }
            ExprKind::Call { fun, args, .. } => {
                let f = unparen(fun);
                if self.is_conversion(f) {
                    if self.converts_text(e, args) {
                        args.iter().for_each(|a| self.ready_in(a));
                        return self.make_ready(e);
                    }
                    let to = self.type_of(e);
                    return args.iter().for_each(|a| self.ready_as(a, to));
                }
                // Built-in functions too, `len` and `real` among them.
                self.make_ready(e);
            }
            _ => {}
        }
    }

    /// The type that an element of a literal of type `t` gets; `INVALID` for a promoted field.
    fn element_type(&mut self, t: TypeId, n: usize, el: &Element<'a>) -> TypeId {
        match self.l.under(t) {
            TypeKind::Slice(elem) | TypeKind::Array(_, elem) => elem,
            TypeKind::Pointer(base) => {
                let base = self.subst(base);
                self.element_type(base, n, el)
            }
            TypeKind::Struct(fields) => match el.key.map(|k| k.kind) {
                Some(ExprKind::Ident(name)) => {
                    fields.iter().find(|f| f.name == name).map_or(TypeId::INVALID, |f| f.typ)
                }
                _ => fields.get(n).map_or(TypeId::INVALID, |f| f.typ),
            },
            _ => TypeId::INVALID,
        }
    }

    /// A conversion from a string to a slice, which gc makes in its turn as it does calls; the other
    /// way round it is put off as what is around it.
    fn converts_text(&mut self, e: &'a Expr<'a>, args: &[&'a Expr<'a>]) -> bool {
        let [arg] = args else { return false };
        let (to, from) = (self.type_of(e), self.type_of(arg));
        let slice = |t: TypeKind| matches!(t, TypeKind::Slice(_));
        let text = |t: TypeKind| matches!(t, TypeKind::Basic(b) if b.is_string());
        let (to, from) = (self.l.under(to), self.l.under(from));
        slice(to) && text(from)
    }

    /// Makes the calls of an assignment of several values, each of an expression of its own.
    pub fn calls_first_assign_each(&mut self, lhs: &[&'a Expr<'a>], rhs: &[&'a Expr<'a>]) {
        lhs.iter().for_each(|e| self.ready_in_place(e));
        self.ready_each(lhs, rhs);
    }

    pub fn make_ready(&mut self, e: &'a Expr<'a>) {
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
