//! Statements.

use super::expr::{Target, unparen};
use super::operand::{Mode, Operand};
use super::{Checker, DeclInfo};
use crate::source::Pos;
use crate::syntax::ast::{
    BinaryOp, Block, Decl, Expr, ExprKind, IfStmt, SelectStmt, Stmt, StmtKind, UnaryOp, VarSpec,
};
use crate::types::constant::Value;
use crate::types::object::{Builtin, ObjId, ObjKind};
use crate::types::type_::{ChanDir, TypeId};

impl<'a> Checker<'a> {
    pub(super) fn block(&mut self, b: &'a Block<'a>) {
        self.in_scope(|c| {
            for s in b.stmts {
                c.stmt(s);
            }
        });
    }

    pub(super) fn opt_stmt(&mut self, s: Option<&'a Stmt<'a>>) {
        if let Some(s) = s {
            self.stmt(s);
        }
    }

    pub(super) fn stmt(&mut self, s: &'a Stmt<'a>) {
        match s.kind {
            StmtKind::Bad | StmtKind::Empty | StmtKind::Branch { .. } => {}
            StmtKind::Expr(e) => self.expr_stmt(e),
            StmtKind::Send { chan, arrow, value } => self.send(s.pos, chan, arrow, value),
            StmtKind::IncDec { x, inc, op_pos } => self.inc_dec(x, inc, op_pos),
            StmtKind::Assign { lhs, op: Some(op), op_pos, rhs } => {
                self.assign_op(lhs, op, op_pos, rhs)
            }
            StmtKind::Assign { lhs, op: None, rhs, .. } => self.assign(lhs, rhs),
            StmtKind::Define { lhs, op_pos, rhs } => self.define(lhs, op_pos, rhs),
            StmtKind::Go(e) => self.go_defer(e, "go"),
            StmtKind::Defer(e) => {
                if let Some(b) = self.env.body {
                    self.body_data.entry(b).or_default().has_defer = true;
                }
                self.go_defer(e, "defer");
            }
            StmtKind::Return(values) => self.return_stmt(s.pos, values),
            StmtKind::Block(b) => self.block(b),
            StmtKind::If(i) => self.if_stmt(i),
            StmtKind::Switch(w) => self.switch_stmt(w),
            StmtKind::TypeSwitch(w) => self.type_switch(w),
            StmtKind::Select(w) => self.select(w),
            StmtKind::For(f) => self.in_scope(|c| {
                c.opt_stmt(f.init);
                if let Some(StmtKind::Define { lhs, .. }) = f.init.map(|s| &s.kind) {
                    for l in *lhs {
                        if let Some(&obj) = c.info.defs.get(&l.id) {
                            c.mark_per_loop(s.pos, obj);
                        }
                    }
                }
                if let Some(e) = f.cond {
                    c.condition(e, "for");
                }
                if let Some(p) = f.post {
                    c.stmt(p);
                }
                c.block(f.body);
            }),
            StmtKind::Range(r) => self.range_stmt(s.pos, r),
            StmtKind::Labeled { stmt, .. } => self.stmt(stmt),
            StmtKind::Decl(ds) => {
                for d in ds {
                    self.local_decl(d);
                }
            }
        }
    }

    fn if_stmt(&mut self, i: &'a IfStmt<'a>) {
        self.in_scope(|c| {
            c.opt_stmt(i.init);
            c.condition(i.cond, "if");
            c.block(i.then);
            c.opt_stmt(i.els);
        });
    }

    fn condition(&mut self, e: &'a Expr<'a>, what: &str) {
        let mut x = self.expr(e);
        if x.is_invalid() {
            return;
        }
        if !self.all_boolean(x.typ) {
            self.error(e.pos, format!("non-boolean condition in {what} statement"));
            return;
        }
        if self.is_untyped(x.typ) {
            self.convert_untyped(&mut x, TypeId::BOOL);
        }
    }

    fn expr_stmt(&mut self, e: &'a Expr<'a>) {
        let mut x = self.raw_expr(e, None);
        let what = match x.mode {
            Mode::Invalid | Mode::NoValue => return,
            Mode::Builtin(_) => "must be called",
            Mode::TypeExpr => "is not an expression",
            _ => {
                if self.is_statement_expr(e) {
                    return;
                }
                "is not used"
            }
        };
        x.expr = Some(e);
        let d = self.describe(&x);
        self.error(e.pos, format!("{d} {what}"));
    }

