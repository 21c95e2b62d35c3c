//! The narrative: one line an event, for people.

use std::fmt::Write;

use crate::field::{End, How, ObjectKind, Queue, Slot, Stack};
use crate::file::SYSMON;
use crate::kind::Event;
use crate::log::{Log, Record};

/// The whole log.
pub fn write(log: &Log) -> String {
    let mut out = String::new();
    for r in &log.records {
        full_line(&mut out, log, r);
    }
    out
}

/// Number, time, M, P and G, and what happened.
pub fn full_line(out: &mut String, log: &Log, r: &Record) {
    let m = if r.m == SYSMON { "sysmon".into() } else { format!("M{}", r.m) };
    let p = r.p.map(|p| format!("P{p}")).unwrap_or_default();
    let g = if r.g == 0 { String::new() } else { format!("G{}", r.g) };
    let _ = writeln!(out, "{:>6} {:>12} {m:<6} {p:<3} {g:<5} {}", r.seq, r.time, line(log, r));
}

/// ` at main.main (a.go:3)`, or nothing.
pub fn at(log: &Log, s: Stack) -> String {
    match log.site(s) {
        Some(f) => {
            let file = f.file.rsplit('/').next().unwrap_or(&f.file);
            format!(" at {} ({file}:{})", f.function, f.line)
        }
        None => String::new(),
    }
}

fn gs(list: &[u64]) -> String {
    let mut out = String::new();
    for (i, g) in list.iter().enumerate() {
        let _ = write!(out, "{}G{g}", if i == 0 { "" } else { ", " });
    }
    if out.is_empty() { "nobody".into() } else { out }
}

fn someone(g: u64) -> String {
    if g == 0 { "the runtime".into() } else { format!("G{g}") }
}

