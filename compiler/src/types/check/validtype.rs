//! Types that contain themselves without a pointer, slice, map, channel or function between.

use super::Checker;
use crate::types::object::ObjId;
use crate::types::type_::{TypeId, TypeKind};

/// An instance chain longer than this grows without end.
const MAX_DEPTH: usize = 100;

impl<'a> Checker<'a> {
    pub(super) fn valid_type(&mut self, obj: ObjId) {
        let t = self.objs[obj].typ;
        let mut path = Vec::new();
        self.contained(t, &mut path);
    }

    /// False when a cycle was found.
    fn contained(&mut self, t: TypeId, path: &mut Vec<TypeId>) -> bool {
        let t = self.types.unalias(t);
        match self.types.raw_kind(t).clone() {
            TypeKind::Array(_, e) => self.contained(e, path),
            TypeKind::Struct(fields) => fields.iter().all(|f| self.contained(f.typ, path)),
            TypeKind::Interface(i) => i.embeds.iter().all(|&e| self.contained(e, path)),
            TypeKind::Union(terms) => terms.iter().all(|x| self.contained(x.typ, path)),
            TypeKind::Named(n) => {
                let c = self.types.canon(t);
                if self.valid_types.contains(&c) {
                    return true;
                }
                let found = path.iter().position(|&p| p == c);
                if found.is_some() || path.len() > MAX_DEPTH {
                    let from = found.unwrap_or(path.len() - 1);
                    let mut cycle = Vec::new();
                    for &p in &path[from..] {
                        if let Some(n) = self.types.as_named(p) {
                            cycle.push(self.types.named(n).obj);
                        }
                    }
                    self.cycle_error(&cycle, true);
                    for &p in &path[from..] {
                        if let Some(n) = self.types.as_named(p) {
                            self.types.named_mut(n).underlying = Some(TypeId::INVALID);
                        }
                    }
                    return false;
                }
                let u = self.types.underlying(t);
                path.push(c);
                let ok = self.contained(u, path);
                path.pop();
                if ok && self.types.named(n).underlying.is_some() {
                    self.valid_types.insert(c);
                }
                ok
            }
            _ => true,
        }
    }
}
