//! In which order an assignment evaluates its values, and the places that they are for.
//!
//! gc makes the calls first (`order`), then what an earlier assignment of the statement could change, as it
//! is written; everything else when its value is stored, and a value before its place. What panics shows
//! it. Nothing here may evaluate a call twice.

use smallvec::SmallVec;

use super::call::unparen;
use super::func::{FuncLower, Local};
use super::order::{has_call, is_blank};
use super::place::Place;
use crate::syntax::ast::{BinaryOp, Expr, ExprKind, UnaryOp};
use crate::syntax::walk::{self, Node};
use crate::types::info::ExprMode;
use crate::types::object::ObjId;
use crate::types::type_::TypeKind;

/// What the assignments of a statement that come before a value change.
#[derive(Default)]
pub struct Assigned {
    /// Variables that only their names lead to.
    variables: Vec<ObjId>,
    /// Something else.
    memory: bool,
    /// A result that deferred calls see.
    result: bool,
}

impl<'a> FuncLower<'_, '_, 'a> {
    /// Takes note of what an assignment changes.
    pub fn note_assigned(&mut self, l: &'a Expr<'a>, done: &mut Assigned) {
        if is_blank(unparen(l)) {
            return;
        }
        match self.assigned_variable(l) {
            Some(obj) if self.has_defer && self.result_objs.contains(&Some(obj)) => {
                // A result keeps its value when the function is left by a panic.
                done.result = true;
            }
            Some(obj) if !self.is_shared(obj) => done.variables.push(obj),
            _ => done.memory = true,
        }
    }

    /// Evaluates what a place depends on as far as what has been assigned may be seen in it; the place
    /// itself where that has no name.
    pub fn keep_place(&mut self, l: &'a Expr<'a>, done: &Assigned) -> Option<Place> {
        if let Some(x) = self.hidden_pointer(l)
            && (self.sees(x, done) || done.memory && self.is_memory(x))
        {
            return Some(self.place(l));
        }
        self.keep_parts(l, done);
        None
    }

    fn keep_parts(&mut self, l: &'a Expr<'a>, done: &Assigned) {
        let l = unparen(l);
        let mut parts: SmallVec<[&'a Expr<'a>; 2]> = SmallVec::new();
        match l.kind {
            ExprKind::Index { x, indices, .. } => {
                let t = self.type_of(x);
                match self.l.under(t) {
                    TypeKind::Array(..) => self.keep_parts(x, done),
                    _ => parts.push(x),
                }
                parts.extend_from_slice(indices);
            }
            ExprKind::Selector { x, .. } => {
                let t = self.type_of(x);
                match self.l.under(t) {
                    TypeKind::Pointer(_) => parts.push(x),
                    _ => self.keep_parts(x, done),
                }
            }
            ExprKind::Star(x) => parts.push(x),
            _ => {}
        }
        for part in parts {
            if self.sees(part, done) {
                self.make_ready(part);
            }
        }
    }

    /// Whether an expression's parts are memory that something else may lead to.
    fn is_memory(&mut self, x: &'a Expr<'a>) -> bool {
        let t = self.type_of(x);
        matches!(self.l.under(t), TypeKind::Pointer(_))
            || self.assigned_variable(x).is_none_or(|o| self.is_shared(o))
    }

    /// Where a place is behind a pointer that is embedded on the way and not written: in what it is.
    fn hidden_pointer(&mut self, l: &'a Expr<'a>) -> Option<&'a Expr<'a>> {
        let l = unparen(l);
        match l.kind {
            ExprKind::Index { x, .. } => self.hidden_pointer(x),
            ExprKind::Selector { x, .. } => {
                let path = self.l.c.info.selections.get(&l.id)?.path.clone();
                let mut t = self.type_of(x);
                if let TypeKind::Pointer(base) = self.l.under(t) {
                    t = self.subst(base);
                }
                for i in path {
                    let TypeKind::Struct(fields) = self.l.under(t) else { return Some(x) };
                    t = self.subst(fields[i as usize].typ);
                }
                self.hidden_pointer(x)
            }
            _ => None,
        }
    }

    /// Of a place that comes after the value it is for, what gc evaluates before that all the same: calls,
    /// elements of maps on the way, and a map's key that it copies.
    pub fn calls_of_place_first(&mut self, l: &'a Expr<'a>) {
        let l = unparen(l);
        if has_call(l) || self.has_copied_key(l) {
            self.ready_in_place(l);
        }
        if let ExprKind::Index { x, .. } | ExprKind::Selector { x, .. } | ExprKind::Star(x) = l.kind
        {
            self.elements_first(x);
        }
    }

    /// Reads the elements of maps that an expression goes through.
    fn elements_first(&mut self, e: &'a Expr<'a>) {
        let e = unparen(e);
        match e.kind {
            ExprKind::Index { x, .. } => {
                self.elements_first(x);
                let t = self.type_of(x);
                if matches!(self.l.under(t), TypeKind::Map(..)) {
                    self.make_ready(e);
                }
            }
            ExprKind::Selector { x, .. } | ExprKind::Star(x) => self.elements_first(x),
            _ => {}
        }
    }

    /// Of a place that is read and written, the indices that are more than paths to values: gc computes them
    /// once, before anything is looked at.
    pub fn computed_indices_first(&mut self, l: &'a Expr<'a>) {
        let l = unparen(l);
        match l.kind {
            ExprKind::Index { x, indices, .. } if !self.is_element(l) => {
                self.computed_indices_first(x);
                for i in indices {
                    let i = unparen(i);
                    match i.kind {
                        ExprKind::Ident(_) => {}
                        ExprKind::Index { .. } | ExprKind::Selector { .. } | ExprKind::Star(_) => {
                            self.computed_indices_first(i);
                        }
                        _ if self.is_constant(i) => {}
                        _ => self.make_ready(i),
                    }
                }
            }
            ExprKind::Selector { x, .. } | ExprKind::Star(x) => self.computed_indices_first(x),
            _ => {}
        }
    }

