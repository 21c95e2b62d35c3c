//! The host with real threads: parking, starting Ms, the run.

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use parking_lot::{Condvar, Mutex};

use super::*;

/// A token that one thread waits for; giving it twice is giving it once.
#[derive(Default)]
pub struct Parker {
    token: Mutex<bool>,
    condvar: Condvar,
}

impl Parker {
    pub fn unpark(&self) {
        let mut token = self.token.lock();
        if !*token {
            *token = true;
            self.condvar.notify_one();
        }
    }
    pub fn park(&self) {
        let mut token = self.token.lock();
        while !*token {
            self.condvar.wait(&mut token);
        }
        *token = false;
    }
    pub fn park_for(&self, time: Duration) {
        let until = Instant::now() + time;
        let mut token = self.token.lock();
        while !*token {
            if self.condvar.wait_until(&mut token, until).timed_out() {
                break;
            }
        }
        *token = false;
    }
}

struct Pointer<T>(*const T);
// SAFETY: Ms and the runtime are made to be reached from several threads.
unsafe impl<T> Send for Pointer<T> {}

/// A thread for a new M.
pub fn spawn(m: *mut M) {
    // SAFETY: a new M; its runtime outlives it.
    let rt = unsafe { (*m).cx.rt };
    let (m, rt) = (Pointer(m.cast_const()), Pointer(rt));
    // SAFETY: as above.
    unsafe { (*rt.0).sched.threads.fetch_add(1, Ordering::SeqCst) };
    let started = std::thread::Builder::new().name("gvm-m".into()).spawn(move || {
        let (m, rt) = (m, rt);
        let _guard = Guard;
        // SAFETY: `run` waits for the threads, or leaves the runtime alive for ever.
        let rt = unsafe { &*rt.0 };
        if rt.noted() {
            drive::<true>(rt, m.0.cast_mut());
        } else {
            drive::<false>(rt, m.0.cast_mut());
        }
        leave(rt);
    });
    if let Err(e) = started {
        eprintln!("runtime: failed to create new OS thread ({e})\nfatal error: newosproc");
        std::process::exit(2);
    }
}

/// A bug that panics on a thread must not leave the others waiting for it.
struct Guard;

impl Drop for Guard {
    fn drop(&mut self) {
        if std::thread::panicking() {
            std::process::exit(2);
        }
    }
}

/// The last that a thread does with the runtime: from here on it may be dropped.
fn leave(rt: &Runtime) {
    rt.sched.threads.fetch_sub(1, Ordering::SeqCst);
}

fn drive<const NOTED: bool>(rt: &Runtime, m: *mut M) {
    loop {
        // SAFETY: this is the thread of `m`.
        match unsafe { rt.sched.step::<NOTED>(rt, m) } {
            StepResult::Again => {}
            // SAFETY: the parker is made for sharing.
            StepResult::Idle(None) => unsafe { (*m).parker.park() },
            StepResult::Idle(Some(when)) => {
                let now = rt.host.now();
                if now < when {
                    // SAFETY: as above.
                    unsafe { (*m).parker.park_for(Duration::from_nanos(when - now)) }
                }
            }
            StepResult::Exit => break,
        }
    }
}

/// The Ps, M 0 and goroutine 1.
pub(super) fn bootstrap(rt: &Runtime, entry: u64) -> *mut M {
    let sched = &rt.sched;
    sched.resize(rt, 0, rt.options.procs.clamp(1, MAX_PROCS as u32));
    let m = {
        let mut global = sched.global.lock();
        for i in (1..sched.procs()).rev() {
            sched.put_idle_p(&mut global, sched.ps[i as usize].load(Ordering::Relaxed));
        }
        sched.new_m(rt, &mut global)
    };
    let p = sched.ps[0].load(Ordering::Relaxed);
    // SAFETY: made just now; nothing runs yet.
    let (mr, pr) = unsafe { (&mut *m, &*p) };
    sched.acquire(rt, mr, p);
    let g = sched.new_g(rt, p, entry, 0, 0);
    rt.trace(0, |pen| {
        // SAFETY: made just now.
        let new = unsafe { &*g };
        let start = pen.stack(new);
        pen.emit(happens::GoCreate { g: new.id, start, stack: Default::default() });
    });
    sched.runq_put(rt, 0, pr, g, false);
    m
}

pub fn run(rt: &Runtime, entry: u64) -> i32 {
    // All Ms have threads of their own: one that is in a blocking call when the program ends must not
    // hold up the caller.
    spawn(bootstrap(rt, entry));
    rt.sched.monitor(rt);
    rt.sched.wake_all_to_exit(rt);
    // Threads in a blocking call may never come back; the process ends without them.
    let until = Instant::now() + Duration::from_secs(1);
    let busy = || rt.sched.threads.load(Ordering::SeqCst) > rt.sched.blocked.load(Ordering::SeqCst);
    while busy() && Instant::now() < until {
        rt.sched.wake_all_to_exit(rt);
        std::thread::sleep(Duration::from_micros(50));
    }
    rt.exit_code.load(Ordering::SeqCst)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Any number of calls of `unpark` end one wait, whichever of the two kinds it is.
    #[test]
    fn a_token_ends_one_wait() {
        const LONG: Duration = Duration::from_secs(60);
        let p = Parker::default();
        let took = |f: &dyn Fn()| {
            let start = Instant::now();
            f();
            start.elapsed()
        };
        for _ in 0..3 {
            p.unpark();
            p.unpark();
            assert!(took(&|| p.park_for(LONG)) < LONG);
            // It is used up.
            assert!(took(&|| p.park_for(Duration::from_millis(20))).as_millis() >= 20);
            p.unpark();
            p.park();
            assert!(took(&|| p.park_for(Duration::from_millis(20))).as_millis() >= 20);
        }
        // Nor does a wait that its time ended leave one.
        std::thread::scope(|s| {
            for wait in [Parker::park, |p: &Parker| p.park_for(LONG)] {
                s.spawn(|| {
                    std::thread::sleep(Duration::from_millis(10));
                    p.unpark();
                });
                let time = took(&|| wait(&p));
                assert!(time.as_millis() >= 10 && time < LONG, "{time:?}");
            }
        });
    }
}
