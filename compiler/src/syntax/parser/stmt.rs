//! Statements.

use super::super::ast::{
    Block, BranchKind, CaseClause, CommClause, Expr, ExprKind, ForStmt, Ident, IfStmt, RangeStmt,
    SelectStmt, Stmt, StmtKind, SwitchStmt, TypeSwitchStmt,
};
use super::super::token::{Semi, Token};
use super::Parser;
use super::expr::assign_op;
use crate::source::Pos;

/// What a control clause's head may be besides an expression.
#[derive(Clone, Copy, PartialEq)]
enum Head {
    If,
    Switch,
    For,
}

impl<'a> Parser<'a> {
    pub(super) fn block(&mut self) -> &'a Block<'a> {
        let lbrace = self.pos();
        self.want("{");
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
            let before = self.s.start;
            let Some(s) = self.deeper(|p| p.stmt_or_none(), |_| None) else {
                self.syntax_error("expected }");
                self.advance(&[
                    Token::Op("}"),
                    Token::Semi(Semi::Newline),
                    Token::Semi(Semi::Written),
                ]);
                if matches!(self.tok(), Token::Semi(_)) {
                    self.next();
                }
                if self.s.start == before {
                    self.next();
                }
                continue;
            };
            out.push(s);
            match self.tok() {
                Token::Semi(_) => self.next(),
                Token::Op("}") | Token::Op(")") if self.is("}") => {}
                _ if self.is_kw("case") || self.is_kw("default") => {}
                _ => {
                    self.syntax_error("at end of statement");
                    self.advance(&[
                        Token::Op("}"),
                        Token::Semi(Semi::Newline),
                        Token::Semi(Semi::Written),
                        Token::Keyword("case"),
                        Token::Keyword("default"),
                    ]);
                    if matches!(self.tok(), Token::Semi(_)) {
                        self.next();
                    }
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
                let e = self.primary_expr(None, true);
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
            Token::Op("}")
            | Token::Op(")")
            | Token::Op("]")
            | Token::Op(":")
            | Token::Op(",")
            | Token::Op(".")
            | Token::Op("=")
            | Token::Op(":=") => {
                return None;
            }
            Token::Keyword("else" | "case" | "default" | "package" | "import" | "range") => {
                return None;
            }
            Token::Eof => return None,
            _ => return self.simple_or_labeled(),
        })
    }

