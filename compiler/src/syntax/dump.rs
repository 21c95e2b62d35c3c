//! Tokens and trees as text to read: `gvm disasm --stage=tokens|ast|types`.
//!
//! One token or node a line, with its place; what is below a node is further in.

use std::fmt::Write;

use super::ast::{
    BinaryOp, Block, BranchKind, CaseClause, Decl, Expr, ExprKind, File, FuncType, InterfaceElem,
    Param, Stmt, StmtKind, UnaryOp,
};
use super::printer::expr_string;
use super::scanner::Scanner;
use super::token::{Semi, Token};
use super::{NodeId, Pos};
use crate::arena::{Arena, Interner};
use crate::diag::Diagnostics;
use crate::source::SourceFile;

/// The tokens of a file.
pub fn tokens(source: &SourceFile<'_>) -> String {
    let arena = Arena::new();
    // The scanner keeps what it made as long as the file, which outlives this call; so it gets its own.
    let diags: &Diagnostics = arena.keep(Diagnostics::default());
    let map = arena.keep(crate::source::SourceMap::new());
    let text = arena.str(source.text);
    let own = map.add(&arena, source.name, source.path, text);
    let mut out = format!("{}\n", source.name);
    let mut scanner = Scanner::new(own, diags, &arena);
    loop {
        scanner.next();
        let (line, column) = own.line_column(scanner.pos());
        let (kind, text) = match scanner.token {
            Token::Eof => break,
            Token::Ident => ("identifier", scanner.literal()),
            Token::Int => ("integer", scanner.literal()),
            Token::Float => ("float", scanner.literal()),
            Token::Imaginary => ("imaginary", scanner.literal()),
            Token::Rune => ("rune", scanner.literal()),
            Token::String => ("string", scanner.literal()),
            Token::Op(o) => ("operator", o),
            Token::Keyword(k) => ("keyword", k),
            Token::Semi(Semi::Written) => ("semicolon", ";"),
            Token::Semi(Semi::Newline) => ("semicolon", "at the end of the line"),
            Token::Semi(Semi::Eof) => ("semicolon", "at the end of the file"),
        };
        let place = format!("{line}:{column}");
        let _ = writeln!(out, "{place:>9}  {kind:<11} {}", text.replace('\n', "\\n"));
    }
    out
}

/// Says something of a node, or nothing.
pub type Note<'n> = dyn FnMut(NodeId) -> String + 'n;

/// A file's tree. `note` is asked about each expression and each identifier that declares something.
pub fn tree<'a>(names: &Interner<'a>, file: &File<'a>, note: &mut Note<'_>) -> String {
    let out = format!("{}\n", file.source.name);
    let mut d = Dump { names, source: file.source, note, out, depth: 0 };
    d.node(file.pos, &format!("Package {}", names.resolve(file.package.name)), None);
    file.decls.iter().for_each(|x| d.decl(x));
    d.out
}

struct Dump<'d, 'n, 'a> {
    names: &'d Interner<'a>,
    source: &'d SourceFile<'a>,
    note: &'d mut Note<'n>,
    out: String,
    depth: usize,
}

