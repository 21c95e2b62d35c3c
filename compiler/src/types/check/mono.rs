//! Instantiation without end: a type parameter that is instantiated, perhaps through others, with a
//! type built from itself.
//!
//! The graph has an edge from each parameter in a type argument to the parameter that gets the
//! argument; the edge is heavy when the argument is more than the parameter itself. A cycle with a
//! heavy edge makes ever larger types.

use hashbrown::HashMap;

use super::Checker;
use crate::source::Pos;
use crate::types::type_::{TypeId, TypeKind};

struct Edge {
    from: TypeId,
    to: TypeId,
    heavy: bool,
    pos: Pos,
    arg: TypeId,
}

impl<'a> Checker<'a> {
    /// Looks at all instantiations noted since the last call.
    pub(super) fn endless_instantiation(&mut self) {
        let mut edges: Vec<Edge> = Vec::new();
        for (places, params, args) in std::mem::take(&mut self.instantiations) {
            for ((&to, &arg), &pos) in params.iter().zip(&args).zip(&places) {
                let mut inside = Vec::new();
                self.params_in(arg, &mut inside, 0);
                for from in inside {
                    let heavy = self.types.unalias(arg) != from;
                    let from = self.receiver_tparams.get(&from).copied().unwrap_or(from);
                    edges.push(Edge { from, to, heavy, pos, arg });
                }
            }
        }
        // Longest ways so far, counted in heavy edges; what can always be improved is in a cycle.
        let mut weight: HashMap<TypeId, usize> = HashMap::new();
        let mut by: HashMap<TypeId, usize> = HashMap::new();
        let mut vertices: Vec<TypeId> = edges.iter().flat_map(|e| [e.from, e.to]).collect();
        vertices.sort();
        vertices.dedup();
        let mut last = None;
        for _ in 0..=vertices.len() {
            last = None;
            for (i, e) in edges.iter().enumerate() {
                let w = weight.get(&e.from).copied().unwrap_or(0) + e.heavy as usize;
                if w > weight.get(&e.to).copied().unwrap_or(0) {
                    weight.insert(e.to, w);
                    by.insert(e.to, i);
                    last = Some(e.to);
                }
            }
            if last.is_none() {
                return;
            }
        }
        let Some(mut at) = last else { return };
        // Go back into the cycle, then around it.
        for _ in 0..vertices.len() {
            let Some(&i) = by.get(&at) else { return };
            at = edges[i].from;
        }
        let start = at;
        let mut cycle: Vec<usize> = Vec::new();
        loop {
            let Some(&i) = by.get(&at) else { return };
            cycle.push(i);
            at = edges[i].from;
            if at == start || cycle.len() > vertices.len() {
                break;
            }
        }
        cycle.reverse();
        // It is told from the parameter that is declared first.
        let place = |c: &Self, t: TypeId| {
            c.types.as_tparam(t).map_or(Pos::NONE, |p| c.objs[c.types.tparam(p).obj].pos)
        };
        let first =
            (0..cycle.len()).min_by_key(|&k| place(self, edges[cycle[k]].from)).unwrap_or(0);
        cycle.rotate_left(first);
        let mut msg = String::from("instantiation cycle:");
        for &i in &cycle {
            let e = &edges[i];
            let (at, from, arg) =
                (self.pos_str(e.pos), self.type_str(e.from), self.type_str(e.arg));
            msg.push_str(&format!("\n\t{at}: {from} instantiated as {arg}"));
        }
        let pos = place(self, edges[cycle[0]].from);
        self.error(pos, msg);
    }

    fn params_in(&self, t: TypeId, out: &mut Vec<TypeId>, depth: u32) {
        if depth > 50 {
            return;
        }
        let mut all = |ts: &[TypeId]| ts.iter().for_each(|&t| self.params_in(t, out, depth + 1));
        match self.types.kind(t) {
            TypeKind::TypeParam(_) => {
                let t = self.types.unalias(t);
                if !out.contains(&t) {
                    out.push(t);
                }
            }
            TypeKind::Named(n) => all(&self.types.named(*n).targs),
            &TypeKind::Pointer(e)
            | &TypeKind::Slice(e)
            | &TypeKind::Array(_, e)
            | &TypeKind::Chan(_, e) => all(&[e]),
            &TypeKind::Map(k, e) => all(&[k, e]),
            TypeKind::Struct(fs) => fs.iter().for_each(|f| all(&[f.typ])),
            TypeKind::Signature(s) => {
                all(&s.params);
                all(&s.results);
            }
            TypeKind::Interface(i) => {
                i.methods.iter().for_each(|m| all(&[m.sig]));
                all(&i.embeds);
            }
            TypeKind::Union(ts) => ts.iter().for_each(|x| all(&[x.typ])),
            _ => {}
        }
    }
}
