//! Channels and select: what arrives, in which order, and what stays alive meanwhile.

use super::*;

/// Sends 1..=n on channel variable `arg`, then closes it; three words a value.
fn send_wide(t: &mut Task, _: &mut Cx, s: &Shared) -> Act {
    t.w[0] = s.vars[0].load(SeqCst);
    if t.step < 100 {
        t.w[1..4].fill(t.step + 1);
        Act::Chan("ChanSend", 0, typ(3), 0)
    } else if t.step == 100 {
        Act::Chan("ChanClose", 0, typ(3), 0)
    } else {
        Act::Done
    }
}

#[test]
fn wide_values_arrive_in_order_and_close_ends() {
    fn main(t: &mut Task, _: &mut Cx, s: &Shared) -> Act {
        match t.step {
            0 => {
                t.w[0] = 0;
                return Act::Chan("ChanNew", 0, typ(3), 0);
            }
            1 => {
                s.vars[0].store(t.w[0], SeqCst);
                return Act::Go(send_wide, 0);
            }
            2 => {}
            _ => {
                if t.w[3] == 0 {
                    return Act::Exit;
                }
                assert!(t.w[0] == t.w[1] && t.w[1] == t.w[2]);
                s.out.lock().push(t.w[0]);
            }
        }
        t.w[0] = s.vars[0].load(SeqCst);
        Act::Chan("ChanRecv", 0, typ(3), 0)
    }
    everywhere(main, |o| {
        assert_eq!((o.code, &o.shared.thrown.lock()[..]), (0, &[][..]));
        assert_eq!(*o.shared.out.lock(), (1..=100).collect::<Vec<_>>());
    });
}

#[test]
fn many_producers_one_consumer() {
    fn producer(t: &mut Task, _: &mut Cx, s: &Shared) -> Act {
        if t.step == 200 {
            return Act::Done;
        }
        t.w[0] = s.vars[t.arg as usize % 2].load(SeqCst);
        t.w[1] = t.arg * 1000 + t.step;
        Act::Chan("ChanSend", 0, typ(1), 0)
    }
    /// Receives from both channels with a select.
    fn main(t: &mut Task, cx: &mut Cx, s: &Shared) -> Act {
        match t.step {
            0 | 1 => {
                if t.step == 1 {
                    s.vars[0].store(t.w[0], SeqCst);
                }
                t.w[0] = 4 * t.step;
                return Act::Chan("ChanNew", 0, typ(1), 0);
            }
            2 => {
                s.vars[1].store(t.w[0], SeqCst);
                t.n = cx.alloc(8, std::ptr::null()) as u64;
                return Act::Next;
            }
            3..=10 => return Act::Go(producer, t.step),
            11 => {}
            _ => {
                assert!(t.w[0] <= 1 && t.w[1] == 1);
                // SAFETY: the place that the select filled.
                s.out.lock().push(unsafe { *(t.n as *const u64) });
                if t.step == 11 + 1600 {
                    return Act::Exit;
                }
            }
        }
        t.w[0] = s.vars[0].load(SeqCst);
        t.w[2] = s.vars[1].load(SeqCst);
        (t.w[1], t.w[3]) = (t.n, t.n);
        Act::Chan("Select", 2, typ(1), 0)
    }
    everywhere(main, |o| {
        assert_eq!((o.code, &o.shared.thrown.lock()[..]), (0, &[][..]));
        let out = o.shared.out.lock();
        for producer in 3..=10 {
            let own: Vec<u64> = out.iter().copied().filter(|v| v / 1000 == producer).collect();
            assert_eq!(own, (0..200).map(|i| producer * 1000 + i).collect::<Vec<_>>());
        }
    });
}

/// A rendezvous on one P costs no lock, no system call and no allocation.
#[test]
fn hand_off_is_cheap() {
    fn long(t: &mut Task, cx: &mut Cx, s: &Shared) -> Act {
        s.vars[3].store(200_000, SeqCst);
        ping_pong(t, cx, s)
    }
    let best = (0..3)
        .map(|_| {
            let start = std::time::Instant::now();
            assert_eq!(program(Options { procs: 1, ..Options::default() }, long).code, 0);
            start.elapsed().as_nanos() / 200_000
        })
        .min();
    println!("{best:?} ns a message");
    assert!(best < Some(2_000), "{best:?} ns");
}

