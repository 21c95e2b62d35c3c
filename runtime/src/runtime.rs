//! `Runtime`: everything a running program can see or cause.
//!
//! The VM makes one, fills in what it loaded (machine, types, globals) and calls `sched::run`.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicI32, AtomicU8, AtomicU32, AtomicU64, Ordering};

use crate::cx::Cx;
use crate::desc::TypeDesc;
use crate::event::Log;
use crate::event::field::End;
use crate::g::G;
use crate::heap::{Heap, Marker};
use crate::host::{Deterministic, Host, Threads, splitmix};
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
    /// No P takes work from another.
    pub no_steal: bool,
    /// New and woken goroutines go to the tail of the ring.
    pub no_runnext: bool,
    /// Every so many scheduling rounds the global queue comes first; 0: never.
    pub global_every: u32,
    /// A line about the scheduler to standard error every so many nanoseconds; 0: none.
    pub schedtrace: u64,
    /// Also about each P, M and G.
    pub scheddetail: bool,
    /// Deterministic host: keep what the program writes instead of writing it.
    pub capture: bool,
    /// The program runs tests: what `testing.Testing` tells.
    pub test_program: bool,
    /// Record events.
    pub trace: bool,
    /// The program may ask for that while it runs.
    pub may_trace: bool,
    /// Of recorded events keep only the newest: about so many bytes; 0: all.
    pub flight: u64,
    /// Stop recording after about so many bytes; 0: never.
    pub trace_limit: u64,
    /// Deterministic host, when events are recorded: steps between snapshots; 0: none.
    pub snapshot_every: u64,
    /// The events must be those of a recorded run.
    pub replay: Option<crate::event::Replay>,
    /// What random numbers come from, without a seed; nothing: from the system.
    pub random: Option<u64>,
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
            no_steal: false,
            no_runnext: false,
            global_every: 61,
            schedtrace: 0,
            scheddetail: false,
            capture: false,
            test_program: false,
            trace: false,
            may_trace: false,
            flight: 0,
            trace_limit: 0,
            snapshot_every: 0,
            replay: None,
            random: None,
        }
    }
}

impl Options {
    /// `Runtime::noted`.
    pub fn noted(&self) -> bool {
        !cfg!(feature = "silent") && (self.trace || self.may_trace || self.no_runnext)
    }
}

/// The package variables of a program.
pub struct Globals {
    pub base: *mut u8,
    pub bytes: u64,
    /// Offset and type of each variable with pointers.
    pub typed: Vec<(u32, *const TypeDesc)>,
    /// Offset and name of each variable, by offset.
    pub names: Vec<(u32, String)>,
}

pub struct Runtime {
    pub heap: Heap,
    pub host: Box<dyn Host>,
    pub machine: Box<dyn Machine>,
    /// Type table: index with an image type id.
    pub types: *const TypeDesc,
    /// Their number, and what reflection adds to them.
    pub made_types: crate::types::Types,
    pub globals: Globals,
    pub sched: Sched,
    pub timers: Timers,
    pub semas: Semas,
    pub log: OnceLock<Log>,
    /// Events are recorded.
    pub(crate) recording: AtomicBool,
    /// What `trace.Start` wants (`std/trace.rs`).
    pub(crate) tracing: AtomicU8,
    pub(crate) window: parking_lot::Mutex<crate::event::window::Window>,
    /// Queueing a G is not the plain thing: events tell of it, or an option changes it.
    pub(crate) careful: AtomicBool,
    pub options: Options,
    pub args: Vec<String>,
    pub env: Vec<String>,
    /// At least as long as any map element: what a missing key gives the address of.
    pub zero: Box<[u64]>,
    pub itabs: crate::interface::Itabs,
    pub map_descs: crate::map::MapDescs,
    /// What the hash seeds of maps come from.
    map_seed: AtomicU64,
    /// What a goroutine's random numbers come from when inputs are recorded.
    pub random: u64,
    /// Real threads are recorded from the start on: with everything that is not the same in every run.
    pub inputs: bool,
    /// Real threads that were recorded are repeated (`sched::replay`).
    pub(crate) follows: bool,
    /// On real threads: `Sched::take_at_once`.
    pub(crate) at_once: bool,
    pub exit_code: AtomicI32,
    /// Why the program ends: an `End` of the event log.
    pub end: AtomicU8,
    /// Memory outside the heap that the program can see: host address, bytes, guest address.
    pub statics: Vec<(u64, u64, u64)>,
    /// The program ended by the return of `main.main`.
    pub main_returned: AtomicBool,
    /// The program ended because all goroutines waited.
    pub deadlocked: AtomicBool,
    pub finalizers: crate::finalizer::Finalizers,
    pub weak: crate::weak::WeakPointers,
    /// Bytes a goroutine's stack may take.
    pub max_stack: AtomicU64,
    /// What a fatal panic shows: 0 no goroutine, 1 the one that panics, 2 all.
    pub traceback: AtomicU32,
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
    unsafe fn places(&self, _: &G, _: *const u64, _: *mut u64, _: &mut [u64]) -> usize {
        0
    }
    unsafe fn callers(&self, _: &G, _: *const u64, _: *mut u64, _: usize) -> Vec<(u64, bool)> {
        Vec::new()
    }
    unsafe fn frame_of(&self, _: *const u64, _: *const u64) -> *mut u64 {
        std::ptr::null_mut()
    }
    fn place(&self, _: u64) -> Option<u64> {
        None
    }
    fn describe(&self, _: u64) -> Vec<Frame> {
        Vec::new()
    }
    fn shrink(&self, _: &mut G) -> Option<(u64, u64)> {
        None
    }
}