    /// Makes the literals that an expression takes elements or fields of, when it is a statement's only value:
    /// gc has them made before anything is read. In lists of values each is evaluated in its turn.
    pub fn literals_first(&mut self, e: &'a Expr<'a>) {
        let mut found: Vec<&'a Expr<'a>> = Vec::new();
        walk::expr(e, &mut |n| {
            let Node::Expr(e) = n else { return false };
            if self.is_constant(e) || self.ready.contains_key(&e.id) {
                return false;
            }
            match e.kind {
                ExprKind::Index { x, .. } | ExprKind::Selector { x, .. } => {
                    let x = unparen(x);
                    if let ExprKind::Composite { .. } = x.kind {
                        let t = self.type_of(x);
                        if !self.is_fixed(x, t) {
                            found.push(x);
                        }
                    }
                    true
                }
                ExprKind::Binary { op: BinaryOp::LogicalAnd | BinaryOp::LogicalOr, .. }
                | ExprKind::FuncLit { .. }
                | ExprKind::Composite { .. } => false,
                ExprKind::Call { fun, .. } => self.is_conversion(fun),
                _ => true,
            }
        });
        for x in found {
            self.make_ready(x);
        }
    }

    fn has_copied_key(&mut self, l: &'a Expr<'a>) -> bool {
        self.is_element(l) && !self.is_fast_element(l)
    }

    /// An element of a map.
    pub fn is_element(&mut self, l: &'a Expr<'a>) -> bool {
        let ExprKind::Index { x, .. } = unparen(l).kind else { return false };
        let t = self.type_of(x);
        matches!(self.l.under(t), TypeKind::Map(..))
    }

    /// An element of a map whose key is not copied first (`is_fast_map`).
    pub fn is_fast_element(&mut self, l: &'a Expr<'a>) -> bool {
        let ExprKind::Index { x, .. } = unparen(l).kind else { return false };
        let t = self.type_of(x);
        match self.l.under(t) {
            TypeKind::Map(k, v) => self.is_fast_map(k, v),
            _ => false,
        }
    }

    /// The variable that an assignment changes in whole or in part, unless it goes through a pointer.
    pub fn assigned_variable(&mut self, l: &'a Expr<'a>) -> Option<ObjId> {
        let l = unparen(l);
        match l.kind {
            ExprKind::Ident(_) => self.obj_of(l.id),
            ExprKind::Index { x, .. } => {
                let t = self.type_of(x);
                match self.l.under(t) {
                    TypeKind::Array(..) => self.assigned_variable(x),
                    _ => None,
                }
            }
            ExprKind::Selector { x, .. } => {
                // A package's variable has none: it is memory in any case.
                let path = self.l.c.info.selections.get(&l.id)?.path.clone();
                let mut t = self.type_of(x);
                for i in path {
                    let TypeKind::Struct(fields) = self.l.under(t) else { return None };
                    t = self.subst(fields[i as usize].typ);
                }
                self.assigned_variable(x)
            }
            _ => None,
        }
    }

    /// Whether a variable is memory for gc: something else than its name can lead to it, or it is an outer
    /// function's.
    fn is_shared(&self, obj: ObjId) -> bool {
        let foreign =
            !self.called_at_once && matches!(self.vars.get(&obj), None | Some(Local::Fixed(_)));
        let var = self.l.c.objs.var(obj);
        foreign || var.is_none_or(|v| v.is_global || v.address_taken || v.captured && v.reassigned)
    }

    /// Whether what has been assigned may be seen in an expression's value. What reads memory is taken to
    /// read what was written.
    pub fn sees(&mut self, e: &'a Expr<'a>, done: &Assigned) -> bool {
        let mut found = done.result;
        walk::expr(e, &mut |n| {
            let Node::Expr(e) = n else { return false };
            if found || self.is_constant(e) {
                return false;
            }
            // What a conversion converts to is a type.
            if self.l.c.info.exprs.get(&e.id).is_some_and(|tv| tv.mode == ExprMode::Type) {
                return false;
            }
            match e.kind {
                ExprKind::Ident(_) => {
                    let obj = self.obj_of(e.id);
                    found |= obj.is_some_and(|o| {
                        done.variables.contains(&o) || done.memory && self.is_shared(o)
                    });
                    false
                }
                // What a call gave waits in a variable of its own.
                ExprKind::Unary { op: UnaryOp::Receive, .. } => false,
                ExprKind::Unary { op: UnaryOp::Address | UnaryOp::Not, .. }
                | ExprKind::Binary {
                    op:
                        BinaryOp::Eq
                        | BinaryOp::Ne
                        | BinaryOp::Lt
                        | BinaryOp::Le
                        | BinaryOp::Gt
                        | BinaryOp::Ge,
                    ..
                } => {
                    found |= done.memory;
                    true
                }
                ExprKind::Paren(_) | ExprKind::Unary { .. } | ExprKind::Binary { .. } => true,
                ExprKind::Call { fun, .. } => self.is_conversion(fun),
                ExprKind::FuncLit { .. } => {
                    found |= done.memory || !done.variables.is_empty();
                    false
                }
                ExprKind::Selector { .. } => {
                    // A field of a variable is as the variable.
                    found |=
                        done.memory && self.assigned_variable(e).is_none_or(|o| self.is_shared(o));
                    true
                }
                _ => {
                    found |= done.memory;
                    true
                }
            }
        });
        found
    }
}
