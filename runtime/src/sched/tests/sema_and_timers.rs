//! Semaphores, conditions, sleeps and timers.

use super::*;

#[test]
fn semaphore_excludes() {
    fn worker(t: &mut Task, _: &mut Cx, s: &Shared) -> Act {
        t.w[0] = s.sema.as_ptr() as u64;
        match t.step % 4 {
            0 if t.step == 400 => {
                s.vars[2].fetch_add(1, SeqCst);
                Act::Done
            }
            0 => Act::Native(lock),
            1 => {
                t.n = s.vars[1].load(SeqCst);
                Act::Poll
            }
            2 => {
                s.vars[1].store(t.n + 1, SeqCst);
                Act::Poll
            }
            _ => Act::Native(unlock),
        }
    }
    fn main(t: &mut Task, _: &mut Cx, s: &Shared) -> Act {
        match t.step {
            0 => {
                s.sema.store(1, SeqCst);
                Act::Poll
            }
            1..=8 => Act::Go(worker, 0),
            _ if s.vars[2].load(SeqCst) == 8 => Act::Exit,
            _ => {
                t.w[0] = 1_000_000;
                Act::Native(sleep)
            }
        }
    }
    everywhere(main, |o| assert_eq!((o.code, o.shared.vars[1].load(SeqCst)), (0, 800)));
}

#[test]
fn sleepers_wake_in_time_order() {
    fn sleeper(t: &mut Task, cx: &mut Cx, s: &Shared) -> Act {
        t.w[0] = t.arg * 5_000_000;
        if t.step == 0 {
            t.n = cx.rt().host.now();
            return Act::Native(sleep);
        }
        assert!(cx.rt().host.now() - t.n >= t.arg * 5_000_000);
        s.out.lock().push(t.arg);
        Act::Done
    }
    // As often as it takes: a busy machine is late.
    fn main(t: &mut Task, _: &mut Cx, s: &Shared) -> Act {
        match t.step {
            0..=2 => Act::Go(sleeper, [6, 2, 4][t.step as usize]),
            _ if s.out.lock().len() == 3 => Act::Exit,
            _ => {
                t.w[0] = 50_000_000;
                Act::Native(sleep)
            }
        }
    }
    everywhere(main, |o| {
        let mut out = o.shared.out.lock().clone();
        if o.threads {
            // Those that became due together may run in any order.
            out.sort_unstable();
        }
        assert_eq!((o.code, &out[..]), (0, &[2, 4, 6][..]));
    });
}

/// Waiters of a condition are notified in the order of their tickets.
#[test]
fn notify_lists_are_first_come_first_served() {
    fn waiter(t: &mut Task, _: &mut Cx, s: &Shared) -> Act {
        unsafe fn wait(cx: &mut Cx, w: *mut u64) -> Status {
            // SAFETY: the list is two u32 in a variable that lives as long as the program.
            unsafe {
                let list = *w as *mut sema::NotifyList;
                let ticket = sema::notify_add(cx, w, list);
                *w.add(1) = ticket as u64;
                sema::notify_wait(cx, list, ticket)
            }
        }
        t.w[0] = s.vars[6].as_ptr() as u64;
        if t.step == 0 {
            return Act::Native(wait);
        }
        s.out.lock().push(t.w[1]);
        Act::Done
    }
    unsafe fn one(cx: &mut Cx, w: *mut u64) -> Status {
        // SAFETY: as above.
        unsafe { sema::notify_one(cx, w, *w as *mut _) }
    }
    unsafe fn all(cx: &mut Cx, w: *mut u64) -> Status {
        // SAFETY: as above.
        unsafe { sema::notify_all(cx, w, *w as *mut _) }
    }
    fn main(t: &mut Task, _: &mut Cx, s: &Shared) -> Act {
        let list = s.vars[6].as_ptr() as u64;
        match t.step {
            0..4 => return Act::Go(waiter, 0),
            // Each sleep lets everybody run who can.
            4 | 6 | 8 => t.w[0] = 20_000_000,
            5 | 7 => {
                t.w[0] = list;
                return Act::Native(one);
            }
            9 => {
                t.w[0] = list;
                return Act::Native(all);
            }
            10 => t.w[0] = 20_000_000,
            _ => return Act::Exit,
        }
        Act::Native(sleep)
    }
    everywhere(main, |o| {
        let mut out = o.shared.out.lock().clone();
        assert_eq!((o.code, &out[..2]), (0, &[0, 1][..]));
        out.sort_unstable();
        assert_eq!(out, [0, 1, 2, 3]);
    });
}

