//! The parser: recursive descent over the Go grammar, messages as gc's.
//!
//! After an error it goes on at the next statement or declaration. Nesting is bounded.

mod decl;
mod expr;
mod stmt;
mod types;

use super::Session;
use super::ast::{
    Block, Expr, ExprKind, FuncBody, Ident, NodeId, ParsedHead, SkippedHead, Stmt, StmtKind,
};
use super::scanner::Scanner;
use super::token::{Semi, Token};
use crate::source::{Pos, SourceFile};

/// A semicolon of any kind, where tokens to stop at are listed.
const SEMI: Token = Token::Semi(Semi::Written);

/// Deeper nesting is an error. `&T{` and `x + (` are two levels, a function literal that is called
/// in a statement is three.
const MAX_DEPTH: u32 = 30_000;

pub struct Parser<'a> {
    session: &'a Session<'a>,
    s: Scanner<'a>,
    /// Nesting of expressions in brackets: below 0 in a control clause, where `{` starts a block.
    expr_level: i32,
    depth: u32,
    /// How many levels the construct that is being read has below this one so far.
    height: u32,
    /// How many function bodies are around.
    in_func: u32,
    /// Errors there were before this file.
    errors_before: usize,
    /// Where the last error was: one message a place.
    last_error: Option<usize>,
}

