//! Ps and turns: preemption, blocking calls, GOMAXPROCS, deadlock, fatal ends.

use super::*;
use crate::event::field::GlobalWhy;

#[test]
fn deadlock_is_reported() {
    fn waiter(t: &mut Task, _: &mut Cx, _: &Shared) -> Act {
        t.w[0] = 0;
        Act::Chan("ChanSend", 0, typ(1), 0)
    }
    fn main(t: &mut Task, _: &mut Cx, _: &Shared) -> Act {
        match t.step {
            0 => Act::Go(waiter, 0),
            1 => Act::Chan("ChanNew", 0, typ(1), 0),
            _ => Act::Chan("ChanRecv", 0, typ(1), 0),
        }
    }
    everywhere(main, |o| {
        assert_eq!(o.code, 2);
        assert_eq!(
            o.printed,
            "fatal error: all goroutines are asleep - deadlock!\n\n\
             goroutine 1 [chan receive]:\nmain.main()\n\t/t/main.go:1 +0x1d\n\n\
             goroutine 2 [chan send (nil chan)]:\nmain.f(...)\n\t/t/main.go:2 +0x1d\n"
        );
    });
}

#[test]
fn panics_have_gos_texts() {
    fn main(t: &mut Task, _: &mut Cx, _: &Shared) -> Act {
        match t.step {
            0 => Act::Chan("ChanNew", 0, typ(1), 0),
            _ => Act::Chan("ChanClose", 0, typ(1), 0),
        }
    }
    everywhere(main, |o| {
        let text = "close of closed channel".to_string();
        assert_eq!((o.code, &o.shared.thrown.lock()[..]), (3, &[Throw::PlainError(text)][..]));
    });
}

/// One P: the goroutine that would end the wait can only run when the loop is preempted.
#[test]
fn busy_loops_are_preempted() {
    fn setter(_: &mut Task, _: &mut Cx, s: &Shared) -> Act {
        s.vars[1].store(1, SeqCst);
        Act::Done
    }
    fn main(t: &mut Task, _: &mut Cx, s: &Shared) -> Act {
        match t.step {
            0 => Act::Go(setter, 0),
            _ if s.vars[1].load(SeqCst) == 1 => Act::Exit,
            _ => Act::Poll,
        }
    }
    everywhere(main, |o| assert_eq!(o.code, 0));
}

/// One P: a goroutine in a blocking call waits for what another one does.
#[test]
fn blocking_calls_lose_their_p() {
    static FLAG: AtomicU64 = AtomicU64::new(0);
    /// SAFETY: uses nothing.
    unsafe fn wait(_: &mut Cx, _: *mut u64) -> Status {
        while FLAG.load(SeqCst) == 0 {
            std::thread::sleep(std::time::Duration::from_micros(100));
        }
        Status::Done
    }
    fn setter(_: &mut Task, _: &mut Cx, _: &Shared) -> Act {
        FLAG.store(1, SeqCst);
        Act::Done
    }
    fn main(t: &mut Task, _: &mut Cx, _: &Shared) -> Act {
        match t.step {
            0 => Act::Go(setter, 0),
            1 => Act::Block(wait),
            _ => Act::Exit,
        }
    }
    for (procs, gc_stress) in [(1, false), (4, false), (1, true), (4, true)] {
        FLAG.store(0, SeqCst);
        let options = Options { procs, gc_stress, ..Options::default() };
        assert_eq!(program(options, main).code, 0);
    }
}

#[test]
fn gomaxprocs_changes() {
    fn main(t: &mut Task, cx: &mut Cx, s: &Shared) -> Act {
        match t.step {
            0..=5 => Act::Go(send_all, 0),
            6..200 => {
                if t.step.is_multiple_of(20) {
                    cx.rt().sched.set_procs(cx, [1, 6, 2, 3][(t.step / 20 % 4) as usize]);
                }
                t.w[0] = 20_000;
                Act::Native(sleep)
            }
            _ if s.vars[1].load(SeqCst) == 6 => Act::Exit,
            _ => {
                t.w[0] = 1_000_000;
                Act::Native(sleep)
            }
        }
    }
    fn send_all(t: &mut Task, _: &mut Cx, s: &Shared) -> Act {
        if t.step == 20_000 {
            s.vars[1].fetch_add(1, SeqCst);
            return Act::Done;
        }
        Act::Poll
    }
    everywhere(main, |o| assert_eq!(o.code, 0));
}

