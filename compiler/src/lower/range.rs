//! `for … range`: integers, slices, arrays, strings, maps, channels, functions.

use gvm_bytecode::image::Kind;
use gvm_bytecode::intrinsic::range_state;
use gvm_bytecode::op::Op;
use gvm_bytecode::{Intrinsic, Trap};

use super::func::{Exits, FuncLower, Local, Run};
use super::order::{has_call, is_blank};
use super::place::Place;
use crate::Symbol;
use crate::ir::{Cond, InstKind, Value};
use crate::syntax::ast::{Expr, RangeStmt, Stmt, StmtKind};
use crate::syntax::walk::{self, Node};
use crate::types::object::ObjId;
use crate::types::type_::{Basic, Signature, TypeId, TypeKind};

/// The function this is, is the body of a range-over-func loop.
#[derive(Clone, Debug)]
pub struct RangeBody {
    /// Hidden variable with the address of the loop's control words: exit code, state.
    control: ObjId,
    label: Option<Symbol>,
    /// Ways out of the loop other than its own end: what the loop's function does for each code.
    pending: Vec<Pending>,
    /// Hidden variables with the addresses of the results of the function around.
    results: Vec<ObjId>,
    /// Hidden variable that names the frame of the function around, for its `defer`s.
    frame: ObjId,
    /// Labels in the body; `goto` to another leaves it.
    labels: Vec<Symbol>,
    /// How many such bodies it is in, itself counted.
    depth: u32,
}

/// How deep bodies of loops over functions may nest: each has the name of the one around it in its own,
/// so names grow with the square.
const DEEPEST: u32 = 10_000;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Pending {
    Return,
    Branch { is_continue: bool, label: Option<Symbol> },
    Goto(Symbol),
}

/// Object numbers from here on are variables the lowering made up.
pub const HIDDEN: u32 = u32::MAX - (1 << 20);

impl<'a> FuncLower<'_, '_, 'a> {
    pub fn range(&mut self, s: &'a Stmt<'a>, r: &'a RangeStmt<'a>, label: Option<Symbol>) {
        let t = self.type_of(r.x);
        for l in [r.key, r.value].into_iter().flatten().filter(|_| r.define) {
            if let Some(&obj) = self.l.c.info.defs.get(&l.id)
                && self.is_per_loop(obj)
            {
                self.declare(obj, None);
            }
        }
        self.calls_first(&[r.x]);
        match self.l.under(t) {
            TypeKind::Basic(b) if b.is_string() => self.range_string(r, label),
            TypeKind::Basic(_) => self.range_int(r, t, label),
            TypeKind::Slice(elem) => {
                let x = self.expr(r.x);
                self.range_elements(r, x[0], x[1], elem, label);
            }
            TypeKind::Array(n, elem) => {
                let wants_value = r.value.is_some_and(|v| !is_blank(v));
                let len = self.b.iconst(n);
                let base = if wants_value {
                    // The loop goes over a copy.
                    let v = self.expr(r.x);
                    if self.l.rep(t).boxed {
                        v[0]
                    } else {
                        let at = self.new_object(t);
                        self.store(t, at, 0, &v);
                        at
                    }
                } else {
                    // Its length is not constant when something is called, so that is done.
                    if has_call(r.x) {
                        self.expr(r.x);
                    }
                    self.b.nil()
                };
                self.range_elements(r, base, len, elem, label);
            }
            TypeKind::Pointer(p) => {
                let x = self.expr(r.x);
                if let TypeKind::Array(n, elem) = self.l.under(p) {
                    if n > 0 && r.value.is_some_and(|v| !is_blank(v)) {
                        self.nil_check(x[0]);
                    }
                    let len = self.b.iconst(n);
                    self.range_elements(r, x[0], len, elem, label);
                }
            }
            TypeKind::Map(k, v) => self.range_map(r, t, k, v, label),
            TypeKind::Chan(..) => self.range_chan(r, t, label),
            TypeKind::Signature(sig) => self.range_func(s, r, &sig, label),
            _ => self.unsupported(r.x.pos, "range over this type"),
        }
    }

