//! A run in three sentences: what happened, who waited longest and for what, how it ended.
//!
//! Only what the user wrote is counted: his channels and locks, his goroutines.

use std::collections::{BTreeMap, BTreeSet};

use crate::field::{End, ObjectKind, Stack, Wait};
use crate::kind::Event;
use crate::log::{Log, Record};
use crate::model::{GState, Model};
use crate::source::{self, Known, Sources};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    pub happened: String,
    pub waited: String,
    pub ended: String,
}

/// A stretch of waiting.
struct Stretch {
    ns: u64,
    since: u64,
    why: Wait,
    object: u64,
    stack: Stack,
    /// Who had the lock when the wait began; 0: nobody.
    holder: u64,
}

#[derive(Default)]
struct Counts {
    gs: BTreeMap<u64, String>,
    sends: u64,
    channels: BTreeSet<u64>,
    locks: u64,
    mutexes: BTreeSet<u64>,
    switches: u64,
    collections: u64,
}

/// `12 µs`, `1.5 ms`.
pub fn duration(ns: u64) -> String {
    let (unit, name) = match ns {
        0..1_000 => return format!("{ns} ns"),
        1_000..1_000_000 => (1_000, "µs"),
        1_000_000..1_000_000_000 => (1_000_000, "ms"),
        _ => (1_000_000_000, "s"),
    };
    let (whole, tenth) = (ns / unit, ns % unit * 10 / unit);
    if whole < 100 && tenth > 0 {
        format!("{whole}.{tenth} {name}")
    } else {
        format!("{whole} {name}")
    }
}

fn count(n: u64, one: &str) -> String {
    let many = match one {
        "mutex" => "mutexes".to_string(),
        _ => format!("{one}s"),
    };
    match n {
        1 => format!("1 {one}"),
        _ => format!("{n} {many}"),
    }
}

pub fn summary(log: &Log, sources: &Sources) -> Summary {
    let known = sources.objects(log);
    let names: BTreeMap<u64, String> =
        known.iter().filter_map(|(o, k)| Some((*o, k.name.clone()?))).collect();
    let mut c = Counts::default();
    let mut model = Model::default();
    let mut waits: BTreeMap<u64, Stretch> = BTreeMap::new();
    let mut done: BTreeMap<u64, Vec<Stretch>> = BTreeMap::new();
    let mut end = None;
    for r in &log.records {
        tally(&mut c, log, sources, &known, r);
        match &r.event {
            Event::GoBlock { why, object, stack } => {
                let holder = model.things.get(object).map_or(0, |t| t.holder);
                let (why, object, stack) = (*why, *object, *stack);
                waits.insert(r.g, Stretch { ns: 0, since: r.time, why, object, stack, holder });
            }
            Event::GoUnblock { g, .. } => {
                if let Some(mut s) = waits.remove(g) {
                    s.ns = r.time.saturating_sub(s.since);
                    done.entry(*g).or_default().push(s);
                }
            }
            Event::ProgramEnd { why, code } => end = Some((*why, *code, r.g)),
            _ => {}
        }
        // A log that cannot be is the business of `gvm trace check`.
        let _ = model.apply(r);
    }
    let last = log.records.last().map_or(0, |r| r.time);
    for (g, mut s) in waits {
        s.ns = last.saturating_sub(s.since);
        done.entry(g).or_default().push(s);
    }
    done.retain(|g, _| c.gs.contains_key(g));
    let about = About { log, names: &names, model: &model, gs: &c.gs };
    Summary {
        happened: happened(log, &c, &model, last),
        waited: waited(&about, &done),
        ended: ended(&about, end, &done),
    }
}

fn tally(c: &mut Counts, log: &Log, sources: &Sources, known: &BTreeMap<u64, Known>, r: &Record) {
    let own = |o: &u64| known.get(o).is_some_and(|k| k.own == Some(true));
    match &r.event {
        Event::GoCreate { g, start, stack } => {
            let name = source::start_function(log, *start);
            if name == "main.main" || log.stack(*start).any(|f| !f.library) {
                let said = sources.started_at(log, *stack);
                c.gs.insert(*g, said.unwrap_or_else(|| name.replacen("main.", "", 1)));
            }
        }
        Event::GoStart { g, .. } => c.switches += c.gs.contains_key(g) as u64,
        // A sender that waits has its value taken by the receiver: no event of its own.
        Event::ChanSend { ch, .. } if own(ch) => {
            (c.sends, _) = (c.sends + 1, c.channels.insert(*ch))
        }
        Event::ChanRecv { ch, peer, .. } if own(ch) && *peer != 0 => {
            (c.sends, _) = (c.sends + 1, c.channels.insert(*ch))
        }
        Event::MutexLock { lock, .. } | Event::RLock { lock, .. } | Event::RWLock { lock, .. }
            if own(lock) =>
        {
            (c.locks, _) = (c.locks + 1, c.mutexes.insert(*lock))
        }
        Event::GcStart { .. } => c.collections += 1,
        _ => {}
    }
}

fn happened(log: &Log, c: &Counts, model: &Model, last: u64) -> String {
    let mut parts = Vec::new();
    if c.sends > 0 {
        let over = count(c.channels.len() as u64, "channel");
        parts.push(format!("sent {} over {over}", count(c.sends, "value")));
    }
    if c.locks > 0 {
        let what = match c.mutexes.len() as u64 {
            1 => "a mutex".to_string(),
            n => count(n, "mutex"),
        };
        parts.push(format!("locked {what} {}", count(c.locks, "time")));
    }
    parts.push(format!("got a processor {}", count(c.switches, "time")));
    if c.collections > 0 {
        parts.push(format!("caused {}", count(c.collections, "garbage collection")));
    }
    let list = match parts.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => parts.concat(),
    };
    let clock = if log.header.options.iter().any(|(k, _)| k == "seed") { "virtual " } else { "" };
    format!(
        "{} on {} {list}, in {} of {clock}time.",
        count(c.gs.len() as u64, "goroutine"),
        count(model.procs, "processor"),
        duration(last),
    )
}