impl Runtime {
    pub fn new(options: Options) -> Box<Runtime> {
        let host: Box<dyn Host> = match options.seed {
            Some(s) => Box::new(Deterministic::new(s, options.capture)),
            None => Box::new(Threads::default()),
        };
        Runtime::with_host(options, host)
    }

    pub fn with_host(options: Options, host: Box<dyn Host>) -> Box<Runtime> {
        let seed = options.seed.or(options.random).unwrap_or_else(|| host.random());
        let follows = options.replay.as_ref().is_some_and(|r| r.of_threads());
        let whole = options.trace && options.flight == 0 && options.trace_limit == 0;
        let random = options.random.unwrap_or(seed);
        let inputs = follows || whole && options.seed.is_none();
        let at_once = !host.deterministic();
        Box::new(Runtime {
            heap: Heap::new(options.gc_percent, options.gc_stress),
            sched: Sched::new(),
            timers: Timers::default(),
            semas: Semas::default(),
            log: match options.trace {
                true => OnceLock::from(Log::new(&*host, &options)),
                false => OnceLock::new(),
            },
            tracing: AtomicU8::new(0),
            window: Default::default(),
            careful: AtomicBool::new(options.noted() && (options.trace || options.no_runnext)),
            recording: AtomicBool::new(options.trace),
            host,
            machine: Box::new(NoMachine),
            types: std::ptr::null(),
            made_types: Default::default(),
            globals: Globals {
                base: std::ptr::null_mut(),
                bytes: 0,
                typed: Vec::new(),
                names: Vec::new(),
            },
            options,
            args: Vec::new(),
            env: Vec::new(),
            zero: vec![0; 128].into_boxed_slice(),
            itabs: Default::default(),
            map_descs: Default::default(),
            map_seed: AtomicU64::new(seed),
            random,
            inputs,
            follows,
            at_once,
            exit_code: AtomicI32::new(0),
            end: AtomicU8::new(End::Returned as u8),
            statics: Vec::new(),
            main_returned: AtomicBool::new(false),
            deadlocked: AtomicBool::new(false),
            finalizers: Default::default(),
            weak: Default::default(),
            max_stack: AtomicU64::new(1_000_000_000),
            traceback: AtomicU32::new(1),
            roots: Default::default(),
            next_object: AtomicU64::new(1),
        })
    }

