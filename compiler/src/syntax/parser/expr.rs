//! Expressions.

use super::super::ast::{BinaryOp, ChanDir, Element, Expr, ExprKind, LitKind, UnaryOp};
use super::super::token::Token;
use super::{Parser, SEMI};
use crate::source::Pos;

fn binary(op: &str) -> Option<(BinaryOp, u8)> {
    Some(match op {
        "||" => (BinaryOp::LogicalOr, 1),
        "&&" => (BinaryOp::LogicalAnd, 2),
        "==" => (BinaryOp::Eq, 3),
        "!=" => (BinaryOp::Ne, 3),
        "<" => (BinaryOp::Lt, 3),
        "<=" => (BinaryOp::Le, 3),
        ">" => (BinaryOp::Gt, 3),
        ">=" => (BinaryOp::Ge, 3),
        "+" => (BinaryOp::Add, 4),
        "-" => (BinaryOp::Sub, 4),
        "|" => (BinaryOp::Or, 4),
        "^" => (BinaryOp::Xor, 4),
        "*" => (BinaryOp::Mul, 5),
        "/" => (BinaryOp::Div, 5),
        "%" => (BinaryOp::Rem, 5),
        "&" => (BinaryOp::And, 5),
        "&^" => (BinaryOp::AndNot, 5),
        "<<" => (BinaryOp::Shl, 5),
        ">>" => (BinaryOp::Shr, 5),
        _ => return None,
    })
}

/// The operator of `op=`.
pub fn assign_op(op: &str) -> Option<BinaryOp> {
    let base = op.strip_suffix('=')?;
    if matches!(base, "=" | "!" | "<" | ">" | ":" | "") {
        return None;
    }
    binary(base).map(|b| b.0)
}

/// Whether something can only be a value, not a type.
fn is_value(e: &Expr<'_>) -> bool {
    match e.kind {
        ExprKind::Lit { .. }
        | ExprKind::Composite { .. }
        | ExprKind::FuncLit { .. }
        | ExprKind::Slice { .. }
        | ExprKind::TypeAssert { .. }
        | ExprKind::Call { .. }
        | ExprKind::Unary { .. }
        | ExprKind::Binary { .. } => true,
        ExprKind::Paren(x) => is_value(x),
        ExprKind::Index { x, indices, .. } => is_value(x) || matches!(indices, [i] if is_value(i)),
        _ => false,
    }
}

impl<'a> Parser<'a> {
    pub(super) fn expr(&mut self) -> &'a Expr<'a> {
        self.binary_expr(None, 0)
    }