    fn is_statement_expr(&self, e: &'a Expr<'a>) -> bool {
        match unparen(e).kind {
            ExprKind::Unary { op: UnaryOp::Receive, .. } => true,
            ExprKind::Call { fun, .. } => {
                match self.info.exprs.get(&unparen(fun).id).map(|t| t.mode) {
                    Some(crate::types::info::ExprMode::Type) => false,
                    Some(crate::types::info::ExprMode::Builtin(b)) => is_statement_builtin(b),
                    _ => true,
                }
            }
            _ => false,
        }
    }

    fn go_defer(&mut self, e: &'a Expr<'a>, what: &str) {
        let ExprKind::Call { fun, .. } = unparen(e).kind else {
            self.eval(e, None, None, true);
            self.error(e.pos, format!("expression in {what} must be function call"));
            return;
        };
        let mut x = self.raw_expr(e, None);
        if x.is_invalid() {
            return;
        }
        x.expr = Some(e);
        match self.info.exprs.get(&unparen(fun).id).map(|t| t.mode) {
            Some(crate::types::info::ExprMode::Type) => {
                let d = self.describe(&x);
                self.error(e.pos, format!("{what} requires function call, not conversion {d}"));
            }
            Some(crate::types::info::ExprMode::Builtin(b)) if !is_statement_builtin(b) => {
                let d = self.describe(&x);
                self.error(e.pos, format!("{what} discards result of {d}"));
            }
            _ => {}
        }
    }

    fn send(&mut self, _pos: Pos, chan: &'a Expr<'a>, _arrow: Pos, value: &'a Expr<'a>) {
        let c = self.expr(chan);
        let elem = if c.is_invalid() { None } else { self.chan_elem(c.typ, ChanDir::Send).ok() };
        let mut v = self.expr_hint(value, elem, Target::Text("send"));
        if c.is_invalid() || v.is_invalid() {
            return;
        }
        match self.chan_elem(c.typ, ChanDir::Send) {
            Ok(t) => self.assignment(&mut v, Some(t), "send"),
            Err(why) => {
                let d = self.describe(&c);
                let m = self.chan_error("send to", "receive-only", &d, c.typ, why);
                self.error(_pos, format!("invalid operation: {m}"));
            }
        }
    }

    fn inc_dec(&mut self, e: &'a Expr<'a>, inc: bool, _op_pos: Pos) {
        let x = self.expr(e);
        if x.is_invalid() {
            return;
        }
        if !self.all_numeric(x.typ) {
            let (s, t) = (self.expr_str(e), self.type_str(x.typ));
            let op = if inc { "++" } else { "--" };
            self.error(e.pos, format!("invalid operation: {s}{op} (non-numeric type {t})"));
            return;
        }
        let mut y = Operand { mode: Mode::Value, typ: x.typ, val: Value::Unknown, expr: Some(e) };
        self.reassign(e, &mut y);
    }

    /// `e = x` after `e` has been used as a value. Does not undo that use.
    fn reassign(&mut self, e: &'a Expr<'a>, x: &mut Operand<'a>) {
        self.assign_value(e, x, "assignment operation");
    }

    fn assign_op(
        &mut self,
        lhs: &'a [&'a Expr<'a>],
        op: BinaryOp,
        op_pos: Pos,
        rhs: &'a [&'a Expr<'a>],
    ) {
        let ([l], [r]) = (lhs, rhs) else {
            // The parser takes no others.
            return;
        };
        // Both operands count as used.
        let mut x = self.binary(None, op, op_pos, l, r);
        if x.is_invalid() {
            // Its left side is still looked at, unless that was what is wrong.
            if self.info.exprs.contains_key(&l.id) {
                let x = self.unassigned(l);
                let _ = self.place(l, x);
            }
            return;
        }
        x.expr = Some(r);
        if x.is_const() {
            x.mode = Mode::Value;
        }
        self.assign_value(l, &mut x, "assignment operation");
    }

