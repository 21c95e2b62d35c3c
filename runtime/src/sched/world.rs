//! Stopping the world, changing the number of Ps, ending the program, and the system monitor.

use std::sync::atomic::Ordering;
use std::time::Duration;

use super::*;
use crate::event::field::{Release, Retake, Stop, Yield};
use crate::event::{SYSMON, happens};

impl Sched {
    /// Makes Ps so that there are `n`; the world is stopped or not started yet. Those that are too
    /// many give their Gs away.
    pub(super) fn resize(&self, rt: &Runtime, m: u32, n: u32) {
        let old = self.procs.load(Ordering::Relaxed);
        for i in old..n {
            let slot = &self.ps[i as usize];
            if slot.load(Ordering::Relaxed).is_null() {
                slot.store(Box::into_raw(P::new(i, rt.host.random())), Ordering::Release);
            }
            self.p(i).status.store(P_STOPPED, Ordering::Release);
        }
        for i in n..old {
            let p = self.p(i);
            if !p.runq.is_empty() {
                // Only who has a P takes Gs from its queue; the M gave its own up.
                rt.event(m, || happens::ProcStart { p: i as u64 });
                loop {
                    let g = self.runq_get(rt, m, p).0;
                    if g.is_null() {
                        break;
                    }
                    self.global_put(rt, m, &[g]);
                }
                rt.event(m, || happens::ProcStop { p: i as u64, why: Release::Gomaxprocs });
            }
            p.status.store(P_DEAD, Ordering::Release);
        }
        self.procs.store(n, Ordering::Release);
        rt.event(m, || happens::ProcsChange { n: n as u64 });
    }

    /// Stops all Ps but the M's own; false when another M is at it.
    pub(super) fn stop_the_world(&self, rt: &Runtime, m: &mut M, why: Stop) -> bool {
        if rt.host.deterministic() {
            self.take_all_ps(rt, m);
            self.leave_call(rt, m);
            rt.event(m.id, || happens::StwStart { why });
            return true;
        }
        {
            let mut global = self.global.lock();
            if self.stop.load(Ordering::Acquire) {
                return false;
            }
            self.stop.store(true, Ordering::SeqCst);
            let mut wait = self.procs.load(Ordering::Relaxed) - 1;
            loop {
                let p = self.take_idle_p(&mut global);
                if p.is_null() {
                    break;
                }
                // SAFETY: Ps are never freed.
                unsafe { (*p).status.store(P_STOPPED, Ordering::Release) };
                wait -= 1;
            }
            global.stop_wait = wait;
        }
        loop {
            {
                let mut global = self.global.lock();
                for i in 0..self.procs.load(Ordering::Relaxed) {
                    let p = self.p(i);
                    if std::ptr::eq(p, m.p) {
                        continue;
                    }
                    let status = p.status.load(Ordering::SeqCst);
                    if in_syscall(status)
                        && p.status
                            .compare_exchange(
                                status,
                                P_STOPPED,
                                Ordering::AcqRel,
                                Ordering::Acquire,
                            )
                            .is_ok()
                    {
                        self.stolen(rt, m.id, p, Retake::StopTheWorld);
                        global.stop_wait -= 1;
                    }
                    self.poke(p);
                }
                if global.stop_wait == 0 {
                    break;
                }
            }
            if self.exiting() {
                // The other Ms leave without stopping first.
                return false;
            }
            self.progress.park_for(Duration::from_micros(50));
        }
        self.leave_call(rt, m);
        rt.event(m.id, || happens::StwStart { why });
        true
    }

    /// The M's G came back from a blocking call and cannot go on at once: events show that.
    fn leave_call(&self, rt: &Runtime, m: &mut M) {
        if std::mem::replace(&mut m.called, false) {
            let g = m.next_g;
            rt.trace(m.id, |pen| {
                // SAFETY: the M's own G, which does not run.
                let stack = pen.stack(unsafe { &*g });
                pen.emit(happens::GoStop { why: Yield::Preempted, stack });
            });
        }
    }

    /// A P was taken from an M in a blocking call.
    pub(super) fn stolen(&self, rt: &Runtime, m: u32, p: &P, why: Retake) {
        // SAFETY: Ms are never freed.
        let from = unsafe { p.m.load(Ordering::Relaxed).as_ref() }.map_or(0, |m| m.id);
        rt.event(m, || happens::ProcSteal { p: p.id as u64, from: from as u64, why });
    }

    /// Asks the M that runs `p` to look up at its next poll. It may miss a single call: its own
    /// countdown is a plain store.
    pub(super) fn poke(&self, p: &P) {
        // SAFETY: budgets are parts of Ms, which are never freed.
        if let Some(b) = unsafe { p.budget.load(Ordering::Acquire).as_ref() } {
            b.store(0, Ordering::Relaxed);
        }
    }