impl Dump<'_, '_, '_> {
    fn node(&mut self, pos: Pos, text: &str, id: Option<NodeId>) {
        let (line, column) = if pos.is_known() { self.source.line_column(pos) } else { (0, 0) };
        let place = format!("{line}:{column}");
        let mut row = format!("{place:>9}  {:indent$}{text}", "", indent = self.depth * 2);
        let said = id.map(|id| (self.note)(id)).unwrap_or_default();
        if !said.is_empty() {
            let width = row.chars().count();
            let _ = write!(row, "{:pad$}  : {said}", "", pad = 46usize.saturating_sub(width));
        }
        self.out.push_str(&row);
        self.out.push('\n');
    }

    fn under(&mut self, pos: Pos, text: &str, below: impl FnOnce(&mut Self)) {
        self.node(pos, text, None);
        self.depth += 1;
        below(self);
        self.depth -= 1;
    }

    fn text(&self, e: &Expr<'_>) -> String {
        expr_string(self.names, e)
    }

    fn name(&self, s: super::Symbol) -> &str {
        self.names.resolve(s)
    }

    fn declares(&mut self, what: &str, i: super::ast::Ident) {
        let text = format!("{what} {}", self.name(i.name));
        self.node(i.pos, &text, Some(i.id));
    }

    fn decl(&mut self, d: &Decl<'_>) {
        match d {
            Decl::Import(i) => {
                let name = i.name.map_or(String::new(), |n| format!("{} ", self.name(n.name)));
                self.node(i.pos, &format!("Import {name}{:?}", i.path), None);
            }
            Decl::Const(c) => self.under(c.pos, "Const", |d| {
                c.names.iter().for_each(|&n| d.declares("Name", n));
                c.typ.iter().for_each(|t| d.type_expr("Type", t));
                d.exprs(c.values);
            }),
            Decl::Type(t) => {
                let what = if t.alias.is_some() { "Alias" } else { "Type" };
                self.under(t.pos, what, |d| {
                    d.declares("Name", t.name);
                    for p in t.tparams {
                        d.declares("TypeParam", p.name);
                        d.type_expr("Constraint", p.constraint);
                    }
                    d.type_expr("Type", t.typ);
                });
            }
            Decl::Var(v) => self.under(v.pos, "Var", |d| {
                v.names.iter().for_each(|&n| d.declares("Name", n));
                v.typ.iter().for_each(|t| d.type_expr("Type", t));
                d.exprs(v.values);
            }),
            Decl::Func(f) => self.under(f.pos, "Func", |d| {
                d.declares("Name", f.name);
                f.recv.iter().for_each(|r| d.param("Receiver", r));
                for p in f.tparams() {
                    d.declares("TypeParam", p.name);
                    d.type_expr("Constraint", p.constraint);
                }
                d.signature(f.typ());
                if let Some(b) = f.body.as_ref().and_then(|b| b.block.get()) {
                    d.block("Body", b);
                }
            }),
        }
    }

    fn param(&mut self, what: &str, p: &Param<'_>) {
        let dots = if p.ellipsis.is_some() { "..." } else { "" };
        let typ = format!("{dots}{}", self.text(p.typ));
        match p.name {
            Some(n) => {
                let text = format!("{what} {} {typ}", self.name(n.name));
                self.node(p.pos, &text, Some(n.id));
            }
            None => self.node(p.pos, &format!("{what} {typ}"), None),
        }
    }

    fn signature(&mut self, t: &FuncType<'_>) {
        t.params.iter().for_each(|p| self.param("Param", p));
        t.results.iter().for_each(|p| self.param("Result", p));
    }

    /// A type, and what it is made of where that has names of its own.
    fn type_expr(&mut self, what: &str, t: &Expr<'_>) {
        match t.kind {
            ExprKind::StructType { fields, .. } => {
                self.under(t.pos, &format!("{what} struct"), |d| {
                    for f in fields {
                        let embedded = if f.embedded { "Embedded" } else { "Field" };
                        let text = format!("{embedded} {} {}", d.name(f.name.name), d.text(f.typ));
                        d.node(f.pos, &text, Some(f.name.id));
                    }
                });
            }
            ExprKind::InterfaceType { elems, .. } => {
                self.under(t.pos, &format!("{what} interface"), |d| {
                    for e in elems {
                        match e {
                            InterfaceElem::Method { name, typ } => {
                                let text = format!("Method {}", d.name(name.name));
                                d.under(name.pos, &text, |d| d.signature(typ));
                            }
                            InterfaceElem::Embedded(e) => d.type_expr("Embedded", e),
                        }
                    }
                });
            }
            _ => {
                let text = format!("{what} {}", self.text(t));
                self.node(t.pos, &text, None);
            }
        }
    }

    fn block(&mut self, what: &str, b: &Block<'_>) {
        self.under(b.lbrace, what, |d| d.stmts(b.stmts));
    }

    fn stmts(&mut self, list: &[&Stmt<'_>]) {
        list.iter().for_each(|s| self.stmt(s));
    }

    fn exprs(&mut self, list: &[&Expr<'_>]) {
        list.iter().for_each(|e| self.expr(e));
    }

    fn clause(&mut self, c: &CaseClause<'_>) {
        let what = if c.exprs.is_some() { "Case" } else { "Default" };
        self.under(c.pos, what, |d| {
            c.exprs.iter().for_each(|es| d.exprs(es));
            d.stmts(c.body);
        });
    }

    fn stmt(&mut self, s: &Stmt<'_>) {
        match s.kind {
            StmtKind::Bad => self.node(s.pos, "Bad", None),
            StmtKind::Empty => self.node(s.pos, "Empty", None),
            StmtKind::Expr(e) => self.under(s.pos, "ExprStmt", |d| d.expr(e)),
            StmtKind::Send { chan, value, .. } => {
                self.under(s.pos, "Send", |d| d.exprs(&[chan, value]));
            }
            StmtKind::IncDec { x, inc, .. } => {
                self.under(s.pos, if inc { "Inc" } else { "Dec" }, |d| d.expr(x));
            }
            StmtKind::Assign { lhs, op, rhs, .. } => {
                let text = format!("Assign {}=", op.map_or("", BinaryOp::text));
                self.under(s.pos, &text, |d| {
                    d.exprs(lhs);
                    d.exprs(rhs);
                });
            }
            StmtKind::Define { lhs, rhs, .. } => self.under(s.pos, "Define :=", |d| {
                d.exprs(lhs);
                d.exprs(rhs);
            }),
            StmtKind::Go(e) => self.under(s.pos, "Go", |d| d.expr(e)),
            StmtKind::Defer(e) => self.under(s.pos, "Defer", |d| d.expr(e)),
            StmtKind::Return(es) => self.under(s.pos, "Return", |d| d.exprs(es)),
            StmtKind::Branch { kind, label } => {
                let word = match kind {
                    BranchKind::Break => "Break",
                    BranchKind::Continue => "Continue",
                    BranchKind::Goto => "Goto",
                    BranchKind::Fallthrough => "Fallthrough",
                };
                let label = label.map_or(String::new(), |l| format!(" {}", self.name(l.name)));
                self.node(s.pos, &format!("{word}{label}"), None);
            }
            StmtKind::Block(b) => self.block("Block", b),
            StmtKind::If(i) => self.under(s.pos, "If", |d| {
                i.init.iter().for_each(|s| d.stmt(s));
                d.expr(i.cond);
                d.block("Then", i.then);
                if let Some(e) = i.els {
                    d.under(e.pos, "Else", |d| d.stmt(e));
                }
            }),
            StmtKind::Switch(w) => self.under(s.pos, "Switch", |d| {
                w.init.iter().for_each(|s| d.stmt(s));
                w.tag.iter().for_each(|e| d.expr(e));
                w.clauses.iter().for_each(|c| d.clause(c));
            }),
            StmtKind::TypeSwitch(w) => self.under(s.pos, "TypeSwitch", |d| {
                w.init.iter().for_each(|s| d.stmt(s));
                if let Some(b) = w.bind {
                    d.declares("Name", b);
                }
                d.expr(w.x);
                w.clauses.iter().for_each(|c| d.clause(c));
            }),
            StmtKind::Select(w) => self.under(s.pos, "Select", |d| {
                for c in w.clauses {
                    let what = if c.comm.is_some() { "Case" } else { "Default" };
                    d.under(c.pos, what, |d| {
                        c.comm.iter().for_each(|s| d.stmt(s));
                        d.stmts(c.body);
                    });
                }
            }),
            StmtKind::For(f) => self.under(s.pos, "For", |d| {
                f.init.iter().for_each(|s| d.stmt(s));
                f.cond.iter().for_each(|e| d.expr(e));
                f.post.iter().for_each(|s| d.stmt(s));
                d.block("Body", f.body);
            }),
            StmtKind::Range(r) => {
                let text = if r.define { "Range :=" } else { "Range" };
                self.under(s.pos, text, |d| {
                    r.key.iter().chain(&r.value).for_each(|e| d.expr(e));
                    d.expr(r.x);
                    d.block("Body", r.body);
                });
            }
            StmtKind::Labeled { label, stmt } => {
                let text = format!("Label {}", self.name(label.name));
                self.under(s.pos, &text, |d| d.stmt(stmt));
            }
            StmtKind::Decl(ds) => ds.iter().for_each(|d| self.decl(d)),
        }
    }

    fn expr(&mut self, e: &Expr<'_>) {
        let what = match e.kind {
            ExprKind::Bad => "Bad".into(),
            ExprKind::Ident(n) => format!("Ident {}", self.name(n)),
            ExprKind::Lit { kind, text, .. } => {
                format!("{kind:?} {}", text.replace('\n', "\\n"))
            }
            ExprKind::Composite { typ, .. } => {
                format!("Composite {}", typ.map_or(String::new(), |t| self.text(t)))
            }
            ExprKind::FuncLit { .. } => "FuncLit".into(),
            ExprKind::Paren(_) => "Paren".into(),
            ExprKind::Selector { sel, .. } => format!("Selector .{}", self.name(sel.name)),
            ExprKind::Index { .. } => "Index".into(),
            ExprKind::Slice { .. } => "Slice".into(),
            ExprKind::TypeAssert { typ, .. } => {
                format!("TypeAssert {}", typ.map_or("type".into(), |t| self.text(t)))
            }
            ExprKind::Call { ellipsis, .. } => {
                if ellipsis.is_some() {
                    "Call ...".into()
                } else {
                    "Call".to_string()
                }
            }
            ExprKind::Star(_) => "Star".into(),
            ExprKind::Unary { op, .. } => format!(
                "Unary {}",
                match op {
                    UnaryOp::Plus => "+",
                    UnaryOp::Minus => "-",
                    UnaryOp::Not => "!",
                    UnaryOp::Complement => "^",
                    UnaryOp::Address => "&",
                    UnaryOp::Receive => "<-",
                    UnaryOp::Tilde => "~",
                }
            ),
            ExprKind::Binary { op, .. } => format!("Binary {}", op.text()),
            _ => format!("Type {}", self.text(e)),
        };
        self.node(e.pos, what.trim_end(), Some(e.id));
        self.depth += 1;
        match e.kind {
            ExprKind::Composite { elems, .. } => {
                for x in elems {
                    match x.key {
                        Some(k) => self.under(k.pos, "KeyValue", |d| d.exprs(&[k, x.value])),
                        None => self.expr(x.value),
                    }
                }
            }
            ExprKind::FuncLit { typ, body } => {
                self.signature(typ);
                self.block("Body", body);
            }
            ExprKind::Paren(x)
            | ExprKind::Selector { x, .. }
            | ExprKind::TypeAssert { x, .. }
            | ExprKind::Star(x)
            | ExprKind::Unary { x, .. } => self.expr(x),
            ExprKind::Index { x, indices, .. } => {
                self.expr(x);
                self.exprs(indices);
            }
            ExprKind::Slice { x, lo, hi, max, .. } => {
                self.expr(x);
                [lo, hi, max].into_iter().flatten().for_each(|e| self.expr(e));
            }
            ExprKind::Call { fun, args, .. } => {
                self.expr(fun);
                self.exprs(args);
            }
            ExprKind::Binary { x, y, .. } => self.exprs(&[x, y]),
            _ => {}
        }
        self.depth -= 1;
    }
}