struct About<'a> {
    log: &'a Log,
    names: &'a BTreeMap<u64, String>,
    model: &'a Model,
    gs: &'a BTreeMap<u64, String>,
}

impl About<'_> {
    fn g(&self, g: u64) -> String {
        match self.gs.get(&g) {
            Some(name) => format!("G{g} ({name})"),
            None => format!("G{g}"),
        }
    }

    /// `to receive from channel in (a.go:7)`.
    fn what(&self, s: &Stretch) -> String {
        let object = object(self.model, self.names, s.object);
        let mut out = match s.why {
            Wait::ChanSend => format!("to send on {object}"),
            Wait::ChanRecv => format!("to receive from {object}"),
            Wait::ChanSendNil => "to send on a nil channel".into(),
            Wait::ChanRecvNil => "to receive from a nil channel".into(),
            Wait::Select => "in a select".into(),
            Wait::SelectNoCases => "in a select without cases".into(),
            Wait::Sleep => "asleep".into(),
            Wait::Io => "for input or output".into(),
            Wait::Other => "for the runtime".into(),
            _ if s.object != 0 => format!("for {object}"),
            why => format!("in {}", why.word()),
        };
        if let Some(f) = self.log.site(s.stack) {
            out += &format!(" ({})", source::place(f));
        }
        out
    }
}

/// `channel in`, `mutex #4`.
pub fn object(model: &Model, names: &BTreeMap<u64, String>, number: u64) -> String {
    let kind = match model.things.get(&number).map(|t| t.kind) {
        Some(ObjectKind::Chan) => "channel",
        Some(ObjectKind::Mutex) => "mutex",
        Some(ObjectKind::RWMutex) => "read-write mutex",
        Some(ObjectKind::WaitGroup) => "wait group",
        Some(ObjectKind::Cond) => "condition",
        Some(ObjectKind::Once) => "once",
        Some(ObjectKind::Semaphore) | None => "semaphore",
    };
    match names.get(&number) {
        Some(name) => format!("{kind} {name}"),
        None => format!("{kind} #{number}"),
    }
}

fn waited(about: &About, done: &BTreeMap<u64, Vec<Stretch>>) -> String {
    // Who sleeps waits for nobody.
    let busy = |s: &&Stretch| s.why != Wait::Sleep && s.ns > 0;
    let longest = done
        .iter()
        .map(|(g, list)| (*g, list.iter().filter(busy).map(|s| s.ns).sum::<u64>()))
        .filter(|(_, ns)| *ns > 0)
        .max_by_key(|(g, ns)| (*ns, std::cmp::Reverse(*g)));
    let Some((g, total)) = longest else {
        return "Nobody waited for anybody.".into();
    };
    // The places it waited at, the longest first.
    let mut by_place: Vec<(u64, u64, &Stretch)> = Vec::new();
    for s in done[&g].iter().filter(busy) {
        match by_place.iter_mut().find(|(_, _, o)| (o.object, o.stack) == (s.object, s.stack)) {
            Some(sum) => (sum.0, sum.1) = (sum.0 + s.ns, sum.1 + 1),
            None => by_place.push((s.ns, 1, s)),
        }
    }
    let Some((ns, times, s)) = by_place.iter().max_by_key(|(ns, _, _)| *ns) else {
        return "Nobody waited for anybody.".into();
    };
    let held = if s.holder == 0 { String::new() } else { format!(", held by G{}", s.holder) };
    let mut out = format!("{} waited longest: ", about.g(g));
    if ns == &total {
        out += &format!("{} {}{held}", duration(total), about.what(s));
    } else {
        let (all, part) = (duration(total), duration(*ns));
        out += &format!("{all} in all, {part} of it {}{held}", about.what(s));
    }
    if *times > 1 {
        out += &format!(", {times} times");
    }
    out + "."
}

fn ended(
    about: &About,
    end: Option<(End, i64, u64)>,
    done: &BTreeMap<u64, Vec<Stretch>>,
) -> String {
    let Some((why, code, g)) = end else {
        return "The log does not say how it ended.".into();
    };
    let waiting: Vec<u64> = (about.model.gs.iter())
        .filter(|(g, s)| s.state == GState::Waiting && about.gs.contains_key(g))
        .map(|(g, _)| *g)
        .collect();
    let list = || {
        let mut texts: Vec<String> = (waiting.iter().take(3))
            .filter_map(|g| {
                let s = done.get(g)?.last()?;
                let holder = about.model.things.get(&s.object).map_or(0, |t| t.holder);
                let held = if holder == 0 { String::new() } else { format!(", held by G{holder}") };
                Some(format!("G{g} waits {}{held}", about.what(s)))
            })
            .collect();
        if waiting.len() > 3 {
            texts.push(format!("{} more wait", waiting.len() - 3));
        }
        texts.join("; ")
    };
    match why {
        End::Returned if waiting.is_empty() => "It ended when main returned.".into(),
        End::Returned => {
            format!("It ended when main returned, although others still waited: {}.", list())
        }
        End::Deadlock => format!("It ended in a deadlock, with status {code}: {}.", list()),
        End::Panic => format!("It ended with a panic in {}, status {code}.", about.g(g)),
        End::Exit => format!("It ended when {} called os.Exit({code}).", about.g(g)),
        End::Fatal => format!("It ended with a fatal error, status {code}."),
        End::Stopped => "It was stopped from outside.".into(),
    }
}
