//! The wait-for graph at the end of a log: which goroutine waits for what, who holds it, and the cycle. As DOT
//! for Graphviz, Mermaid, and SVG.
//!
//! Goroutines and objects are nodes; an edge leads from who waits to what it waits for, from a lock to its
//! holder, and from a channel to the goroutine that used its other end last, if that waits too.
//! Goroutines that do the same at the same place are one node when they are many. **Never** an edge
//! that the log does not show.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use crate::field::{Case, Stack, Wait};
use crate::kind::Event;
use crate::log::Log;
use crate::model::{GState, Model};
use crate::source::{self, Sources, start_function};
use crate::summary;

/// As many alike are one node.
const MANY: usize = 4;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Id {
    /// The goroutine, or the first of many.
    G(u64),
    Object(u64),
    /// Nothing that can ever be ready, for this goroutine.
    Never(u64),
}

struct Node {
    title: String,
    detail: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Waits,
    /// A lock to who has it.
    Held,
    /// A channel to who used its other end last.
    Other,
}

struct Edge {
    from: Id,
    to: Id,
    label: String,
    sort: Sort,
}

/// Who waits for whom.
pub struct Graph {
    nodes: BTreeMap<Id, Node>,
    edges: Vec<Edge>,
    /// Nodes from which edges lead back to themselves.
    cycle: BTreeSet<Id>,
}

fn at(log: &Log, s: Stack) -> String {
    log.site(s).map(source::place).unwrap_or_default()
}

