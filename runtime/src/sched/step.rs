//! One step of an M: find a G, run it, treat its exit. Go's rules for where to look and whom to wake.

use std::sync::atomic::{AtomicI64, Ordering};

use super::*;
use crate::event::field::{End, GlobalWhy, Release, Slot, Stop, Yield};
use crate::event::{Events, Here, Key, MAX_MS, SILENT, Seen, Value, happens};
use crate::machine::Exit;

/// Virtual time of one poll on the deterministic host.
const POLL_NS: u64 = 50;
/// What the key of the run of events begins with in which a G is taken from `runnext` and runs.
const STARTS: u64 = 3 | SILENT;

/// What a step says to its host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepResult {
    /// Call again.
    Again,
    /// Nothing to do until someone unparks the M, or until a time.
    Idle(Option<u64>),
    /// The program ends.
    Exit,
}

impl Sched {
    /// A new M, not started. The scheduler's lock is held by the caller.
    pub(super) fn new_m(&self, rt: &Runtime, global: &mut Global) -> *mut M {
        let id = global.ms.len() as u32;
        if id as usize >= MAX_MS - 1 {
            eprintln!(
                "runtime: program exceeds {MAX_MS}-thread limit\nfatal error: thread exhaustion"
            );
            std::process::exit(2);
        }
        let m = Box::into_raw(Box::new(M {
            id,
            cx: Cx {
                budget: AtomicI64::new(0),
                stack_end: std::ptr::null_mut(),
                g: std::ptr::null_mut(),
                p: std::ptr::null_mut(),
                cache: std::ptr::null_mut(),
                rt,
                types: rt.types,
                code: std::ptr::null(),
                funcs: std::ptr::null(),
                stack_need: 0,
                at: std::ptr::null(),
                throw: None,
                told: false,
                next_g: std::ptr::null_mut(),
                buffer: std::ptr::null(),
                input: None,
                blocking: None,
                m: id,
            },
            p: std::ptr::null_mut(),
            next_p: std::ptr::null_mut(),
            spinning: false,
            next_g: std::ptr::null_mut(),
            called: false,
            started: false,
            slice: 0,
            outside: None,
            call_done: Default::default(),
            parker: Default::default(),
            awake: true,
        }));
        global.ms.push(m);
        m
    }

    pub(super) fn global_put(&self, rt: &Runtime, m: u32, gs: &[*mut G]) {
        if gs.is_empty() {
            return;
        }
        let mut global = self.global.lock();
        rt.event(m, || happens::GlobalPut { gs: ids(gs) });
        for &g in gs {
            self.global_push(&mut global, g);
        }
    }

    fn global_push(&self, global: &mut Global, g: *mut G) {
        // SAFETY: a runnable G in no queue; the queue's tail is live.
        unsafe {
            (*g).link = std::ptr::null_mut();
            if global.tail == 0 {
                global.head = g as usize;
            } else {
                (*(global.tail as *mut G)).link = g;
            }
        }
        global.tail = g as usize;
        self.global_len.fetch_add(1, Ordering::Release);
    }

    fn global_pop(&self, global: &mut Global) -> *mut G {
        let g = global.head as *mut G;
        if !g.is_null() {
            // SAFETY: queued Gs are live.
            global.head = unsafe { (*g).link } as usize;
            if global.head == 0 {
                global.tail = 0;
            }
            self.global_len.fetch_sub(1, Ordering::Release);
        }
        g
    }

    /// A fair share of the global queue: the first to run, the others to the ring of `p`.
    pub(super) fn global_get(
        &self,
        rt: &Runtime,
        m: u32,
        p: &P,
        max: usize,
        why: GlobalWhy,
    ) -> *mut G {
        let global = &mut *self.global.lock();
        let len = self.global_len.load(Ordering::Relaxed);
        let share = len / self.procs.load(Ordering::Relaxed) as usize + 1;
        let mut n = share.min(len).min(max).min(runq::RING as usize / 2);
        let first = self.global_pop(global);
        if first.is_null() {
            return first;
        }
        // The rest go to the ring, which has room: it is empty when more than one is asked for.
        let mut rest = [std::ptr::null_mut(); runq::RING as usize / 2];
        let mut got = 0;
        while n > 1 {
            n -= 1;
            rest[got] = self.global_pop(global);
            if rest[got].is_null() {
                break;
            }
            got += 1;
        }
        let rest = &rest[..got];
        // Before anyone can see them in the ring.
        rt.event(m, || {
            let gs = std::iter::once(first).chain(rest.iter().copied()).map(id).collect();
            happens::GlobalGet { gs, why }
        });
        for &g in rest {
            let room = p.runq.push(g);
            debug_assert!(room);
        }
        first
    }

