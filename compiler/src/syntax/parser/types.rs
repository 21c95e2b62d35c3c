//! Types, parameters, fields.

use super::super::ast::{
    BinaryOp, ChanDir, Expr, ExprKind, FieldDecl, FuncType, Ident, InterfaceElem, Param, UnaryOp,
};
use super::super::token::Token;
use super::Parser;
use crate::Symbol;
use crate::source::Pos;

impl<'a> Parser<'a> {
    pub(super) fn typ(&mut self) -> &'a Expr<'a> {
        match self.typ_or_none() {
            Some(t) => t,
            None => {
                let bad = self.bad();
                self.syntax_error("expected type");
                self.advance(&[
                    Token::Op(","),
                    Token::Op(":"),
                    Token::Op(")"),
                    Token::Op("]"),
                    Token::Op("}"),
                ]);
                bad
            }
        }
    }

    pub(super) fn typ_or_none(&mut self) -> Option<&'a Expr<'a>> {
        let pos = self.pos();
        Some(match self.tok() {
            Token::Op("*") => {
                self.next();
                let elem = self.deeper(|p| p.typ(), |p| p.bad());
                self.mk(pos, ExprKind::Star(elem))
            }
            Token::Op("<-") => {
                self.next();
                if !self.is_kw("chan") {
                    self.syntax_error("expected chan");
                }
                self.next();
                let elem = self.deeper(|p| p.typ(), |p| p.bad());
                self.mk(pos, ExprKind::ChanType { dir: ChanDir::Recv, elem })
            }
            Token::Keyword("func") => {
                self.next();
                let f = self.signature(pos);
                self.mk(pos, ExprKind::FuncType(f))
            }
            Token::Op("[") => {
                self.next();
                self.array_or_slice(pos)
            }
            Token::Keyword("chan") => {
                self.next();
                let dir = if self.got("<-") { ChanDir::Send } else { ChanDir::Both };
                let elem = self.deeper(|p| p.typ(), |p| p.bad());
                self.mk(pos, ExprKind::ChanType { dir, elem })
            }
            Token::Keyword("map") => {
                self.next();
                self.want("[");
                let key = self.typ();
                self.want("]");
                let elem = self.deeper(|p| p.typ(), |p| p.bad());
                self.mk(pos, ExprKind::MapType { key, elem })
            }
            Token::Keyword("struct") => self.struct_type(),
            Token::Keyword("interface") => self.interface_type(),
            Token::Ident => self.type_name(),
            Token::Op("(") => {
                self.next();
                let t = self.deeper(|p| p.typ(), |p| p.bad());
                self.want(")");
                self.mk(pos, ExprKind::Paren(t))
            }
            _ => return None,
        })
    }

    /// After `[`: `]T`, `...]T`, `n]T`.
    fn array_or_slice(&mut self, pos: Pos) -> &'a Expr<'a> {
        if self.got("]") {
            let elem = self.deeper(|p| p.typ(), |p| p.bad());
            return self.mk(pos, ExprKind::SliceType(elem));
        }
        let len = if self.got("...") {
            None
        } else {
            self.expr_level += 1;
            let n = self.expr();
            self.expr_level -= 1;
            Some(n)
        };
        if self.is(",") {
            self.syntax_error("unexpected comma; expecting ]");
            self.next();
        }
        self.want("]");
        let elem = self.deeper(|p| p.typ(), |p| p.bad());
        self.mk(pos, ExprKind::ArrayType { len, elem })
    }

    /// A possibly qualified and instantiated type name.
    fn type_name(&mut self) -> &'a Expr<'a> {
        let pos = self.pos();
        let n = self.name();
        let mut x = self.ident_expr(n);
        if self.got(".") {
            let sel = self.name();
            x = self.mk(pos, ExprKind::Selector { x, sel });
        }
        if self.is("[") {
            let lbrack = self.pos();
            self.next();
            x = self.type_args(pos, x, lbrack);
        }
        x
    }

    /// After `x[`: type arguments and `]`.
    fn type_args(&mut self, pos: Pos, x: &'a Expr<'a>, lbrack: Pos) -> &'a Expr<'a> {
        let mut list = Vec::new();
        self.expr_level += 1;
        if self.is("]") {
            self.syntax_error("expected type argument list");
        }
        while !self.is("]") && self.tok() != Token::Eof {
            list.push(self.typ());
            if !self.got(",") {
                break;
            }
        }
        self.expr_level -= 1;
        let rbrack = self.pos();
        self.want("]");
        let indices = self.list(list);
        self.mk(pos, ExprKind::Index { x, lbrack, indices, rbrack })
    }