    fn select(&mut self, w: &'a SelectStmt<'a>) {
        let mut default: Option<Pos> = None;
        for c in w.clauses {
            match c.comm {
                None => {
                    if let Some(first) = default {
                        let at = self.pos_str(first);
                        self.error(c.pos, format!("multiple defaults (first at {at})"));
                    }
                    default.get_or_insert(c.pos);
                }
                Some(s) => {
                    let rhs = match s.kind {
                        StmtKind::Expr(e) => Some(e),
                        StmtKind::Define { rhs: [r], .. } => Some(*r),
                        StmtKind::Assign { rhs: [r], .. } => Some(*r),
                        _ => None,
                    };
                    if let StmtKind::Assign { op: Some(_), op_pos, .. } = s.kind {
                        let what = "select case must be receive, send or assign recv";
                        self.late.push((0, op_pos, what.into()));
                    }
                    let send = matches!(s.kind, StmtKind::Send { .. });
                    let receive = rhs.is_some_and(|e| {
                        matches!(unparen(e).kind, ExprKind::Unary { op: UnaryOp::Receive, .. })
                    });
                    if !send && !receive {
                        // gc's place for a call is its parenthesis, for an operation its operator.
                        let at = match s.kind {
                            StmtKind::Expr(e) => match e.kind {
                                ExprKind::Call { lparen, .. } => lparen,
                                ExprKind::Binary { op_pos, .. } => op_pos,
                                _ => s.pos,
                            },
                            _ => s.pos,
                        };
                        self.error(
                            at,
                            "select case must be send or receive (possibly with assignment)",
                        );
                        continue;
                    }
                }
            }
            self.in_scope(|k| {
                k.opt_stmt(c.comm);
                for s in c.body {
                    k.stmt(s);
                }
            });
        }
    }

    // Declarations in functions.

    fn local_decl(&mut self, d: &'a Decl<'a>) {
        let Some(scope) = self.env.scope else { return };
        match *d {
            Decl::Import(_) | Decl::Func(_) => {}
            Decl::Type(spec) => self.local_type(spec, scope),
            Decl::Const(spec) => {
                let mut objs = Vec::new();
                for (i, &name) in spec.names.iter().enumerate() {
                    let obj =
                        self.new_object(name, ObjKind::Const(Value::Unknown), TypeId::INVALID);
                    self.const_decl(obj, spec, i);
                    objs.push((name, obj));
                }
                self.const_arity(spec);
                for (name, obj) in objs {
                    self.declare(scope, name, obj);
                }
            }
            Decl::Var(spec) => self.local_var(spec, scope),
        }
    }

    fn local_var(&mut self, spec: &'a VarSpec<'a>, scope: super::ScopeId) {
        let typ = spec.typ.map(|e| self.var_type(e)).unwrap_or(TypeId::INVALID);
        let bad_type = spec.typ.is_some() && typ == TypeId::INVALID;
        let objs: Vec<ObjId> = spec.names.iter().map(|&n| self.new_local(n, typ)).collect();
        if bad_type {
            for e in spec.values {
                self.raw_expr(e, None);
            }
        } else if spec.values.len() == spec.names.len() {
            for (&o, e) in objs.iter().zip(spec.values) {
                let hint = Some(typ).filter(|&t| t != TypeId::INVALID);
                let mut x = self.expr_hint(e, hint, Target::Object(o));
                self.init_var(o, &mut x, "variable declaration");
            }
        } else if !spec.values.is_empty() {
            self.var_counts(spec, &objs);
        }
        for (&name, obj) in spec.names.iter().zip(objs) {
            self.declare(scope, name, obj);
        }
    }

    /// A different number of variables and expressions.
    fn var_counts(&mut self, spec: &'a VarSpec<'a>, objs: &[ObjId]) {
        if self.arity(spec.names, spec.values, spec.values.len() == 1) {
            self.init_vars(objs, spec.values, None);
            return;
        }
        // Those that are too many are not looked at.
        for e in spec.values.iter().take(spec.names.len()) {
            self.raw_expr(e, None);
        }
    }

    /// Whether `obj` is declared by a type declaration of a function.
    pub fn is_local_type(&self, obj: ObjId) -> bool {
        self.local_decls.contains_key(&obj)
            && !matches!(self.decls.get(&obj), Some((DeclInfo::Type(_), _)))
    }
}

fn is_statement_builtin(b: Builtin) -> bool {
    matches!(
        b,
        Builtin::Clear
            | Builtin::Close
            | Builtin::Copy
            | Builtin::Delete
            | Builtin::Panic
            | Builtin::Print
            | Builtin::Println
            | Builtin::Recover
    )
}
