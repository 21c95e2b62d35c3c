//! Methods as values and through interfaces, and functions that are natives.

use gvm_bytecode::image::{FuncId, Kind, func_flags};
use gvm_bytecode::op::Op;
use gvm_bytecode::{Intrinsic, Trap};

use super::call::{Callee, Prepared};
use super::func::{FuncLower, Run};
use super::place::Place;
use super::{Job, Lowerer, Subst};
use crate::Symbol;
use crate::ir::{Cond, InstKind, Value};
use crate::syntax::ast::{self, Expr, Ident};
use crate::types::info::Selection;
use crate::types::lookup::{Entry, Found, Lookup};
use crate::types::object::{ObjId, PkgId};
use crate::types::type_::{TypeId, TypeKind};

impl<'c, 'a> Lowerer<'c, 'a> {
    /// The function that takes an interface's data word and calls the method of the type in it.
    pub fn interface_method(&mut self, t: TypeId, name: Symbol, pkg: Option<PkgId>, id: FuncId) {
        let Lookup::Found(hit) = self.find_method(t, name, pkg) else { return };
        let (sig, label, pos) = match hit.found {
            Found::Method { obj, recv } => {
                let sig = self.c.types.method_sig_on(&self.c.objs, obj, recv);
                let targs = self.c.types.named(recv).targs.to_vec();
                (
                    sig,
                    self.func_name(obj, &Subst { params: Vec::new(), args: targs }),
                    self.c.objs[obj].pos,
                )
            }
            Found::Interface(m) => (m.sig, self.name(name).to_string(), crate::source::Pos::NONE),
            Found::Field(_) => return,
        };
        let TypeKind::Signature(sig) = self.c.types.kind(sig).clone() else { return };
        let params: Vec<TypeId> = sig.params.iter().map(|&p| self.c.types.canon(p)).collect();
        let results: Vec<TypeId> = sig.results.iter().map(|&p| self.c.types.canon(p)).collect();
        let mut kinds = vec![Kind::Ptr];
        kinds.extend(self.kinds(&params));
        let (mut f, values) = FuncLower::new(self, label, &kinds, Subst::default());
        f.b.func.flags |= func_flags::WRAPPER;
        f.b.func.results = f.l.kinds(&results);
        f.at(pos);
        let v = f.from_data_word(t, values[0]);
        f.value_method_of_nil(t, &hit, &v);
        f.forward(Place::Value(v), t, &hit.path, hit.found, name, Vec::new(), &values[1..]);
        let func = f.finish();
        self.emit(id, func, pos);
    }

    /// A body that only calls the native.
    pub fn native_body(
        &mut self,
        obj: ObjId,
        id: FuncId,
        name: String,
        decl: &'a ast::FuncDecl<'a>,
    ) {
        let Some((native, _)) = self.native_of(obj) else { return };
        let entry = self.image.natives[native.index()].clone();
        let (mut f, values) = FuncLower::new(self, name, &entry.params, Subst::default());
        f.b.func.results = entry.results.clone();
        f.at(decl.pos);
        let r = f.b.inst(InstKind::CallNative(native), &values, &entry.results);
        f.b.ret(&r);
        let func = f.finish();
        self.emit(id, func, decl.pos);
    }
}

impl<'a> FuncLower<'_, '_, 'a> {
    /// Runs `then`, which does not come back, if `p` is nil.
    pub fn if_nil(&mut self, p: Value, then: impl FnOnce(&mut Self)) {
        let (nil, rest) = (self.b.block(), self.b.block());
        let none = self.b.nil();
        self.b.branch(Cond::Eq, &[p, none], nil, rest);
        self.b.seal(nil);
        self.b.switch_to(nil);
        then(self);
        self.b.unreachable();
        self.b.seal(rest);
        self.b.switch_to(rest);
    }

