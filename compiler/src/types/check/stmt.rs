//! Statements.

use super::Checker;
use super::operand::Mode;
use crate::syntax::ast::{CommClause, Expr, ExprKind, IfStmt, SelectStmt, Stmt, StmtKind, UnaryOp};
use crate::types::object::Builtin;
use crate::types::type_::ChanDir;

impl<'a> Checker<'a> {
    pub(super) fn block_stmts(&mut self, list: &'a [&'a Stmt<'a>]) {
        for s in list {
            self.stmt(s);
        }
    }

    pub(super) fn stmt(&mut self, s: &'a Stmt<'a>) {
        match s.kind {
            StmtKind::Bad | StmtKind::Empty | StmtKind::Branch { .. } => {}
            StmtKind::Expr(e) => self.expr_stmt(e),
            StmtKind::Send { chan, value, arrow } => {
                let c = self.expr(chan);
                let mut v = self.expr(value);
                if c.is_invalid() || v.is_invalid() {
                    return;
                }
                match self.chan_elem(c.typ, ChanDir::Send) {
                    Ok(t) => self.assignment(&mut v, Some(t), "send"),
                    Err(why) => {
                        let d = self.describe(&c);
                        let m = self.chan_error("send to", "receive-only", &d, c.typ, why);
                        self.error(arrow, format!("invalid operation: {m}"));
                    }
                }
            }
            StmtKind::IncDec { x, inc, .. } => {
                let v = self.expr(x);
                if v.is_invalid() {
                    return;
                }
                if !self.all_numeric(v.typ) {
                    let (e, t) = (self.expr_str(x), self.type_str(v.typ));
                    self.error(x.pos, format!("invalid operation: {e}{} (non-numeric type {t})", if inc { "++" } else { "--" }));
                    return;
                }
                let _ = self.left_side(x);
            }
            StmtKind::Assign { lhs, op: Some(op), op_pos, rhs } => {
                if lhs.len() != 1 || rhs.len() != 1 {
                    let text = super::expr::op_str(op);
                    self.error(op_pos, format!("assignment operation {text}= requires single-valued expressions"));
                    return;
                }
                self.assign_op_stmt(lhs[0], op, op_pos, rhs[0]);
            }
            StmtKind::Assign { lhs, rhs, op_pos, .. } => self.assign_stmt(lhs, rhs, op_pos),
            StmtKind::Define { lhs, rhs, op_pos } => self.define_stmt(lhs, rhs, op_pos),
            StmtKind::Go(e) => self.call_stmt(e, "go"),
            StmtKind::Defer(e) => self.call_stmt(e, "defer"),
            StmtKind::Return(es) => self.return_stmt(es, s.pos),
            StmtKind::Block(b) => self.in_scope(|c| c.block_stmts(b.stmts)),
            StmtKind::If(i) => self.if_stmt(i),
            StmtKind::Switch(w) => self.switch_stmt(w),
            StmtKind::TypeSwitch(w) => self.type_switch_stmt(w),
            StmtKind::Select(w) => self.select_stmt(w),
            StmtKind::For(f) => self.in_scope(|c| {
                if let Some(init) = f.init {
                    c.stmt(init);
                }
                if let Some(e) = f.cond {
                    c.condition(e, "for");
                }
                if let Some(post) = f.post {
                    if let StmtKind::Define { .. } = post.kind {
                        c.soft_error(post.pos, "cannot declare in post statement of for loop");
                    }
                    c.stmt(post);
                }
                c.in_scope(|c| c.block_stmts(f.body.stmts));
            }),
            StmtKind::Range(r) => self.range_stmt(r),
            StmtKind::Labeled { stmt, .. } => self.stmt(stmt),
            StmtKind::Decl(ds) => ds.iter().for_each(|d| self.local_decl(d)),
        }
    }