/// A stopped timer starts nothing, and stop says whether it came in time.
#[test]
fn timers_start_and_stop() {
    fn tick(_: &mut Task, _: &mut Cx, s: &Shared) -> Act {
        s.out.lock().push(0);
        Act::Done
    }
    fn main(t: &mut Task, cx: &mut Cx, s: &Shared) -> Act {
        let rt = cx.rt();
        let ms = 1_000_000;
        let start = |after: u64, period: u64| {
            let closure = Box::into_raw(Box::new((tick as Body, 0u64)));
            let action = timer::Action::Spawn(closure as u64);
            rt.timers.start(rt, rt.host.now() + after, period, action, |_| {})
        };
        match t.step {
            0 => {
                t.n = start(10_000 * ms, 0);
                s.vars[1].store(start(ms, 0), SeqCst);
                t.w[0] = 5 * ms;
            }
            1 => {
                assert!(rt.timers.stop(cx, t.n) && !rt.timers.stop(cx, t.n));
                assert!(!rt.timers.stop(cx, s.vars[1].load(SeqCst)));
                t.w[0] = 20 * ms;
            }
            _ => return Act::Exit,
        }
        Act::Native(sleep)
    }
    everywhere(main, |o| assert_eq!((o.code, o.shared.out.lock().len()), (0, 1)));
}

/// Timers that are stopped and started while they fire: each fires at most once a start, and a stop
/// that says it came in time is right.
#[test]
fn timers_race_with_their_stops() {
    fn tick(_: &mut Task, _: &mut Cx, s: &Shared) -> Act {
        s.vars[0].fetch_add(1, SeqCst);
        Act::Done
    }
    fn setter(t: &mut Task, cx: &mut Cx, s: &Shared) -> Act {
        let rt = cx.rt();
        if t.step == 400 {
            s.vars[3].fetch_add(1, SeqCst);
            return Act::Done;
        }
        if t.step.is_multiple_of(2) {
            let closure = Box::into_raw(Box::new((tick as Body, 0u64)));
            let action = timer::Action::Spawn(closure as u64);
            s.vars[1].fetch_add(1, SeqCst);
            t.n = rt.timers.start(rt, rt.host.now() + t.step * 50 % 3000, 0, action, |_| {});
            t.w[0] = t.step * 37 % 2000;
            return Act::Native(sleep);
        }
        if rt.timers.stop(cx, t.n) {
            s.vars[2].fetch_add(1, SeqCst);
        }
        Act::Poll
    }
    fn main(t: &mut Task, _: &mut Cx, s: &Shared) -> Act {
        let [fired, started, stopped, done] = [0, 1, 2, 3].map(|i: usize| s.vars[i].load(SeqCst));
        match t.step {
            0..4 => Act::Go(setter, 0),
            _ if done == 4 && fired + stopped == started => Act::Exit,
            _ => {
                assert!(fired + stopped <= started);
                t.w[0] = 1_000_000;
                Act::Native(sleep)
            }
        }
    }
    everywhere(main, |o| {
        assert_eq!((o.code, o.shared.vars[1].load(SeqCst)), (0, 800));
        assert!(o.shared.vars[2].load(SeqCst) > 0);
    });
}
