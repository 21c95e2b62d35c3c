//! Labels and the statements that jump: every branch gets its target in `info.branches`.
//!
//! gc looks at them while it parses: what is wrong is found before anything is checked, and in files with
//! syntax errors too, for functions that have none.

use hashbrown::HashMap;

use super::Checker;
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::Pos;
use crate::syntax::ast::{
    Block, BranchKind, Decl, Expr, ExprKind, File, Ident, Stmt, StmtKind, VarSpec,
};
use crate::syntax::walk::{self, Node};
use crate::syntax::{NodeId, Symbol};

/// A label, with the blocks around it, outermost first.
struct Label {
    id: NodeId,
    pos: Pos,
    blocks: Vec<u32>,
    used: bool,
}

/// A statement that `break` or `continue` can mean.
#[derive(Clone, Copy)]
struct Target {
    id: NodeId,
    label: Option<Symbol>,
    is_loop: bool,
}

/// What a statement declares.
enum Declared<'a> {
    Var(Symbol),
    /// The left side of `:=`.
    List(&'a [&'a Expr<'a>]),
}

#[derive(Default)]
struct Walk<'a> {
    labels: HashMap<Symbol, Label>,
    order: Vec<Symbol>,
    targets: Vec<Target>,
    blocks: Vec<u32>,
    starts: HashMap<u32, Pos>,
    next_block: u32,
    /// Variable declarations: block, place, name.
    vars: Vec<(u32, Pos, Declared<'a>)>,
    gotos: Vec<(NodeId, Ident, Vec<u32>)>,
    wrong: Diagnostics,
}

/// Where a statement is in a switch clause, for `fallthrough`.
#[derive(Clone, Copy, PartialEq)]
enum Fall {
    No,
    Ok,
    Last,
    TypeSwitch,
}

impl<'a> Checker<'a> {
    /// What is wrong with labels in these files, put between the errors of their parser where gc
    /// finds it: at the end of the function. Nothing is told here.
    pub fn label_errors(
        &mut self,
        files: &[&'a File<'a>],
        parsed: Vec<Diagnostic>,
    ) -> Vec<Diagnostic> {
        let mut bodies: Vec<&'a Block<'a>> = Vec::new();
        for d in files.iter().flat_map(|f| f.decls) {
            match d {
                Decl::Func(f) => {
                    if let Some(b) = f.body.as_ref().and_then(|b| b.block.get().copied()) {
                        literals(b, &mut bodies);
                        bodies.push(b);
                    }
                }
                Decl::Var(VarSpec { values, .. }) => {
                    values.iter().for_each(|e| literals_in(e, &mut bodies));
                }
                _ => {}
            }
        }
        let mut found: Vec<(Pos, Diagnostic)> = Vec::new();
        let syntax: Vec<Pos> = parsed.iter().map(|d| d.pos).collect();
        for b in bodies {
            if syntax.iter().any(|&p| b.lbrace <= p && p <= b.rbrace) {
                continue;
            }
            found.extend(self.label_walk(b).into_iter().map(|d| (b.rbrace, d)));
        }
        found.sort_by_key(|d| d.0);
        let mut found = found.into_iter().peekable();
        let mut all = Vec::new();
        for d in parsed {
            while let Some((_, label)) = found.next_if(|f| f.0 < d.pos) {
                all.push(label);
            }
            all.push(d);
        }
        all.extend(found.map(|f| f.1));
        all
    }

    /// The targets of a body's branches; `label_errors` has told what is wrong.
    pub(super) fn labels(&mut self, body: &'a Block<'a>) {
        self.label_walk(body);
    }

