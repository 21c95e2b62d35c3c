//! Statements.

use gvm_bytecode::Intrinsic;

use super::func::{Exits, FuncLower, Local, Run};
use crate::Symbol;
use crate::syntax::ast::{BinaryOp, BranchKind, Decl, Expr, ForStmt, IfStmt, Stmt, StmtKind};
use crate::types::object::ObjId;
use crate::types::type_::TypeId;

impl<'a> FuncLower<'_, '_, 'a> {
    /// The statements of a block, which is a scope.
    pub fn stmts(&mut self, list: &'a [&'a Stmt<'a>]) {
        let scope = self.b.scope();
        for s in list {
            self.stmt(s, None);
        }
        self.b.leave_scope(scope);
    }

    /// `label`: the label right before the statement.
    pub fn stmt(&mut self, s: &'a Stmt<'a>, label: Option<Symbol>) {
        self.at(s.pos);
        let scope = self.b.scope();
        match s.kind {
            StmtKind::Bad | StmtKind::Empty => {}
            StmtKind::Expr(e) => {
                self.expr(e);
            }
            StmtKind::Send { chan, value, arrow } => {
                let ct = self.type_of(chan);
                let elem = self.elem_type(ct);
                self.calls_first_to(&[chan, value], &[TypeId::INVALID, elem]);
                let mut args = self.expr(chan);
                args.extend(self.expr_as(value, elem));
                self.at(arrow);
                self.rt(Intrinsic::ChanSend, Some(ct), &args, &[]);
            }
            StmtKind::IncDec { x, inc, .. } => {
                self.assign_op(x, if inc { BinaryOp::Add } else { BinaryOp::Sub }, None)
            }
            StmtKind::Assign { lhs, op: Some(op), rhs, .. } => {
                self.assign_op(lhs[0], op, Some(rhs[0]))
            }
            StmtKind::Assign { lhs, rhs, .. } => self.assign(lhs, rhs),
            StmtKind::Define { lhs, rhs, .. } => self.define(lhs, rhs),
            StmtKind::Go(call) => self.go_stmt(call),
            StmtKind::Defer(call) => {
                self.defer_stmt(call);
            }
            StmtKind::Return(es) => self.return_stmt(es),
            StmtKind::Branch { kind, label } => self.branch_stmt(kind, label.map(|l| l.name)),
            StmtKind::Block(b) => self.stmts(b.stmts),
            StmtKind::If(i) => self.if_stmt(i),
            StmtKind::Switch(w) => self.switch(w, label),
            StmtKind::TypeSwitch(w) => self.type_switch(w, label),
            StmtKind::Select(w) => self.select(w, label),
            StmtKind::For(f) => self.for_stmt(f, label),
            StmtKind::Range(r) => self.range(s, r, label),
            StmtKind::Labeled { label, stmt } => {
                let b = self.label_block(label.name);
                self.b.jump(b);
                self.b.switch_to(b);
                self.stmt(stmt, Some(label.name));
            }
            StmtKind::Decl(ds) => {
                for d in ds {
                    if let Decl::Var(v) = d {
                        self.var_spec(v);
                    }
                }
            }
        }
        // What these declare in their heads is theirs alone.
        if matches!(
            s.kind,
            StmtKind::If(_)
                | StmtKind::Switch(_)
                | StmtKind::TypeSwitch(_)
                | StmtKind::Select(_)
                | StmtKind::For(_)
                | StmtKind::Range(_)
        ) {
            self.b.leave_scope(scope);
        }
    }

    fn label_block(&mut self, name: Symbol) -> crate::ir::Block {
        if let Some(&b) = self.labels.get(&name) {
            return b;
        }
        let b = self.b.block();
        self.labels.insert(name, b);
        b
    }

