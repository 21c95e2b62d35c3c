//! The order in which package variables are initialised.
//!
//! A variable is ready when everything its initialiser refers to, directly or through functions,
//! is initialised; of the ready ones the first declared goes first.

use std::collections::BTreeSet;

use hashbrown::{HashMap, HashSet};

use super::{Checker, DeclInfo};
use crate::types::info::InitStep;
use crate::types::object::{ObjId, ObjKind, PkgId};

impl<'a> Checker<'a> {
    /// What `obj` refers to; the body of a function is checked for that.
    fn references(&mut self, obj: ObjId) -> Vec<ObjId> {
        if matches!(self.objs[obj].kind, ObjKind::Func(_)) {
            self.ensure_body(obj);
        }
        let mut list = self.deps.get(&obj).cloned().unwrap_or_default();
        // Several variables of one initialiser: what one depends on, all do.
        if let Some(&(DeclInfo::Var(spec, _), _)) = self.decls.get(&obj)
            && spec.values.len() != spec.names.len()
        {
            for n in spec.names {
                if let Some(o) = self.info.defs.get(&n.id)
                    && *o != obj
                    && let Some(more) = self.deps.get(o)
                {
                    list.extend(more.iter().copied());
                }
            }
        }
        list.sort_by_key(|&o| self.objs[o].pos);
        list.dedup();
        list
    }

    /// Puts the package's initialisation steps into `info.init_order`.
    pub fn init_order(&mut self, pkg: PkgId) {
        // Constants too: they can only be part of a cycle.
        let is_const = |c: &Self, o: ObjId| matches!(c.objs[o].kind, ObjKind::Const(_));
        let objects = self.packages[pkg.index()].objects.clone();
        let (mut vars, rest): (Vec<ObjId>, Vec<ObjId>) =
            objects.into_iter().partition(|&o| is_const(self, o));
        vars.extend(rest.into_iter().filter(|&o| self.objs.var(o).is_some()));
        let consts = vars.iter().filter(|&&o| is_const(self, o)).count();
        for &v in &vars {
            self.obj_decl(v);
        }
        self.run_later_if_idle();
        let index: HashMap<ObjId, usize> = vars.iter().enumerate().map(|(i, &v)| (v, i)).collect();
        let mut needs: Vec<HashSet<usize>> = Vec::new();
        for &v in &vars {
            let mut found = HashSet::new();
            let mut seen = HashSet::new();
            let mut todo = self.references(v);
            while let Some(o) = todo.pop() {
                if self.objs[o].pkg != Some(pkg) || !seen.insert(o) {
                    continue;
                }
                match index.get(&o) {
                    Some(&i) => {
                        found.insert(i);
                    }
                    None => todo.extend(self.references(o)),
                }
            }
            needs.push(found);
        }
        // Of the variables with the fewest open needs the first declared goes next. One that still
        // has some is in a cycle, or after one.
        let mut users: Vec<Vec<usize>> = vec![Vec::new(); vars.len()];
        let mut open: Vec<usize> = Vec::new();
        for (i, n) in needs.iter().enumerate() {
            for &d in n {
                users[d].push(i);
            }
            open.push(n.len());
        }
        let mut left: BTreeSet<(bool, usize, usize)> =
            open.iter().enumerate().map(|(i, &n)| (i >= consts, n, i)).collect();
        let mut emitted = HashSet::new();
        while let Some((_, n, i)) = left.pop_first() {
            if n > 0 {
                let mut seen = HashSet::new();
                let mut path = vec![vars[i]];
                if self.path_to(vars[i], vars[i], pkg, &mut path, &mut seen) {
                    self.init_cycle(&path);
                }
            }
            self.init_step(pkg, vars[i], &mut emitted);
            for &u in &users[i] {
                if left.remove(&(u >= consts, open[u], u)) {
                    open[u] -= 1;
                    left.insert((u >= consts, open[u], u));
                }
            }
        }
    }

    /// Reports a cycle, beginning with the variable it was found for.
    fn init_cycle(&mut self, cycle: &[ObjId]) {
        let first = cycle[0];
        let (name, pos) = (self.name(self.objs[first].name), self.objs[first].pos);
        if cycle.len() == 1 {
            self.error(pos, format!("initialization cycle: {name} refers to itself"));
            return;
        }
        let mut msg = format!("initialization cycle for {name}");
        for (k, &o) in cycle.iter().enumerate() {
            let next = cycle[(k + 1) % cycle.len()];
            let at = self.pos_str(self.objs[o].pos);
            let (a, b) = (self.name(self.objs[o].name), self.name(self.objs[next].name));
            msg.push_str(&format!("\n\t{at}: {a} refers to {b}"));
        }
        self.error(pos, msg);
    }

