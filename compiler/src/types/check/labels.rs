//! Labels, and the branches that use them.

use hashbrown::HashMap;

use super::Checker;
use crate::source::Pos;
use crate::syntax::Symbol;
use crate::syntax::ast::{Block, BranchKind, Stmt, StmtKind};

/// What a branch may leave or continue.
#[derive(Clone, Copy)]
struct Around {
    label: Option<Symbol>,
    is_loop: bool,
    can_break: bool,
}

struct Labels {
    /// Position of the declaration, whether it is used.
    declared: HashMap<Symbol, (Pos, bool)>,
    order: Vec<Symbol>,
}

impl<'a> Checker<'a> {
    /// Checks the labels and branches of one function body.
    pub(super) fn labels(&mut self, body: &'a Block<'a>) {
        let mut labels = Labels { declared: HashMap::new(), order: Vec::new() };
        self.collect_labels(body.stmts, &mut labels);
        let mut around: Vec<Around> = Vec::new();
        self.branches(body.stmts, None, &mut around, &mut labels, false);
        for name in &labels.order {
            let (pos, used) = labels.declared[name];
            if !used {
                let n = self.name(*name);
                self.soft_error(pos, format!("label {n} defined and not used"));
            }
        }
    }

    fn collect_labels(&mut self, list: &'a [&'a Stmt<'a>], labels: &mut Labels) {
        for s in list {
            self.each_block(s, &mut |c, inner| c.collect_labels(inner, labels));
            let mut s: &Stmt<'a> = s;
            while let StmtKind::Labeled { label, stmt } = s.kind {
                if !label.is_blank() {
                    if let Some((at, _)) = labels.declared.get(&label.name) {
                        let (n, at) = (self.name(label.name), self.pos_str(*at));
                        self.error(label.pos, format!("label {n} already declared at {at}"));
                    } else {
                        labels.declared.insert(label.name, (label.pos, false));
                        labels.order.push(label.name);
                    }
                }
                s = stmt;
            }
        }
    }

    /// Calls `f` with each statement list directly inside a statement.
    fn each_block(&mut self, s: &'a Stmt<'a>, f: &mut dyn FnMut(&mut Self, &'a [&'a Stmt<'a>])) {
        match s.kind {
            StmtKind::Block(b) => f(self, b.stmts),
            StmtKind::If(i) => {
                f(self, i.then.stmts);
                if let Some(e) = i.els {
                    self.each_block(e, f);
                }
            }
            StmtKind::For(l) => f(self, l.body.stmts),
            StmtKind::Range(l) => f(self, l.body.stmts),
            StmtKind::Switch(w) => w.clauses.iter().for_each(|c| f(self, c.body)),
            StmtKind::TypeSwitch(w) => w.clauses.iter().for_each(|c| f(self, c.body)),
            StmtKind::Select(w) => w.clauses.iter().for_each(|c| f(self, c.body)),
            StmtKind::Labeled { stmt, .. } => self.each_block(stmt, f),
            _ => {}
        }
    }

    fn branches(&mut self, list: &'a [&'a Stmt<'a>], _: Option<Symbol>, around: &mut Vec<Around>, labels: &mut Labels, in_case: bool) {
        for (n, s) in list.iter().enumerate() {
            self.branch(s, None, around, labels, in_case && n + 1 == list.len());
        }
    }

    fn branch(&mut self, s: &'a Stmt<'a>, label: Option<Symbol>, around: &mut Vec<Around>, labels: &mut Labels, may_fall: bool) {
        let (is_loop, can_break) = match s.kind {
            StmtKind::For(_) | StmtKind::Range(_) => (true, true),
            StmtKind::Switch(_) | StmtKind::TypeSwitch(_) | StmtKind::Select(_) => (false, true),
            StmtKind::Labeled { label, stmt } => return self.branch(stmt, Some(label.name), around, labels, may_fall),
            StmtKind::Branch { kind, label } => return self.branch_stmt(s, kind, label, around, labels, may_fall),
            _ => (false, false),
        };
        around.push(Around { label, is_loop, can_break });
        match s.kind {
            StmtKind::Switch(w) => {
                for (n, c) in w.clauses.iter().enumerate() {
                    let last = n + 1 == w.clauses.len();
                    if last && let Some(f) = final_fallthrough(c.body) {
                        self.error(f.pos, "cannot fallthrough final case in switch");
                    }
                    self.branches(c.body, None, around, labels, true);
                }
            }
            StmtKind::TypeSwitch(w) => {
                for c in w.clauses {
                    if let Some(f) = final_fallthrough(c.body) {
                        self.error(f.pos, "cannot fallthrough in type switch");
                    }
                    self.branches(c.body, None, around, labels, true);
                }
            }
            _ => {
                let mut lists: Vec<&'a [&'a Stmt<'a>]> = Vec::new();
                self.each_block(s, &mut |_, inner| lists.push(inner));
                for l in lists {
                    self.branches(l, None, around, labels, false);
                }
            }
        }
        around.pop();
    }

    fn branch_stmt(
        &mut self,
        s: &'a Stmt<'a>,
        kind: BranchKind,
        label: Option<crate::syntax::ast::Ident>,
        around: &[Around],
        labels: &mut Labels,
        may_fall: bool,
    ) {
        if let Some(l) = label {
            let n = self.name(l.name);
            let Some(entry) = labels.declared.get_mut(&l.name) else {
                let what = match kind {
                    BranchKind::Break => format!("break label not defined: {n}"),
                    BranchKind::Continue => format!("continue label not defined: {n}"),
                    _ => format!("label {n} not defined"),
                };
                self.error(l.pos, what);
                return;
            };
            entry.1 = true;
            match kind {
                BranchKind::Break if !around.iter().any(|a| a.label == Some(l.name) && a.can_break) => {
                    self.error(l.pos, format!("invalid break label {n}"));
                }
                BranchKind::Continue if !around.iter().any(|a| a.label == Some(l.name) && a.is_loop) => {
                    self.error(l.pos, format!("invalid continue label {n}"));
                }
                _ => {}
            }
            return;
        }
        match kind {
            BranchKind::Break if !around.iter().any(|a| a.can_break) => {
                self.error(s.pos, "break is not in a loop, switch, or select");
            }
            BranchKind::Continue if !around.iter().any(|a| a.is_loop) => self.error(s.pos, "continue is not in a loop"),
            BranchKind::Fallthrough if !may_fall => self.error(s.pos, "fallthrough statement out of place"),
            _ => {}
        }
    }
}

fn final_fallthrough<'a>(body: &'a [&'a Stmt<'a>]) -> Option<&'a Stmt<'a>> {
    let last = body.last()?;
    matches!(last.kind, StmtKind::Branch { kind: BranchKind::Fallthrough, .. }).then_some(*last)
}
