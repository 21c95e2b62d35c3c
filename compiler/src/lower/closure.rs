//! Function literals, `go` and `defer`.

use gvm_bytecode::image::{Kind, func_flags};
use gvm_bytecode::op::Op;

use super::Subst;
use super::call::{Callee, Prepared, unparen};
use super::func::{FuncLower, Local, Run};
use super::methods::rebuild;
use crate::ir::{InstKind, Value};
use crate::syntax::ast::{self, Expr, ExprKind};
use crate::types::info::ExprMode;
use crate::types::object::{Builtin, ObjId};
use crate::types::type_::TypeKind;

impl<'a> FuncLower<'_, '_, 'a> {
    /// The name of the next closure in this function: `main.f.func1`.
    pub fn closure_name(&mut self) -> String {
        let n = self.l.closure_count.entry(self.name.clone()).or_insert(0);
        *n += 1;
        // Closures in closures are numbered without the word.
        let nested = self.is_closure && self.name.contains(".func");
        if nested { format!("{}.{n}", self.name) } else { format!("{}.func{n}", self.name) }
    }

    /// The name of the next closure that makes a call later: those are not counted with the program's.
    fn wrapper_name(&mut self) -> String {
        let name = format!("{}.wrap", self.name);
        let n = self.l.closure_count.entry(name.clone()).or_insert(0);
        *n += 1;
        format!("{name}{n}")
    }

    pub fn func_lit(&mut self, e: &'a Expr<'a>, body: &'a ast::Block<'a>) -> Run {
        let name = self.closure_name();
        let id = self.l.new_func();
        let sub = self.sub.clone();
        let Some(&data) = self.l.c.info.bodies.get(&e.id) else {
            return Run::from_slice(&[self.b.nil()]);
        };
        let called_at_once = self.l.called_at_once.take() == Some(e.id);
        let (mut f, values) = FuncLower::with_signature(&mut *self.l, name, data, sub);
        (f.is_closure, f.called_at_once) = (true, called_at_once);
        f.at(e.pos);
        f.body(data, values, body, body.rbrace);
        let captures = f.captures.clone();
        let func = f.finish();
        self.l.emit(id, func, e.pos);
        Run::from_slice(&[self.capture(id, &captures)])
    }

    /// The closure object of a function that uses these variables of this one.
    pub fn capture(&mut self, id: gvm_bytecode::FuncId, captures: &[(ObjId, Vec<Kind>)]) -> Value {
        let mut words = Run::new();
        let mut kinds = Vec::new();
        for (obj, ks) in captures {
            kinds.extend_from_slice(ks);
            match self.local(*obj) {
                Local::Ssa(vars) => {
                    words.extend(vars.iter().map(|&v| self.b.read(v)).collect::<Vec<_>>())
                }
                Local::Fixed(run) => words.extend(run),
                Local::Memory(var) => words.push(self.b.read(var)),
            }
        }
        self.make_closure(id, &words, &kinds)
    }

    /// The `func()` closure that makes a call later: callee and arguments are evaluated now.
    pub fn later(&mut self, call: &'a Expr<'a>) -> Value {
        self.later_of(call, false)
    }

    /// The same; a nil func ends the program now if `go` is to start it.
    fn later_of(&mut self, call: &'a Expr<'a>, go: bool) -> Value {
        let call = unparen(call);
        let ExprKind::Call { fun, args, .. } = call.kind else { return self.b.nil() };
        let f = unparen(fun);
        let builtin = match self.l.c.info.exprs.get(&f.id).map(|tv| tv.mode) {
            Some(ExprMode::Builtin(b)) => Some(b),
            _ => self.builtin_of(f),
        };
        if let Some(b) = builtin {
            return self.later_builtin(call, b, args);
        }
        if let (ExprKind::FuncLit { typ, .. }, true) = (&f.kind, args.is_empty())
            && typ.params.is_empty()
        {
            return self.expr(f)[0];
        }
        let p = self.prepare(call);
        if let Callee::Interface(itab, ..) = p.callee {
            // A nil interface panics here, not when the call is made.
            let itab = self.b.op(Op::BitsPtr, &[itab], Kind::Ptr);
            self.nil_check(itab);
        }
        if let (Callee::Closure(f), true) = (&p.callee, go) {
            let f = *f;
            self.if_nil(f, |c| {
                c.b.inst(InstKind::Go, &[f], &[]);
            });
        }
        let (words, kinds) = self.callee_words(&p.callee, &p.args);
        let id = self.l.new_func();
        let name = self.wrapper_name();
        let site = self.b.site;
        let (mut w, _) = FuncLower::new(&mut *self.l, name, &[], Subst::default());
        w.b.func.flags |= func_flags::WRAPPER;
        w.b.site = site;
        let values = w.closure_words(0, &kinds);
        let (callee, args) = rebuild(&p.callee, &values);
        w.perform(&Prepared { callee, args, results: p.results.clone() });
        w.b.ret(&[]);
        w.captures = vec![(ObjId(u32::MAX), kinds.clone())];
        let func = w.finish();
        self.l.emit(id, func, call.pos);
        self.make_closure(id, &words, &kinds)
    }

    fn later_builtin(&mut self, call: &'a Expr<'a>, b: Builtin, args: &'a [&'a Expr<'a>]) -> Value {
        let mut runs = Vec::new();
        let mut types = Vec::new();
        for (i, &a) in args.iter().enumerate() {
            let t = self.type_of(a);
            let t = match b {
                Builtin::Panic => crate::types::type_::TypeId::EMPTY_INTERFACE,
                Builtin::Delete if i == 1 => match self.l.under(types[0]) {
                    TypeKind::Map(key, _) => self.l.c.types.canon(key),
                    _ => t,
                },
                _ => self.l.c.types.default_type_id(t),
            };
            runs.push(self.expr_as(a, t));
            types.push(t);
        }
        let words: Run = runs.iter().flatten().copied().collect();
        let kinds: Vec<Kind> = words.iter().map(|&v| self.b.func.kind(v)).collect();
        let id = self.l.new_func();
        let name = self.wrapper_name();
        let site = self.b.site;
        let sub = self.sub.clone();
        let (mut w, _) = FuncLower::new(&mut *self.l, name, &[], sub);
        w.b.func.flags |= func_flags::WRAPPER;
        w.b.site = site;
        let values = w.closure_words(0, &kinds);
        let mut at = 0;
        let runs: Vec<Run> = runs
            .iter()
            .map(|r| {
                at += r.len();
                Run::from_slice(&values[at - r.len()..at])
            })
            .collect();
        w.builtin_values(call, b, &runs, &types);
        if !w.b.is_dead() {
            w.b.ret(&[]);
        }
        w.captures = vec![(ObjId(u32::MAX), kinds.clone())];
        let func = w.finish();
        self.l.emit(id, func, call.pos);
        self.make_closure(id, &words, &kinds)
    }

    pub fn go_stmt(&mut self, call: &'a Expr<'a>) {
        let c = self.later_of(call, true);
        self.b.inst(InstKind::Go, &[c], &[]);
    }

    pub fn defer_stmt(&mut self, call: &'a Expr<'a>) {
        let c = self.later(call);
        if !self.defer_outside(c) {
            self.b.inst(InstKind::Defer, &[c], &[]);
        }
    }
}
