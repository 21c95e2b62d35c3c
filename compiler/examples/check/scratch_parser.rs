use gvm_compiler::arena::{Arena, Interner};
use gvm_compiler::source::Pos;
use gvm_compiler::syntax::ast::*;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum T<'a> {
    Id(&'a str),
    Lit(LitKind, &'a str),
    Op(&'a str),
    Eof,
}

pub struct P<'a> {
    pub ar: &'a Arena,
    pub i: &'a Interner<'a>,
    toks: Vec<(T<'a>, u32)>,
    p: usize,
    next: u32,
    lev: i32,
    pub nodes: Vec<&'a Expr<'a>>,
}
const OPS: [&str; 47] = [
    "<<=", ">>=", "&^=", "...", "&&", "||", "<-", "++", "--", "==", "!=", "<=", ">=", ":=", "+=",
    "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<", ">>", "&^", "+", "-", "*", "/", "%", "&", "|",
    "^", "<", ">", "=", "!", "(", ")", "[", "]", "{", "}", ",", ";", ".", ":",
];
const KW: [&str; 25] = [
    "break",
    "case",
    "chan",
    "const",
    "continue",
    "default",
    "defer",
    "else",
    "fallthrough",
    "for",
    "func",
    "go",
    "goto",
    "if",
    "import",
    "interface",
    "map",
    "package",
    "range",
    "return",
    "select",
    "struct",
    "switch",
    "type",
    "var",
];
pub fn lex<'a>(s: &'a str, base: u32) -> Vec<(T<'a>, u32)> {
    let b = s.as_bytes();
    let mut i = 0;
    let mut out: Vec<(T<'a>, u32)> = vec![];
    let semi = |o: &Vec<(T<'a>, u32)>| match o.last() {
        Some((T::Id(k), _)) => {
            !KW.contains(k) || matches!(*k, "break" | "continue" | "fallthrough" | "return")
        }
        Some((T::Lit(..), _)) => true,
        Some((T::Op(o), _)) => matches!(*o, ")" | "]" | "}" | "++" | "--"),
        _ => false,
    };
    while i < b.len() {
        let c = b[i];
        if c == b'\n' {
            if semi(&out) {
                out.push((T::Op(";"), base + i as u32));
            }
            i += 1;
            continue;
        }
        if c.is_ascii_whitespace() {
            i += 1;
            continue;
        }
        if s[i..].starts_with("//") {
            while i < b.len() && b[i] != b'\n' {
                i += 1;
            }
            continue;
        }
        if s[i..].starts_with("/*") {
            let e = s[i..].find("*/").unwrap();
            if s[i..i + e].contains('\n') && semi(&out) {
                out.push((T::Op(";"), base + i as u32));
            }
            i += e + 2;
            continue;
        }
        let st = i;
        let pos = base + i as u32;
        if c.is_ascii_alphabetic() || c == b'_' || c >= 128 {
            while i < b.len() && (b[i].is_ascii_alphanumeric() || b[i] == b'_' || b[i] >= 128) {
                i += 1;
            }
            out.push((T::Id(&s[st..i]), pos));
            continue;
        }
        if c.is_ascii_digit() || c == b'.' && i + 1 < b.len() && b[i + 1].is_ascii_digit() {
            let hex = s[i..].starts_with("0x") || s[i..].starts_with("0X");
            while i < b.len()
                && (b[i].is_ascii_alphanumeric()
                    || b[i] == b'_'
                    || b[i] == b'.'
                    || (matches!(b[i], b'+' | b'-')
                        && (if hex {
                            matches!(b[i - 1], b'p' | b'P')
                        } else {
                            matches!(b[i - 1], b'e' | b'E')
                        })))
            {
                i += 1;
            }
            let t = &s[st..i];
            let k = if t.ends_with('i') {
                LitKind::Imaginary
            } else if t.contains('.') || (!hex && t.contains(['e', 'E'])) || t.contains(['p', 'P'])
            {
                LitKind::Float
            } else {
                LitKind::Int
            };
            out.push((T::Lit(k, t), pos));
            continue;
        }
        if c == b'"' || c == b'\'' {
            i += 1;
            while b[i] != c {
                if b[i] == b'\\' {
                    i += 1;
                }
                i += 1;
            }
            i += 1;
            out.push((
                T::Lit(if c == b'"' { LitKind::String } else { LitKind::Rune }, &s[st..i]),
                pos,
            ));
            continue;
        }
        if c == b'`' {
            i += 1;
            while b[i] != c {
                i += 1;
            }
            i += 1;
            out.push((T::Lit(LitKind::String, &s[st..i]), pos));
            continue;
        }
        if c == b'~' {
            i += 1;
            out.push((T::Op("~"), pos));
            continue;
        }
        let o = OPS.iter().find(|o| s[i..].starts_with(**o)).unwrap_or_else(|| panic!("char {c}"));
        i += o.len();
        out.push((T::Op(o), pos));
    }
    if semi(&out) {
        out.push((T::Op(";"), base + i as u32));
    }
    out.push((T::Eof, base + i as u32));
    out
}
type E<'a> = &'a Expr<'a>;
impl<'a> P<'a> {
    pub fn new(ar: &'a Arena, i: &'a Interner<'a>, s: &'a str, base: u32, next: u32) -> Self {
        P { ar, i, toks: lex(s, base), p: 0, next, lev: 0, nodes: vec![] }
    }
    fn t(&self) -> T<'a> {
        self.toks[self.p].0
    }
    fn pos(&self) -> Pos {
        Pos(self.toks[self.p].1)
    }
    fn adv(&mut self) -> Pos {
        let p = self.pos();
        self.p += 1;
        p
    }
    fn is(&self, o: &str) -> bool {
        matches!(self.t(), T::Op(x) if x == o)
    }
    fn kw(&self, o: &str) -> bool {
        matches!(self.t(), T::Id(x) if x == o)
    }
    fn got(&mut self, o: &str) -> bool {
        if self.is(o) {
            self.p += 1;
            true
        } else {
            false
        }
    }
    fn gotk(&mut self, o: &str) -> bool {
        if self.kw(o) {
            self.p += 1;
            true
        } else {
            false
        }
    }
    fn want(&mut self, o: &str) -> Pos {
        if !self.is(o) && !self.kw(o) {
            panic!("want {o} have {:?} at {}", self.t(), self.toks[self.p].1);
        }
        self.adv()
    }
    fn id(&mut self) -> NodeId {
        self.next += 1;
        NodeId(self.next)
    }
    pub fn last_id(&self) -> u32 {
        self.next
    }
    fn e(&mut self, pos: Pos, kind: ExprKind<'a>) -> E<'a> {
        let id = self.id();
        let x = self.ar.alloc(Expr { id, pos, kind });
        self.nodes.push(x);
        x
    }
    fn st(&mut self, pos: Pos, kind: StmtKind<'a>) -> &'a Stmt<'a> {
        let id = self.id();
        self.ar.alloc(Stmt { id, pos, kind })
    }
    fn isname(&self) -> bool {
        matches!(self.t(), T::Id(x) if !KW.contains(&x))
    }
    fn name(&mut self) -> Ident {
        let T::Id(n) = self.t() else { panic!("name at {}: {:?}", self.toks[self.p].1, self.t()) };
        let pos = self.adv();
        Ident { id: self.id(), pos, name: self.i.intern(n) }
    }
    fn ident_expr(&mut self) -> E<'a> {
        let n = self.name();
        let x = self.ar.alloc(Expr { id: n.id, pos: n.pos, kind: ExprKind::Ident(n.name) });
        self.nodes.push(x);
        x
    }
    pub fn file(&mut self) -> (Ident, Vec<Decl<'a>>) {
        self.want("package");
        let pk = self.name();
        self.want(";");
        let mut ds = vec![];
        while self.t() != T::Eof {
            self.decl(&mut ds, true);
            if self.t() != T::Eof {
                self.want(";");
            }
        }
        (pk, ds)
    }
    fn group(&mut self, mut f: impl FnMut(&mut Self, u32)) {
        if self.got("(") {
            let mut n = 0;
            while !self.is(")") {
                f(self, n);
                n += 1;
                if !self.is(")") {
                    self.want(";");
                }
            }
            self.adv();
        } else {
            f(self, 0)
        }
    }
    fn decl(&mut self, ds: &mut Vec<Decl<'a>>, _top: bool) {
        let ar = self.ar;
        if self.gotk("import") {
            let mut v = vec![];
            self.group(|p, _| {
                let pos = p.pos();
                let name = if p.isname() {
                    Some(p.name())
                } else if p.is(".") {
                    let pos = p.adv();
                    Some(Ident { id: p.id(), pos, name: p.i.intern(".") })
                } else {
                    None
                };
                let path_pos = p.pos();
                let T::Lit(_, t) = p.t() else { panic!() };
                p.adv();
                let id = p.id();
                v.push(Decl::Import(ar.alloc(ImportSpec {
                    id,
                    pos,
                    name,
                    path_pos,
                    path: &t[1..t.len() - 1],
                })));
            });
            ds.extend(v);
        } else if self.gotk("var") {
            let mut v = vec![];
            self.group(|p, _| {
                let pos = p.pos();
                let mut names = vec![p.name()];
                while p.got(",") {
                    names.push(p.name());
                }
                let typ = if p.is("=") { None } else { Some(p.typ()) };
                let values = if p.got("=") { p.list() } else { &[] };
                let id = p.id();
                v.push(Decl::Var(ar.alloc(VarSpec {
                    id,
                    pos,
                    names: ar.slice(&names),
                    typ,
                    values,
                })));
            });
            ds.extend(v);
        } else if self.gotk("const") {
            let mut v = vec![];
            let mut last: Option<&'a ConstSpec<'a>> = None;
            self.group(|p, n| {
                let pos = p.pos();
                let mut names = vec![p.name()];
                while p.got(",") {
                    names.push(p.name());
                }
                let typ = if p.is("=") || p.is(";") || p.is(")") { None } else { Some(p.typ()) };
                let values: &[E] = if p.got("=") { p.list() } else { &[] };
                let c: &'a ConstSpec<'a> = ar.alloc(ConstSpec {
                    pos,
                    names: ar.slice(&names),
                    typ,
                    values,
                    iota: n,
                    inherited: if values.is_empty() { last } else { None },
                });
                if !values.is_empty() {
                    last = Some(c);
                }
                v.push(Decl::Const(c));
            });
            ds.extend(v);
        } else if self.gotk("type") {
            let mut v = vec![];
            self.group(|p, _| {
                let pos = p.pos();
                let name = p.name();
                let mut tparams: &[_] = &[];
                if p.is("[") {
                    let save = (p.p, p.next);
                    p.adv();
                    let mut ok = p.isname();
                    if ok {
                        p.name();
                        ok = !p.is("]");
                    }
                    (p.p, p.next) = save;
                    if ok {
                        tparams = p.tparams();
                    }
                }
                let alias = if p.is("=") { Some(p.adv()) } else { None };
                let typ = p.typ();
                v.push(Decl::Type(ar.alloc(TypeSpec { pos, name, tparams, alias, typ })));
            });
            ds.extend(v);
        } else {
            let pos = self.want("func");
            let recv = if self.is("(") { Some(self.params()[0]) } else { None };
            let name = self.name();
            let tparams = if self.is("[") { self.tparams() } else { &[] };
            let typ = self.sig(pos);
            let body = if self.is("{") {
                let b = self.block();
                let cell = std::cell::OnceCell::new();
                let _ = cell.set(b);
                Some(FuncBody { lbrace: b.lbrace, rbrace: b.rbrace, block: cell })
            } else {
                None
            };
            let id = self.id();
            ds.push(Decl::Func(ar.keep(FuncDecl { id, pos, recv, name, tparams, typ, body })));
        }
    }
    fn tparams(&mut self) -> &'a [&'a TypeParam<'a>] {
        self.want("[");
        let mut out = vec![];
        while !self.is("]") {
            let mut ns = vec![self.name()];
            while self.got(",") {
                ns.push(self.name());
            }
            let constraint = self.constraint();
            for n in ns {
                out.push(self.ar.alloc(TypeParam { name: n, constraint }) as &_);
            }
            if !self.got(",") {
                break;
            }
        }
        self.want("]");
        self.ar.slice(&out)
    }
    fn constraint(&mut self) -> E<'a> {
        let mut x = self.cterm();
        while self.is("|") {
            let op_pos = self.adv();
            let y = self.cterm();
            x = self.e(x.pos, ExprKind::Binary { op: BinaryOp::Or, op_pos, x, y });
        }
        x
    }
    fn cterm(&mut self) -> E<'a> {
        if self.is("~") {
            let p = self.adv();
            let x = self.typ();
            return self.e(p, ExprKind::Unary { op: UnaryOp::Tilde, x });
        }
        self.typ()
    }
    fn sig(&mut self, pos: Pos) -> &'a FuncType<'a> {
        let params = self.params();
        let results: &'a [&'a Param<'a>] = if self.is("(") {
            self.params()
        } else if let Some(t) = self.try_typ() {
            let p: &'a Param<'a> =
                self.ar.alloc(Param { pos: t.pos, name: None, ellipsis: None, typ: t });
            self.ar.slice(&[p])
        } else {
            &[]
        };
        self.ar.alloc(FuncType { pos, params, results })
    }
    fn params(&mut self) -> &'a [&'a Param<'a>] {
        self.want("(");
        let mut v: Vec<(Option<E<'a>>, Option<(Option<Pos>, E<'a>)>)> = vec![];
        while !self.is(")") {
            if self.is("...") {
                let p = self.adv();
                let t = self.typ();
                v.push((None, Some((Some(p), t))));
            } else {
                let t = self.typ();
                if self.is("...") {
                    let p = self.adv();
                    let u = self.typ();
                    v.push((Some(t), Some((Some(p), u))));
                } else if !self.is(",") && !self.is(")") {
                    let u = self.typ();
                    v.push((Some(t), Some((None, u))));
                } else {
                    v.push((Some(t), None));
                }
            }
            if !self.got(",") {
                break;
            }
        }
        self.want(")");
        let named = v.iter().any(|x| x.0.is_some() && x.1.is_some());
        let mut out: Vec<&'a Param<'a>> = vec![];
        if named {
            let mut last = None;
            for x in v.iter().rev() {
                if x.1.is_some() {
                    last = x.1;
                }
                let n = x.0.unwrap();
                let ExprKind::Ident(s) = n.kind else { panic!() };
                let (el, t) = last.unwrap();
                out.push(self.ar.alloc(Param {
                    pos: n.pos,
                    name: Some(Ident { id: n.id, pos: n.pos, name: s }),
                    ellipsis: el,
                    typ: t,
                }));
            }
            out.reverse();
        } else {
            for x in v {
                let (el, t) = x.1.unwrap_or((None, x.0.unwrap_or_else(|| x.1.unwrap().1)));
                out.push(self.ar.alloc(Param { pos: t.pos, name: None, ellipsis: el, typ: t }));
            }
        }
        self.ar.slice(&out)
    }
    fn typ(&mut self) -> E<'a> {
        self.try_typ().unwrap_or_else(|| panic!("type at {} {:?}", self.toks[self.p].1, self.t()))
    }
    fn try_typ(&mut self) -> Option<E<'a>> {
        let pos = self.pos();
        if self.isname() {
            let mut x = self.ident_expr();
            if self.got(".") {
                let sel = self.name();
                x = self.e(pos, ExprKind::Selector { x, sel });
            }
            if self.is("[") {
                let save = (self.p, self.next);
                let lbrack = self.adv();
                if self.is("]") {
                    (self.p, self.next) = save;
                    return Some(x);
                }
                self.lev += 1;
                let mut ix = vec![self.typ()];
                while self.got(",") {
                    if self.is("]") {
                        break;
                    }
                    ix.push(self.typ());
                }
                self.lev -= 1;
                let rbrack = self.want("]");
                x = self.e(pos, ExprKind::Index { x, lbrack, indices: self.ar.slice(&ix), rbrack });
            }
            return Some(x);
        }
        Some(match self.t() {
            T::Op("*") => {
                self.adv();
                let x = self.typ();
                self.e(pos, ExprKind::Star(x))
            }
            T::Op("(") => {
                self.adv();
                let x = self.typ();
                self.want(")");
                self.e(pos, ExprKind::Paren(x))
            }
            T::Op("[") => {
                self.adv();
                if self.got("]") {
                    let x = self.typ();
                    return Some(self.e(pos, ExprKind::SliceType(x)));
                }
                self.lev += 1;
                let len = if self.got("...") { None } else { Some(self.expr()) };
                self.lev -= 1;
                self.want("]");
                let elem = self.typ();
                self.e(pos, ExprKind::ArrayType { len, elem })
            }
            T::Op("<-") => {
                self.adv();
                self.want("chan");
                let elem = self.typ();
                self.e(pos, ExprKind::ChanType { dir: ChanDir::Recv, elem })
            }
            T::Id("chan") => {
                self.adv();
                let dir = if self.got("<-") { ChanDir::Send } else { ChanDir::Both };
                let elem = self.typ();
                self.e(pos, ExprKind::ChanType { dir, elem })
            }
            T::Id("map") => {
                self.adv();
                self.want("[");
                let key = self.typ();
                self.want("]");
                let elem = self.typ();
                self.e(pos, ExprKind::MapType { key, elem })
            }
            T::Id("func") => {
                self.adv();
                let s = self.sig(pos);
                self.e(pos, ExprKind::FuncType(s))
            }
            T::Id("struct") => {
                self.adv();
                self.want("{");
                let mut fs: Vec<&'a FieldDecl<'a>> = vec![];
                while !self.is("}") {
                    let p0 = self.pos();
                    let mut new = vec![];
                    if self.is("*") {
                        let t = self.typ();
                        new.push((self.base_name(t), true, t));
                    } else {
                        let n = self.name();
                        if self.is(";")
                            || self.is("}")
                            || self.is(".")
                            || matches!(self.t(), T::Lit(..))
                        {
                            let mut t: E = self.ar.alloc(Expr {
                                id: n.id,
                                pos: n.pos,
                                kind: ExprKind::Ident(n.name),
                            });
                            if self.got(".") {
                                let sel = self.name();
                                t = self.e(p0, ExprKind::Selector { x: t, sel });
                            }
                            new.push((self.base_name(t), true, t));
                        } else if self.is("[") && {
                            let s = (self.p, self.next);
                            self.adv();
                            let r = self.isname()
                                && {
                                    self.name();
                                    self.is("]") || self.is(",")
                                }
                                && {
                                    while !self.is("]") {
                                        self.adv();
                                    }
                                    self.adv();
                                    self.is(";") || self.is("}")
                                };
                            (self.p, self.next) = s;
                            r
                        } {
                            self.p -= 1;
                            let t = self.typ();
                            new.push((n, true, t));
                        } else {
                            let mut ns = vec![n];
                            while self.got(",") {
                                ns.push(self.name());
                            }
                            let t = self.typ();
                            for n in ns {
                                new.push((n, false, t));
                            }
                        }
                    }
                    let tag =
                        if let T::Lit(_, s) = self.t() { Some((self.adv(), s)) } else { None };
                    for (name, embedded, typ) in new {
                        fs.push(self.ar.alloc(FieldDecl { pos: p0, name, embedded, typ, tag }));
                    }
                    if !self.is("}") {
                        self.want(";");
                    }
                }
                let rbrace = self.adv();
                self.e(pos, ExprKind::StructType { fields: self.ar.slice(&fs), rbrace })
            }
            T::Id("interface") => {
                self.adv();
                self.want("{");
                let mut v = vec![];
                while !self.is("}") {
                    if self.isname() && matches!(self.toks[self.p + 1].0, T::Op("(")) {
                        let name = self.name();
                        let p = self.pos();
                        let typ = self.sig(p);
                        v.push(InterfaceElem::Method { name, typ });
                    } else {
                        let c = self.constraint();
                        v.push(InterfaceElem::Embedded(c));
                    }
                    if !self.is("}") {
                        self.want(";");
                    }
                }
                let rbrace = self.adv();
                self.e(pos, ExprKind::InterfaceType { elems: self.ar.slice(&v), rbrace })
            }
            _ => return None,
        })
    }
    fn base_name(&mut self, t: E<'a>) -> Ident {
        match t.kind {
            ExprKind::Star(x) | ExprKind::Index { x, .. } => self.base_name(x),
            ExprKind::Selector { sel, .. } => sel,
            ExprKind::Ident(n) => Ident { id: t.id, pos: t.pos, name: n },
            _ => panic!(),
        }
    }
    fn list(&mut self) -> &'a [E<'a>] {
        let mut v = vec![self.expr()];
        while self.got(",") {
            v.push(self.expr());
        }
        self.ar.slice(&v)
    }
    pub fn expr(&mut self) -> E<'a> {
        self.bin(1)
    }
    fn binop(&self) -> Option<(BinaryOp, i32)> {
        use BinaryOp::*;
        let T::Op(o) = self.t() else { return None };
        Some(match o {
            "||" => (LogicalOr, 1),
            "&&" => (LogicalAnd, 2),
            "==" => (Eq, 3),
            "!=" => (Ne, 3),
            "<" => (Lt, 3),
            "<=" => (Le, 3),
            ">" => (Gt, 3),
            ">=" => (Ge, 3),
            "+" => (Add, 4),
            "-" => (Sub, 4),
            "|" => (Or, 4),
            "^" => (Xor, 4),
            "*" => (Mul, 5),
            "/" => (Div, 5),
            "%" => (Rem, 5),
            "<<" => (Shl, 5),
            ">>" => (Shr, 5),
            "&" => (And, 5),
            "&^" => (AndNot, 5),
            _ => return None,
        })
    }
    fn bin(&mut self, prec: i32) -> E<'a> {
        let mut x = self.unary();
        while let Some((op, pr)) = self.binop() {
            if pr < prec {
                break;
            }
            let op_pos = self.adv();
            let y = self.bin(pr + 1);
            x = self.e(x.pos, ExprKind::Binary { op, op_pos, x, y });
        }
        x
    }
    fn unary(&mut self) -> E<'a> {
        let pos = self.pos();
        if let T::Op(o) = self.t() {
            let op = match o {
                "+" => Some(UnaryOp::Plus),
                "-" => Some(UnaryOp::Minus),
                "!" => Some(UnaryOp::Not),
                "^" => Some(UnaryOp::Complement),
                "&" => Some(UnaryOp::Address),
                "<-" => Some(UnaryOp::Receive),
                "~" => Some(UnaryOp::Tilde),
                _ => None,
            };
            if o == "<-" && matches!(self.toks[self.p + 1].0, T::Id("chan")) {
                let t = self.typ();
                return self.post(t);
            }
            if let Some(op) = op {
                self.adv();
                let x = self.unary();
                return self.e(pos, ExprKind::Unary { op, x });
            }
            if o == "*" {
                self.adv();
                let x = self.unary();
                return self.e(pos, ExprKind::Star(x));
            }
        }
        self.primary()
    }
    fn primary(&mut self) -> E<'a> {
        let pos = self.pos();
        let x = match self.t() {
            T::Lit(kind, text) => {
                self.adv();
                self.e(pos, ExprKind::Lit { kind, text, bad: false })
            }
            T::Op("(") => {
                self.adv();
                self.lev += 1;
                let x = self.expr_or_typ();
                self.lev -= 1;
                self.want(")");
                self.e(pos, ExprKind::Paren(x))
            }
            T::Id("func") => {
                self.adv();
                let typ = self.sig(pos);
                if self.is("{") {
                    let l = std::mem::replace(&mut self.lev, 0);
                    let body = self.block();
                    self.lev = l;
                    self.e(pos, ExprKind::FuncLit { typ, body })
                } else {
                    self.e(pos, ExprKind::FuncType(typ))
                }
            }
            T::Id(k) if !KW.contains(&k) => self.ident_expr(),
            _ => self.typ(),
        };
        self.post(x)
    }
    fn expr_or_typ(&mut self) -> E<'a> {
        self.expr()
    }
    fn post(&mut self, mut x: E<'a>) -> E<'a> {
        loop {
            let pos = x.pos;
            match self.t() {
                T::Op(".") => {
                    self.adv();
                    if self.got("(") {
                        let typ = if self.gotk("type") { None } else { Some(self.typ()) };
                        self.want(")");
                        x = self.e(pos, ExprKind::TypeAssert { x, typ });
                    } else {
                        let sel = self.name();
                        x = self.e(pos, ExprKind::Selector { x, sel });
                    }
                }
                T::Op("[") => {
                    let lbrack = self.adv();
                    self.lev += 1;
                    let mut ix = [None; 3];
                    let mut n = 0;
                    let mut multi = vec![];
                    if !self.is(":") {
                        ix[0] = Some(self.expr_or_typ());
                        multi.push(ix[0].unwrap());
                    }
                    while self.got(",") {
                        if self.is("]") {
                            break;
                        }
                        let y = self.expr_or_typ();
                        multi.push(y);
                    }
                    while self.got(":") {
                        n += 1;
                        if !self.is(":") && !self.is("]") {
                            ix[n] = Some(self.expr());
                        }
                    }
                    self.lev -= 1;
                    let rbrack = self.want("]");
                    x = if n == 0 {
                        self.e(
                            pos,
                            ExprKind::Index { x, lbrack, indices: self.ar.slice(&multi), rbrack },
                        )
                    } else {
                        self.e(
                            pos,
                            ExprKind::Slice {
                                x,
                                lo: ix[0],
                                hi: ix[1],
                                max: ix[2],
                                three: n == 2,
                                rbrack,
                            },
                        )
                    };
                }
                T::Op("(") => {
                    let lparen = self.adv();
                    self.lev += 1;
                    let mut v = vec![];
                    let mut ellipsis = None;
                    while !self.is(")") {
                        v.push(self.expr_or_typ());
                        if self.is("...") {
                            ellipsis = Some(self.adv());
                        }
                        if !self.got(",") {
                            break;
                        }
                    }
                    self.lev -= 1;
                    let rparen = self.want(")");
                    x = self.e(
                        pos,
                        ExprKind::Call {
                            fun: x,
                            lparen,
                            args: self.ar.slice(&v),
                            ellipsis,
                            rparen,
                        },
                    );
                }
                T::Op("{") => {
                    let lit = match x.kind {
                        ExprKind::Ident(_)
                        | ExprKind::Selector {
                            x: &Expr { kind: ExprKind::Ident(_), .. }, ..
                        } => self.lev >= 0,
                        ExprKind::Index {
                            x: &Expr { kind: ExprKind::Ident(_) | ExprKind::Selector { .. }, .. },
                            ..
                        } => self.lev >= 0,
                        ExprKind::ArrayType { .. }
                        | ExprKind::SliceType(_)
                        | ExprKind::StructType { .. }
                        | ExprKind::MapType { .. } => true,
                        _ => false,
                    };
                    if !lit {
                        return x;
                    }
                    x = self.complit(pos, Some(x));
                }
                _ => return x,
            }
        }
    }
    fn complit(&mut self, pos: Pos, typ: Option<E<'a>>) -> E<'a> {
        let lbrace = self.want("{");
        let l = std::mem::replace(&mut self.lev, 0);
        let mut v = vec![];
        while !self.is("}") {
            let mut value = self.elem();
            let mut key = None;
            if self.got(":") {
                key = Some(value);
                value = self.elem();
            }
            v.push(Element { key, value });
            if !self.got(",") {
                break;
            }
        }
        self.lev = l;
        let rbrace = self.want("}");
        self.e(pos, ExprKind::Composite { typ, lbrace, elems: self.ar.slice(&v), rbrace })
    }
    fn elem(&mut self) -> E<'a> {
        if self.is("{") {
            let p = self.pos();
            self.complit(p, None)
        } else {
            self.expr()
        }
    }
    pub fn block(&mut self) -> &'a Block<'a> {
        let lbrace = self.want("{");
        let stmts = self.stmts();
        let rbrace = self.want("}");
        self.ar.alloc(Block { lbrace, stmts, rbrace })
    }
    fn stmts(&mut self) -> &'a [&'a Stmt<'a>] {
        let mut v = vec![];
        while !self.is("}") && !self.kw("case") && !self.kw("default") {
            v.push(self.stmt());
            if !self.is("}") && !self.kw("case") && !self.kw("default") {
                self.want(";");
            }
        }
        self.ar.slice(&v)
    }
    fn simple(&mut self) -> &'a Stmt<'a> {
        let pos = self.pos();
        let lhs = self.list();
        let op_pos = self.pos();
        use BinaryOp::*;
        let T::Op(o) = self.t() else { return self.st(pos, StmtKind::Expr(lhs[0])) };
        let op = match o {
            "+=" => Some(Add),
            "-=" => Some(Sub),
            "*=" => Some(Mul),
            "/=" => Some(Div),
            "%=" => Some(Rem),
            "&=" => Some(And),
            "|=" => Some(Or),
            "^=" => Some(Xor),
            "&^=" => Some(AndNot),
            "<<=" => Some(Shl),
            ">>=" => Some(Shr),
            _ => None,
        };
        if op.is_some() || o == "=" {
            self.adv();
            let rhs = self.list();
            return self.st(pos, StmtKind::Assign { lhs, op, op_pos, rhs });
        }
        match o {
            ":=" => {
                self.adv();
                let rhs = self.list();
                self.st(pos, StmtKind::Define { lhs, op_pos, rhs })
            }
            "++" | "--" => {
                self.adv();
                self.st(pos, StmtKind::IncDec { x: lhs[0], inc: o == "++", op_pos })
            }
            "<-" => {
                let arrow = self.adv();
                let value = self.expr();
                self.st(pos, StmtKind::Send { chan: lhs[0], arrow, value })
            }
            _ => self.st(pos, StmtKind::Expr(lhs[0])),
        }
    }
    fn stmt(&mut self) -> &'a Stmt<'a> {
        let pos = self.pos();
        match self.t() {
            T::Op(";") => self.st(pos, StmtKind::Empty),
            T::Op("{") => {
                let b = self.block();
                self.st(pos, StmtKind::Block(b))
            }
            T::Id("var" | "const" | "type") => {
                let mut d = vec![];
                self.decl(&mut d, false);
                let d = self.ar.slice(&d);
                self.st(pos, StmtKind::Decl(d))
            }
            T::Id("return") => {
                self.adv();
                let r = if self.is(";") || self.is("}") { &[][..] } else { self.list() };
                self.st(pos, StmtKind::Return(r))
            }
            T::Id("go") => {
                self.adv();
                let x = self.expr();
                self.st(pos, StmtKind::Go(x))
            }
            T::Id("defer") => {
                self.adv();
                let x = self.expr();
                self.st(pos, StmtKind::Defer(x))
            }
            T::Id("if") => {
                let i = self.ifst();
                self.st(pos, StmtKind::If(i))
            }
            T::Id("for") => {
                self.adv();
                let l = std::mem::replace(&mut self.lev, -1);
                if self.kw("range") {
                    self.adv();
                    let x = self.expr();
                    self.lev = l;
                    let body = self.block();
                    let r = self.ar.alloc(RangeStmt {
                        key: None,
                        value: None,
                        extra: None,
                        define: false,
                        x,
                        body,
                    });
                    return self.st(pos, StmtKind::Range(r));
                }
                if self.is("{") {
                    self.lev = l;
                    let body = self.block();
                    let f = self.ar.alloc(ForStmt { init: None, cond: None, post: None, body });
                    return self.st(pos, StmtKind::For(f));
                }
                // range?
                let save = (self.p, self.next);
                if !self.is(";") {
                    let lhs = self.list();
                    if (self.is("=") || self.is(":="))
                        && matches!(self.toks[self.p + 1].0, T::Id("range"))
                    {
                        let define = self.is(":=");
                        self.p += 2;
                        let x = self.expr();
                        self.lev = l;
                        let body = self.block();
                        let r = self.ar.alloc(RangeStmt {
                            key: Some(lhs[0]),
                            value: lhs.get(1).copied(),
                            extra: None,
                            define,
                            x,
                            body,
                        });
                        return self.st(pos, StmtKind::Range(r));
                    }
                    (self.p, self.next) = save;
                }
                let init = if self.is(";") { None } else { Some(self.simple()) };
                let f = if self.is("{") {
                    let Some(Stmt { kind: StmtKind::Expr(c), .. }) = init else { panic!() };
                    (None, Some(*c), None)
                } else {
                    self.want(";");
                    let c = if self.is(";") { None } else { Some(self.expr()) };
                    self.want(";");
                    let post = if self.is("{") { None } else { Some(self.simple()) };
                    (init, c, post)
                };
                self.lev = l;
                let body = self.block();
                let f = self.ar.alloc(ForStmt { init: f.0, cond: f.1, post: f.2, body });
                self.st(pos, StmtKind::For(f))
            }
            T::Id("switch") => {
                self.adv();
                let l = std::mem::replace(&mut self.lev, -1);
                let mut init = None;
                let mut tag = None;
                if !self.is("{") {
                    if !self.is(";") {
                        let s = self.simple();
                        if self.got(";") {
                            init = Some(s);
                            if !self.is("{") {
                                tag = Some(self.simple());
                            }
                        } else {
                            tag = Some(s);
                        }
                    } else {
                        self.adv();
                        if !self.is("{") {
                            tag = Some(self.simple());
                        }
                    }
                }
                self.lev = l;
                let lbrace = self.want("{");
                let mut v: Vec<&'a CaseClause<'a>> = vec![];
                while !self.is("}") {
                    let cp = self.pos();
                    let exprs = if self.gotk("default") {
                        None
                    } else {
                        self.want("case");
                        let mut es = vec![self.expr_or_typ()];
                        while self.got(",") {
                            es.push(self.expr_or_typ());
                        }
                        Some(self.ar.slice(&es))
                    };
                    let colon = self.want(":");
                    let body = self.stmts();
                    let end = self.pos();
                    let id = self.id();
                    v.push(self.ar.alloc(CaseClause { id, pos: cp, exprs, colon, body, end }));
                }
                let rbrace = self.adv();
                let clauses = self.ar.slice(&v);
                match tag.map(|t| t.kind) {
                    Some(StmtKind::Define {
                        lhs,
                        rhs: &[&Expr { kind: ExprKind::TypeAssert { x, typ: None }, .. }],
                        ..
                    }) => {
                        let ExprKind::Ident(n) = lhs[0].kind else { panic!() };
                        let b = Ident { id: lhs[0].id, pos: lhs[0].pos, name: n };
                        let t = self.ar.alloc(TypeSwitchStmt {
                            init,
                            bind: Some(b),
                            x,
                            lbrace,
                            clauses,
                            rbrace,
                        });
                        self.st(pos, StmtKind::TypeSwitch(t))
                    }
                    Some(StmtKind::Expr(&Expr {
                        kind: ExprKind::TypeAssert { x, typ: None },
                        ..
                    })) => {
                        let t = self.ar.alloc(TypeSwitchStmt {
                            init,
                            bind: None,
                            x,
                            lbrace,
                            clauses,
                            rbrace,
                        });
                        self.st(pos, StmtKind::TypeSwitch(t))
                    }
                    Some(StmtKind::Expr(t)) => {
                        let s = self.ar.alloc(SwitchStmt {
                            init,
                            tag: Some(t),
                            lbrace,
                            clauses,
                            rbrace,
                        });
                        self.st(pos, StmtKind::Switch(s))
                    }
                    _ => {
                        let s =
                            self.ar.alloc(SwitchStmt { init, tag: None, lbrace, clauses, rbrace });
                        self.st(pos, StmtKind::Switch(s))
                    }
                }
            }
            T::Id("select") => {
                self.adv();
                let lbrace = self.want("{");
                let mut v: Vec<&'a CommClause<'a>> = vec![];
                while !self.is("}") {
                    let cp = self.pos();
                    let comm = if self.gotk("default") {
                        None
                    } else {
                        self.want("case");
                        Some(self.simple())
                    };
                    let colon = self.want(":");
                    let body = self.stmts();
                    let end = self.pos();
                    let id = self.id();
                    v.push(self.ar.alloc(CommClause { id, pos: cp, comm, colon, body, end }));
                }
                let rbrace = self.adv();
                let s = self.ar.alloc(SelectStmt { lbrace, clauses: self.ar.slice(&v), rbrace });
                self.st(pos, StmtKind::Select(s))
            }
            T::Id(k @ ("break" | "continue" | "goto" | "fallthrough")) => {
                self.adv();
                let label = if self.isname() { Some(self.name()) } else { None };
                let kind = match k {
                    "break" => BranchKind::Break,
                    "continue" => BranchKind::Continue,
                    "goto" => BranchKind::Goto,
                    _ => BranchKind::Fallthrough,
                };
                self.st(pos, StmtKind::Branch { kind, label })
            }
            T::Id(_) if self.isname() && matches!(self.toks[self.p + 1].0, T::Op(":")) => {
                let label = self.name();
                self.adv();
                let stmt = if self.is("}") { self.st(pos, StmtKind::Empty) } else { self.stmt() };
                self.st(pos, StmtKind::Labeled { label, stmt })
            }
            _ => self.simple(),
        }
    }
    fn ifst(&mut self) -> &'a IfStmt<'a> {
        self.want("if");
        let l = std::mem::replace(&mut self.lev, -1);
        let mut init = None;
        let mut s = if self.is(";") { None } else { Some(self.simple()) };
        if self.got(";") {
            init = s;
            s = Some(self.simple());
        }
        self.lev = l;
        let Some(Stmt { kind: StmtKind::Expr(cond), .. }) = s else { panic!() };
        let then = self.block();
        let els = if self.gotk("else") {
            let p = self.pos();
            Some(if self.kw("if") {
                let i = self.ifst();
                self.st(p, StmtKind::If(i))
            } else {
                let b = self.block();
                self.st(p, StmtKind::Block(b))
            })
        } else {
            None
        };
        self.ar.alloc(IfStmt { init, cond, then, els })
    }
}
