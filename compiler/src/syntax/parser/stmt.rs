//! Statements.

use super::super::ast::{
    Block, BranchKind, CaseClause, CommClause, Expr, ExprKind, ForStmt, Ident, IfStmt, RangeStmt,
    SelectStmt, Stmt, StmtKind, SwitchStmt, TypeSwitchStmt,
};
use super::super::token::{Semi, Token};
use super::expr::assign_op;
use super::{Parser, SEMI};
use crate::source::Pos;

/// What a control clause's head may be besides an expression.
#[derive(Clone, Copy, PartialEq)]
enum Head {
    If,
    Switch,
    For,
}

impl Head {
    fn word(self) -> &'static str {
        match self {
            Head::If => "if",
            Head::Switch => "switch",
            Head::For => "for",
        }
    }
}

/// The statements of a control clause.
struct HeadParts<'a> {
    init: Option<&'a Stmt<'a>>,
    /// The condition or tag.
    main: Option<&'a Stmt<'a>>,
    post: Option<&'a Stmt<'a>>,
    /// The first semicolon: its offset and kind.
    semi: Option<(usize, Semi)>,
}

impl<'a> Parser<'a> {
    pub(super) fn block(&mut self) -> &'a Block<'a> {
        let lbrace = self.pos();
        self.want("{");
        self.block_rest(lbrace)
    }

    /// What follows the opening brace of a block.
    fn block_rest(&mut self, lbrace: Pos) -> &'a Block<'a> {
        let stmts = self.stmt_list();
        let rbrace = self.pos();
        self.want("}");
        self.session.arena.alloc(Block { lbrace, stmts, rbrace })
    }