    /// In a function made for pointers `t` to call a method of what they point to: nil has a
    /// message of its own.
    fn value_method_of_nil(&mut self, t: TypeId, hit: &Entry, receiver: &[Value]) {
        let (Found::Method { obj, recv }, true) = (&hit.found, hit.path.is_empty()) else { return };
        let is_pointer = matches!(self.l.c.types.kind(t), TypeKind::Pointer(_));
        if !is_pointer || self.l.c.objs.func(*obj).is_some_and(|f| f.ptr_recv) {
            return;
        }
        let targs = self.l.c.types.named(*recv).targs.to_vec();
        let name = self.l.func_name(*obj, &Subst { params: Vec::new(), args: targs });
        let local = name.rsplit_once('/').map_or(&name[..], |x| x.1);
        let named = local.split_once('.').map_or(local, |x| x.1);
        let named = named.rsplit_once('.').map_or(named, |x| x.0);
        let text = format!("value method {name} called using nil *{named} pointer");
        self.if_nil(receiver[0], |c| {
            let mut text = c.string_const(text.as_bytes());
            text[0] = c.b.op(Op::PtrBits, &[text[0]], Kind::U64);
            c.rt_imm(Intrinsic::PanicTrap, Trap::NilValueMethod as u16, None, 0, &text, &[]);
        });
    }

    /// Calls a method found along a path from a place, and returns its results.
    fn forward(
        &mut self,
        place: Place,
        t: TypeId,
        path: &[u32],
        found: Found,
        name: Symbol,
        own: Vec<TypeId>,
        rest: &[Value],
    ) {
        let (mut place, mut at) = (place, t);
        for &i in path {
            (place, at) = self.field(place, at, i);
        }
        let mut args = Run::new();
        let callee = self.method_on_place(place, at, found, name, own, &mut args);
        args.extend_from_slice(rest);
        let results = self.b.func.results.clone();
        let r = self.perform(&Prepared { callee, args, results });
        self.b.ret(&r);
    }

    /// `x.m` as a func value: a closure over the receiver.
    pub fn method_value(&mut self, x: &'a Expr<'a>, s: &Selection, sel: Ident) -> Run {
        let recv_t = self.type_of(x);
        let hit = match self.l.find_method(recv_t, sel.name, self.l.c.package_of_name(sel.name, s))
        {
            Lookup::Found(e) => e,
            _ => return Run::from_slice(&[self.b.nil()]),
        };
        let own = self.instance_args(sel.id);
        let (place, t) = self.field_path(x, &hit.path);
        let mut recv = Run::new();
        let callee = self.method_on_place(place, t, hit.found.clone(), sel.name, own, &mut recv);
        // A generic method's signature is that of the instance.
        let instance = self.l.c.info.instances.get(&sel.id).map(|i| i.typ);
        let sig = self.subst(instance.unwrap_or(s.typ));
        if let Callee::Interface(itab, ..) = callee {
            // A nil interface panics when the method value is made.
            let itab = self.b.op(Op::BitsPtr, &[itab], Kind::Ptr);
            self.nil_check(itab);
        }
        let name = match hit.found {
            Found::Method { obj, recv } => {
                let args = self.l.c.types.named(recv).targs.to_vec();
                self.l.func_name(obj, &Subst { params: Vec::new(), args })
            }
            _ => self.l.method_name(t, sel.name),
        };
        Run::from_slice(&[self.bind(callee, recv, sig, format!("{name}-fm"))])
    }

    /// A closure that calls `callee` with `bound` and then its own arguments.
    fn bind(&mut self, callee: Callee, bound: Run, sig: TypeId, name: String) -> Value {
        let TypeKind::Signature(sig) = self.l.under(sig) else { return self.b.nil() };
        let params = self.l.kinds(&sig.params);
        let results = self.l.kinds(&sig.results);
        let (words, kinds) = self.callee_words(&callee, &bound);
        let id = self.l.new_func();
        let site = self.b.site;
        let (mut f, values) = FuncLower::new(&mut *self.l, name, &params, Subst::default());
        f.b.func.flags |= func_flags::WRAPPER;
        f.b.func.results = results.clone();
        f.b.func.captures = kinds.clone();
        f.b.site = site;
        let words_in = f.closure_words(0, &kinds);
        let (callee, mut args) = rebuild(&callee, &words_in);
        args.extend_from_slice(&values);
        let r = f.perform(&Prepared { callee, args, results });
        f.b.ret(&r);
        f.captures = vec![(ObjId(u32::MAX), kinds.clone())];
        let func = f.finish();
        self.l.emit(id, func, crate::source::Pos::NONE);
        self.make_closure(id, &words, &kinds)
    }

