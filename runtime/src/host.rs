//! What the scheduler wants from the outside: a clock, threads, streams. Everything that differs
//! between real threads and the deterministic host goes through here, and nothing else does.

use std::io::{Read, Write};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use parking_lot::Mutex;

use crate::sched::M;

pub trait Host: Send + Sync {
    /// Monotonic nanoseconds; never 0.
    fn now(&self) -> u64;
    /// Monotonic nanoseconds, read without a cost in virtual time: for the event log.
    fn time(&self) -> u64 {
        self.now()
    }
    /// Wall clock: seconds since 1970 and nanoseconds.
    fn wall(&self) -> (i64, u32);
    /// Virtual time moves on; nothing on a host with a real clock.
    fn advance_to(&self, _when: u64) {}
    /// Virtual time: reading costs some, so that loops that wait for the clock end.
    fn deterministic(&self) -> bool {
        false
    }
    /// A new M exists: something must call `step` for it.
    fn start_m(&self, m: *mut M);
    /// An M that `step` called idle has something to do.
    fn unpark(&self, m: *mut M);
    fn random(&self) -> u64;
    fn write(&self, fd: i32, bytes: &[u8]) -> std::io::Result<()> {
        write_stream(fd, bytes)
    }
    /// What was kept of standard output and standard error.
    fn take_output(&self) -> [Vec<u8>; 2] {
        Default::default()
    }
    fn read(&self, bytes: &mut [u8]) -> std::io::Result<usize> {
        std::io::stdin().read(bytes)
    }
}

fn write_stream(fd: i32, bytes: &[u8]) -> std::io::Result<()> {
    match fd {
        1 => std::io::stdout().write_all(bytes),
        _ => std::io::stderr().write_all(bytes),
    }
}

/// Real threads and clocks.
pub struct Threads {
    start: Instant,
    seed: AtomicU64,
}

impl Default for Threads {
    fn default() -> Self {
        let wall = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
        let seed = wall.as_nanos() as u64 ^ (std::process::id() as u64) << 40;
        Threads { start: Instant::now(), seed: AtomicU64::new(seed) }
    }
}

impl Host for Threads {
    fn now(&self) -> u64 {
        self.start.elapsed().as_nanos() as u64 + 1
    }
    fn wall(&self) -> (i64, u32) {
        let d = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
        (d.as_secs() as i64, d.subsec_nanos())
    }
    fn start_m(&self, m: *mut M) {
        crate::sched::threads::spawn(m);
    }
    fn unpark(&self, m: *mut M) {
        // SAFETY: Ms are never freed while the program runs; the parker is made for sharing.
        unsafe { (*m).parker.unpark() }
    }
    fn random(&self) -> u64 {
        splitmix(self.seed.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed))
    }
}

/// One thread, virtual time, one seed.
pub struct Deterministic {
    time: AtomicU64,
    seed: AtomicU64,
    /// What was written to standard output and standard error, when it is kept.
    kept: Option<Mutex<[Vec<u8>; 2]>>,
}

/// Virtual cost of reading the clock, in nanoseconds.
const CLOCK_COST: u64 = 50;
/// Where virtual wall time starts: 2009-11-10 23:00:00 UTC.
const EPOCH: i64 = 1_257_894_000;

impl Deterministic {
    pub fn new(seed: u64, keep: bool) -> Self {
        Deterministic {
            time: AtomicU64::new(1),
            seed: AtomicU64::new(splitmix(seed)),
            kept: keep.then(Mutex::default),
        }
    }
}

impl Host for Deterministic {
    fn now(&self) -> u64 {
        self.time.fetch_add(CLOCK_COST, Ordering::Relaxed)
    }
    fn time(&self) -> u64 {
        self.time.load(Ordering::Relaxed)
    }
    fn wall(&self) -> (i64, u32) {
        let t = self.now();
        (EPOCH + (t / 1_000_000_000) as i64, (t % 1_000_000_000) as u32)
    }
    fn advance_to(&self, when: u64) {
        self.time.fetch_max(when, Ordering::Relaxed);
    }
    fn deterministic(&self) -> bool {
        true
    }
    fn write(&self, fd: i32, bytes: &[u8]) -> std::io::Result<()> {
        match &self.kept {
            Some(kept) => kept.lock()[(fd != 1) as usize].extend_from_slice(bytes),
            None => write_stream(fd, bytes)?,
        }
        Ok(())
    }
    fn take_output(&self) -> [Vec<u8>; 2] {
        self.kept.as_ref().map(|k| std::mem::take(&mut *k.lock())).unwrap_or_default()
    }
    // The loop in `sched::deterministic` looks at all Ms: nothing to do for a new or a woken one.
    fn start_m(&self, _: *mut M) {}
    fn unpark(&self, m: *mut M) {
        // SAFETY: as for threads; there is only one.
        unsafe { (*m).awake = true }
    }
    fn random(&self) -> u64 {
        splitmix(self.seed.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed))
    }
}

/// Steele, Lea and Flood's mixing function: good bits from a counter.
pub fn splitmix(x: u64) -> u64 {
    let x = x.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}
