//! The scheduler: Gs on Ms with Ps, by Go's rules.
//!
//! One core (`step`) serves two hosts: real threads and the deterministic one. A step never blocks
//! inside the core: it says `Idle`, and the host parks the M. Nothing here knows an instruction.

pub mod deterministic;
mod goroutine;
mod leak;
mod quit;
pub mod replay;
mod runq;
mod schedtrace;
mod step;
mod sudog;
#[cfg(test)]
mod tests;
pub mod threads;
pub mod traceback;
mod world;

use std::sync::atomic::{
    AtomicBool, AtomicI64, AtomicPtr, AtomicU32, AtomicU64, AtomicUsize, Ordering,
};

use parking_lot::Mutex;

use goroutine::{id, ids};
pub use goroutine::{poll, ready, spawn, spawn_tick};
pub use leak::leaks;
pub use quit::listen as listen_for_quit;
pub use step::StepResult;
pub use sudog::{INLINE, Sudog, WaitQueue};

use crate::cx::{Blocking, Cx};
use crate::event::happens;
use crate::g::{G, GStatus};
use crate::heap::{Cache, Marker};
use crate::runtime::Runtime;

/// Ps that can exist.
pub const MAX_PROCS: usize = 256;
/// Every so many scheduling rounds the global queue comes first.
const FAIRNESS: u32 = 61;
/// A time slice.
const SLICE_NS: u64 = 10_000_000;
/// Polls between two looks at the flags, on the host with threads.
const POLL_BATCH: i64 = 4096;
/// A P in a blocking call is taken away after this time.
const RETAKE_NS: u64 = 20_000;

/// What the world is to be stopped for, beside a collection: bits of `Sched::want_procs`.
const PROCS: u32 = 0xffff;
const CUT_TRACE: u32 = 1 << 29;
const START_TRACE: u32 = 1 << 30;
const STOP_TRACE: u32 = 1 << 31;

/// P status. In a blocking call the upper bits name the M, so that an M that comes back does not
/// take the P out of the call of another one that got it meanwhile.
pub const P_IDLE: u32 = 0;
pub const P_RUNNING: u32 = 1;
pub const P_SYSCALL: u32 = 2;
pub const P_STOPPED: u32 = 3;
pub const P_DEAD: u32 = 4;

/// The status of a P whose M is in a blocking call.
fn syscall_of(m: u32) -> u32 {
    P_SYSCALL | (m + 1) << 8
}

/// Whether it is such a status.
fn in_syscall(status: u32) -> bool {
    status & 0xff == P_SYSCALL
}

/// A processor: the right to run Go code.
pub struct P {
    pub id: u32,
    pub status: AtomicU32,
    pub(crate) runq: runq::RunQueue,
    /// Scheduling rounds; inherited slices do not count.
    pub(crate) tick: AtomicU32,
    pub(crate) syscall_tick: AtomicU32,
    /// Sysmon asks the running G to yield.
    pub(crate) preempt: AtomicBool,
    /// The budget of the M that runs it.
    pub(crate) budget: AtomicPtr<AtomicI64>,
    /// The M that runs it or left it for a blocking call.
    pub(crate) m: AtomicPtr<M>,
    pub cache: Cache,
    pub(crate) free_gs: Vec<*mut G>,
    pub(crate) sudogs: Vec<*mut Sudog>,
    rng: u64,
}

impl P {
    fn new(id: u32, seed: u64) -> Box<P> {
        Box::new(P {
            id,
            status: AtomicU32::new(P_IDLE),
            runq: Default::default(),
            tick: AtomicU32::new(0),
            syscall_tick: AtomicU32::new(0),
            preempt: AtomicBool::new(false),
            budget: AtomicPtr::default(),
            m: AtomicPtr::default(),
            cache: Cache::default(),
            free_gs: Vec::new(),
            sudogs: Vec::new(),
            rng: crate::host::splitmix(seed ^ id as u64) | 1,
        })
    }