    pub(super) fn put_idle_p(&self, global: &mut Global, p: *mut P) {
        // SAFETY: Ps are never freed.
        unsafe {
            (*p).status.store(P_IDLE, Ordering::Release);
            (*p).m.store(std::ptr::null_mut(), Ordering::Relaxed);
            (*p).budget.store(std::ptr::null_mut(), Ordering::Release);
        }
        global.idle_ps.push(p);
        self.idle_p_count.fetch_add(1, Ordering::SeqCst);
    }

    pub(super) fn take_idle_p(&self, global: &mut Global) -> *mut P {
        match global.idle_ps.pop() {
            Some(p) => {
                self.idle_p_count.fetch_sub(1, Ordering::SeqCst);
                p
            }
            None => std::ptr::null_mut(),
        }
    }

    /// Binds an M to a P that is its alone.
    pub(super) fn acquire(&self, rt: &Runtime, m: &mut M, p: *mut P) {
        m.p = p;
        m.cx.p = p;
        // SAFETY: the P was taken from a list or handed over: no other M has it.
        let p = unsafe { &mut *p };
        m.cx.cache = &mut p.cache;
        p.m.store(m, Ordering::Relaxed);
        p.budget.store(&mut m.cx.budget, Ordering::Release);
        p.status.store(P_RUNNING, Ordering::Release);
        rt.event(m.id, || happens::ProcStart { p: p.id as u64 });
    }

    /// Takes the P from the M; the caller says where it goes.
    pub(super) fn release(&self, rt: &Runtime, m: &mut M, why: Release) -> *mut P {
        let p = std::mem::replace(&mut m.p, std::ptr::null_mut());
        m.cx.p = std::ptr::null_mut();
        m.cx.cache = std::ptr::null_mut();
        // SAFETY: it was this M's.
        unsafe {
            (*p).budget.store(std::ptr::null_mut(), Ordering::Release);
            rt.event(m.id, || happens::ProcStop { p: (*p).id as u64, why });
        }
        p
    }

    /// Starts an M for `p`, which is in no list.
    pub(super) fn start_m(&self, rt: &Runtime, by: u32, p: *mut P, spinning: bool) {
        let mut global = self.global.lock();
        let (m, new) = match global.idle_ms.pop() {
            Some(m) => (m, false),
            None => (self.new_m(rt, &mut global), true),
        };
        // SAFETY: the M is parked or new: only the lock's holder touches these fields.
        unsafe {
            (*m).next_p = p;
            (*m).spinning = spinning;
            rt.event(by, || happens::StartM {
                m: (*m).id as u64,
                p: (*p).id as u64,
                spinning,
                new,
            });
        }
        drop(global);
        if new {
            rt.host.start_m(m);
        } else {
            rt.host.unpark(m);
        }
    }

    /// There is something new to run: one more M looks for work, unless one does already.
    #[inline]
    pub(crate) fn wake_p(&self, rt: &Runtime, by: u32) {
        if self.idle_p_count.load(Ordering::SeqCst) != 0
            && self.spinning.load(Ordering::SeqCst) == 0
        {
            self.wake_p_slow(rt, by);
        }
    }

    #[cold]
    fn wake_p_slow(&self, rt: &Runtime, by: u32) {
        if rt.follows {
            return;
        }
        if self.spinning.compare_exchange(0, 1, Ordering::SeqCst, Ordering::SeqCst).is_err() {
            return;
        }
        // Without stealing only the global queue has something for another P.
        let useless = rt.options.no_steal
            && self.global_len.load(Ordering::SeqCst) == 0
            && !rt.timers.due(rt);
        let p = if useless || self.stop.load(Ordering::Acquire) {
            std::ptr::null_mut()
        } else {
            self.take_idle_p(&mut self.global.lock())
        };
        if p.is_null() {
            self.spinning.fetch_sub(1, Ordering::SeqCst);
        } else {
            // SAFETY: Ps are never freed.
            rt.event(by, || happens::WakeP { p: unsafe { (*p).id } as u64 });
            self.start_m(rt, by, p, true);
        }
    }

