//! Files and declarations.

use std::cell::OnceCell;

use super::super::ast::{
    BinaryOp, ConstSpec, Decl, Expr, ExprKind, File, FuncBody, FuncDecl, FuncHead, Ident,
    ImportSpec, Param, ParsedHead, SkippedHead, TypeParam, TypeSpec, VarSpec,
};
use super::super::token::Token;
use super::{Parser, SEMI};
use crate::source::Pos;

const TOP: [Token; 5] = [
    Token::Keyword("import"),
    Token::Keyword("const"),
    Token::Keyword("type"),
    Token::Keyword("var"),
    Token::Keyword("func"),
];

impl<'a> Parser<'a> {
    pub fn file(mut self) -> &'a File<'a> {
        self.next();
        let pos = self.pos();
        let source = self.s.source;
        let mut decls: Vec<Decl<'a>> = Vec::new();
        let mut imports: Vec<&'a ImportSpec<'a>> = Vec::new();
        // Whoever loads files sees to it that they begin with a package clause.
        self.next();
        let package = self.name();
        if package.is_blank() {
            self.error(package.pos, "invalid package name _");
        }
        if matches!(self.tok(), Token::Semi(_)) {
            self.next();
        } else if self.tok() != Token::Eof {
            self.syntax_error("expected semicolon or newline");
        }
        // What follows a broken clause says nothing.
        if self.last_error.is_none() {
            self.declarations(&mut decls, &mut imports);
        }
        let directives: Vec<(Pos, &'a str)> = self.s.directives.clone();
        let before = |p: Pos| p < pos;
        let build = directives
            .iter()
            .find(|d| before(d.0) && d.1.starts_with("build "))
            .map(|d| d.1["build ".len()..].trim());
        let go_version = build.and_then(|b| {
            let n: u32 = b
                .split(|c: char| !(c.is_alphanumeric() || c == '.'))
                .find_map(|w| w.strip_prefix("go1."))?
                .parse()
                .ok()?;
            Some((1, n))
        });
        let file = File {
            source,
            pos,
            package,
            imports: self.list(imports),
            decls: self.list(decls),
            go_version,
            build_constraint: build,
            directives: self.list(directives),
        };
        self.session.arena.keep(file)
    }

    /// The end of a declaration at top level.
    fn after_decl(&mut self) {
        match self.tok() {
            Token::Semi(_) => self.next(),
            Token::Eof => {}
            _ => {
                self.syntax_error("after top level declaration");
                self.advance_top();
            }
        }
    }

    fn advance_top(&mut self) {
        while self.tok() != Token::Eof && !TOP.contains(&self.tok()) {
            self.next();
        }
    }

    fn declarations(&mut self, decls: &mut Vec<Decl<'a>>, imports: &mut Vec<&'a ImportSpec<'a>>) {
        // Imports behind something else are wrong; the loader has not seen them.
        let mut late = false;
        let mut after_import = true;
        while self.tok() != Token::Eof {
            match self.tok() {
                Token::Keyword("import") => {
                    if !std::mem::replace(&mut after_import, true) {
                        self.syntax_error("imports must appear before other declarations");
                    }
                    self.next();
                    self.group(|p, _| {
                        if let Some(i) = p.import_spec().filter(|_| !late) {
                            imports.push(i);
                            decls.push(Decl::Import(i));
                        }
                    });
                }
                Token::Keyword("const" | "type" | "var") => {
                    (late, after_import) = (true, false);
                    self.decl_group(decls);
                }
                Token::Keyword("func") => {
                    (late, after_import) = (true, false);
                    // gc's place for a function is behind the word.
                    self.next();
                    let pos = self.pos();
                    if let Some(f) = self.func_decl(pos) {
                        decls.push(Decl::Func(f));
                    }
                }
                _ => {
                    (late, after_import) = (true, false);
                    if self.is("{")
                        && matches!(decls.last(), Some(Decl::Func(f)) if f.body.is_none())
                    {
                        self.syntax_error("unexpected semicolon or newline before {");
                    } else {
                        self.syntax_error("non-declaration statement outside function body");
                    }
                    self.advance_top();
                    continue;
                }
            }
            self.after_decl();
        }
    }

    /// `spec` or `( spec; spec … )`. The callback gets its number in the group.
    fn group(&mut self, mut spec: impl FnMut(&mut Self, u32)) {
        if self.got("(") {
            let mut n = 0;
            self.items("grouped declaration", SEMI, ")", |p| {
                spec(p, n);
                n += 1;
                false
            });
        } else {
            spec(self, 0);
        }
    }

    /// A `const`, `type` or `var` declaration, here or in a function.
    pub(super) fn decl_group(&mut self, out: &mut Vec<Decl<'a>>) {
        let kind = self.tok();
        self.next();
        let mut last: Option<&'a ConstSpec<'a>> = None;
        self.group(|p, n| match kind {
            Token::Keyword("const") => {
                let spec = p.const_spec(n, last);
                if !spec.values.is_empty() || spec.typ.is_some() {
                    last = Some(spec);
                }
                out.push(Decl::Const(spec));
            }
            Token::Keyword("type") => {
                let t = p.type_spec();
                out.push(Decl::Type(t));
            }
            _ => {
                let v = p.var_spec();
                out.push(Decl::Var(v));
            }
        });
    }

    fn import_spec(&mut self) -> Option<&'a ImportSpec<'a>> {
        let pos = self.pos();
        let name = match self.tok() {
            Token::Ident => Some(self.name()),
            Token::Op(".") => {
                let i = Ident { id: self.new_id(), pos, name: crate::Symbol::DOT };
                self.next();
                Some(i)
            }
            _ => None,
        };
        let path_pos = self.pos();
        let text = self.s.literal();
        let bad = self.s.bad;
        match self.tok() {
            Token::String => self.next(),
            Token::Int | Token::Float | Token::Imaginary | Token::Rune => {
                if !bad {
                    self.syntax_error("import path must be a string");
                }
                self.next();
                return None;
            }
            _ => {
                self.syntax_error("missing import path");
                self.advance(&[SEMI, Token::Op(")")]);
                return None;
            }
        }
        if bad {
            return None;
        }
        let path = crate::types::check::constant_expr::unquote(text)
            .map(|b| String::from_utf8_lossy(&b).into_owned())
            .unwrap_or_default();
        let path = self.session.arena.str(&path);
        Some(self.session.arena.alloc(ImportSpec { id: self.new_id(), pos, name, path_pos, path }))
    }

    fn name_list(&mut self) -> &'a [Ident] {
        let mut names = vec![self.name()];
        while self.got(",") {
            names.push(self.name());
        }
        self.list(names)
    }