    /// Gives both iteration variables their values. Operands of both are evaluated before either
    /// is assigned to.
    fn iterations(
        &mut self,
        r: &'a RangeStmt<'a>,
        key: Option<(Run, TypeId)>,
        value: Option<(Run, TypeId)>,
    ) {
        let targets: Vec<&'a Expr<'a>> = match r.define {
            true => Vec::new(),
            false => r.key.into_iter().chain(r.value).collect(),
        };
        self.calls_first_assign(&targets, &[]);
        let mut ready = Vec::new();
        for (target, v) in [(r.key, key), (r.value, value)] {
            let (Some(l), Some((v, t))) = (target, v) else { continue };
            if is_blank(l) {
                continue;
            }
            let declared = if r.define { self.l.c.info.defs.get(&l.id).copied() } else { None };
            match declared {
                Some(_) => ready.push((l, None, v, t)),
                None => {
                    let place = self.place(l);
                    ready.push((l, Some(place), v, t));
                }
            }
        }
        for (l, place, v, t) in ready {
            match place {
                None => self.assign_received(l, v, t, true),
                Some(p) => {
                    let to = self.type_of(l);
                    let v = self.assign_convert(v, t, to);
                    self.write_place(&p, to, &v);
                }
            }
        }
    }

    /// Gives an iteration variable its value.
    fn iteration(&mut self, target: Option<&'a Expr<'a>>, v: Run, t: TypeId, define: bool) {
        if let Some(l) = target {
            self.assign_received(l, v, t, define);
        }
    }

    /// The loop over 0..n: `each` makes the iteration variables from the index.
    fn count_loop(
        &mut self,
        r: &'a RangeStmt<'a>,
        n: Value,
        label: Option<Symbol>,
        each: impl FnOnce(&mut Self, Value),
    ) {
        let kind = Kind::I64;
        let i = self.b.var(kind);
        let zero = self.b.iconst(0);
        self.b.write(i, zero);
        let (body, post, cond, done) =
            (self.b.block(), self.b.block(), self.b.block(), self.b.block());
        self.b.all_after(&[cond, done]);
        let site = self.b.site;
        self.b.jump(cond);
        self.b.switch_to(body);
        self.exits.push(Exits { label, brk: done, cont: Some(post) });
        let index = self.b.read(i);
        each(self, index);
        self.stmts(r.body.stmts);
        self.exits.pop();
        self.b.jump(post);
        self.b.seal(post);
        self.b.switch_to(post);
        self.b.site = site;
        let old = self.b.read(i);
        let one = self.b.iconst(1);
        let next = self.b.op(Op::Add, &[old, one], kind);
        self.b.write(i, next);
        self.b.jump(cond);
        self.b.seal(cond);
        self.b.switch_to(cond);
        let now = self.b.read(i);
        self.b.branch(Cond::Lt, &[now, n], body, done);
        self.b.seal(body);
        self.b.seal(done);
        self.b.switch_to(done);
    }

    fn range_int(&mut self, r: &'a RangeStmt<'a>, t: TypeId, label: Option<Symbol>) {
        // An untyped constant takes the variable's type.
        let t = match r.key {
            Some(k) if r.define => {
                self.l.c.info.defs.get(&k.id).copied().map(|o| self.obj_type(o)).unwrap_or(t)
            }
            Some(k) if !is_blank(k) => self.type_of(k),
            _ => t,
        };
        let t = self.l.c.types.default_type_id(t);
        let n = self.expr_as(r.x, t)[0];
        let unsigned = matches!(self.l.under(t), TypeKind::Basic(b) if b.is_unsigned() && matches!(b, Basic::Uint | Basic::Uint64 | Basic::Uintptr));
        if unsigned {
            // Beyond int64 the loop would not end in a lifetime; the signed comparison is exact below.
            let top = self.b.iconst(i64::MAX);
            let (big, ok) = (self.b.block(), self.b.block());
            self.b.branch(Cond::LtU, &[top, n], big, ok);
            self.b.seal(big);
            self.b.switch_to(big);
            self.b.unreachable();
            self.b.seal(ok);
            self.b.switch_to(ok);
        }
        self.count_loop(r, n, label, |f, i| f.iteration(r.key, Run::from_slice(&[i]), t, r.define));
    }

    fn range_elements(
        &mut self,
        r: &'a RangeStmt<'a>,
        base: Value,
        len: Value,
        elem: TypeId,
        label: Option<Symbol>,
    ) {
        let elem = self.l.c.types.canon(elem);
        self.count_loop(r, len, label, |f, i| {
            let value = r.value.filter(|v| !is_blank(v)).map(|_| {
                let site = f.b.site;
                let x = f.read_place(&Place::Element { base, index: i, len, site }, elem);
                (x, elem)
            });
            f.iterations(r, Some((Run::from_slice(&[i]), TypeId::INT)), value);
        });
    }

