//! The deterministic host: simulated Ms take turns on one thread, as the seed says; time is virtual.

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use super::*;
use crate::cx::Blocking;

/// Virtual time of one step of an M.
const STEP_NS: u64 = 200;

pub fn run(rt: &Runtime, entry: u64) -> i32 {
    threads::bootstrap(rt, entry);
    let sched = &rt.sched;
    let mut awake: Vec<*mut M> = Vec::new();
    let every = rt.log.get().map_or(0, |l| l.snapshot_every);
    let (mut steps, mut next_snapshot) = (0u64, every);
    let (mut next_report, mut turns) = (0, 0u64);
    'run: loop {
        awake.clear();
        if quit::wanted() {
            sched.quit(rt);
            break 'run;
        }
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
                if let Some(m) = sched.wait_outside(rt, next != u64::MAX) {
                    if sched.outside_over(rt, m) == StepResult::Exit {
                        break 'run;
                    }
                    continue;
                }
                if quit::wanted() {
                    continue;
                }
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
        match unsafe {
            if rt.noted() { sched.step::<true>(rt, m) } else { sched.step::<false>(rt, m) }
        } {
            StepResult::Again => {}
            // SAFETY: as above.
            StepResult::Idle(_) => unsafe { (*m).awake = false },
            StepResult::Exit => break,
        }
        if rt.options.schedtrace != 0 && rt.host.time() >= next_report {
            sched.schedtrace(rt);
            next_report = rt.host.time() + rt.options.schedtrace;
        }
        // Goroutines that never wait must not keep those in calls from coming back.
        turns += 1;
        if turns.is_multiple_of(LOOK_OUTSIDE)
            && let Some(m) = sched.first_over(rt)
            && sched.outside_over(rt, m) == StepResult::Exit
        {
            break;
        }
        let now = rt.host.now();
        rt.host.advance_to(now + STEP_NS);
    }
    if every != 0 {
        sched.snapshot_between_steps(rt);
    }
    rt.exit_code.load(Ordering::SeqCst)
}

/// How long a call that waits for something outside may take and still count as one that did not.
const AT_ONCE: Duration = Duration::from_millis(20);

/// A signal does not wake who waits for a call.
const LOOK_AGAIN: Duration = Duration::from_millis(50);

/// Steps between looks at calls that take long while others run.
const LOOK_OUTSIDE: u64 = 1000;

struct Call(*mut M, Blocking, *const Sched);
// SAFETY: while the call lasts the M's `Cx` and the G's stack are the helper's alone.
unsafe impl Send for Call {}

/// Makes a blocking call on this thread.
///
/// # Safety
/// As the call's own.
unsafe fn make(rt: &Runtime, m: &mut M, call: Blocking) {
    // SAFETY: the caller's promise.
    unsafe { (call.call)(&mut m.cx, call.window) };
    tell(rt, m);
}

/// The M's blocking call is over: the event of what it gave.
fn tell(rt: &Runtime, m: &mut M) {
    if let Some(values) = m.cx.input.take() {
        rt.event(m.id, || happens::Input { values });
    }
}

impl Sched {
    /// Makes a blocking call; true when it is over. One that waits for nobody, as reads of files, is made
    /// here and now, however long it takes: so its time does not decide who runs when. The others are
    /// made on threads of their own and, when they do not come back at once, looked at when nothing else
    /// can run. Of a run that is repeated the log says which came back when, and no thread is needed.
    ///
    /// # Safety
    /// As the call's own.
    pub(super) unsafe fn call_beside(&self, rt: &Runtime, m: &mut M, call: Blocking) -> bool {
        // SAFETY: the caller's promise.
        unsafe {
            match &rt.options.replay {
                Some(replay) if !replay.call_comes_back() => return false,
                None if !(call.ready)(call.window) => {}
                _ => {
                    make(rt, m, call);
                    return true;
                }
            }
        }
        m.call_done.store(false, Ordering::SeqCst);
        let done = m.call_done.clone();
        let job = Call(m, call, &raw const rt.sched);
        // A call that never comes back keeps the runtime alive.
        self.threads.fetch_add(1, Ordering::SeqCst);
        self.blocked.fetch_add(1, Ordering::SeqCst);
        let made = std::thread::Builder::new().spawn(move || {
            let Call(m, call, sched) = { job };
            // SAFETY: the M waits for the call; runtimes with calls outside are not dropped.
            unsafe {
                (call.call)(&mut (*m).cx, call.window);
                let sched = &*sched;
                done.store(true, Ordering::SeqCst);
                sched.progress.unpark();
                sched.blocked.fetch_sub(1, Ordering::SeqCst);
                sched.threads.fetch_sub(1, Ordering::SeqCst);
            }
        });
        if made.is_err() {
            self.threads.fetch_sub(1, Ordering::SeqCst);
            self.blocked.fetch_sub(1, Ordering::SeqCst);
            // SAFETY: the caller's promise.
            unsafe { make(rt, m, call) };
            return true;
        }
        let until = Instant::now() + AT_ONCE;
        while !m.call_done.load(Ordering::SeqCst) && Instant::now() < until {
            self.progress.park_for(AT_ONCE);
        }
        let over = m.call_done.load(Ordering::SeqCst);
        if over {
            tell(rt, m);
        }
        over
    }

