//! What a call calls, and types as `go vet` writes them: with the packages' whole paths.

use super::{Call, Pass, unparen};
use crate::syntax::Symbol;
use crate::syntax::ast::{Expr, ExprKind};
use crate::types::check::Checker;
use crate::types::info::SelectionKind;
use crate::types::object::{ObjId, ObjKind, PkgId};
use crate::types::type_::{Signature, TypeId, TypeKind};
use crate::types::typestring::{Names, Printer};

/// A function that is called by name.
#[derive(Clone, Debug)]
pub struct Callee {
    /// `fmt.Printf`, `(*log.Logger).Printf`, `(testing.TB).Errorf`; a variable's bare name.
    pub full: String,
    /// Without package and receiver.
    pub name: String,
    /// Of a declared function, method or variable.
    pub obj: Option<ObjId>,
}

/// Names with the paths of their packages.
struct Paths<'c, 'a>(&'c Checker<'a>);

impl Names for Paths<'_, '_> {
    fn symbol(&self, s: Symbol) -> &str {
        self.0.interner.resolve(s)
    }
    fn object(&self, o: ObjId) -> (&str, Option<String>) {
        let ob = &self.0.objs[o];
        let is_type_parameter = self.0.types.is_tparam(ob.typ);
        let path =
            ob.pkg.filter(|_| !is_type_parameter && ob.owner == crate::types::object::BodyId::NONE);
        (
            self.0.interner.resolve(ob.name),
            path.or(ob.pkg.filter(|_| !is_type_parameter)).and_then(|p| self.package(p)),
        )
    }
    fn package(&self, p: PkgId) -> Option<String> {
        Some(self.0.packages[p.index()].path.clone())
    }
}

impl<'a> Pass<'_, 'a> {
    /// A type with whole package paths.
    pub fn type_text(&self, t: TypeId) -> String {
        let names = Paths(self.c);
        let mut p = Printer::new(&self.c.types, &names);
        p.typ(t);
        p.out
    }

    /// A call's function, if it has a name.
    pub fn callee(&self, call: &Call<'a>) -> Option<Callee> {
        let mut fun = unparen(call.fun);
        if let ExprKind::Index { x, .. } = fun.kind {
            fun = unparen(x);
        }
        self.named(fun)
    }

    /// The function or variable that an expression names.
    pub fn named(&self, e: &Expr<'a>) -> Option<Callee> {
        match e.kind {
            ExprKind::Ident(_) => self.function(*self.c.info.uses.get(&e.id)?),
            ExprKind::Selector { sel, .. } => match self.c.info.selections.get(&e.id) {
                None => self.function(*self.c.info.uses.get(&sel.id)?),
                Some(s) if s.kind == SelectionKind::Method => match (s.obj, s.iface) {
                    (Some(obj), _) => self.function(obj),
                    (None, Some(iface)) => {
                        let name = self.c.name(sel.name).to_string();
                        let full = format!("({}).{name}", self.type_text(iface));
                        Some(Callee { full, name, obj: None })
                    }
                    _ => None,
                },
                Some(_) => None,
            },
            _ => None,
        }
    }

    pub fn function(&self, obj: ObjId) -> Option<Callee> {
        let o = &self.c.objs[obj];
        let name = self.c.name(o.name).to_string();
        let full = match &o.kind {
            ObjKind::Func(f) => {
                let path = &self.c.packages[o.pkg?.index()].path;
                match f.recv {
                    Some(n) => {
                        let base = self.c.name(self.c.objs[self.c.types.named(n).obj].name);
                        let star = if f.ptr_recv { "*" } else { "" };
                        format!("({star}{path}.{base}).{name}")
                    }
                    None => format!("{path}.{name}"),
                }
            }
            ObjKind::Var(_) => name.clone(),
            _ => return None,
        };
        Some(Callee { full, name, obj: Some(obj) })
    }

    pub fn signature(&mut self, e: &Expr<'_>) -> Option<Signature> {
        let t = self.type_of(e)?;
        match self.c.under_kind(t) {
            TypeKind::Signature(s) => Some(*s),
            _ => None,
        }
    }

    /// A method's signature as text, `func(…) …`, if the type has a method of that name.
    pub fn method(&mut self, t: TypeId, name: &str) -> Option<Signature> {
        let symbol = self.c.interner.intern(name);
        use crate::types::lookup::{Found, Lookup};
        let Lookup::Found(e) = self.c.lookup_in(t, symbol, None) else { return None };
        let sig = match e.found {
            Found::Field(_) => return None,
            Found::Interface(m) => m.sig,
            Found::Method { obj, recv } => {
                // A method of the pointer is none of the value.
                let by_pointer = self.c.objs.func(obj).is_some_and(|f| f.ptr_recv);
                if by_pointer
                    && !e.indirect
                    && !matches!(self.c.under_kind(t), TypeKind::Pointer(_))
                {
                    return None;
                }
                self.c.resolve_object(obj);
                self.c.types.method_sig_on(&self.c.objs, obj, recv)
            }
        };
        match self.c.under_kind(sig) {
            TypeKind::Signature(s) => Some(*s),
            _ => None,
        }
    }
}