    fn range_string(&mut self, r: &'a RangeStmt<'a>, label: Option<Symbol>) {
        let x = self.expr(r.x);
        let (at, next) = (self.b.var(Kind::I64), self.b.var(Kind::I64));
        let zero = self.b.iconst(0);
        self.b.write(next, zero);
        let (body, cond, done) = (self.b.block(), self.b.block(), self.b.block());
        self.b.all_after(&[cond, done]);
        self.b.jump(cond);
        self.b.switch_to(body);
        self.exits.push(Exits { label, brk: done, cont: Some(cond) });
        let i = self.b.read(next);
        self.b.write(at, i);
        let d = self.rt(Intrinsic::StrDecode, None, &[x[0], x[1], i], &[Kind::I32, Kind::I64]);
        let after = self.b.op(Op::Add, &[i, d[1]], Kind::I64);
        self.b.write(next, after);
        let key = (Run::from_slice(&[i]), TypeId::INT);
        self.iterations(r, Some(key), Some((Run::from_slice(&[d[0]]), TypeId::INT32)));
        self.stmts(r.body.stmts);
        self.exits.pop();
        self.b.jump(cond);
        self.b.seal(cond);
        self.b.switch_to(cond);
        let i = self.b.read(next);
        self.b.branch(Cond::Lt, &[i, x[1]], body, done);
        self.b.seal(body);
        self.b.seal(done);
        self.b.switch_to(done);
    }

    fn range_map(
        &mut self,
        r: &'a RangeStmt<'a>,
        t: TypeId,
        k: TypeId,
        v: TypeId,
        label: Option<Symbol>,
    ) {
        let m = self.expr(r.x);
        let it = self.rt(Intrinsic::MapIterNew, Some(t), &m, &[Kind::Ptr])[0];
        let (k, v) = (self.l.c.types.canon(k), self.l.c.types.canon(v));
        let (body, cond, done) = (self.b.block(), self.b.block(), self.b.block());
        let (kp, vp) = (self.b.var(Kind::Ptr), self.b.var(Kind::Ptr));
        self.b.all_after(&[cond, done]);
        self.b.jump(cond);
        self.b.switch_to(body);
        self.exits.push(Exits { label, brk: done, cont: Some(cond) });
        let (ka, va) = (self.b.read(kp), self.b.read(vp));
        // Both are read before anything is assigned.
        let key = r.key.filter(|e| !is_blank(e)).map(|_| (self.load(k, ka, 0), k));
        let value = r.value.filter(|e| !is_blank(e)).map(|_| (self.load(v, va, 0), v));
        self.iterations(r, key, value);
        self.stmts(r.body.stmts);
        self.exits.pop();
        self.b.jump(cond);
        self.b.seal(cond);
        self.b.switch_to(cond);
        let next =
            self.rt(Intrinsic::MapIterNext, Some(t), &[it], &[Kind::U8, Kind::Ptr, Kind::Ptr]);
        self.b.write(kp, next[1]);
        self.b.write(vp, next[2]);
        self.b.branch(Cond::True, &[next[0]], body, done);
        self.b.seal(body);
        self.b.seal(done);
        self.b.switch_to(done);
    }

    fn range_chan(&mut self, r: &'a RangeStmt<'a>, t: TypeId, label: Option<Symbol>) {
        let c = self.scalar(r.x);
        let elem = self.elem_type(t);
        let (head, body, done) = (self.b.block(), self.b.block(), self.b.block());
        let site = self.b.site;
        self.b.all_after(&[done]);
        self.b.jump(head);
        self.b.switch_to(head);
        self.b.site = site;
        let mut v = self.recv(c, t);
        let ok = v.pop().unwrap_or(c);
        self.b.branch(Cond::True, &[ok], body, done);
        self.b.seal(body);
        self.b.switch_to(body);
        self.exits.push(Exits { label, brk: done, cont: Some(head) });
        self.iteration(r.key, v, elem, r.define);
        self.stmts(r.body.stmts);
        self.exits.pop();
        self.b.jump(head);
        self.b.seal(head);
        self.b.seal(done);
        self.b.switch_to(done);
    }

    // Functions.

    /// A hidden variable: even numbers hold pointers, odd ones scalars.
    fn hidden(&mut self, value: Value) -> ObjId {
        self.l.hidden += 2;
        let obj = ObjId(HIDDEN + self.l.hidden + !self.b.func.is_ptr(value) as u32);
        self.vars.insert(obj, Local::Fixed(Run::from_slice(&[value])));
        obj
    }

