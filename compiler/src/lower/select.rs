//! `select`.

use gvm_bytecode::Intrinsic;
use gvm_bytecode::image::Kind;

use smallvec::SmallVec;

use super::func::{Exits, FuncLower, Run};
use crate::Symbol;
use crate::ir::{Block, Cond, Value};
use crate::syntax::ast::{CommClause, Expr, ExprKind, SelectStmt, StmtKind, UnaryOp};
use crate::types::type_::TypeId;

/// As many cases have room for their directions in an immediate.
const FEW: usize = 31;

/// A communication, its operands evaluated.
struct Comm<'a> {
    clause: &'a CommClause<'a>,
    chan: Value,
    /// Address of the sent value, or of the place for the received one.
    elem: Value,
    /// Element type of a received value.
    recv: Option<TypeId>,
}

impl<'a> FuncLower<'_, '_, 'a> {
    pub fn select(&mut self, w: &'a SelectStmt<'a>, label: Option<Symbol>) {
        let pos = self.b.site;
        let mut comms: Vec<Comm<'a>> = Vec::new();
        let mut default: Option<&'a CommClause<'a>> = None;
        for &clause in w.clauses {
            let Some(s) = clause.comm else {
                default = Some(clause);
                continue;
            };
            self.at(s.pos);
            match s.kind {
                StmtKind::Send { chan, value, .. } => {
                    let ct = self.type_of(chan);
                    let elem = self.elem_type(ct);
                    self.calls_first_to(&[chan, value], &[TypeId::INVALID, elem]);
                    let c = self.scalar(chan);
                    let v = self.expr_as(value, elem);
                    let addr = self.new_object(elem);
                    self.store(elem, addr, 0, &v);
                    comms.push(Comm { clause, chan: c, elem: addr, recv: None });
                }
                _ => {
                    let Some(x) = received(s) else { continue };
                    let ct = self.type_of(x);
                    let elem = self.elem_type(ct);
                    let c = self.scalar(x);
                    let addr = self.new_object(elem);
                    comms.push(Comm { clause, chan: c, elem: addr, recv: Some(elem) });
                }
            }
        }
        self.b.site = pos;
        let r = self.run_select(&comms, default.is_some());
        let (chosen, ok) = (r[0], r[1]);
        let done = self.b.block();
        let mut bodies: Vec<(Block, usize)> = Vec::new();
        let last = comms.len() - (default.is_none() && !comms.is_empty()) as usize;
        for n in 0..last {
            let (body, next) = (self.b.block(), self.b.block());
            let k = self.b.iconst(n as i64);
            self.b.branch(Cond::Eq, &[chosen, k], body, next);
            self.b.seal(body);
            self.b.seal(next);
            bodies.push((body, n));
            self.b.switch_to(next);
        }
        self.exits.push(Exits { label, brk: done, cont: None });
        match default {
            Some(d) => self.stmts(d.body),
            None if comms.is_empty() => self.b.unreachable(),
            None => self.comm_body(&comms[last], ok),
        }
        self.b.jump(done);
        for (body, n) in bodies {
            self.b.switch_to(body);
            self.comm_body(&comms[n], ok);
            self.b.jump(done);
        }
        self.exits.pop();
        self.b.seal(done);
        self.b.switch_to(done);
    }

    /// The chosen case (-1: default) and whether a value was received.
    fn run_select(&mut self, comms: &[Comm<'a>], default: bool) -> SmallVec<[Value; 2]> {
        let results = [Kind::I64, Kind::U8];
        let count = comms.len() as u16;
        let mut args = Run::new();
        if comms.len() <= FEW {
            let mut sends = 0;
            for (i, c) in comms.iter().enumerate() {
                sends |= (c.recv.is_none() as u32) << i;
                args.extend([c.chan, c.elem]);
            }
            let imm2 = sends << 1 | default as u32;
            return self.rt_imm(Intrinsic::Select, count, None, imm2, &args, &results);
        }
        for c in comms {
            let sends = self.b.iconst(c.recv.is_none() as i64);
            args.extend([c.chan, c.elem, sends]);
        }
        self.rt_imm(Intrinsic::SelectMany, count, None, default as u32, &args, &results)
    }

    /// Assigns what was received, then the clause's statements.
    fn comm_body(&mut self, c: &Comm<'a>, ok: Value) {
        if let (Some(elem), Some(s)) = (c.recv, c.clause.comm) {
            let (lhs, define) = match s.kind {
                StmtKind::Define { lhs, .. } => (lhs, true),
                StmtKind::Assign { lhs, .. } => (lhs, false),
                _ => (&[][..], false),
            };
            for (k, l) in lhs.iter().enumerate() {
                let (v, t): (Run, TypeId) = if k == 0 {
                    (self.load(elem, c.elem, 0), elem)
                } else {
                    (Run::from_slice(&[ok]), TypeId::BOOL)
                };
                self.assign_received(l, v, t, define);
            }
        }
        self.stmts(c.clause.body);
    }

    pub fn assign_received(&mut self, l: &'a Expr<'a>, v: Run, t: TypeId, define: bool) {
        if matches!(l.kind, ExprKind::Ident(n) if n == Symbol::BLANK) {
            return;
        }
        if define && let Some(&obj) = self.l.c.info.defs.get(&l.id) {
            let to = self.obj_type(obj);
            let v = self.assign_convert(v, t, to);
            if self.is_per_loop(obj) {
                let p = self.var_place(obj);
                return self.write_place(&p, to, &v);
            }
            return self.declare(obj, Some(v));
        }
        let to = self.type_of(l);
        let v = self.assign_convert(v, t, to);
        self.calls_first_assign(&[l], &[]);
        let p = self.place(l);
        self.write_place(&p, to, &v);
    }
}

/// The channel of `<-c`, `v := <-c`, `v, ok = <-c`.
fn received<'a>(s: &'a crate::syntax::ast::Stmt<'a>) -> Option<&'a Expr<'a>> {
    let mut e = match s.kind {
        StmtKind::Expr(e) => e,
        StmtKind::Define { rhs, .. } | StmtKind::Assign { rhs, .. } => rhs[0],
        _ => return None,
    };
    while let ExprKind::Paren(x) = e.kind {
        e = x;
    }
    match e.kind {
        ExprKind::Unary { op: UnaryOp::Receive, x } => Some(x),
        _ => None,
    }
}
