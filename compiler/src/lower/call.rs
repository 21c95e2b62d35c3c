//! Calls: finding out what is called, its arguments, and the call itself.

use gvm_bytecode::image::{FuncId, Kind, NativeId};
use gvm_bytecode::op::Op;

use super::func::{FuncLower, Run};
use super::{Job, Lowerer};
use crate::Symbol;
use crate::ir::{InstKind, Value};
use crate::syntax::ast::{Expr, ExprKind, Ident, NodeId};
use crate::types::info::{ExprMode, Selection, SelectionKind};
use crate::types::lookup::{Found, Lookup};
use crate::types::object::{Builtin, ObjId, ObjKind};
use crate::types::type_::{Signature, TypeId, TypeKind};

/// What a call calls, evaluated.
#[derive(Clone, Debug)]
pub enum Callee {
    Static(FuncId),
    Native(NativeId, String),
    Closure(Value),
    /// itab, data word, number of the method
    Interface(Value, Value, u16),
}

/// A call ready to be made: now, or by `go` or `defer`.
#[derive(Clone, Debug)]
pub struct Prepared {
    pub callee: Callee,
    /// Receiver first.
    pub args: Run,
    pub results: Vec<Kind>,
}

impl<'a> FuncLower<'_, '_, 'a> {
    pub fn call(&mut self, e: &'a Expr<'a>) -> Run {
        let ExprKind::Call { fun, args, lparen, .. } = e.kind else { return Run::new() };
        let f = unparen(fun);
        if let Some(tv) = self.l.c.info.exprs.get(&f.id) {
            match tv.mode {
                ExprMode::Type => return self.conversion(e, args[0]),
                ExprMode::Builtin(b) => return self.builtin(e, b, args),
                _ => {}
            }
        }
        if let Some(b) = self.builtin_of(f) {
            return self.builtin(e, b, args);
        }
        let p = self.prepare(e);
        // Where a traceback says the call is.
        self.at(lparen);
        self.perform(&p)
    }

    /// A builtin named by an identifier or a selector of package unsafe.
    pub fn builtin_of(&self, f: &Expr<'a>) -> Option<Builtin> {
        let id = match f.kind {
            ExprKind::Ident(_) => f.id,
            ExprKind::Selector { sel, .. } => sel.id,
            _ => return None,
        };
        let obj = self.obj_of(id)?;
        match self.l.c.objs[obj].kind {
            ObjKind::Builtin(b) => Some(b),
            _ => None,
        }
    }

    /// Evaluates the callee and the arguments of a call that is neither conversion nor builtin.
    pub fn prepare(&mut self, e: &'a Expr<'a>) -> Prepared {
        let ExprKind::Call { fun, args, ellipsis, .. } = e.kind else {
            unreachable!("prepare gets calls")
        };
        let f = unparen(fun);
        let ft = self.type_of(f);
        let TypeKind::Signature(sig) = self.l.under(ft) else {
            return Prepared {
                callee: Callee::Closure(self.b.nil()),
                args: Run::new(),
                results: Vec::new(),
            };
        };
        let mut list = Run::new();
        let mut params: Vec<TypeId> = sig.params.iter().map(|&t| self.subst(t)).collect();
        if let Some(last) = params.last_mut()
            && sig.variadic
            && ellipsis.is_none()
        {
            *last = self.elem_type(*last);
        }
        self.calls_first_args(f, args, &params);
        let callee = self.callee(f, &mut list);
        self.arguments(&sig, args, ellipsis.is_some(), &mut list);
        let results = self.l.kinds(&sig.results);
        Prepared { callee, args: list, results }
    }

    fn callee(&mut self, f: &'a Expr<'a>, args: &mut Run) -> Callee {
        let (base, id) = match f.kind {
            // f[T] and pkg.F[T]: the instance is noted at the name.
            ExprKind::Index { x, .. } if self.instance_at(unparen(x)) => (unparen(x), true),
            _ => (f, false),
        };
        let _ = id;
        match base.kind {
            ExprKind::Ident(_) => {
                if let Some(obj) = self.obj_of(base.id)
                    && let ObjKind::Func(_) = self.l.c.objs[obj].kind
                {
                    return self.func_callee(obj, base.id);
                }
            }
            ExprKind::Selector { x, sel } => {
                match self.l.c.info.selections.get(&base.id).cloned() {
                    None => {
                        if let Some(obj) = self.obj_of(sel.id)
                            && let ObjKind::Func(_) = self.l.c.objs[obj].kind
                        {
                            return self.func_callee(obj, sel.id);
                        }
                    }
                    Some(s) if s.kind == SelectionKind::Method => {
                        return self.method_callee(x, &s, sel, args);
                    }
                    Some(_) => {}
                }
            }
            _ => {}
        }
        if let ExprKind::FuncLit { .. } = f.kind {
            self.l.called_at_once = Some(f.id);
        }
        let v = self.expr(f);
        Callee::Closure(v[0])
    }