    fn label_walk(&mut self, body: &'a Block<'a>) -> Vec<Diagnostic> {
        let mut w = Walk::default();
        self.label_list(&mut w, body.stmts, body.lbrace, Fall::No);
        for (id, label, blocks) in std::mem::take(&mut w.gotos) {
            let name = self.name(label.name);
            let Some(l) = w.labels.get_mut(&label.name) else {
                w.wrong.error(label.pos, format!("label {name} not defined"));
                continue;
            };
            l.used = true;
            self.info.branches.insert(id, l.id);
            if !blocks.starts_with(&l.blocks) {
                let start = l.blocks.last().and_then(|b| w.starts.get(b)).copied();
                let start = start.unwrap_or(Pos::NONE);
                let at = self.pos_str(start);
                w.wrong.error(label.pos, format!("goto {name} jumps into block starting at {at}"));
                continue;
            }
            let block = l.blocks.last().copied().unwrap_or(0);
            if let Some(v) = w.vars.iter().rfind(|v| v.0 == block && label.pos < v.1 && v.1 < l.pos)
            {
                let n = match v.2 {
                    Declared::Var(name) => self.name(name).to_string(),
                    Declared::List(lhs) => {
                        lhs.iter().map(|e| self.expr_str(e)).collect::<Vec<_>>().join(", ")
                    }
                };
                let at = self.pos_str(v.1);
                w.wrong
                    .error(label.pos, format!("goto {name} jumps over declaration of {n} at {at}"));
            }
        }
        for name in std::mem::take(&mut w.order) {
            let l = &w.labels[&name];
            if !l.used {
                let n = self.name(name);
                w.wrong.soft_error(l.pos, format!("label {n} defined and not used"));
            }
        }
        w.wrong.take()
    }

    fn label_list(&mut self, w: &mut Walk<'a>, list: &'a [&'a Stmt<'a>], start: Pos, fall: Fall) {
        w.next_block += 1;
        let block = w.next_block;
        w.starts.insert(block, start);
        w.blocks.push(block);
        let last = list.iter().rposition(|s| !matches!(s.kind, StmtKind::Empty));
        for (i, s) in list.iter().enumerate() {
            self.label_stmt(w, s, None, if Some(i) == last { fall } else { Fall::No });
        }
        w.blocks.pop();
    }

    fn label_stmt(&mut self, w: &mut Walk<'a>, s: &'a Stmt<'a>, label: Option<Symbol>, fall: Fall) {
        match s.kind {
            StmtKind::Labeled { label: l, stmt } => {
                if !l.is_blank() {
                    let n = self.name(l.name);
                    match w.labels.get(&l.name) {
                        Some(other) => {
                            let at = self.pos_str(other.pos);
                            w.wrong.error(l.pos, format!("label {n} already defined at {at}"));
                        }
                        None => {
                            let blocks = w.blocks.clone();
                            w.labels.insert(
                                l.name,
                                Label { id: s.id, pos: l.pos, blocks, used: false },
                            );
                            w.order.push(l.name);
                        }
                    }
                }
                // Nothing can refer to a blank label.
                self.label_stmt(w, stmt, Some(l.name).filter(|_| !l.is_blank()), fall);
            }
            StmtKind::Branch { kind, label } => self.branch(w, s, kind, label, fall),
            StmtKind::Define { lhs, op_pos, .. } => {
                let block = w.blocks.last().copied().unwrap_or(0);
                w.vars.push((block, op_pos, Declared::List(lhs)));
            }
            StmtKind::Decl(ds) => {
                // Of a group the first is named.
                let var = ds.iter().find_map(|d| if let Decl::Var(v) = d { Some(v) } else { None });
                if let Some(v) = var {
                    let block = w.blocks.last().copied().unwrap_or(0);
                    let name = v.names.first().map_or(Symbol::BLANK, |n| n.name);
                    w.vars.push((block, v.pos, Declared::Var(name)));
                }
            }
            StmtKind::Block(b) => self.label_list(w, b.stmts, b.lbrace, Fall::No),
            StmtKind::If(i) => {
                self.label_list(w, i.then.stmts, i.then.lbrace, Fall::No);
                if let Some(e) = i.els {
                    self.label_stmt(w, e, None, Fall::No);
                }
            }
            StmtKind::Switch(sw) => {
                w.targets.push(Target { id: s.id, label, is_loop: false });
                let n = sw.clauses.len();
                for (i, c) in sw.clauses.iter().enumerate() {
                    let fall = if i + 1 == n { Fall::Last } else { Fall::Ok };
                    self.label_list(w, c.body, c.pos, fall);
                }
                w.targets.pop();
            }
            StmtKind::TypeSwitch(sw) => {
                w.targets.push(Target { id: s.id, label, is_loop: false });
                for c in sw.clauses {
                    self.label_list(w, c.body, c.pos, Fall::TypeSwitch);
                }
                w.targets.pop();
            }
            StmtKind::Select(sw) => {
                w.targets.push(Target { id: s.id, label, is_loop: false });
                for c in sw.clauses {
                    self.label_list(w, c.body, c.pos, Fall::No);
                }
                w.targets.pop();
            }
            StmtKind::For(f) => {
                w.targets.push(Target { id: s.id, label, is_loop: true });
                self.label_list(w, f.body.stmts, f.body.lbrace, Fall::No);
                w.targets.pop();
            }
            StmtKind::Range(r) => {
                w.targets.push(Target { id: s.id, label, is_loop: true });
                self.label_list(w, r.body.stmts, r.body.lbrace, Fall::No);
                w.targets.pop();
            }
            _ => {}
        }
    }