    fn expr_stmt(&mut self, e: &'a Expr<'a>) {
        let x = self.raw_expr(e, None);
        if x.is_invalid() {
            return;
        }
        let inner = super::expr::unparen(e);
        let what = match x.mode {
            Mode::Builtin(_) => "must be called",
            Mode::TypeExpr => "is not an expression",
            _ => match inner.kind {
                ExprKind::Unary { op: UnaryOp::Receive, .. } => return,
                ExprKind::Call { fun, .. } if !self.is_value_call(fun) => return,
                _ => "is not used",
            },
        };
        let d = self.describe(&x);
        self.error(e.pos, format!("{d} {what}"));
    }

    /// A conversion, or a builtin whose value must be used.
    fn is_value_call(&self, fun: &'a Expr<'a>) -> bool {
        let f = super::expr::unparen(fun);
        use crate::types::info::ExprMode;
        match self.info.exprs.get(&f.id).map(|tv| tv.mode) {
            Some(ExprMode::Type) => true,
            Some(ExprMode::Builtin(b)) => !matches!(
                b,
                Builtin::Clear | Builtin::Close | Builtin::Copy | Builtin::Delete | Builtin::Panic | Builtin::Print | Builtin::Println | Builtin::Recover
            ),
            _ => false,
        }
    }

    fn call_stmt(&mut self, e: &'a Expr<'a>, what: &str) {
        let inner = super::expr::unparen(e);
        let ExprKind::Call { fun, .. } = inner.kind else {
            self.raw_expr(e, None);
            self.error(e.pos, format!("expression in {what} must be function call"));
            return;
        };
        if !std::ptr::eq(inner, e) {
            self.error(e.pos, format!("expression in {what} must not be parenthesized"));
        }
        let x = self.raw_expr(inner, None);
        if x.is_invalid() {
            return;
        }
        let f = super::expr::unparen(fun);
        use crate::types::info::ExprMode;
        if self.info.exprs.get(&f.id).is_some_and(|tv| tv.mode == ExprMode::Type) {
            self.error(e.pos, format!("{what} requires function call, not conversion"));
        } else if self.is_value_call(fun) {
            let d = self.expr_str(inner);
            self.error(e.pos, format!("{what} discards result of {d}"));
        }
    }

    pub(super) fn condition(&mut self, e: &'a Expr<'a>, what: &str) {
        let mut x = self.expr(e);
        if x.is_invalid() {
            return;
        }
        if !self.all_boolean(x.typ) {
            self.error(e.pos, format!("non-boolean condition in {what} statement"));
            return;
        }
        self.assignment(&mut x, None, "condition");
    }

    fn if_stmt(&mut self, i: &'a IfStmt<'a>) {
        self.in_scope(|c| {
            if let Some(s) = i.init {
                c.stmt(s);
            }
            c.condition(i.cond, "if");
            c.in_scope(|c| c.block_stmts(i.then.stmts));
            if let Some(s) = i.els {
                c.stmt(s);
            }
        });
    }

    fn select_stmt(&mut self, w: &'a SelectStmt<'a>) {
        let mut default: Option<&'a CommClause<'a>> = None;
        for c in w.clauses {
            if c.comm.is_none() {
                if let Some(first) = default {
                    let at = self.pos_str(first.pos);
                    self.error(c.pos, format!("multiple defaults in select (first at {at})"));
                }
                default = Some(c);
            }
            self.in_scope(|k| {
                if let Some(s) = c.comm {
                    if !is_comm(s) {
                        k.error(s.pos, "select case must be receive, send or assign recv");
                        return;
                    }
                    k.stmt(s);
                }
                k.block_stmts(c.body);
            });
        }
    }
}

fn is_comm(s: &Stmt<'_>) -> bool {
    let receive = |e: &Expr<'_>| {
        let mut e = e;
        while let ExprKind::Paren(x) = e.kind {
            e = x;
        }
        matches!(e.kind, ExprKind::Unary { op: UnaryOp::Receive, .. })
    };
    match s.kind {
        StmtKind::Send { .. } => true,
        StmtKind::Expr(e) => receive(e),
        StmtKind::Assign { rhs, op: None, .. } | StmtKind::Define { rhs, .. } => rhs.len() == 1 && receive(rhs[0]),
        _ => false,
    }
}