    /// The M has found work: it no longer spins, and another one may be needed.
    fn stop_spinning(&self, rt: &Runtime, m: &mut M) {
        m.spinning = false;
        rt.event(m.id, || happens::SpinStop { found: true });
        self.spinning.fetch_sub(1, Ordering::SeqCst);
        self.wake_p(rt, m.id);
    }

    /// There are two copies of it, as of channels (`Runtime::noted`): in the one without `NOTED` what happens
    /// at each switch looks at nothing for events.
    ///
    /// # Safety
    /// `m` is an M of `rt`, and the caller is its thread.
    pub unsafe fn step<const NOTED: bool>(&self, rt: &Runtime, m: *mut M) -> StepResult {
        // SAFETY: the caller's promise; other threads touch only fields they may.
        let m = unsafe { &mut *m };
        if self.exiting() {
            return StepResult::Exit;
        }
        if m.p.is_null()
            && let Some(idle) = self.get_p(rt, m)
        {
            return idle;
        }
        if self.stop.load(Ordering::Acquire) {
            return self.stop_for_world(rt, m);
        }
        if rt.heap.gc_wanted() || self.want_procs.load(Ordering::Relaxed) != 0 {
            let gc = rt.heap.gc_wanted();
            let why = match self.want_procs.load(Ordering::Relaxed) & PROCS {
                _ if gc => Stop::Gc,
                0 => Stop::Snapshot,
                _ => Stop::Gomaxprocs,
            };
            if !self.stop_the_world(rt, m, why) {
                return StepResult::Again;
            }
            if rt.host.deterministic() || self.no_call_is_out() {
                rt.snapshot(m.id);
            }
            if gc {
                rt.event(m.id, || happens::GcStart { heap: rt.heap.in_use() });
                rt.collect(m.id);
                self.shrink_stacks(rt, m.id);
                rt.event(m.id, || happens::GcEnd { heap: rt.heap.in_use(), goal: rt.heap.goal() });
            }
            // And on without another look: under stress a collection is always wanted.
            self.start_the_world(rt, m);
        }
        if rt.timers.due(rt) {
            rt.timers.run(rt, &mut m.cx);
        }
        let (g, inherit) = match std::mem::replace(&mut m.next_g, std::ptr::null_mut()) {
            g if g.is_null() => self.find::<NOTED>(rt, m),
            g => (g, true),
        };
        if g.is_null() {
            return self.go_idle(rt, m);
        }
        if m.spinning {
            self.stop_spinning(rt, m);
        }
        self.execute::<NOTED>(rt, m, g, inherit)
    }

    /// An M without P: one was handed over, or a timer needs one.
    fn get_p(&self, rt: &Runtime, m: &mut M) -> Option<StepResult> {
        let mut global = self.global.lock();
        let mut p = std::mem::replace(&mut m.next_p, std::ptr::null_mut());
        if p.is_null() {
            let next = rt.timers.next();
            let idle = global.idle_ms.iter().position(|&i| std::ptr::eq(i, m));
            if next == u64::MAX || self.stop.load(Ordering::Acquire) || !rt.timers.sleeps(m) {
                rt.timers.wakes(m);
                return Some(StepResult::Idle(None));
            }
            if rt.host.now() < next {
                return Some(StepResult::Idle(Some(next)));
            }
            p = self.take_idle_p(&mut global);
            if p.is_null() {
                // All Ps are busy; their Ms look at the timers.
                rt.timers.wakes(m);
                return Some(StepResult::Idle(None));
            }
            if let Some(i) = idle {
                global.idle_ms.remove(i);
            }
            m.awake = true;
        }
        rt.timers.wakes(m);
        drop(global);
        self.acquire(rt, m, p);
        None
    }