    fn stmt_list(&mut self) -> &'a [&'a Stmt<'a>] {
        let mut out = Vec::new();
        while !self.is("}")
            && !self.is_kw("case")
            && !self.is_kw("default")
            && self.tok() != Token::Eof
        {
            // Who called reports what cannot begin a statement.
            let Some(s) = self.deeper(|p| p.stmt_or_none(), |_| None) else { break };
            out.push(s);
            if self.tok().is_semi() {
                self.next();
            } else if !self.is("}") {
                self.syntax_error("at end of statement");
                self.advance(&[
                    SEMI,
                    Token::Op("}"),
                    Token::Keyword("case"),
                    Token::Keyword("default"),
                ]);
                if self.tok().is_semi() {
                    self.next();
                }
            }
        }
        self.list(out)
    }

    fn stmt_or_none(&mut self) -> Option<&'a Stmt<'a>> {
        let pos = self.pos();
        Some(match self.tok() {
            Token::Semi(_) => self.mk_stmt(pos, StmtKind::Empty),
            Token::Op("{") => {
                let b = self.block();
                self.mk_stmt(pos, StmtKind::Block(b))
            }
            Token::Keyword("var" | "const" | "type") => {
                let mut ds = Vec::new();
                self.decl_group(&mut ds);
                let ds = self.list(ds);
                self.mk_stmt(pos, StmtKind::Decl(ds))
            }
            Token::Keyword("for") => self.for_stmt(),
            Token::Keyword("switch") => self.switch_stmt(),
            Token::Keyword("select") => self.select_stmt(),
            Token::Keyword("if") => self.if_stmt(),
            Token::Keyword("fallthrough") => {
                self.next();
                self.mk_stmt(pos, StmtKind::Branch { kind: BranchKind::Fallthrough, label: None })
            }
            Token::Keyword(k @ ("break" | "continue" | "goto")) => {
                self.next();
                let label = if self.tok() == Token::Ident || k == "goto" {
                    Some(self.name())
                } else {
                    None
                };
                let kind = match k {
                    "break" => BranchKind::Break,
                    "continue" => BranchKind::Continue,
                    _ => BranchKind::Goto,
                };
                self.mk_stmt(pos, StmtKind::Branch { kind, label })
            }
            Token::Keyword(k @ ("go" | "defer")) => {
                self.next();
                let mut e = self.primary_expr(None, true);
                if let ExprKind::Paren(_) = e.kind {
                    self.error(e.pos, format!("expression in {k} must not be parenthesized"));
                    while let ExprKind::Paren(x) = e.kind {
                        e = x;
                    }
                }
                self.mk_stmt(pos, if k == "go" { StmtKind::Go(e) } else { StmtKind::Defer(e) })
            }
            Token::Keyword("return") => {
                self.next();
                let es: &'a [&'a Expr<'a>] =
                    if matches!(self.tok(), Token::Semi(_) | Token::Eof) || self.is("}") {
                        &[]
                    } else {
                        self.expr_list()
                    };
                self.mk_stmt(pos, StmtKind::Return(es))
            }
            Token::Op("+" | "-" | "*" | "&" | "^" | "!" | "<-" | "(" | "[")
            | Token::Keyword("func" | "struct" | "map" | "chan" | "interface")
            | Token::Int
            | Token::Float
            | Token::Imaginary
            | Token::Rune
            | Token::String => self.simple_stmt(None),
            Token::Ident => return self.simple_or_labeled(),
            _ => return None,
        })
    }

    fn simple_or_labeled(&mut self) -> Option<&'a Stmt<'a>> {
        let pos = self.pos();
        let lhs = self.expr_list();
        if let ([Expr { kind: ExprKind::Ident(name), id, .. }], true) = (lhs, self.is(":")) {
            let label = Ident { id: *id, pos, name: *name };
            let colon = self.s.start;
            self.next();
            if self.is("}") {
                // A label before a closing brace labels an empty statement.
                let empty = self.mk_stmt(self.pos(), StmtKind::Empty);
                return Some(self.mk_stmt(pos, StmtKind::Labeled { label, stmt: empty }));
            }
            let Some(stmt) = self.deeper(|p| p.stmt_or_none(), |_| None) else {
                self.syntax_error_at(colon, "missing statement after label");
                return None;
            };
            return Some(self.mk_stmt(pos, StmtKind::Labeled { label, stmt }));
        }
        Some(self.simple_rest(pos, lhs, None))
    }

    /// A simple statement whose left side is parsed. `head`: it stands in a control clause.
    fn simple_rest(
        &mut self,
        pos: Pos,
        lhs: &'a [&'a Expr<'a>],
        head: Option<Head>,
    ) -> &'a Stmt<'a> {
        let op_pos = self.pos();
        match self.tok() {
            Token::Op("=") | Token::Op(":=") => {
                let define = self.is(":=");
                self.next();
                if head == Some(Head::For) && self.is_kw("range") {
                    return self.range_clause(pos, lhs, define);
                }
                let rhs = self.expr_list();
                let kind = if define {
                    StmtKind::Define { lhs, op_pos, rhs }
                } else {
                    StmtKind::Assign { lhs, op: None, op_pos, rhs }
                };
                return self.mk_stmt(pos, kind);
            }
            Token::Op(op) if lhs.len() == 1 => {
                if op == "++" || op == "--" {
                    self.next();
                    return self
                        .mk_stmt(pos, StmtKind::IncDec { x: lhs[0], inc: op == "++", op_pos });
                }
                if op == "<-" {
                    self.next();
                    let value = self.expr();
                    return self
                        .mk_stmt(pos, StmtKind::Send { chan: lhs[0], arrow: op_pos, value });
                }
                if let Some(op) = assign_op(op) {
                    self.next();
                    let rhs = vec![self.expr()];
                    let rhs = self.list(rhs);
                    return self.mk_stmt(pos, StmtKind::Assign { lhs, op: Some(op), op_pos, rhs });
                }
            }
            _ => {}
        }
        if lhs.len() > 1 {
            self.syntax_error("expected := or = or comma");
            self.advance(&[SEMI, Token::Op("}")]);
            return self.mk_stmt(pos, StmtKind::Expr(lhs[0]));
        }
        self.mk_stmt(pos, StmtKind::Expr(lhs[0]))
    }

    fn simple_stmt(&mut self, head: Option<Head>) -> &'a Stmt<'a> {
        let pos = self.pos();
        if head == Some(Head::For) && self.is_kw("range") {
            return self.range_clause(pos, &[], false);
        }
        let lhs = self.expr_list();
        self.simple_rest(pos, lhs, head)
    }

    /// `range x`; the body comes later.
    fn range_clause(&mut self, pos: Pos, lhs: &'a [&'a Expr<'a>], define: bool) -> &'a Stmt<'a> {
        self.next();
        let x = self.expr();
        let at = self.pos();
        let body = self.session.arena.alloc(Block { lbrace: at, stmts: &[], rbrace: at });
        let r = RangeStmt {
            key: lhs.first().copied(),
            value: lhs.get(1).copied(),
            extra: lhs.get(2).copied(),
            define,
            x,
            body,
        };
        let r = self.session.arena.alloc(r);
        self.mk_stmt(pos, StmtKind::Range(r))
    }

    /// The head of `if`, `for` or `switch`, up to the opening brace.
    fn head(&mut self, kind: Head) -> HeadParts<'a> {
        let mut parts = HeadParts { init: None, main: None, post: None, semi: None };
        if self.is("{") {
            if kind == Head::If {
                self.syntax_error("missing condition in if statement");
            }
            return parts;
        }
        let outer = std::mem::replace(&mut self.expr_level, -1);
        self.head_parts(kind, &mut parts);
        self.expr_level = outer;
        parts
    }

    fn head_parts(&mut self, kind: Head, parts: &mut HeadParts<'a>) {
        if !self.tok().is_semi() {
            if self.is_kw("var") {
                self.next();
                self.syntax_error(&format!(
                    "var declaration not allowed in {} initializer",
                    kind.word()
                ));
            }
            parts.init = Some(self.simple_stmt(Some(kind)));
            if matches!(parts.init, Some(Stmt { kind: StmtKind::Range(_), .. })) {
                return;
            }
        }
        if self.is("{") {
            parts.main = parts.init.take();
            return;
        }
        if let Token::Semi(semi) = self.tok() {
            parts.semi = Some((self.s.start, semi));
            self.next();
        } else {
            self.want("{");
            if !self.is("{") {
                self.advance(&[Token::Op("{"), Token::Op("}")]);
            }
        }
        if kind != Head::For {
            if !self.is("{") {
                parts.main = Some(self.simple_stmt(Some(kind)));
            }
            return;
        }
        if !self.tok().is_semi() {
            if self.is("{") {
                self.syntax_error("expected for loop condition");
                return;
            }
            parts.main = Some(self.simple_stmt(None));
        }
        if self.tok().is_semi() {
            self.next();
        } else {
            self.syntax_error("expected semicolon or newline");
            self.advance(&[]);
        }
        if !self.is("{") {
            let post = self.simple_stmt(None);
            if let StmtKind::Define { op_pos, .. } = post.kind {
                let at = self.s.source.offset(op_pos);
                self.syntax_error_at(at, "cannot declare in post statement of for loop");
            }
            parts.post = Some(post);
        }
    }

    fn if_stmt(&mut self) -> &'a Stmt<'a> {
        let pos = self.pos();
        self.next();
        let head = self.head(Head::If);
        let cond = match (head.main, head.semi) {
            (Some(s), _) => self.condition(s),
            (None, Some((at, semi))) => {
                self.syntax_error_at(
                    at,
                    match semi {
                        Semi::Written => "missing condition in if statement",
                        _ => "unexpected newline, expected { after if clause",
                    },
                );
                self.bad()
            }
            (None, None) => self.bad(),
        };
        let then = self.clause_block("if clause");
        let mut els = None;
        if self.is_kw("else") {
            self.next();
            els = if self.is_kw("if") {
                Some(self.deeper(|p| p.if_stmt(), |p| p.mk_stmt(pos, StmtKind::Bad)))
            } else if self.is("{") {
                let at = self.pos();
                let b = self.block();
                Some(self.mk_stmt(at, StmtKind::Block(b)))
            } else {
                self.syntax_error("else must be followed by if or statement block");
                self.advance(&[Token::Ident, Token::Op("}")]);
                None
            };
        }
        let i = self.session.arena.alloc(IfStmt { init: head.init, cond, then, els });
        self.mk_stmt(pos, StmtKind::If(i))
    }

    /// The expression of a head statement.
    fn condition(&mut self, s: &'a Stmt<'a>) -> &'a Expr<'a> {
        if let StmtKind::Expr(e) = s.kind {
            return e;
        }
        let names = self.session.interner;
        let show = |e: &Expr<'a>| super::super::printer::expr_string(names, e);
        let list = |es: &[&Expr<'a>]| es.iter().map(|e| show(e)).collect::<Vec<_>>().join(", ");
        let (text, at) = match s.kind {
            StmtKind::Assign { lhs, rhs, op: None, op_pos } => {
                let side = |es: &[&Expr<'a>]| match es {
                    [e] => parens(&show(e), e),
                    _ => list(es),
                };
                (format!("assignment {} = {}", side(lhs), side(rhs)), op_pos)
            }
            StmtKind::Assign { lhs, rhs, op: Some(op), op_pos } => {
                let op = op.text();
                (format!("{} {op}= {}", list(lhs), list(rhs)), op_pos)
            }
            StmtKind::Define { lhs, rhs, op_pos } => {
                (format!("{} := {}", list(lhs), list(rhs)), op_pos)
            }
            StmtKind::IncDec { x, inc, op_pos } => {
                (format!("{}{}", show(x), if inc { "++" } else { "--" }), op_pos)
            }
            StmtKind::Send { chan, value, arrow } => {
                (format!("{} <- {}", show(chan), show(value)), arrow)
            }
            _ => return self.bad(),
        };
        let at = self.s.source.offset(at);
        self.last_error = None;
        self.syntax_error_at(at, &format!("cannot use {text} as value"));
        self.bad()
    }

    /// The block after a control clause.
    fn clause_block(&mut self, after: &str) -> &'a Block<'a> {
        let lbrace = self.pos();
        if !self.got("{") {
            self.syntax_error(&format!("expected {{ after {after}"));
            self.advance(&[Token::Ident, Token::Op("}")]);
            let at = self.pos();
            if self.got("}") {
                return self.session.arena.alloc(Block { lbrace, stmts: &[], rbrace: at });
            }
        }
        self.block_rest(lbrace)
    }

    fn for_stmt(&mut self) -> &'a Stmt<'a> {
        let pos = self.pos();
        self.next();
        let head = self.head(Head::For);
        if let Some(Stmt { kind: StmtKind::Range(r), .. }) = head.init {
            let body = self.clause_block("for clause");
            let r = self.session.arena.alloc(RangeStmt { body, ..**r });
            return self.mk_stmt(pos, StmtKind::Range(r));
        }
        let cond = head.main.map(|s| self.condition(s));
        let body = self.clause_block("for clause");
        let f = self.session.arena.alloc(ForStmt { init: head.init, cond, post: head.post, body });
        self.mk_stmt(pos, StmtKind::For(f))
    }

    fn switch_stmt(&mut self) -> &'a Stmt<'a> {
        let pos = self.pos();
        self.next();
        let head = self.head(Head::Switch);
        let (init, tag) = (head.init, head.main);
        // `switch x := y.(type)`, `switch y.(type)`.
        let guard = |e: &'a Expr<'a>| match e.kind {
            ExprKind::TypeAssert { x, typ: None } => Some(x),
            _ => None,
        };
        let type_switch = match tag.map(|t| t.kind) {
            Some(StmtKind::Expr(e)) => guard(e).map(|x| (None, x)),
            Some(StmtKind::Define {
                lhs: [Expr { kind: ExprKind::Ident(n), id, pos }],
                rhs: [r],
                ..
            }) => guard(r).map(|x| (Some(Ident { id: *id, pos: *pos, name: *n }), x)),
            _ => None,
        };
        let tag = match type_switch {
            None => tag.map(|t| self.condition(t)),
            Some(_) => None,
        };
        let lbrace = self.pos();
        if !self.got("{") {
            self.syntax_error("missing { after switch clause");
            self.advance(&[Token::Keyword("case"), Token::Keyword("default"), Token::Op("}")]);
        }
        let mut clauses: Vec<&'a CaseClause<'a>> = Vec::new();
        while !self.is("}") && self.tok() != Token::Eof {
            clauses.push(self.case_clause());
        }
        let rbrace = self.pos();
        self.want("}");
        let clauses = self.list(clauses);
        if let Some((bind, x)) = type_switch {
            let w =
                self.session.arena.alloc(TypeSwitchStmt { init, bind, x, lbrace, clauses, rbrace });
            return self.mk_stmt(pos, StmtKind::TypeSwitch(w));
        }
        let w = self.session.arena.alloc(SwitchStmt { init, tag, lbrace, clauses, rbrace });
        self.mk_stmt(pos, StmtKind::Switch(w))
    }

    /// Where a clause should begin but does not.
    fn no_clause(&mut self) {
        self.syntax_error("expected case or default or }");
        self.advance(&[
            Token::Op(":"),
            Token::Keyword("case"),
            Token::Keyword("default"),
            Token::Op("}"),
        ]);
    }

    fn case_clause(&mut self) -> &'a CaseClause<'a> {
        let pos = self.pos();
        let exprs = if self.is_kw("case") {
            self.next();
            let mut list = vec![self.type_or_expr()];
            while self.got(",") {
                list.push(self.type_or_expr());
            }
            Some(self.list(list))
        } else if self.is_kw("default") {
            self.next();
            None
        } else {
            self.no_clause();
            None
        };
        let colon = self.pos();
        self.want(":");
        let body = self.stmt_list();
        let end = self.pos();
        self.session.arena.alloc(CaseClause { id: self.new_id(), pos, exprs, colon, body, end })
    }

    fn select_stmt(&mut self) -> &'a Stmt<'a> {
        let pos = self.pos();
        self.next();
        let lbrace = self.pos();
        if !self.got("{") {
            self.syntax_error("missing { after select clause");
            self.advance(&[Token::Keyword("case"), Token::Keyword("default"), Token::Op("}")]);
        }
        let mut clauses: Vec<&'a CommClause<'a>> = Vec::new();
        while !self.is("}") && self.tok() != Token::Eof {
            let at = self.pos();
            let comm = if self.is_kw("case") {
                self.next();
                Some(self.simple_stmt(None))
            } else if self.is_kw("default") {
                self.next();
                None
            } else {
                self.no_clause();
                None
            };
            let colon = self.pos();
            self.want(":");
            let body = self.stmt_list();
            let end = self.pos();
            clauses.push(self.session.arena.alloc(CommClause {
                id: self.new_id(),
                pos: at,
                comm,
                colon,
                body,
                end,
            }));
        }
        let rbrace = self.pos();
        self.want("}");
        let clauses = self.list(clauses);
        let w = self.session.arena.alloc(SelectStmt { lbrace, clauses, rbrace });
        self.mk_stmt(pos, StmtKind::Select(w))
    }
}

/// Operands of a printed assignment that are binary themselves stand in parentheses.
fn parens(text: &str, e: &Expr<'_>) -> String {
    if matches!(e.kind, ExprKind::Binary { .. }) { format!("({text})") } else { text.into() }
}