    fn struct_type(&mut self) -> &'a Expr<'a> {
        let pos = self.pos();
        self.next();
        self.want("{");
        let mut fields: Vec<&'a FieldDecl<'a>> = Vec::new();
        while !self.is("}") && self.tok() != Token::Eof {
            let before = self.s.start;
            self.field_decl(&mut fields);
            if !self.end_of_item("}", "in struct type; possibly missing semicolon or newline or }")
            {
                self.advance(&[Token::Op("}")]);
            }
            if self.s.start == before && !self.is("}") {
                self.next();
            }
        }
        let rbrace = self.pos();
        self.want("}");
        let fields = self.list(fields);
        self.mk(pos, ExprKind::StructType { fields, rbrace })
    }

    /// After an item of a list in braces: `;` or the closing token.
    pub(super) fn end_of_item(&mut self, close: &'static str, message: &str) -> bool {
        if matches!(self.tok(), Token::Semi(_)) {
            self.next();
            return true;
        }
        if self.is(close) {
            return true;
        }
        self.syntax_error(message);
        false
    }

    fn tag(&mut self) -> Option<(Pos, &'a str)> {
        if self.tok() == Token::String {
            let t = (self.pos(), self.s.literal());
            self.next();
            return Some(t);
        }
        None
    }

    fn add_field(
        &mut self,
        out: &mut Vec<&'a FieldDecl<'a>>,
        pos: Pos,
        name: Ident,
        embedded: bool,
        typ: &'a Expr<'a>,
        tag: Option<(Pos, &'a str)>,
    ) {
        out.push(self.session.arena.alloc(FieldDecl { pos, name, embedded, typ, tag }));
    }

    fn embedded_name(&mut self, t: &Expr<'a>) -> Ident {
        match t.kind {
            ExprKind::Ident(name) => Ident { id: self.new_id(), pos: t.pos, name },
            ExprKind::Selector { sel, .. } => Ident { id: self.new_id(), ..sel },
            ExprKind::Index { x, .. } | ExprKind::Star(x) | ExprKind::Paren(x) => {
                self.embedded_name(x)
            }
            _ => Ident { id: self.new_id(), pos: t.pos, name: Symbol::BLANK },
        }
    }

    fn field_decl(&mut self, out: &mut Vec<&'a FieldDecl<'a>>) {
        let pos = self.pos();
        match self.tok() {
            Token::Ident => {
                let first = self.name();
                // An embedded type: `T`, `p.T`, `T[int]`.
                if self.is(".")
                    || self.tok() == Token::String
                    || matches!(self.tok(), Token::Semi(_))
                    || self.is("}")
                {
                    let mut t = self.ident_expr(first);
                    if self.got(".") {
                        let sel = self.name();
                        t = self.mk(pos, ExprKind::Selector { x: t, sel });
                        if self.is("[") {
                            let lb = self.pos();
                            self.next();
                            t = self.type_args(pos, t, lb);
                        }
                    }
                    let name = self.embedded_name(t);
                    let tag = self.tag();
                    return self.add_field(out, pos, name, true, t, tag);
                }
                let mut names = vec![first];
                let mut typ = None;
                if self.is("[") {
                    // `a [n]T`, `a []T`, or embedded `T[int]`.
                    let lb = self.pos();
                    self.next();
                    typ = Some(self.array_field_or_instance(first, lb));
                } else {
                    while self.got(",") {
                        names.push(self.name());
                    }
                }
                let typ = match typ {
                    Some((t, true)) => {
                        let name = self.embedded_name(t);
                        let tag = self.tag();
                        return self.add_field(out, pos, name, true, t, tag);
                    }
                    Some((t, false)) => t,
                    None => self.typ(),
                };
                let tag = self.tag();
                for n in names {
                    self.add_field(out, n.pos, n, false, typ, tag);
                }
            }
            Token::Op("*") => {
                self.next();
                let base = if self.got("(") {
                    self.error(pos, "syntax error: cannot parenthesize embedded type");
                    let t = self.type_name();
                    self.got(")");
                    t
                } else {
                    self.type_name()
                };
                let t = self.mk(pos, ExprKind::Star(base));
                let name = self.embedded_name(base);
                let tag = self.tag();
                self.add_field(out, pos, name, true, t, tag);
            }
            Token::Op("(") => {
                self.syntax_error("cannot parenthesize embedded type");
                self.advance(&[Token::Op("}")]);
            }
            _ => {
                self.syntax_error("expected field name or embedded type");
                self.advance(&[Token::Op("}")]);
            }
        }
    }

    /// After `name [` in a struct: an array or slice type for a field, or an embedded instance
    /// (true).
    fn array_field_or_instance(&mut self, name: Ident, lbrack: Pos) -> (&'a Expr<'a>, bool) {
        if self.is("]") || self.is("...") {
            return (self.array_or_slice(lbrack), false);
        }
        self.expr_level += 1;
        let first = self.type_or_expr();
        let mut list = vec![first];
        while self.got(",") {
            if self.is("]") {
                break;
            }
            list.push(self.typ());
        }
        self.expr_level -= 1;
        let rbrack = self.pos();
        self.want("]");
        if list.len() == 1
            && let Some(elem) = self.typ_or_none()
        {
            return (self.mk(lbrack, ExprKind::ArrayType { len: Some(first), elem }), false);
        }
        let x = self.ident_expr(name);
        let indices = self.list(list);
        (self.mk(name.pos, ExprKind::Index { x, lbrack, indices, rbrack }), true)
    }

    /// Something that can be a type or an expression.
    pub(super) fn type_or_expr(&mut self) -> &'a Expr<'a> {
        self.expr()
    }

    fn interface_type(&mut self) -> &'a Expr<'a> {
        let pos = self.pos();
        self.next();
        self.want("{");
        let mut elems: Vec<InterfaceElem<'a>> = Vec::new();
        while !self.is("}") && self.tok() != Token::Eof {
            let before = self.s.start;
            if self.tok() == Token::Ident {
                let at = self.pos();
                let name = self.name();
                if self.is("(") {
                    let typ = self.signature(at);
                    elems.push(InterfaceElem::Method { name, typ });
                } else {
                    let mut t = self.ident_expr(name);
                    if self.got(".") {
                        let sel = self.name();
                        t = self.mk(at, ExprKind::Selector { x: t, sel });
                    }
                    if self.is("[") {
                        let lb = self.pos();
                        self.next();
                        t = self.type_args(at, t, lb);
                    }
                    let t = self.union(Some(t));
                    elems.push(InterfaceElem::Embedded(t));
                }
            } else {
                let t = self.union(None);
                elems.push(InterfaceElem::Embedded(t));
            }
            if !self
                .end_of_item("}", "in interface type; possibly missing semicolon or newline or }")
            {
                self.advance(&[Token::Op("}")]);
            }
            if self.s.start == before && !self.is("}") {
                self.next();
            }
        }
        let rbrace = self.pos();
        self.want("}");
        let elems = self.list(elems);
        self.mk(pos, ExprKind::InterfaceType { elems, rbrace })
    }

    /// `T`, `~T`, `A | ~B`.
    pub(super) fn union(&mut self, first: Option<&'a Expr<'a>>) -> &'a Expr<'a> {
        let mut x = match first {
            Some(t) => t,
            None => self.union_term(),
        };
        while self.is("|") {
            let op_pos = self.pos();
            self.next();
            let y = self.union_term();
            x = self.mk(x.pos, ExprKind::Binary { op: BinaryOp::Or, op_pos, x, y });
        }
        x
    }

    fn union_term(&mut self) -> &'a Expr<'a> {
        let pos = self.pos();
        if self.got("~") {
            let x = self.typ();
            return self.mk(pos, ExprKind::Unary { op: UnaryOp::Tilde, x });
        }
        match self.typ_or_none() {
            Some(t) => t,
            None => {
                self.syntax_error("expected ~ term or type");
                let bad = self.bad();
                self.advance(&[Token::Op("|"), Token::Op("}")]);
                bad
            }
        }
    }

    /// Parameters and results. `pos`: where the function type starts.
    pub(super) fn signature(&mut self, pos: Pos) -> &'a FuncType<'a> {
        self.want("(");
        let params = self.param_list(")");
        let results = if self.is("(") {
            self.next();
            self.param_list(")")
        } else {
            let at = self.pos();
            match self.typ_or_none() {
                Some(typ) => self.list(vec![self.session.arena.alloc(Param {
                    pos: at,
                    name: None,
                    ellipsis: None,
                    typ,
                }) as &Param<'a>]),
                None => &[],
            }
        };
        self.session.arena.alloc(FuncType { pos, params, results })
    }

    /// After the opening parenthesis, up to and with the closing one.
    pub(super) fn param_list(&mut self, close: &'static str) -> &'a [&'a Param<'a>] {
        // Each entry: a name or type, and perhaps a type after it.
        struct Entry<'a> {
            pos: Pos,
            first: Option<&'a Expr<'a>>,
            ellipsis: Option<Pos>,
            typ: Option<&'a Expr<'a>>,
        }
        let mut entries: Vec<Entry<'a>> = Vec::new();
        let outer = std::mem::replace(&mut self.expr_level, 0);
        while !self.is(close) && self.tok() != Token::Eof {
            let pos = self.pos();
            let mut e = Entry { pos, first: None, ellipsis: None, typ: None };
            if self.is("...") {
                e.ellipsis = Some(pos);
                self.next();
                e.typ = Some(self.typ());
            } else if self.tok() == Token::Ident {
                let n = self.name();
                let mut x = self.ident_expr(n);
                if self.got(".") {
                    let sel = self.name();
                    x = self.mk(pos, ExprKind::Selector { x, sel });
                    if self.is("[") {
                        let lb = self.pos();
                        self.next();
                        x = self.type_args(pos, x, lb);
                    }
                    e.first = Some(x);
                } else if self.is("[") {
                    let lb = self.pos();
                    self.next();
                    let (t, instance) = self.array_field_or_instance(n, lb);
                    if instance {
                        e.first = Some(t);
                    } else {
                        e.first = Some(x);
                        e.typ = Some(t);
                    }
                } else {
                    e.first = Some(x);
                    if self.is("...") {
                        e.ellipsis = Some(self.pos());
                        self.next();
                        e.typ = Some(self.typ());
                    } else if !self.is(",") && !self.is(close) {
                        e.typ = self.typ_or_none();
                    }
                }
            } else {
                match self.typ_or_none() {
                    Some(t) => e.first = Some(t),
                    None => {
                        self.syntax_error(&format!("expected {close}"));
                        self.advance(&[Token::Op(","), Token::Op(close)]);
                    }
                }
            }
            let stop = e.first.is_none() && e.typ.is_none();
            entries.push(e);
            if !self.got(",") {
                if !self.is(close) && !stop {
                    self.syntax_error("in parameter list; possibly missing comma or )");
                    self.advance(&[Token::Op(","), Token::Op(close)]);
                    if self.got(",") {
                        continue;
                    }
                }
                break;
            }
        }
        self.expr_level = outer;
        self.want(close);
        let named = entries.iter().any(|e| e.first.is_some() && e.typ.is_some());
        let mut out: Vec<&'a Param<'a>> = Vec::new();
        if !named {
            for e in entries {
                let Some(typ) = e.typ.or(e.first) else { continue };
                out.push(self.session.arena.alloc(Param {
                    pos: e.pos,
                    name: None,
                    ellipsis: e.ellipsis,
                    typ,
                }));
            }
            return self.list(out);
        }
        // Names without a type take that of the next entry with one.
        let mut typ: Option<(&'a Expr<'a>, Option<Pos>)> = None;
        let mut mixed: Option<Pos> = None;
        for e in entries.iter().rev() {
            match (e.first, e.typ) {
                (Some(n), Some(t)) => {
                    typ = Some((t, e.ellipsis));
                    out.push(self.named_param(n, t, e.ellipsis, &mut mixed));
                }
                (Some(n), None) => match typ {
                    Some((t, _)) => out.push(self.named_param(n, t, None, &mut mixed)),
                    None => mixed = Some(n.pos),
                },
                (None, Some(t)) => {
                    mixed = Some(t.pos);
                    typ = Some((t, e.ellipsis));
                }
                (None, None) => {}
            }
        }
        if let Some(at) = mixed {
            self.error(at, "syntax error: mixed named and unnamed parameters");
        }
        out.reverse();
        self.list(out)
    }

    fn named_param(
        &mut self,
        n: &'a Expr<'a>,
        typ: &'a Expr<'a>,
        ellipsis: Option<Pos>,
        mixed: &mut Option<Pos>,
    ) -> &'a Param<'a> {
        let name = match n.kind {
            ExprKind::Ident(name) => Some(Ident { id: n.id, pos: n.pos, name }),
            _ => {
                *mixed = Some(n.pos);
                None
            }
        };
        self.session.arena.alloc(Param { pos: n.pos, name, ellipsis, typ })
    }
}
