//! The scheduler, channels, timers and semaphores under a machine whose goroutines are small
//! state machines in Rust.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};

use parking_lot::Mutex;

use crate::cx::{Blocking, Cx, IntrinsicFn, NativeFn, Status, Throw};
use crate::desc::{Comp, Equality, TypeDesc, TypeKind};
use crate::event::Event;
use crate::g::{G, WaitReason};
use crate::host::{Deterministic, Host, Threads};
use crate::machine::{Exit, Frame, Machine};
use crate::runtime::{Options, Runtime};
use crate::sched::{poll, run, spawn};
use crate::{sema, timer};

/// What a goroutine does next.
enum Act {
    /// An intrinsic on the window: name, cases, element type, second immediate.
    Chan(&'static str, u16, &'static TypeDesc, u32),
    Native(NativeFn),
    Block(NativeFn),
    /// Starts a script with one argument.
    Go(Body, u64),
    Poll,
    Next,
    Done,
    Exit,
}

type Body = fn(&mut Task, &mut Cx, &Shared) -> Act;

struct Task {
    body: Body,
    arg: u64,
    step: u64,
    w: [u64; 16],
    n: u64,
    finish: Option<(IntrinsicFn, u16, &'static TypeDesc, u32)>,
}

/// Global variables of the scripts.
#[derive(Default)]
struct Shared {
    vars: [AtomicU64; 16],
    sema: std::sync::atomic::AtomicU32,
    out: Mutex<Vec<u64>>,
    thrown: Mutex<Vec<Throw>>,
}

struct Mock(Arc<Shared>);

impl Machine for Mock {
    fn resume(&self, cx: &mut Cx) -> Exit {
        // SAFETY: `start` put a task there, and the G is this M's.
        let t = unsafe { &mut *(*cx.g).stack.cast::<Task>() };
        if let Some((f, imm, typ, imm2)) = t.finish.take() {
            // SAFETY: the window is the one of the intrinsic that parked.
            if unsafe { f(cx, t.w.as_mut_ptr(), imm, typ, imm2) } == Status::Throw {
                return self.thrown(cx);
            }
        }
        loop {
            let act = (t.body)(t, cx, &self.0);
            t.step += 1;
            let status = match act {
                Act::Chan(name, imm, typ, imm2) => {
                    let (f, finish) =
                        crate::chan::intrinsic(name, cx.rt().noted()).expect("an intrinsic");
                    t.finish = finish.map(|f| (f, imm, typ, imm2));
                    // SAFETY: the body filled the window.
                    let s = unsafe { f(cx, t.w.as_mut_ptr(), imm, typ, imm2) };
                    if s == Status::Done {
                        t.finish = None;
                    }
                    s
                }
                // SAFETY: as above.
                Act::Native(f) => unsafe { f(cx, t.w.as_mut_ptr()) },
                Act::Block(f) => {
                    cx.blocking =
                        Some(Blocking { call: f, ready: |_| false, window: t.w.as_mut_ptr() });
                    return Exit::Blocking;
                }
                Act::Go(body, arg) => {
                    let closure = Box::into_raw(Box::new((body, arg)));
                    spawn(cx, closure as u64, 0);
                    Status::Done
                }
                Act::Poll => Status::Done,
                Act::Next => continue,
                Act::Done => return Exit::Finished,
                Act::Exit => return Exit::Exit,
            };
            match status {
                Status::Done => {}
                Status::Throw => return self.thrown(cx),
                Status::Parked => return Exit::Parked,
                Status::Gosched => return Exit::Gosched,
                _ => panic!("{status:?}"),
            }
            let left = cx.budget.load(SeqCst) - 1;
            cx.budget.store(left, SeqCst);
            if left <= 0 && poll(cx) {
                return Exit::Yield;
            }
        }
    }
    fn scan(&self, g: &G, visit: &mut dyn FnMut(u64)) {
        // SAFETY: the G is stopped.
        let t = unsafe { &*g.stack.cast::<Task>() };
        t.w.iter().for_each(|&w| visit(w));
        visit(t.n);
    }
    fn start(&self, g: &mut G, closure: u64) {
        // SAFETY: made by `Act::Go` or `program`.
        let (body, arg) = *unsafe { Box::from_raw(closure as *mut (Body, u64)) };
        let task = Task { body, arg, step: 0, w: [0; 16], n: 0, finish: None };
        if g.stack.is_null() {
            g.stack = Box::into_raw(Box::new(task)).cast();
        } else {
            // SAFETY: the last use of the G left a task there.
            unsafe { *g.stack.cast::<Task>() = task };
        }
    }
    fn frames(&self, g: &G) -> Vec<Frame> {
        let function = if g.id == 1 { "main.main" } else { "main.f" };
        vec![Frame {
            function: function.into(),
            file: "/t/main.go".into(),
            line: g.id as u32,
            column: 1,
            offset: 29,
            library: false,
            wrapper: false,
        }]
    }
    fn symbolise(&self, _: u64) -> Option<Frame> {
        None
    }
    unsafe fn places(&self, g: &G, _: *const u64, _: *mut u64, out: &mut [u64]) -> usize {
        out[0] = g.id;
        1
    }
    unsafe fn callers(&self, g: &G, _: *const u64, _: *mut u64, _: usize) -> Vec<(u64, bool)> {
        vec![(g.id, false)]
    }
    unsafe fn frame_of(&self, _: *const u64, _: *const u64) -> *mut u64 {
        std::ptr::null_mut()
    }
    fn place(&self, _: u64) -> Option<u64> {
        None
    }
    fn describe(&self, place: u64) -> Vec<Frame> {
        let mut g = G::new(0);
        g.id = place;
        self.frames(&g)
    }
    fn shrink(&self, _: &mut G) -> Option<(u64, u64)> {
        None
    }
}

impl Mock {
    fn thrown(&self, cx: &mut Cx) -> Exit {
        self.0.thrown.lock().extend(cx.throw.take());
        cx.rt().exit_code.store(3, SeqCst);
        Exit::Exit
    }
}

/// Keeps what is printed.
struct Capture(Box<dyn Host>, Arc<Mutex<String>>);

impl Host for Capture {
    fn now(&self) -> u64 {
        self.0.now()
    }
    fn wall(&self) -> (i64, u32) {
        self.0.wall()
    }
    fn advance_to(&self, when: u64) {
        self.0.advance_to(when)
    }
    fn deterministic(&self) -> bool {
        self.0.deterministic()
    }
    fn start_m(&self, m: *mut super::M) {
        self.0.start_m(m)
    }
    fn unpark(&self, m: *mut super::M) {
        self.0.unpark(m)
    }
    fn random(&self) -> u64 {
        self.0.random()
    }
    fn write(&self, _: i32, bytes: &[u8]) -> std::io::Result<()> {
        self.1.lock().push_str(&String::from_utf8_lossy(bytes));
        Ok(())
    }
}

struct Outcome {
    code: i32,
    shared: Arc<Shared>,
    printed: String,
    rt: std::mem::ManuallyDrop<Box<Runtime>>,
    threads: bool,
}

fn program(options: Options, main: Body) -> Outcome {
    let shared = Arc::new(Shared::default());
    let host: Box<dyn Host> = match options.seed {
        Some(s) => Box::new(Deterministic::new(s, false)),
        None => Box::new(Threads::default()),
    };
    let printed = Arc::new(Mutex::default());
    let mut rt = Runtime::with_host(options, Box::new(Capture(host, printed.clone())));
    rt.machine = Box::new(Mock(shared.clone()));
    rt.roots.lock().extend(shared.vars.iter().map(|v| v.as_ptr().cast_const()));
    let threads = !rt.host.deterministic();
    let code = run(&rt, Box::into_raw(Box::new((main, 0u64))) as u64);
    let printed = printed.lock().clone();
    let rt = std::mem::ManuallyDrop::new(rt);
    Outcome { code, shared, printed, rt, threads }
}

impl Drop for Outcome {
    fn drop(&mut self) {
        if !self.rt.sched.threads_left() {
            // SAFETY: nobody uses it any more; dropped once.
            unsafe { std::mem::ManuallyDrop::drop(&mut self.rt) }
        }
    }
}

/// Every host, few and many Ps, with and without collections at every turn.
fn everywhere(main: Body, check: impl Fn(&Outcome)) {
    for procs in [1, 4] {
        for gc_stress in [false, true] {
            for seed in [None, Some(1), Some(2), Some(3)] {
                let options =
                    Options { procs, seed, gc_stress, preempt_every: 7, ..Options::default() };
                check(&program(options, main));
            }
        }
    }
}

fn desc(words: u32, pointer: bool) -> &'static TypeDesc {
    let make = |words: u32, elem: *const TypeDesc, kind| TypeDesc {
        size: words * 8,
        align: 8,
        kind,
        eq: Equality::Bytes,
        comparable: true,
        direct: false,
        boxed: false,
        id: 0,
        components: (0..words)
            .map(|w| (w * 8, if pointer { Comp::Ptr } else { Comp::U64 }))
            .collect(),
        pointers: if pointer { (0..words).map(|w| w * 8).collect() } else { Box::default() },
        pointers_by_elem: false,
        elem,
        key: std::ptr::null(),
        entry: std::ptr::null(),
        len: 0,
        fields: Box::default(),
        params: Box::default(),
        results: Box::default(),
        variadic: false,
        methods: Box::default(),
        string: String::new(),
        name: String::new(),
        pkg: String::new(),
    };
    let elem: &'static TypeDesc =
        Box::leak(Box::new(make(words, std::ptr::null(), TypeKind::Struct)));
    Box::leak(Box::new(make(1, elem, TypeKind::Chan)))
}