    fn instance_at(&self, x: &Expr<'a>) -> bool {
        let id = match x.kind {
            ExprKind::Ident(_) => x.id,
            ExprKind::Selector { sel, .. } => sel.id,
            _ => return false,
        };
        self.l.c.info.instances.contains_key(&id)
    }

    /// The type arguments noted at a name.
    pub fn instance_args(&mut self, id: NodeId) -> Vec<TypeId> {
        let Some(i) = self.l.c.info.instances.get(&id) else { return Vec::new() };
        let targs = i.targs.to_vec();
        targs.into_iter().map(|t| self.subst(t)).collect()
    }

    pub fn declared_func(&mut self, obj: ObjId, id: NodeId) -> FuncId {
        let obj = self.l.c.linked(obj).unwrap_or(obj);
        let targs = self.instance_args(id);
        self.l.func_id(Job::Declared(obj, targs))
    }

    fn func_callee(&mut self, obj: ObjId, id: NodeId) -> Callee {
        match self.l.native_of(obj) {
            Some((n, name)) => Callee::Native(n, name),
            None => Callee::Static(self.declared_func(obj, id)),
        }
    }

    /// `x.m(…)`: puts the receiver into `args`.
    fn method_callee(
        &mut self,
        x: &'a Expr<'a>,
        s: &Selection,
        sel: Ident,
        args: &mut Run,
    ) -> Callee {
        let own = self.instance_args(sel.id);
        let recv_t = self.type_of(x);
        let (path, last) = match self.l.under(recv_t) {
            // A method of a type parameter's constraint: found again on the type argument.
            _ if s.iface.is_some_and(|t| self.l.c.types.is_tparam(t)) => {
                match self.l.find_method(recv_t, sel.name, self.l.c.package_of_name(sel.name, s)) {
                    Lookup::Found(e) => (e.path.clone(), e.found),
                    _ => return Callee::Closure(self.b.nil()),
                }
            }
            _ => {
                let found = match (s.obj, s.iface) {
                    (Some(obj), _) => {
                        let base = self.subst(s.base);
                        let named = self.l.c.types.as_named(base);
                        match named {
                            Some(recv) => Found::Method { obj, recv },
                            None => return Callee::Closure(self.b.nil()),
                        }
                    }
                    _ => match self.l.find_method(
                        recv_t,
                        sel.name,
                        self.l.c.package_of_name(sel.name, s),
                    ) {
                        Lookup::Found(e) => e.found,
                        _ => return Callee::Closure(self.b.nil()),
                    },
                };
                (s.path.to_vec(), found)
            }
        };
        let (place, t) = self.field_path(x, &path);
        self.method_on_place(place, t, last, sel.name, own, args)
    }

    /// The callee for a method found on a place; puts the receiver into `args`.
    pub fn method_on_place(
        &mut self,
        place: super::place::Place,
        t: TypeId,
        found: Found,
        name: Symbol,
        own: Vec<TypeId>,
        args: &mut Run,
    ) -> Callee {
        match found {
            Found::Interface(m) => {
                let v = self.read_place(&place, t);
                let n = self
                    .l
                    .interface_methods(t)
                    .iter()
                    .position(|x| x.name == m.name && x.pkg == m.pkg)
                    .unwrap_or(0);
                let _ = name;
                self.l.type_id(t);
                self.l.method_is_called(m.name, m.pkg);
                Callee::Interface(v[0], v[1], n as u16)
            }
            Found::Method { obj, recv } => {
                let ptr_recv = self.l.c.objs.func(obj).is_some_and(|f| f.ptr_recv);
                let is_ptr = matches!(self.l.under(t), TypeKind::Pointer(_))
                    && self.l.c.types.as_named(t).is_none();
                match (ptr_recv, is_ptr) {
                    (true, true) | (false, false) => args.extend(self.read_place(&place, t)),
                    (true, false) => {
                        let addr = self.place_addr(&place, t);
                        args.push(addr);
                    }
                    (false, true) => {
                        let p = self.read_place(&place, t);
                        let base = self.l.c.types.named_type(recv);
                        let base = self.subst(base);
                        args.extend(self.load(base, p[0], 0));
                    }
                }
                let mut targs = self.l.c.types.named(recv).targs.to_vec();
                let n = self.l.c.objs.func(obj).map_or(0, |f| f.recv_tparams.len());
                targs.truncate(n);
                targs = targs.into_iter().map(|t| self.subst(t)).collect();
                targs.extend(own);
                match self.l.native_of(obj) {
                    Some((n, name)) => Callee::Native(n, name),
                    None => Callee::Static(self.l.func_id(Job::Declared(obj, targs))),
                }
            }
            Found::Field(_) => Callee::Closure(self.b.nil()),
        }
    }

