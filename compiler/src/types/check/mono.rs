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
    how: How,
}

enum How {
    Argument(TypeId),
    /// A type declared in a function gets this type parameter of it.
    Declared(TypeId),
}

impl<'a> Checker<'a> {
    /// Looks at all instantiations noted since the last call.
    pub(super) fn endless_instantiation(&mut self) {
        let mut edges: Vec<Edge> = Vec::new();
        let mut locals: Vec<TypeId> = Vec::new();
        for (places, params, args) in std::mem::take(&mut self.instantiations) {
            for ((&to, &arg), &pos) in params.iter().zip(&args).zip(&places) {
                let mut inside = Vec::new();
                self.params_in(arg, &mut inside, 0);
                for from in inside {
                    let heavy = self.types.unalias(arg) != from;
                    if let TypeKind::Named(n) = *self.types.kind(from)
                        && !locals.contains(&from)
                    {
                        locals.push(from);
                        let data = self.types.named(n);
                        let pos = self.objs[data.obj].pos;
                        edges.extend(data.outer.iter().map(|&p| {
                            let of = self.receiver_tparams.get(&p).copied().unwrap_or(p);
                            let how = How::Declared(p);
                            Edge { from: of, to: from, heavy: true, pos, how }
                        }));
                    }
                    let from = self.receiver_tparams.get(&from).copied().unwrap_or(from);
                    edges.push(Edge { from, to, heavy, pos, how: How::Argument(arg) });
                }
            }
        }
        if let Some(cycle) = heavy_cycle(&edges) {
            self.report_cycle(&edges, &cycle);
        }
    }

    /// `cycle`: edges, each followed by the one that leads to its start.
    fn report_cycle(&mut self, edges: &[Edge], cycle: &[usize]) {
        let mut msg = String::from("instantiation cycle:");
        for &i in cycle {
            let e = &edges[i];
            let (at, to) = (self.pos_str(e.pos), self.type_str(e.to));
            let how = match e.how {
                How::Argument(arg) => format!("instantiated as {}", self.type_str(arg)),
                How::Declared(p) => format!("implicitly parameterized by {}", self.type_str(p)),
            };
            msg.push_str(&format!("\n\t{at}: {to} {how}"));
        }
        let first = edges[cycle[0]].to;
        let obj = match *self.types.kind(first) {
            TypeKind::TypeParam(p) => self.types.tparam(p).obj,
            TypeKind::Named(n) => self.types.named(n).obj,
            _ => return,
        };
        self.error(self.objs[obj].pos, msg);
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
            TypeKind::Named(n) => {
                let data = self.types.named(*n);
                all(&data.targs);
                if !data.outer.is_empty() && data.targs.is_empty() && !out.contains(&t) {
                    out.push(t);
                }
            }
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

/// A cycle with a heavy edge, from its last edge to its first: of longest ways, counted in heavy edges,
/// the first that gets as many edges as there are vertices has gone around one.
fn heavy_cycle(edges: &[Edge]) -> Option<Vec<usize>> {
    #[derive(Clone, Copy, Default)]
    struct Way {
        heavy: usize,
        edges: usize,
        last: Option<usize>,
    }
    let mut ways: HashMap<TypeId, Way> = HashMap::new();
    for e in edges {
        ways.insert(e.from, Way::default());
        ways.insert(e.to, Way::default());
    }
    let all = ways.len();
    let mut end = None;
    while end.is_none() {
        let mut better = false;
        for (i, e) in edges.iter().enumerate() {
            let from = ways[&e.from];
            let way =
                Way { heavy: from.heavy + e.heavy as usize, edges: from.edges + 1, last: Some(i) };
            if way.heavy <= ways[&e.to].heavy {
                continue;
            }
            better = true;
            ways.insert(e.to, way);
            if way.edges == all {
                end = Some(e.to);
                break;
            }
        }
        if !better {
            return None;
        }
    }
    // Back along the way until it comes to where it was: that is the cycle.
    let mut at = end?;
    let mut seen: Vec<TypeId> = Vec::new();
    let mut back: Vec<usize> = Vec::new();
    loop {
        if let Some(start) = seen.iter().position(|&t| t == at) {
            return Some(back.split_off(start));
        }
        seen.push(at);
        let last = ways[&at].last?;
        back.push(last);
        at = edges[last].from;
    }
}
