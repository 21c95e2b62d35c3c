//! The deterministic host: simulated Ms take turns on one thread, as the seed says; time is virtual.

use std::sync::atomic::Ordering;

use super::*;

/// Virtual time of one step of an M.
const STEP_NS: u64 = 200;

pub fn run(rt: &Runtime, entry: u64) -> i32 {
    threads::bootstrap(rt, entry);
    let sched = &rt.sched;
    let mut awake: Vec<*mut M> = Vec::new();
    'run: loop {
        awake.clear();
        // SAFETY: one thread, Ms are never freed.
        awake.extend(sched.global.lock().ms.iter().copied().filter(|&m| unsafe { (*m).awake }));
        let m = match awake.len() {
            0 => {
                let next = rt.timers.next();
                if next == u64::MAX {
                    // The core reports deadlocks itself.
                    break 'run;
                }
                rt.host.advance_to(next);
                let Some(m) = rt.timers.sleeper().or(sched.global.lock().ms.last().copied()) else {
                    break 'run;
                };
                rt.timers.sleeps(m);
                m
            }
            1 => awake[0],
            n => awake[(rt.host.random() % n as u64) as usize],
        };
        // SAFETY: one thread drives all Ms.
        match unsafe { sched.step(rt, m) } {
            StepResult::Again => {}
            // SAFETY: as above.
            StepResult::Idle(_) => unsafe { (*m).awake = false },
            StepResult::Exit => break,
        }
        let now = rt.host.now();
        rt.host.advance_to(now + STEP_NS);
    }
    if let Some(log) = &rt.log {
        log.finish(rt);
    }
    rt.exit_code.load(Ordering::SeqCst)
}
