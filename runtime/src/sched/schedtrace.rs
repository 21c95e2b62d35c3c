//! `GODEBUG=schedtrace=MS,scheddetail=1`: the scheduler's state in Go's own lines.

use std::fmt::Write;

use super::*;

impl Sched {
    /// One report, to standard error.
    pub(super) fn schedtrace(&self, rt: &Runtime) {
        let text = self.state(rt);
        rt.print_error(&text);
    }

    fn state(&self, rt: &Runtime) -> String {
        let detail = rt.options.scheddetail;
        let global = self.global.lock();
        let procs = self.procs.load(Ordering::Relaxed);
        let mut out = format!(
            "SCHED {}ms: gomaxprocs={procs} idleprocs={} threads={} spinningthreads={} \
             needspinning=0 idlethreads={} runqueue={}",
            rt.host.time() / 1_000_000,
            self.idle_p_count.load(Ordering::Relaxed),
            // With sysmon, as Go counts.
            global.ms.len() + 1,
            self.spinning.load(Ordering::Relaxed),
            global.idle_ms.len(),
            self.global_len.load(Ordering::Relaxed),
        );
        if !detail {
            let list = |f: &dyn Fn(&P) -> u32| {
                (0..procs).map(|i| f(self.p(i)).to_string()).collect::<Vec<_>>().join(" ")
            };
            let _ = writeln!(
                out,
                " [ {} ] schedticks=[ {} ]",
                list(&|p| p.runq.ring_len()),
                list(&|p| p.tick.load(Ordering::Relaxed))
            );
            return out;
        }
        let _ = writeln!(
            out,
            " gcwaiting={} nmidlelocked=0 stopwait={} sysmonwait=false",
            self.stop.load(Ordering::Relaxed),
            global.stop_wait
        );
        for i in 0..procs {
            let p = self.p(i);
            let status = p.status.load(Ordering::Relaxed) & 0xff;
            // SAFETY: Ms are never freed.
            let m = match unsafe { p.m.load(Ordering::Relaxed).as_ref() } {
                Some(m) if status == P_RUNNING || status == P_SYSCALL => m.id.to_string(),
                _ => "nil".into(),
            };
            let _ = writeln!(
                out,
                "  P{i}: status={status} schedtick={} syscalltick={} m={m} runqsize={} gfreecnt=0 timerslen=0",
                p.tick.load(Ordering::Relaxed),
                p.syscall_tick.load(Ordering::Relaxed),
                p.runq.ring_len(),
            );
        }
        drop(global);
        for g in self.all_gs() {
            // SAFETY: Gs are never freed; a running one may change while it is looked at.
            let g = unsafe { &*g };
            let status = match g.get_status() {
                GStatus::Idle => 0,
                GStatus::Runnable => 1,
                GStatus::Running => 2,
                GStatus::Syscall => 3,
                GStatus::Waiting => 4,
                GStatus::Dead => 6,
            };
            let why = if status == 4 { g.wait_reason.text() } else { "" };
            let _ = writeln!(out, "  G{}: status={status}({why}) m=nil lockedm=nil", g.id);
        }
        out
    }
}
