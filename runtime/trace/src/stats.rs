//! Counts and times of a log.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::kind::{Event, KINDS};
use crate::log::Log;
use crate::model::GState;

/// Where a goroutine's time went, in nanoseconds.
#[derive(Clone, Debug, Default)]
pub struct Times {
    pub name: String,
    pub running: u64,
    pub runnable: u64,
    pub waiting: u64,
    pub syscall: u64,
    pub starts: u64,
}

#[derive(Clone, Debug, Default)]
pub struct Stats {
    /// By kind.
    pub counts: Vec<u64>,
    pub gs: BTreeMap<u64, Times>,
    /// From being able to run to running, sorted.
    pub latency: Vec<u64>,
    /// Nanoseconds from the first event to the last.
    pub span: u64,
}

pub fn stats(log: &Log) -> Stats {
    let mut s = Stats { counts: vec![0; KINDS.len()], ..Stats::default() };
    let mut at: BTreeMap<u64, (GState, u64)> = BTreeMap::new();
    let start = log.records.first().map_or(0, |r| r.time);
    let end = log.records.last().map_or(0, |r| r.time);
    for r in &log.records {
        s.counts[r.event.kind() as usize] += 1;
        let change = match &r.event {
            Event::GoCreate { g, start, .. } => {
                let name = log.stack(*start).last().map_or("", |f| &f.function);
                s.gs.entry(*g).or_default().name = name.into();
                Some((*g, Some(GState::Runnable)))
            }
            Event::GoStart { g, .. } => Some((*g, Some(GState::Running))),
            Event::GoUnblock { g, .. } => Some((*g, Some(GState::Runnable))),
            Event::GoStop { .. } | Event::SyscallExitBlocked {} => {
                Some((r.g, Some(GState::Runnable)))
            }
            Event::GoBlock { .. } => Some((r.g, Some(GState::Waiting))),
            Event::SyscallEnter { .. } => Some((r.g, Some(GState::Syscall))),
            Event::SyscallExit { .. } => Some((r.g, Some(GState::Running))),
            Event::GoEnd {} => Some((r.g, None)),
            _ => None,
        };
        if let Some((g, to)) = change {
            if let Some((from, since)) = at.remove(&g) {
                let spent = r.time.saturating_sub(since);
                add(s.gs.entry(g).or_default(), from, spent);
                if from == GState::Runnable && to == Some(GState::Running) {
                    s.latency.push(spent);
                    s.gs.entry(g).or_default().starts += 1;
                }
            }
            if let Some(to) = to {
                at.insert(g, (to, r.time));
            }
        }
    }
    for (g, (state, since)) in at {
        add(s.gs.entry(g).or_default(), state, end.saturating_sub(since));
    }
    s.latency.sort_unstable();
    s.span = end - start;
    s
}

fn add(t: &mut Times, state: GState, spent: u64) {
    *match state {
        GState::Runnable => &mut t.runnable,
        GState::Running => &mut t.running,
        GState::Syscall => &mut t.syscall,
        GState::Waiting => &mut t.waiting,
    } += spent;
}

/// The value below which so many percent of a sorted list lie.
fn percentile(list: &[u64], percent: usize) -> u64 {
    list.get((list.len() * percent / 100).min(list.len().saturating_sub(1))).copied().unwrap_or(0)
}

/// For a terminal.
pub fn text(log: &Log) -> String {
    let s = stats(log);
    let mut out = String::new();
    let _ = writeln!(out, "{} events in {} ns\n", log.records.len(), s.span);
    let mut counts: Vec<(usize, u64)> = s.counts.iter().copied().enumerate().collect();
    counts.sort_by_key(|&(i, n)| (std::cmp::Reverse(n), i));
    for (i, n) in counts.into_iter().filter(|c| c.1 > 0) {
        let _ = writeln!(out, "{n:>10} {}", KINDS[i].name);
    }
    let _ = writeln!(
        out,
        "\nfrom runnable to running: median {} ns, 90 % {} ns, 99 % {} ns, longest {} ns",
        percentile(&s.latency, 50),
        percentile(&s.latency, 90),
        percentile(&s.latency, 99),
        s.latency.last().copied().unwrap_or(0)
    );
    let _ = writeln!(
        out,
        "\n{:>6} {:>12} {:>12} {:>12} {:>12} {:>7}  starts with",
        "G", "running", "runnable", "waiting", "in calls", "starts"
    );
    let mut gs: Vec<_> = s.gs.iter().collect();
    gs.sort_by_key(|(g, t)| (std::cmp::Reverse(t.running), **g));
    for (g, t) in gs.iter().take(30) {
        let _ = writeln!(
            out,
            "{g:>6} {:>12} {:>12} {:>12} {:>12} {:>7}  {}",
            t.running, t.runnable, t.waiting, t.syscall, t.starts, t.name
        );
    }
    if gs.len() > 30 {
        let _ = writeln!(out, "       and {} more", gs.len() - 30);
    }
    out
}