/// As many goroutines as a class starts when it hears that they are cheap.
#[test]
fn a_hundred_thousand_goroutines() {
    const N: u64 = 100_000;
    fn one(t: &mut Task, _: &mut Cx, s: &Shared) -> Act {
        match t.step {
            0 => {
                t.w[0] = s.vars[0].load(SeqCst);
                Act::Chan("ChanRecv", 0, typ(1), 0)
            }
            _ => {
                s.vars[1].fetch_add(t.w[0], SeqCst);
                s.vars[2].fetch_add(1, SeqCst);
                Act::Done
            }
        }
    }
    fn main(t: &mut Task, _: &mut Cx, s: &Shared) -> Act {
        match t.step {
            0 => {
                t.w[0] = 0;
                Act::Chan("ChanNew", 0, typ(1), 0)
            }
            1 => {
                s.vars[0].store(t.w[0], SeqCst);
                Act::Next
            }
            n if n < 2 + N => Act::Go(one, 0),
            n if n < 2 + 2 * N => {
                t.w[0] = s.vars[0].load(SeqCst);
                t.w[1] = n - 2 - N;
                Act::Chan("ChanSend", 0, typ(1), 0)
            }
            _ if s.vars[2].load(SeqCst) == N => Act::Exit,
            _ => {
                t.w[0] = 1_000_000;
                Act::Native(sleep)
            }
        }
    }
    for (procs, seed) in [(1, None), (2, None), (4, None), (1, Some(1)), (4, Some(2))] {
        let o = program(Options { procs, seed, ..Options::default() }, main);
        assert_eq!((o.code, o.shared.vars[1].load(SeqCst)), (0, N * (N - 1) / 2));
    }
}

/// A read that may wait is told whether anybody else has something to do: one who is queued on the P, one
/// in the global queue, one whose time comes. With a seed, on one P, each is seen alone.
#[test]
fn nobody_else_has_anything_to_do() {
    unsafe fn looks(cx: &mut Cx, w: *mut u64) -> Status {
        // SAFETY: one word.
        unsafe { *w = u64::from(cx.rt().sched.all_wait_but(cx.rt(), cx.m)) };
        Status::Done
    }
    unsafe fn yields(_: &mut Cx, _: *mut u64) -> Status {
        Status::Gosched
    }
    fn child(t: &mut Task, _: &mut Cx, _: &Shared) -> Act {
        match t.step {
            0 => Act::Native(yields),
            1 => {
                t.w[0] = 1000;
                Act::Native(sleep)
            }
            _ => Act::Done,
        }
    }
    fn main(t: &mut Task, _: &mut Cx, s: &Shared) -> Act {
        if t.step % 2 == 1 {
            s.out.lock().push(t.w[0]);
        }
        match t.step {
            1 => Act::Go(child, 0),
            3 | 5 => Act::Native(yields),
            7 => {
                t.w[0] = 10_000;
                Act::Native(sleep)
            }
            9 => Act::Exit,
            _ => Act::Native(looks),
        }
    }
    let o = program(Options { procs: 1, seed: Some(1), ..Options::default() }, main);
    // Alone, then with a child that is queued, yielded, sleeps and has ended.
    assert_eq!(*o.shared.out.lock(), [1, 0, 0, 0, 1]);
}

/// From the global queue a P takes its share, in order: the first to run, the others to its ring. All that
/// is left stays there, and whoever finds nothing after all says so.
#[test]
fn a_share_of_the_global_queue() {
    unsafe fn shares(cx: &mut Cx, _: *mut u64) -> Status {
        let (rt, m) = (cx.rt(), cx.m);
        // SAFETY: the P of the M that runs.
        let p = unsafe { &*cx.p };
        let ring = || std::iter::from_fn(|| Some(p.runq.pop().0).filter(|g| !g.is_null()));
        let take = |procs, max| {
            let before = rt.sched.procs.swap(procs, SeqCst);
            let g = rt.sched.global_get(rt, m, p, max, GlobalWhy::Empty);
            rt.sched.procs.store(before, SeqCst);
            Some(g).filter(|g| !g.is_null())
        };
        let all: Vec<*mut G> = ring().collect();
        assert_eq!(all.len(), 200);
        for len in [0, 1, 2, 3, 10, 127, 128, 200] {
            for (procs, max) in [(1, usize::MAX), (2, usize::MAX), (7, usize::MAX), (1, 1), (1, 2)]
            {
                rt.sched.global_put(rt, m, &all[..len]);
                let got: Vec<*mut G> = take(procs, max).into_iter().chain(ring()).collect();
                let share = (len / procs as usize + 1).min(len).min(max).min(128);
                assert_eq!(got, all[..share], "{len} for {procs}");
                let left: Vec<*mut G> = std::iter::from_fn(|| take(1, 1)).collect();
                assert_eq!(left, all[share..len], "{len} for {procs}");
            }
        }
        Status::Done
    }
    fn child(_: &mut Task, _: &mut Cx, _: &Shared) -> Act {
        Act::Done
    }
    fn main(t: &mut Task, _: &mut Cx, _: &Shared) -> Act {
        match t.step {
            0..200 => Act::Go(child, 0),
            200 => Act::Native(shares),
            _ => Act::Exit,
        }
    }
    for trace in [false, true] {
        let options = Options { procs: 1, seed: Some(1), trace, ..Options::default() };
        assert_eq!(program(options, main).code, 0);
    }
}
