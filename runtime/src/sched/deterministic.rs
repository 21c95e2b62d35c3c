//! The deterministic host: simulated Ms take turns on one thread, as the seed says; time is virtual.

use std::sync::atomic::Ordering;

use super::*;

/// Virtual time of one step of an M.
const STEP_NS: u64 = 200;

pub fn run(rt: &Runtime, entry: u64) -> i32 {
    threads::bootstrap(rt, entry);
    let sched = &rt.sched;
    let mut awake: Vec<*mut M> = Vec::new();
    let every = rt.log.as_ref().map_or(0, |l| l.snapshot_every);
    let (mut steps, mut next_snapshot) = (0u64, every);
    'run: loop {
        awake.clear();
        if every != 0 {
            steps += 1;
            if steps >= next_snapshot {
                sched.snapshot_between_steps(rt);
                // A snapshot lists all goroutines: they are rare where there are many.
                next_snapshot = steps + every.max(sched.goroutines());
            }
        }
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
    if every != 0 {
        sched.snapshot_between_steps(rt);
    }
    rt.exit_code.load(Ordering::SeqCst)
}

impl Sched {
    /// Between two steps nothing runs, so the queues can be compared; but not while a G that came
    /// back from a call is with its M: events show it running, its status does not.
    fn snapshot_between_steps(&self, rt: &Runtime) {
        let ms = self.global.lock().ms.clone();
        // SAFETY: one thread, Ms are never freed.
        if ms.iter().all(|&m| unsafe { !(*m).called }) {
            rt.snapshot(0);
        }
    }
}