/// A channel type of 0 to 3 words; 4 and 5: of 1 and 3 pointers.
fn typ(words: usize) -> &'static TypeDesc {
    static TYPES: std::sync::OnceLock<[&'static TypeDesc; 6]> = std::sync::OnceLock::new();
    TYPES.get_or_init(|| {
        [0, 1, 2, 3, 1, 3].map({
            let mut n = 0;
            move |w| {
                n += 1;
                desc(w, n > 4)
            }
        })
    })[words]
}

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

/// SAFETY of both: the window has nothing; the semaphore lives as long as the program.
unsafe fn lock(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: as above.
    unsafe { sema::acquire(cx, *w, false, WaitReason::SyncMutexLock) }
}
unsafe fn unlock(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: as above.
    unsafe { sema::release(cx, *w) }
}
unsafe fn sleep(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a duration in the window.
    timer::sleep(cx, w, unsafe { *w } as i64)
}

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

fn ping_pong(t: &mut Task, _: &mut Cx, s: &Shared) -> Act {
    fn echo(t: &mut Task, _: &mut Cx, s: &Shared) -> Act {
        t.w[0] = s.vars[0].load(SeqCst);
        Act::Chan("ChanRecv", 0, typ(1), 0)
    }
    match t.step {
        0 => {
            t.w[0] = 0;
            Act::Chan("ChanNew", 0, typ(1), 0)
        }
        1 => {
            s.vars[0].store(t.w[0], SeqCst);
            Act::Go(echo, 0)
        }
        n if n > s.vars[3].load(SeqCst).max(200) => Act::Exit,
        n => {
            t.w[0] = s.vars[0].load(SeqCst);
            t.w[1] = n;
            Act::Chan("ChanSend", 0, typ(1), 0)
        }
    }
}

/// The log of a run, as its file.
fn file(o: &Outcome) -> Vec<u8> {
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
fn busy(t: &mut Task, cx: &mut Cx, s: &Shared) -> Act {
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
