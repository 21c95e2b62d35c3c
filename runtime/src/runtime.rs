//! `Runtime`: everything a running program can see or cause.
//!
//! The VM makes one, fills in what it loaded (machine, types, globals) and calls `sched::run`.

use std::sync::atomic::{AtomicI32, AtomicU64, Ordering};

use crate::cx::Cx;
use crate::desc::TypeDesc;
use crate::event::{Event, Log};
use crate::g::G;
use crate::heap::{Heap, Marker};
use crate::host::{Deterministic, Host, Threads};
use crate::machine::{Exit, Frame, Machine};
use crate::sched::Sched;
use crate::sema::Semas;
use crate::timer::Timers;

#[derive(Clone, Debug)]
pub struct Options {
    /// GOMAXPROCS at the start.
    pub procs: u32,
    /// Deterministic host: one thread, virtual time.
    pub seed: Option<u64>,
    /// Deterministic host: polls in a time slice.
    pub preempt_every: u64,
    /// GOGC; negative: off.
    pub gc_percent: i64,
    /// Collect at every poll after an allocation.
    pub gc_stress: bool,
    pub trace: Option<Trace>,
}

/// Where the events go.
#[derive(Clone, Debug)]
pub struct Trace {
    pub path: std::path::PathBuf,
    pub format: TraceFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TraceFormat {
    /// One line an event.
    Text,
    /// Go's execution trace, version 1.25.
    Go,
}

impl Default for Options {
    fn default() -> Self {
        let procs = std::thread::available_parallelism().map_or(1, |n| n.get() as u32);
        Options {
            procs,
            seed: None,
            preempt_every: 200_000,
            gc_percent: 100,
            gc_stress: false,
            trace: None,
        }
    }
}

/// The package variables of a program.
pub struct Globals {
    pub base: *mut u8,
    /// Offset and type of each variable with pointers.
    pub typed: Vec<(u32, *const TypeDesc)>,
}

pub struct Runtime {
    pub heap: Heap,
    pub host: Box<dyn Host>,
    pub machine: Box<dyn Machine>,
    /// Type table: index with an image type id.
    pub types: *const TypeDesc,
    pub globals: Globals,
    pub sched: Sched,
    pub timers: Timers,
    pub semas: Semas,
    pub log: Option<Log>,
    pub options: Options,
    pub args: Vec<String>,
    pub env: Vec<String>,
    /// At least as long as any map element: what a missing key gives the address of.
    pub zero: Box<[u64]>,
    pub exit_code: AtomicI32,
    /// Addresses of words outside the heap that may point into it.
    pub roots: parking_lot::Mutex<Vec<*const u64>>,
    /// Numbers for channels and the like in events.
    next_object: AtomicU64,
}

// SAFETY: tables are written before the program starts; the rest is behind locks and atomics.
unsafe impl Send for Runtime {}
// SAFETY: as above.
unsafe impl Sync for Runtime {}

/// Stands in until the VM puts its own.
struct NoMachine;

impl Machine for NoMachine {
    fn resume(&self, _: &mut Cx) -> Exit {
        Exit::Finished
    }
    fn scan(&self, _: &G, _: &mut dyn FnMut(u64)) {}
    fn start(&self, _: &mut G, _: u64) {}
    fn frames(&self, _: &G) -> Vec<Frame> {
        Vec::new()
    }
    fn symbolise(&self, _: u64) -> Option<Frame> {
        None
    }
}

impl Runtime {
    pub fn new(options: Options) -> Box<Runtime> {
        let host: Box<dyn Host> = match options.seed {
            Some(s) => Box::new(Deterministic::new(s)),
            None => Box::new(Threads::default()),
        };
        Runtime::with_host(options, host)
    }

    pub fn with_host(options: Options, host: Box<dyn Host>) -> Box<Runtime> {
        Box::new(Runtime {
            heap: Heap::new(options.gc_percent, options.gc_stress),
            sched: Sched::new(),
            timers: Timers::default(),
            semas: Semas::default(),
            log: options.trace.clone().map(Log::new),
            host,
            machine: Box::new(NoMachine),
            types: std::ptr::null(),
            globals: Globals { base: std::ptr::null_mut(), typed: Vec::new() },
            options,
            args: Vec::new(),
            env: Vec::new(),
            zero: vec![0; 128].into_boxed_slice(),
            exit_code: AtomicI32::new(0),
            roots: Default::default(),
            next_object: AtomicU64::new(1),
        })
    }

    pub fn new_object_id(&self) -> u64 {
        self.next_object.fetch_add(1, Ordering::Relaxed)
    }

    /// Every decision of scheduler and channels passes here; one branch when nobody listens.
    #[inline(always)]
    pub fn event(&self, m: u32, event: Event) {
        if let Some(log) = &self.log {
            log.record(self, m, event);
        }
    }

    /// A collection; the world is stopped.
    pub(crate) fn collect(&self) {
        self.heap.collect(&mut |marker: &mut Marker<'_>| {
            for &(offset, desc) in &self.globals.typed {
                // SAFETY: the list describes the globals region.
                unsafe { marker.region(self.globals.base.add(offset as usize), &*desc, 1) };
            }
            for &word in self.roots.lock().iter() {
                // SAFETY: registered roots stay readable until they are removed.
                marker.address(unsafe { *word });
            }
            self.sched.scan(self, marker);
            self.timers.scan(marker);
        });
    }

    /// Prints to standard error, as the runtime does for fatal errors.
    pub fn print_error(&self, text: &str) {
        // Nothing can be done about a closed stderr.
        let _ = self.host.write(2, text.as_bytes());
    }
}