    /// The variables that are initialised together with this one.
    pub(super) fn group(&self, var: ObjId) -> Vec<ObjId> {
        let Some((DeclInfo::Var(spec, _), _)) = self.decls.get(&var) else { return vec![var] };
        if spec.values.len() == spec.names.len() || spec.values.is_empty() {
            return vec![var];
        }
        spec.names.iter().filter_map(|n| self.info.defs.get(&n.id).copied()).collect()
    }

    fn init_step(&mut self, pkg: PkgId, var: ObjId, emitted: &mut HashSet<crate::syntax::NodeId>) {
        let Some(&(DeclInfo::Var(spec, i), _)) = self.decls.get(&var) else { return };
        if spec.values.is_empty() {
            return;
        }
        let step = if spec.values.len() == spec.names.len() {
            InitStep { pkg, lhs: vec![var], rhs: spec.values[i].id }
        } else {
            let lhs = self.group(var);
            InitStep { pkg, lhs, rhs: spec.values[0].id }
        };
        if emitted.insert(step.rhs) {
            if let Some(e) =
                spec.values.get(if spec.values.len() == spec.names.len() { i } else { 0 })
            {
                self.init_exprs.insert(step.rhs, e);
            }
            self.info.init_order.push(step);
        }
    }

    fn path_to(
        &mut self,
        at: ObjId,
        goal: ObjId,
        pkg: PkgId,
        path: &mut Vec<ObjId>,
        seen: &mut HashSet<ObjId>,
    ) -> bool {
        for o in self.references(at) {
            if o == goal {
                return true;
            }
            if self.objs[o].pkg != Some(pkg) || !seen.insert(o) {
                continue;
            }
            path.push(o);
            if self.path_to(o, goal, pkg, path, seen) {
                return true;
            }
            path.pop();
        }
        false
    }
}

impl<'a> Checker<'a> {
    /// The expression of a step of `info.init_order`.
    pub fn init_expr(&self, step: usize) -> Option<&'a crate::syntax::ast::Expr<'a>> {
        self.init_exprs.get(&self.info.init_order.get(step)?.rhs).copied()
    }
}

impl<'a> Checker<'a> {
    /// Those of a package's variables that are needed and have an initialiser, in the order they
    /// are initialised; each with the variables set by the same call. A variable without
    /// initialiser has its turn too, and what uses it comes after that.
    pub fn init_order_of(&mut self, pkg: PkgId, needed: &HashSet<ObjId>) -> Vec<Vec<ObjId>> {
        let library = self.initialised_on_use(pkg);
        let mut left: Vec<Vec<ObjId>> = Vec::new();
        let mut seen: HashSet<ObjId> = HashSet::new();
        for v in self.packages[pkg.index()].vars.clone() {
            let plain = !library && self.has_no_initialiser(v);
            if (plain || needed.contains(&v)) && !seen.contains(&v) {
                let group = self.group(v);
                seen.extend(group.iter().copied());
                left.push(group);
            }
        }
        let turn: HashMap<ObjId, usize> = left
            .iter()
            .enumerate()
            .flat_map(|(i, group)| group.iter().map(move |&v| (v, i)))
            .collect();
        // How many others come before each, and who waits for it.
        let mut open: Vec<usize> = Vec::new();
        let mut users: Vec<Vec<usize>> = vec![Vec::new(); left.len()];
        for (i, group) in left.iter().enumerate() {
            let mut found: HashSet<usize> = HashSet::new();
            let mut visited = HashSet::new();
            let mut todo = self.references(group[0]);
            while let Some(o) = todo.pop() {
                if self.objs[o].pkg != Some(pkg) || !visited.insert(o) {
                    continue;
                }
                if self.objs.var(o).is_some() {
                    found.extend(turn.get(&o).filter(|&&before| before != i));
                } else {
                    todo.extend(self.references(o));
                }
            }
            open.push(found.len());
            found.iter().for_each(|&before| users[before].push(i));
        }
        let mut order = Vec::new();
        // A cycle has been reported; any order will do then.
        let mut waiting: BTreeSet<(usize, usize)> =
            open.iter().enumerate().map(|(i, &n)| (n, i)).collect();
        while let Some((_, i)) = waiting.pop_first() {
            for &u in &users[i] {
                if waiting.remove(&(open[u], u)) {
                    open[u] -= 1;
                    waiting.insert((open[u], u));
                }
            }
            if needed.contains(&left[i][0]) {
                order.push(left[i].clone());
            }
        }
        order
    }

    fn has_no_initialiser(&self, var: ObjId) -> bool {
        matches!(self.decls.get(&var), Some((DeclInfo::Var(spec, _), _)) if spec.values.is_empty())
    }
}