    /// A callee's own values and bound arguments as closure words.
    pub fn callee_words(&mut self, callee: &Callee, bound: &[Value]) -> (Run, Vec<Kind>) {
        let mut words = Run::new();
        match *callee {
            Callee::Closure(c) => words.push(c),
            Callee::Interface(itab, data, _) => words.extend([itab, data]),
            _ => {}
        }
        words.extend_from_slice(bound);
        let kinds = words.iter().map(|&v| self.b.func.kind(v)).collect();
        (words, kinds)
    }

    /// A closure object with these captured words.
    pub fn make_closure(&mut self, id: FuncId, words: &[Value], kinds: &[Kind]) -> Value {
        if words.is_empty() {
            return self.static_closure(id);
        }
        let c = self.b.one(InstKind::Table(Op::MakeClosure, id.0), &[], Kind::Ptr);
        for (i, (&w, k)) in words.iter().zip(kinds).enumerate() {
            let op = if k.is_ptr() { Op::StP } else { Op::St64 };
            self.b.inst(InstKind::Store(op, (8 + 8 * i) as u16), &[w, c], &[]);
        }
        c
    }

    /// `T.m` as a func value: the receiver is the first argument.
    pub fn method_expr(&mut self, e: &'a Expr<'a>, s: &Selection, sel: Ident) -> Run {
        let recv_t = self.subst(s.recv);
        let sig_t = match self.l.c.info.instances.get(&sel.id).map(|i| i.typ) {
            Some(t) => self.subst(t),
            None => self.type_of(e),
        };
        let own = self.instance_args(sel.id);
        let Lookup::Found(hit) =
            self.l.find_method(recv_t, sel.name, self.l.c.package_of_name(sel.name, s))
        else {
            return Run::from_slice(&[self.b.nil()]);
        };
        let TypeKind::Signature(sig) = self.l.under(sig_t) else {
            return Run::from_slice(&[self.b.nil()]);
        };
        if let (Found::Method { obj, recv }, true) = (&hit.found, hit.path.is_empty()) {
            let ptr_recv = self.l.c.objs.func(*obj).is_some_and(|f| f.ptr_recv);
            let is_ptr = matches!(self.l.c.types.kind(recv_t), TypeKind::Pointer(_));
            if ptr_recv == is_ptr && self.l.native_of(*obj).is_none() {
                let mut targs = self.l.c.types.named(*recv).targs.to_vec();
                let n = self.l.c.objs.func(*obj).map_or(0, |f| f.recv_tparams.len());
                targs.truncate(n);
                targs.extend(own.iter().copied());
                let id = self.l.func_id(Job::Declared(*obj, targs));
                return Run::from_slice(&[self.static_closure(id)]);
            }
        }
        let params = self.l.kinds(&sig.params);
        let results = self.l.kinds(&sig.results);
        let id = self.l.new_func();
        let name = self.l.method_name(recv_t, sel.name);
        let n = self.l.rep(recv_t).count();
        let (mut f, values) = FuncLower::new(&mut *self.l, name, &params, Subst::default());
        f.b.func.flags |= func_flags::WRAPPER;
        f.b.func.results = results;
        f.value_method_of_nil(recv_t, &hit, &values[..n]);
        f.forward(
            Place::Value(Run::from_slice(&values[..n])),
            recv_t,
            &hit.path,
            hit.found,
            sel.name,
            own,
            &values[n..],
        );
        let func = f.finish();
        self.l.emit(id, func, crate::source::Pos::NONE);
        Run::from_slice(&[self.static_closure(id)])
    }
}

/// A callee from its words, and the bound arguments after them.
pub fn rebuild(callee: &Callee, words: &[Value]) -> (Callee, Run) {
    match callee {
        Callee::Closure(_) => (Callee::Closure(words[0]), Run::from_slice(&words[1..])),
        Callee::Interface(_, _, n) => {
            (Callee::Interface(words[0], words[1], *n), Run::from_slice(&words[2..]))
        }
        other => (other.clone(), Run::from_slice(words)),
    }
}