    /// A number below `n`, for choices that must look random (Marsaglia's xorshift).
    #[inline]
    pub fn random_below(&mut self, n: u32) -> u32 {
        self.rng ^= self.rng << 13;
        self.rng ^= self.rng >> 7;
        self.rng ^= self.rng << 17;
        (((self.rng >> 32) * n as u64) >> 32) as u32
    }
}

/// A thread, real or simulated.
pub struct M {
    pub id: u32,
    pub cx: Cx,
    pub(crate) p: *mut P,
    /// Given by whoever wakes the M; guarded by the scheduler's lock.
    next_p: *mut P,
    /// Looks for work without having any.
    spinning: bool,
    /// Go on with this G: it only stopped for a collection, or came back from a call.
    next_g: *mut G,
    /// `next_g` came back from a blocking call: events still show it running here.
    called: bool,
    /// Events tell already that the G it has just taken from its queue runs.
    started: bool,
    /// Deterministic host: polls of the time slice for which no time has passed yet.
    slice: i64,
    /// Deterministic host: the G and P of a blocking call that did not come back at once, and the call.
    outside: Option<(*mut G, *mut P, Blocking)>,
    call_done: std::sync::Arc<AtomicBool>,
    pub(crate) parker: threads::Parker,
    /// Deterministic host: not parked.
    pub(crate) awake: bool,
}

/// What the lock guards.
#[derive(Default)]
pub(crate) struct Global {
    head: usize,
    tail: usize,
    /// Stack of Ps without M.
    idle_ps: Vec<*mut P>,
    /// Stack of parked Ms.
    idle_ms: Vec<*mut M>,
    ms: Vec<*mut M>,
    all_gs: Vec<*mut G>,
    free_gs: Vec<*mut G>,
    /// Ps that the stopping M still waits for.
    stop_wait: u32,
}

// SAFETY: the pointers are to Ms, Ps and Gs that live as long as the scheduler.
unsafe impl Send for Global {}

pub struct Sched {
    global: Mutex<Global>,
    /// Gs in the global queue.
    global_len: AtomicUsize,
    ps: Box<[AtomicPtr<P>]>,
    procs: AtomicU32,
    idle_p_count: AtomicU32,
    spinning: AtomicU32,
    /// A stop of the world is wanted or in force.
    stop: AtomicBool,
    /// `runtime.GOMAXPROCS` asks for another number (0: no) in the low half; `START_TRACE`, `STOP_TRACE`.
    want_procs: AtomicU32,
    exiting: AtomicBool,
    next_goid: AtomicU64,
    /// Gs that exist and are not of the system.
    live: AtomicU64,
    /// Ms that run `step` or a blocking call on a thread of their own.
    threads: AtomicU32,
    /// Of those, the ones in a blocking call.
    blocked: AtomicU32,
    /// Woken when a P stopped for a stop of the world.
    progress: threads::Parker,
    sysmon: threads::Parker,
}

impl Sched {
    pub(crate) fn new() -> Sched {
        Sched {
            global: Mutex::default(),
            global_len: AtomicUsize::new(0),
            ps: (0..MAX_PROCS).map(|_| AtomicPtr::default()).collect(),
            procs: AtomicU32::new(0),
            idle_p_count: AtomicU32::new(0),
            spinning: AtomicU32::new(0),
            stop: AtomicBool::new(false),
            want_procs: AtomicU32::new(0),
            exiting: AtomicBool::new(false),
            next_goid: AtomicU64::new(1),
            live: AtomicU64::new(0),
            threads: AtomicU32::new(0),
            blocked: AtomicU32::new(0),
            progress: Default::default(),
            sysmon: Default::default(),
        }
    }

    pub fn procs(&self) -> u32 {
        match self.want_procs.load(Ordering::Relaxed) & PROCS {
            0 => self.procs.load(Ordering::Relaxed),
            n => n,
        }
    }

    /// The number changes when the world is next stopped for it.
    pub fn set_procs(&self, cx: &Cx, n: u32) {
        let n = n.clamp(1, MAX_PROCS as u32);
        let set = |want| Some(want & !PROCS | n);
        let _ = self.want_procs.fetch_update(Ordering::Relaxed, Ordering::Relaxed, set);
        cx.poll_soon();
    }