    /// Whether nothing can happen in the program but what one M does now: nobody is queued or runs,
    /// and no timer is set.
    pub(crate) fn all_wait_but(&self, rt: &Runtime, m: u32) -> bool {
        let procs = self.procs.load(Ordering::Relaxed);
        // SAFETY: one thread, Ms are never freed.
        let awake = |&o: &*mut M| unsafe { (*o).awake && (*o).id != m };
        self.global_len.load(Ordering::Relaxed) == 0
            && (0..procs).all(|i| self.p(i).runq.is_empty())
            && rt.timers.next() == u64::MAX
            && !self.global.lock().ms.iter().any(awake)
    }

    /// The first M whose call outside is over.
    fn first_over(&self, rt: &Runtime) -> Option<*mut M> {
        // SAFETY: one thread, Ms are never freed.
        let over = |m: &*mut M| unsafe {
            (**m).outside.is_some()
                && match &rt.options.replay {
                    Some(replay) => replay.input_comes((**m).id, rt.host.time()),
                    None => (**m).call_done.load(Ordering::SeqCst),
                }
        };
        self.global.lock().ms.iter().copied().find(over)
    }

    /// The M goes on after its call.
    fn outside_over(&self, rt: &Runtime, m: *mut M) -> StepResult {
        // SAFETY: one thread drives all Ms; the call is over.
        unsafe {
            let Some((g, p, call)) = (*m).outside.take() else { return StepResult::Exit };
            match rt.options.replay {
                Some(_) => make(rt, &mut *m, call),
                None => tell(rt, &mut *m),
            }
            let result = self.called_back(rt, &mut *m, g, p);
            if result == StepResult::Again {
                (*m).awake = true;
            }
            result
        }
    }

    /// Nothing can run: the first M whose call is over. Waits for one, but not long when timers are
    /// to fire instead.
    fn wait_outside(&self, rt: &Runtime, timers: bool) -> Option<*mut M> {
        // SAFETY: one thread, Ms are never freed.
        if !self.global.lock().ms.iter().any(|&m| unsafe { (*m).outside.is_some() }) {
            return None;
        }
        let until = Instant::now() + AT_ONCE;
        loop {
            if let Some(m) = self.first_over(rt) {
                return Some(m);
            }
            if let Some(replay) = &rt.options.replay {
                if !timers && !quit::wanted() {
                    replay.fail(rt, "all goroutines wait for what is outside");
                }
                return None;
            }
            if quit::wanted() {
                return None;
            } else if !timers {
                self.progress.park_for(LOOK_AGAIN);
            } else if Instant::now() < until {
                self.progress.park_for(AT_ONCE);
            } else {
                return None;
            }
        }
    }

    /// Between two steps nothing runs, so the queues can be compared; but not while a G that came
    /// back from a call is with its M: events show it running, its status does not.
    fn snapshot_between_steps(&self, rt: &Runtime) {
        let ms = self.global.lock().ms.clone();
        // SAFETY: one thread, Ms are never freed.
        if ms.iter().any(|&m| unsafe { (*m).called }) {
            return;
        }
        // In the name of an M that is not in a call.
        // SAFETY: as above.
        if let Some(m) = ms.iter().position(|&m| unsafe { (*m).outside.is_none() }) {
            rt.snapshot(m as u32);
        }
    }
}