    /// `=`, or `:=` by mistake.
    fn got_assign(&mut self) -> bool {
        if self.is(":=") {
            self.syntax_error("expected =");
            self.next();
            return true;
        }
        self.got("=")
    }

    fn const_spec(&mut self, iota: u32, last: Option<&'a ConstSpec<'a>>) -> &'a ConstSpec<'a> {
        let pos = self.pos();
        let names = self.name_list();
        let mut typ = None;
        let mut values: &'a [&'a Expr<'a>] = &[];
        if !matches!(self.tok(), Token::Semi(_) | Token::Eof) && !self.is(")") {
            typ = self.typ_or_none();
            if self.got_assign() {
                values = self.expr_list();
            }
        }
        let inherited = if values.is_empty() && typ.is_none() { last } else { None };
        self.session.arena.alloc(ConstSpec { pos, names, typ, values, iota, inherited })
    }

    fn var_spec(&mut self) -> &'a VarSpec<'a> {
        let pos = self.pos();
        let names = self.name_list();
        let mut typ = None;
        let mut values: &'a [&'a Expr<'a>] = &[];
        if self.got_assign() {
            values = self.expr_list();
        } else {
            typ = Some(self.typ());
            if self.got_assign() {
                values = self.expr_list();
            }
        }
        self.session.arena.alloc(VarSpec { id: self.new_id(), pos, names, typ, values })
    }

