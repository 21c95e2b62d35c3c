//! Goroutine tracebacks, as Go prints them.

use std::fmt::Write;

use super::*;
use crate::g::WaitReason;
use crate::machine::Frame;

/// `fatal error: all goroutines are asleep` and every goroutine.
pub(super) fn deadlock(rt: &Runtime) -> String {
    let text = if rt.sched.goroutines() == 0 {
        "no goroutines (main called runtime.Goexit) - deadlock!"
    } else {
        "all goroutines are asleep - deadlock!"
    };
    format!("fatal error: {text}\n{}", others(rt, std::ptr::null()))
}

/// All user goroutines but one, in the order of the table, each after an empty line.
pub fn others(rt: &Runtime, but: *const G) -> String {
    let mut out = String::new();
    for g in rt.sched.all_gs() {
        // SAFETY: Gs are never freed; those that run on other Ms only show their header.
        let gr = unsafe { &*g };
        if std::ptr::eq(g, but) || gr.system {
            continue;
        }
        out.push('\n');
        out.push_str(&trace(rt, gr, gr.get_status() == GStatus::Running, SHOWN));
    }
    out
}

/// All user goroutines; nothing runs, but `first` did until now and come first.
pub(super) fn all(rt: &Runtime, first: &[*mut G]) -> String {
    let mut out = String::new();
    let rest = rt.sched.all_gs().into_iter().filter(|g| !first.contains(g));
    for (i, g) in first.iter().copied().chain(rest).enumerate() {
        // SAFETY: Gs are never freed; those that still run only show their header.
        let gr = unsafe { &*g };
        if gr.system {
            continue;
        }
        let state = if i < first.len() { "running" } else { state(gr) };
        out.push('\n');
        out.push_str(&trace_as(rt, gr, gr.get_status() == GStatus::Running, SHOWN, state));
    }
    out
}

/// The caller's own goroutine, or one that does not run: header and frames.
pub fn goroutine(rt: &Runtime, g: &G) -> String {
    trace(rt, g, false, SHOWN)
}

/// The same at a failure of the runtime's own: gc counts the frames below the goroutine's function then,
/// `runtime.goexit` and main's `runtime.main`.
pub fn goroutine_of_throw(rt: &Runtime, g: &G) -> String {
    trace(rt, g, false, SHOWN - if g.id == 1 { 2 } else { 1 })
}

/// Frames shown at each end of a deep stack.
const SHOWN: usize = 50;
/// Places looked at, at each end of a deep stack.
const DESCRIBED: usize = 4 * SHOWN;

/// `outer`: so many frames of the outer end of a deep stack are shown.
fn trace(rt: &Runtime, g: &G, elsewhere: bool, outer: usize) -> String {
    trace_as(rt, g, elsewhere, outer, state(g))
}

fn trace_as(rt: &Runtime, g: &G, elsewhere: bool, outer: usize, state: &str) -> String {
    let mut out = format!("goroutine {} [{state}]:\n", g.id);
    if elsewhere {
        out.push_str("\tgoroutine running on other thread; stack unavailable\n");
    } else {
        // SAFETY: the G is stopped; its pc and frame are saved.
        let mut places = unsafe { rt.machine.callers(g, g.pc, g.fp, usize::MAX) };
        // Of a deep stack both ends are shown, so the middle need not be described.
        let middle = places.len().saturating_sub(2 * DESCRIBED);
        if middle > 0 {
            places.drain(DESCRIBED..DESCRIBED + middle);
        }
        let frames: Vec<Frame> = places
            .into_iter()
            .flat_map(|(p, _)| rt.machine.describe(p))
            .filter(|f| !(f.wrapper || f.library && f.function.starts_with("runtime.")))
            .collect();
        let hidden = if frames.len() > 2 * SHOWN { frames.len() - SHOWN - outer } else { 0 };
        for (i, f) in frames.iter().enumerate() {
            if hidden == 0 || i < SHOWN || i >= SHOWN + hidden {
                frame(&mut out, f);
            } else if i == SHOWN {
                let _ = writeln!(out, "...{} frames elided...", hidden + middle);
            }
        }
    }
    if g.parent != 0
        && let Some(f) = rt.machine.symbolise(g.created_at)
    {
        let _ = writeln!(out, "created by {} in goroutine {}", f.function, g.parent);
        place(&mut out, &f);
    }
    out
}

fn frame(out: &mut String, f: &Frame) {
    // Arguments are not kept; a main function has none.
    let args = if f.function == "main.main" { "" } else { "..." };
    let _ = writeln!(out, "{}({args})", f.function);
    place(out, f);
}

fn place(out: &mut String, f: &Frame) {
    let _ = write!(out, "\t{}:{}", f.file, f.line);
    if f.offset != 0 {
        let _ = write!(out, " +{:#x}", f.offset);
    }
    out.push('\n');
}

/// What is between the brackets.
fn state(g: &G) -> &'static str {
    match g.get_status() {
        GStatus::Waiting if g.wait_reason != WaitReason::None => g.wait_reason.text(),
        GStatus::Waiting => "waiting",
        GStatus::Runnable => "runnable",
        GStatus::Running => "running",
        GStatus::Syscall => "syscall",
        GStatus::Idle => "idle",
        GStatus::Dead => "dead",
    }
}
