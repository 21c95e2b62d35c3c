//! Types, parameters, fields.

use super::super::ast::{
    BinaryOp, ChanDir, Expr, ExprKind, FieldDecl, FuncType, Ident, InterfaceElem, Param, UnaryOp,
};
use super::super::token::Token;
use super::{Parser, SEMI};
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
                    SEMI,
                    Token::Op(")"),
                    Token::Op("]"),
                    Token::Op("}"),
                ]);
                bad
            }
        }
    }

    pub(super) fn typ_or_none(&mut self) -> Option<&'a Expr<'a>> {
        self.deeper(|p| p.some_type(), |p| Some(p.bad()))
    }

    fn some_type(&mut self) -> Option<&'a Expr<'a>> {
        let pos = self.pos();
        Some(match self.tok() {
            Token::Op("*") => {
                self.next();
                let elem = self.typ();
                self.mk(pos, ExprKind::Star(elem))
            }
            Token::Op("<-") => {
                self.next();
                self.want_keyword("chan");
                let elem = self.chan_elem();
                self.mk(pos, ExprKind::ChanType { dir: ChanDir::Recv, elem })
            }
            Token::Keyword("func") => {
                self.next();
                self.func_type()
            }
            Token::Op("[") => {
                self.next();
                self.array_or_slice(pos)
            }
            Token::Keyword("chan") => {
                self.next();
                let dir = if self.got("<-") { ChanDir::Send } else { ChanDir::Both };
                let elem = self.chan_elem();
                self.mk(pos, ExprKind::ChanType { dir, elem })
            }
            Token::Keyword("map") => {
                self.next();
                self.want("[");
                let key = self.typ();
                self.want("]");
                let elem = self.typ();
                self.mk(pos, ExprKind::MapType { key, elem })
            }
            Token::Keyword("struct") => self.struct_type(),
            Token::Keyword("interface") => self.interface_type(),
            Token::Ident => self.type_name(None),
            Token::Op("(") => {
                self.next();
                let t = self.typ();
                self.want(")");
                t
            }
            _ => return None,
        })
    }

    /// After `func`, where no body can follow. gc's place for the type is behind the word.
    pub(super) fn func_type(&mut self) -> &'a Expr<'a> {
        let pos = self.pos();
        self.no_type_params("function type");
        let f = self.signature(pos);
        self.mk(pos, ExprKind::FuncType(f))
    }

    /// The bracket after an array's length.
    pub(super) fn end_of_length(&mut self) {
        if self.is(",") {
            self.syntax_error("unexpected comma; expected ]");
            self.next();
        }
        self.want("]");
    }

    /// Type parameters where there must be none.
    pub(super) fn no_type_params(&mut self, what: &str) {
        if !self.is("[") {
            return;
        }
        let at = self.pos();
        self.next();
        let at = self.s.source.offset(at);
        self.syntax_error_at(at, &format!("{what} must have no type parameters"));
        if self.is("]") {
            self.syntax_error("empty type parameter list");
            self.next();
        } else {
            self.tparam_list(None);
        }
    }

    fn chan_elem(&mut self) -> &'a Expr<'a> {
        match self.typ_or_none() {
            Some(t) => t,
            None => {
                self.syntax_error("missing channel element type");
                self.bad()
            }
        }
    }

    /// After `[`: `]T`, `...]T`, `n]T`.
    fn array_or_slice(&mut self, pos: Pos) -> &'a Expr<'a> {
        if self.got("]") {
            let elem = self.typ();
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
        self.end_of_length();
        let elem = self.typ();
        self.mk(pos, ExprKind::ArrayType { len, elem })
    }

    /// A possibly qualified and instantiated type name; `first` is its first part when that has
    /// been read.
    fn type_name(&mut self, first: Option<Ident>) -> &'a Expr<'a> {
        let n = match first {
            Some(n) => n,
            None if self.tok() == Token::Ident => self.name(),
            None => {
                let n = Ident { id: self.new_id(), pos: self.pos(), name: Symbol::BLANK };
                self.syntax_error("expected name");
                self.advance(&[Token::Op("."), SEMI, Token::Op("}")]);
                n
            }
        };
        let pos = n.pos;
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
            list.push(self.bad());
        } else {
            list.push(self.typ());
        }
        while self.got(",") {
            let Some(t) = self.typ_or_none() else { break };
            list.push(t);
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
        let rbrace = self.items("struct type", SEMI, "}", |p| {
            p.field_decl(&mut fields);
            false
        });
        let fields = self.list(fields);
        self.mk(pos, ExprKind::StructType { fields, rbrace })
    }

    fn tag(&mut self) -> Option<(Pos, &'a str)> {
        // The checker says so when it is not a string.
        if self.is_literal() {
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
                    || self.is_literal()
                    || matches!(self.tok(), Token::Semi(_))
                    || self.is("}")
                {
                    let t = self.type_name(Some(first));
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
                let base = self.embedded_base();
                let t = self.mk(pos, ExprKind::Star(base));
                let name = self.embedded_name(base);
                let tag = self.tag();
                self.add_field(out, pos, name, true, t, tag);
            }
            Token::Op("(") => {
                let mut t = self.embedded_base();
                if let ExprKind::Star(x) = t.kind {
                    t = self.mk(pos, ExprKind::Star(x));
                }
                let name = self.embedded_name(t);
                let tag = self.tag();
                self.add_field(out, pos, name, true, t, tag);
            }
            _ => {
                self.syntax_error("expected field name or embedded type");
                self.advance(&[SEMI, Token::Op("}")]);
            }
        }
    }

    /// An embedded type's name, perhaps wrongly in parentheses.
    fn embedded_base(&mut self) -> &'a Expr<'a> {
        if !self.is("(") {
            return self.type_name(None);
        }
        self.syntax_error("cannot parenthesize embedded type");
        self.next();
        let at = self.pos();
        let t = if self.got("*") {
            let base = self.type_name(None);
            self.mk(at, ExprKind::Star(base))
        } else {
            self.type_name(None)
        };
        self.got(")");
        t
    }

    fn is_literal(&self) -> bool {
        matches!(
            self.tok(),
            Token::String | Token::Int | Token::Float | Token::Imaginary | Token::Rune
        )
    }

    /// After `name [` in a struct: an array or slice type for a field, or an embedded instance
    /// (true).
    fn array_field_or_instance(&mut self, name: Ident, lbrack: Pos) -> (&'a Expr<'a>, bool) {
        if self.is("]") {
            return (self.array_or_slice(lbrack), false);
        }
        self.expr_level += 1;
        let first = self.type_or_expr();
        let mut list = vec![first];
        while self.got(",") {
            let Some(t) = self.typ_or_none() else { break };
            list.push(t);
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
        let rbrace = self.items("interface type", SEMI, "}", |p| {
            if let Some(e) = p.interface_elem() {
                elems.push(e);
            }
            false
        });
        let elems = self.list(elems);
        self.mk(pos, ExprKind::InterfaceType { elems, rbrace })
    }

    fn interface_elem(&mut self) -> Option<InterfaceElem<'a>> {
        if self.tok() != Token::Ident {
            return Some(InterfaceElem::Embedded(self.union(None)));
        }
        let at = self.pos();
        let name = self.name();
        if self.is("(") {
            let typ = self.signature(at);
            return Some(InterfaceElem::Method { name, typ });
        }
        if !self.is("[") {
            let t = self.type_name(Some(name));
            return Some(InterfaceElem::Embedded(self.union(Some(t))));
        }
        // `T[A, B]`, or a method with type parameters, which there cannot be.
        let lbrack = self.pos();
        self.next();
        if self.is("]") {
            let at_bracket = self.pos();
            self.next();
            let method = self.is("(");
            let what = if method { "parameter" } else { "argument" };
            self.error(at_bracket, format!("empty type {what} list"));
            if method {
                let typ = self.signature(at);
                return Some(InterfaceElem::Method { name, typ });
            }
            let t = self.ident_expr(name);
            return Some(InterfaceElem::Embedded(self.union(Some(t))));
        }
        let list = self.typed_list("]", false, None);
        if list.iter().any(|p| p.name.is_some()) {
            self.error(lbrack, "interface method must have no type parameters");
            let typ = self.signature(at);
            return Some(InterfaceElem::Method { name, typ });
        }
        let indices: Vec<&'a Expr<'a>> = list.iter().map(|p| p.typ).collect();
        let x = self.ident_expr(name);
        let (indices, rbrack) = (self.list(indices), self.pos());
        let t = self.mk(at, ExprKind::Index { x, lbrack, indices, rbrack });
        Some(InterfaceElem::Embedded(self.union(Some(t))))
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
                self.advance(&[
                    Token::Op("|"),
                    SEMI,
                    Token::Op(")"),
                    Token::Op("]"),
                    Token::Op("}"),
                ]);
                bad
            }
        }
    }

    /// Parameters and results. `pos`: where the function type starts.
    pub(super) fn signature(&mut self, pos: Pos) -> &'a FuncType<'a> {
        self.want("(");
        let params = self.param_list(true);
        let results = if self.is("(") {
            self.next();
            self.param_list(false)
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
    /// `dots`: the last one may have them.
    pub(super) fn param_list(&mut self, dots: bool) -> &'a [&'a Param<'a>] {
        let mut list = self.typed_list(")", false, None);
        let variadic = if dots { list.len() } else { 0 };
        let mut reported = false;
        for (i, p) in list.iter_mut().enumerate() {
            if i + 1 != variadic
                && let Some(at) = p.ellipsis.take()
                && !std::mem::replace(&mut reported, true)
            {
                let message = if dots {
                    "can only use ... with final parameter"
                } else {
                    "invalid use of ..."
                };
                self.error(at, message);
            }
        }
        let list: Vec<&'a Param<'a>> =
            list.into_iter().map(|p| self.session.arena.alloc(p) as &Param<'a>).collect();
        self.list(list)
    }

    /// Parameters, or type parameters (`constraints`): each a name, a type, or both. Where one has
    /// both all must have a name, and those without a type take that of the next.
    pub(super) fn typed_list(
        &mut self,
        close: &'static str,
        constraints: bool,
        first: Option<(Ident, Option<&'a Expr<'a>>)>,
    ) -> Vec<Param<'a>> {
        let mut entries: Vec<Entry<'a>> = Vec::new();
        let outer = std::mem::replace(&mut self.expr_level, 1);
        let mut first = first;
        let end = self.items("parameter list", Token::Op(","), close, |p| {
            if let Some(e) = p.list_entry(close, constraints, first.take()) {
                entries.push(e);
            }
            false
        });
        self.expr_level = outer;
        let named = entries.iter().filter(|e| e.name.is_some() && e.typ.is_some()).count();
        let typed = entries.iter().filter(|e| e.typ.is_some()).count();
        if named == 0 && !constraints {
            return entries
                .into_iter()
                .map(|e| {
                    let typ = e.typ.or_else(|| e.name.map(|n| self.ident_expr(n)));
                    let typ = typ.unwrap_or_else(|| self.bad());
                    Param { pos: e.pos, name: None, ellipsis: e.ellipsis, typ }
                })
                .collect();
        }
        let mut out: Vec<Param<'a>> = Vec::new();
        let mut typ: Option<(&'a Expr<'a>, Option<Pos>)> = None;
        let mut wrong: Option<Pos> = None;
        for e in entries.iter().rev() {
            let name = match (e.name, e.typ) {
                (name, Some(t)) => {
                    typ = Some((t, e.ellipsis));
                    if name.is_none() {
                        wrong = Some(e.ellipsis.unwrap_or(t.pos));
                    }
                    name.unwrap_or(Ident { id: self.new_id(), pos: e.pos, name: Symbol::BLANK })
                }
                (Some(n), None) => {
                    if typ.is_none() {
                        wrong = Some(n.pos);
                    }
                    n
                }
                (None, None) => continue,
            };
            let (t, ellipsis) = typ.unwrap_or((self.bad(), None));
            out.push(Param { pos: e.pos, name: Some(name), ellipsis, typ: t });
        }
        out.reverse();
        if let Some(at) = wrong {
            // When all that have a type have a name, those at the end lack a type.
            let at = if named == typed { end } else { at };
            let message = match (constraints, named == typed) {
                (true, true) => "missing type constraint",
                (true, false) if out.len() == 1 => {
                    "missing type parameter name or invalid array length"
                }
                (true, false) => "missing type parameter name",
                (false, true) => "missing parameter type",
                (false, false) => "missing parameter name",
            };
            let at = self.s.source.offset(at);
            self.syntax_error_at(at, message);
        }
        out
    }

    fn list_entry(
        &mut self,
        close: &'static str,
        constraints: bool,
        first: Option<(Ident, Option<&'a Expr<'a>>)>,
    ) -> Option<Entry<'a>> {
        let pos = first.map_or(self.pos(), |f| f.0.pos);
        let mut e = Entry { pos, name: first.map(|f| f.0), ellipsis: None, typ: None };
        if let Some((_, Some(t))) = first {
            e.typ = Some(t);
            return Some(e);
        }
        if constraints && self.is("~") && e.name.is_none() {
            e.typ = Some(self.union(None));
            return Some(e);
        }
        if e.name.is_some() || self.tok() == Token::Ident {
            let name = match e.name {
                Some(n) => n,
                None => self.name(),
            };
            if self.is("[") {
                let lb = self.pos();
                self.next();
                let (t, instance) = self.array_field_or_instance(name, lb);
                e.name = if instance { None } else { Some(name) };
                e.typ = Some(if constraints { self.union(Some(t)) } else { t });
                return Some(e);
            }
            if self.is(".") {
                e.name = None;
                let t = self.type_name(Some(name));
                e.typ = Some(if constraints { self.union(Some(t)) } else { t });
                return Some(e);
            }
            if constraints && self.is("|") {
                e.name = None;
                let t = self.ident_expr(name);
                e.typ = Some(self.union(Some(t)));
                return Some(e);
            }
            e.name = Some(name);
        }
        if self.is("...") {
            e.ellipsis = Some(self.pos());
            self.next();
            e.typ = self.typ_or_none();
            if e.typ.is_none() {
                self.syntax_error("... is missing type");
                e.typ = Some(self.bad());
            }
            return Some(e);
        }
        if constraints && (self.is("~") || self.type_start()) {
            e.typ = Some(self.union(None));
        } else {
            e.typ = self.typ_or_none();
        }
        if e.name.is_some() || e.typ.is_some() {
            return Some(e);
        }
        self.syntax_error(&format!("expected {close}"));
        self.advance(&[Token::Op(","), Token::Op(close)]);
        None
    }

    /// Whether a type can begin here.
    fn type_start(&self) -> bool {
        match self.tok() {
            Token::Ident => true,
            Token::Op(op) => matches!(op, "*" | "<-" | "[" | "("),
            Token::Keyword(k) => {
                matches!(k, "func" | "chan" | "map" | "struct" | "interface")
            }
            _ => false,
        }
    }
}

/// What stands between the commas of a parameter list.
struct Entry<'a> {
    pos: Pos,
    name: Option<Ident>,
    ellipsis: Option<Pos>,
    typ: Option<&'a Expr<'a>>,
}