/// The graph of what waits in `m`, the state after the log.
pub fn graph(log: &Log, m: &Model, sources: &Sources) -> Graph {
    let mut cases: BTreeMap<u64, &[Case]> = BTreeMap::new();
    // What each goroutine runs, as its author wrote it.
    let mut started: BTreeMap<u64, String> = BTreeMap::new();
    for r in &log.records {
        match &r.event {
            Event::SelectBegin { cases: c, .. } => {
                cases.insert(r.g, c);
            }
            Event::GoCreate { g, start, stack } => {
                let name = sources.started_at(log, *stack);
                let plain = || start_function(log, *start).replacen("main.", "", 1);
                started.insert(*g, name.unwrap_or_else(plain));
            }
            _ => {}
        }
    }
    let called = |g: u64| started.get(&g).cloned().unwrap_or_else(|| "?".into());
    let names: BTreeMap<u64, String> =
        sources.objects(log).into_iter().filter_map(|(o, k)| Some((o, k.name?))).collect();
    let holders: BTreeSet<u64> = m.things.values().map(|t| t.holder).collect();
    let waiting = |g: u64| m.gs.get(&g).is_some_and(|s| s.state == GState::Waiting);
    let idle = |w: Wait| matches!(w, Wait::Sleep | Wait::Io | Wait::Other);
    // Goroutines that are alike: same function, same place, same reason and object.
    let mut alike: BTreeMap<(String, String, u64, u8), Vec<u64>> = BTreeMap::new();
    for (&g, s) in m.gs.iter().filter(|(_, s)| s.state == GState::Waiting && !idle(s.wait)) {
        let name = called(g);
        // Who holds something is somebody of its own.
        let own = if holders.contains(&g) { g.to_string() } else { String::new() };
        let key = (name, at(log, s.at) + " " + &own, s.object, s.wait as u8);
        alike.entry(key).or_default().push(g);
    }
    let mut out = Graph { nodes: BTreeMap::new(), edges: Vec::new(), cycle: BTreeSet::new() };
    let mut group: BTreeMap<u64, u64> = BTreeMap::new();
    for ((name, ..), gs) in alike {
        let place = at(log, m.gs[&gs[0]].at);
        let sets: Vec<Vec<u64>> = match gs.len() {
            n if n >= MANY => vec![gs],
            _ => gs.into_iter().map(|g| vec![g]).collect(),
        };
        for set in sets {
            let first = set[0];
            set.iter().for_each(|&g| {
                group.insert(g, first);
            });
            let title = match set.len() {
                1 => format!("G{first} {name}"),
                n => format!("{n} goroutines {name}"),
            };
            out.nodes.insert(Id::G(first), Node { title, detail: format!("waits at {place}") });
        }
    }
    let firsts: BTreeSet<u64> = group.values().copied().collect();
    for &g in &firsts {
        let s = &m.gs[&g];
        let (word, objects): (&str, Vec<(u64, &str)>) = match s.wait {
            Wait::ChanSend => ("", vec![(s.object, "sends")]),
            Wait::ChanRecv => ("", vec![(s.object, "receives")]),
            Wait::ChanSendNil => ("sends to nil", Vec::new()),
            Wait::ChanRecvNil => ("receives from nil", Vec::new()),
            Wait::SelectNoCases => ("select without cases", Vec::new()),
            Wait::Select => {
                let list = cases.get(&g).copied().unwrap_or(&[]);
                let way = |c: &Case| if c.sends { "select: send" } else { "select: receive" };
                ("", list.iter().map(|c| (c.chan, way(c))).collect())
            }
            w if s.object != 0 => ("", vec![(s.object, w.word())]),
            w => (w.word(), Vec::new()),
        };
        for (o, label) in &objects {
            out.object(log, m, &names, *o);
            let seen = |e: &&mut Edge| (e.from, e.to) == (Id::G(g), Id::Object(*o));
            if let Some(e) = out.edges.iter_mut().find(seen) {
                // A select with several cases of one channel.
                e.label += &label.replace("select:", " or");
                continue;
            }
            let edge = Edge {
                from: Id::G(g),
                to: Id::Object(*o),
                label: label.to_string(),
                sort: Sort::Waits,
            };
            out.edges.push(edge);
            let Some(t) = m.things.get(o) else { continue };
            let other =
                if matches!(s.wait, Wait::ChanSend) { t.last_receiver } else { t.last_sender };
            let is_chan = matches!(s.wait, Wait::ChanSend | Wait::ChanRecv);
            if is_chan && other != 0 && other != g && waiting(other) {
                let did = if s.wait == Wait::ChanSend { "received last" } else { "sent last" };
                out.link(*o, group.get(&other).copied().unwrap_or(other), did.into(), Sort::Other);
            }
        }
        if objects.is_empty() {
            let never = Node { title: "never".into(), detail: word.into() };
            out.nodes.insert(Id::Never(g), never);
            let edge = Edge {
                from: Id::G(g),
                to: Id::Never(g),
                label: "for ever".into(),
                sort: Sort::Waits,
            };
            out.edges.push(edge);
        }
    }
    for (&o, t) in m.things.iter().filter(|(_, t)| t.holder != 0) {
        if !out.nodes.contains_key(&Id::Object(o)) {
            continue;
        }
        let holder = group.get(&t.holder).copied().unwrap_or(t.holder);
        if m.gs.contains_key(&t.holder) && !out.nodes.contains_key(&Id::G(holder)) {
            let title = format!("G{holder} {}", called(holder));
            out.nodes.insert(Id::G(holder), Node { title, detail: "does not wait".into() });
        }
        out.link(o, holder, format!("held since {}", at(log, t.held_at)), Sort::Held);
    }
    out.edges.retain(|e| out.nodes.contains_key(&e.from) && out.nodes.contains_key(&e.to));
    out.cycle = out.nodes.keys().copied().filter(|&n| out.comes_back(n)).collect();
    out
}

impl Graph {
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    fn object(&mut self, log: &Log, m: &Model, names: &BTreeMap<u64, String>, o: u64) {
        let Some(t) = m.things.get(&o) else { return };
        let mut facts = Vec::new();
        let made = at(log, t.made);
        if !made.is_empty() {
            facts.push(format!("made at {made}"));
        }
        if t.cap > 0 {
            facts.push(format!("{} of {} buffered", t.len, t.cap));
        }
        if t.count != 0 {
            facts.push(format!("{} not done", t.count));
        }
        if t.readers > 0 {
            facts.push(format!("{} readers", t.readers));
        }
        let node = Node { title: summary::object(m, names, o), detail: facts.join(", ") };
        self.nodes.insert(Id::Object(o), node);
    }

    fn link(&mut self, object: u64, g: u64, label: String, sort: Sort) {
        let (from, to) = (Id::Object(object), Id::G(g));
        if !self.edges.iter().any(|e| (e.from, e.to) == (from, to)) {
            self.edges.push(Edge { from, to, label, sort });
        }
    }

