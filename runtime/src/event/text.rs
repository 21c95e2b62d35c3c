//! The narrative: one line an event, for people.

use std::fmt::Write;

use super::{ChanOp, Record, What};

pub(super) fn write(records: &[Record]) -> String {
    let mut out = String::new();
    for r in records {
        let m = if r.m == u32::MAX { "sysmon".into() } else { format!("M{}", r.m) };
        let _ = write!(out, "{:>12} {m:<6} ", r.time);
        line(&mut out, &r.what);
        out.push('\n');
    }
    out
}

fn at(stack: &[crate::machine::Frame]) -> String {
    // The first frame that is the user's own.
    match stack.iter().find(|f| !f.library).or(stack.first()) {
        Some(f) => {
            let file = f.file.rsplit('/').next().unwrap_or(&f.file);
            format!(" at {} ({file}:{})", f.function, f.line)
        }
        None => String::new(),
    }
}

pub(super) fn line(out: &mut String, what: &What) {
    let _ = match what {
        What::ProcsChange { n } => write!(out, "there are {n} Ps"),
        What::ProcStart { p } => write!(out, "takes P{p}"),
        What::ProcStop { p } => write!(out, "gives up P{p}"),
        What::ProcSteal { p, from } => {
            write!(out, "takes P{p} from M{from}, which is in a blocking call")
        }
        What::Steal { from, to, n } => write!(out, "P{to} steals {n} goroutine(s) from P{from}"),
        What::GoCreate { g, parent, stack } => {
            let f = stack.last().map_or("", |f| &f.function);
            if *parent == 0 {
                write!(out, "the runtime starts G{g} {f}")
            } else {
                write!(out, "G{parent} starts G{g} {f}")
            }
        }
        What::GoStart { g, p } => write!(out, "G{g} runs on P{p}"),
        What::GoStop { g, reason, stack } => {
            write!(out, "G{g} makes room: {reason}{}", at(stack))
        }
        What::GoBlock { g, reason, stack } => {
            write!(out, "G{g} waits: {}{}", reason.text(), at(stack))
        }
        What::GoUnblock { g, by: 0 } => write!(out, "G{g} can run again"),
        What::GoUnblock { g, by } => write!(out, "G{by} wakes G{g}"),
        What::GoDestroy { g } => write!(out, "G{g} ends"),
        What::SyscallBegin { g, p, stack } => {
            write!(out, "G{g} enters a blocking call on P{p}{}", at(stack))
        }
        What::SyscallEnd { g, p } => write!(out, "G{g} is back from its blocking call on P{p}"),
        What::SyscallEndBlocked { g } => {
            write!(out, "G{g} is back from its blocking call, but its P is gone")
        }
        What::StwBegin => write!(out, "the world is stopped"),
        What::StwEnd => write!(out, "the world goes on"),
        What::GcBegin => write!(out, "collection begins"),
        What::GcEnd => write!(out, "collection ends"),
        What::TimerFire { id } => write!(out, "timer {id} fires"),
        What::Chan { op, chan, seq, g, peer, len, cap } => {
            let room = if *cap == 0 { String::new() } else { format!(" [{len}/{cap}]") };
            let c = format!("channel {chan} (#{seq}){room}");
            match (op, peer) {
                (ChanOp::Send, _) => write!(out, "G{g} sends to {c}"),
                (ChanOp::SendDirect, _) => {
                    write!(out, "G{g} sends to {c}, straight to G{peer}, which waited")
                }
                (ChanOp::Recv, 0) => write!(out, "G{g} receives from {c}"),
                (ChanOp::Recv, _) => {
                    write!(out, "G{g} receives from {c}; the place goes to G{peer}, which waited")
                }
                (ChanOp::RecvDirect, _) => {
                    write!(out, "G{g} receives from {c}, straight from G{peer}, which waited")
                }
                (ChanOp::RecvClosed, _) => write!(out, "G{g} receives from {c}, which is closed"),
                (ChanOp::Close, _) => write!(out, "G{g} closes {c}"),
            }
        }
    };
}
