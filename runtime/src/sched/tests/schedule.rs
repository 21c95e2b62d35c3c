//! Which goroutine runs when, on which P, and what was done for it: the schedules of scripts under seeds, as they are
//! meant to be. The scripts hang on nothing but the scheduler, so a difference is a decision that was changed: who
//! meant it runs this with `INSTA_UPDATE=always` and reads what changed.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::*;

/// Goroutines that do in turn whatever makes the scheduler decide.
fn mixed(t: &mut Task, _: &mut Cx, s: &Shared) -> Act {
    /// SAFETY of both: they use nothing of the window.
    unsafe fn yields(_: &mut Cx, _: *mut u64) -> Status {
        Status::Gosched
    }
    unsafe fn collects(cx: &mut Cx, _: *mut u64) -> Status {
        cx.rt().heap.request_gc();
        Status::Done
    }
    fn child(t: &mut Task, _: &mut Cx, s: &Shared) -> Act {
        if t.step < t.arg {
            return Act::Poll;
        }
        s.vars[2].fetch_add(1, SeqCst);
        Act::Done
    }
    fn worker(t: &mut Task, _: &mut Cx, s: &Shared) -> Act {
        if t.step == 60 {
            s.vars[2].fetch_add(1, SeqCst);
            return Act::Done;
        }
        match (t.arg * 5 + t.step / 2) % 9 {
            0 => Act::Native(yields),
            1 => {
                t.w[0] = 700 * (t.arg + t.step);
                Act::Native(sleep)
            }
            2 | 3 => {
                // Locked in the first half of a pair of steps, unlocked in the second.
                t.w[0] = s.sema.as_ptr() as u64;
                Act::Native(if t.step.is_multiple_of(2) { lock } else { unlock })
            }
            4 if t.step.is_multiple_of(2) => Act::Go(child, t.step),
            5 if t.arg == 3 => Act::Native(collects),
            6 => {
                t.w[0] = s.vars[1].load(SeqCst);
                t.w[1] = t.step;
                Act::Chan(
                    if t.step.is_multiple_of(2) { "ChanSend" } else { "ChanRecv" },
                    0,
                    typ(1),
                    0,
                )
            }
            7 => {
                t.w[0] = s.vars[0].load(SeqCst);
                t.w[2] = s.vars[1].load(SeqCst);
                (t.w[1], t.w[3]) = (0, 0);
                // Receives from both, or goes on.
                Act::Chan("Select", 2, typ(1), 1)
            }
            _ => Act::Poll,
        }
    }
    const CHILDREN: u64 = 10 * 3 + 4;
    match t.step {
        0 => {
            s.sema.store(1, SeqCst);
            t.w[0] = 0;
            Act::Chan("ChanNew", 0, typ(1), 0)
        }
        1 => {
            s.vars[0].store(t.w[0], SeqCst);
            t.w[0] = 40;
            Act::Chan("ChanNew", 0, typ(1), 0)
        }
        2 => {
            s.vars[1].store(t.w[0], SeqCst);
            Act::Next
        }
        3..=12 => Act::Go(worker, t.step - 3),
        _ if s.vars[2].load(SeqCst) >= CHILDREN.min(10) && t.step > 400 => Act::Exit,
        _ => {
            t.w[0] = 50_000;
            Act::Native(sleep)
        }
    }
}

/// A run's events by kind, and a hash of all of them with time, M, P, G and what they say.
fn line(name: &str, main: Body, options: Options) -> String {
    let o = program(options, main);
    let thrown = o.shared.thrown.lock().len();
    let log = gvm_trace::Log::read(&super::log::file(&o)).expect("a log");
    assert!(log.complete, "{name}: an event is missing");
    let mut kinds: BTreeMap<String, u64> = BTreeMap::new();
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for r in &log.records {
        let kind = gvm_trace::Log::kind_name(r);
        let kind = match &r.event {
            Event::GoStop { why, .. } => format!("{kind}/{why:?}"),
            Event::GoBlock { why, .. } => format!("{kind}/{why:?}"),
            Event::GlobalGet { why, .. } => format!("{kind}/{why:?}"),
            Event::ProcStop { why, .. } => format!("{kind}/{why:?}"),
            Event::StwStart { why, .. } => format!("{kind}/{why:?}"),
            _ => kind.to_string(),
        };
        *kinds.entry(kind.clone()).or_default() += 1;
        let text = format!("{} {:?} {:?} {:?} {:?}\n", r.time, r.m, r.p, r.g, r.event);
        for b in text.bytes() {
            hash = (hash ^ u64::from(b)).wrapping_mul(0x100_0000_01b3);
        }
    }
    let mut text = format!("{name}: exit {}, {thrown} thrown, {hash:016x}\n", o.code);
    let mut row = String::new();
    for (kind, n) in kinds {
        let next = format!(" {kind} {n}");
        if row.len() + next.len() > 100 {
            let _ = writeln!(text, "   {row}");
            row.clear();
        }
        row += &next;
    }
    let _ = writeln!(text, "   {row}");
    text
}

#[test]
fn schedules_are_as_they_were() {
    let plain = |procs, seed| Options {
        procs,
        seed: Some(seed),
        preempt_every: 11,
        trace: true,
        ..Options::default()
    };
    let mut text = String::new();
    for (name, main) in
        [("ping_pong", ping_pong as Body), ("busy", super::log::busy), ("mixed", mixed)]
    {
        for procs in [1, 2, 4] {
            for seed in [1, 2] {
                text += &line(&format!("{name} on {procs}, seed {seed}"), main, plain(procs, seed));
            }
        }
        let o = plain(3, 1);
        text += &line(&format!("{name}, no steal"), main, Options { no_steal: true, ..o.clone() });
        text +=
            &line(&format!("{name}, no runnext"), main, Options { no_runnext: true, ..o.clone() });
        text += &line(
            &format!("{name}, global every 3"),
            main,
            Options { global_every: 3, ..o.clone() },
        );
        text += &line(&format!("{name}, stress"), main, Options { gc_stress: true, ..o.clone() });
        text += &line(&format!("{name}, long slices"), main, Options { preempt_every: 1000, ..o });
    }
    insta::assert_snapshot!(text);
}