    fn comes_back(&self, start: Id) -> bool {
        let mut seen = BTreeSet::new();
        let mut todo = vec![start];
        while let Some(at) = todo.pop() {
            for e in self.edges.iter().filter(|e| e.from == at) {
                if e.to == start {
                    return true;
                }
                if seen.insert(e.to) {
                    todo.push(e.to);
                }
            }
        }
        false
    }

    fn is_in_cycle(&self, e: &Edge) -> bool {
        self.cycle.contains(&e.from) && self.cycle.contains(&e.to)
    }

    /// In Graphviz's language.
    pub fn dot(&self) -> String {
        let quote = |s: &str| s.replace('\\', "\\\\").replace('"', "\\\"");
        let mut out =
            String::from("digraph waits {\n  rankdir=LR;\n  node [fontname=\"sans-serif\"];\n");
        for (id, n) in &self.nodes {
            let shape = if matches!(id, Id::G(_)) { "box" } else { "ellipse" };
            let colour = if self.cycle.contains(id) { " color=\"#c2410c\" penwidth=2" } else { "" };
            let detail = if n.detail.is_empty() { "" } else { "\\n" };
            let _ = writeln!(
                out,
                "  {} [shape={shape} label=\"{}{detail}{}\"{colour}];",
                name(*id),
                quote(&n.title),
                quote(&n.detail)
            );
        }
        for e in &self.edges {
            let style = if e.sort == Sort::Waits { "" } else { " style=dashed" };
            let colour = if self.is_in_cycle(e) { " color=\"#c2410c\" penwidth=2" } else { "" };
            let _ = writeln!(
                out,
                "  {} -> {} [label=\"{}\"{style}{colour}];",
                name(e.from),
                name(e.to),
                quote(&e.label)
            );
        }
        out.push_str("}\n");
        out
    }

    /// In Mermaid's language, as Markdown pages show it.
    pub fn mermaid(&self) -> String {
        let quote = |s: &str| s.replace('#', "#35;").replace('"', "#quot;").replace('<', "#lt;");
        let mut out = String::from("flowchart LR\n");
        for (id, n) in &self.nodes {
            let (open, close) = if matches!(id, Id::G(_)) { ("[", "]") } else { ("([", "])") };
            let line = if n.detail.is_empty() { "" } else { "<br>" };
            let text = format!("{}{line}{}", quote(&n.title), quote(&n.detail));
            let _ = writeln!(out, "  {}{open}\"{text}\"{close}", name(*id));
        }
        for e in &self.edges {
            let arrow = if e.sort == Sort::Waits { "-->" } else { "-.->" };
            let _ =
                writeln!(out, "  {} {arrow}|\"{}\"| {}", name(e.from), quote(&e.label), name(e.to));
        }
        if !self.cycle.is_empty() {
            let list: Vec<String> = self.cycle.iter().map(|&n| name(n)).collect();
            out.push_str("  classDef cycle stroke:#c2410c,stroke-width:3px\n");
            let _ = writeln!(out, "  class {} cycle", list.join(","));
        }
        out
    }

