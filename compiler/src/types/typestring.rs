//! Types as Go's messages print them.
//!
//! Names of other packages are qualified; the caller says how.

use crate::syntax::Symbol;
use crate::types::object::{ObjId, PkgId};
use crate::types::type_::{Basic, ChanDir, Interface, Method, Signature, TypeId, TypeKind, Types};

/// What the printer has to ask others.
pub trait Names {
    fn symbol(&self, s: Symbol) -> &str;
    /// Name of an object and the qualifier to print before it, if any.
    fn object(&self, o: ObjId) -> (&str, Option<String>);
    /// Where a type parameter is declared that hides a predeclared name.
    fn shadows(&self, _: ObjId) -> Option<String> {
        None
    }
    /// The qualifier of an unexported method or field of another package.
    fn package(&self, p: PkgId) -> Option<String>;
    /// A package's whole path, by which names in the type arguments of run-time names begin.
    fn path(&self, _: PkgId) -> Option<String> {
        None
    }
    /// The package of a defined type, and its number among the package's local types if it is one.
    fn defined(&self, _: ObjId) -> (Option<PkgId>, Option<u32>) {
        (None, None)
    }
}

pub struct Printer<'a> {
    pub types: &'a Types,
    pub names: &'a dyn Names,
    pub out: String,
    /// Print the parameter names of function types.
    pub param_names: bool,
    /// As package reflect writes types: `struct { x int }`.
    pub runtime_form: bool,
    /// In the type arguments of a run-time name, where all is told apart.
    linked: bool,
    visiting: Vec<TypeId>,
}