    fn find<const NOTED: bool>(&self, rt: &Runtime, m: &mut M) -> (*mut G, bool) {
        // SAFETY: the M's own P.
        let p = unsafe { &mut *m.p };
        let tick = p.tick.load(Ordering::Relaxed);
        let fairness = match rt.options.global_every {
            // The usual number, without a division.
            FAIRNESS => tick.is_multiple_of(FAIRNESS),
            0 => false,
            n => tick.is_multiple_of(n),
        };
        if fairness && self.global_len.load(Ordering::Relaxed) != 0 {
            let g = self.global_get(rt, m.id, p, 1, GlobalWhy::Fairness);
            if !g.is_null() {
                return (g, false);
            }
        }
        let preempt = p.preempt.load(Ordering::Relaxed);
        let (g, inherit) = if NOTED && rt.recording() {
            self.take_noted(rt, m, p, preempt)
        } else if NOTED {
            p.runq.pop_either()
        } else {
            p.runq.pop()
        };
        if !g.is_null() {
            if inherit && preempt {
                // The slice it would go on with is over: it queues like everybody else.
                self.runq_put(rt, m.id, p, g, false);
                p.tick.fetch_add(1, Ordering::Relaxed);
                p.preempt.store(false, Ordering::Relaxed);
                let global = self.global_len.load(Ordering::Relaxed) != 0;
                let g = if global {
                    self.global_get(rt, m.id, p, 1, GlobalWhy::SliceOver)
                } else {
                    std::ptr::null_mut()
                };
                return if g.is_null() {
                    (self.runq_get(rt, m.id, p).0, false)
                } else {
                    (g, false)
                };
            }
            return (g, inherit);
        }
        if self.global_len.load(Ordering::Relaxed) != 0 {
            let g = self.global_get(rt, m.id, p, usize::MAX, GlobalWhy::Empty);
            if !g.is_null() {
                return (g, false);
            }
        }
        let procs = self.procs.load(Ordering::Relaxed);
        let busy = procs - self.idle_p_count.load(Ordering::Relaxed).min(procs);
        if rt.options.no_steal {
            return (std::ptr::null_mut(), false);
        }
        if m.spinning || 2 * self.spinning.load(Ordering::SeqCst) < busy {
            if !m.spinning {
                m.spinning = true;
                self.spinning.fetch_add(1, Ordering::SeqCst);
                rt.event(m.id, || happens::SpinStart {});
            }
            return (self.steal(rt, m.id, p), false);
        }
        (std::ptr::null_mut(), false)
    }

    fn steal(&self, rt: &Runtime, m: u32, p: &mut P) -> *mut G {
        let procs = self.procs.load(Ordering::Relaxed);
        let mut tries = 0;
        for round in 0..4 {
            let start = p.random_below(procs);
            for i in 0..procs {
                if self.stop.load(Ordering::Relaxed) {
                    return std::ptr::null_mut();
                }
                let victim = self.p((start + i) % procs);
                if victim.id == p.id {
                    continue;
                }
                let runnext = round == 3;
                if runnext
                    && victim.runq.ring_len() == 0
                    && victim.status.load(Ordering::Relaxed) == P_RUNNING
                    && !rt.host.deterministic()
                {
                    // Its G will very likely block soon and let this one run where it is.
                    std::thread::yield_now();
                }
                tries += 1;
                if rt.recording() {
                    let g = self.steal_noted(rt, m, p, victim, round + 1);
                    if !g.is_null() {
                        return g;
                    }
                    continue;
                }
                let batch = victim.runq.steal(runnext);
                if let Some((&g, rest)) = batch.split_last() {
                    for &g in rest {
                        // A thief's ring is empty, and half of another fits.
                        let room = p.runq.push(g);
                        debug_assert!(room);
                    }
                    return g;
                }
            }
        }
        rt.event(m, || happens::StealFail { tries });
        std::ptr::null_mut()
    }

    /// Steals from one victim, with the event log on.
    #[cold]
    fn steal_noted(&self, rt: &Runtime, m: u32, p: &P, victim: &P, pass: u64) -> *mut G {
        let lock = victim.runq.trace_lock();
        let from = victim.id as u64;
        if victim.runq.ring_len() == 0 {
            let g = if pass == 4 { victim.runq.steal_next() } else { std::ptr::null_mut() };
            if !g.is_null() {
                rt.event(m, || happens::Steal { from, gs: vec![id(g)], pass, next: true });
                victim.runq.stolen();
            }
            return g;
        }
        let batch = victim.runq.steal(false);
        rt.event(m, || happens::Steal { from, gs: ids(&batch), pass, next: false });
        drop(lock);
        let Some((&g, rest)) = batch.split_last() else { return std::ptr::null_mut() };
        for &g in rest {
            // A thief's ring is empty, and half of another fits.
            let room = p.runq.push(g);
            debug_assert!(room);
        }
        g
    }

