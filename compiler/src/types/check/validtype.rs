//! Types that contain themselves without a pointer, slice, map, channel or function between.
//!
//! Declarations are followed as they are written: in an instance a type parameter stands for its
//! argument, which is looked at in the surroundings of the instance. So nothing is expanded.

use super::Checker;
use crate::source::Pos;
use crate::types::object::ObjId;
use crate::types::type_::{TypeId, TypeKind};

impl<'a> Checker<'a> {
    pub(super) fn valid_type(&mut self, obj: ObjId) {
        let t = self.objs[obj].typ;
        self.contained(t, &mut Vec::new(), &mut Vec::new());
    }

    /// Whether `t` does not contain itself; reports it if it does.
    pub(super) fn is_finite(&mut self, t: TypeId) -> bool {
        self.contained(t, &mut Vec::new(), &mut Vec::new()) && !self.has_invalid_part(t)
    }

    /// Whether a type that contains itself is part of `t`.
    fn has_invalid_part(&mut self, t: TypeId) -> bool {
        let t = self.types.unalias(t);
        if let TypeKind::Named(n) = *self.types.raw_kind(t) {
            match self.types.named(n).underlying {
                Some(TypeId::INVALID) => return true,
                _ if self.valid_types.contains(&t) => return false,
                _ => {}
            }
        }
        let u = self.under(t);
        match self.types.raw_kind(u).clone() {
            TypeKind::Array(_, e) => self.has_invalid_part(e),
            TypeKind::Struct(fields) => fields.iter().any(|f| self.has_invalid_part(f.typ)),
            _ => false,
        }
    }

    /// False when a cycle was found. `nest` has the named types whose memory `t` is part of, `path`
    /// also those that were left through a type argument.
    fn contained(&mut self, t: TypeId, nest: &mut Vec<TypeId>, path: &mut Vec<TypeId>) -> bool {
        let t = self.types.unalias(t);
        match self.types.raw_kind(t).clone() {
            TypeKind::Array(_, e) => self.contained(e, nest, path),
            TypeKind::Struct(fields) => fields.iter().all(|f| self.contained(f.typ, nest, path)),
            TypeKind::Interface(i) => i.embeds.iter().all(|&e| self.contained(e, nest, path)),
            TypeKind::Union(terms) => terms.iter().all(|x| self.contained(x.typ, nest, path)),
            TypeKind::Named(n) => {
                let c = self.types.canon(t);
                if self.valid_types.contains(&c) {
                    return true;
                }
                // Reported already.
                if self.types.named(n).origin.is_none()
                    && self.types.named(n).underlying == Some(TypeId::INVALID)
                {
                    return true;
                }
                if nest.contains(&c) {
                    let from = path.iter().position(|&p| p == c).unwrap_or(0);
                    self.containment_cycle(&path[from..]);
                    return false;
                }
                let origin = self.types.origin(n);
                let Some(rhs) = self.types.named(origin).rhs else { return true };
                nest.push(c);
                path.push(c);
                let ok = self.contained(rhs, nest, path);
                nest.pop();
                path.pop();
                if ok {
                    self.valid_types.insert(c);
                } else {
                    self.types.named_mut(n).underlying = Some(TypeId::INVALID);
                }
                ok
            }
            TypeKind::TypeParam(_) => {
                let Some(&inst) = nest.last() else { return true };
                let TypeKind::Named(n) = *self.types.raw_kind(inst) else { return true };
                let data = self.types.named(n);
                let Some(origin) = data.origin else { return true };
                let params = &self.types.named(origin).tparams;
                let Some(i) = params.iter().position(|&p| p == t) else { return true };
                let Some(&arg) = data.targs.get(i) else { return true };
                nest.pop();
                let ok = self.contained(arg, nest, path);
                nest.push(inst);
                ok
            }
            _ => true,
        }
    }

    fn containment_cycle(&mut self, path: &[TypeId]) {
        let mut parts: Vec<(String, Pos, bool)> = Vec::new();
        for &t in path {
            let TypeKind::Named(n) = *self.types.raw_kind(t) else { continue };
            let data = self.types.named(n);
            let declared = self.objs[data.obj].pos;
            let part = if data.origin.is_some() {
                let at = self.instance_pos.get(&n).copied().unwrap_or(declared);
                (self.type_str(t), at, true)
            } else {
                (self.name(self.objs[data.obj].name).to_string(), declared, true)
            };
            parts.push(part);
        }
        self.cycle_message(&parts);
    }
}
