//! The event log of a run: seeds, the model, real Go as its reader.

use super::*;

/// The log of a run, as its file.
pub(super) fn file(o: &Outcome) -> Vec<u8> {
    o.rt.log
        .get()
        .map(|l| l.file(&o.rt, &Default::default(), "", false).concat())
        .unwrap_or_default()
}

#[test]
fn a_seed_decides_everything() {
    let log = |seed| {
        let options = Options {
            procs: 3,
            seed: Some(seed),
            preempt_every: 5,
            trace: true,
            ..Options::default()
        };
        let bytes = file(&program(options, ping_pong));
        let log = gvm_trace::Log::read(&bytes).expect("a log");
        assert!(log.complete);
        assert!(log.records.iter().any(|r| matches!(r.event, Event::ChanSend { .. })));
        bytes
    };
    assert_eq!(log(1), log(1));
    assert_ne!(log(1), log(2));
}

/// The model rebuilds the runtime's queues from the events alone: on threads at stops of the world,
/// on the deterministic host every few steps.
#[test]
fn the_model_has_the_same_queues() {
    let mut stops = 0;
    for main in [ping_pong as Body, busy] {
        for procs in [1, 2, 4] {
            for gc_stress in [false, true] {
                for seed in [None, Some(1), Some(2), Some(3), Some(4)] {
                    let options = Options {
                        procs,
                        seed,
                        gc_stress,
                        preempt_every: 7,
                        trace: true,
                        snapshot_every: 3,
                        ..Options::default()
                    };
                    let log = gvm_trace::Log::read(&file(&program(options, main))).expect("a log");
                    assert!(log.complete, "an event is missing or there twice");
                    let model = gvm_trace::model::replay(&log).unwrap_or_else(|e| panic!("{e}"));
                    if seed.is_none() {
                        stops += model.compared;
                    } else {
                        assert!(model.compared > 10);
                    }
                }
            }
        }
    }
    assert!(stops > 50, "{stops} snapshots on threads");
}

/// Senders and receivers on two channels, locks, sleepers, more goroutines than a ring holds.
pub(super) fn busy(t: &mut Task, cx: &mut Cx, s: &Shared) -> Act {
    fn worker(t: &mut Task, cx: &mut Cx, s: &Shared) -> Act {
        match t.step {
            0 | 4 => {
                t.w[0] = s.vars[t.arg as usize % 2].load(SeqCst);
                t.w[1] = t.arg;
                Act::Chan(if t.arg % 4 < 2 { "ChanSend" } else { "ChanRecv" }, 0, typ(1), 0)
            }
            1 => {
                t.w[0] = s.sema.as_ptr() as u64;
                Act::Native(lock)
            }
            2 => {
                t.n = cx.alloc(64, std::ptr::null()) as u64;
                Act::Poll
            }
            3 => {
                t.w[0] = s.sema.as_ptr() as u64;
                Act::Native(unlock)
            }
            5 if t.arg.is_multiple_of(16) => {
                t.w[0] = 1000 * t.arg;
                Act::Native(sleep)
            }
            5 => Act::Poll,
            _ => {
                s.vars[2].fetch_add(1, SeqCst);
                Act::Done
            }
        }
    }
    match t.step {
        0 => {
            s.sema.store(1, SeqCst);
            t.w[0] = 0;
            Act::Chan("ChanNew", 0, typ(1), 0)
        }
        1 => {
            s.vars[0].store(t.w[0], SeqCst);
            t.w[0] = 3;
            Act::Chan("ChanNew", 0, typ(1), 0)
        }
        2 => {
            s.vars[1].store(t.w[0], SeqCst);
            Act::Next
        }
        3..=402 => Act::Go(worker, t.step - 3),
        _ if s.vars[2].load(SeqCst) == 400 => Act::Exit,
        _ => {
            let _ = cx;
            t.w[0] = 100_000;
            Act::Native(sleep)
        }
    }
}

/// With `GO` naming a go command, Go's own reader judges the traces.
#[test]
fn go_reads_the_trace() {
    let Ok(go) = std::env::var("GO") else { return };
    fn block(t: &mut Task, cx: &mut Cx, s: &Shared) -> Act {
        /// SAFETY: uses nothing.
        unsafe fn nap(_: &mut Cx, _: *mut u64) -> Status {
            std::thread::sleep(std::time::Duration::from_micros(300));
            Status::Done
        }
        match t.step {
            0..=2 => Act::Go(spin, 0),
            3 => Act::Block(nap),
            4 => {
                cx.rt().heap.request_gc();
                t.w[0] = 100_000;
                Act::Native(sleep)
            }
            5 => Act::Block(nap),
            6 => {
                cx.rt().heap.request_gc();
                t.step = 5;
                t.n += 1;
                if t.n == 10 { Act::Exit } else { Act::Poll }
            }
            _ => ping_pong(t, cx, s),
        }
    }
    fn spin(t: &mut Task, _: &mut Cx, _: &Shared) -> Act {
        if t.step > 100_000 { Act::Done } else { Act::Poll }
    }
    for (i, main) in [ping_pong as Body, block].into_iter().enumerate() {
        for seed in [None, Some(1), Some(2)] {
            for procs in [1, 3] {
                let name = format!("gvm-sched-{}-{i}-{seed:?}-{procs}.trace", std::process::id());
                let path = std::env::temp_dir().join(name);
                let options = Options { procs, seed, trace: true, ..Options::default() };
                let o = program(options, main);
                assert_eq!(o.code, 0);
                let log = gvm_trace::Log::read(&file(&o)).expect("a log");
                std::fs::write(&path, gvm_trace::gotrace::write(&log)).expect("the trace");
                let out = std::process::Command::new(&go)
                    .args(["tool", "trace", "-d=parsed"])
                    .arg(&path)
                    .output()
                    .expect("go runs");
                let text = String::from_utf8_lossy(&out.stderr);
                assert!(out.status.success(), "{}: {text}", path.display());
                let _ = std::fs::remove_file(&path);
            }
        }
    }
}