impl<'a> Parser<'a> {
    pub fn new(session: &'a Session<'a>, source: &'a SourceFile<'a>) -> Parser<'a> {
        let s = Scanner::new(source, session.diags, session.arena);
        let errors_before = session.diags.len();
        Parser {
            session,
            s,
            expr_level: 0,
            depth: 0,
            height: 0,
            in_func: 0,
            errors_before,
            last_error: None,
        }
    }

    /// Parses a head that was skipped.
    pub fn skipped_head(&mut self, skipped: &SkippedHead<'a>) -> ParsedHead<'a> {
        self.s.seek(self.s.source.offset(skipped.at), self.s.source.text.len());
        self.next();
        self.func_head(skipped.func)
    }

    /// Parses a body that was skipped.
    pub fn body(&mut self, body: &FuncBody<'a>) -> &'a Block<'a> {
        let from = self.s.source.offset(body.lbrace);
        let to = self.s.source.offset(body.rbrace) + 1;
        self.s.seek(from, to);
        self.next();
        self.in_func += 1;
        self.block()
    }

    fn next(&mut self) {
        self.s.next();
    }

    fn pos(&self) -> Pos {
        self.s.pos()
    }

    fn tok(&self) -> Token {
        self.s.token
    }

    fn is(&self, op: &'static str) -> bool {
        self.s.token == Token::Op(op)
    }

    fn is_kw(&self, k: &'static str) -> bool {
        self.s.token == Token::Keyword(k)
    }

    fn got(&mut self, op: &'static str) -> bool {
        let hit = self.is(op);
        if hit {
            self.next();
        }
        hit
    }

    fn want(&mut self, op: &'static str) {
        if !self.got(op) {
            self.syntax_error(&format!("expected {op}"));
            self.advance(&[]);
        }
    }

    fn want_keyword(&mut self, k: &'static str) {
        if self.is_kw(k) {
            self.next();
        } else {
            self.syntax_error(&format!("expected keyword {k}"));
            self.advance(&[]);
        }
    }

    fn new_id(&self) -> NodeId {
        let n = self.session.next_node.get();
        self.session.next_node.set(n + 1);
        NodeId(n)
    }

    fn list<T: Copy>(&self, v: Vec<T>) -> &'a [T] {
        self.session.arena.slice(&v)
    }

    fn mk(&self, pos: Pos, kind: ExprKind<'a>) -> &'a Expr<'a> {
        self.session.arena.alloc(Expr { id: self.new_id(), pos, kind })
    }

    fn mk_stmt(&self, pos: Pos, kind: StmtKind<'a>) -> &'a Stmt<'a> {
        self.session.arena.alloc(Stmt { id: self.new_id(), pos, kind })
    }

    fn bad(&self) -> &'a Expr<'a> {
        self.mk(self.pos(), ExprKind::Bad)
    }

    /// What the current token is called in messages.
    fn token_text(&self) -> String {
        match self.s.token {
            Token::Eof => "EOF".into(),
            Token::Semi(Semi::Newline) => "newline".into(),
            Token::Semi(Semi::Eof) => "EOF".into(),
            Token::Semi(Semi::Written) => "semicolon".into(),
            Token::Ident => format!("name {}", self.s.literal()),
            Token::Int | Token::Float | Token::Imaginary | Token::Rune | Token::String => {
                format!("literal {}", self.s.literal())
            }
            Token::Keyword(k) => format!("keyword {k}"),
            Token::Op(",") => "comma".into(),
            Token::Op(op) => op.into(),
        }
    }

    /// `syntax error: unexpected X, expected Y`. A message that starts with "in", "at", "after" or
    /// "expected" follows the token.
    #[track_caller]
    fn syntax_error(&mut self, message: &str) {
        let at = self.s.start;
        self.syntax_error_at(at, message);
    }

    #[track_caller]
    fn syntax_error_at(&mut self, at: usize, message: &str) {
        // What follows from an earlier error at the end of the file says nothing new.
        let at_end = matches!(self.tok(), Token::Eof);
        if self.last_error == Some(at) || at_end && self.session.diags.len() > self.errors_before {
            return;
        }
        self.last_error = Some(at);
        let tail = if message.starts_with("in ")
            || message.starts_with("at ")
            || message.starts_with("after ")
        {
            format!(" {message}")
        } else if message.starts_with("expected ") {
            format!(", {message}")
        } else {
            self.session.diags.error(self.s.source.pos(at), format!("syntax error: {message}"));
            return;
        };
        let token = self.token_text();
        self.session
            .diags
            .error(self.s.source.pos(at), format!("syntax error: unexpected {token}{tail}"));
    }

    #[track_caller]
    fn error(&mut self, pos: Pos, message: impl Into<String>) {
        self.session.diags.error(pos, message);
    }

    /// Skips to a place where parsing can go on: one of `follow`, or, in a function, a keyword that
    /// begins a statement. Without `follow` it skips one token.
    fn advance(&mut self, follow: &[Token]) {
        let is = |t: Token| follow.contains(&t) || t.is_semi() && follow.contains(&SEMI);
        loop {
            let t = self.tok();
            if t == Token::Eof || !follow.is_empty() && is(t) {
                return;
            }
            if let Token::Keyword(k) = t
                && !follow.is_empty()
                && self.in_func > 0
                && matches!(
                    k,
                    "break"
                        | "const"
                        | "continue"
                        | "defer"
                        | "fallthrough"
                        | "for"
                        | "go"
                        | "goto"
                        | "if"
                        | "return"
                        | "select"
                        | "switch"
                        | "type"
                        | "var"
                )
            {
                return;
            }
            self.next();
            if follow.is_empty() {
                return;
            }
        }
    }

    /// Items up to `close`, which is consumed, each followed by `sep`; the last one's is optional.
    /// `item` says whether it has to be the last. Gives the position of `close`.
    fn items(
        &mut self,
        what: &str,
        sep: Token,
        close: &'static str,
        mut item: impl FnMut(&mut Self) -> bool,
    ) -> Pos {
        let mut done = false;
        while self.tok() != Token::Eof && !self.is(close) && !done {
            done = item(self);
            let got = self.tok() == sep || sep.is_semi() && self.tok().is_semi();
            if got {
                self.next();
            } else if !self.is(close) {
                let name = if sep.is_semi() { "semicolon or newline" } else { "comma" };
                self.syntax_error(&format!("in {what}; possibly missing {name} or {close}"));
                self.advance(&[Token::Op(")"), Token::Op("]"), Token::Op("}")]);
                if !self.is(close) {
                    return self.pos();
                }
            }
        }
        let at = self.pos();
        self.want(close);
        at
    }

    fn name(&mut self) -> Ident {
        let pos = self.pos();
        if self.tok() == Token::Ident {
            let name = self.session.interner.intern(self.s.literal());
            self.next();
            return Ident { id: self.new_id(), pos, name };
        }
        self.syntax_error("expected name");
        self.advance(&[]);
        Ident { id: self.new_id(), pos, name: super::Symbol::BLANK }
    }

    fn ident_expr(&self, i: Ident) -> &'a Expr<'a> {
        self.session.arena.alloc(Expr { id: i.id, pos: i.pos, kind: ExprKind::Ident(i.name) })
    }

    /// Runs `f` one level deeper; reports nesting without end.
    fn deeper<R>(
        &mut self,
        f: impl FnOnce(&mut Self) -> R,
        too_deep: impl FnOnce(&mut Self) -> R,
    ) -> R {
        self.depth += 1;
        let outer = std::mem::take(&mut self.height);
        let r = if self.depth > MAX_DEPTH {
            self.report_depth();
            too_deep(self)
        } else {
            f(self)
        };
        self.depth -= 1;
        self.height = outer.max(self.height + 1);
        r
    }

    /// One more link of a chain such as `a.b.c` or `a + b + c`, in which what has been read so far
    /// gets one level deeper. False when that is too deep.
    fn link(&mut self) -> bool {
        self.height += 1;
        let fits = self.depth + self.height <= MAX_DEPTH;
        if !fits {
            self.report_depth();
        }
        fits
    }

    fn report_depth(&mut self) {
        let pos = self.pos();
        // At the end of the text it has been told.
        if self.tok() != Token::Eof {
            let what = format!("nesting deeper than {MAX_DEPTH}");
            self.session.diags.unsupported(pos, what);
        }
        self.s.seek(usize::MAX, 0);
        self.next();
    }
}
