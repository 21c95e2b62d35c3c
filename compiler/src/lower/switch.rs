//! Expression and type switches.

use super::func::{Exits, FuncLower, Run};
use crate::Symbol;
use crate::ir::{Block, Cond, Value};
use crate::syntax::ast::{CaseClause, SwitchStmt, TypeSwitchStmt};
use crate::types::info::ExprMode;
use crate::types::type_::{TypeId, TypeKind};

impl<'a> FuncLower<'_, '_, 'a> {
    pub fn switch(&mut self, w: &'a SwitchStmt<'a>, label: Option<Symbol>) {
        if let Some(s) = w.init {
            self.stmt(s, None);
        }
        let tag: Option<(Run, TypeId)> = w.tag.map(|t| {
            let mut tt = self.type_of(t);
            tt = self.l.c.types.default_type_id(tt);
            self.calls_first(&[t]);
            (self.expr_as(t, tt), tt)
        });
        let done = self.b.block();
        let bodies: Vec<Block> = w.clauses.iter().map(|_| self.b.block()).collect();
        let mut default = done;
        for (c, &body) in w.clauses.iter().zip(&bodies) {
            let Some(exprs) = c.exprs else {
                default = body;
                continue;
            };
            for e in exprs {
                self.at(e.pos);
                let next = self.b.block();
                match &tag {
                    None => self.cond(e, body, next),
                    Some((v, t)) => {
                        let same = self.case_equals(e, v, *t);
                        self.b.branch(Cond::True, &[same], body, next);
                    }
                }
                self.b.seal(next);
                self.b.switch_to(next);
            }
        }
        self.b.jump(default);
        self.clause_bodies(label, w.clauses, &bodies, done, |_, _| {});
    }

    fn case_equals(
        &mut self,
        e: &'a crate::syntax::ast::Expr<'a>,
        v: &[Value],
        t: TypeId,
    ) -> Value {
        let et = self.type_of(e);
        self.calls_first_to(&[e], &[t]);
        let tag_iface = matches!(self.l.under(t), TypeKind::Interface(_));
        let case_iface = matches!(self.l.under(et), TypeKind::Interface(_));
        if case_iface && !tag_iface && et != TypeId::UNTYPED_NIL {
            let a = self.assign_convert(Run::from_slice(v), t, et);
            let b = self.expr(e);
            return self.equal(et, &a, &b);
        }
        let is_nil = self.l.c.info.exprs.get(&e.id).is_some_and(|tv| tv.mode == ExprMode::Nil);
        if is_nil {
            let zero = if self.b.func.is_ptr(v[0]) { self.b.nil() } else { self.b.iconst(0) };
            return self.b.op(gvm_bytecode::Op::Eq, &[v[0], zero], gvm_bytecode::Kind::U8);
        }
        let x = self.expr_as(e, t);
        self.equal(t, v, &x)
    }

    /// The clauses' bodies; `enter` declares what a clause declares.
    fn clause_bodies(
        &mut self,
        label: Option<Symbol>,
        clauses: &'a [&'a CaseClause<'a>],
        bodies: &[Block],
        done: Block,
        mut enter: impl FnMut(&mut Self, usize),
    ) {
        let outer_fall = self.fall;
        self.exits.push(Exits { label, brk: done, cont: None });
        for (n, c) in clauses.iter().enumerate() {
            // A `fallthrough` in the clause before also jumps here; it has been lowered by now.
            self.b.seal(bodies[n]);
            self.b.switch_to(bodies[n]);
            self.fall = bodies.get(n + 1).copied();
            enter(self, n);
            self.stmts(c.body);
            self.b.jump(done);
        }
        self.exits.pop();
        self.fall = outer_fall;
        self.b.seal(done);
        self.b.switch_to(done);
    }

    pub fn type_switch(&mut self, w: &'a TypeSwitchStmt<'a>, label: Option<Symbol>) {
        if let Some(s) = w.init {
            self.stmt(s, None);
        }
        let t = self.type_of(w.x);
        self.calls_first(&[w.x]);
        let v = self.expr(w.x);
        let desc = self.dynamic_type(t, v[0]);
        let done = self.b.block();
        let bodies: Vec<Block> = w.clauses.iter().map(|_| self.b.block()).collect();
        // The value the clause's variable gets, as variables of the builder.
        let mut bound: Vec<Option<Vec<crate::ir::build::Var>>> = vec![None; w.clauses.len()];
        let mut default = done;
        for (n, c) in w.clauses.iter().enumerate() {
            let implicit = self.l.c.info.implicits.get(&c.id).copied();
            let vars = implicit.map(|obj| {
                let ot = self.obj_type(obj);
                let kinds: Vec<_> = self.l.rep(ot).kinds().collect();
                kinds.into_iter().map(|k| self.b.var(k)).collect::<Vec<_>>()
            });
            bound[n] = vars.clone();
            let Some(exprs) = c.exprs else {
                default = bodies[n];
                if let Some(vars) = &vars {
                    for (&var, &x) in vars.iter().zip(&v) {
                        self.b.write(var, x);
                    }
                }
                continue;
            };
            for e in exprs {
                self.at(e.pos);
                let (hit, next) = (self.b.block(), self.b.block());
                let is_nil =
                    self.l.c.info.exprs.get(&e.id).is_some_and(|tv| tv.mode == ExprMode::Nil);
                let ct = self.type_of(e);
                let (word, ok) = if is_nil {
                    let zero = self.b.iconst(0);
                    (None, self.b.op(gvm_bytecode::Op::Eq, &[desc, zero], gvm_bytecode::Kind::U8))
                } else {
                    self.assert_word(desc, ct)
                };
                self.b.branch(Cond::True, &[ok], hit, next);
                self.b.seal(hit);
                self.b.switch_to(hit);
                if let (Some(vars), Some(obj)) = (&vars, implicit) {
                    let ot = self.obj_type(obj);
                    let value = if exprs.len() > 1 || is_nil || ot != ct {
                        v.clone()
                    } else {
                        match word {
                            Some(w) => Run::from_slice(&[w, v[1]]),
                            None => self.from_data_word(ct, v[1]),
                        }
                    };
                    for (&var, &x) in vars.iter().zip(&value) {
                        self.b.write(var, x);
                    }
                }
                self.b.jump(bodies[n]);
                self.b.seal(next);
                self.b.switch_to(next);
            }
        }
        self.b.jump(default);
        let clauses = w.clauses;
        self.clause_bodies(label, clauses, &bodies, done, |f, n| {
            if let (Some(vars), Some(obj)) =
                (&bound[n], f.l.c.info.implicits.get(&clauses[n].id).copied())
            {
                let run: Run = vars.iter().map(|&v| f.b.read(v)).collect();
                f.declare(obj, Some(run));
            }
        });
    }
}
