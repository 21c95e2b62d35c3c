//! A run on real threads, repeated on one: the log says which goroutine does something next.
//!
//! There are no queues here, no stealing and no other Ms: what threads decided is in the order of the log.
//! Before each instruction that may touch what goroutines share, a goroutine waits for its turn (`may`,
//! asked by the instrumented loop); what it then does must be what was recorded (`event::Replay`). Between
//! two such instructions it does what no other can see, if the program has no data races.
//!
//! **Invariant:** when the log has a collection, no goroutine waits for its turn in the middle of the code,
//! where there are no pointer maps: whoever stopped for it stopped at a poll, and does so here, since its
//! next event says so.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use super::*;
use crate::cx::Blocking;
use crate::event::field::{End, Yield};
use crate::event::{Event, Replay};
use crate::machine::Exit;

/// Polls until one looks whether the goroutine still does something.
const ROUND: i64 = 1 << 22;
/// What is repeated may take so much longer than it took, and so many seconds more.
const SLOWER: u32 = 100;
const PATIENCE: Duration = Duration::from_secs(3);

fn script(rt: &Runtime) -> &Replay {
    rt.options.replay.as_ref().expect("a run to be repeated")
}

/// Whether the goroutine that runs may do its next operation. If not it leaves.
pub fn may(cx: &mut Cx) -> bool {
    // SAFETY: the runtime outlives every M.
    let rt = unsafe { &*cx.rt };
    let (may, stops) = script(rt).order(|o| (o.may(), o.stops()));
    if may {
        // It stops at the first poll after its last event.
        cx.budget.store(if stops { 0 } else { ROUND }, Ordering::Relaxed);
    }
    script(rt).waits(!may);
    may
}

impl Sched {
    /// Whoever runs stops at its next poll.
    pub(crate) fn stop_soon(&self) {
        self.poke(self.p(0));
    }
}

/// A goroutine is new or can run again.
pub(super) fn queued(rt: &Runtime, g: *mut G) {
    // SAFETY: Gs are never freed.
    script(rt).knows(unsafe { (*g).id }, g as u64);
}

struct Driver<'a> {
    rt: &'a Runtime,
    m: &'a mut M,
    /// Goroutines that are in a blocking call. It is made when the log has what it gave.
    calls: HashMap<u64, Blocking>,
    /// Whose calls were made.
    made: HashSet<u64>,
    /// Who ends the program, when it is its turn.
    ends: u64,
    /// What a goroutine polls on the way to: place in the log, polls, since when.
    way: (usize, u64, Instant),
}

pub fn run(rt: &Runtime, entry: u64) -> i32 {
    script(rt).order(|o| o.runs(0));
    let m = threads::bootstrap(rt, entry);
    // SAFETY: the only M, driven by this thread alone.
    let m = unsafe { &mut *m };
    let way = (0, 0, Instant::now());
    let mut driver = Driver { rt, m, calls: HashMap::new(), made: HashSet::new(), ends: 0, way };
    while driver.turn() {}
    rt.sched.exiting.store(true, Ordering::SeqCst);
    rt.exit_code.load(Ordering::SeqCst)
}

