//! Whether a value fits a verb.

use super::Pass;
use super::format::takes::*;
use crate::types::type_::{Basic, TypeId, TypeKind};

impl Pass<'_, '_> {
    /// Whether values of type `t` fit a verb that takes `want`; the error may say which part of a
    /// type parameter's type set does not.
    pub fn fits(&mut self, want: u16, t: TypeId) -> Result<(), String> {
        if want == ANY {
            return Ok(());
        }
        let mut m = Match { want, seen: Vec::new(), reason: String::new() };
        if m.matches(self, t, true) {
            return Ok(());
        }
        Err(if self.c.types.is_tparam(t) { m.reason } else { String::new() })
    }

    /// `Error() string` or `String() string`: what %s prints.
    pub fn has_text(&mut self, t: TypeId) -> bool {
        self.is_error(t) || self.returns_string(t, "String")
    }

    pub fn is_error(&mut self, t: TypeId) -> bool {
        self.returns_string(t, "Error")
    }

    fn returns_string(&mut self, t: TypeId, name: &str) -> bool {
        self.method(t, name).is_some_and(|s| s.params.is_empty() && *s.results == [TypeId::STRING])
    }

    /// Has `Format(fmt.State, rune)`, so that it does as it likes.
    pub fn is_formatter(&mut self, t: TypeId) -> bool {
        if self.is_interface(t) && self.method(t, "Format").is_none() {
            return false;
        }
        let Some(s) = self.method(t, "Format") else { return false };
        s.params.len() == 2 && s.results.is_empty() && self.type_text(s.params[0]) == "fmt.State"
    }
}

struct Match {
    want: u16,
    seen: Vec<TypeId>,
    reason: String,
}

impl Match {
    fn takes(&self, what: u16) -> bool {
        self.want & what != 0
    }

    fn matches(&mut self, p: &mut Pass<'_, '_>, t: TypeId, top: bool) -> bool {
        if self.want == ERROR {
            return p.is_error(t);
        }
        if p.is_formatter(t) || self.takes(STRING) && t != TypeId::UNTYPED_NIL && p.has_text(t) {
            return true;
        }
        if p.c.types.is_tparam(t) {
            return self.type_parameter(p, t);
        }
        match p.c.under_kind(t) {
            TypeKind::Signature(_) => self.want == POINTER,
            TypeKind::Map(k, v) => {
                self.want == POINTER || self.matches(p, k, false) && self.matches(p, v, false)
            }
            TypeKind::Chan(..) => self.takes(POINTER),
            TypeKind::Array(_, e) => self.element(p, e) || self.matches(p, e, false),
            TypeKind::Slice(e) => {
                self.want == POINTER || self.element(p, e) || self.matches(p, e, false)
            }
            TypeKind::Pointer(e) => self.pointer(p, e, top),
            TypeKind::Struct(fields) => {
                if self.seen.contains(&t) {
                    return true;
                }
                self.seen.push(t);
                fields.iter().all(|f| {
                    let hidden = !p.c.is_exported(f.name);
                    self.matches(p, f.typ, false)
                        // fmt cannot call methods of what is not exported.
                        && !(hidden && self.takes(STRING) && p.has_text(f.typ) && !self.plain(p, f.typ))
                })
            }
            TypeKind::Interface(_) => true,
            TypeKind::Basic(b) => self.basic(b),
            _ => true,
        }
    }

    /// Whether a type fits without its methods.
    fn plain(&mut self, p: &mut Pass<'_, '_>, t: TypeId) -> bool {
        match p.c.under_kind(t) {
            TypeKind::Basic(b) => self.basic(b),
            TypeKind::Interface(_) => true,
            _ => false,
        }
    }

    /// Bytes are a text.
    fn element(&self, p: &mut Pass<'_, '_>, e: TypeId) -> bool {
        self.takes(STRING) && p.c.under(e) == TypeId::UINT8
    }

    fn pointer(&mut self, p: &mut Pass<'_, '_>, e: TypeId, top: bool) -> bool {
        if self.want == POINTER {
            return true;
        }
        // At the top, fmt prints &{…}, &[…] and &map[…].
        let inside = top && !p.c.types.is_tparam(e);
        match p.c.under_kind(e) {
            TypeKind::Struct(_) if inside => self.matches(p, e, false),
            TypeKind::Array(..) | TypeKind::Slice(_) | TypeKind::Map(..) if inside => {
                self.matches(p, e, false)
            }
            _ => self.takes(POINTER),
        }
    }

    fn type_parameter(&mut self, p: &mut Pass<'_, '_>, t: TypeId) -> bool {
        let Some(terms) = p.c.types.type_set(t).and_then(|s| s.terms) else { return false };
        for x in terms {
            if !self.matches(p, x.typ, true) {
                let tilde = if x.tilde { "~" } else { "" };
                self.reason = format!(" (contains {tilde}{})", p.type_text(x.typ));
                return false;
            }
        }
        true
    }

    fn basic(&self, b: Basic) -> bool {
        match b {
            Basic::Invalid => true,
            Basic::UntypedNil => false,
            Basic::UnsafePointer => self.takes(POINTER | INT),
            Basic::UntypedRune => self.takes(INT | RUNE),
            _ if b.is_boolean() => self.takes(BOOL),
            _ if b.is_integer() => self.takes(INT),
            _ if b.is_float() => self.takes(FLOAT),
            _ if b.is_complex() => self.takes(COMPLEX),
            _ if b.is_string() => self.takes(STRING),
            _ => true,
        }
    }
}
