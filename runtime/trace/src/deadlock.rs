//! Deadlocks explained: who waits for whom, on what, since where, and the cycle.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::explain::object;
use crate::field::{Case, ObjectKind, Stack, Wait};
use crate::kind::Event;
use crate::log::Log;
use crate::model::{GState, Model};

fn place(log: &Log, s: Stack) -> String {
    match log.site(s) {
        Some(f) => format!("{}:{}", f.file.rsplit('/').next().unwrap_or(&f.file), f.line),
        None => String::new(),
    }
}

fn name(log: &Log, m: &Model, g: u64) -> String {
    let f = m.gs.get(&g).and_then(|g| log.stack(g.start).last());
    match f {
        Some(_) if g == 1 => "G1 (main)".into(),
        Some(f) => format!("G{g} ({})", f.function),
        None => format!("G{g}"),
    }
}

/// The object with where it was made: `channel #2 (made at a.go:7)`.
fn thing(log: &Log, m: &Model, o: u64) -> String {
    let made = m.things.get(&o).map(|t| place(log, t.made)).filter(|p| !p.is_empty());
    let made = made.map(|p| format!(" (made at {p})")).unwrap_or_default();
    format!("{}{made}", object(log, m, o))
}

/// For each waiting goroutine one line; then the cycle, when there is one.
pub fn explain(log: &Log, m: &Model) -> String {
    let mut out = String::new();
    let mut selects: BTreeMap<u64, &[Case]> = BTreeMap::new();
    for r in &log.records {
        if let Event::SelectBegin { cases, .. } = &r.event {
            selects.insert(r.g, cases);
        }
    }
    let mut edges: BTreeMap<u64, u64> = BTreeMap::new();
    for (&g, s) in m.gs.iter().filter(|(_, s)| s.state == GState::Waiting) {
        let _ = write!(out, "{} waits at {}: ", name(log, m, g), place(log, s.at));
        let t = m.things.get(&s.object);
        let what = thing(log, m, s.object);
        let _ = match (s.wait, t) {
            (Wait::ChanSendNil, _) => write!(out, "it sends to a nil channel, for ever"),
            (Wait::ChanRecvNil, _) => write!(out, "it receives from a nil channel, for ever"),
            (Wait::SelectNoCases, _) => write!(out, "a select without cases, for ever"),
            (Wait::Sleep, _) => write!(out, "it sleeps"),
            (Wait::ChanSend, Some(t)) => {
                let _ = write!(out, "it sends to {what}, and nobody receives");
                if t.cap > 0 {
                    let _ = write!(out, "; its buffer of {} is full", t.cap);
                }
                last(&mut out, log, m, &mut edges, g, t.last_receiver, "received from")
            }
            (Wait::ChanRecv, Some(t)) => {
                let _ = write!(out, "it receives from {what}, and nobody sends");
                if !t.closed {
                    let _ = write!(out, " or closes it");
                }
                last(&mut out, log, m, &mut edges, g, t.last_sender, "sent to")
            }
            (Wait::Select, _) => {
                let cases = selects.get(&g).copied().unwrap_or(&[]);
                let list: Vec<String> = cases
                    .iter()
                    .map(|c| {
                        let way = if c.sends { "send to" } else { "receive from" };
                        format!("{way} {}", thing(log, m, c.chan))
                    })
                    .collect();
                write!(out, "a select, and no case gets ready: {}", list.join("; "))
            }
            (Wait::WaitGroup, Some(t)) => {
                write!(out, "{what}, whose counter is {}: so many Done are missing", t.count)
            }
            (Wait::Cond, _) => write!(out, "{what}, which nobody signals"),
            (_, Some(t)) if t.holder != 0 => {
                edges.insert(g, t.holder);
                let own = if t.holder == g { "itself" } else { &name(log, m, t.holder) };
                write!(out, "{what}, held by {own} since {}", place(log, t.held_at))
            }
            (_, Some(t)) if t.kind == ObjectKind::RWMutex && t.readers > 0 => {
                write!(out, "{what}, which {} readers have not left", t.readers)
            }
            (w, _) => write!(out, "{}, {what}", w.word()),
        };
        out.push('\n');
    }
    if let Some(cycle) = cycle(&edges) {
        let list: Vec<String> = cycle.iter().map(|g| format!("G{g}")).collect();
        let _ = writeln!(out, "the cycle: {} → {}", list.join(" → "), list[0]);
    }
    out
}

/// Who used the channel's other end last.
fn last(
    out: &mut String,
    log: &Log,
    m: &Model,
    edges: &mut BTreeMap<u64, u64>,
    g: u64,
    other: u64,
    did: &str,
) -> std::fmt::Result {
    if other == 0 || other == g {
        return Ok(());
    }
    if m.gs.contains_key(&other) {
        edges.insert(g, other);
        write!(out, "; {}, which {did} it last, waits too", name(log, m, other))
    } else {
        write!(out, "; G{other}, which {did} it last, has ended")
    }
}

/// A cycle among those of whom each waits for one other, from its lowest number on.
fn cycle(edges: &BTreeMap<u64, u64>) -> Option<Vec<u64>> {
    for &start in edges.keys() {
        let mut path = vec![start];
        let mut at = start;
        while let Some(&next) = edges.get(&at) {
            if next == start {
                return Some(path);
            }
            if path.contains(&next) {
                break;
            }
            path.push(next);
            at = next;
        }
    }
    None
}