    /// Nothing is left to be done for `trace_events` and `cut_events`.
    pub fn traces(&self) -> bool {
        self.want_procs.load(Ordering::Relaxed) & (CUT_TRACE | START_TRACE | STOP_TRACE) == 0
    }

    /// What is recorded is cut when the world has next been stopped (`event::window`).
    pub fn cut_events(&self) {
        self.want_procs.fetch_or(CUT_TRACE, Ordering::Relaxed);
    }

    /// Events are recorded, or no longer, when the world has next been stopped.
    pub fn trace_events(&self, cx: &Cx, on: bool) {
        self.want_procs.fetch_or(if on { START_TRACE } else { STOP_TRACE }, Ordering::Relaxed);
        cx.poll_soon();
    }

    /// `runtime.NumGoroutine`.
    pub fn goroutines(&self) -> u64 {
        self.live.load(Ordering::Relaxed)
    }

    /// After the run: threads in blocking calls still use the runtime, which must not be dropped.
    pub fn threads_left(&self) -> bool {
        self.threads.load(Ordering::SeqCst) != 0
    }

    pub fn exiting(&self) -> bool {
        self.exiting.load(Ordering::Relaxed)
    }

    fn p(&self, i: u32) -> &P {
        // SAFETY: Ps below `procs` exist and are never freed while the program runs.
        unsafe { &*self.ps[i as usize].load(Ordering::Acquire) }
    }

    /// The run queues as they are; nothing runs.
    pub(crate) fn run_queues(&self, out: &mut crate::event::field::Queues) {
        for i in 0..self.procs.load(Ordering::Relaxed) {
            let (next, ring) = self.p(i).runq.list();
            let next = if next.is_null() { 0 } else { id(next) };
            out.ps.push((next, ids(&ring)));
        }
        let global = self.global.lock();
        let mut g = global.head as *mut G;
        while !g.is_null() {
            out.global.push(id(g));
            // SAFETY: queued Gs are live.
            g = unsafe { (*g).link };
        }
    }

    /// Stacks that are mostly unused get smaller; the world is stopped.
    fn shrink_stacks(&self, rt: &Runtime, m: u32) {
        for g in self.all_gs() {
            // SAFETY: Gs are never freed, and none runs.
            let gr = unsafe { &mut *g };
            if gr.get_status() != GStatus::Syscall
                && let Some((from, to)) = rt.machine.shrink(gr)
            {
                rt.event(m, || happens::StackShrink { g: gr.id, from, to });
            }
        }
    }

    /// All Gs that are not dead, in the order of the table.
    pub fn all_gs(&self) -> Vec<*mut G> {
        let lives = |g: &*mut G| {
            // SAFETY: Gs are never freed while the program runs.
            !matches!(unsafe { (**g).get_status() }, GStatus::Dead | GStatus::Idle)
        };
        self.global.lock().all_gs.iter().copied().filter(lives).collect()
    }
}

impl Drop for Sched {
    fn drop(&mut self) {
        if self.threads.load(Ordering::Acquire) != 0 {
            // A thread is still in a blocking call: what it uses must stay.
            return;
        }
        let global = self.global.get_mut();
        // SAFETY: all were made by `Box::into_raw`, and nothing runs any more.
        unsafe {
            for &g in &global.all_gs {
                drop(Box::from_raw(g));
            }
            for &m in &global.ms {
                drop(Box::from_raw(m));
            }
            for p in &self.ps {
                let p = p.load(Ordering::Relaxed);
                if !p.is_null() {
                    for &s in &(*p).sudogs {
                        drop(Box::from_raw(s));
                    }
                    drop(Box::from_raw(p));
                }
            }
        }
    }
}

/// Runs a program from the `func()` closure of its entry; gives the exit status.
pub fn run(rt: &Runtime, entry: u64) -> i32 {
    quit::listen();
    if rt.follows {
        replay::run(rt, entry)
    } else if rt.host.deterministic() {
        deterministic::run(rt, entry)
    } else {
        threads::run(rt, entry)
    }
}