    /// `defer` in the body of a range-over-func loop: on the list of the function around.
    pub fn defer_outside(&mut self, closure: Value) -> bool {
        let Some(frame) = self.range_body.as_ref().map(|b| b.frame) else { return false };
        if let Local::Fixed(run) = self.local(frame) {
            self.b.inst(InstKind::Op(Op::DeferTo), &[closure, run[0]], &[]);
        }
        true
    }

    fn range_func(
        &mut self,
        s: &'a Stmt<'a>,
        r: &'a RangeStmt<'a>,
        sig: &Signature,
        label: Option<Symbol>,
    ) {
        let TypeKind::Signature(yield_sig) = self.l.under(sig.params[0]) else { return };
        let depth = self.range_body.as_ref().map_or(1, |b| b.depth + 1);
        if depth > DEEPEST {
            return self.unsupported(s.pos, &format!("nesting deeper than {DEEPEST}"));
        }
        let f = self.expr(r.x);
        let words = self.l.c.types.array(2, TypeId::INT64);
        let control_at = self.new_object(words);
        let control = self.hidden(control_at);
        let results: Vec<ObjId> = match &self.range_body {
            Some(outer) => outer.results.clone(),
            None => {
                let addrs = self.result_addrs.clone();
                addrs.into_iter().map(|a| self.hidden(a)).collect()
            }
        };
        let frame = match &self.range_body {
            Some(outer) => outer.frame,
            None => {
                let token = self.b.op(Op::FrameToken, &[], Kind::I64);
                self.hidden(token)
            }
        };
        let params: Vec<TypeId> = yield_sig.params.iter().map(|&p| self.subst(p)).collect();
        let kinds = self.l.kinds(&params);
        self.l.hidden += 2;
        let name = format!("{}-range{}", self.name, self.l.hidden / 2);
        let id = self.l.new_func();
        let sub = self.sub.clone();
        let result_types = self.result_types.clone();
        let (mut c, values) = FuncLower::new(&mut *self.l, name, &kinds, sub);
        c.is_closure = true;
        c.result_types = result_types;
        c.b.func.results = vec![Kind::U8];
        let mut labels = Vec::new();
        walk::block(r.body, &mut |n| {
            if let Node::Stmt(Stmt { kind: StmtKind::Labeled { label, .. }, .. }) = n {
                labels.push(label.name);
            }
            // Nothing jumps into the body of another such loop.
            match n {
                Node::Stmt(Stmt { kind: StmtKind::Range(inner), .. }) => !c.over_func(inner),
                n => !matches!(n, Node::Expr(_)),
            }
        });
        let pending = Vec::new();
        c.range_body = Some(RangeBody { control, label, pending, results, frame, labels, depth });
        c.at(s.pos);
        // A call after the loop was left is an error of the iterator.
        let at = c.control_address();
        let state = c.b.one(InstKind::Load(Op::Ld64, 8), &[at], Kind::I64);
        let (bad, good) = (c.b.block(), c.b.block());
        c.b.branch(Cond::True, &[state], bad, good);
        c.b.seal(bad);
        c.b.switch_to(bad);
        c.rt_imm(Intrinsic::PanicTrap, Trap::RangeFuncState as u16, None, 0, &[state, state], &[]);
        c.b.unreachable();
        c.b.seal(good);
        c.b.switch_to(good);
        c.set_state(at, range_state::RUNNING);
        let mut at = 0;
        let mut given = Vec::new();
        for &t in &params {
            let n = c.l.rep(t).count();
            given.push((Run::from_slice(&values[at..at + n]), t));
            at += n;
        }
        let mut given = given.into_iter();
        let (key, value) = (given.next(), given.next());
        c.iterations(r, key, value);
        c.stmts(r.body.stmts);
        if !c.b.is_dead() {
            c.end_iteration(true);
        }
        let captures = c.captures.clone();
        let pending = c.range_body.take().map(|b| b.pending).unwrap_or_default();
        let func = c.finish();
        self.l.emit(id, func, s.pos);
        let closure = self.capture(id, &captures);
        self.b.inst(InstKind::CallClosure, &[f[0], closure], &[]);
        let state = self.b.one(InstKind::Load(Op::Ld64, 8), &[control_at], Kind::I64);
        let running = self.b.iconst(range_state::RUNNING);
        let (lost, fine) = (self.b.block(), self.b.block());
        self.b.branch(Cond::Eq, &[state, running], lost, fine);
        self.b.seal(lost);
        self.b.switch_to(lost);
        let why = self.b.iconst(range_state::LOST_PANIC);
        let trap = Trap::RangeFuncState as u16;
        self.rt_imm(Intrinsic::PanicTrap, trap, None, 0, &[why, why], &[]);
        self.b.unreachable();
        self.b.seal(fine);
        self.b.switch_to(fine);
        // Further calls of its body are errors.
        self.set_state(control_at, range_state::OVER);
        if pending.is_empty() {
            return;
        }
        let code = self.b.one(InstKind::Load(Op::Ld64, 0), &[control_at], Kind::I64);
        for (k, p) in pending.into_iter().enumerate() {
            let (hit, next) = (self.b.block(), self.b.block());
            let n = self.b.iconst(k as i64 + 1);
            self.b.branch(Cond::Eq, &[code, n], hit, next);
            self.b.seal(hit);
            self.b.switch_to(hit);
            match p {
                Pending::Return if self.range_body.is_some() => {
                    self.leave_range_body(Pending::Return)
                }
                Pending::Return => self.return_now(),
                Pending::Goto(label) => {
                    self.branch_stmt(crate::syntax::ast::BranchKind::Goto, Some(label))
                }
                Pending::Branch { is_continue, label } => {
                    use crate::syntax::ast::BranchKind;
                    self.branch_stmt(
                        if is_continue { BranchKind::Continue } else { BranchKind::Break },
                        label,
                    );
                }
            }
            self.b.seal(next);
            self.b.switch_to(next);
        }
    }