impl Driver<'_> {
    /// The next event of the log. False: it was the last one.
    fn turn(&mut self) -> bool {
        let rt = self.rt;
        if quit::wanted() {
            rt.sched.quit(rt);
            return false;
        }
        let next = script(rt).order(|o| o.turn().map(|(g, e)| (g, e.clone())));
        let Some((g, event)) = next else { return false };
        script(rt).order(|o| o.runs(g));
        self.m.cx.g = std::ptr::null_mut();
        match (g, event) {
            (0, Event::TimerFire { timer, .. }) => {
                if !rt.timers.fire(rt, &mut self.m.cx, timer) {
                    script(rt).fail(rt, "there is no such timer");
                }
            }
            (0, Event::GcStart { .. }) => {
                rt.event(self.m.id, || happens::GcStart { heap: rt.heap.in_use() });
                rt.collect(self.m.id);
                rt.event(self.m.id, || happens::GcEnd {
                    heap: rt.heap.in_use(),
                    goal: rt.heap.goal(),
                });
            }
            (0, Event::ProgramEnd { why: End::Deadlock, .. }) => {
                let waits = |&g: &*mut G| {
                    // SAFETY: Gs are never freed.
                    unsafe { (*g).get_status() == GStatus::Waiting || (*g).system }
                };
                if !rt.sched.all_gs().iter().all(waits) {
                    script(rt).fail(rt, "not all goroutines wait");
                }
                rt.deadlocked.store(true, Ordering::Relaxed);
                rt.print_error(&traceback::deadlock(rt));
                rt.exit_code.store(2, Ordering::SeqCst);
                rt.ends(End::Deadlock);
                rt.event(self.m.id, || happens::ProgramEnd { why: End::Deadlock, code: 2 });
                return false;
            }
            (0, _) => script(rt).fail(rt, "the runtime has no reason for that"),
            (g, event) => return self.go_on(g, event),
        }
        true
    }

    /// It is a goroutine's turn.
    fn go_on(&mut self, g: u64, event: Event) -> bool {
        let rt = self.rt;
        let Some(at) = script(rt).goroutine(g) else {
            script(rt).fail(rt, &format!("there is no goroutine {g}"))
        };
        let gp = at as *mut G;
        // SAFETY: Gs are never freed, and nothing else runs.
        let gr = unsafe { &mut *gp };
        if self.ends == g {
            // What ends the program comes when others have done what they did before.
            self.m.cx.g = gp;
            rt.event(self.m.id, || happens::ProgramEnd {
                why: End::ALL[rt.end.load(Ordering::Relaxed) as usize],
                code: rt.exit_code.load(Ordering::Relaxed) as i64,
            });
            return false;
        }
        let back = matches!(event, Event::SyscallExit { .. } | Event::SyscallExitBlocked {});
        if let Some(call) = self.calls.get(&g)
            && (back || matches!(event, Event::Input { .. }))
        {
            // Those that gave nothing to tell are made now.
            if self.made.insert(g) {
                self.m.cx.g = gp;
                // SAFETY: the window is the G's, which has waited since it asked for the call.
                unsafe { (call.call)(&mut self.m.cx, call.window) };
            }
            if back {
                self.calls.remove(&g);
                self.made.remove(&g);
                gr.set_status(GStatus::Runnable);
                script(rt).order(|o| o.advance());
            }
            return true;
        }
        match gr.get_status() {
            GStatus::Runnable if gr.id == g => self.resume(gp),
            GStatus::Waiting => {
                let why = gr.wait_reason.text();
                script(rt).fail(rt, &format!("goroutine {g} waits ({why})"))
            }
            GStatus::Syscall => script(rt).fail(rt, &format!("goroutine {g} is in a call")),
            _ => script(rt).fail(rt, &format!("goroutine {g} is over")),
        }
        true
    }

    /// A goroutine that polled for a round and did nothing that the log tells of. It had no time for more polls than
    /// nanoseconds when it was recorded: with more it never comes to what it did then.
    fn goes_round(&mut self, g: u64) {
        let rt = self.rt;
        let Some((place, took)) = script(rt).order(|o| o.way()) else { return };
        if self.way.0 != place {
            self.way = (place, 0, Instant::now());
        }
        self.way.1 += ROUND as u64;
        let since = self.way.2.elapsed();
        if self.way.1 > took + 2 * ROUND as u64
            && since > PATIENCE + Duration::from_nanos(took) * SLOWER
        {
            script(rt)
                .fail(rt, &format!("goroutine {g} goes round in a loop and never comes to it"));
        }
    }

    fn resume(&mut self, gp: *mut G) {
        let (rt, m) = (self.rt, &mut *self.m);
        // SAFETY: a runnable G, and nothing else runs; the M has a P.
        let (gr, p) = unsafe { (&mut *gp, &mut *m.p) };
        let g = gr.id;
        gr.set_status(GStatus::Running);
        let stops = script(rt).order(|o| o.stops());
        m.cx.budget.store(if stops { 0 } else { ROUND }, Ordering::Relaxed);
        m.cx.g = gp;
        script(rt).waits(false);
        match rt.machine.resume(&mut m.cx) {
            Exit::Yield => {
                gr.set_status(GStatus::Runnable);
                if !script(rt).waiting() {
                    if script(rt).order(|o| o.stops()) {
                        script(rt).order(|o| o.advance());
                    } else {
                        self.goes_round(g);
                    }
                }
            }
            Exit::Gosched => {
                rt.trace(m.id, |pen| {
                    let stack = pen.stack_at_call(gr);
                    pen.emit(happens::GoStop { why: Yield::Gosched, stack });
                });
                gr.set_status(GStatus::Runnable);
            }
            Exit::Parked => {
                if !std::mem::take(&mut m.cx.told) {
                    step::note_block(rt, m.id, gr);
                }
                gr.park();
            }
            Exit::Finished => {
                rt.event(m.id, || happens::GoEnd {});
                m.cx.g = std::ptr::null_mut();
                rt.sched.bury(p, gp);
            }
            // Others come first, if their events do.
            Exit::Exit => {
                self.ends = g;
                gr.set_status(GStatus::Runnable);
            }
            Exit::Blocking => {
                rt.trace(m.id, |pen| {
                    let stack = pen.stack(gr);
                    pen.emit(happens::SyscallEnter { stack });
                });
                gr.set_status(GStatus::Syscall);
                self.calls.extend(m.cx.blocking.take().map(|call| (g, call)));
            }
        }
    }
}