    /// The next G of the P's own queue, and whether it goes on with the slice.
    #[inline]
    pub(super) fn runq_get(&self, rt: &Runtime, m: u32, p: &P) -> (*mut G, bool) {
        if rt.recording() {
            return self.runq_get_noted(rt, m, p, p.runq.pop_next());
        }
        p.runq.pop_either()
    }

    /// The next G of the P's own queue for the M, with the event log on. Where it is run at once, that is told
    /// too.
    #[inline(always)]
    fn take_noted(&self, rt: &Runtime, m: &mut M, p: &P, preempt: bool) -> (*mut G, bool) {
        let g = p.runq.pop_next();
        if g.is_null() || m.spinning || preempt {
            return self.runq_get_noted(rt, m.id, p, g);
        }
        let g_id = id(g);
        let seen = Seen {
            events: 2,
            what: STARTS,
            gs: [g_id],
            window: None,
            int: None,
            len: None,
            g: Some(g_id),
            at_once: true,
        };
        // SAFETY: it is of no stack.
        if !unsafe { m.cx.as_expected(&seen) } {
            note_next(rt, &mut m.cx, g_id);
        }
        m.started = true;
        (g, true)
    }

    /// The same where it may be that it is not run at once. `next`: what was in `runnext`, or null.
    #[cold]
    fn runq_get_noted(&self, rt: &Runtime, m: u32, p: &P, next: *mut G) -> (*mut G, bool) {
        if !next.is_null() {
            rt.follow(m, || happens::RunqGet { g: id(next), slot: Slot::Next });
            return (next, true);
        }
        let _lock = p.runq.trace_lock();
        let g = p.runq.pop_ring();
        if !g.is_null() {
            rt.follow(m, || happens::RunqGet { g: id(g), slot: Slot::Ring });
        }
        (g, false)
    }

    /// Nothing to run: gives the P away and parks, after a last look.
    fn go_idle(&self, rt: &Runtime, m: &mut M) -> StepResult {
        let mut global = self.global.lock();
        if self.stop.load(Ordering::Acquire) {
            return StepResult::Again;
        }
        if self.global_len.load(Ordering::Relaxed) != 0 {
            return StepResult::Again;
        }
        let p = self.release(rt, m, Release::Idle);
        self.put_idle_p(&mut global, p);
        drop(global);
        if std::mem::replace(&mut m.spinning, false) {
            rt.event(m.id, || happens::SpinStop { found: false });
            // Whoever made a G runnable after our last look saw that we spin and woke nobody.
            self.spinning.fetch_sub(1, Ordering::SeqCst);
            let procs = self.procs.load(Ordering::Relaxed);
            if self.global_len.load(Ordering::SeqCst) != 0
                || !rt.options.no_steal && (0..procs).any(|i| !self.p(i).runq.is_empty())
            {
                let p = self.take_idle_p(&mut self.global.lock());
                if !p.is_null() {
                    self.acquire(rt, m, p);
                    m.spinning = true;
                    rt.event(m.id, || happens::SpinStart {});
                    self.spinning.fetch_add(1, Ordering::SeqCst);
                    return StepResult::Again;
                }
            }
        }
        let mut global = self.global.lock();
        if m.next_p.is_null() {
            global.idle_ms.push(m);
            rt.event(m.id, || happens::MPark {});
            m.awake = false;
        }
        let all_idle = global.idle_ms.len() == global.ms.len();
        drop(global);
        let next = rt.timers.next();
        if all_idle && next == u64::MAX {
            return self.deadlock(rt, m);
        }
        StepResult::Idle((next != u64::MAX && rt.timers.sleeps(m)).then_some(next))
    }