impl<'a> Printer<'a> {
    pub fn new(types: &'a Types, names: &'a dyn Names) -> Printer<'a> {
        Printer {
            types,
            names,
            out: String::new(),
            param_names: true,
            runtime_form: false,
            linked: false,
            visiting: Vec::new(),
        }
    }

    pub fn typ(&mut self, t: TypeId) {
        if self.visiting.contains(&t) {
            self.out.push_str("...");
            return;
        }
        match self.types.raw_kind(t) {
            TypeKind::Basic(Basic::UnsafePointer) => self.out.push_str("unsafe.Pointer"),
            TypeKind::Basic(b) => self.out.push_str(b.name()),
            TypeKind::Alias(a) => {
                let a = self.types.alias(*a);
                match a.obj {
                    Some(o) => self.object_name(o),
                    None => self.out.push_str(self.names.symbol(a.name)),
                }
                self.instance_targs(&a.targs, &[]);
            }
            TypeKind::Named(n) => {
                let d = self.types.named(*n);
                self.object_name(d.obj);
                match d.origin {
                    Some(o) => {
                        let declared = self.types.named(o).tparams.len().min(d.targs.len());
                        let (own, outer) = d.targs.split_at(declared);
                        self.instance_targs(own, if self.runtime_form { outer } else { &[] });
                    }
                    None if !d.tparams.is_empty() => self.tparams(&d.tparams),
                    None => {}
                }
                if self.linked
                    && let Some(n) = self.names.defined(d.obj).1
                {
                    self.out.push_str(&format!("·{n}"));
                }
            }
            TypeKind::TypeParam(p) => {
                let obj = self.types.tparam(*p).obj;
                let (name, _) = self.names.object(obj);
                self.out.push_str(name);
                if let Some(at) = self.names.shadows(obj) {
                    self.out.push_str(&format!(" /* with {name} declared at {at} */"));
                }
            }
            &TypeKind::Pointer(e) => {
                self.out.push('*');
                self.typ(e);
            }
            &TypeKind::Slice(e) => {
                self.out.push_str("[]");
                self.typ(e);
            }
            &TypeKind::Array(n, e) => {
                self.out.push_str(&format!("[{n}]"));
                self.typ(e);
            }
            &TypeKind::Map(k, e) => {
                self.out.push_str("map[");
                self.typ(k);
                self.out.push(']');
                self.typ(e);
            }
            &TypeKind::Chan(dir, e) => {
                let mut paren = false;
                match dir {
                    ChanDir::Send => self.out.push_str("chan<- "),
                    ChanDir::Recv => self.out.push_str("<-chan "),
                    ChanDir::Both => {
                        self.out.push_str("chan ");
                        paren = matches!(self.types.raw_kind(e), TypeKind::Chan(ChanDir::Recv, _));
                    }
                }
                if paren {
                    self.out.push('(');
                }
                self.typ(e);
                if paren {
                    self.out.push(')');
                }
            }
            TypeKind::Struct(fields) => {
                self.visiting.push(t);
                self.open("struct", fields.is_empty());
                for (i, f) in fields.iter().enumerate() {
                    if i > 0 {
                        self.out.push_str("; ");
                    }
                    if !f.embedded {
                        if self.linked {
                            self.linked_package(f.pkg);
                        }
                        self.out.push_str(self.names.symbol(f.name));
                        self.out.push(' ');
                    }
                    self.typ(f.typ);
                    if let Some(tag) = &f.tag {
                        self.out.push(' ');
                        self.out.push_str(&crate::types::constant::quote_go(tag));
                    }
                }
                self.close(fields.is_empty());
                self.visiting.pop();
            }
            TypeKind::Tuple(ts) => {
                self.out.push('(');
                self.list(ts);
                self.out.push(')');
            }
            TypeKind::Signature(s) => {
                self.visiting.push(t);
                self.out.push_str("func");
                self.signature(s);
                self.visiting.pop();
            }
            TypeKind::Interface(i) => {
                self.visiting.push(t);
                self.interface(t, i);
                self.visiting.pop();
            }
            TypeKind::Union(terms) => {
                for (i, x) in terms.iter().enumerate() {
                    if i > 0 {
                        self.out.push_str(" | ");
                    }
                    if x.tilde {
                        self.out.push('~');
                    }
                    self.typ(x.typ);
                }
            }
        }
    }

    fn interface(&mut self, t: TypeId, i: &Interface) {
        if i.implicit && i.methods.is_empty() && i.embeds.len() == 1 {
            self.typ(i.embeds[0]);
            return;
        }
        if t == TypeId::EMPTY_INTERFACE {
            self.open("interface", true);
            self.close(true);
            return;
        }
        self.open("interface", false);
        let mut first = true;
        let mut sep = |out: &mut String| {
            if !first {
                out.push_str("; ");
            }
            first = false;
        };
        if i.comparable {
            sep(&mut self.out);
            self.out.push_str("comparable");
        }
        let mut methods: Vec<&Method> = i.methods.iter().collect();
        if self.runtime_form {
            // Exported ones first.
            methods.sort_by_key(|m| (m.pkg.is_some(), self.names.symbol(m.name)));
        }
        for m in methods {
            sep(&mut self.out);
            if self.linked {
                self.linked_package(m.pkg);
            } else if self.runtime_form
                && let Some(q) = m.pkg.and_then(|p| self.names.package(p))
            {
                self.out.push_str(&q);
                self.out.push('.');
            }
            self.out.push_str(self.names.symbol(m.name));
            if let TypeKind::Signature(s) = self.types.raw_kind(m.sig) {
                self.signature(s);
            }
        }
        for &e in &i.embeds {
            sep(&mut self.out);
            self.typ(e);
        }
        self.close(false);
    }

    fn open(&mut self, word: &str, empty: bool) {
        self.out.push_str(word);
        self.out.push_str(match (self.runtime_form, empty) {
            (false, _) => "{",
            (true, true) => " {",
            (true, false) => " { ",
        });
    }

    fn close(&mut self, empty: bool) {
        self.out.push_str(if self.runtime_form && !empty { " }" } else { "}" });
    }

    fn object_name(&mut self, o: ObjId) {
        let (name, mut q) = self.names.object(o);
        if self.linked {
            q = self.names.defined(o).0.and_then(|p| self.names.path(p)).or(q);
        }
        if let Some(q) = q {
            self.out.push_str(&q);
            self.out.push('.');
        }
        self.out.push_str(name);
    }

    fn list(&mut self, ts: &[TypeId]) {
        for (i, &t) in ts.iter().enumerate() {
            if i > 0 {
                self.out.push_str(", ");
            }
            self.typ(t);
        }
    }

    /// `[int, string]`; for a type declared in a generic function that function's come first: `[bool;int]`.
    fn instance_targs(&mut self, own: &[TypeId], outer: &[TypeId]) {
        let was_linked = std::mem::replace(&mut self.linked, self.runtime_form);
        for (i, &t) in outer.iter().chain(own).enumerate() {
            self.out.push_str(match i {
                0 => "[",
                _ if i == outer.len() => ";",
                _ if self.runtime_form => ",",
                _ => ", ",
            });
            self.typ(t);
        }
        if !own.is_empty() || !outer.is_empty() {
            self.out.push(']');
        }
        self.linked = was_linked;
    }

    fn linked_package(&mut self, p: Option<PkgId>) {
        if let Some(path) = p.and_then(|p| self.names.path(p)) {
            self.out.push_str(&path);
            self.out.push('.');
        }
    }

    /// `[P any, Q int | string]`
    pub fn tparams(&mut self, ts: &[TypeId]) {
        self.out.push('[');
        let mut prev: Option<TypeId> = None;
        for (i, &t) in ts.iter().enumerate() {
            let Some(p) = self.types.as_tparam(t) else { continue };
            let c = self.types.tparam(p).constraint;
            if i > 0 {
                if prev != Some(c) {
                    self.out.push(' ');
                    self.typ(prev.unwrap_or(c));
                }
                self.out.push_str(", ");
            }
            prev = Some(c);
            self.typ(t);
        }
        if let Some(c) = prev {
            self.out.push(' ');
            self.typ(c);
        }
        self.out.push(']');
    }

    /// Everything of a function type after `func`.
    pub fn signature(&mut self, s: &Signature) {
        if !s.tparams.is_empty() {
            self.tparams(&s.tparams);
        }
        self.out.push('(');
        let n = s.params.len();
        for (i, &p) in s.params.iter().enumerate() {
            if i > 0 {
                self.out.push_str(", ");
            }
            self.param_name(s, i);
            if s.variadic && i + 1 == n {
                match *self.types.raw_kind(p) {
                    TypeKind::Slice(e) => {
                        self.out.push_str("...");
                        self.typ(e);
                    }
                    _ => {
                        self.typ(p);
                        self.out.push_str("...");
                    }
                }
            } else {
                self.typ(p);
            }
        }
        self.out.push(')');
        match s.results.len() {
            0 => {}
            // With a name it has parentheses, also where names are not shown.
            1 if s.names.get(n).is_none_or(|&n| self.names.symbol(n).is_empty()) => {
                self.out.push(' ');
                self.typ(s.results[0]);
            }
            _ => {
                self.out.push_str(" (");
                for (i, &r) in s.results.iter().enumerate() {
                    if i > 0 {
                        self.out.push_str(", ");
                    }
                    self.param_name(s, n + i);
                    self.typ(r);
                }
                self.out.push(')');
            }
        }
    }

    fn has_name(&self, s: &Signature, i: usize) -> bool {
        self.param_names && s.names.get(i).is_some_and(|&n| !self.names.symbol(n).is_empty())
    }

    fn param_name(&mut self, s: &Signature, i: usize) {
        if self.has_name(s, i) {
            self.out.push_str(self.names.symbol(s.names[i]));
            self.out.push(' ');
        }
    }
}