    fn if_stmt(&mut self, i: &'a IfStmt<'a>) {
        if let Some(s) = i.init {
            self.stmt(s, None);
        }
        let (then, done) = (self.b.block(), self.b.block());
        let els = if i.els.is_some() { self.b.block() } else { done };
        self.b.all_after(&[then, els, done]);
        self.cond(i.cond, then, els);
        self.b.seal(then);
        self.b.switch_to(then);
        self.stmts(i.then.stmts);
        self.b.jump(done);
        if let Some(s) = i.els {
            self.b.seal(els);
            self.b.switch_to(els);
            self.stmt(s, None);
            self.b.jump(done);
        }
        self.b.seal(done);
        self.b.switch_to(done);
    }

    fn return_stmt(&mut self, es: &'a [&'a Expr<'a>]) {
        if self.range_body.is_some() {
            return self.return_from_range_body(es);
        }
        if es.is_empty() {
            return self.return_now();
        }
        let types = self.result_types.clone();
        self.calls_first_to(es, &types);
        let pos = self.b.site;
        let values = self.values(es, &types);
        self.b.site = pos;
        if self.has_defer {
            for (k, v) in values.iter().enumerate() {
                let addr = self.result_addrs[k];
                self.store(types[k], addr, 0, v);
            }
            return self.return_now();
        }
        let all: Run = values.into_iter().flatten().collect();
        self.b.ret(&all);
    }

    pub fn branch_stmt(&mut self, kind: BranchKind, label: Option<Symbol>) {
        match kind {
            BranchKind::Goto => {
                let Some(name) = label else { return };
                if self.goto_out_of_range_body(name) {
                    return;
                }
                let b = self.label_block(name);
                self.b.jump(b);
            }
            BranchKind::Fallthrough => {
                if let Some(b) = self.fall {
                    self.b.jump(b);
                }
            }
            BranchKind::Break | BranchKind::Continue => {
                let is_continue = kind == BranchKind::Continue;
                let found = self.exits.iter().rev().find(|x| match label {
                    Some(l) => x.label == Some(l),
                    None => !is_continue || x.cont.is_some(),
                });
                match found.copied() {
                    Some(x) => {
                        let to = if is_continue { x.cont.unwrap_or(x.brk) } else { x.brk };
                        self.b.jump(to);
                    }
                    None => self.branch_out_of_range_body(is_continue, label),
                }
            }
        }
    }

    fn for_stmt(&mut self, f: &'a ForStmt<'a>, label: Option<Symbol>) {
        let mut vars: Vec<ObjId> = Vec::new();
        if let Some(init) = f.init {
            self.stmt(init, None);
            if let StmtKind::Define { lhs, .. } = init.kind {
                vars = lhs.iter().filter_map(|l| self.l.c.info.defs.get(&l.id).copied()).collect();
            }
        }
        let body = self.b.block();
        let post = self.b.block();
        let cond = self.b.block();
        let done = self.b.block();
        self.b.all_after(&[cond, done]);
        self.b.jump(if f.cond.is_some() { cond } else { body });
        self.b.switch_to(body);
        self.exits.push(Exits { label, brk: done, cont: Some(post) });
        self.stmts(f.body.stmts);
        self.exits.pop();
        self.b.jump(post);
        self.b.seal(post);
        self.b.switch_to(post);
        // Each iteration has variables of its own, since go1.22.
        vars.retain(|&v| !self.is_per_loop(v));
        for v in vars {
            if let Some(Local::Memory(var)) = self.vars.get(&v).cloned() {
                let t = self.obj_type(v);
                let old = self.b.read(var);
                let new = self.new_object(t);
                self.copy(t, new, old);
                self.b.write(var, new);
            }
        }
        if let Some(p) = f.post {
            self.stmt(p, None);
        }
        match f.cond {
            Some(c) => {
                self.b.jump(cond);
                self.b.seal(cond);
                self.b.switch_to(cond);
                self.at(c.pos);
                self.cond(c, body, done);
            }
            None => self.b.jump(body),
        }
        self.b.seal(cond);
        self.b.seal(body);
        self.b.seal(done);
        self.b.switch_to(done);
    }
}
