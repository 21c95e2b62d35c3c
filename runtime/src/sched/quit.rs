//! SIGQUIT: every goroutine's stack, and the end with status 2, as Go has it.
//!
//! The handler only notes the signal; sysmon (on threads) or the loop of the deterministic host looks,
//! so nothing is paid while no signal comes. Go also prints the processor's registers and the stacks of
//! its runtime; those would be the interpreter's here, and are left out.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::*;
use crate::event::field::{End, Retake};
use crate::event::{SYSMON, happens};

static CAME: AtomicBool = AtomicBool::new(false);

/// How long running goroutines get to reach a poll.
const PATIENCE: Duration = Duration::from_millis(100);

extern "C" fn note(_: libc::c_int) {
    CAME.store(true, Ordering::Relaxed);
}

/// From here on SIGQUIT is noted.
pub fn listen() {
    crate::signals::handle(libc::SIGQUIT, note);
}

pub(super) fn wanted() -> bool {
    CAME.load(Ordering::Relaxed)
}

impl Sched {
    /// Stops what runs, prints all goroutines and ends the program. On the deterministic host nothing
    /// runs between two steps.
    #[cold]
    pub(super) fn quit(&self, rt: &Runtime) {
        // SAFETY: Gs are never freed while the program runs.
        let running = |g: &*mut G| unsafe { (**g).get_status() } == GStatus::Running;
        let mut first: Vec<*mut G> = self.all_gs().into_iter().filter(running).collect();
        if rt.host.deterministic() {
            let next = |m: &*mut M| {
                // SAFETY: one thread, Ms are never freed.
                let g = unsafe { (**m).next_g };
                (!g.is_null()).then_some(g)
            };
            first = self.global.lock().ms.iter().filter_map(next).collect();
        } else {
            self.freeze(rt);
        }
        rt.print_error(&format!("SIGQUIT: quit\n{}", traceback::all(rt, &first)));
        rt.exit_code.store(2, Ordering::SeqCst);
        rt.ends(End::Stopped);
        rt.event(SYSMON, || happens::ProgramEnd { why: End::Stopped, code: 2 });
        self.exiting.store(true, Ordering::SeqCst);
        self.stop.store(false, Ordering::SeqCst);
        self.wake_all_to_exit(rt);
    }

    /// As when the world is stopped, but without an M, and not for ever: one in a long native goes on.
    fn freeze(&self, rt: &Runtime) {
        let until = Instant::now() + PATIENCE;
        let mut begun = false;
        while Instant::now() < until {
            let mut global = self.global.lock();
            if !begun {
                // Somebody else stops the world just now, or has.
                begun = !self.stop.swap(true, Ordering::SeqCst);
                if begun {
                    global.stop_wait = self.procs.load(Ordering::Relaxed);
                }
            }
            if begun {
                loop {
                    let p = self.take_idle_p(&mut global);
                    if p.is_null() {
                        break;
                    }
                    // SAFETY: Ps are never freed.
                    unsafe { (*p).status.store(P_STOPPED, Ordering::Release) };
                    global.stop_wait -= 1;
                }
                for i in 0..self.procs.load(Ordering::Relaxed) {
                    let p = self.p(i);
                    let status = p.status.load(Ordering::SeqCst);
                    let swap = |from| {
                        let (set, fail) = (Ordering::AcqRel, Ordering::Acquire);
                        p.status.compare_exchange(from, P_STOPPED, set, fail).is_ok()
                    };
                    if in_syscall(status) && swap(status) {
                        self.stolen(rt, SYSMON, p, Retake::StopTheWorld);
                        global.stop_wait -= 1;
                    }
                    self.poke(p);
                }
                if global.stop_wait == 0 {
                    return;
                }
            }
            drop(global);
            self.progress.park_for(Duration::from_micros(50));
        }
    }
}
