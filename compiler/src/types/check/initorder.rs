//! Package initialisation: the order of variables, and cycles.
//!
//! Repeatedly the variable that is earliest in declaration order and refers, directly or through
//! functions, to no variable that is still to be initialised (spec, "Package initialization").

use hashbrown::HashSet;

use super::{Checker, DeclInfo};
use crate::types::object::{ObjId, ObjKind, PkgId};

impl<'a> Checker<'a> {
    /// Package variables of the same package that initialising `var` needs.
    fn needed_vars(&self, var: ObjId) -> HashSet<ObjId> {
        let pkg = self.objs[var].pkg;
        let mut seen: HashSet<ObjId> = HashSet::new();
        let mut out = HashSet::new();
        let mut todo = self.direct(var);
        while let Some(o) = todo.pop() {
            if self.objs[o].pkg != pkg || !seen.insert(o) {
                continue;
            }
            match self.objs[o].kind {
                ObjKind::Var(_) => {
                    out.insert(o);
                }
                _ => todo.extend(self.direct(o)),
            }
        }
        out
    }

    fn direct(&self, obj: ObjId) -> Vec<ObjId> {
        // Variables of one spec with a single call share what its first one noted.
        let mut list = self.deps.get(&obj).cloned().unwrap_or_default();
        for leader in self.group(obj) {
            list.extend(self.deps.get(&leader).cloned().unwrap_or_default());
        }
        list
    }

    /// The variables that are initialised together with this one.
    pub(super) fn group(&self, var: ObjId) -> Vec<ObjId> {
        let Some((DeclInfo::Var(spec, _), _)) = self.decls.get(&var) else { return vec![var] };
        if spec.values.len() == spec.names.len() || spec.values.is_empty() {
            return vec![var];
        }
        let Some(pkg) = self.objs[var].pkg else { return vec![var] };
        let vars = &self.packages[pkg.index()].vars;
        let same = |o: &ObjId| matches!(self.decls.get(o), Some((DeclInfo::Var(s, _), _)) if std::ptr::eq(*s, *spec));
        vars.iter().copied().filter(same).collect()
    }

    /// Groups of variables of a package, of those in `vars`, in the order they are initialised.
    pub fn init_order(&self, pkg: PkgId, vars: &HashSet<ObjId>) -> Vec<Vec<ObjId>> {
        let mut left: Vec<Vec<ObjId>> = Vec::new();
        let mut seen: HashSet<ObjId> = HashSet::new();
        for &v in &self.packages[pkg.index()].vars {
            let has_value = matches!(self.decls.get(&v), Some((DeclInfo::Var(s, _), _)) if !s.values.is_empty());
            if vars.contains(&v) && has_value && !seen.contains(&v) {
                let g = self.group(v);
                seen.extend(g.iter().copied());
                left.push(g);
            }
        }
        let needs: Vec<HashSet<ObjId>> = left.iter().map(|g| self.needed_vars(g[0])).collect();
        let mut pending: HashSet<ObjId> = left.iter().flatten().copied().collect();
        let mut order: Vec<Vec<ObjId>> = Vec::new();
        let mut done = vec![false; left.len()];
        while order.len() < left.len() {
            let ready = (0..left.len()).find(|&i| !done[i] && needs[i].iter().all(|n| !pending.contains(n) || left[i].contains(n)));
            // A cycle has been reported; any order will do then.
            let i = ready.unwrap_or_else(|| done.iter().position(|d| !d).unwrap_or(0));
            done[i] = true;
            for v in &left[i] {
                pending.remove(v);
            }
            order.push(left[i].clone());
        }
        order
    }

    /// Reports variables that need themselves.
    pub(super) fn check_init_cycles(&mut self, pkg: PkgId) {
        let vars = self.packages[pkg.index()].vars.clone();
        let mut reported: HashSet<ObjId> = HashSet::new();
        for v in vars {
            if reported.contains(&v) {
                continue;
            }
            if let Some(cycle) = self.find_cycle(v) {
                reported.extend(cycle.iter().copied());
                self.report_cycle(&cycle);
            }
        }
    }

    /// The shortest way from a variable back to itself.
    fn find_cycle(&self, from: ObjId) -> Option<Vec<ObjId>> {
        let pkg = self.objs[from].pkg;
        let mut came: hashbrown::HashMap<ObjId, ObjId> = Default::default();
        let mut queue = std::collections::VecDeque::from([from]);
        while let Some(o) = queue.pop_front() {
            for d in self.direct(o) {
                if d == from {
                    let mut path = vec![o];
                    let mut at = o;
                    while at != from {
                        at = came[&at];
                        path.push(at);
                    }
                    path.reverse();
                    return Some(path);
                }
                if self.objs[d].pkg == pkg && !came.contains_key(&d) {
                    came.insert(d, o);
                    queue.push_back(d);
                }
            }
        }
        None
    }
}