    /// All Ms are idle and no timer will change that.
    #[cold]
    fn deadlock(&self, rt: &Runtime, m: &mut M) -> StepResult {
        {
            // A late hand-over, or a timer started meanwhile.
            let global = self.global.lock();
            if global.idle_ms.len() != global.ms.len()
                || rt.timers.next() != u64::MAX
                || self.stop.load(Ordering::Acquire)
                || !m.next_p.is_null()
            {
                let next = rt.timers.next();
                return StepResult::Idle((next != u64::MAX && rt.timers.sleeps(m)).then_some(next));
            }
            if self.exiting.swap(true, Ordering::SeqCst) {
                return StepResult::Exit;
            }
        }
        rt.deadlocked.store(true, Ordering::Relaxed);
        rt.print_error(&traceback::deadlock(rt));
        rt.exit_code.store(2, Ordering::SeqCst);
        rt.ends(End::Deadlock);
        rt.event(m.id, || happens::ProgramEnd { why: End::Deadlock, code: 2 });
        self.wake_all_to_exit(rt);
        StepResult::Exit
    }

    /// What the M would run next if the running G parked now, where nothing else is to be looked at before. It
    /// is out of the queue, and runs in any case. Only with the event log on, and on real threads.
    #[inline(always)]
    pub(crate) fn take_at_once(&self, rt: &Runtime, p: &P) -> *mut G {
        // What `step` and `find` look at. A timer that is set may be due.
        let flags = self.exiting()
            | self.stop.load(Ordering::Acquire)
            | rt.heap.gc_wanted()
            | p.preempt.load(Ordering::Relaxed)
            | !rt.at_once;
        let counts = self.want_procs.load(Ordering::Relaxed) as usize
            | self.global_len.load(Ordering::Relaxed);
        if flags || counts != 0 || rt.timers.next() != u64::MAX {
            return std::ptr::null_mut();
        }
        p.runq.pop_next()
    }

    fn execute<const NOTED: bool>(
        &self,
        rt: &Runtime,
        m: &mut M,
        mut g: *mut G,
        mut inherit: bool,
    ) -> StepResult {
        loop {
            let exit = self.resume::<NOTED>(rt, m, g, inherit);
            if exit != Exit::Parked {
                return self.left::<NOTED>(rt, m, g, exit);
            }
            // SAFETY: still the M's own.
            self.parked::<NOTED>(rt, m, unsafe { &*g });
            if !NOTED || m.cx.next_g.is_null() {
                return StepResult::Again;
            }
            g = std::mem::replace(&mut m.cx.next_g, std::ptr::null_mut());
            (inherit, m.started) = (true, true);
        }
    }

    /// Runs a G until it leaves its M.
    #[inline(always)]
    fn resume<const NOTED: bool>(&self, rt: &Runtime, m: &mut M, g: *mut G, inherit: bool) -> Exit {
        // SAFETY: the M's own P; the G was taken from a queue: it is ours alone.
        let (p, gr) = unsafe { (&mut *m.p, &*g) };
        gr.set_status(GStatus::Running);
        if !inherit {
            p.tick.store(p.tick.load(Ordering::Relaxed).wrapping_add(1), Ordering::Relaxed);
            p.preempt.store(false, Ordering::Relaxed);
            let budget = if rt.host.deterministic() { self.slice(rt, p) } else { POLL_BATCH };
            m.slice = budget;
            m.cx.budget.store(budget, Ordering::Relaxed);
        } else if m.cx.budget.load(Ordering::Relaxed) <= 0 && !rt.host.deterministic() {
            m.cx.budget.store(POLL_BATCH, Ordering::Relaxed);
        }
        m.cx.g = g;
        if NOTED && !std::mem::replace(&mut m.started, false) && rt.recording() {
            note_start(rt, m, gr.id, inherit);
        }
        rt.machine.resume(&mut m.cx)
    }