    fn type_spec(&mut self) -> &'a TypeSpec<'a> {
        let pos = self.pos();
        let name = self.name();
        let mut tparams: &'a [&'a TypeParam<'a>] = &[];
        let mut array: Option<&'a Expr<'a>> = None;
        if self.is("[") {
            let lbrack = self.pos();
            self.next();
            if self.tok() == Token::Ident {
                // `[P any]`, `[P *C,]` or `[n]T`: type parameters when a constraint follows.
                let x = self.expr_for_tparam();
                match self.split_tparam(x) {
                    Some((first, constraint)) => tparams = self.tparam_rest(first, constraint),
                    None => {
                        let named = matches!(x.kind, ExprKind::Ident(_));
                        if named && !self.is("]")
                            || self.tok() == Token::Ident
                            || self.is("*")
                            || self.is("(")
                            || self.is(",")
                            || self.is("[")
                            || self.is("~")
                            || self.is("...")
                            || self.type_keyword()
                        {
                            if let ExprKind::Ident(n) = x.kind {
                                let first = Ident { id: x.id, pos: x.pos, name: n };
                                tparams = self.tparam_rest(first, None);
                            }
                        } else {
                            self.end_of_length();
                            let elem = self.typ();
                            array =
                                Some(self.mk(lbrack, ExprKind::ArrayType { len: Some(x), elem }));
                        }
                    }
                }
            } else if self.got("]") {
                let elem = self.typ();
                array = Some(self.mk(lbrack, ExprKind::SliceType(elem)));
            } else {
                let len = if self.got("...") { None } else { Some(self.expr()) };
                self.end_of_length();
                let elem = self.typ();
                array = Some(self.mk(lbrack, ExprKind::ArrayType { len, elem }));
            }
        }
        let mut alias = None;
        let typ = match array {
            Some(t) => t,
            None => {
                if self.is("=") {
                    alias = Some(self.pos());
                    self.next();
                }
                match self.typ_or_none() {
                    Some(t) => t,
                    None => {
                        let bad = self.bad();
                        self.syntax_error("in type declaration");
                        self.advance(&[SEMI, Token::Op(")")]);
                        bad
                    }
                }
            }
        };
        self.session.arena.alloc(TypeSpec { pos, name, tparams, alias, typ })
    }

    fn type_keyword(&self) -> bool {
        matches!(self.tok(), Token::Keyword("interface" | "func" | "map" | "chan" | "struct"))
    }

    /// The first thing after `[` in a type declaration, as far as an expression goes.
    fn expr_for_tparam(&mut self) -> &'a Expr<'a> {
        self.expr_level += 1;
        let n = self.name();
        let first = self.ident_expr(n);
        let x = if self.is("[") {
            // `[P []T]`: a constraint; `[a[0]]T`: an index. The former is by far the more common.
            first
        } else {
            let x = self.primary_expr(Some(first), false);
            self.binary_expr(Some(x), 0)
        };
        self.expr_level -= 1;
        x
    }