/// Objects that only a channel or a waiting goroutine holds survive collections.
#[test]
fn elements_are_roots() {
    fn kind(s: &Shared) -> &'static TypeDesc {
        typ(s.vars[4].load(SeqCst) as usize)
    }
    fn sender(t: &mut Task, cx: &mut Cx, s: &Shared) -> Act {
        if t.step == 60 {
            return Act::Done;
        }
        for i in 1..4 {
            let object = cx.alloc(8, std::ptr::null()).cast::<u64>();
            // SAFETY: a fresh object of one word.
            unsafe { *object = t.step + 7 };
            t.w[i] = object as u64;
        }
        t.w[0] = s.vars[0].load(SeqCst);
        Act::Chan("ChanSend", 0, kind(s), 0)
    }
    fn main(t: &mut Task, _: &mut Cx, s: &Shared) -> Act {
        match t.step {
            0 => {
                s.vars[4].fetch_max(4, SeqCst);
                t.w[0] = s.vars[5].load(SeqCst);
                return Act::Chan("ChanNew", 0, kind(s), 0);
            }
            1 => {
                s.vars[0].store(t.w[0], SeqCst);
                return Act::Go(sender, 0);
            }
            2 => {}
            n if n % 2 == 1 => {
                let words = if s.vars[4].load(SeqCst) == 4 { 1 } else { 3 };
                for i in 0..words {
                    // SAFETY: an object that the sender made.
                    assert_eq!(unsafe { *(t.w[i] as *const u64) }, n / 2 - 1 + 7);
                }
                return if n / 2 == 60 { Act::Exit } else { Act::Poll };
            }
            _ => {}
        }
        t.w[0] = s.vars[0].load(SeqCst);
        Act::Chan("ChanRecv", 0, kind(s), 0)
    }
    fn wide(t: &mut Task, cx: &mut Cx, s: &Shared) -> Act {
        s.vars[4].store(5, SeqCst);
        s.vars[5].store(3, SeqCst);
        main(t, cx, s)
    }
    for body in [main as Body, wide] {
        everywhere(body, |o| assert_eq!((o.code, &o.shared.thrown.lock()[..]), (0, &[][..])));
    }
}

/// Every sender meets every receiver on a few channels: each value arrives once.
#[test]
fn a_full_mesh_loses_and_doubles_nothing() {
    const SENDERS: u64 = 12;
    const EACH: u64 = 300;
    fn sender(t: &mut Task, _: &mut Cx, s: &Shared) -> Act {
        if t.step == EACH {
            s.vars[8].fetch_add(1, SeqCst);
            return Act::Done;
        }
        // Unbuffered and buffered channels in turn.
        t.w[0] = s.vars[((t.arg + t.step) % 4) as usize].load(SeqCst);
        t.w[1] = t.arg * EACH + t.step;
        Act::Chan("ChanSend", 0, typ(1), 0)
    }
    fn receiver(t: &mut Task, cx: &mut Cx, s: &Shared) -> Act {
        if t.step == 0 {
            t.n = cx.alloc(8, std::ptr::null()) as u64;
        } else {
            assert!(t.w[1] == 1 && t.w[0] < 4);
            // SAFETY: the place that the select filled.
            s.out.lock().push(unsafe { *(t.n as *const u64) });
        }
        for i in 0..4 {
            t.w[2 * i] = s.vars[i].load(SeqCst);
            t.w[2 * i + 1] = t.n;
        }
        Act::Chan("Select", 4, typ(1), 0)
    }
    fn main(t: &mut Task, _: &mut Cx, s: &Shared) -> Act {
        match t.step {
            n @ 0..=4 => {
                if n > 0 {
                    s.vars[n as usize - 1].store(t.w[0], SeqCst);
                }
                t.w[0] = [0, 0, 3, 100, 0][n as usize];
                Act::Chan("ChanNew", 0, typ(1), 0)
            }
            n if n < 5 + SENDERS => Act::Go(sender, n - 5),
            n if n < 5 + SENDERS + 6 => Act::Go(receiver, 0),
            _ if s.out.lock().len() as u64 == SENDERS * EACH => Act::Exit,
            _ => {
                t.w[0] = 100_000;
                Act::Native(sleep)
            }
        }
    }
    for procs in 1..=4 {
        for seed in [None, None, Some(1), Some(2), Some(3)] {
            let options = Options { procs, seed, preempt_every: 9, ..Options::default() };
            let o = program(options, main);
            let mut out = o.shared.out.lock().clone();
            out.sort_unstable();
            assert_eq!((o.code, out.len() as u64), (0, SENDERS * EACH));
            assert!(out.iter().enumerate().all(|(i, &v)| v == i as u64));
        }
    }
}

/// A select with several ready cases prefers none.
#[test]
fn select_is_fair() {
    fn main(t: &mut Task, cx: &mut Cx, s: &Shared) -> Act {
        match t.step {
            n @ 0..=4 => {
                if n > 0 {
                    s.vars[n as usize - 1].store(t.w[0], SeqCst);
                }
                t.w[0] = 1;
                if n == 4 {
                    t.n = cx.alloc(8, std::ptr::null()) as u64;
                    return Act::Next;
                }
                Act::Chan("ChanNew", 0, typ(1), 0)
            }
            // Closed channels are always ready.
            n @ 5..=8 => {
                t.w[0] = s.vars[n as usize - 5].load(SeqCst);
                Act::Chan("ChanClose", 0, typ(1), 0)
            }
            n => {
                if n > 9 {
                    s.vars[8 + t.w[0] as usize].fetch_add(1, SeqCst);
                }
                if n == 4009 {
                    return Act::Exit;
                }
                for i in 0..4 {
                    t.w[2 * i] = s.vars[i].load(SeqCst);
                    t.w[2 * i + 1] = t.n;
                }
                Act::Chan("Select", 4, typ(1), 0)
            }
        }
    }
    for seed in [None, Some(1), Some(2)] {
        let o = program(Options { procs: 1, seed, ..Options::default() }, main);
        for i in 8..12 {
            // 1000 expected; six standard deviations are 164.
            let n = o.shared.vars[i].load(SeqCst);
            assert!((836..=1164).contains(&n), "case {}: {n} of 4000", i - 8);
        }
    }
}