    fn branch(
        &mut self,
        w: &mut Walk<'a>,
        s: &'a Stmt<'a>,
        kind: BranchKind,
        label: Option<Ident>,
        fall: Fall,
    ) {
        let (word, is_continue) = match kind {
            BranchKind::Fallthrough => {
                match fall {
                    Fall::Ok => {}
                    Fall::Last => w.wrong.error(s.pos, "cannot fallthrough final case in switch"),
                    Fall::TypeSwitch => w.wrong.error(s.pos, "cannot fallthrough in type switch"),
                    Fall::No => w.wrong.error(s.pos, "fallthrough statement out of place"),
                }
                return;
            }
            BranchKind::Goto => {
                if let Some(l) = label {
                    w.gotos.push((s.id, l, w.blocks.clone()));
                }
                return;
            }
            BranchKind::Break => ("break", false),
            BranchKind::Continue => ("continue", true),
        };
        let Some(l) = label else {
            match w.targets.iter().rev().find(|t| t.is_loop || !is_continue) {
                Some(t) => {
                    self.info.branches.insert(s.id, t.id);
                }
                None if is_continue => w.wrong.error(s.pos, "continue is not in a loop"),
                None => w.wrong.error(s.pos, "break is not in a loop, switch, or select"),
            }
            return;
        };
        let name = self.name(l.name);
        if let Some(known) = w.labels.get_mut(&l.name) {
            known.used = true;
        }
        match w.targets.iter().rev().find(|t| t.label == Some(l.name)) {
            Some(t) if t.is_loop || !is_continue => {
                self.info.branches.insert(s.id, t.id);
            }
            Some(_) => w.wrong.error(l.pos, format!("invalid continue label {name}")),
            None if w.labels.contains_key(&l.name) => {
                w.wrong.error(l.pos, format!("invalid {word} label {name}"))
            }
            None => w.wrong.error(l.pos, format!("{word} label not defined: {name}")),
        }
    }
}

/// The bodies of function literals in a block, inner ones first.
fn literals<'a>(b: &'a Block<'a>, out: &mut Vec<&'a Block<'a>>) {
    walk::block(b, &mut |n| literal(n, out));
}

fn literals_in<'a>(e: &'a Expr<'a>, out: &mut Vec<&'a Block<'a>>) {
    walk::expr(e, &mut |n| literal(n, out));
}

fn literal<'a>(n: Node<'a>, out: &mut Vec<&'a Block<'a>>) -> bool {
    if let Node::Expr(Expr { kind: ExprKind::FuncLit { body, .. }, .. }) = n {
        literals(body, out);
        out.push(body);
        return false;
    }
    true
}