    fn simple_or_labeled(&mut self) -> Option<&'a Stmt<'a>> {
        let pos = self.pos();
        let lhs = self.expr_list();
        if let ([Expr { kind: ExprKind::Ident(name), id, .. }], true) = (lhs, self.is(":")) {
            let label = Ident { id: *id, pos, name: *name };
            self.next();
            if self.is("}") {
                // A label before a closing brace labels an empty statement.
                let empty = self.mk_stmt(self.pos(), StmtKind::Empty);
                return Some(self.mk_stmt(pos, StmtKind::Labeled { label, stmt: empty }));
            }
            let Some(stmt) = self.deeper(|p| p.stmt_or_none(), |_| None) else {
                self.syntax_error("missing statement after label");
                return Some(self.mk_stmt(pos, StmtKind::Bad));
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
            self.advance(&[Token::Semi(Semi::Newline), Token::Op("}")]);
            return self.mk_stmt(pos, StmtKind::Bad);
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

    fn if_stmt(&mut self) -> &'a Stmt<'a> {
        let pos = self.pos();
        self.next();
        let outer = std::mem::replace(&mut self.expr_level, -1);
        let mut init = None;
        let mut cond: Option<&'a Expr<'a>> = None;
        if self.is("{") {
            self.syntax_error("missing condition in if statement");
            cond = Some(self.bad());
        } else {
            let mut last = None;
            if !matches!(self.tok(), Token::Semi(_)) {
                last = Some(self.simple_stmt(Some(Head::If)));
            }
            if let Token::Semi(kind) = self.tok() {
                let at = self.s.start;
                self.next();
                init = last.take();
                if self.is("{") {
                    if kind == Semi::Newline {
                        self.syntax_error_at(at, "unexpected newline, expected { after if clause");
                    } else {
                        self.syntax_error("missing condition in if statement");
                    }
                    cond = Some(self.bad());
                } else {
                    last = Some(self.simple_stmt(Some(Head::If)));
                }
            }
            if cond.is_none() {
                cond = Some(self.condition(last, "if"));
            }
        }
        self.expr_level = outer;
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
                self.advance(&[Token::Op("}")]);
                None
            };
        }
        let cond = match cond {
            Some(c) => c,
            None => self.bad(),
        };
        let i = self.session.arena.alloc(IfStmt { init, cond, then, els });
        self.mk_stmt(pos, StmtKind::If(i))
    }

    /// The expression of a head statement.
    fn condition(&mut self, s: Option<&'a Stmt<'a>>, what: &str) -> &'a Expr<'a> {
        match s.map(|s| (s.kind, s.pos)) {
            Some((StmtKind::Expr(e), _)) => e,
            Some((StmtKind::Bad, pos)) => self.mk(pos, ExprKind::Bad),
            Some((kind, pos)) => {
                let names = self.session.interner;
                let show = |e: &Expr<'a>| super::super::printer::expr_string(names, e);
                let text = match kind {
                    StmtKind::Assign { lhs: [l], rhs: [r], op: None, .. } => {
                        format!(
                            "cannot use assignment {} = {} as value",
                            parens(&show(l), l),
                            parens(&show(r), r)
                        )
                    }
                    StmtKind::Define { lhs: [l], rhs: [r], .. } => {
                        format!("cannot use {} := {} as value", show(l), show(r))
                    }
                    _ => format!("cannot use statement as value in {what} clause"),
                };
                let at = self.s.source.offset(pos);
                self.last_error = None;
                self.syntax_error_at(at, &text);
                self.bad()
            }
            None => {
                self.syntax_error(&format!("missing condition in {what} statement"));
                self.bad()
            }
        }
    }

    /// The block after a control clause.
    fn clause_block(&mut self, after: &str) -> &'a Block<'a> {
        if !self.is("{") {
            self.syntax_error(&format!("expected {{ after {after}"));
            self.advance(&[Token::Op("{"), Token::Op("}")]);
        }
        if self.is("{") {
            return self.block();
        }
        let at = self.pos();
        self.session.arena.alloc(Block { lbrace: at, stmts: &[], rbrace: at })
    }

    fn for_stmt(&mut self) -> &'a Stmt<'a> {
        let pos = self.pos();
        self.next();
        let outer = std::mem::replace(&mut self.expr_level, -1);
        let (mut init, mut cond, mut post) = (None, None, None);
        if !self.is("{") {
            let mut first = None;
            if !matches!(self.tok(), Token::Semi(_)) {
                first = Some(self.simple_stmt(Some(Head::For)));
            }
            if let Some(Stmt { kind: StmtKind::Range(r), .. }) = first {
                self.expr_level = outer;
                let body = self.clause_block("for clause");
                let r = self.session.arena.alloc(RangeStmt { body, ..**r });
                return self.mk_stmt(pos, StmtKind::Range(r));
            }
            if let Token::Semi(kind) = self.tok() {
                let at = self.s.start;
                self.next();
                init = first.take();
                if self.is("{") && kind == Semi::Newline {
                    self.syntax_error_at(at, "expected for loop condition");
                } else {
                    if !matches!(self.tok(), Token::Semi(_)) {
                        if self.is("{") {
                            self.syntax_error("expected for loop condition");
                        } else {
                            let s = self.simple_stmt(None);
                            cond = Some(self.condition(Some(s), "for"));
                        }
                    }
                    if matches!(self.tok(), Token::Semi(_)) {
                        self.next();
                    } else if !self.is("{") {
                        self.syntax_error("expected { after for clause");
                    }
                    if !self.is("{") {
                        post = Some(self.simple_stmt(None));
                    }
                }
            } else {
                cond = Some(self.condition(first, "for"));
            }
        }
        self.expr_level = outer;
        let body = self.clause_block("for clause");
        let f = self.session.arena.alloc(ForStmt { init, cond, post, body });
        self.mk_stmt(pos, StmtKind::For(f))
    }

    fn switch_stmt(&mut self) -> &'a Stmt<'a> {
        let pos = self.pos();
        self.next();
        let outer = std::mem::replace(&mut self.expr_level, -1);
        let (mut init, mut tag) = (None, None);
        if !self.is("{") {
            let mut last = None;
            if !matches!(self.tok(), Token::Semi(_)) {
                last = Some(self.simple_stmt(Some(Head::Switch)));
            }
            if matches!(self.tok(), Token::Semi(_)) {
                self.next();
                init = last.take();
                if !self.is("{") {
                    last = Some(self.simple_stmt(Some(Head::Switch)));
                }
            }
            tag = last;
        }
        self.expr_level = outer;
        let lbrace = self.pos();
        if !self.is("{") {
            self.syntax_error("missing { after switch clause");
            self.advance(&[Token::Op("{")]);
        }
        self.got("{");
        let mut clauses: Vec<&'a CaseClause<'a>> = Vec::new();
        while !self.is("}") && self.tok() != Token::Eof {
            match self.case_clause() {
                Some(c) => clauses.push(c),
                None => {
                    self.syntax_error("expected case or default or }");
                    self.advance(&[
                        Token::Keyword("case"),
                        Token::Keyword("default"),
                        Token::Op("}"),
                    ]);
                }
            }
        }
        let rbrace = self.pos();
        self.want("}");
        let clauses = self.list(clauses);
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
        if let Some((bind, x)) = type_switch {
            let w =
                self.session.arena.alloc(TypeSwitchStmt { init, bind, x, lbrace, clauses, rbrace });
            return self.mk_stmt(pos, StmtKind::TypeSwitch(w));
        }
        let tag = tag.map(|t| self.condition(Some(t), "switch"));
        let w = self.session.arena.alloc(SwitchStmt { init, tag, lbrace, clauses, rbrace });
        self.mk_stmt(pos, StmtKind::Switch(w))
    }

    fn case_clause(&mut self) -> Option<&'a CaseClause<'a>> {
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
            return None;
        };
        let colon = self.pos();
        self.want(":");
        let body = self.stmt_list();
        let end = self.pos();
        Some(self.session.arena.alloc(CaseClause {
            id: self.new_id(),
            pos,
            exprs,
            colon,
            body,
            end,
        }))
    }

    fn select_stmt(&mut self) -> &'a Stmt<'a> {
        let pos = self.pos();
        self.next();
        let lbrace = self.pos();
        if !self.is("{") {
            self.syntax_error("expected { after select clause");
            self.advance(&[Token::Op("{")]);
        }
        self.got("{");
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
                self.syntax_error("expected case or default or }");
                self.advance(&[Token::Keyword("case"), Token::Keyword("default"), Token::Op("}")]);
                continue;
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