/// What happened, in one sentence without its end.
pub fn line(log: &Log, r: &Record) -> String {
    let g = someone(r.g);
    let value = |v| log.value(v);
    match &r.event {
        Event::ProcsChange { n } => format!("there are {n} Ps"),
        Event::ProcStart { p } => format!("takes P{p}"),
        Event::ProcStop { p, why } => format!("gives up P{p}: {}", why.word()),
        Event::ProcSteal { p, from, why } => {
            format!("takes P{p} from M{from}, which is in a blocking call ({})", why.word())
        }
        Event::StartM { m, p, spinning, new } => format!(
            "{} M{m} for P{p}{}",
            if *new { "starts" } else { "wakes" },
            if *spinning { ", to look for work" } else { "" }
        ),
        Event::MPark {} => "sleeps: nothing to do".into(),
        Event::GoCreate { g: new, start, stack } => {
            let f = log.stack(*start).last().map_or("", |f| &f.function);
            format!("{g} starts G{new} {f}{}", at(log, *stack))
        }
        Event::GoStart { g, inherit } => {
            let p = r.p.map(|p| format!(" on P{p}")).unwrap_or_default();
            let rest = if *inherit { ", in the rest of the time slice" } else { "" };
            format!("G{g} runs{p}{rest}")
        }
        Event::GoStop { why, stack } => {
            format!("{g} makes room: {}{}", why.word(), at(log, *stack))
        }
        Event::GoBlock { why, object, stack } => {
            let what = if *object == 0 { String::new() } else { format!(" #{object}") };
            format!("{g} waits: {}{what}{}", why.word(), at(log, *stack))
        }
        Event::GoUnblock { g, by: 0 } => format!("G{g} can run again"),
        Event::GoUnblock { g, by } => format!("G{by} wakes G{g}"),
        Event::GoEnd {} => format!("{g} ends"),
        Event::GoExit { stack } => format!("{g} calls runtime.Goexit{}", at(log, *stack)),
        Event::GoPanic { value: v, stack } => {
            format!("{g} panics: {}{}", value(*v), at(log, *stack))
        }
        Event::GoRecover { value: v } => format!("{g} recovers: {}", value(*v)),
        Event::ProgramEnd { why: End::Returned, .. } => "main returned: the program ends".into(),
        Event::ProgramEnd { why, code } => {
            format!("the program ends: {}, status {code}", why.word())
        }
        Event::SyscallEnter { stack } => format!("{g} enters a blocking call{}", at(log, *stack)),
        Event::SyscallExit { p } => format!("{g} is back from its blocking call on P{p}"),
        Event::SyscallExitBlocked {} => {
            format!("{g} is back from its blocking call, but its P is gone")
        }
        Event::RunqPut { g, slot, kicked } => {
            let p = r.p.unwrap_or(0);
            match (slot, kicked) {
                (Slot::Next, 0) => format!("G{g} will run next on P{p}"),
                (Slot::Next, k) => {
                    format!("G{g} will run next on P{p}; G{k}, which would have, goes to the ring")
                }
                (Slot::Ring, _) => format!("G{g} goes to the tail of P{p}'s ring"),
            }
        }
        Event::RunqGet { g, slot } => {
            format!("takes G{g} from {} of P{}", slot.word(), r.p.unwrap_or(0))
        }
        Event::RunqOverflow { gs: list } => {
            format!(
                "P{}'s ring is full: {} of it move to the global queue",
                r.p.unwrap_or(0),
                list.len()
            )
        }
        Event::GlobalPut { gs: list } => {
            format!("{} to the tail of the global queue", gs(list))
        }
        Event::GlobalGet { gs: list, why } => {
            format!("takes {} from the global queue: {}", gs(list), why.word())
        }
        Event::StealFail { tries } => {
            format!("looked at {tries} queues of others: nothing to steal")
        }
        Event::Steal { from, gs: list, pass, next } => format!(
            "steals {} from {}P{from} in pass {pass}",
            gs(list),
            if *next { "runnext of " } else { "" }
        ),
        Event::SpinStart {} => "looks for work".into(),
        Event::SpinStop { found: true } => "stops looking: it has work".into(),
        Event::SpinStop { found: false } => "stops looking: there is none".into(),
        Event::WakeP { p } => format!("there is work for P{p}, which is idle"),
        Event::HandOff { p, idle: false } => format!("hands P{p} to an M that has use for it"),
        Event::HandOff { p, idle: true } => format!("P{p} is idle now: there is no work for it"),
        Event::PreemptRequest { p, ran } => {
            format!("asks who runs on P{p} to make room: it ran for {} ms", ran / 1_000_000)
        }
        Event::SysmonPace { us } => format!("looks every {us} µs from now on"),
        Event::ObjectNew { object, kind, name, .. } => {
            let name = log.text(*name);
            let sep = if name.is_empty() { "" } else { " " };
            format!("{}{sep}{name} is #{object}", kind.word())
        }
        Event::ChanMake { ch, cap, elem, stack } => {
            let size = if *cap == 0 { "unbuffered".into() } else { format!("buffer {cap}") };
            format!("{g} makes channel #{ch} of {}, {size}{}", log.text(*elem), at(log, *stack))
        }
        Event::ChanSend { ch, how, peer, len, value: v, stack } => {
            let way = match how {
                How::Direct => format!(", straight to G{peer}, which waited"),
                _ => format!(" [{len} in the buffer]"),
            };
            format!("{g} sends {} to channel #{ch}{way}{}", value(*v), at(log, *stack))
        }
        Event::ChanRecv { ch, how, peer, len, value: v, stack } => {
            let way = match (how, peer) {
                (How::Direct, p) => format!(", straight from G{p}, which waited"),
                (How::Closed, _) => ", which is closed".into(),
                (How::Buffered, 0) => format!(" [{len} left]"),
                (How::Buffered, p) => format!("; the place goes to G{p}, which waited"),
            };
            let v = value(*v);
            let v = if v.is_empty() { String::new() } else { format!(" {v}") };
            format!("{g} receives{v} from channel #{ch}{way}{}", at(log, *stack))
        }
        Event::ChanClose { ch, woken, stack } => {
            let who = if woken.is_empty() {
                String::new()
            } else {
                format!(", which wakes {}", gs(woken))
            };
            format!("{g} closes channel #{ch}{who}{}", at(log, *stack))
        }
        Event::WaitEnter { object, queue, front, value: v } => {
            let v = value(*v);
            let what = if *queue == Queue::Send { format!(" with {v}") } else { String::new() };
            let place = if *front { " at the front" } else { "" };
            format!("{g} queues{place} among the {} of #{object}{what}", queue.word())
        }
        Event::WaitLeave { object, queue, g, cancelled } => format!(
            "G{g} leaves the {} of #{object}{}",
            queue.word(),
            if *cancelled { ": another case was chosen" } else { "" }
        ),
        Event::SelectBegin { cases, default, stack } => {
            let mut list = String::new();
            for c in cases {
                let arrow = if c.sends { "←" } else { "→" };
                let _ = write!(list, " #{}{arrow}", c.chan);
            }
            let d = if *default { " default" } else { "" };
            format!("{g} selects among{list}{d}{}", at(log, *stack))
        }
        Event::SelectDone { case: -1, .. } => format!("{g} takes the default case"),
        Event::SelectDone { case, waited } => {
            format!("{g} goes on with case {case}{}", if *waited { " after waiting" } else { "" })
        }
        Event::MutexLock { lock, contended, stack } => format!(
            "{g} locks mutex #{lock}{}{}",
            if *contended { " after waiting" } else { "" },
            at(log, *stack)
        ),
        Event::MutexUnlock { lock, handoff, stack } => format!(
            "{g} unlocks mutex #{lock}{}{}",
            if *handoff { " and hands it to the first waiter" } else { "" },
            at(log, *stack)
        ),
        Event::RLock { lock, stack } => {
            format!("{g} takes a reader's share of #{lock}{}", at(log, *stack))
        }
        Event::RUnlock { lock, stack } => {
            format!("{g} gives a reader's share of #{lock} back{}", at(log, *stack))
        }
        Event::RWLock { lock, stack } => {
            format!("{g} locks #{lock} for writing{}", at(log, *stack))
        }
        Event::RWUnlock { lock, readers, stack } => {
            format!("{g} unlocks #{lock}; {readers} readers waited{}", at(log, *stack))
        }
        Event::WaitGroupAdd { group, delta, count, stack } => {
            format!("{g} adds {delta} to wait group #{group}: {count}{}", at(log, *stack))
        }
        Event::WaitGroupWait { group, count, stack } => {
            format!("{g} waits for wait group #{group}, which is at {count}{}", at(log, *stack))
        }
        Event::OnceBegin { once, stack } => {
            format!("{g} does what once #{once} is for{}", at(log, *stack))
        }
        Event::OnceEnd { once } => format!("{g} has done what once #{once} is for"),
        Event::CondWait { cond, ticket, stack } => {
            format!("{g} takes ticket {ticket} of condition #{cond}{}", at(log, *stack))
        }
        Event::CondSignal { cond, g: 0, stack } => {
            format!("{g} signals condition #{cond}: nobody waits{}", at(log, *stack))
        }
        Event::CondSignal { cond, g: woken, stack } => {
            format!("{g} signals condition #{cond}, which wakes G{woken}{}", at(log, *stack))
        }
        Event::CondBroadcast { cond, gs: list, stack } => {
            format!("{g} broadcasts condition #{cond}, which wakes {}{}", gs(list), at(log, *stack))
        }
        Event::Sleep { timer, ns, stack } => {
            format!("{g} sleeps for {ns} ns: timer {timer}{}", at(log, *stack))
        }
        Event::TimerSet { timer, when, period, stack } => {
            let again =
                if *period == 0 { String::new() } else { format!(", then every {period} ns") };
            format!("{g} sets timer {timer} for {when}{again}{}", at(log, *stack))
        }
        Event::TimerFire { timer, late } => format!("timer {timer} fires, {late} ns late"),
        Event::TimerStop { timer, active } => format!(
            "{g} stops timer {timer}{}",
            if *active { "" } else { ", which had fired or was stopped" }
        ),
        Event::GcStart { heap } => format!("collection begins; the heap has {heap} bytes"),
        Event::GcEnd { heap, goal } => {
            format!("collection ends; {heap} bytes are in use, the next one is at {goal}")
        }
        Event::StwStart { why } => format!("the world is stopped: {}", why.word()),
        Event::StwEnd {} => "the world goes on".into(),
        Event::StackGrow { from, to } => format!("{g}'s stack grows from {from} to {to} bytes"),
        Event::StackShrink { g, from, to } => {
            format!("G{g}'s stack shrinks from {from} to {to} bytes")
        }
        Event::Output { fd, text, .. } => format!("{g} writes {:?} to {fd}", log.text(*text)),
        Event::TaskBegin { task, parent, name, stack } => {
            let of = if *parent == 0 { String::new() } else { format!(" of task {parent}") };
            format!("{g} begins task {task} {:?}{of}{}", log.text(*name), at(log, *stack))
        }
        Event::TaskEnd { task, stack } => format!("{g} ends task {task}{}", at(log, *stack)),
        Event::RegionBegin { name, stack, .. } => {
            format!("{g} begins region {:?}{}", log.text(*name), at(log, *stack))
        }
        Event::RegionEnd { name, stack, .. } => {
            format!("{g} ends region {:?}{}", log.text(*name), at(log, *stack))
        }
        Event::UserLog { key, text, stack, .. } => {
            format!("{g} logs {} {:?}{}", log.text(*key), log.text(*text), at(log, *stack))
        }
        Event::Label { text } => format!("{g} is labelled {}", log.text(*text)),
        Event::Input { values } if values.is_empty() => format!("{g} asks the system"),
        Event::Input { values } => {
            let shown: Vec<String> = values.iter().take(8).map(u64::to_string).collect();
            let more = if values.len() > 8 {
                format!(" and {} more", values.len() - 8)
            } else {
                String::new()
            };
            format!("{g} is told {}{more}", shown.join(", "))
        }
        Event::Atomic {} => format!("{g} uses a shared word"),
        Event::Snapshot { queues } => {
            format!("the queues are written down: {} goroutines exist", queues.gs.len())
        }
    }
}

/// What an object is called: `channel #3`, `sync.Mutex main.mu (#4)`.
pub fn object_name(kind: ObjectKind, number: u64, name: &str) -> String {
    if name.is_empty() {
        format!("{} #{number}", kind.word())
    } else {
        format!("{} {name} (#{number})", kind.word())
    }
}