    /// A number for a map's hash seed, the start of an iteration, or whatever looks random to the goroutine that
    /// runs (null: the runtime).
    pub fn next_random(&self, g: *mut G) -> u64 {
        // SAFETY: the M's own G, or null.
        if let Some(g) = unsafe { g.as_mut() }.filter(|_| self.inputs) {
            // A goroutine's own, so that a run that is repeated need not know who was first.
            g.randoms += 1;
            return splitmix(splitmix(self.random ^ g.id.rotate_left(32)).wrapping_add(g.randoms));
        }
        let n = self.map_seed.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed);
        crate::equality::hash_word(n, 0x1234_5678)
    }

    /// Zeroed memory that nothing writes to, at least as big as any type of the program.
    pub fn zero_area(&self) -> *mut u8 {
        self.zero.as_ptr().cast_mut().cast()
    }

    /// Which copy of the code runs that there is twice: the one that looks whether events are recorded and how
    /// options change queueing, or the plain one. It does not change.
    pub fn noted(&self) -> bool {
        self.options.noted()
    }

    pub fn new_object_id(&self) -> u64 {
        if let Some(n) = self.repeated_number() {
            return n;
        }
        self.next_object.fetch_add(1, Ordering::Relaxed)
    }

    /// What a program sees of an address: the same on every machine and run.
    pub fn guest_addr(&self, addr: u64) -> u64 {
        for &(host, bytes, guest) in &self.statics {
            if addr.wrapping_sub(host) < bytes {
                return guest + (addr - host);
            }
        }
        self.heap.guest_addr(addr)
    }

    /// What an address outside the heap belongs to: `main.mu`, `main.stats+8`; or nothing.
    pub fn name_of(&self, addr: u64) -> String {
        let offset = addr.wrapping_sub(self.globals.base as u64);
        if offset >= self.globals.bytes {
            return String::new();
        }
        let names = &self.globals.names;
        match names.partition_point(|n| n.0 as u64 <= offset).checked_sub(1) {
            Some(i) => {
                let (start, name) = &names[i];
                match offset - *start as u64 {
                    0 => name.clone(),
                    n => format!("{name}+{n}"),
                }
            }
            None => String::new(),
        }
    }

    /// Why the program ends, for the event log; the first reason counts.
    pub fn ends(&self, why: End) {
        let returned = End::Returned as u8;
        let _ =
            self.end.compare_exchange(returned, why as u8, Ordering::Relaxed, Ordering::Relaxed);
    }

    /// A collection by an M; the world is stopped.
    pub(crate) fn collect(&self, m: u32) {
        self.heap.collect(&mut |marker: &mut Marker<'_>| {
            self.mark_roots(marker);
            self.sched.scan(self, marker);
            marker.drain();
            self.weak.clear(marker);
            self.finalizers.mark(marker);
            self.weak.forget(marker);
        });
        self.finalizers.start(self, m);
        if self.host.deterministic() {
            // Real time is nothing that a run with a seed may see.
            self.heap.stats.pause_ns.store(0, Ordering::Relaxed);
        }
        if let Some(log) = self.log.get() {
            log.forget(|addr| self.heap.freed(addr));
        }
    }

    /// Everything the program can reach but for its goroutines.
    pub(crate) fn mark_roots(&self, marker: &mut Marker<'_>) {
        for &(offset, desc) in &self.globals.typed {
            // SAFETY: the list describes the globals region.
            unsafe { marker.region(self.globals.base.add(offset as usize), &*desc, 1) };
        }
        for &word in self.roots.lock().iter() {
            // SAFETY: registered roots stay readable until they are removed.
            marker.address(unsafe { *word });
        }
        self.timers.scan(marker);
    }

    /// Prints to standard error, as the runtime does for fatal errors.
    pub fn print_error(&self, text: &str) {
        // Nothing can be done about a closed stderr.
        let _ = self.host.write(2, text.as_bytes());
    }
}

/// What a word of GOTRACEBACK or debug.SetTraceback says, as in `Runtime::traceback`.
pub fn traceback_level(text: &[u8]) -> u32 {
    match text {
        b"none" | b"0" => 0,
        b"single" | b"" => 1,
        // "system" and "crash" would show the runtime's own frames, which are not Go's here.
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Only what lies in the variables' memory has a variable's name, however near the heap is.
    #[test]
    fn names_of_addresses_end_with_the_variables() {
        let mut rt = Runtime::new(Options::default());
        assert_eq!(rt.name_of(0x1000), "");
        let names = vec![(0, "main.a".to_string()), (8, "main.b".to_string())];
        rt.globals = Globals { base: 0x1000 as *mut u8, bytes: 24, typed: Vec::new(), names };
        let named = [(0x0fff, ""), (0x1000, "main.a"), (0x1004, "main.a+4"), (0x1017, "main.b+15")];
        for (addr, name) in named {
            assert_eq!(rt.name_of(addr), name);
        }
        assert_eq!(rt.name_of(0x1018), "");
        assert_eq!(rt.name_of(0x1000 + (1 << 30)), "");
    }
}