    fn control_address(&mut self) -> Value {
        let Some(control) = self.range_body.as_ref().map(|b| b.control) else {
            return self.b.nil();
        };
        match self.local(control) {
            Local::Fixed(run) => run[0],
            _ => self.b.nil(),
        }
    }

    /// Notes why the loop is left and ends the body with false.
    fn leave_range_body(&mut self, why: Pending) {
        let Some(body) = self.range_body.as_mut() else { return };
        let code = match body.pending.iter().position(|p| *p == why) {
            Some(i) => i,
            None => {
                body.pending.push(why);
                body.pending.len() - 1
            }
        };
        let at = self.control_address();
        let n = self.b.iconst(code as i64 + 1);
        self.b.inst(InstKind::Store(Op::St64, 0), &[n, at], &[]);
        self.end_iteration(false);
    }

    fn set_state(&mut self, control: Value, state: i64) {
        let v = self.b.iconst(state);
        self.b.inst(InstKind::Store(Op::St64, 8), &[v, control], &[]);
    }

    /// Returns from the body: true goes on with the loop.
    fn end_iteration(&mut self, go_on: bool) {
        let at = self.control_address();
        self.set_state(at, if go_on { range_state::READY } else { range_state::LEFT });
        let v = self.b.iconst(go_on as i64);
        self.b.ret(&[v]);
    }

    pub fn return_from_range_body(&mut self, es: &'a [&'a Expr<'a>]) {
        let types = self.result_types.clone();
        if !es.is_empty() {
            self.calls_first_to(es, &types);
            let values = self.values(es, &types);
            let hidden = self.range_body.as_ref().map(|b| b.results.clone()).unwrap_or_default();
            for ((v, &t), obj) in values.iter().zip(&types).zip(hidden) {
                if let Local::Fixed(run) = self.local(obj) {
                    self.store(t, run[0], 0, v);
                }
            }
        }
        self.leave_range_body(Pending::Return);
    }

    /// `goto` from a body to a label outside it; false when the label is in this function.
    pub fn goto_out_of_range_body(&mut self, label: Symbol) -> bool {
        match &self.range_body {
            Some(b) if !b.labels.contains(&label) => {
                self.leave_range_body(Pending::Goto(label));
                true
            }
            _ => false,
        }
    }

    /// `break` or `continue` of something outside this function: of the range-over-func loop this
    /// is the body of, or of a statement around that.
    pub fn branch_out_of_range_body(&mut self, is_continue: bool, label: Option<Symbol>) {
        let Some(own) = self.range_body.as_ref().map(|b| b.label) else { return };
        if label.is_none() || label == own {
            return self.end_iteration(is_continue);
        }
        self.leave_range_body(Pending::Branch { is_continue, label });
    }
}