    /// `P *C` and `P (C)` parse as expressions; they are parameters when a comma follows, or when
    /// the right side can only be a type.
    fn split_tparam(&mut self, x: &'a Expr<'a>) -> Option<(Ident, Option<&'a Expr<'a>>)> {
        let type_like = |e: &Expr<'a>| {
            matches!(
                e.kind,
                ExprKind::ArrayType { .. }
                    | ExprKind::SliceType(_)
                    | ExprKind::InterfaceType { .. }
                    | ExprKind::MapType { .. }
                    | ExprKind::StructType { .. }
                    | ExprKind::ChanType { .. }
                    | ExprKind::FuncType(_)
            ) || matches!(e.kind, ExprKind::Unary { op: super::super::ast::UnaryOp::Tilde, .. })
        };
        match x.kind {
            ExprKind::Binary { op: BinaryOp::Mul, x: a, y, .. } => {
                if let ExprKind::Ident(name) = a.kind
                    && (self.is(",") || type_like(y))
                {
                    let c = self.mk(y.pos, ExprKind::Star(y));
                    return Some((Ident { id: a.id, pos: a.pos, name }, Some(c)));
                }
                None
            }
            ExprKind::Binary { op: BinaryOp::Or, x: a, y, op_pos } => {
                let (first, c) = self.split_tparam(a)?;
                let c = c?;
                let c = self.mk(c.pos, ExprKind::Binary { op: BinaryOp::Or, op_pos, x: c, y });
                Some((first, Some(c)))
            }
            ExprKind::Call { fun, args: [arg], .. } => {
                if let ExprKind::Ident(name) = fun.kind
                    && (self.is(",") || type_like(arg))
                {
                    return Some((Ident { id: fun.id, pos: fun.pos, name }, Some(arg)));
                }
                None
            }
            _ => None,
        }
    }

    /// The rest of a type parameter list after its first name, with the closing bracket.
    fn tparam_rest(
        &mut self,
        first: Ident,
        constraint: Option<&'a Expr<'a>>,
    ) -> &'a [&'a TypeParam<'a>] {
        self.tparam_list(Some((first, constraint)))
    }

    /// Type parameters up to and with the closing bracket.
    pub(super) fn tparam_list(
        &mut self,
        first: Option<(Ident, Option<&'a Expr<'a>>)>,
    ) -> &'a [&'a TypeParam<'a>] {
        let mut out: Vec<&'a TypeParam<'a>> = Vec::new();
        for p in self.typed_list("]", true, first) {
            let Some(name) = p.name else { continue };
            if let Some(dots) = p.ellipsis {
                self.error(dots, "invalid use of ...");
            }
            out.push(self.session.arena.alloc(TypeParam { name, constraint: p.typ }));
        }
        self.list(out)
    }

    fn func_decl(&mut self, pos: Pos) -> Option<&'a FuncDecl<'a>> {
        let mut recv = None;
        let is_method = self.is("(");
        if is_method {
            self.next();
            let list = self.param_list(false);
            let here = self.pos();
            match list {
                [] => self.error(here, "method has no receiver"),
                [r] => recv = Some(*r),
                [r, ..] => {
                    self.error(here, "method has multiple receivers");
                    recv = Some(*r);
                }
            }
        }
        if self.tok() != Token::Ident {
            self.syntax_error(if is_method { "expected name" } else { "expected name or (" });
            self.advance(&[Token::Op("{"), SEMI]);
            if self.is("{") {
                self.func_body();
            }
            return None;
        }
        let name = self.name();
        let at = self.pos();
        let head = if self.s.skip_head() {
            self.next();
            let (session, source) = (self.session, self.s.source);
            let skipped = Some(SkippedHead { session, source, at, func: pos });
            FuncHead { parsed: OnceCell::new(), skipped }
        } else {
            FuncHead { parsed: OnceCell::from(self.func_head(pos)), skipped: None }
        };
        let body = if self.is("{") { Some(self.func_body()) } else { None };
        let id = self.new_id();
        let f: FuncDecl<'a> =
            FuncDecl { id, pos, recv: recv as Option<&'a Param<'a>>, name, head, body };
        Some(self.session.arena.keep(f))
    }

    /// What is between a declared function's name and its body.
    pub(super) fn func_head(&mut self, pos: Pos) -> ParsedHead<'a> {
        let mut tparams: &'a [&'a TypeParam<'a>] = &[];
        if self.got("[") {
            if self.is("]") {
                self.syntax_error("empty type parameter list");
                self.next();
            } else {
                tparams = self.tparam_list(None);
            }
        }
        (tparams, self.signature(pos))
    }

    fn func_body(&mut self) -> FuncBody<'a> {
        let lbrace = self.pos();
        if let Some(end) = self.s.skip_body() {
            let rbrace = self.s.source.pos(end);
            self.next();
            return FuncBody { lbrace, rbrace, block: OnceCell::new() };
        }
        let outer = std::mem::replace(&mut self.expr_level, 0);
        self.in_func += 1;
        let b = self.block();
        self.in_func -= 1;
        self.expr_level = outer;
        FuncBody { lbrace, rbrace: b.rbrace, block: OnceCell::from(b) }
    }
}