    #[inline(always)]
    fn left<const NOTED: bool>(
        &self,
        rt: &Runtime,
        m: &mut M,
        g: *mut G,
        exit: Exit,
    ) -> StepResult {
        // SAFETY: as in `resume`: it is still the M's own.
        let (p, gr) = unsafe { (&mut *m.p, &*g) };
        match exit {
            Exit::Parked => {}
            Exit::Yield => {
                if rt.host.deterministic() {
                    // A slice used up takes virtual time, so that sleepers wake beside a busy loop.
                    let polls = m.slice - m.cx.budget.load(Ordering::Relaxed).clamp(0, m.slice);
                    m.slice -= polls;
                    rt.host.advance_to(rt.host.now() + polls as u64 * POLL_NS);
                }
                let slice_over = p.preempt.load(Ordering::Relaxed) || rt.options.gc_stress;
                if rt.heap.gc_wanted() && !slice_over {
                    // Only a collection: its slice goes on afterwards.
                    rt.trace(m.id, |pen| {
                        let stack = pen.stack(gr);
                        pen.emit(happens::GoStop { why: Yield::Collection, stack });
                    });
                    gr.set_status(GStatus::Runnable);
                    m.cx.g = std::ptr::null_mut();
                    m.next_g = g;
                    if m.cx.budget.load(Ordering::Relaxed) <= 0 && rt.host.deterministic() {
                        m.slice = self.slice(rt, p);
                        m.cx.budget.store(m.slice, Ordering::Relaxed);
                    }
                    return StepResult::Again;
                }
                self.yielded(rt, m, g, Yield::Preempted);
            }
            Exit::Gosched => self.yielded(rt, m, g, Yield::Gosched),
            Exit::Finished => {
                if NOTED {
                    rt.event(m.id, || happens::GoEnd {});
                }
                m.cx.g = std::ptr::null_mut();
                self.bury(p, g);
            }
            Exit::Exit => {
                rt.event(m.id, || happens::ProgramEnd {
                    why: End::ALL[rt.end.load(Ordering::Relaxed) as usize],
                    code: rt.exit_code.load(Ordering::Relaxed) as i64,
                });
                self.exiting.store(true, Ordering::SeqCst);
                self.wake_all_to_exit(rt);
                return StepResult::Exit;
            }
            Exit::Blocking => return self.blocking(rt, m, g),
        }
        StepResult::Again
    }

    /// Deterministic host: a time slice in polls.
    fn slice(&self, rt: &Runtime, p: &mut P) -> i64 {
        let n = rt.options.preempt_every.clamp(1, 1 << 30) as u32;
        (n / 2 + p.random_below(n) + 1) as i64
    }

    fn parked<const NOTED: bool>(&self, rt: &Runtime, m: &mut M, g: &G) {
        if NOTED && !std::mem::replace(&mut m.cx.told, false) && rt.recording() {
            note_block(rt, m.id, g);
        }
        m.cx.g = std::ptr::null_mut();
        if g.park() {
            return;
        }
        // It was woken before it had left (see `goroutine`).
        // SAFETY: the M's own P.
        let p = unsafe { &*m.p };
        let (by, g) = (g.woken_by, std::ptr::from_ref(g).cast_mut());
        if NOTED && rt.recording() {
            self.unblock_noted(rt, m.id, Some(p), g, by);
        } else {
            self.runq_put(rt, m.id, p, g, true);
        }
        self.wake_p(rt, m.id);
    }

    fn yielded(&self, rt: &Runtime, m: &mut M, g: *mut G, why: Yield) {
        m.cx.g = std::ptr::null_mut();
        rt.trace(m.id, |pen| {
            // SAFETY: still ours.
            let gr = unsafe { &*g };
            let stack = if why == Yield::Gosched { pen.stack_at_call(gr) } else { pen.stack(gr) };
            pen.emit(happens::GoStop { why, stack });
        });
        // SAFETY: as above.
        unsafe { (*g).set_status(GStatus::Runnable) };
        self.global_put(rt, m.id, &[g]);
        self.wake_p(rt, m.id);
    }

    /// Whether no goroutine is in a blocking call: one that comes back queues itself even while the
    /// world is stopped. The world is stopped.
    fn no_call_is_out(&self) -> bool {
        // SAFETY: Gs are never freed.
        let out =
            self.all_gs().into_iter().any(|g| unsafe { (*g).get_status() } == GStatus::Syscall);
        // Who came back before that look has queued itself by now.
        drop(self.global.lock());
        !out
    }

