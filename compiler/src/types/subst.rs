//! Substitution of type parameters in a type.
//!
//! Lowering uses it to monomorphise: `types.subst(t, params, args)` with canonical `t` and `args`
//! needs a `canon` afterwards, since interfaces and structs can become equal to others.

use crate::types::type_::{AliasData, Interface, Signature, TypeId, TypeKind, Types};

impl Types {
    /// `t` with each of `params` (types of kind `TypeParam`) replaced by the argument beside it.
    pub fn subst(&mut self, t: TypeId, params: &[TypeId], args: &[TypeId]) -> TypeId {
        if params.is_empty() {
            return t;
        }
        match self.raw_kind(t) {
            TypeKind::Basic(_) => t,
            TypeKind::TypeParam(_) => match params.iter().position(|&p| p == t) {
                Some(i) if i < args.len() => args[i],
                _ => t,
            },
            TypeKind::Alias(a) => {
                let a = *a;
                let data = self.alias(a);
                let Some(target) = data.target else { return t };
                if let Some(origin) = data.origin {
                    let old = data.targs.clone();
                    let (name, obj) = (data.name, data.obj);
                    let new = self.subst_list(&old, params, args);
                    let to = self.subst(target, params, args);
                    if new == old && to == target {
                        return t;
                    }
                    return self
                        .push_alias(AliasData {
                            name,
                            obj,
                            target: Some(to),
                            tparams: Box::default(),
                            origin: Some(origin),
                            targs: new,
                        })
                        .1;
                }
                let to = self.subst(target, params, args);
                if to == target { t } else { to }
            }
            TypeKind::Named(n) => {
                let n = *n;
                let data = self.named(n);
                let (origin, old) = match data.origin {
                    Some(o) => (o, data.targs.clone()),
                    None if data.tparams.is_empty() && !data.outer.is_empty() => {
                        (n, data.outer.clone())
                    }
                    None => return t,
                };
                let new = self.subst_list(&old, params, args);
                if new == old { t } else { self.instance(origin, &new) }
            }
            &TypeKind::Pointer(e) => {
                let e = self.subst(e, params, args);
                self.pointer(e)
            }
            &TypeKind::Slice(e) => {
                let e = self.subst(e, params, args);
                self.slice(e)
            }
            &TypeKind::Array(n, e) => {
                let e = self.subst(e, params, args);
                self.array(n, e)
            }
            &TypeKind::Map(k, e) => {
                let k = self.subst(k, params, args);
                let e = self.subst(e, params, args);
                self.map_of(k, e)
            }
            &TypeKind::Chan(d, e) => {
                let e = self.subst(e, params, args);
                self.chan(d, e)
            }
            TypeKind::Struct(fields) => {
                let mut fields = fields.to_vec();
                for f in &mut fields {
                    f.typ = self.subst(f.typ, params, args);
                }
                self.struct_of(fields)
            }
            TypeKind::Tuple(ts) => {
                let ts = ts.clone();
                let ts = self.subst_list(&ts, params, args);
                self.intern(TypeKind::Tuple(ts))
            }
            TypeKind::Signature(s) => {
                let s = (**s).clone();
                let params_ = self.subst_list(&s.params, params, args);
                let results = self.subst_list(&s.results, params, args);
                self.signature(Signature { params: params_, results, ..s })
            }
            TypeKind::Interface(i) => {
                let i = (**i).clone();
                let mut methods = i.methods.clone();
                for m in &mut methods {
                    m.sig = self.subst(m.sig, params, args);
                }
                let embeds = self.subst_list(&i.embeds, params, args);
                self.intern(TypeKind::Interface(Box::new(Interface { methods, embeds, ..i })))
            }
            TypeKind::Union(terms) => {
                let mut terms = terms.clone();
                for x in &mut terms {
                    x.typ = self.subst(x.typ, params, args);
                }
                self.intern(TypeKind::Union(terms))
            }
        }
    }

    pub fn subst_list(
        &mut self,
        ts: &[TypeId],
        params: &[TypeId],
        args: &[TypeId],
    ) -> Box<[TypeId]> {
        ts.iter().map(|&t| self.subst(t, params, args)).collect()
    }

    /// Whether a type parameter occurs in `t`.
    pub fn has_tparam(&self, t: TypeId) -> bool {
        let any = |ts: &[TypeId]| ts.iter().any(|&t| self.has_tparam(t));
        match self.raw_kind(t) {
            TypeKind::Basic(_) => false,
            TypeKind::TypeParam(_) => true,
            TypeKind::Alias(a) => self.alias(*a).target.is_some_and(|t| self.has_tparam(t)),
            TypeKind::Named(n) => {
                let d = self.named(*n);
                any(&d.targs) || (d.origin.is_none() && !d.outer.is_empty())
            }
            &TypeKind::Pointer(e)
            | &TypeKind::Slice(e)
            | &TypeKind::Array(_, e)
            | &TypeKind::Chan(_, e) => self.has_tparam(e),
            &TypeKind::Map(k, e) => self.has_tparam(k) || self.has_tparam(e),
            TypeKind::Struct(fs) => fs.iter().any(|f| self.has_tparam(f.typ)),
            TypeKind::Tuple(ts) => any(ts),
            TypeKind::Signature(s) => any(&s.params) || any(&s.results),
            TypeKind::Interface(i) => {
                i.methods.iter().any(|m| self.has_tparam(m.sig)) || any(&i.embeds)
            }
            TypeKind::Union(ts) => ts.iter().any(|x| self.has_tparam(x.typ)),
        }
    }
}
