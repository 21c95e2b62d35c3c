//! G: a goroutine.
//!
//! Its stack is plain memory that only its frames describe; nothing outside points into it.

use std::sync::atomic::Ordering;

#[cfg(loom)]
use loom::sync::atomic::AtomicU32;
#[cfg(not(loom))]
use std::sync::atomic::AtomicU32;

/// A G's status; names as in Go's runtime.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum GStatus {
    Idle,
    Runnable,
    Running,
    Syscall,
    Waiting,
    Dead,
}

/// What a waiting G waits for: Go's texts in tracebacks, Go's reasons in traces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum WaitReason {
    None,
    ChanSend,
    ChanRecv,
    ChanSendNil,
    ChanRecvNil,
    Select,
    SelectNoCases,
    Sleep,
    Semacquire,
    SyncMutexLock,
    SyncRWMutexRLock,
    SyncRWMutexLock,
    SyncWaitGroupWait,
    SyncCondWait,
    IOWait,
    Preempted,
}

impl WaitReason {
    /// As in `goroutine 1 [chan receive]:`.
    pub fn text(self) -> &'static str {
        match self {
            WaitReason::None => "",
            WaitReason::ChanSend => "chan send",
            WaitReason::ChanRecv => "chan receive",
            WaitReason::ChanSendNil => "chan send (nil chan)",
            WaitReason::ChanRecvNil => "chan receive (nil chan)",
            WaitReason::Select => "select",
            WaitReason::SelectNoCases => "select (no cases)",
            WaitReason::Sleep => "sleep",
            WaitReason::Semacquire => "semacquire",
            WaitReason::SyncMutexLock => "sync.Mutex.Lock",
            WaitReason::SyncRWMutexRLock => "sync.RWMutex.RLock",
            WaitReason::SyncRWMutexLock => "sync.RWMutex.Lock",
            WaitReason::SyncWaitGroupWait => "sync.WaitGroup.Wait",
            WaitReason::SyncCondWait => "sync.Cond.Wait",
            WaitReason::IOWait => "IO wait",
            WaitReason::Preempted => "preempted",
        }
    }
}

/// A deferred call: a `func()` closure and the frame it belongs to.
#[derive(Clone, Copy, Debug)]
pub struct Defer {
    pub closure: u64,
    /// The frame's distance from the stack's base, in slots.
    pub frame: u32,
}

/// A goroutine. `repr(C)`: the interpreter reads the first fields.
#[repr(C)]
pub struct G {
    /// First slot of the stack; null while it has none.
    pub stack: *mut u64,
    /// Slots.
    pub stack_len: u32,
    /// Where it stands while it is not running: frame and code address.
    pub fp: *mut u64,
    pub pc: *const u64,
    /// Never reused; main is 1.
    pub id: u64,
    /// A `GStatus`.
    pub status: AtomicU32,
    pub wait_reason: WaitReason,
    pub defers: Vec<Defer>,
    /// The machine's record of panics in progress.
    pub panics: Vec<PanicRecord>,
    /// Next in a run queue or free list.
    pub link: *mut G,
    /// What a waker leaves for the woken: chosen select case or such.
    pub wake: u64,
    /// The address of its last nil dereference, as the crash report shows it.
    pub fault: u64,
    /// Whether the channel operation it waited for succeeded (not: closed).
    pub wake_ok: bool,
    /// What it waits with; owned by channel and semaphore code.
    pub waiting: *mut crate::sched::Sudog,
    /// Who created it and where (code address of the `go` instruction).
    pub parent: u64,
    pub created_at: u64,
    /// Address of the closure it was started with.
    pub start: u64,
    /// While events are recorded: the object it is about to wait for, and who woke it before it
    /// had left its M.
    pub wait_object: u64,
    pub woken_by: u64,
    /// Made by the runtime: not counted, not shown.
    pub system: bool,
    /// Place in the table of all Gs.
    pub index: u32,
    /// Polls since it was last scheduled: what preemption looks at.
    pub slice_start: u64,
    /// A select of it was won by one of its cases.
    pub select_done: AtomicU32,
    /// Random numbers that it was given.
    pub randoms: u64,
}

impl G {
    pub fn new(index: u32) -> G {
        G {
            stack: std::ptr::null_mut(),
            stack_len: 0,
            fp: std::ptr::null_mut(),
            pc: std::ptr::null(),
            id: 0,
            status: AtomicU32::new(GStatus::Idle as u32),
            wait_reason: WaitReason::None,
            defers: Vec::new(),
            panics: Vec::new(),
            link: std::ptr::null_mut(),
            wake: 0,
            fault: 0,
            wake_ok: false,
            waiting: std::ptr::null_mut(),
            parent: 0,
            created_at: 0,
            start: 0,
            wait_object: 0,
            woken_by: 0,
            system: false,
            index,
            slice_start: 0,
            select_done: AtomicU32::new(0),
            randoms: 0,
        }
    }