    /// A drawing: goroutines on the left, what they wait for on the right.
    pub fn svg(&self) -> String {
        const ROW: f64 = 74.0;
        const WIDE: f64 = 250.0;
        const BETWEEN: f64 = 300.0;
        let mut place: BTreeMap<Id, (f64, f64)> = BTreeMap::new();
        let (mut left, mut right) = (0.0, 0.0);
        for &id in self.nodes.keys() {
            let (x, y) = match id {
                Id::G(_) => (20.0, &mut left),
                _ => (20.0 + WIDE + BETWEEN, &mut right),
            };
            place.insert(id, (x, 20.0 + *y));
            *y += ROW;
        }
        let (width, height) = (2.0 * WIDE + BETWEEN + 40.0, f64::max(left, right) + 20.0);
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"Who waits for whom\">\n{SVG_STYLE}\n<rect class=\"back\" width=\"100%\" height=\"100%\"/>\n"
        );
        for (n, e) in self.edges.iter().enumerate() {
            let (from, to) = (place[&e.from], place[&e.to]);
            // Edges to the right leave above those that come back.
            let out_right = matches!(e.from, Id::G(_));
            let shift = if out_right { 16.0 } else { 38.0 };
            let (x1, x2) = match out_right {
                true => (from.0 + WIDE, to.0 - 7.0),
                false => (from.0, to.0 + WIDE + 7.0),
            };
            let (y1, y2) = (from.1 + shift, to.1 + shift);
            let bend = (x2 - x1) / 2.0;
            let class = match (self.is_in_cycle(e), e.sort) {
                (true, Sort::Waits) => "edge cycle",
                (true, _) => "edge cycle back-edge",
                (false, Sort::Waits) => "edge",
                (false, _) => "edge back-edge",
            };
            let tip = if out_right { "l-8 -4v8z" } else { "l8 -4v8z" };
            let end = if out_right { x2 + 6.0 } else { x2 - 6.0 };
            // A label is near where its edge starts, and those of edges that start together stand apart.
            let before = self.edges[..n].iter().filter(|x| x.from == e.from).count();
            let t = if out_right { 0.2 } else { 0.32 } + 0.16 * (before % 3) as f64;
            let (lx, ly) =
                (bezier(x1, x1 + bend, x2 - bend, x2, t), bezier(y1, y1, y2, y2, t) - 5.0);
            let _ = writeln!(
                out,
                "<path class=\"{class}\" d=\"M{x1:.0} {y1:.0}C{:.0} {y1:.0} {:.0} {y2:.0} {x2:.0} {y2:.0}\"/><path class=\"tip {class}\" d=\"M{end:.0} {y2:.0}{tip}\"/><text class=\"label\" x=\"{lx:.0}\" y=\"{ly:.0}\">{}</text>",
                x1 + bend,
                x2 - bend,
                escape(&e.label)
            );
        }
        for (id, n) in &self.nodes {
            let (x, y) = place[id];
            let round = if matches!(id, Id::G(_)) { 6 } else { 26 };
            let class = if self.cycle.contains(id) { "node cycle" } else { "node" };
            let _ = writeln!(
                out,
                "<rect class=\"{class}\" x=\"{x:.0}\" y=\"{y:.0}\" width=\"{WIDE}\" height=\"54\" rx=\"{round}\"/><text class=\"title\" x=\"{0:.0}\" y=\"{1:.0}\">{2}</text><text class=\"detail\" x=\"{0:.0}\" y=\"{3:.0}\">{4}</text>",
                x + WIDE / 2.0,
                y + 23.0,
                escape(&short(&n.title)),
                y + 41.0,
                escape(&short(&n.detail))
            );
        }
        out.push_str("</svg>\n");
        out
    }
}

const SVG_STYLE: &str = "<style>
text { font: 13px system-ui, sans-serif; fill: #1d2129; text-anchor: middle; }
.title { font-weight: 600; } .detail { font-size: 12px; fill: #656d7a; } .label { font-size: 11.5px; fill: #656d7a; paint-order: stroke; stroke: #fbfaf7; stroke-width: 4px; }
.back { fill: #fbfaf7; } .node { fill: #fff; stroke: #656d7a; stroke-width: 1.3; }
.edge { fill: none; stroke: #656d7a; stroke-width: 1.5; } .back-edge { stroke-dasharray: 5 4; }
.tip { fill: #656d7a; stroke: none; } .cycle { stroke: #c2410c; stroke-width: 2.4; } .tip.cycle { fill: #c2410c; stroke: none; }
@media (prefers-color-scheme: dark) {
text { fill: #e3e6ec; } .detail, .label { fill: #98a1b0; } .label { stroke: #14161b; } .back { fill: #14161b; } .node { fill: #1b1e25; }
.cycle { stroke: #fb923c; } .tip.cycle { fill: #fb923c; } }
</style>";

fn bezier(a: f64, b: f64, c: f64, d: f64, t: f64) -> f64 {
    let u = 1.0 - t;
    u * u * u * a + 3.0 * u * u * t * b + 3.0 * u * t * t * c + t * t * t * d
}

/// What fits into a box.
fn short(s: &str) -> String {
    if s.chars().count() <= 36 {
        return s.into();
    }
    s.chars().take(35).chain(['…']).collect()
}

fn escape(s: &str) -> String {
    s.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn name(id: Id) -> String {
    match id {
        Id::G(g) => format!("g{g}"),
        Id::Object(o) => format!("o{o}"),
        Id::Never(g) => format!("n{g}"),
    }
}