    /// Deterministic host: nothing runs but the caller; the other Ms give up their Ps.
    fn take_all_ps(&self, rt: &Runtime, m: &mut M) {
        let mut idle = Vec::new();
        {
            let mut global = self.global.lock();
            let ms: Vec<_> = global.ms.iter().copied().filter(|&o| !std::ptr::eq(o, m)).collect();
            for o in ms {
                // SAFETY: one thread; the other Ms are between two steps.
                let o = unsafe { &mut *o };
                let p = if !o.next_p.is_null() {
                    std::mem::replace(&mut o.next_p, std::ptr::null_mut())
                } else if !o.p.is_null() {
                    self.leave_call(rt, o);
                    self.release(rt, o, Release::StopTheWorld)
                } else {
                    continue;
                };
                if std::mem::replace(&mut o.spinning, false) {
                    self.spinning.fetch_sub(1, Ordering::SeqCst);
                    rt.event(o.id, || happens::SpinStop { found: false });
                }
                if !o.next_g.is_null() {
                    idle.push(std::mem::replace(&mut o.next_g, std::ptr::null_mut()));
                }
                o.awake = false;
                global.idle_ms.push(o);
                rt.event(o.id, || happens::MPark {});
                // SAFETY: Ps are never freed.
                unsafe { (*p).status.store(P_STOPPED, Ordering::Relaxed) };
            }
            loop {
                let p = self.take_idle_p(&mut global);
                if p.is_null() {
                    break;
                }
                // SAFETY: Ps are never freed.
                unsafe { (*p).status.store(P_STOPPED, Ordering::Relaxed) };
            }
        }
        self.global_put(rt, m.id, &idle);
    }

    /// The M gives its P to the one that stops the world.
    pub(super) fn stop_for_world(&self, rt: &Runtime, m: &mut M) -> StepResult {
        if std::mem::replace(&mut m.spinning, false) {
            self.spinning.fetch_sub(1, Ordering::SeqCst);
            rt.event(m.id, || happens::SpinStop { found: false });
        }
        self.leave_call(rt, m);
        let g = std::mem::replace(&mut m.next_g, std::ptr::null_mut());
        if !g.is_null() {
            self.global_put(rt, m.id, &[g]);
        }
        let mut global = self.global.lock();
        if !self.stop.load(Ordering::Acquire) {
            return StepResult::Again;
        }
        let p = self.release(rt, m, Release::StopTheWorld);
        // SAFETY: Ps are never freed.
        unsafe { (*p).status.store(P_STOPPED, Ordering::Release) };
        global.stop_wait -= 1;
        let last = global.stop_wait == 0;
        global.idle_ms.push(m);
        rt.event(m.id, || happens::MPark {});
        drop(global);
        if last {
            self.progress.unpark();
        }
        StepResult::Idle(None)
    }

    pub(super) fn start_the_world(&self, rt: &Runtime, m: &mut M) {
        let want = self.want_procs.swap(0, Ordering::Relaxed);
        if want & STOP_TRACE != 0 && !rt.wants_events() {
            rt.record_events(false);
        }
        // What one has recorded ends with a cut when another goes on.
        let cut = want & (CUT_TRACE | STOP_TRACE) != 0 && rt.recording();
        if want & START_TRACE != 0 || cut {
            // SAFETY: the M's own P.
            rt.start_recording(m.id, unsafe { (*m.p).id } as u64);
        }
        let want = want & PROCS;
        rt.event(m.id, || happens::StwEnd {});
        if want != 0 && want != self.procs.load(Ordering::Relaxed) {
            let own = self.release(rt, m, Release::Gomaxprocs);
            // SAFETY: Ps are never freed.
            unsafe { (*own).status.store(P_STOPPED, Ordering::Release) };
            self.resize(rt, m.id, want);
            // SAFETY: as above; P 0 always exists, and all are stopped.
            let p =
                if unsafe { (*own).id } < want { own } else { self.ps[0].load(Ordering::Relaxed) };
            self.acquire(rt, m, p);
        }
        let mut busy = Vec::new();
        {
            let mut global = self.global.lock();
            self.stop.store(false, Ordering::SeqCst);
            for i in (0..self.procs.load(Ordering::Relaxed)).rev() {
                let p = self.ps[i as usize].load(Ordering::Relaxed);
                // SAFETY: Ps are never freed.
                let pr = unsafe { &*p };
                if std::ptr::eq(p, m.p) || pr.status.load(Ordering::Relaxed) != P_STOPPED {
                    continue;
                }
                if pr.runq.is_empty() {
                    self.put_idle_p(&mut global, p);
                } else {
                    pr.status.store(P_IDLE, Ordering::Relaxed);
                    busy.push(p);
                }
            }
        }
        for p in busy {
            self.start_m(rt, m.id, p, false);
        }
        self.wake_p(rt, m.id);
    }