    pub fn get_status(&self) -> GStatus {
        match self.status.load(Ordering::Acquire) {
            0 => GStatus::Idle,
            1 => GStatus::Runnable,
            2 => GStatus::Running,
            3 => GStatus::Syscall,
            4 => GStatus::Waiting,
            _ => GStatus::Dead,
        }
    }
    #[inline(always)]
    pub fn status_is(&self, s: GStatus) -> bool {
        self.status.load(Ordering::Acquire) == s as u32
    }
    pub fn set_status(&self, s: GStatus) {
        self.status.store(s as u32, Ordering::Release);
    }
    pub(crate) fn cas_status(&self, from: GStatus, to: GStatus) -> bool {
        self.status
            .compare_exchange(from as u32, to as u32, Ordering::AcqRel, Ordering::Acquire)
            .is_ok()
    }
    /// **Parking protocol.** Its M has left a G that had queued itself somewhere. True: it waits now.
    /// False: it was woken meanwhile, and the M queues it to run.
    #[inline]
    pub(crate) fn park(&self) -> bool {
        self.cas_status(GStatus::Running, GStatus::Waiting)
    }
    /// Whoever took a G from where it had queued itself wakes it. True: the waker queues it to run.
    /// False: its M has not left it yet and will do that.
    #[inline]
    pub(crate) fn wake(&self) -> bool {
        loop {
            if self.cas_status(GStatus::Waiting, GStatus::Runnable) {
                return true;
            }
            if self.cas_status(GStatus::Running, GStatus::Runnable) {
                return false;
            }
            #[cfg(loom)]
            loom::thread::yield_now();
            #[cfg(not(loom))]
            std::hint::spin_loop();
        }
    }
    /// True for the first of the cases of its select that gets here. `tells`: events are recorded, and the
    /// winner calls `tell_win` as soon as that one has its number.
    pub(crate) fn win_select(&self, tells: bool) -> bool {
        let (won, lost) = (Ordering::AcqRel, Ordering::Acquire);
        let state = if tells { WON } else { WON_AND_TOLD };
        self.select_done.compare_exchange(0, state, won, lost).is_ok()
    }
    pub(crate) fn tell_win(&self) {
        self.select_done.store(WON_AND_TOLD, Ordering::Release);
    }
    /// Who comes too late for a case does not take numbers before the winner has: the order of the log is
    /// the order in which the case was decided. From `win_select` to `tell_win` the winner waits for nobody
    /// and decides nothing else.
    pub(crate) fn wait_for_winner(&self) {
        while self.select_done.load(Ordering::Acquire) == WON {
            std::thread::yield_now();
        }
    }
}

/// Values of `G::select_done`; 0 while no case is chosen.
const WON: u32 = 1;
const WON_AND_TOLD: u32 = 2;

/// A panic in progress.
#[derive(Clone, Copy, Debug)]
pub struct PanicRecord {
    pub type_word: u64,
    pub data: u64,
    pub recovered: bool,
    /// `runtime.Goexit` instead of a panic.
    pub goexit: bool,
    /// The deferred call that runs now, as distance of its frame from the stack's base, in slots.
    pub deferred_frame: u32,
    /// The frame whose deferred calls are run.
    pub frame: u32,
    /// Where the panic started.
    pub pc: u64,
}

/// Every interleaving of a G that queues itself and leaves its M with one that wakes it.
#[cfg(all(test, loom))]
mod models {
    use loom::sync::Arc;
    use loom::sync::Mutex;
    use loom::sync::atomic::{AtomicU32, Ordering::SeqCst};
    use loom::thread;

    use super::*;

    struct World {
        g: G,
        /// The G is in some queue.
        queued: Mutex<bool>,
        /// How often it was queued to run.
        runs: AtomicU32,
    }
    // SAFETY: the model's threads use only the atomics.
    unsafe impl Send for World {}
    // SAFETY: as above.
    unsafe impl Sync for World {}

    #[test]
    fn a_woken_goroutine_runs_once_and_not_before_its_m_has_left_it() {
        loom::model(|| {
            let w = Arc::new(World {
                g: G::new(0),
                queued: Mutex::new(false),
                runs: AtomicU32::new(0),
            });
            w.g.set_status(GStatus::Running);
            let wakers: Vec<_> = (0..2)
                .map(|_| {
                    let w = w.clone();
                    thread::spawn(move || {
                        let taken = std::mem::take(&mut *w.queued.lock().unwrap());
                        if taken && w.g.wake() {
                            w.runs.fetch_add(1, SeqCst);
                        }
                    })
                })
                .collect();
            *w.queued.lock().unwrap() = true;
            // Here the stack is still in use: nobody else may have queued it.
            let early = w.runs.load(SeqCst);
            assert_eq!(early, 0, "queued while its M runs it");
            if !w.g.park() {
                w.runs.fetch_add(1, SeqCst);
            }
            wakers.into_iter().for_each(|t| t.join().unwrap());
            let waits = *w.queued.lock().unwrap();
            assert_eq!(w.runs.load(SeqCst), !waits as u32);
            let status = if waits { GStatus::Waiting } else { GStatus::Runnable };
            assert_eq!(w.g.get_status(), status);
        });
    }
}
