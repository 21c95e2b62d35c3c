//! Words about events: the help table, and why something happened.

use std::fmt::Write;

use crate::field::ObjectKind;
use crate::kind::{KINDS, KindInfo};
use crate::log::{Log, Record};
use crate::model::{GState, Model};

/// The table of all events, for a terminal.
pub fn table() -> String {
    let mut out = String::new();
    let mut group = "";
    for k in KINDS {
        if k.group != group {
            group = k.group;
            let _ = writeln!(out, "\n{group}");
        }
        let _ = writeln!(out, "  {}{}", k.name, fields(k));
        let _ = writeln!(out, "      {}", k.what);
        let _ = writeln!(out, "      {}", k.rule);
    }
    out
}

fn fields(k: &KindInfo) -> String {
    let list: Vec<String> =
        k.fields.iter().map(|(name, ty)| format!("{name} {}", ty.to_lowercase())).collect();
    if list.is_empty() { String::new() } else { format!(" {{ {} }}", list.join(", ")) }
}

/// What happened, and the rule behind it.
pub fn why(log: &Log, r: &Record) -> String {
    let mut what = crate::text::line(log, r);
    if let Some(first) = what.get_mut(0..1) {
        first.make_ascii_uppercase();
    }
    format!("{what}. {}", KINDS[r.event.kind() as usize].rule)
}

/// The queues, who runs where, who waits for what.
pub fn state(log: &Log, m: &Model) -> String {
    let mut out = String::new();
    let list = |gs: &mut dyn Iterator<Item = u64>| {
        let names: Vec<String> = gs.map(|g| format!("G{g}")).collect();
        if names.is_empty() { "-".to_string() } else { names.join(" ") }
    };
    let _ = writeln!(out, "global queue: {}", list(&mut m.global.iter().copied()));
    for (i, p) in m.ps.iter().enumerate().take(m.procs as usize) {
        let _ = write!(out, "P{i}: ");
        match p.m {
            Some(n) => {
                let g = m.ms.get(&n).map_or(0, |t| t.g);
                let _ = write!(out, "M{n}");
                if g != 0 {
                    let _ = write!(out, " runs G{g}");
                }
            }
            None => out.push_str("idle"),
        }
        if p.next != 0 {
            let _ = write!(out, ", runnext G{}", p.next);
        }
        let _ = writeln!(out, ", ring: {}", list(&mut p.ring.iter().copied()));
    }
    for (g, s) in &m.gs {
        let _ = write!(out, "G{g}: ");
        let _ = match s.state {
            GState::Waiting => write!(out, "waits: {}", s.wait.word()),
            GState::Runnable => write!(out, "can run"),
            GState::Running => write!(out, "runs"),
            GState::Syscall => write!(out, "in a blocking call"),
        };
        if s.state == GState::Waiting && s.object != 0 {
            let _ = write!(out, " on {}", object(log, m, s.object));
        }
        out.push('\n');
    }
    for (o, t) in &m.things {
        if t.receivers.is_empty() && t.senders.is_empty() && t.holder == 0 {
            continue;
        }
        let _ = write!(out, "{}:", object(log, m, *o));
        if t.cap > 0 {
            let _ = write!(out, " {}/{} in the buffer", t.len, t.cap);
        }
        if t.holder != 0 {
            let _ = write!(out, " held by G{}", t.holder);
        }
        let (first, second) = match t.kind {
            ObjectKind::Chan => ("receivers", "senders"),
            ObjectKind::RWMutex => ("readers", "writers"),
            _ => ("waiters", ""),
        };
        for (what, q) in [(first, &t.receivers), (second, &t.senders)] {
            if !q.is_empty() {
                let _ = write!(out, " {what}: {}", list(&mut q.iter().copied()));
            }
        }
        out.push('\n');
    }
    out
}

/// `channel #3`, `sync.Mutex main.mu (#4)`.
pub fn object(log: &Log, m: &Model, number: u64) -> String {
    let Some(t) = m.things.get(&number) else { return format!("#{number}") };
    crate::text::object_name(t.kind, number, log.text(t.name))
}