    /// The program ends: every M is to notice.
    pub(super) fn wake_all_to_exit(&self, rt: &Runtime) {
        let ms = self.global.lock().ms.clone();
        for m in ms {
            rt.host.unpark(m);
        }
        for i in 0..self.procs.load(Ordering::Relaxed) {
            self.poke(self.p(i));
        }
        self.sysmon.unpark();
        self.progress.unpark();
    }

    /// The system monitor, on a thread of its own: takes Ps from blocking calls, ends long slices,
    /// wakes somebody for timers that nobody looks at.
    pub(super) fn monitor(&self, rt: &Runtime) {
        let mut ticks = vec![(0u32, 0u64, 0u32, 0u64); MAX_PROCS];
        let (mut quiet, mut delay) = (0u32, 20u64);
        let mut next_report = 0;
        while !self.exiting() {
            let before = delay;
            if quiet == 0 {
                delay = 20;
            } else if quiet > 50 {
                delay = (delay * 2).min(10_000);
            }
            if delay != before {
                rt.event(SYSMON, || happens::SysmonPace { us: delay });
            }
            self.sysmon.park_for(Duration::from_micros(delay));
            quiet += 1;
            if quit::wanted() {
                return self.quit(rt);
            }
            let now = rt.host.now();
            if rt.options.schedtrace != 0 && now >= next_report {
                self.schedtrace(rt);
                next_report = now + rt.options.schedtrace;
            }
            if rt.timers.next().saturating_add(1_000_000) < now {
                self.wake_p(rt, SYSMON);
            }
            for i in 0..self.procs.load(Ordering::Acquire) {
                let p = self.p(i);
                let seen = &mut ticks[i as usize];
                match p.status.load(Ordering::Acquire) {
                    P_RUNNING => {
                        let tick = p.tick.load(Ordering::Relaxed);
                        if seen.0 != tick {
                            (seen.0, seen.1) = (tick, now);
                        } else if seen.1 + SLICE_NS <= now {
                            if !p.preempt.swap(true, Ordering::Relaxed) {
                                let ran = now - seen.1;
                                rt.event(SYSMON, || happens::PreemptRequest { p: i as u64, ran });
                            }
                            self.poke(p);
                        }
                    }
                    status if in_syscall(status) => {
                        let tick = p.syscall_tick.load(Ordering::Relaxed);
                        if seen.2 != tick {
                            (seen.2, seen.3) = (tick, now);
                            continue;
                        }
                        let others = self.spinning.load(Ordering::SeqCst)
                            + self.idle_p_count.load(Ordering::SeqCst);
                        let quiet_p = p.runq.is_empty() && rt.timers.next() == u64::MAX;
                        if quiet_p && others > 0 && seen.3 + SLICE_NS > now {
                            continue;
                        }
                        if seen.3 + RETAKE_NS <= now && self.hand_off(rt, p) {
                            quiet = 0;
                        }
                    }
                    _ => {}
                }
            }
        }
    }

    /// Takes the P of a blocking call and gives it to an M that has use for it.
    pub(super) fn hand_off(&self, rt: &Runtime, p: &P) -> bool {
        let address = std::ptr::from_ref(p).cast_mut();
        {
            let mut global = self.global.lock();
            let status = p.status.load(Ordering::SeqCst);
            if self.stop.load(Ordering::Acquire)
                || !in_syscall(status)
                || p.status
                    .compare_exchange(status, P_IDLE, Ordering::AcqRel, Ordering::Acquire)
                    .is_err()
            {
                return false;
            }
            self.stolen(rt, SYSMON, p, Retake::Sysmon);
            let work = !p.runq.is_empty() || self.global_len.load(Ordering::SeqCst) != 0;
            let alone = self.spinning.load(Ordering::SeqCst)
                + self.idle_p_count.load(Ordering::SeqCst)
                == 0;
            if !work && !alone && rt.timers.next() == u64::MAX {
                self.put_idle_p(&mut global, address);
                rt.event(SYSMON, || happens::HandOff { p: p.id as u64, idle: true });
                return true;
            }
        }
        rt.event(SYSMON, || happens::HandOff { p: p.id as u64, idle: false });
        self.start_m(rt, SYSMON, address, false);
        true
    }
}