    /// A blocking call: the P may be taken away while it lasts.
    fn blocking(&self, rt: &Runtime, m: &mut M, g: *mut G) -> StepResult {
        let Some(call) = m.cx.blocking.take() else { return StepResult::Again };
        let p = m.p;
        // SAFETY: G and P are this M's until sysmon or a stop of the world takes the P, which the
        // status word arbitrates.
        unsafe {
            rt.trace(m.id, |pen| {
                let stack = pen.stack(&*g);
                pen.emit(happens::SyscallEnter { stack });
            });
            (*g).set_status(GStatus::Syscall);
            m.p = std::ptr::null_mut();
            m.cx.p = std::ptr::null_mut();
            m.cx.cache = std::ptr::null_mut();
            (*p).budget.store(std::ptr::null_mut(), Ordering::Release);
            (*p).syscall_tick.fetch_add(1, Ordering::Relaxed);
            let in_call = syscall_of(m.id);
            (*p).status.store(in_call, Ordering::Release);
            if self.stop.load(Ordering::SeqCst) {
                self.progress.unpark();
            }
            if rt.host.deterministic() {
                if !self.call_beside(rt, m, call) {
                    m.outside = Some((g, p, call));
                    self.hand_off(rt, &*p);
                    return StepResult::Idle(None);
                }
            } else {
                self.blocked.fetch_add(1, Ordering::SeqCst);
                (call.call)(&mut m.cx, call.window);
                self.blocked.fetch_sub(1, Ordering::SeqCst);
            }
            self.called_back(rt, m, g, p)
        }
    }

    /// The blocking call is over: on with the P if it is still there.
    ///
    /// # Safety
    /// The M made the call for `g` while it had `p`.
    pub(super) unsafe fn called_back(
        &self,
        rt: &Runtime,
        m: &mut M,
        g: *mut G,
        p: *mut P,
    ) -> StepResult {
        if self.exiting() {
            return StepResult::Exit;
        }
        let in_call = syscall_of(m.id);
        // SAFETY: the G is this M's; the status word says whether the P still is.
        unsafe {
            m.cx.g = std::ptr::null_mut();
            if (*p)
                .status
                .compare_exchange(in_call, P_RUNNING, Ordering::AcqRel, Ordering::Acquire)
                .is_ok()
            {
                m.p = p;
                m.cx.p = p;
                m.cx.cache = &raw mut (*p).cache;
                (*p).budget.store(&mut m.cx.budget, Ordering::Release);
                rt.event(m.id, || happens::SyscallExit { p: (*p).id as u64 });
                (*g).set_status(GStatus::Runnable);
                m.next_g = g;
                m.called = rt.recording();
                return StepResult::Again;
            }
            // Whoever took the P did so under this lock: the events come in that order.
            let mut global = self.global.lock();
            rt.event(m.id, || happens::SyscallExitBlocked {});
            (*g).set_status(GStatus::Runnable);
            let p = if self.stop.load(Ordering::Acquire) {
                std::ptr::null_mut()
            } else {
                self.take_idle_p(&mut global)
            };
            if !p.is_null() {
                drop(global);
                self.acquire(rt, m, p);
                m.next_g = g;
                return StepResult::Again;
            }
            rt.event(m.id, || happens::GlobalPut { gs: vec![(*g).id] });
            self.global_push(&mut global, g);
            global.idle_ms.push(m);
            rt.event(m.id, || happens::MPark {});
            m.awake = false;
            StepResult::Idle(None)
        }
    }
}

/// The G runs, unless it is back from a call.
#[cold]
fn note_start(rt: &Runtime, m: &mut M, g: u64, inherit: bool) {
    if !std::mem::replace(&mut m.called, false) {
        rt.follow(m.id, || happens::GoStart { g, inherit });
    }
}

/// The G is taken from `runnext` and runs.
#[cold]
#[inline(never)]
fn note_next(rt: &Runtime, cx: &mut Cx, g: u64) {
    cx.buffer = rt.buffer(cx.m);
    let cx = &*cx;
    rt.trace(cx.m, |pen| {
        let key = Some(Key { what: STARTS, gs: [g, 0], mark: 0 });
        let own = (Value::None, None);
        pen.run(cx, key, Here::default(), 2, own, |e: &mut Events<'_, '_>, _| {
            e.add(happens::RunqGet { g, slot: Slot::Next });
            e.add(happens::GoStart { g, inherit: true });
        });
    });
}

/// The G waits; it still is its M's.
#[cold]
pub(super) fn note_block(rt: &Runtime, m: u32, g: &G) {
    rt.trace(m, |pen| {
        let stack = pen.stack_at_call(g);
        let why = crate::event::wait(g.wait_reason);
        let event = happens::GoBlock { why, object: g.wait_object, stack };
        // Who waits for something has just said so.
        if g.wait_object != 0 { pen.follow(event) } else { pen.emit(event) }
    });
}
