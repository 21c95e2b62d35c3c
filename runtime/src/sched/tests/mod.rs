//! The scheduler, channels, timers and semaphores under a machine whose goroutines are small
//! state machines in Rust.

mod channels;
mod log;
mod processors;
mod schedule;
mod sema_and_timers;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};

use parking_lot::Mutex;

use crate::cx::{Blocking, Cx, IntrinsicFn, NativeFn, Status, Throw};
use crate::desc::{Comp, TypeDesc, TypeKind};
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
    let component = |w| (w * 8, if pointer { Comp::Ptr } else { Comp::U64 });
    let make = |words: u32, elem: *const TypeDesc, kind| TypeDesc {
        elem,
        ..TypeDesc::plain(kind, words * 8, &(0..words).map(component).collect::<Vec<_>>())
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