    /// Evaluates arguments for a signature.
    fn arguments(
        &mut self,
        sig: &Signature,
        args: &'a [&'a Expr<'a>],
        spread: bool,
        out: &mut Run,
    ) {
        let params: Vec<TypeId> = sig.params.iter().map(|&t| self.l.c.types.canon(t)).collect();
        // f(g()) with several values.
        if args.len() == 1
            && let Some(tv) = self.l.c.info.exprs.get(&args[0].id)
            && let TypeKind::Tuple(ts) = self.l.c.types.kind(tv.typ).clone()
        {
            let ts: Vec<TypeId> = ts.iter().map(|&t| self.subst(t)).collect();
            let all = self.expr(args[0]);
            let mut values: Vec<(Run, TypeId)> = Vec::new();
            let mut at = 0;
            for t in ts {
                let n = self.l.rep(t).count();
                values.push((Run::from_slice(&all[at..at + n]), t));
                at += n;
            }
            let fixed = if sig.variadic { params.len() - 1 } else { params.len() };
            for (k, (v, t)) in values.iter().enumerate().take(fixed) {
                let v = self.assign_convert(v.clone(), *t, params[k]);
                out.extend(v);
            }
            if sig.variadic {
                let elem = self.elem_type(params[fixed]);
                let rest: Vec<Run> = values[fixed.min(values.len())..]
                    .iter()
                    .map(|(v, t)| self.assign_convert(v.clone(), *t, elem))
                    .collect();
                out.extend(self.pack_slice(elem, &rest));
            }
            return;
        }
        let fixed = if sig.variadic && !spread { params.len() - 1 } else { params.len() };
        for (&a, &t) in args.iter().zip(&params[..fixed]) {
            let v = self.expr_as(a, t);
            out.extend(v);
        }
        if sig.variadic && !spread {
            let elem = self.elem_type(params[fixed]);
            let rest: Vec<Run> = args[fixed..].iter().map(|a| self.expr_as(a, elem)).collect();
            out.extend(self.pack_slice(elem, &rest));
        }
    }

    /// A new slice of these values; nil when there are none.
    pub fn pack_slice(&mut self, elem: TypeId, values: &[Run]) -> Run {
        if values.is_empty() {
            let nil = self.b.nil();
            let zero = self.b.iconst(0);
            return Run::from_slice(&[nil, zero, zero]);
        }
        let array = self.l.c.types.array(values.len() as i64, elem);
        let addr = self.new_object(array);
        let size = self.l.rep(elem).size;
        for (i, v) in values.iter().enumerate() {
            self.store(elem, addr, i as u32 * size, v);
        }
        let n = self.b.iconst(values.len() as i64);
        Run::from_slice(&[addr, n, n])
    }

    pub fn perform(&mut self, p: &Prepared) -> Run {
        let (kind, args) = match p.callee {
            Callee::Static(id) => (InstKind::Call(id), p.args.clone()),
            Callee::Native(id, ref name) => {
                if name == "math.Sqrt" {
                    return Run::from_slice(&[self.b.op(Op::SqrtF, &p.args, Kind::F64)]);
                }
                (InstKind::CallNative(id), p.args.clone())
            }
            Callee::Closure(c) => {
                (InstKind::CallClosure, std::iter::once(c).chain(p.args.iter().copied()).collect())
            }
            Callee::Interface(itab, data, n) => {
                // A nil interface traps on its itab.
                (
                    InstKind::CallInterface(n),
                    [itab, data].into_iter().chain(p.args.iter().copied()).collect(),
                )
            }
        };
        Run::from_slice(&self.b.inst(kind, &args, &p.results))
    }
}

pub fn unparen<'a>(mut e: &'a Expr<'a>) -> &'a Expr<'a> {
    while let ExprKind::Paren(x) = e.kind {
        e = x;
    }
    e
}

impl Lowerer<'_, '_> {
    /// The native behind a declared function without body.
    pub fn native_of(&mut self, obj: ObjId) -> Option<(NativeId, String)> {
        let decl = self.c.func_decl(obj)?;
        if decl.body.is_some() || self.c.linked(obj).is_some() {
            return None;
        }
        let name = self.func_name(obj, &Default::default());
        let sig = self.c.objs[obj].typ;
        let TypeKind::Signature(s) = self.c.types.kind(sig).clone() else { return None };
        let mut params: Vec<TypeId> = Vec::new();
        if let Some((recv, ptr)) =
            self.c.objs.func(obj).and_then(|f| f.recv.map(|r| (r, f.ptr_recv)))
        {
            let t = self.c.types.named_type(recv);
            params.push(if ptr { self.c.types.pointer(t) } else { t });
        }
        params.extend(s.params.iter().copied());
        let params = self.kinds(&params);
        let results = self.kinds(&s.results);
        let text = self.c.native_signature(sig);
        Some((self.native(name.clone(), text, params, results), name))
    }
}
