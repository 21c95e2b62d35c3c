//! Signals of the process: which are noted, which are left to the system.
//!
//! They belong to the process, so this is one of the few places with state outside a `Runtime`: of
//! several VMs in a process, whoever asks first gets a signal. A handler only stores to atomics and
//! writes to a pipe.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// The highest signal's number.
const LAST: i32 = 64;

/// Came and nobody took it yet; bit n-1 is signal n.
static PENDING: AtomicU64 = AtomicU64::new(0);
/// `take` gave one that may not have been handed on.
static ON_ITS_WAY: AtomicBool = AtomicBool::new(false);
/// The program asked for them.
static WANTED: AtomicU64 = AtomicU64::new(0);
/// A pipe that whoever waits reads from: reading end, writing end.
static PIPE: OnceLock<[i32; 2]> = OnceLock::new();

fn bit(signal: i32) -> u64 {
    1 << (signal - 1)
}

extern "C" fn note(signal: libc::c_int) {
    PENDING.fetch_or(bit(signal), Ordering::SeqCst);
    if let Some(pipe) = PIPE.get() {
        // SAFETY: a byte of our own; a full pipe wakes the reader as well.
        unsafe { libc::write(pipe[1], [0u8].as_ptr().cast(), 1) };
    }
}

/// What a signal does from here on.
fn set(signal: i32, handler: libc::sighandler_t) {
    // SAFETY: handlers only touch atomics and the pipe; interrupted calls are made again.
    unsafe {
        let mut action: libc::sigaction = std::mem::zeroed();
        action.sa_sigaction = handler;
        action.sa_flags = libc::SA_RESTART;
        // One handler at a time: a stack has room for few of them.
        libc::sigfillset(&raw mut action.sa_mask);
        libc::sigaction(signal, &raw const action, std::ptr::null_mut());
    }
}

/// Has a handler called for a signal. It may only do what handlers may.
pub fn handle(signal: i32, handler: extern "C" fn(libc::c_int)) {
    set(signal, handler as *const () as usize);
}

/// Whether programs may decide about it: faults are the system's and gvm's own.
fn free(signal: i32) -> bool {
    let reserved = [
        libc::SIGKILL,
        libc::SIGSTOP,
        libc::SIGSEGV,
        libc::SIGBUS,
        libc::SIGFPE,
        libc::SIGILL,
        // The C library's own.
        32,
        33,
    ];
    (1..=LAST).contains(&signal) && !reserved.contains(&signal)
}

/// The program wants to know of a signal.
pub fn enable(signal: i32) {
    if free(signal) {
        PIPE.get_or_init(|| {
            let mut ends = [-1; 2];
            // SAFETY: room for two numbers. Without a pipe nothing is written, and `wait` looks again.
            unsafe { libc::pipe2(ends.as_mut_ptr(), libc::O_CLOEXEC | libc::O_NONBLOCK) };
            ends
        });
        WANTED.fetch_or(bit(signal), Ordering::SeqCst);
        handle(signal, note);
    }
}

/// A signal does what it does to programs that say nothing about it.
pub fn disable(signal: i32) {
    if free(signal) {
        WANTED.fetch_and(!bit(signal), Ordering::SeqCst);
        match signal {
            libc::SIGQUIT => crate::sched::listen_for_quit(),
            // As Rust's start left it: `broken_pipe` decides.
            libc::SIGPIPE => set(signal, libc::SIG_IGN),
            _ => set(signal, libc::SIG_DFL),
        }
    }
}

/// The program ignores SIGPIPE; that gvm does says nothing.
static IGNORES_PIPE: AtomicBool = AtomicBool::new(false);

pub fn ignore(signal: i32) {
    if free(signal) {
        WANTED.fetch_and(!bit(signal), Ordering::SeqCst);
        set(signal, libc::SIG_IGN);
        if signal == libc::SIGPIPE {
            IGNORES_PIPE.store(true, Ordering::SeqCst);
        }
    }
}

pub fn ignored(signal: i32) -> bool {
    if !(1..=LAST).contains(&signal) {
        return false;
    }
    if signal == libc::SIGPIPE {
        return IGNORES_PIPE.load(Ordering::SeqCst)
            && WANTED.load(Ordering::SeqCst) & bit(signal) == 0;
    }
    // SAFETY: only asks.
    unsafe {
        let mut action: libc::sigaction = std::mem::zeroed();
        libc::sigaction(signal, std::ptr::null(), &raw mut action) == 0
            && action.sa_sigaction == libc::SIG_IGN
    }
}

/// A write to a standard stream found nobody who reads: the end of the program, unless it has its own
/// idea of SIGPIPE.
pub fn broken_pipe() {
    let own = WANTED.load(Ordering::SeqCst) & bit(libc::SIGPIPE) != 0;
    if !own && !IGNORES_PIPE.load(Ordering::SeqCst) {
        set(libc::SIGPIPE, libc::SIG_DFL);
        // SAFETY: ends the process.
        unsafe { libc::raise(libc::SIGPIPE) };
    }
}

/// Whether `wait` would come back now.
pub fn any() -> bool {
    PENDING.load(Ordering::SeqCst) != 0
}

/// Whether every signal that came has been handed on.
pub fn idle() -> bool {
    !any() && !ON_ITS_WAY.load(Ordering::SeqCst)
}

/// The next signal's number; waits for one. The one before has been handed on.
pub fn wait() -> i32 {
    ON_ITS_WAY.store(false, Ordering::SeqCst);
    loop {
        // Set first, so that `idle` never looks between the two.
        ON_ITS_WAY.store(true, Ordering::SeqCst);
        let pending = PENDING.load(Ordering::SeqCst);
        if pending != 0 {
            let lowest = pending.trailing_zeros();
            PENDING.fetch_and(!(1 << lowest), Ordering::SeqCst);
            return lowest as i32 + 1;
        }
        ON_ITS_WAY.store(false, Ordering::SeqCst);
        let fd = PIPE.get().map_or(-1, |p| p[0]);
        let mut poll = libc::pollfd { fd, events: libc::POLLIN, revents: 0 };
        let mut bytes = [0u8; 64];
        // SAFETY: one structure and a buffer of our own.
        unsafe {
            libc::poll(&raw mut poll, 1, 1000);
            libc::read(fd, bytes.as_mut_ptr().cast(), bytes.len());
        }
    }
}