    pub(super) fn expr_list(&mut self) -> &'a [&'a Expr<'a>] {
        let mut list = vec![self.expr()];
        while self.got(",") {
            list.push(self.expr());
        }
        self.list(list)
    }

    pub(super) fn binary_expr(&mut self, first: Option<&'a Expr<'a>>, min: u8) -> &'a Expr<'a> {
        let mut outer = 0;
        let mut x = match first {
            Some(x) => x,
            None => {
                outer = std::mem::take(&mut self.height);
                self.unary_expr()
            }
        };
        while let Token::Op(op) = self.tok() {
            let Some((kind, prec)) = binary(op) else { break };
            if prec <= min {
                break;
            }
            let op_pos = self.pos();
            self.next();
            let y = self.deeper(|p| p.binary_expr(None, prec), |p| p.bad());
            x = self.mk(x.pos, ExprKind::Binary { op: kind, op_pos, x, y });
            if !self.link() {
                break;
            }
        }
        self.height = self.height.max(outer);
        x
    }

    fn unary_expr(&mut self) -> &'a Expr<'a> {
        let pos = self.pos();
        let op = match self.tok() {
            Token::Op("*") => {
                self.next();
                let x = self.deeper(|p| p.unary_expr(), |p| p.bad());
                return self.mk(pos, ExprKind::Star(x));
            }
            Token::Op("+") => UnaryOp::Plus,
            Token::Op("-") => UnaryOp::Minus,
            Token::Op("!") => UnaryOp::Not,
            Token::Op("^") => UnaryOp::Complement,
            Token::Op("~") => UnaryOp::Tilde,
            Token::Op("&") => UnaryOp::Address,
            Token::Op("<-") => {
                self.next();
                let x = self.deeper(|p| p.unary_expr(), |p| p.bad());
                if let ExprKind::ChanType { dir, elem } = x.kind {
                    return self.receive_type(x.pos, dir, elem);
                }
                return self.mk(pos, ExprKind::Unary { op: UnaryOp::Receive, x });
            }
            _ => return self.primary_expr(None, true),
        };
        self.next();
        let x = self.deeper(|p| p.unary_expr(), |p| p.bad());
        self.mk(pos, ExprKind::Unary { op, x })
    }

    /// `<-` before a channel type binds to its `chan`: `<-(chan<- T)` as written means
    /// `(<-chan) (<-T)`, in which T must be a channel type in turn.
    fn receive_type(&mut self, pos: Pos, dir: ChanDir, elem: &'a Expr<'a>) -> &'a Expr<'a> {
        let elem = match dir {
            ChanDir::Both => elem,
            ChanDir::Recv => {
                self.syntax_error("unexpected <-, expected chan");
                elem
            }
            ChanDir::Send => match elem.kind {
                ExprKind::ChanType { dir, elem: inner } => self.receive_type(elem.pos, dir, inner),
                _ => {
                    let t = super::super::printer::expr_string(self.session.interner, elem);
                    self.syntax_error(&format!("unexpected {t}, expected chan"));
                    elem
                }
            },
        };
        self.mk(pos, ExprKind::ChanType { dir: ChanDir::Recv, elem })
    }

    fn literal(&mut self, kind: LitKind) -> &'a Expr<'a> {
        let x =
            self.mk(self.pos(), ExprKind::Lit { kind, text: self.s.literal(), bad: self.s.bad });
        self.next();
        x
    }

    fn operand(&mut self, keep_parens: bool) -> &'a Expr<'a> {
        let pos = self.pos();
        match self.tok() {
            Token::Int => self.literal(LitKind::Int),
            Token::Float => self.literal(LitKind::Float),
            Token::Imaginary => self.literal(LitKind::Imaginary),
            Token::Rune => self.literal(LitKind::Rune),
            Token::String => self.literal(LitKind::String),
            Token::Ident => {
                let n = self.name();
                self.ident_expr(n)
            }
            Token::Op("(") => {
                self.next();
                let outer = std::mem::replace(&mut self.expr_level, 1);
                let x = self.deeper(|p| p.type_or_expr(), |p| p.bad());
                self.expr_level = outer;
                self.want(")");
                let _ = keep_parens;
                self.mk(pos, ExprKind::Paren(x))
            }
            Token::Keyword("func") => {
                self.next();
                let at = self.pos();
                self.no_type_params("function type");
                let typ = self.signature(at);
                if self.is("{") {
                    let outer = std::mem::replace(&mut self.expr_level, 0);
                    self.in_func += 1;
                    let body = self.deeper(|p| p.block(), |p| p.block());
                    self.in_func -= 1;
                    self.expr_level = outer;
                    return self.mk(pos, ExprKind::FuncLit { typ, body });
                }
                self.mk(at, ExprKind::FuncType(typ))
            }
            Token::Op("[") | Token::Keyword("chan" | "map" | "struct" | "interface") => self.typ(),
            _ => {
                let bad = self.bad();
                self.syntax_error("expected expression");
                self.advance(&[Token::Op(")"), Token::Op("]"), Token::Op("}")]);
                bad
            }
        }
    }

    pub(super) fn primary_expr(
        &mut self,
        first: Option<&'a Expr<'a>>,
        keep_parens: bool,
    ) -> &'a Expr<'a> {
        let mut outer = 0;
        let mut x = match first {
            Some(x) => x,
            None => {
                outer = std::mem::take(&mut self.height);
                self.operand(keep_parens)
            }
        };
        loop {
            let pos = x.pos;
            match self.tok() {
                Token::Op(".") => {
                    self.next();
                    match self.tok() {
                        Token::Ident => {
                            let sel = self.name();
                            x = self.mk(pos, ExprKind::Selector { x, sel });
                        }
                        Token::Op("(") => {
                            self.next();
                            if self.is_kw("type") {
                                self.next();
                                x = self.mk(pos, ExprKind::TypeAssert { x, typ: None });
                            } else {
                                let t = self.typ();
                                x = self.mk(pos, ExprKind::TypeAssert { x, typ: Some(t) });
                            }
                            self.want(")");
                        }
                        _ => {
                            self.syntax_error("expected name or (");
                            self.advance(&[SEMI, Token::Op(")")]);
                        }
                    }
                }
                Token::Op("[") => x = self.index_or_slice(x),
                Token::Op("(") => {
                    let lparen = self.pos();
                    self.next();
                    let outer = std::mem::replace(&mut self.expr_level, 1);
                    let mut args = Vec::new();
                    let mut ellipsis = None;
                    let rparen = self.items("argument list", Token::Op(","), ")", |p| {
                        args.push(p.deeper(|p| p.type_or_expr(), |p| p.bad()));
                        if p.is("...") {
                            ellipsis = Some(p.pos());
                            p.next();
                        }
                        ellipsis.is_some()
                    });
                    self.expr_level = outer;
                    let args = self.list(args);
                    x = self.mk(pos, ExprKind::Call { fun: x, lparen, args, ellipsis, rparen });
                }
                Token::Op("{") => {
                    // A composite literal, unless a block is meant.
                    let mut t = x;
                    while let ExprKind::Paren(inner) = t.kind {
                        t = inner;
                    }
                    let ok = match t.kind {
                        ExprKind::Ident(_) | ExprKind::Selector { .. } => self.expr_level >= 0,
                        ExprKind::Index { .. } => self.expr_level >= 0 && !is_value(t),
                        ExprKind::ArrayType { .. }
                        | ExprKind::SliceType(_)
                        | ExprKind::StructType { .. }
                        | ExprKind::MapType { .. } => true,
                        _ => false,
                    };
                    if !ok {
                        break;
                    }
                    if !std::ptr::eq(t, x) {
                        self.syntax_error("cannot parenthesize type in composite literal");
                    }
                    x = self.composite(Some(x));
                }
                _ => break,
            }
            if !self.link() {
                break;
            }
        }
        self.height = self.height.max(outer);
        x
    }

    fn composite(&mut self, typ: Option<&'a Expr<'a>>) -> &'a Expr<'a> {
        let lbrace = self.pos();
        self.want("{");
        let outer = std::mem::replace(&mut self.expr_level, 1);
        let mut elems: Vec<Element<'a>> = Vec::new();
        let rbrace = self.items("composite literal", Token::Op(","), "}", |p| {
            let first = p.deeper(|p| p.element(), |p| p.bad());
            if p.got(":") {
                let value = p.deeper(|p| p.element(), |p| p.bad());
                elems.push(Element { key: Some(first), value });
            } else {
                elems.push(Element { key: None, value: first });
            }
            false
        });
        self.expr_level = outer;
        let elems = self.list(elems);
        let pos = typ.map_or(lbrace, |t| t.pos);
        self.mk(pos, ExprKind::Composite { typ, lbrace, elems, rbrace })
    }

    fn element(&mut self) -> &'a Expr<'a> {
        if self.is("{") { self.composite(None) } else { self.expr() }
    }

    fn index_or_slice(&mut self, x: &'a Expr<'a>) -> &'a Expr<'a> {
        let pos = x.pos;
        let lbrack = self.pos();
        self.next();
        let outer = std::mem::replace(&mut self.expr_level, 1);
        let result = 'done: {
            if self.is("]") {
                self.syntax_error("expected operand");
                let bad = self.bad();
                let rbrack = self.pos();
                self.next();
                let indices = self.list(vec![bad]);
                break 'done self.mk(pos, ExprKind::Index { x, lbrack, indices, rbrack });
            }
            let mut parts: [Option<&'a Expr<'a>>; 3] = [None; 3];
            if !self.is(":") {
                let first = self.deeper(|p| p.type_or_expr(), |p| p.bad());
                let mut list = vec![first];
                let mut comma = false;
                while self.got(",") {
                    comma = true;
                    let Some(t) = self.typ_or_none() else { break };
                    list.push(t);
                }
                if comma || self.is("]") {
                    let rbrack = self.pos();
                    self.want("]");
                    let indices = self.list(list);
                    break 'done self.mk(pos, ExprKind::Index { x, lbrack, indices, rbrack });
                }
                parts[0] = Some(first);
            }
            if !self.got(":") {
                self.syntax_error("expected comma, : or ]");
                self.advance(&[Token::Op(","), Token::Op(":"), Token::Op("]")]);
            }
            if !self.is(":") && !self.is("]") {
                parts[1] = Some(self.deeper(|p| p.expr(), |p| p.bad()));
            }
            let three = self.is(":");
            if three {
                if parts[1].is_none() {
                    self.error(self.pos(), "middle index required in 3-index slice");
                    parts[1] = Some(self.bad());
                }
                self.next();
                if self.is("]") {
                    self.error(self.pos(), "final index required in 3-index slice");
                    parts[2] = Some(self.bad());
                } else {
                    parts[2] = Some(self.deeper(|p| p.expr(), |p| p.bad()));
                }
            }
            let rbrack = self.pos();
            self.want("]");
            let [lo, hi, max] = parts;
            // gc's place for a slice expression is its bracket.
            self.mk(lbrack, ExprKind::Slice { x, lo, hi, max, three, rbrack })
        };
        self.expr_level = outer;
        result
    }
}
